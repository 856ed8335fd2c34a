package table

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/xuri/excelize/v2"

	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/geo/feature"
	"zhenjie/geo/format/internal/lines"
)

// The most that is believed of a workbook.
const (
	mostPacked   = 512 << 20 // bytes of the file
	mostUnpacked = 2 << 30   // bytes of its parts
	mostInMemory = 64 << 20  // bytes of a part; larger ones lie on the disk while they are read
)

func isZip(head []byte) bool { return bytes.HasPrefix(head, []byte("PK\x03\x04")) }

// SniffXLSX reports whether a file that begins with head is a workbook.
func SniffXLSX(head []byte, name string) bool {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".xlsx", ".xlsm":
		return isZip(head)
	}
	return isZip(head) && bytes.Contains(head, []byte("xl/worksheets/"))
}

// ReadXLSX cuts the sheets of a workbook into batches of features, sheets being
// layers. Those without coordinates are passed over, and it is said, unless there
// is no other.
func ReadXLSX(src feature.Source) feature.Batches {
	return func(yield func(feature.Batch, error) bool) {
		b, err := openBook(src)
		if err == nil {
			defer b.Close()
			err = b.read(src, yield)
		}
		if err != nil && !errors.Is(err, lines.ErrStopped) {
			yield(nil, err)
		}
	}
}

// LookXLSX reads the beginning of each sheet of a workbook. The errors are
// InputErrors.
func LookXLSX(src feature.Source) ([]Sheet, error) {
	b, err := openBook(src)
	if err != nil {
		return nil, err
	}
	defer b.Close()
	return b.look()
}

type book struct{ *excelize.File }

func openBook(src feature.Source) (b *book, err error) {
	defer unbroken(&err)
	in := src.Text
	if src.At != nil && src.Size > 0 {
		in = io.NewSectionReader(src.At, 0, src.Size)
	}
	limited := &io.LimitedReader{R: in, N: mostPacked + 1}
	f, err := excelize.OpenReader(limited, excelize.Options{RawCellValue: true, UnzipSizeLimit: mostUnpacked, UnzipXMLSizeLimit: mostInMemory})
	switch {
	case limited.N <= 0:
		return nil, geo.BadInput(geo.At{}, "table.xlsx_large", "limit", mostPacked>>20)
	case errors.Is(err, excelize.ErrWorkbookPassword):
		return nil, geo.BadInput(geo.At{}, "table.xlsx_protected")
	case err != nil:
		return nil, broken(err)
	}
	return &book{f}, nil
}

func broken(err error) error {
	return geo.BadInput(geo.At{}, "table.xlsx_broken", "error", excerpt(err.Error()))
}

// unbroken turns a panic over a damaged workbook into an error.
func unbroken(err *error) {
	if r := recover(); r != nil {
		*err = broken(fmt.Errorf("%v", r))
	}
}

// look looks at the beginning of each sheet.
func (b *book) look() (all []Sheet, err error) {
	for _, name := range b.GetSheetList() {
		rows, err := b.open(name)
		if err != nil {
			return nil, err
		}
		s, err := look(name, rows)
		rows.close()
		if err != nil {
			return nil, err
		}
		all = append(all, s)
	}
	return all, nil
}

func (b *book) read(src feature.Source, yield func(feature.Batch, error) bool) error {
	sheets, err := b.look()
	if err != nil {
		return err
	}
	var passed []string
	var first error
	kept := sheets[:0]
	for _, s := range sheets {
		if _, given := src.Roles[s.Name]; s.Err == nil || given {
			kept = append(kept, s)
			continue
		}
		if passed = append(passed, excerpt(s.Name)); first == nil || len(s.Rows) > 0 {
			first = s.Err
		}
	}
	if len(kept) == 0 {
		return first
	}
	var notes []words.Text
	if len(passed) > 0 {
		const most = 10
		notes = append(notes, words.Say("table.note.sheets", "names", strings.Join(passed[:min(len(passed), most)], ", ")))
	}
	count := 0
	for _, s := range kept {
		if count, err = b.sheet(s, src, count, notes, yield); err != nil {
			return err
		}
	}
	return nil
}

// sheet reads one sheet; count is the number of features before and behind it.
func (b *book) sheet(s Sheet, src feature.Source, count int, notes []words.Text, yield func(feature.Batch, error) bool) (int, error) {
	rows, err := b.open(s.Name)
	if err != nil {
		return count, err
	}
	defer rows.close()
	r := newReader(src, s.Name, rows, yield)
	r.changed, r.Count = true, count
	err = r.sheet(notes)
	return r.Count, err
}

// sheetRows are the rows of a sheet as text with tabs, a line each, so that lines
// have the numbers of rows.
type sheetRows struct {
	rows *excelize.Rows
	text []byte // not yet read
	from int
}

func (b *book) open(name string) (s *sheetRows, err error) {
	defer unbroken(&err)
	rows, err := b.Rows(name)
	if err != nil {
		return nil, broken(err)
	}
	return &sheetRows{rows: rows}, nil
}

func (s *sheetRows) close() { s.rows.Close() }

func (s *sheetRows) Read(b []byte) (n int, err error) {
	for s.from == len(s.text) {
		if err := s.next(); err != nil {
			return 0, err
		}
	}
	n = copy(b, s.text[s.from:])
	s.from += n
	return n, nil
}

// next makes the next row text.
func (s *sheetRows) next() (err error) {
	defer unbroken(&err)
	if !s.rows.Next() {
		if err := s.rows.Error(); err != nil {
			return err
		}
		return io.EOF
	}
	cells, err := s.rows.Columns()
	if err != nil {
		return err
	}
	s.text, s.from = s.text[:0], 0
	for i, c := range cells {
		if i > 0 {
			s.text = append(s.text, '\t')
		}
		s.text = appendCell(s.text, c)
	}
	s.text = append(s.text, '\n')
	return nil
}

// appendCell appends the text of a cell, in quotes where it needs them. Breaks
// become spaces.
func appendCell(b []byte, cell string) []byte {
	if strings.ContainsAny(cell, "\n\r\t") {
		cell = strings.NewReplacer("\r\n", " ", "\n", " ", "\r", " ", "\t", " ").Replace(cell)
	}
	if !strings.HasPrefix(cell, `"`) {
		return append(b, cell...)
	}
	b = append(b, quote)
	b = append(b, strings.ReplaceAll(cell, `"`, `""`)...)
	return append(b, quote)
}
