// Package workbook reads the cells of XLSX files from anywhere: Excel, WPS,
// LibreOffice, or somebody who means harm. It tells a number from a text that
// looks like one, which needs the cells' types and formats, and it unpacks no
// more than it says.
//
// Office Open XML: ECMA-376 part 1, chapter 18. Formulas are not computed; the
// value that the program which wrote the file kept of them counts.
package workbook

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/xml"
	"io"
	"path"
	"strings"

	"zhenjie/geo"
)

// The most that is read of a file.
const (
	MaxBytes    = 64 << 20 // of the file itself
	maxUnpacked = 96 << 20 // of all its parts together
	MaxRows     = 10_200   // rows of a sheet that hold something
	MaxColumns  = 100
	maxSheets   = 200
)

// Kind is what a cell holds.
type Kind int

// The kinds of cells.
const (
	Blank Kind = iota
	Text
	Number
	Bool
	Fault  // an error value such as #REF!
	Unkept // a formula whose value was not kept
)

// Cell is what stands in a cell.
type Cell struct {
	Text    string // of a number as the file has it, of a Bool "1" or "0"
	Kind    Kind
	Percent bool // a number shown as a percentage
	Date    bool // a number shown as a date: days since the book's epoch
}

// Row is a row that holds something.
type Row struct {
	Number int // from 1
	Cells  []Cell
}

// At is the cell of a column, counted from 0; beyond the last one all are blank.
func (r Row) At(column int) Cell {
	if column >= len(r.Cells) {
		return Cell{}
	}
	return r.Cells[column]
}

// Range is a block of merged cells; rows count from 1, columns from 0.
type Range struct{ Top, Left, Bottom, Right int }

// Sheet is what is written on a sheet.
type Sheet struct {
	Rows   []Row // by their numbers
	Merged []Range
	Cut    bool // there were more than MaxRows rows
}

// Book is an open workbook.
type Book struct {
	Names   []string // of its sheets
	Epoch04 bool     // dates count from 1904
	parts   map[string]*zip.File
	sheets  []string // parts, by sheet
	strings []string
	formats []format // by the style of a cell
	budget  int64    // bytes that may still be unpacked
}

// Open reads what all sheets share.
func Open(file io.ReaderAt, size int64) (*Book, error) {
	if size > MaxBytes {
		return nil, geo.BadInput(geo.At{}, "form.file_too_large", "max", MaxBytes>>20)
	}
	head := make([]byte, 8)
	n, _ := file.ReadAt(head, 0)
	switch {
	case n == 0:
		return nil, geo.BadInput(geo.At{}, "file.empty")
	case bytes.Equal(head[:n], []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")):
		return nil, geo.BadInput(geo.At{}, "form.old_or_locked")
	}
	packed, err := zip.NewReader(file, size)
	if err != nil {
		return nil, geo.BadInput(geo.At{}, "form.no_workbook")
	}
	b := &Book{parts: map[string]*zip.File{}, budget: maxUnpacked}
	for _, f := range packed.File {
		b.parts[strings.ToLower(strings.TrimPrefix(strings.ReplaceAll(f.Name, `\`, "/"), "/"))] = f
	}
	return b, b.readShared()
}

func (b *Book) readShared() error {
	rels, err := b.relations("")
	if err != nil {
		return err
	}
	main := rels.first("/officeDocument")
	if main == "" {
		return geo.BadInput(geo.At{}, "form.no_workbook")
	}
	if err := b.readMain(main); err != nil {
		return err
	}
	rels, err = b.relations(main)
	if err != nil {
		return err
	}
	if part := rels.first("/styles"); part != "" {
		if err := b.readStyles(part); err != nil {
			return err
		}
	}
	if part := rels.first("/sharedStrings"); part != "" {
		return b.readStrings(part)
	}
	return nil
}

// readMain lists the sheets.
func (b *Book) readMain(part string) error {
	var main struct {
		Properties struct {
			Date1904 string `xml:"date1904,attr"`
		} `xml:"workbookPr"`
		Sheets []struct {
			Name  string     `xml:"name,attr"`
			Attrs []xml.Attr `xml:",any,attr"`
		} `xml:"sheets>sheet"`
	}
	if err := b.decode(part, &main); err != nil {
		return err
	}
	rels, err := b.relations(part)
	if err != nil {
		return err
	}
	b.Epoch04 = main.Properties.Date1904 == "1" || main.Properties.Date1904 == "true"
	for _, s := range main.Sheets[:min(len(main.Sheets), maxSheets)] {
		for _, a := range s.Attrs {
			// r:id, told from sheetId and id by its name space
			if to := rels.byID[a.Value]; a.Name.Local == "id" && a.Name.Space != "" && strings.HasSuffix(to.kind, "/worksheet") {
				b.Names = append(b.Names, s.Name)
				b.sheets = append(b.sheets, to.part)
			}
		}
	}
	return nil
}

// relation is a part that another one refers to.
type relation struct{ kind, part string }

type relations struct {
	byID map[string]relation
	all  []relation
}

// first is the part of a kind; the strict form of the standard has other
// addresses for the same kinds, which end alike.
func (r relations) first(kind string) string {
	for _, to := range r.all {
		if strings.HasSuffix(to.kind, kind) {
			return to.part
		}
	}
	return ""
}

// relations are those of a part, or of the whole package for "".
func (b *Book) relations(part string) (relations, error) {
	folder, name := path.Split(part)
	var file struct {
		All []struct {
			ID     string `xml:"Id,attr"`
			Type   string `xml:"Type,attr"`
			Target string `xml:"Target,attr"`
			Mode   string `xml:"TargetMode,attr"`
		} `xml:"Relationship"`
	}
	rels := relations{byID: map[string]relation{}}
	if err := b.decode(folder+"_rels/"+name+".rels", &file); err != nil {
		return rels, err
	}
	for _, r := range file.All {
		if r.Mode == "External" {
			continue
		}
		target := path.Join(folder, r.Target)
		if strings.HasPrefix(r.Target, "/") {
			target = path.Clean(r.Target[1:])
		}
		to := relation{r.Type, target}
		rels.byID[r.ID] = to
		rels.all = append(rels.all, to)
	}
	return rels, nil
}

// decode reads a small part as a whole.
func (b *Book) decode(part string, into any) error {
	return b.with(context.Background(), part, func(r io.Reader) error {
		return xml.NewDecoder(r).Decode(into)
	})
}

// with reads a part; whatever is wrong with it, the file is damaged.
func (b *Book) with(ctx context.Context, part string, read func(io.Reader) error) error {
	damaged := geo.BadInput(geo.At{}, "form.damaged", "part", part)
	f := b.parts[strings.ToLower(part)]
	if f == nil {
		return damaged
	}
	r, err := f.Open()
	if err != nil {
		return damaged
	}
	defer r.Close()
	err = read(&counted{ctx, r, &b.budget})
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case b.budget <= 0:
		return geo.BadInput(geo.At{}, "form.unpacks_too_large", "max", maxUnpacked>>20)
	case err != nil:
		return damaged
	}
	return nil
}

// counted stops when the budget is spent, or nobody waits any more.
type counted struct {
	ctx    context.Context
	from   io.Reader
	budget *int64
}

func (c *counted) Read(p []byte) (int, error) {
	if c.ctx.Err() != nil || *c.budget <= 0 {
		return 0, io.ErrUnexpectedEOF
	}
	n, err := c.from.Read(p[:min(int64(len(p)), *c.budget)])
	*c.budget -= int64(n)
	return n, err
}
