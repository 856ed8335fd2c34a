package dxf

import (
	"bufio"
	"io"
	"math"
	"strconv"
	"strings"

	"zhenjie/geo"
	"zhenjie/geo/feature"
)

// Write writes features as a drawing of AutoCAD 2000, in metres, or in degrees
// without a unit, with texts in GBK: every ring a closed LWPOLYLINE on the feature's layer, the
// name a TEXT in its middle, coordinates in the fewest digits that read back as
// the same number. Which ring is a hole of what, the id and the attributes
// stand in extended data, see tag; of the attributes as many as AutoCAD allows.
// A feature without a shape is left out.
func Write(w io.Writer, features []feature.Feature) error {
	plan, err := planOf(features)
	if err != nil {
		return err
	}
	out := writer{Writer: bufio.NewWriterSize(w, 1<<16), handle: firstHandle}
	out.head(plan)
	for i := range features {
		out.feature(&features[i], plan.layer(features[i].Layer), i)
	}
	out.frame(closingGroups)
	return out.Flush()
}

// firstHandle numbers the objects after those of the frame.
const firstHandle = 0x100

// plan is what has to be known before the first feature is written.
type plan struct {
	box     geo.Bound
	crs     string
	layers  []string       // "0" first, which every drawing has
	byName  map[string]int // in capitals: the case of letters does not matter
	objects int            // rings and names
}

func planOf(features []feature.Feature) (*plan, error) {
	p := &plan{layers: []string{"0"}, byName: map[string]int{"0": 0}, box: geo.Bound{Min: geo.Point{math.Inf(1), math.Inf(1)}, Max: geo.Point{math.Inf(-1), math.Inf(-1)}}}
	for i := range features {
		f := &features[i]
		if f.Shape.IsEmpty() {
			continue
		}
		if f.Name != "" {
			p.objects++
		}
		for _, r := range f.Shape.All() {
			p.objects++
			if err := p.extend(r, i); err != nil {
				return nil, err
			}
		}
		if name := layerName(f.Layer); p.byName[strings.ToUpper(name)] == 0 && name != "0" {
			p.byName[strings.ToUpper(name)] = len(p.layers)
			p.layers = append(p.layers, name)
		}
	}
	p.crs = commonCRS(features)
	if p.box.Min[0] > p.box.Max[0] {
		p.box = geo.Bound{Max: geo.Point{1, 1}}
	}
	return p, nil
}

func (p *plan) extend(r geo.Ring, number int) error {
	for i := range r.Len() {
		at := r.At(i)
		if !(math.Abs(at[0]) <= hugest && math.Abs(at[1]) <= hugest) {
			return geo.BadInput(geo.At{Feature: number + 1}, "dxf.write_number")
		}
		p.box = p.box.Extend(at)
	}
	return nil
}

func (p *plan) layer(name string) string {
	return p.layers[p.byName[strings.ToUpper(layerName(name))]]
}

// degrees reports whether the coordinates can only be longitudes and latitudes.
func (p *plan) degrees() bool {
	return math.Abs(p.box.Min[0]) <= 180 && math.Abs(p.box.Max[0]) <= 180 && math.Abs(p.box.Min[1]) <= 90 && math.Abs(p.box.Max[1]) <= 90
}

// layerName makes a name that AutoCAD takes for a layer.
func layerName(name string) string {
	const most = 36 // characters of seven bytes each within 255
	name = strings.Map(func(r rune) rune {
		if r < ' ' || strings.ContainsRune("<>/\\\":;?*|,=`", r) {
			return '_'
		}
		return r
	}, strings.TrimSpace(name))
	if r := []rune(name); len(r) > most {
		name = string(r[:most])
	}
	if name == "" {
		return "0"
	}
	return name
}

// commonCRS is the system that all features name, when it fits a comment.
func commonCRS(features []feature.Feature) string {
	const most = 2000
	if len(features) == 0 {
		return ""
	}
	crs := features[0].CRS
	for i := range features {
		if features[i].CRS != crs {
			return ""
		}
	}
	if len(crs) > most || strings.ContainsFunc(crs, func(r rune) bool { return r < ' ' || r > '~' }) {
		return ""
	}
	return crs
}

// writer keeps its first error of writing for Flush, as bufio does.
type writer struct {
	*bufio.Writer
	handle int64
	digits [32]byte
}

func (w *writer) put(code int, value string) {
	w.WriteString(strconv.Itoa(code))
	w.WriteByte('\n')
	w.WriteString(value)
	w.WriteByte('\n')
}

func (w *writer) number(code int, x float64) {
	w.WriteString(strconv.Itoa(code))
	w.WriteByte('\n')
	w.Write(strconv.AppendFloat(w.digits[:0], x, 'f', -1, 64))
	w.WriteByte('\n')
}

// begin writes what all entities begin with.
func (w *writer) begin(kind, layer, class string) {
	w.put(0, kind)
	w.put(5, w.nextHandle())
	w.put(330, "1F")
	w.put(100, "AcDbEntity")
	w.put(8, encode(layer))
	w.put(100, class)
}

func (w *writer) nextHandle() string {
	w.handle++
	return strings.ToUpper(strconv.FormatInt(w.handle-1, 16))
}

// feature writes the rings and the name.
func (w *writer) feature(f *feature.Feature, layer string, number int) {
	for at, r := range f.Shape.All() {
		n := r.Corners()
		w.begin("LWPOLYLINE", layer, "AcDbPolyline")
		w.put(90, strconv.Itoa(n))
		w.put(70, strconv.Itoa(closedPolyline))
		w.put(43, "0")
		for i := range n {
			w.number(10, r.At(i)[0])
			w.number(20, r.At(i)[1])
		}
		w.tag(number, at.Part, at.Ring)
		if at.Part == 0 && at.Ring == 0 {
			content, _ := contentOf(f)
			for _, s := range content {
				w.put(1000, s)
			}
		}
	}
	if f.Name != "" && !f.Shape.IsEmpty() {
		w.name(f, layer, number)
	}
}
