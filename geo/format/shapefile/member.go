package shapefile

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"

	"zhenjie/geo"
)

// member is one of the files of a shapefile.
type member struct {
	name string // the path, "" for the file that the reader's client opened
	size int64  // 0 when not known
	open func() (io.ReadCloser, error)
	at   io.ReaderAt // the same at any place; nil where it can only be read in turn
}

// set is the files of a shapefile by extension, in small letters.
type set map[string]*member

// isPart reports whether files of this extension belong to a shapefile.
func isPart(ext string) bool {
	switch ext {
	case ".shp", ".shx", ".dbf", ".prj", ".cpg":
		return true
	}
	return false
}

// beside finds the files of the shapefile that path belongs to. A name in just
// the same letters goes before one that differs in their case.
func beside(path string) set {
	found := set{}
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil {
		return found // the file itself can be read all the same
	}
	stem := strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))
	exact := map[string]bool{}
	for _, e := range entries {
		name, ext := e.Name(), extension(e.Name())
		own := strings.TrimSuffix(name, filepath.Ext(name))
		if e.IsDir() || !isPart(ext) || !strings.EqualFold(own, stem) || exact[ext] {
			continue
		}
		exact[ext] = own == stem
		found[ext] = onDisk(filepath.Join(filepath.Dir(path), name), e)
	}
	return found
}

func onDisk(path string, e os.DirEntry) *member {
	m := &member{name: path, open: func() (io.ReadCloser, error) { return os.Open(path) }}
	if info, err := e.Info(); err == nil && info.Mode().IsRegular() {
		m.size = info.Size()
	}
	return m
}

// opened opens a member; its bytes may be at hand at any place from then on.
func (m *member) opened() (io.ReadCloser, error) {
	in, err := m.open()
	if err != nil {
		return nil, m.fault(err)
	}
	if f, ok := in.(*os.File); ok {
		m.at = f
	}
	return in, nil
}

// small reads a member of a few words, such as a .prj.
func (m *member) small() ([]byte, error) {
	in, err := m.open()
	if err != nil {
		return nil, m.fault(err)
	}
	defer in.Close()
	const most = 64 << 10
	text, err := io.ReadAll(io.LimitReader(in, most))
	if err != nil {
		return nil, m.fault(err)
	}
	return text, nil
}

// fault turns an error into an InputError that names the member.
func (m *member) fault(err error) error {
	if err == nil {
		return nil
	}
	var bad *geo.InputError
	if !errors.As(err, &bad) {
		err = geo.FileFault(err)
	}
	if m.name == "" {
		return err
	}
	return geo.InFile(err, m.name)
}
