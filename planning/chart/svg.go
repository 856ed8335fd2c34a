package chart

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"math"
	"strconv"

	"zhenjie/planning/chart/typeface"
)

// SVG writes the drawing as an SVG image. Text is outlined, each glyph once:
// Chinese is seen where no Chinese font is installed, and read out as text.
func (d *Drawing) SVG(w io.Writer, p Palette) error {
	s := &svg{palette: p, glyphs: map[*typeface.Glyph]int{}}
	for i := range d.marks {
		if m := &d.marks[i]; m.text != nil {
			s.text(m.text)
		} else {
			s.shape(m)
		}
	}
	var out bytes.Buffer
	fmt.Fprintf(&out, `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="%smm" height="%smm" viewBox="0 0 %s %s" role="img"`,
		decimal(d.Width), decimal(d.Height), decimal(d.Width), decimal(d.Height))
	if d.Lang != "" {
		fmt.Fprintf(&out, ` xml:lang="%s"`, escaped(d.Lang))
	}
	fmt.Fprintf(&out, ">\n<title>%s</title>\n<desc>%s</desc>\n", escaped(d.Title), escaped(d.Description))
	fmt.Fprintf(&out, "<defs>\n%s</defs>\n<path fill=\"%s\" d=\"M0 0H%sV%sH0z\"/>\n%s</svg>\n",
		s.defs.Bytes(), hex(p, Paper), decimal(d.Width), decimal(d.Height), s.body.Bytes())
	_, err := w.Write(out.Bytes())
	return err
}

type svg struct {
	palette    Palette
	glyphs     map[*typeface.Glyph]int
	defs, body bytes.Buffer
}

func hex(p Palette, r Role) string {
	return fmt.Sprintf("#%02x%02x%02x", p[r].R, p[r].G, p[r].B)
}

func escaped(s string) string {
	var b bytes.Buffer
	_ = xml.EscapeText(&b, []byte(s)) // into memory: cannot fail
	return b.String()
}

// decimal writes a length to a hundredth of a mm.
func decimal(v float64) string {
	return strconv.FormatFloat(math.Round(v*100)/100, 'f', -1, 64)
}

func (s *svg) shape(m *mark) {
	s.body.WriteString(`<path d="`)
	names := [...]string{moveTo: "M", lineTo: "L", cubeTo: "C", closed: "z"}
	counts := [...]int{moveTo: 1, lineTo: 1, cubeTo: 3, closed: 0}
	for _, p := range m.path {
		s.body.WriteString(names[p.op])
		for i, at := range p.points[:counts[p.op]] {
			if i > 0 {
				s.body.WriteByte(' ')
			}
			s.body.WriteString(decimal(at.X) + " " + decimal(at.Y))
		}
	}
	s.body.WriteString(`" fill="`)
	if m.fill == None {
		s.body.WriteString("none")
	} else {
		s.body.WriteString(hex(s.palette, m.fill))
	}
	s.body.WriteByte('"')
	if m.line.seen() {
		fmt.Fprintf(&s.body, ` stroke="%s" stroke-width="%s" stroke-linejoin="round"`, hex(s.palette, m.line.Role), decimal(m.line.Width))
		if m.line.Dash > 0 {
			fmt.Fprintf(&s.body, ` stroke-dasharray="%s"`, decimal(m.line.Dash))
		}
	}
	s.body.WriteString("/>\n")
}

// perEm is the units of an em in the outlines of glyphs.
const perEm = 1000

func (s *svg) text(l *label) {
	scale := strconv.FormatFloat(l.size/perEm, 'g', 5, 64)
	fmt.Fprintf(&s.body, `<g role="img" aria-label="%s" fill="%s" transform="translate(%s %s)scale(%s)">`,
		escaped(l.text), hex(s.palette, l.role), decimal(l.x), decimal(l.y), scale)
	face := typeface.Of(l.bold)
	x := 0.0
	for _, r := range l.text {
		g := face.Glyph(r)
		if len(g.Segments) > 0 {
			fmt.Fprintf(&s.body, `<use xlink:href="#g%d" x="%d"/>`, s.glyph(g), int(math.Round(x*perEm)))
		}
		x += g.Advance
	}
	s.body.WriteString("</g>\n")
}

// glyph returns the number of a glyph among the outlines, which have it from
// then on.
func (s *svg) glyph(g *typeface.Glyph) int {
	if n, ok := s.glyphs[g]; ok {
		return n
	}
	n := len(s.glyphs)
	s.glyphs[g] = n
	fmt.Fprintf(&s.defs, `<path id="g%d" d="`, n)
	var at [2]int // relative steps are shorter
	step := func(p [2]float64) (next [2]int) {
		next = [2]int{int(math.Round(p[0] * perEm)), int(math.Round(p[1] * perEm))}
		s.pair(next[0]-at[0], next[1]-at[1])
		return next
	}
	for i, segment := range g.Segments {
		switch segment.Op {
		case typeface.MoveTo:
			if i > 0 {
				s.defs.WriteByte('z')
			}
			s.defs.WriteByte('M')
			at = [2]int{}
			at = step(segment.Points[0])
		case typeface.LineTo:
			s.defs.WriteByte('l')
			at = step(segment.Points[0])
		case typeface.QuadTo:
			s.defs.WriteByte('q')
			step(segment.Points[0])
			s.defs.WriteByte(' ')
			at = step(segment.Points[1])
		}
	}
	s.defs.WriteString("z\"/>\n")
	return n
}

func (s *svg) pair(x, y int) {
	s.defs.WriteString(strconv.Itoa(x))
	if y >= 0 {
		s.defs.WriteByte(' ')
	}
	s.defs.WriteString(strconv.Itoa(y))
}
