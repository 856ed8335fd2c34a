package kml

import (
	"bytes"
	"math"

	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/geo/decimal"
)

// line is a list of positions being read.
type line struct {
	b []byte
	i int
}

func (l *line) space() (passed bool) {
	from := l.i
	for l.i < len(l.b) && isSpace(l.b[l.i]) {
		l.i++
	}
	return l.i > from
}

func (l *line) comma() bool {
	if l.i < len(l.b) && l.b[l.i] == ',' {
		l.i++
		return true
	}
	return false
}

// coordinates reads a list of "longitude,latitude[,height]" with white space
// between. People put it behind the commas too, and a comma behind the latitude
// where no height follows.
func (d *decoder) coordinates(text []byte, from int) ([]geo.Point, error) {
	l := line{b: text}
	l.space()
	pts := make([]geo.Point, 0, positions(text[l.i:]))
	for l.i < len(text) {
		if d.vertices++; d.vertices > d.limits.Vertices {
			return nil, d.fault(from+l.i, "kml.vertices", "limit", d.limits.Vertices)
		}
		p, height, ok := l.position()
		if !ok {
			return nil, d.fault(from+l.i, "kml.coordinates", "got", snippet(text[l.i:]))
		}
		for _, x := range p {
			if math.IsInf(x, 0) {
				return nil, d.fault(from+l.i, "kml.huge_number")
			}
		}
		d.seen.heights = d.seen.heights || height
		pts = append(pts, p)
		l.space()
	}
	return pts, nil
}

// position reads one position; where it fails, l stands at what is wrong.
func (l *line) position() (p geo.Point, height, ok bool) {
	for n := range p {
		if n > 0 {
			l.space()
			if !l.comma() {
				return p, false, false
			}
			l.space()
		}
		x, end := decimal.Loose(l.b, l.i)
		if end < 0 {
			return p, false, false
		}
		p[n], l.i = x, end
	}
	before := l.i
	l.space()
	if !l.comma() {
		l.i = before
		return p, false, l.i == len(l.b) || isSpace(l.b[l.i])
	}
	spaced, third := l.space(), l.i
	z, end := decimal.Loose(l.b, l.i)
	if end < 0 {
		return p, false, spaced || l.i == len(l.b) // a comma and no height
	}
	l.i = end
	l.space()
	if spaced && l.i < len(l.b) && l.b[l.i] == ',' { // it was the next longitude
		l.i = third
		return p, false, true
	}
	l.i = end
	return p, z != 0, l.i == len(l.b) || isSpace(l.b[l.i])
}

// positions counts the positions of a text, more than there are where it is not
// as it should be, but no more than it could hold.
func positions(text []byte) int {
	n := bytes.Count(text, []byte(","))
	end := bytes.IndexAny(text, " \t\r\n")
	if end < 0 {
		end = len(text)
	}
	if bytes.Count(text[:end], []byte(",")) == 2 {
		return n/2 + 1
	}
	return n + 1
}

func (d *decoder) fault(i int, id words.ID, args ...any) error {
	at := d.place
	at.Byte += int64(i)
	if !d.asIs {
		at.Byte = 0
	}
	return geo.BadInput(at, id, args...)
}
