package shapefile

import (
	"bufio"
	"encoding/binary"
	"io"
	"math"
	"strings"

	"zhenjie/geo"
	"zhenjie/geo/crs"
	"zhenjie/geo/feature"
	"zhenjie/geo/format/shapefile/internal/dbf"
	"zhenjie/geo/shaping/flat"
)

// sheet is one shapefile to be written.
type sheet struct {
	features []feature.Feature
	layers   bool    // the layer of each feature is one of its values
	sizes    []int64 // of the records' content, in bytes
	total    int64   // of the .shp
	box      geo.Bound
	columns  columns
	table    dbf.Table
	wkt      string
}

// mostBytes is what programs can open of a .shp or .dbf.
const mostBytes = 1<<31 - 1

// newSheet measures the features, so that all counts are known before a byte is
// written, and finds whatever cannot be written.
func newSheet(features []feature.Feature, layers bool) (*sheet, error) {
	s := &sheet{features: features, layers: layers, total: headerSize}
	for i, f := range features {
		size, ok := s.measure(f.Shape)
		if !ok {
			return nil, geo.BadInput(geo.At{Feature: i + 1}, "shapefile.write_not_a_number")
		}
		s.sizes = append(s.sizes, size)
		s.total += recordHeader + size
		for _, a := range attributesOf(f, layers) {
			s.columns.list[s.columns.place(a.Key, i)].add(a)
		}
		if f.CRS != features[0].CRS {
			return nil, geo.BadInput(geo.At{Feature: i + 1}, "shapefile.write_mixed_crs")
		}
	}
	var ok bool
	if s.table, ok = dbf.New(s.columns.fields(), len(features)); !ok {
		return nil, geo.BadInput(geo.At{}, "shapefile.write_too_wide", "limit", dbf.MaxFields)
	}
	if s.total > mostBytes || int64(len(features))*int64(s.table.RowBytes) > mostBytes-1<<16 {
		return nil, geo.BadInput(geo.At{}, "shapefile.write_too_large")
	}
	if len(features) > 0 {
		s.wkt = wktOf(features[0].CRS)
	}
	return s, nil
}

// wktOf is the text of the .prj: what was read from one, or the WKT of a system
// that is known by its name; "" for what has none.
func wktOf(name string) string {
	if strings.Contains(name, "[") {
		return name
	}
	system, err := crs.Lookup(name)
	if err != nil {
		return ""
	}
	return system.WKT()
}

func (s *sheet) measure(shape geo.Shape) (size int64, ok bool) {
	rings, points := counts(shape)
	if rings == 0 {
		return 4, true
	}
	box, _ := shape.Bound()
	for _, r := range shape.All() {
		for i := range r.Len() {
			if p := r.At(i); (p[0]-p[0])+(p[1]-p[1]) != 0 {
				return 0, false
			}
		}
	}
	if s.total == headerSize || s.box == (geo.Bound{}) {
		s.box = box
	} else {
		s.box = s.box.Union(box)
	}
	return partsAt + 4*int64(rings) + pointSize*int64(points), true
}

// counts are the rings and points as they are written: closed, none empty.
func counts(shape geo.Shape) (rings, points int) {
	for _, r := range shape.All() {
		if n := r.Corners(); n > 0 {
			rings++
			points += n + 1
		}
	}
	return rings, points
}

// part is one file of the sheet.
type part struct {
	ext   string
	write func(io.Writer) error
}

func (s *sheet) parts() []part {
	text := func(text string) func(io.Writer) error {
		return func(w io.Writer) error {
			_, err := io.WriteString(w, text)
			return err
		}
	}
	all := []part{{".shp", s.writeShapes}, {".shx", s.writeIndex}, {".dbf", s.writeTable}, {".cpg", text("UTF-8")}}
	if s.wkt != "" {
		all = append(all, part{".prj", text(s.wkt)})
	}
	return all
}

func (s *sheet) header(bytes int64) []byte {
	b := make([]byte, headerSize)
	binary.BigEndian.PutUint32(b, fileCode)
	binary.BigEndian.PutUint32(b[24:], uint32(bytes/2))
	binary.LittleEndian.PutUint32(b[28:], fileVersion)
	binary.LittleEndian.PutUint32(b[32:], polygon)
	putBox(b[36:], s.box)
	return b
}

func putBox(b []byte, box geo.Bound) {
	for i, x := range []float64{box.Min[0], box.Min[1], box.Max[0], box.Max[1]} {
		binary.LittleEndian.PutUint64(b[8*i:], math.Float64bits(x))
	}
}

func (s *sheet) writeIndex(w io.Writer) error {
	out := bufio.NewWriterSize(w, 1<<16)
	out.Write(s.header(headerSize + entrySize*int64(len(s.sizes))))
	at := int64(headerSize)
	for _, size := range s.sizes {
		var b [entrySize]byte
		binary.BigEndian.PutUint32(b[:], uint32(at/2))
		binary.BigEndian.PutUint32(b[4:], uint32(size/2))
		out.Write(b[:])
		at += recordHeader + size
	}
	return out.Flush()
}

func (s *sheet) writeShapes(w io.Writer) error {
	out := bufio.NewWriterSize(w, 1<<18)
	out.Write(s.header(s.total))
	var b []byte
	for i, f := range s.features {
		b = binary.BigEndian.AppendUint32(b[:0], uint32(i+1))
		b = binary.BigEndian.AppendUint32(b, uint32(s.sizes[i]/2))
		if b = record(b, f.Shape); len(b) != int(recordHeader+s.sizes[i]) {
			panic("a record is not as long as it was measured")
		}
		if _, err := out.Write(b); err != nil {
			return err
		}
	}
	return out.Flush()
}

// record writes a shape behind what is in b.
func record(b []byte, shape geo.Shape) []byte {
	le := binary.LittleEndian
	rings, points := counts(shape)
	if rings == 0 {
		return le.AppendUint32(b, nullShape)
	}
	b = le.AppendUint32(b, polygon)
	box, _ := shape.Bound()
	b = append(b, make([]byte, 32)...)
	putBox(b[len(b)-32:], box)
	b = le.AppendUint32(b, uint32(rings))
	b = le.AppendUint32(b, uint32(points))
	from := 0
	for _, r := range shape.All() {
		if n := r.Corners(); n > 0 {
			b = le.AppendUint32(b, uint32(from))
			from += n + 1
		}
	}
	for at, r := range shape.All() {
		b = appendRing(b, r, at.Ring > 0)
	}
	return b
}

// appendRing writes a ring from its first corner on and closes it: an outer one
// runs clockwise, a hole the other way.
func appendRing(b []byte, r geo.Ring, hole bool) []byte {
	n := r.Corners()
	if n == 0 {
		return b
	}
	back := (flat.Twice(r.Points()) > 0) != hole
	for k := range n + 1 {
		i := k % n
		if back {
			i = (n - k) % n
		}
		p := r.At(i)
		b = binary.LittleEndian.AppendUint64(b, math.Float64bits(p[0]))
		b = binary.LittleEndian.AppendUint64(b, math.Float64bits(p[1]))
	}
	return b
}

func (s *sheet) writeTable(w io.Writer) error {
	out := bufio.NewWriterSize(w, 1<<18)
	if err := s.table.WriteHeader(out); err != nil {
		return err
	}
	row := make([]byte, s.table.RowBytes)
	s.columns.rewind()
	for i, f := range s.features {
		s.table.EmptyRow(row)
		for _, a := range attributesOf(f, s.layers) {
			s.table.Fields[s.columns.place(a.Key, i)].Put(row, a.Kind, a.Text)
		}
		if _, err := out.Write(row); err != nil {
			return err
		}
	}
	out.WriteString(dbf.End)
	return out.Flush()
}
