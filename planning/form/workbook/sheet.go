package workbook

import (
	"context"
	"encoding/xml"
	"errors"
	"io"
	"strconv"
	"strings"
)

// Read reads sheet i of the book, 0 ≤ i < len(Names).
func (b *Book) Read(ctx context.Context, i int) (Sheet, error) {
	var s Sheet
	err := b.with(ctx, b.sheets[i], func(r io.Reader) error {
		d := sheetReader{book: b, xml: xml.NewDecoder(r), sheet: &s}
		return d.read()
	})
	return s, err
}

// errOrder is a sheet whose rows or cells do not ascend.
var errOrder = errors.New("rows or cells out of order")

type sheetReader struct {
	book  *Book
	xml   *xml.Decoder
	sheet *Sheet
	row   Row
	last  int // number of the row before
}

func (d *sheetReader) read() error {
	for {
		t, err := d.xml.Token()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		switch t := t.(type) {
		case xml.StartElement:
			err = d.start(t)
		case xml.EndElement:
			if t.Name.Local == "row" {
				d.endRow()
			}
		}
		if err != nil {
			return err
		}
	}
}

func (d *sheetReader) start(e xml.StartElement) error {
	switch e.Name.Local {
	case "row":
		number := d.last + 1
		if s := attr(e, "r"); s != "" {
			n, err := strconv.Atoi(s)
			if err != nil || n < number {
				return errOrder
			}
			number = n
		}
		d.row, d.last = Row{Number: number}, number
	case "c":
		return d.cell(e)
	case "mergeCell":
		if r, ok := parseRange(attr(e, "ref")); ok {
			d.sheet.Merged = append(d.sheet.Merged, r)
		}
	}
	return nil
}

// endRow keeps a row that holds something.
func (d *sheetReader) endRow() {
	switch {
	case len(d.row.Cells) == 0:
	case len(d.sheet.Rows) == MaxRows:
		d.sheet.Cut = true
	default:
		d.sheet.Rows = append(d.sheet.Rows, d.row)
	}
	d.row = Row{}
}

// cell reads a cell up to its end and puts it into the row.
func (d *sheetReader) cell(e xml.StartElement) error {
	column := len(d.row.Cells)
	if ref := attr(e, "r"); ref != "" {
		_, c, ok := parseRef(ref)
		if !ok {
			return errOrder
		}
		column = c
	}
	v, err := d.content()
	if err != nil {
		return err
	}
	c := d.book.cell(attr(e, "t"), attr(e, "s"), v)
	if c.Kind == Blank || column >= MaxColumns {
		return nil
	}
	if column < len(d.row.Cells) {
		return errOrder
	}
	for len(d.row.Cells) < column {
		d.row.Cells = append(d.row.Cells, Cell{})
	}
	d.row.Cells = append(d.row.Cells, c)
	return nil
}

// content is what stands inside a cell's element.
type content struct {
	value, inline string
	formula, kept bool // there is a formula; there is a value
}

func (d *sheetReader) content() (c content, err error) {
	within := ""
	for {
		t, err := d.xml.Token()
		if err != nil {
			return c, err
		}
		switch t := t.(type) {
		case xml.StartElement:
			switch within = t.Name.Local; within {
			case "f":
				c.formula = true
			case "v":
				c.kept = true
			case "is":
				if c.inline, err = richText(d.xml); err != nil {
					return c, err
				}
				within = ""
			}
		case xml.EndElement:
			if t.Name.Local == "c" {
				return c, nil
			}
			within = ""
		case xml.CharData:
			if within == "v" {
				c.value += string(t)
			}
		}
	}
}

// cell makes a cell of its type, its style and its content.
func (b *Book) cell(kind, style string, v content) Cell {
	if kind == "inlineStr" {
		return text(v.inline)
	}
	if v.value == "" {
		if v.formula && !v.kept {
			return Cell{Kind: Unkept}
		}
		return Cell{}
	}
	switch kind {
	case "s":
		i, err := strconv.Atoi(strings.TrimSpace(v.value))
		if err != nil || i < 0 || i >= len(b.strings) {
			return Cell{Kind: Fault, Text: v.value}
		}
		return text(b.strings[i])
	case "str":
		return text(unescape(v.value))
	case "b":
		return Cell{Kind: Bool, Text: strings.TrimSpace(v.value)}
	case "e":
		return Cell{Kind: Fault, Text: v.value}
	case "d": // a date in ISO 8601, of the strict form of the standard
		day, _, _ := strings.Cut(strings.TrimSpace(v.value), "T")
		return text(day)
	}
	f := b.formatOf(style)
	return Cell{Kind: Number, Text: strings.TrimSpace(v.value), Percent: f.percent, Date: f.date}
}

func text(s string) Cell {
	if s == "" {
		return Cell{}
	}
	return Cell{Kind: Text, Text: s}
}

func attr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name && a.Name.Space == "" {
			return a.Value
		}
	}
	return ""
}
