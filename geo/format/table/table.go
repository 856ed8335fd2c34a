// Package table reads and writes tables of coordinates, a point a row: CSV, with
// commas, semicolons or tabs, and XLSX. What the columns hold is told by their
// headings and by what stands in them, and said; see feature.Roles.
//
// Rows belong to one feature as long as its id or name does not change, or, where
// there is no such column, up to an empty row. A new ring begins where the number
// of the ring changes, or, without such a column, when the last one has come back
// to its first point.
package table

import (
	"errors"
	"io"
	"path/filepath"
	"strings"

	"zhenjie/geo/charset"
	"zhenjie/geo/feature"
	"zhenjie/geo/format/internal/lines"
)

// The most that is looked at to tell the columns.
const (
	headBytes = 64 << 10
	headRows  = 200
)

// Sniff reports whether a file that begins with head is a text table: by its
// extension, or as a .txt by headings that name its columns.
func Sniff(head []byte, name string) bool {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".csv", ".tsv", ".tab":
		return !isZip(head)
	case ".txt":
		_, err := rolesOf(sampleOf(utf8Text(head, charset.LooksGB(head)), 0))
		return err == nil
	}
	return false
}

// Read cuts a text table into batches of features.
func Read(src feature.Source) feature.Batches {
	return func(yield func(feature.Batch, error) bool) {
		text, changed := lines.UTF8(src.Text)
		r := newReader(src, "", text, yield)
		r.changed = changed
		if err := r.sheet(nil); err != nil && !errors.Is(err, lines.ErrStopped) {
			yield(nil, err)
		}
	}
}

// Sheet is what a table begins with, for a person to look at.
type Sheet struct {
	Name  string // of the layer
	Rows  [][]string
	Roles feature.Roles
	Err   error // why no roles can be told
}

// Look reads the beginning of a text table. The errors are InputErrors.
func Look(src feature.Source) ([]Sheet, error) {
	text, _ := lines.UTF8(src.Text)
	s, err := look("", text)
	if err != nil {
		return nil, err
	}
	return []Sheet{s}, nil
}

func look(name string, text io.Reader) (Sheet, error) {
	c := lines.Cutter[*layout]{In: text, Most: headBytes}
	head, err := c.Head(headBytes)
	if err != nil {
		return Sheet{}, err
	}
	s := sampleOf(utf8Text(head, c.GB), len(head)-headBytes)
	roles, err := rolesOf(s)
	return Sheet{Name: name, Rows: s.rows, Roles: roles, Err: err}, nil
}

func utf8Text(text []byte, gb bool) []byte {
	if gb {
		return charset.GB(text)
	}
	return text
}
