package wkt

import (
	"bytes"
	"errors"
	"math"
	"os"
	"strconv"
	"strings"
	"testing"
	"testing/iotest"

	"zhenjie/geo"
	"zhenjie/geo/feature"
	"zhenjie/geo/shaping/flat"
)

func readAll(text string) (all []feature.Feature, err error) {
	return readWith(text, feature.DefaultLimits)
}

func readWith(text string, limits feature.Limits) (all []feature.Feature, err error) {
	for batch, err := range Read(feature.Source{Text: strings.NewReader(text), Size: int64(len(text)), Limits: limits}) {
		if err != nil {
			return all, err
		}
		for f, err := range batch {
			if err != nil {
				return all, err
			}
			all = append(all, f)
		}
	}
	return all, nil
}

func area(s geo.Shape) (sum float64) {
	for at, r := range s.All() {
		a := math.Abs(flat.Twice(r.Points())) / 2
		if at.Ring > 0 {
			a = -a
		}
		sum += a
	}
	return sum
}

func stored(s geo.Shape) (n int) {
	for _, r := range s.All() {
		n += r.Len()
	}
	return n
}

// Reference: testdata/ogr.txt, GDAL 3.6.2; made by testdata/ogr.sh.
func TestAgreesWithGDAL(t *testing.T) {
	text, err := os.ReadFile("testdata/ogr.wkt")
	if err != nil {
		t.Fatal(err)
	}
	table, err := os.ReadFile("testdata/ogr.txt")
	if err != nil {
		t.Fatal(err)
	}
	all, err := readAll(string(text))
	rows := strings.Split(strings.TrimSpace(string(table)), "\n")
	if err != nil || len(all) != len(rows) || len(rows) != 5 {
		t.Fatalf("%d features for %d rows, %v", len(all), len(rows), err)
	}
	for i, row := range rows {
		cells := strings.Split(strings.ReplaceAll(row, `"`, ""), "\t")
		kind, _, _ := strings.Cut(cells[0], " ")
		points, _ := strconv.Atoi(cells[1])
		want, _ := strconv.ParseFloat(cells[2], 64)
		if kind == "GEOMETRYCOLLECTION" {
			points-- // the one of the POINT
		}
		f := all[i]
		if kind != "" && !strings.EqualFold(f.Kind, kind) || // GDAL has no type for EMPTY
			stored(f.Shape) != points || math.Abs(area(f.Shape)-want) > 1e-9*want {
			t.Errorf("row %d: %s, %d points, area %v; GDAL says %s", i+1, f.Kind, stored(f.Shape), area(f.Shape), row)
		}
	}
}

func TestReadsWhatPeopleSend(t *testing.T) {
	for text, want := range map[string]struct {
		kind, crs string
		points    int
		notes     string
	}{
		"polygon((0 0,1 0,1 1,0 0))":                          {"Polygon", "", 4, ""},
		"\ufeff\"POLYGON ((0 0, 1 0, 1 1, 0 0))\"\r\n":        {"Polygon", "", 4, ""},
		"SRID=4490; POLYGON\n(\n(0 0,\n1 0,\n1 1,\n0 0)\n)\n": {"Polygon", "EPSG:4490", 4, ""},
		"SRID=0;POLYGON((0 0,1 0,1 1,0 0))":                   {"Polygon", "", 4, ""},
		"PolygonZ((0 0 1,1 0 1,1 1 1,0 0 1))":                 {"Polygon", "", 4, "wkt.note.heights"},
		"POLYGON ZM((0 0 1 2,1 0 1 2,1 1 1 2,0 0 1 2))":       {"Polygon", "", 4, "wkt.note.heights"},
		"POLYGON M EMPTY":                                     {"Polygon", "", 0, "wkt.note.empty"},
		"MULTIPOLYGON (EMPTY,((0 0,1 0,1 1,0 0)))":            {"MultiPolygon", "", 4, "wkt.note.empty_ring"},
		"LINESTRING(+0 .0,1. 0,1e0 1,0 0)":                    {"Polygon", "", 4, "wkt.note.lines_closed"},
		"LINESTRING(0 0,1 0)":                                 {"LineString", "", 0, "wkt.note.open_lines"},
		"MULTILINESTRING((0 0,1 0,1 1,0 0),(0 0,1 1))":        {"MultiPolygon", "", 4, "wkt.note.some_closed"},
		"POINT(1 2)": {"Point", "", 0, "wkt.note.not_polygonal"},
		"CURVEPOLYGON(CIRCULARSTRING(0 0,1 0,0 0))":                          {"CurvePolygon", "", 0, "wkt.note.curves"},
		"GEOMETRYCOLLECTION(POINT(1 2),POLYGON((0 0,1 0,1 1,0 0)))":          {"GeometryCollection", "", 4, "wkt.note.collection_others"},
		"GEOMETRYCOLLECTION(GEOMETRYCOLLECTION(POLYGON((0 0,1 0,1 1,0 0))))": {"GeometryCollection", "", 4, ""},
	} {
		all, err := readAll(text)
		if err != nil || len(all) != 1 {
			t.Errorf("%q: %d features, %v", text, len(all), err)
			continue
		}
		var notes []string
		for _, n := range all[0].Notes {
			notes = append(notes, string(n.ID))
		}
		f := all[0]
		if f.Kind != want.kind || f.CRS != want.crs || stored(f.Shape) != want.points || strings.Join(notes, " ") != want.notes {
			t.Errorf("%q: %s %q, %d points, %v", text, f.Kind, f.CRS, stored(f.Shape), notes)
		}
	}
}

func TestManyInAnyLayout(t *testing.T) {
	all, err := readAll("POINT(1 2)\nPOLYGON EMPTY;POLYGON((0 0,1 0,1 1,0 0)) ,\n\nPOLYGON\n EMPTY\n")
	if err != nil || len(all) != 4 || all[2].Byte != 25 || all[3].Index != 3 {
		t.Errorf("%d features, %v: %+v", len(all), err, all)
	}
	if all, err := readAll(" \r\n"); err != nil || len(all) != 0 {
		t.Errorf("nothing is %d features, %v", len(all), err)
	}
}

// A block ends within geometries, byte by byte.
func TestCutsAcrossBlocks(t *testing.T) {
	var b strings.Builder
	for i := range 20_000 {
		b.WriteString("POLYGON ((" + strconv.Itoa(i) + " 0, 1 0, 1 1, " + strconv.Itoa(i) + " 0))\n")
	}
	n := 0
	for batch, err := range Read(feature.Source{Text: iotest.HalfReader(strings.NewReader(b.String())), Limits: feature.DefaultLimits}) {
		if err != nil {
			t.Fatal(err)
		}
		for f, err := range batch {
			if err != nil || f.Index != n || f.Shape.Ring(0, 0).At(0)[0] != float64(n) {
				t.Fatalf("feature %d: %+v, %v", n, f, err)
			}
			n++
		}
	}
	if n != 20_000 {
		t.Errorf("%d features", n)
	}
}

func TestFaults(t *testing.T) {
	limits := feature.Limits{Depth: 3, FeatureBytes: 1 << 10, Vertices: 5, Rings: 3}
	for text, want := range map[string]string{
		"hello": "wkt.no_geometry", "POLYGONE((0 0))": "wkt.no_geometry", "PROJCS[\"x\"]": "wkt.no_geometry",
		"POLYGON((0 0,1 0,1 1": "wkt.truncated", "POLYGON": "wkt.truncated", "POLYGON((0 0,1 0,1 1,0 0)": "wkt.truncated",
		"POLYGON((0,1))": "wkt.unexpected", "POLYGON((0 x,1 1))": "wkt.unexpected", "POLYGON((0 nan))": "wkt.unexpected", "POLYGON((0 0x1p4))": "wkt.unexpected",
		"POLYGON((1 2 3 4 5,1 1))": "wkt.unexpected", "POLYGON(0 0,1 1)": "wkt.unexpected", "POLYGON)": "wkt.unexpected",
		"POLYGON((1e999 0))": "wkt.huge_number", "POLYGON(EMPTY,(0 0,1 0,1 1,0 0))": "wkt.no_outer_ring",
		"SRID=x;POLYGON EMPTY": "wkt.srid", "SRID=99999999;POLYGON EMPTY": "wkt.srid",
		"POLYGON((0 0,1 0,1 1,2 2,3 3,0 0))":            "wkt.vertices",
		"POLYGON((0 0),(0 0),(0 0),(0 0))":              "wkt.rings",
		strings.Repeat("GEOMETRYCOLLECTION(", 9) + "))": "wkt.depth",
		"POLYGON((" + strings.Repeat("0 0,", 70_000):    "wkt.feature_bytes",
		"P\x00O\x00": "wkt.no_geometry",
	} {
		if strings.HasPrefix(text, "GEOMETRYCOLLECTION") {
			text += strings.Repeat(")", 7)
		}
		_, err := readWith(text, limits)
		var bad *geo.InputError
		if !errors.As(err, &bad) || string(bad.Kind) != want {
			t.Errorf("%.40q: %v, want %s", text, err, want)
		}
	}
}

func TestFaultHasItsPlace(t *testing.T) {
	all, err := readAll("POLYGON EMPTY\nPOLYGON((0 0,1 ?))")
	var bad *geo.InputError
	if len(all) != 1 || !errors.As(err, &bad) || bad.At != (geo.At{Feature: 2, Byte: 29}) {
		t.Errorf("%d features, %+v", len(all), err)
	}
}

func TestParseGeometry(t *testing.T) {
	g, err := ParseGeometry(" SRID=4549;POLYGON((0 0,1 0,1 1,0 0)) ", feature.DefaultLimits)
	if err != nil || g.Kind != "Polygon" || g.CRS != "EPSG:4549" || stored(g.Shape) != 4 {
		t.Errorf("%+v, %v", g, err)
	}
	if _, err := ParseGeometry("POLYGON EMPTY POLYGON EMPTY", feature.DefaultLimits); err == nil {
		t.Error("two geometries in one cell were taken")
	}
}

func TestRoundTrip(t *testing.T) {
	outer, hole := []geo.Point{{119.123456789, 30}, {120, 30}, {120, 31}, {119.123456789, 30}}, []geo.Point{{119.9, 30.1}, {119.95, 30.1}, {119.95, 30.2}, {119.9, 30.1}}
	in := []feature.Feature{
		{Kind: "Polygon", CRS: "EPSG:4490", Shape: geo.Polygon(outer, hole)},
		{Kind: "MultiPolygon", Shape: geo.Polygon(outer)},
		{Kind: "MultiPolygon", Shape: geo.Join(geo.Polygon(outer), geo.Polygon(hole))},
	}
	var b bytes.Buffer
	if err := Write(&b, in); err != nil {
		t.Fatal(err)
	}
	all, err := readAll(b.String())
	if err != nil || len(all) != len(in) {
		t.Fatalf("%d features, %v", len(all), err)
	}
	for i, f := range all {
		if !f.Shape.Equal(in[i].Shape) || f.CRS != in[i].CRS || f.Kind != in[i].Kind {
			t.Errorf("feature %d came back as %+v", i, f)
		}
	}
	b.Reset()
	if err := Write(&b, []feature.Feature{{Shape: geo.Polygon([]geo.Point{{0, 0}, {1, 0}, {1, 1}})}, {}}); err != nil || b.String() != "POLYGON ((0 0, 1 0, 1 1, 0 0))\nPOLYGON EMPTY\n" {
		t.Errorf("an open ring and nothing: %q, %v", b.String(), err)
	}
	if err := Write(&b, []feature.Feature{{Shape: geo.Polygon([]geo.Point{{0, math.NaN()}})}}); err == nil {
		t.Error("a coordinate that is no number was written")
	}
}

func TestSniff(t *testing.T) {
	for head, want := range map[string]bool{
		"POLYGON ((": true, "srid=4490;polygon((": true, "\ufeff\"MULTIPOLYGON (": true, "GEOMETRYCOLLECTION EMPTY": false,
		"PROJCS[\"": false, "POINTS,1": false, "name,WKT\n1,POLYGON((": false, "": false, "{": false,
	} {
		if got := Sniff([]byte(head), "x.txt"); got != want {
			t.Errorf("%q: %v", head, got)
		}
	}
	if !Sniff([]byte("POLYGON EMPTY"), "x.WKT") {
		t.Error("EMPTY is well-known text")
	}
}

func FuzzRead(f *testing.F) {
	for _, s := range []string{
		"POLYGON((0 0,1 0,1 1,0 0))\nMULTIPOLYGON Z(((0 0 1,1 0 1)),EMPTY)", "SRID=4490;GEOMETRYCOLLECTION(POINT(1 2),LINESTRING EMPTY)",
		"POLYGON((+.5 5.,1e3 -0))", "CURVEPOLYGON(CIRCULARSTRING(0 0))", "POLYGON((", "POLYGON EMPTY EMPTY", ")", "\"POLYGON ZM EMPTY\"",
	} {
		f.Add(s)
	}
	limits := feature.Limits{Depth: 8, FeatureBytes: 1 << 20, Vertices: 50, Rings: 10}
	f.Fuzz(func(t *testing.T, text string) {
		all, err := readWith(text, limits)
		var bad *geo.InputError
		if err != nil && !errors.As(err, &bad) {
			t.Fatalf("not an error for people: %v", err)
		}
		if bad != nil && bad.At.Byte > int64(len(text)) {
			t.Errorf("a place beyond the end: %+v", bad.At)
		}
		for _, g := range all {
			if stored(g.Shape) > limits.Vertices {
				t.Errorf("%d points", stored(g.Shape))
			}
		}
		if err != nil {
			return
		}
		var b bytes.Buffer
		if err := Write(&b, all); err != nil {
			t.Fatal(err)
		}
		again, err := readWith(b.String(), feature.DefaultLimits)
		if err != nil || len(again) != len(all) {
			t.Fatalf("%q comes back as %d features, %v", b.String(), len(again), err)
		}
	})
}

func BenchmarkRead(b *testing.B) {
	var text []byte
	for i := range 2_000 {
		text = append(text, "POLYGON (("...)
		for k := range 201 {
			if k > 0 {
				text = append(text, ',')
			}
			a := 2 * math.Pi * float64(k%200) / 200
			text = strconv.AppendFloat(text, 100+float64(i)/50+0.01*math.Cos(a), 'f', 7, 64)
			text = append(text, ' ')
			text = strconv.AppendFloat(text, 30+0.01*math.Sin(a), 'f', 7, 64)
		}
		text = append(text, "))\n"...)
	}
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		if all, err := readAll(string(text)); err != nil || len(all) != 2_000 {
			b.Fatal(len(all), err)
		}
	}
}

func TestLosses(t *testing.T) {
	said := func(f feature.Feature) (ids []string) {
		for _, l := range Losses([]feature.Feature{f}) {
			ids = append(ids, string(l.ID))
		}
		return ids
	}
	if got := said(feature.Feature{CRS: "EPSG:32650"}); got != nil {
		t.Errorf("a shape alone: %v", got)
	}
	if got := said(feature.Feature{Name: "甲", CRS: "gcj02"}); len(got) != 2 {
		t.Errorf("a name and a system without a code: %v", got)
	}
}
