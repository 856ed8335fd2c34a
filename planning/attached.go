package planning

import "strings"

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
