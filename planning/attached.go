package planning

import (
	"strconv"
	"strings"
)

// Inside reports whether the content is kept in the project file.
func (a Attachment) Inside() bool { return a.Path == "" }

// Split takes an owner apart: "material", "base_table".
func (o Owner) Split() (kind, key string) {
	kind, key, _ = strings.Cut(string(o), "/")
	return kind, key
}

// Filed is what an owner has attached.
type Filed struct {
	Owner Owner
	Files []Attachment
}

// Size is how much the files hold together, in bytes.
func (f Filed) Size() int64 {
	var size int64
	for _, a := range f.Files {
		size += a.Size
	}
	return size
}

// Files lists what an owner has attached, in the order it was.
func (p Plan) Files(o Owner) Filed {
	f := Filed{Owner: o}
	for _, a := range p.Attachments.All() {
		if a.Owner == o {
			f.Files = append(f.Files, a)
		}
	}
	return f
}

// Filing lists all that is attached, the owners in the order of their first
// files.
func (p Plan) Filing() []Filed {
	var all []Filed
	places := map[Owner]int{}
	for _, a := range p.Attachments.All() {
		i, known := places[a.Owner]
		if !known {
			i = len(all)
			places[a.Owner] = i
			all = append(all, Filed{Owner: a.Owner})
		}
		all[i].Files = append(all[i].Files, a)
	}
	return all
}

// KeptSize is how much the files inside the project hold, in bytes; a content
// that several have attached is kept once.
func (p Plan) KeptSize() int64 {
	var size int64
	counted := map[string]bool{}
	for _, a := range p.Attachments.All() {
		if a.Inside() && !counted[a.Hash] {
			counted[a.Hash] = true
			size += a.Size
		}
	}
	return size
}

// SizeText is a number of bytes as people say it, in both languages: "1.2 MB",
// of which 1 MB is 1024 KB.
func SizeText(bytes int64) string {
	units := []string{"B", "KB", "MB", "GB", "TB"}
	n, unit := float64(bytes), 0
	for n >= 999.5 && unit < len(units)-1 {
		n /= 1024
		unit++
	}
	places := 0
	if unit > 0 && n < 9.95 {
		places = 1
	}
	return strconv.FormatFloat(n, 'f', places, 64) + " " + units[unit]
}
