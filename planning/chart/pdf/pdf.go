// Package pdf writes vector pages with embedded text as PDF 1.7.
package pdf

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"image/color"
	"io"
	"strconv"

	"zhenjie/planning/chart/typeface"
)

// Document is a document being made. It belongs to one goroutine at a time.
type Document struct {
	title string
	lang  string
	pages []*Page
	fonts []font
}

type font struct {
	face   *typeface.Face
	subset *typeface.Subset
}

// New makes a document without pages. lang is a language tag such as "zh-CN".
func New(title, lang string) *Document { return &Document{title: title, lang: lang} }

// Page adds a page; lengths are in mm.
func (d *Document) Page(width, height float64) *Page {
	p := &Page{document: d, width: width * point, height: height * point}
	d.pages = append(d.pages, p)
	return p
}

// font returns the number of a face in the document, which has it from then on.
func (d *Document) font(f *typeface.Face) int {
	for i, known := range d.fonts {
		if known.face == f {
			return i
		}
	}
	d.fonts = append(d.fonts, font{f, typeface.NewSubset(f)})
	return len(d.fonts) - 1
}

// point is the number of points in a mm.
const point = 72 / 25.4

// Page is drawn in mm from its top left corner, y downwards.
type Page struct {
	document      *Document
	width, height float64 // pt
	content       []byte
}

func (p *Page) number(v float64) {
	p.content = strconv.AppendFloat(p.content, v, 'f', 2, 64)
	p.content = append(p.content, ' ')
}

func (p *Page) op(name string) {
	p.content = append(p.content, name...)
	p.content = append(p.content, '\n')
}

func (p *Page) at(x, y float64) {
	p.number(x * point)
	p.number(p.height - y*point)
}

func (p *Page) colour(c color.NRGBA, op string) {
	for _, v := range []uint8{c.R, c.G, c.B} {
		p.content = strconv.AppendFloat(p.content, float64(v)/255, 'f', 3, 64)
		p.content = append(p.content, ' ')
	}
	p.op(op)
}

// MoveTo begins a contour.
func (p *Page) MoveTo(x, y float64) { p.at(x, y); p.op("m") }

// LineTo draws a straight piece.
func (p *Page) LineTo(x, y float64) { p.at(x, y); p.op("l") }

// CubeTo draws a cubic Bézier curve.
func (p *Page) CubeTo(x1, y1, x2, y2, x, y float64) {
	p.at(x1, y1)
	p.at(x2, y2)
	p.at(x, y)
	p.op("c")
}

// Close ends a contour where it began.
func (p *Page) Close() { p.op("h") }

// Paint fills and strokes what was drawn since the last Paint; a nil colour
// leaves one out. width and dash are in mm.
func (p *Page) Paint(fill, stroke *color.NRGBA, width float64, dash []float64) {
	if fill != nil {
		p.colour(*fill, "rg")
	}
	if stroke != nil {
		p.colour(*stroke, "RG")
		p.number(width * point)
		p.op("w 1 j")
		p.content = append(p.content, '[')
		for _, d := range dash {
			p.number(d * point)
		}
		p.op("] 0 d")
	}
	switch {
	case fill != nil && stroke != nil:
		p.op("B")
	case fill != nil:
		p.op("f")
	case stroke != nil:
		p.op("S")
	default:
		p.op("n")
	}
}

// Text sets a line of text with its baseline beginning at x, y. size is the em
// in mm.
func (p *Page) Text(x, y, size float64, face *typeface.Face, c color.NRGBA, text string) {
	n := p.document.font(face)
	p.colour(c, "rg")
	p.content = fmt.Appendf(p.content, "BT /F%d ", n)
	p.number(size * point)
	p.content = append(p.content, "Tf "...)
	p.at(x, y)
	p.content = append(p.content, "Td <"...)
	for _, r := range text {
		if face.Glyph(r).ID != 0 || face.Glyph(r).Advance != 0 {
			p.content = fmt.Appendf(p.content, "%04X", p.document.fonts[n].subset.ID(r))
		}
	}
	p.op("> Tj ET")
}

// Write writes the document.
func (d *Document) Write(w io.Writer) error {
	f := &file{}
	f.raw("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
	catalog, tree, info := f.reserve(), f.reserve(), f.reserve()
	var fonts bytes.Buffer
	for i, used := range d.fonts {
		fmt.Fprintf(&fonts, "/F%d %d 0 R ", i, f.font(used, i))
	}
	var kids bytes.Buffer
	for _, p := range d.pages {
		content := f.stream("", p.content)
		fmt.Fprintf(&kids, "%d 0 R ", f.object(fmt.Sprintf(
			"<</Type/Page/Parent %d 0 R/MediaBox[0 0 %.2f %.2f]/Resources<</Font<<%s>>>>/Contents %d 0 R>>",
			tree, p.width, p.height, fonts.String(), content)))
	}
	f.put(tree, fmt.Sprintf("<</Type/Pages/Kids[%s]/Count %d>>", kids.String(), len(d.pages)))
	f.put(info, fmt.Sprintf("<</Title %s/Producer(Zhenjie)>>", unicode(d.title)))
	f.put(catalog, fmt.Sprintf("<</Type/Catalog/Pages %d 0 R/Lang(%s)/ViewerPreferences<</DisplayDocTitle true>>>>", tree, d.lang))
	f.finish(catalog, info)
	_, err := w.Write(f.bytes)
	return err
}

func deflated(data []byte) []byte {
	var b bytes.Buffer
	z := zlib.NewWriter(&b)
	_, _ = z.Write(data) // into memory: cannot fail
	_ = z.Close()
	return b.Bytes()
}
