package table

import (
	"bytes"
	"errors"
	"io"
	"path/filepath"
	"strconv"
	"strings"

	"zhenjie/assets/words"
	"zhenjie/geo/feature"
	"zhenjie/geo/format/internal/lines"
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
	return b.look()
}

// look looks at the beginning of each sheet.
func (b *book) look() (all []Sheet, err error) {
	for _, part := range b.sheets {
		rows, err := b.rows(part)
		if err != nil {
			return nil, err
		}
		s, err := look(part.name, rows)
		rows.Close()
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
	var kept []sheetPart
	for i, s := range sheets {
		if _, given := src.Roles[s.Name]; s.Err == nil || given {
			kept = append(kept, b.sheets[i])
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
func (b *book) sheet(s sheetPart, src feature.Source, count int, notes []words.Text, yield func(feature.Batch, error) bool) (int, error) {
	rows, err := b.rows(s)
	if err != nil {
		return count, err
	}
	defer rows.Close()
	r := newReader(src, s.name, rows, yield)
	r.changed, r.Count = true, count
	err = r.sheet(notes)
	return r.Count, err
}

// sheetRows are the rows of a sheet as text with tabs, a line each, so that lines
// have the numbers of rows.
type sheetRows struct {
	io.Closer
	book *book
	xml  *scanner
	text []byte // of whole rows
	from int    // of what is not read yet
	row  int    // number of the last row
	tabs int    // in it so far
	ends error
}

func (b *book) rows(s sheetPart) (*sheetRows, error) {
	in, err := b.open(s.part)
	if err != nil {
		return nil, err
	}
	return &sheetRows{Closer: in, book: b, xml: newScanner(in)}, nil
}

func (s *sheetRows) Read(b []byte) (n int, err error) {
	for s.from == len(s.text) {
		if s.ends != nil {
			return 0, s.ends
		}
		s.text, s.from = s.text[:0], 0
		s.ends = s.next()
	}
	n = copy(b, s.text[s.from:])
	s.from += n
	return n, nil
}

// next makes the next row text.
func (s *sheetRows) next() error {
	column := 0 // of the last cell
	for {
		name, attributes, err := s.xml.tag()
		if err != nil {
			return err
		}
		switch name {
		case "row", "row/":
			if err := s.begin(attribute(attributes, "r")); err != nil {
				return err
			}
			if column = 0; name == "row/" {
				s.text = append(s.text, '\n')
				return nil
			}
		case "/row":
			s.text = append(s.text, '\n')
			return nil
		case "c":
			if column, err = s.cell(attributes, column); err != nil {
				return err
			}
		case "c/":
			if attribute(attributes, "r") == nil {
				column++
			}
		}
	}
}

// begin begins a row, behind an empty line for each that was left out.
func (s *sheetRows) begin(number []byte) error {
	row := s.row + 1
	s.tabs = 0
	if number != nil {
		if row = rowOf(number); row <= s.row {
			return broken(errOrder)
		}
	}
	for s.row++; s.row < row; s.row++ {
		s.text = append(s.text, '\n')
	}
	return nil
}

// cell reads a cell up to its end, and returns the number of its column.
func (s *sheetRows) cell(attributes []byte, last int) (int, error) {
	column := last + 1
	if ref := attribute(attributes, "r"); ref != nil {
		if column = columnOf(ref); column <= last {
			return 0, broken(errOrder)
		}
	}
	kind := byte('n')
	if t := attribute(attributes, "t"); len(t) > 0 {
		kind = t[0]
		if string(t) == "str" {
			kind = 'i'
		}
	}
	s.xml.value = s.xml.value[:0]
	for {
		name, _, err := s.xml.tag()
		if err != nil {
			return 0, err
		}
		if name == "/c" {
			break
		}
	}
	for ; s.tabs < column-1; s.tabs++ {
		s.text = append(s.text, '\t')
	}
	return column, s.content(kind)
}

// content appends what the cell read last holds: a shared text, nothing for an
// error value, or what stands there.
func (s *sheetRows) content(kind byte) error {
	switch kind {
	case 's':
		n, err := strconv.Atoi(strings.TrimSpace(string(s.xml.value)))
		if err != nil || n < 0 || n >= len(s.book.texts) {
			return broken(errMissing)
		}
		s.text = appendCell(s.text, s.book.texts[n])
	case 'i':
		s.text = appendCell(s.text, string(s.xml.value))
	case 'e':
	default:
		number := bytes.TrimSpace(s.xml.value)
		if bytes.ContainsAny(number, "\t\n\r\"") {
			s.text = appendCell(s.text, string(number))
			break
		}
		s.text = append(s.text, number...)
	}
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
