package workspace

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"zhenjie/geo"
	"zhenjie/planning/rulebook"
)

// Books are the rulebooks to choose from: those of the program and those of
// the user's folder. The zero Books are those of the program.
type Books struct {
	all   []*rulebook.Rulebook
	files map[string]string // where those of the folder were read from, by id
}

// BookFolder is where users drop rulebook files, "" when the system has no
// such place.
func BookFolder() string {
	base, err := os.UserConfigDir()
	if err != nil {
		return ""
	}
	return filepath.Join(base, "zhenjie", "rulebooks")
}

// LoadBooks reads the *.yaml and *.yml files of a folder beside the rulebooks
// of the program; a file with the id of one of those takes its place. Files
// that cannot be read, or a folder that cannot, are passed over, with an error
// each, and so are those whose id a file before them has. A folder that is not
// there is empty.
func LoadBooks(folder string) (Books, []error) {
	var b Books
	if folder == "" {
		return b, nil
	}
	entries, err := os.ReadDir(folder)
	if errors.Is(err, fs.ErrNotExist) {
		return b, nil
	}
	var faults []error
	if err != nil {
		faults = append(faults, geo.InFile(geo.FileFault(err), folder))
	}
	from := map[string]string{} // files by the ids of their rulebooks
	for _, e := range entries {
		if e.IsDir() || !isBookFile(e.Name()) {
			continue
		}
		path := filepath.Join(folder, e.Name())
		book, err := ReadBook(path)
		if err == nil && from[book.ID] != "" {
			err = geo.InFile(geo.BadInput(geo.At{}, "rulebook.same_id", "id", book.ID, "other", from[book.ID]), path)
		}
		if err != nil {
			faults = append(faults, err)
			continue
		}
		from[book.ID] = e.Name()
		b = b.With(book).from(book.ID, path)
	}
	return b, faults
}

func isBookFile(name string) bool {
	ext := strings.ToLower(filepath.Ext(name))
	return ext == ".yaml" || ext == ".yml"
}

// ReadBook reads a rulebook file.
func ReadBook(path string) (*rulebook.Rulebook, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, geo.InFile(geo.FileFault(err), path)
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, rulebook.MaxBytes+1))
	if err != nil {
		return nil, geo.InFile(geo.FileFault(err), path)
	}
	book, err := rulebook.Parse(data)
	return book, geo.InFile(err, path)
}

// All lists the rulebooks, the default first.
func (b Books) All() []*rulebook.Rulebook {
	if b.all == nil {
		return rulebook.Builtin()
	}
	return b.all
}

// Find returns the rulebook of an id; "" is the default.
func (b Books) Find(id string) (*rulebook.Rulebook, bool) {
	if id == "" {
		return b.All()[0], true
	}
	for _, book := range b.All() {
		if book.ID == id {
			return book, true
		}
	}
	return nil, false
}

// With adds a rulebook, or puts it in the place of the one with its id.
func (b Books) With(book *rulebook.Rulebook) Books {
	all := slices.Clone(b.All())
	if i := slices.IndexFunc(all, func(o *rulebook.Rulebook) bool { return o.ID == book.ID }); i >= 0 {
		all[i] = book
	} else {
		all = append(all, book)
	}
	return Books{all, b.files}
}

// Choose finds a rulebook by its id, or reads the file of that path and adds
// it.
func (b Books) Choose(idOrPath string) (Books, *rulebook.Rulebook, error) {
	if book, ok := b.Find(idOrPath); ok {
		return b, book, nil
	}
	if isBookFile(idOrPath) {
		book, err := ReadBook(idOrPath)
		if err != nil {
			return b, nil, err
		}
		return b.With(book), book, nil
	}
	var ids []string
	for _, book := range b.All() {
		ids = append(ids, book.ID)
	}
	return b, nil, geo.BadInput(geo.At{}, "rulebook.unknown", "id", idOrPath, "ids", strings.Join(ids, ", "))
}
