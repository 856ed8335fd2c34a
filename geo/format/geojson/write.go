package geojson

import (
	"bufio"
	"encoding/json"
	"io"
	"math"
	"strconv"

	"zhenjie/geo"
	"zhenjie/geo/feature"
)

// Write writes features as a FeatureCollection of RFC 7946, one a line: outer
// rings counter-clockwise, holes clockwise, every ring closed, coordinates in
// the fewest digits that read back as the same number. Shapes must be in
// degrees; the standard has no other coordinates.
func Write(w io.Writer, features []feature.Feature) error { return WriteRounded(w, features, -1) }

// WriteRounded is Write with coordinates of at most that many decimals; 7 are
// 1 cm. A negative number does not round.
func WriteRounded(w io.Writer, features []feature.Feature, decimals int) error {
	out := writer{Writer: bufio.NewWriterSize(w, 1<<16), decimals: decimals}
	out.WriteString(`{"type":"FeatureCollection","features":[`)
	for i, f := range features {
		if i > 0 {
			out.WriteByte(',')
		}
		out.WriteByte('\n')
		if err := out.feature(f, i+1); err != nil {
			return err
		}
	}
	out.WriteString("\n]}\n")
	return out.Flush()
}

// writer keeps its first error of writing for Flush, as bufio does.
type writer struct {
	*bufio.Writer
	decimals int
	digits   [32]byte
}

func (w *writer) feature(f feature.Feature, number int) error {
	w.WriteString(`{"type":"Feature",`)
	if f.ID != "" {
		w.WriteString(`"id":`)
		w.text(f.ID)
		w.WriteByte(',')
	}
	w.WriteString(`"properties":{`)
	w.properties(f)
	w.WriteString(`},"geometry":`)
	if err := w.shape(f); err != nil {
		return geo.BadInput(geo.At{Feature: number}, "geojson.write_not_a_number")
	}
	w.WriteByte('}')
	return nil
}

// properties writes the attributes, or the name alone where there are none.
func (w *writer) properties(f feature.Feature) {
	all := f.Attributes
	if len(all) == 0 && f.Name != "" {
		all = []feature.Attribute{{Key: "name", Text: f.Name}}
	}
	for i, a := range all {
		if i > 0 {
			w.WriteByte(',')
		}
		w.text(a.Key)
		w.WriteByte(':')
		w.value(a)
	}
}

// value writes an attribute. A number or a nested value that JSON cannot read
// as it stands, from another format, is written as text.
func (w *writer) value(a feature.Attribute) {
	switch {
	case a.Kind == feature.Null:
		w.WriteString("null")
	case a.Kind != feature.Text && json.Valid([]byte(a.Text)):
		w.WriteString(a.Text)
	default:
		w.text(a.Text)
	}
}

func (w *writer) text(s string) {
	b, _ := json.Marshal(s) // a string always can be
	w.Write(b)
}

// shape writes a Polygon for one part, unless it was read as a MultiPolygon.
func (w *writer) shape(f feature.Feature) error {
	s := f.Shape
	if s.IsEmpty() {
		w.WriteString("null")
		return nil
	}
	multi := s.Parts() > 1 || f.Kind == "MultiPolygon"
	if multi {
		w.WriteString(`{"type":"MultiPolygon","coordinates":[`)
	} else {
		w.WriteString(`{"type":"Polygon","coordinates":`)
	}
	for p := range s.Parts() {
		if p > 0 {
			w.WriteByte(',')
		}
		w.WriteByte('[')
		for r := range s.Rings(p) {
			if r > 0 {
				w.WriteByte(',')
			}
			if err := w.ring(s.Ring(p, r), r > 0); err != nil {
				return err
			}
		}
		w.WriteByte(']')
	}
	if multi {
		w.WriteByte(']')
	}
	w.WriteByte('}')
	return nil
}

// ring writes a ring from its first corner on, in the direction of its kind.
func (w *writer) ring(r geo.Ring, hole bool) error {
	n := r.Corners()
	w.WriteByte('[')
	back := (twiceArea(r) < 0) != hole
	for k := range n + 1 {
		i := k % max(n, 1)
		if back {
			i = (n - k) % max(n, 1)
		}
		if n == 0 {
			break
		}
		if k > 0 {
			w.WriteByte(',')
		}
		if err := w.position(r.At(i)); err != nil {
			return err
		}
	}
	w.WriteByte(']')
	return nil
}

func (w *writer) position(p geo.Point) error {
	for i, open := range []byte{'[', ','} {
		if math.IsNaN(p[i]) || math.IsInf(p[i], 0) {
			return strconv.ErrRange
		}
		w.WriteByte(open)
		w.Write(w.number(p[i]))
	}
	return w.WriteByte(']')
}

// number prints x without an exponent, without zeros at its end, and never as
// minus zero.
func (w *writer) number(x float64) []byte {
	b := strconv.AppendFloat(w.digits[:0], x, 'f', w.decimals, 64)
	if w.decimals > 0 {
		end := len(b)
		for b[end-1] == '0' {
			end--
		}
		if b[end-1] == '.' {
			end--
		}
		b = b[:end]
	}
	if string(b) == "-0" {
		return b[1:]
	}
	return b
}

// twiceArea is twice the signed area in the plane, counted from the first
// corner so that far-off coordinates lose nothing; positive counter-clockwise.
func twiceArea(r geo.Ring) float64 {
	if r.Corners() == 0 {
		return 0
	}
	o, sum := r.At(0), 0.0
	for i := range r.Corners() {
		a, b := r.At(i), r.Next(i)
		sum += (a[0]-o[0])*(b[1]-o[1]) - (b[0]-o[0])*(a[1]-o[1])
	}
	return sum
}
