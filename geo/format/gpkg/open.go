package gpkg

import (
	"bytes"
	"database/sql"
	"io"
	"os"

	"zhenjie/geo"
	"zhenjie/geo/feature"
	"zhenjie/geo/format/gpkg/container"
)

const (
	mostSpooled = 1 << 30   // bytes of a file that goes through a temporary one
	mostValue   = 900 << 20 // bytes of one value; SQLite itself takes a milliard
)

// onDisk finds the file that a source is of, or makes one; done removes that.
func onDisk(src feature.Source) (path string, done func(), err error) {
	if src.At != nil && sameFile(src) {
		return src.Path, func() {}, nil
	}
	in := src.Text
	if src.At != nil {
		in = io.NewSectionReader(src.At, 0, src.Size)
	}
	f, err := os.CreateTemp("", "zhenjie-*.gpkg")
	if err != nil {
		return "", nil, geo.WriteFault(err)
	}
	done = func() { os.Remove(f.Name()) }
	n, err := io.Copy(f, io.LimitReader(in, mostSpooled+1))
	if closed := f.Close(); err == nil {
		err = closed
	}
	switch {
	case err != nil:
		err = geo.WriteFault(err)
	case n > mostSpooled:
		err = geo.BadInput(geo.At{}, "gpkg.large", "limit", mostSpooled>>20)
	}
	if err != nil {
		done()
	}
	return f.Name(), done, err
}

// sameFile reports whether what stands at the source's path is what the source
// reads: content in memory only has a name.
func sameFile(src feature.Source) bool {
	info, err := os.Stat(src.Path)
	if err != nil || !info.Mode().IsRegular() || info.Size() != src.Size {
		return false
	}
	want := make([]byte, headerBytes)
	if _, err := src.At.ReadAt(want, 0); err != nil {
		return false
	}
	got, err := head(src.Path)
	return err == nil && bytes.Equal(got, want)
}

func head(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, geo.FileFault(err)
	}
	defer f.Close()
	b := make([]byte, headerBytes)
	n, err := io.ReadFull(f, b)
	if err != nil && err != io.ErrUnexpectedEOF && err != io.EOF {
		return nil, geo.FileFault(err)
	}
	return b[:n], nil
}

// open opens a file for reading. One at rest that was left in write-ahead mode
// is opened as immutable: SQLite would put files beside it to share it with
// writers, and could not in a folder that is not to be written to.
func open(path string) (*sql.DB, error) {
	h, err := head(path)
	if err != nil {
		return nil, err
	}
	if !bytes.HasPrefix(h, magic) || len(h) < headerBytes {
		return nil, damaged("SQLite")
	}
	query := "mode=ro"
	if _, err := os.Stat(path + "-wal"); h[readVersionAt] == 2 && os.IsNotExist(err) {
		query += "&immutable=1"
	}
	return container.Open(path, query, mostValue, "query_only(ON)")
}
