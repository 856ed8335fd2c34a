package parcels

import (
	"bufio"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/transform"

	"zhenjie/geo"
	"zhenjie/geo/crs"
	"zhenjie/geo/feature"
)

// Write writes features as parcels in GB 18030, which the programs of land
// departments read. Coordinates are to 0.001 m in the Gauss–Krüger plane the
// features are in; degrees are put into the 3° zone of their middle, with the
// zone number in front. Names, ids, 图幅号 and 地块用途 are kept. The area is that
// in the plane.
func Write(w io.Writer, features []feature.Feature) error {
	gb := transform.NewWriter(w, simplifiedchinese.GB18030.NewEncoder())
	if err := WriteUTF8(gb, features); err != nil {
		return err
	}
	return gb.Close()
}

// WriteUTF8 is Write in UTF-8.
func WriteUTF8(w io.Writer, features []feature.Feature) error {
	out := writer{Writer: bufio.NewWriterSize(w, 1<<16)}
	if err := out.choose(features); err != nil {
		return err
	}
	out.section()
	for i, f := range features {
		if err := out.parcel(f, i+1); err != nil {
			return err
		}
	}
	return out.Flush()
}

type writer struct {
	*bufio.Writer
	system  crs.System // that is written; zero when nobody knows
	project bool       // the features are in degrees
	digits  []byte
}

// choose finds the one system of all features and that to write.
func (w *writer) choose(features []feature.Feature) error {
	var from crs.System
	var box geo.Bound
	some := false
	for i, f := range features {
		s, err := systemOf(f)
		if err != nil {
			return err
		}
		if i > 0 && s != from {
			return geo.BadInput(geo.At{Feature: i + 1}, "parcels.write_mixed")
		}
		from = s
		if b, ok := f.Shape.Bound(); ok && some {
			box = box.Union(b)
		} else if ok {
			box, some = b, true
		}
	}
	switch {
	case from.IsZero(), from.Kind == crs.Projected && from.Width != 0:
		w.system = from
		return nil
	case !some:
		return nil
	case from.Kind == crs.Geographic:
		w.project = true
		return w.zone(from.Datum, box)
	}
	return geo.BadInput(geo.At{}, "parcels.write_system", "system", from.String())
}

// systemOf is the system of a feature: where it names none, degrees if its
// coordinates can be.
func systemOf(f feature.Feature) (crs.System, error) {
	if f.CRS != "" {
		return crs.Lookup(f.CRS)
	}
	b, ok := f.Shape.Bound()
	if !ok || b.Min[0] >= -180 && b.Max[0] <= 180 && b.Min[1] >= -90 && b.Max[1] <= 90 {
		s, _ := crs.ByEPSG(crs.Degrees4490)
		return s, nil
	}
	return crs.System{}, nil
}

// mostOff is how far from its meridian a zone of 3° may be used, in degrees.
const mostOff = 3

// zone chooses the 3° zone of a box in degrees.
func (w *writer) zone(datum crs.Datum, box geo.Bound) error {
	meridian := 3 * math.Round((box.Min[0]+box.Max[0])/6)
	if datum == crs.DatumWGS84 { // they differ by centimetres and are taken as one
		datum = crs.DatumCGCS2000
	}
	system, ok := crs.Zoned(datum, 3, meridian, true)
	if !ok || max(box.Max[0]-meridian, meridian-box.Min[0]) > mostOff {
		return geo.BadInput(geo.At{}, "parcels.write_too_wide", "meridian", geo.Decimal(meridian, 0), "most", mostOff)
	}
	w.system = system
	return nil
}

// names of the datums, as the norm has them.
var names = map[crs.Datum]string{
	crs.DatumCGCS2000: "2000国家大地坐标系", crs.DatumXian80: "1980西安坐标系", crs.DatumBeijing54: "1954北京坐标系", crs.DatumWGS84: "WGS84",
}

func (w *writer) section() {
	if s := w.system; !s.IsZero() {
		zone := math.Round(s.CentralMeridian() / 3)
		if s.Width == 6 {
			zone = math.Round((s.CentralMeridian() + 3) / 6)
		}
		fmt.Fprintf(w, "%s\r\n坐标系=%s\r\n几度分带=%d\r\n投影类型=高斯克吕格\r\n计量单位=米\r\n带号=%.0f\r\n精度=0.001\r\n转换参数=,,,,,,\r\n",
			attributesTitle, names[s.Datum], s.Width, zone)
	}
	fmt.Fprintf(w, "%s\r\n", pointsTitle)
}

func (w *writer) parcel(f feature.Feature, number int) error {
	s := f.Shape
	if w.project {
		s = s.Map(w.system.FromDegrees)
	}
	points := 0
	for _, ring := range s.All() {
		if n := ring.Corners(); n > 0 {
			points += n + 1
		}
	}
	id := f.ID
	if id == "" {
		id = strconv.Itoa(number)
	}
	fmt.Fprintf(w, "%d,%s,%s,%s,面,%s,%s,,@\r\n", points, geo.Decimal(hectares(s), 4), clean(id), clean(f.Name), value(f, "图幅号"), value(f, "地块用途"))
	point, ringNumber := 1, 0
	for _, ring := range s.All() {
		n := ring.Corners()
		if n == 0 {
			continue
		}
		ringNumber++
		for i := range n + 1 {
			if !w.point(point+i%n, ringNumber, ring.At(i%n)) {
				return geo.BadInput(geo.At{Feature: number}, "parcels.write_not_a_number")
			}
		}
		point += n
	}
	return nil
}

func (w *writer) point(number, ring int, p geo.Point) bool {
	if math.IsNaN(p[0]+p[1]) || math.IsInf(p[0], 0) || math.IsInf(p[1], 0) {
		return false
	}
	b := append(w.digits[:0], 'J')
	b = strconv.AppendInt(b, int64(number), 10)
	b = append(b, ',')
	b = strconv.AppendInt(b, int64(ring), 10)
	for _, x := range [...]float64{p[1], p[0]} {
		b = strconv.AppendFloat(append(b, ','), x, 'f', 3, 64)
	}
	w.digits = append(b, '\r', '\n')
	w.Write(w.digits)
	return true
}

func value(f feature.Feature, key string) string {
	for _, a := range f.Attributes {
		if a.Key == key {
			return clean(a.Text)
		}
	}
	return ""
}

// clean is a text without what divides values and lines.
func clean(text string) string {
	return strings.NewReplacer(",", "，", "\r\n", " ", "\n", " ", "\r", " ", "@", "＠").Replace(text)
}
