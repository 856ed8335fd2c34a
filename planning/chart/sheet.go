package chart

import (
	"image/color"
	"io"

	"zhenjie/planning/chart/pdf"
	"zhenjie/planning/chart/typeface"
)

// PDF writes the drawing as a document of one page of its size, with text that
// can be searched and copied.
func (d *Drawing) PDF(w io.Writer, p Palette) error {
	doc := pdf.New(d.Title, d.Lang)
	page := doc.Page(d.Width, d.Height)
	d.OnPage(page, 0, 0, 1, p)
	return doc.Write(w)
}

// OnPage draws the drawing onto a page of a document, its top left corner at
// x, y (mm) and its lengths multiplied by scale.
func (d *Drawing) OnPage(page *pdf.Page, x, y, scale float64, p Palette) {
	at := func(q Point) (float64, float64) { return x + q.X*scale, y + q.Y*scale }
	paper := mark{path: rounded(Box{0, 0, d.Width, d.Height}, 0), fill: Paper}
	outline(page, &paper, at, scale, p)
	for i := range d.marks {
		m := &d.marks[i]
		if l := m.text; l != nil {
			tx, ty := at(Point{l.x, l.y})
			page.Text(tx, ty, l.size*scale, typeface.Of(l.bold), p[l.role], l.text)
			continue
		}
		outline(page, m, at, scale, p)
	}
}

func outline(page *pdf.Page, m *mark, at func(Point) (float64, float64), scale float64, p Palette) {
	for _, s := range m.path {
		x, y := at(s.points[0])
		switch s.op {
		case moveTo:
			page.MoveTo(x, y)
		case lineTo:
			page.LineTo(x, y)
		case cubeTo:
			x2, y2 := at(s.points[1])
			x3, y3 := at(s.points[2])
			page.CubeTo(x, y, x2, y2, x3, y3)
		case closed:
			page.Close()
		}
	}
	var fill, line *color.NRGBA
	if m.fill != None {
		fill = &p[m.fill]
	}
	if m.line.seen() {
		line = &p[m.line.Role]
	}
	var dash []float64
	if m.line.Dash > 0 {
		dash = []float64{m.line.Dash * scale}
	}
	page.Paint(fill, line, m.line.Width*scale, dash)
}
