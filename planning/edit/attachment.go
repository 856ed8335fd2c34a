package edit

import (
	"encoding/hex"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"zhenjie/assets/words"
	"zhenjie/planning"
)

const (
	maxAttachments = 2_000
	maxFileName    = 200 // bytes: file systems take 255, and dossiers put numbers before names
	maxOwner       = 500 // bytes
)

// Attach attaches files, of one owner or of several. Their contents must be kept,
// or stand where their paths say, already.
type Attach struct{ Files []planning.Attachment }

// Name implements Command.
func (c Attach) Name() words.Text {
	if len(c.Files) == 1 {
		return words.Say("attachment.attach", "file", short(c.Files[0].Name))
	}
	return words.Say("attachment.attach_several", "n", len(c.Files))
}

// Blocked implements Command.
func (c Attach) Blocked(p planning.Plan) words.Text {
	if p.Attachments.Len()+len(c.Files) > maxAttachments {
		return words.Say("attachment.full", "max", maxAttachments)
	}
	taken := map[planning.Owner][]string{}
	for _, a := range p.Attachments.All() {
		taken[a.Owner] = append(taken[a.Owner], a.Name)
	}
	for _, a := range c.Files {
		if why := first(attachable(a), free(taken[a.Owner], a.Name)); !why.IsZero() {
			return why
		}
		taken[a.Owner] = append(taken[a.Owner], a.Name)
	}
	return words.Text{}
}

// Apply implements Command.
func (c Attach) Apply(p planning.Plan) planning.Plan {
	p.Attachments = p.Attachments.Append(c.Files...)
	return p
}

// Detach takes an attached file away.
type Detach struct{ File planning.Attachment }

// Name implements Command.
func (c Detach) Name() words.Text { return words.Say("attachment.detach", "file", short(c.File.Name)) }

// Blocked implements Command.
func (c Detach) Blocked(p planning.Plan) words.Text {
	return gone(place(p, c.File), p.Attachments.Len())
}

// Apply implements Command.
func (c Detach) Apply(p planning.Plan) planning.Plan {
	p.Attachments = p.Attachments.Without(place(p, c.File))
	return p
}

// RenameFile gives an attached file another name.
type RenameFile struct {
	File planning.Attachment
	To   string
}

// Name implements Command.
func (c RenameFile) Name() words.Text {
	return words.Say("attachment.rename", "file", short(c.File.Name), "to", short(c.To))
}

// Blocked implements Command.
func (c RenameFile) Blocked(p planning.Plan) words.Text {
	var others []string
	for _, a := range p.Files(c.File.Owner).Files {
		if a != c.File {
			others = append(others, a.Name)
		}
	}
	return first(gone(place(p, c.File), p.Attachments.Len()), fileName(c.To), free(others, c.To))
}

// Apply implements Command.
func (c RenameFile) Apply(p planning.Plan) planning.Plan {
	to := c.File
	to.Name = c.To
	p.Attachments = p.Attachments.With(place(p, c.File), to)
	return p
}

// place is where a file stands in the list, −1 where it does not.
func place(p planning.Plan, file planning.Attachment) int {
	for i, a := range p.Attachments.All() {
		if a == file {
			return i
		}
	}
	return -1
}

// attachable says what is wrong with a file to be attached.
func attachable(a planning.Attachment) words.Text {
	sum, err := hex.DecodeString(a.Hash)
	if err != nil || len(sum) != 32 || a.Hash != strings.ToLower(a.Hash) || a.Size < 0 || a.Owner == "" || len(a.Owner) > maxOwner || !utf8.ValidString(string(a.Owner)) {
		return words.Say("attachment.unsound", "file", short(a.Name))
	}
	return first(fileName(a.Name), date(a.Added), tooLong(a.Path))
}

// NameFor is a name that a file system takes, made of any.
func NameFor(name string) string {
	name = strings.Map(func(r rune) rune {
		if strings.ContainsRune(badInNames, r) || unicode.IsControl(r) || r == utf8.RuneError {
			return '_'
		}
		return r
	}, name)
	name = strings.TrimSpace(name)
	stem, ending := atEnding(name)
	name = within(stem, maxFileName-len(ending)) + ending // the ending tells what the file is: the middle goes
	if name = strings.TrimRight(name, ". "); !fileName(name).IsZero() {
		return "_" + name
	}
	return name
}

// Numbered is a name with a number before its ending: 表 2.xlsx.
func Numbered(name string, n int) string {
	stem, ending := atEnding(name)
	ending = " " + strconv.Itoa(n) + ending
	return NameFor(within(stem, maxFileName-len(ending)) + ending)
}

// atEnding takes a name apart before its ending, dot included; something long is
// none.
func atEnding(name string) (stem, ending string) {
	dot := strings.LastIndexByte(name, '.')
	if dot <= 0 || len(name)-dot > 20 {
		dot = len(name)
	}
	return name[:dot], name[dot:]
}

// within is the beginning of a text, of so many bytes at the most.
func within(s string, most int) string {
	for len(s) > most {
		_, n := utf8.DecodeLastRuneInString(s)
		s = s[:len(s)-n]
	}
	return s
}

// badInNames are what one of the systems takes in no name.
const badInNames = `/\:*?"<>|`

// devices are the names that Windows keeps for itself, whatever their endings.
var devices = []string{"CON", "PRN", "AUX", "NUL", "COM1", "COM2", "COM3", "COM4", "COM5", "COM6", "COM7", "COM8", "COM9",
	"LPT1", "LPT2", "LPT3", "LPT4", "LPT5", "LPT6", "LPT7", "LPT8", "LPT9"}

// fileName says why no file can be called so on one of the systems.
func fileName(name string) words.Text {
	stem, _, _ := strings.Cut(name, ".")
	switch {
	case name == "", strings.ContainsAny(name, badInNames), !utf8.ValidString(name), strings.ContainsFunc(name, unicode.IsControl),
		strings.TrimSpace(name) != name, strings.HasSuffix(name, "."), slices.Contains(devices, strings.ToUpper(stem)):
		return words.Say("attachment.bad_name", "file", short(name), "signs", `/ \ : * ? " < > |`)
	case len(name) > maxFileName:
		return words.Say("attachment.long_name", "file", short(name))
	}
	return words.Text{}
}

// free says that a name is taken; capitals do not tell names apart everywhere.
func free(taken []string, name string) words.Text {
	if slices.ContainsFunc(taken, func(o string) bool { return strings.EqualFold(o, name) }) {
		return words.Say("attachment.name_taken", "file", short(name))
	}
	return words.Text{}
}
