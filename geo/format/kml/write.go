package kml

import (
	"archive/zip"
	"bufio"
	"encoding/xml"
	"io"
	"math"
	"path/filepath"
	"strconv"
	"strings"

	"zhenjie/geo"
	"zhenjie/geo/feature"
	"zhenjie/geo/shaping/flat"
)

// Write writes features as KML 2.2: a Folder for each layer, attributes as typed
// ExtendedData, outer rings counter-clockwise, every ring closed, coordinates in
// degrees to 1e-9°, a tenth of a millimetre. Shapes must be in degrees on WGS 84
// or CGCS2000; KML has no other.
func Write(w io.Writer, features []feature.Feature) error {
	out := writer{Writer: bufio.NewWriterSize(w, 1<<16)}
	out.WriteString(xml.Header + `<kml xmlns="http://www.opengis.net/kml/2.2"><Document>` + "\n")
	fields := fieldsOf(features)
	out.schema(fields)
	layers, names := byLayer(features)
	for i, layer := range layers {
		if names[i] != "" {
			out.WriteString("<Folder><name>")
			out.text(names[i])
			out.WriteString("</name>\n")
		}
		for _, k := range layer {
			if err := out.placemark(features[k], k+1); err != nil {
				return err
			}
		}
		if names[i] != "" {
			out.WriteString("</Folder>\n")
		}
	}
	out.WriteString("</Document></kml>\n")
	return out.Flush()
}

// WriteFiles writes features to path: a .kmz, or KML by any other name.
func WriteFiles(path string, features []feature.Feature) error {
	return geo.WriteWith(path, func(w io.Writer) error {
		if !strings.EqualFold(filepath.Ext(path), ".kmz") {
			return Write(w, features)
		}
		archive := zip.NewWriter(w)
		member, err := archive.Create("doc.kml")
		if err != nil {
			return err
		}
		if err := Write(member, features); err != nil {
			return err
		}
		return archive.Close()
	})
}

// byLayer sorts the numbers of features by their layers, in the order these are
// met.
func byLayer(features []feature.Feature) (layers [][]int, names []string) {
	at := map[string]int{}
	for k, f := range features {
		i, ok := at[f.Layer]
		if !ok {
			i = len(layers)
			at[f.Layer] = i
			layers, names = append(layers, nil), append(names, f.Layer)
		}
		layers[i] = append(layers[i], k)
	}
	return layers, names
}

// field is an attribute of some features, and the type of its values.
type field struct{ key, kind string }

// fieldsOf lists the attributes in the order they are met. The name is none: a
// Placemark has its own.
func fieldsOf(features []feature.Feature) (all []field) {
	at := map[string]int{}
	for _, f := range features {
		for _, a := range f.Attributes {
			if isName(a, f) {
				continue
			}
			i, ok := at[a.Key]
			if !ok {
				i = len(all)
				at[a.Key] = i
				all = append(all, field{key: a.Key})
			}
			all[i].kind = wider(all[i].kind, a)
		}
	}
	return all
}

// isName reports whether an attribute only says the feature's name again.
func isName(a feature.Attribute, f feature.Feature) bool { return a.Key == "name" && a.Text == f.Name }

// wider is the type for values of a type and one more.
func wider(kind string, a feature.Attribute) string {
	one := "string"
	switch a.Kind {
	case feature.Null:
		return kind
	case feature.Number:
		one = "double"
		if _, err := strconv.ParseInt(a.Text, 10, 32); err == nil {
			one = "int"
		}
	case feature.Bool:
		one = "bool"
	}
	switch {
	case kind == "" || kind == one:
		return one
	case kind+one == "intdouble" || kind+one == "doubleint":
		return "double"
	}
	return "string"
}

// writer keeps its first error of writing for Flush, as bufio does.
type writer struct {
	*bufio.Writer
	digits   [32]byte
	infinite bool // a coordinate is no number
	far      bool // or cannot be degrees
}

// text writes a text so that XML reads it back; control characters, which XML
// cannot hold, become U+FFFD.
func (w *writer) text(s string) { _ = xml.EscapeText(w.Writer, []byte(s)) }

func (w *writer) schema(fields []field) {
	if len(fields) == 0 {
		return
	}
	w.WriteString(`<Schema name="fields" id="fields">`)
	for _, f := range fields {
		if f.kind == "" {
			f.kind = "string"
		}
		w.WriteString(`<SimpleField name="`)
		w.text(f.key)
		w.WriteString(`" type="` + f.kind + `"></SimpleField>`)
	}
	w.WriteString("</Schema>\n")
}

func (w *writer) placemark(f feature.Feature, number int) error {
	w.WriteString("<Placemark>")
	if f.Name != "" {
		w.WriteString("<name>")
		w.text(f.Name)
		w.WriteString("</name>")
	}
	w.attributes(f)
	switch w.shape(f); {
	case w.infinite:
		return geo.BadInput(geo.At{Feature: number}, "kml.write_not_a_number")
	case w.far:
		return geo.BadInput(geo.At{Feature: number}, "kml.write_not_degrees")
	}
	w.WriteString("</Placemark>\n")
	return nil
}

func (w *writer) attributes(f feature.Feature) {
	begun := false
	for _, a := range f.Attributes {
		if a.Kind == feature.Null || isName(a, f) {
			continue
		}
		if !begun {
			w.WriteString(`<ExtendedData><SchemaData schemaUrl="#fields">`)
			begun = true
		}
		w.WriteString(`<SimpleData name="`)
		w.text(a.Key)
		w.WriteString(`">`)
		w.text(a.Text)
		w.WriteString(`</SimpleData>`)
	}
	if begun {
		w.WriteString(`</SchemaData></ExtendedData>`)
	}
}

// shape writes a Polygon for one part, unless it was read as many.
func (w *writer) shape(f feature.Feature) {
	s := f.Shape
	multi := s.Parts() > 1 || f.Kind == "MultiPolygon" && !s.IsEmpty()
	if multi {
		w.WriteString("<MultiGeometry>")
	}
	for p := range s.Parts() {
		w.WriteString("<Polygon>")
		for r := range s.Rings(p) {
			boundary := "outerBoundaryIs"
			if r > 0 {
				boundary = "innerBoundaryIs"
			}
			w.WriteString("<" + boundary + "><LinearRing><coordinates>")
			w.ring(s.Ring(p, r), r > 0)
			w.WriteString("</coordinates></LinearRing></" + boundary + ">")
		}
		w.WriteString("</Polygon>")
	}
	if multi {
		w.WriteString("</MultiGeometry>")
	}
}

// ring writes a ring from its first corner on, in the direction of its kind.
func (w *writer) ring(r geo.Ring, hole bool) {
	n := r.Corners()
	if n == 0 {
		return
	}
	back := (flat.Twice(r.Points()) < 0) != hole
	for k := range n + 1 {
		i := k % n
		if back {
			i = (n - k) % n
		}
		if k > 0 {
			w.WriteByte(' ')
		}
		p := r.At(i)
		w.number(p[0], 360)
		w.WriteByte(',')
		w.number(p[1], 90)
	}
}

// number prints a coordinate of at most so many degrees.
func (w *writer) number(x, most float64) {
	const decimals = 9
	w.infinite = w.infinite || math.IsNaN(x) || math.IsInf(x, 0)
	w.far = w.far || math.Abs(x) > most
	text := strconv.AppendFloat(w.digits[:0], x, 'f', decimals, 64)
	end := len(text)
	for end > 1 && text[end-1] == '0' {
		end--
	}
	if text[end-1] == '.' {
		end--
	}
	if text = text[:end]; string(text) == "-0" {
		text = text[1:]
	}
	w.Write(text)
}
