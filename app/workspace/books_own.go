package workspace

import (
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"strings"

	"zhenjie/geo"
	"zhenjie/planning/rulebook"
)

// File is where the rulebook of an id was read from, "" for one of the program.
func (b Books) File(id string) string { return b.files[id] }

// Own reports whether the rulebook of an id is the user's, to be edited.
func (b Books) Own(id string) bool { return b.files[id] != "" }

// from says where a rulebook was read from.
func (b Books) from(id, path string) Books {
	files := maps.Clone(b.files)
	if files == nil {
		files = map[string]string{}
	}
	files[id] = path
	b.files = files
	return b
}

// SaveBook writes a rulebook to the file it was read from, or a new one to a file
// of the folder, which is made where there is none. It is written whole or not at
// all; one that could not be read again is not written.
func (b Books) SaveBook(folder string, book *rulebook.Rulebook) error {
	text := rulebook.Format(book)
	if _, err := rulebook.Parse(text); err != nil {
		return err
	}
	path := b.File(book.ID)
	if path == "" {
		if folder == "" {
			return geo.BadInput(geo.At{}, "rulebook.no_folder")
		}
		if err := os.MkdirAll(folder, 0o777); err != nil {
			return geo.InFile(geo.WriteFault(err), folder)
		}
		path = freeBookFile(filepath.Join(folder, book.ID))
	}
	return geo.WriteFile(path, text)
}

// freeBookFile is the path with .yaml behind it, and a number where there is such a
// file: it may be one that could not be read.
func freeBookFile(path string) string {
	name := path + ".yaml"
	for n := 2; ; n++ {
		if _, err := os.Lstat(name); err != nil {
			return name
		}
		name = fmt.Sprintf("%s (%d).yaml", path, n)
	}
}

// RemoveBook deletes the file of a rulebook of the user.
func (b Books) RemoveBook(id string) error {
	path := b.File(id)
	if path == "" {
		return nil
	}
	if err := os.Remove(path); err != nil && !os.IsNotExist(err) {
		return geo.InFile(geo.WriteFault(err), path)
	}
	return nil
}

// FreeID is an id for a copy of a rulebook that none of them has.
func (b Books) FreeID(of string) string {
	const most = 55 // an id has at most 64 letters
	base := strings.TrimRight(of[:min(len(of), most)], "._-") + "-own"
	id := base
	for n := 2; ; n++ {
		if _, taken := b.Find(id); !taken {
			return id
		}
		id = fmt.Sprintf("%s-%d", base, n)
	}
}

// FolderState tells whether rulebook files have come, gone or changed: it is
// another text then.
func FolderState(folder string) string {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return ""
	}
	var state strings.Builder
	for _, e := range entries {
		if !isBookFile(e.Name()) {
			continue
		}
		var info fs.FileInfo
		if info, err = e.Info(); err == nil {
			fmt.Fprintln(&state, e.Name(), info.Size(), info.ModTime().UnixNano())
		}
	}
	return state.String()
}

// SetBooks gives the workspace other rulebooks, and looks at the plan anew.
func (w *Workspace) SetBooks(b Books) {
	w.books = b
	w.state.Books = b
	w.state.View = Look(w.state.Plan, b, w.state.View)
}
