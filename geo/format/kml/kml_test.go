package kml

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/iotest"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"

	"zhenjie/geo"
	"zhenjie/geo/feature"
	"zhenjie/geo/shaping/flat"
)

func readWith(content []byte, limits feature.Limits) (all []feature.Feature, err error) {
	return collect(feature.Source{Text: bytes.NewReader(content), At: bytes.NewReader(content), Size: int64(len(content)), Attributes: true, Limits: limits})
}

func collect(src feature.Source) (all []feature.Feature, err error) {
	for batch, err := range Read(src) {
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

func readAll(content string) ([]feature.Feature, error) {
	return readWith([]byte(content), feature.DefaultLimits)
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

func kind(err error) string {
	var bad *geo.InputError
	if errors.As(err, &bad) {
		return string(bad.Kind)
	}
	return ""
}

// notes are those of a feature but the one that every file has.
func notes(f feature.Feature) string {
	var all []string
	for _, n := range f.Notes {
		if n.ID != "kml.note.check_shift" {
			all = append(all, string(n.ID))
		}
	}
	return strings.Join(all, " ")
}

func attributes(f feature.Feature) string {
	var b strings.Builder
	for _, a := range f.Attributes {
		fmt.Fprintf(&b, "%s:%d=%s;", a.Key, a.Kind, a.Text)
	}
	return b.String()
}

// Reference: testdata/ogr.txt, GDAL 3.6.2; made by testdata/ogr.sh.
func TestAgreesWithGDAL(t *testing.T) {
	table, err := os.ReadFile("testdata/ogr.txt")
	if err != nil {
		t.Fatal(err)
	}
	rows := strings.Split(strings.TrimSpace(string(table)), "\n")
	for _, file := range []string{"ogr.kml", "lib.kml", "lib.kmz"} {
		content, err := os.ReadFile("testdata/" + file)
		if err != nil {
			t.Fatal(err)
		}
		all, err := readWith(content, feature.DefaultLimits)
		if err != nil || len(all) != len(rows) || len(rows) != 3 {
			t.Fatalf("%s: %d features for %d rows, %v", file, len(all), len(rows), err)
		}
		for i, row := range rows {
			cells := strings.Split(row, "\t")
			f := all[i]
			points, _ := strconv.Atoi(cells[2])
			want, _ := strconv.ParseFloat(cells[3], 64)
			if want == 0 {
				points = 0 // the line
			}
			shape, _, _ := strings.Cut(cells[1], " ")
			if f.Name != cells[0] || !strings.EqualFold(f.Kind, shape) || stored(f.Shape) != points || math.Abs(area(f.Shape)-want) > 1e-9*want || f.Layer != "城镇" {
				t.Errorf("%s: %q %s of %q, %d points, area %v; GDAL says %s", file, f.Name, f.Kind, f.Layer, stored(f.Shape), area(f.Shape), row)
			}
			if f.ID != strconv.Itoa(7+i) || f.CRS != "" || f.Index != i {
				t.Errorf("%s: feature %d has id %q, CRS %q", file, f.Index, f.ID, f.CRS)
			}
		}
		if got := attributes(all[0]); !strings.Contains(got, fmt.Sprintf("floors:%d=12;ratio:%d=0.25;", feature.Number, feature.Number)) {
			t.Errorf("%s: attributes %s", file, got)
		}
		if notes(all[0]) != "kml.note.heights" || all[0].Notes[0].ID != "kml.note.check_shift" || len(all[1].Notes) > 0 || notes(all[2]) != "kml.note.open_lines" {
			t.Errorf("%s: notes %v, %v, %v", file, all[0].Notes, all[1].Notes, all[2].Notes)
		}
	}
}

const triangle = "0,0 1,0 1,1 0,0"

func ring(coordinates string) string {
	return "<LinearRing><coordinates>" + coordinates + "</coordinates></LinearRing>"
}

func polygon(coordinates string) string {
	return "<Polygon><outerBoundaryIs>" + ring(coordinates) + "</outerBoundaryIs></Polygon>"
}

func mark(inner string) string { return "<Placemark>" + inner + "</Placemark>" }

func doc(inner string) string {
	return `<?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document>` + inner + "</Document></kml>"
}

func TestGeometries(t *testing.T) {
	for inner, want := range map[string]struct {
		kind   string
		points int
		notes  string
	}{
		polygon(triangle): {"Polygon", 4, ""},
		"<Polygon><innerBoundaryIs>" + ring(triangle) + ring(triangle) + "</innerBoundaryIs><outerBoundaryIs>" + ring("-5,-5 5,-5 5,5 -5,-5") + "</outerBoundaryIs></Polygon>": {"Polygon", 12, ""},
		"<MultiGeometry>" + polygon(triangle) + polygon(triangle) + "</MultiGeometry>":                                                                                         {"MultiPolygon", 8, ""},
		"<MultiGeometry>" + polygon(triangle) + "<Point><coordinates>1,2</coordinates></Point></MultiGeometry>":                                                                {"GeometryCollection", 4, "kml.note.collection_others"},
		ring(triangle): {"Polygon", 4, ""},
		"<LineString><coordinates>" + triangle + "</coordinates></LineString>": {"Polygon", 4, "kml.note.lines_closed"},
		"<LineString><coordinates>0,0 1,1</coordinates></LineString>":          {"LineString", 0, "kml.note.open_lines"},
		"<Point><coordinates>1,2,3</coordinates></Point>":                      {"Point", 0, "kml.note.not_polygonal"},
		"<gx:Track><gx:coord>1 2 3</gx:coord></gx:Track>":                      {"Track", 0, "kml.note.not_polygonal"},
		"<name>x</name>":                   {"", 0, "kml.note.no_geometry"},
		"<Polygon/>":                       {"Polygon", 0, "kml.note.empty_ring"},
		polygon(" "):                       {"Polygon", 0, "kml.note.empty_ring"},
		polygon("0,0,7 1,0,7 1,1,7 0,0,7"): {"Polygon", 4, "kml.note.heights"},
		polygon("0,0,0 1,0,0 1,1,0 0,0,0"): {"Polygon", 4, ""},
		polygon("<![CDATA[0,0 1,0 1,1]]>"): {"Polygon", 3, ""},
	} {
		all, err := readAll(doc(mark(inner)))
		if err != nil || len(all) != 1 {
			t.Errorf("%s: %d features, %v", inner, len(all), err)
			continue
		}
		if f := all[0]; f.Kind != want.kind || stored(f.Shape) != want.points || notes(f) != want.notes {
			t.Errorf("%s: %s, %d points, %q", inner, f.Kind, stored(f.Shape), notes(f))
		}
	}
}

func TestCoordinatesAsPeopleWriteThem(t *testing.T) {
	want := geo.Polygon([]geo.Point{{113.5, 30}, {114, -30.25}, {115, 31}})
	for _, text := range []string{
		"113.5,30 114,-30.25 115,31", "113.5,30,0 114,-30.25,0 115,31,0", "\n\t113.5,30,0\r\n 114,-30.25,0\n115,31,0\n",
		"113.5, 30, 0 114, -30.25, 0 115, 31, 0", "113.5, 30 114, -30.25 115, 31", "113.5 ,30 114 , -30.25 115,31",
		"113.5,30,\n114,-30.25,\n115,31", "113.5,30,\n114,-30.25,\n115,31,\n", "+113.5,30. 1.14e2,-30.25 115,31", "113.5,30,1.5e-3 114,-30.25,2 115,31,-1",
	} {
		all, err := readAll(mark(polygon(text)))
		if err != nil || len(all) != 1 || !all[0].Shape.Equal(want) {
			t.Errorf("%q: %v, %v", text, all, err)
		}
	}
}

func TestLayersNamesAndAttributes(t *testing.T) {
	all, err := readAll(doc(`<name>镇.kml</name>` + mark(`<name>甲</name>`) + `<Folder><name>规划</name><Folder><name><![CDATA[范围 <1>]]></name>` +
		`<Placemark id="p1"><name>乙 &amp; &#20025;</name><description>一段话</description><ExtendedData><Data name="面积"><displayName>x</displayName><value>3.6</value></Data></ExtendedData>` + polygon(triangle) + `</Placemark>` +
		`</Folder>` + mark(`<ExtendedData><Data name="名称"><value>戊</value></Data><Data name="编号"><value>5</value></Data></ExtendedData>`) + `</Folder>`))
	if err != nil || len(all) != 3 {
		t.Fatalf("%d features, %v", len(all), err)
	}
	for i, want := range []struct{ layer, name, id, attributes string }{
		{"镇.kml", "甲", "", "name:0=甲;"},
		{"规划/范围 <1>", "乙 & 丹", "p1", "name:0=乙 & 丹;面积:0=3.6;description:0=一段话;"},
		{"规划", "戊", "5", "名称:0=戊;编号:0=5;"},
	} {
		if f := all[i]; f.Layer != want.layer || f.Name != want.name || f.ID != want.id || attributes(f) != want.attributes {
			t.Errorf("feature %d: %q %q %q %s", i, f.Layer, f.Name, f.ID, attributes(f))
		}
	}
}

// The description is what ArcGIS's Layer To KML writes: a table in a table.
func TestTableOfArcGIS(t *testing.T) {
	const description = `<![CDATA[<html xmlns:fo="http://www.w3.org/1999/XSL/Format"><body style="margin:0px"><table style="font-family:Arial"><tr style="text-align:center"><td>梦想小镇</td></tr><tr><td>` +
		`<table style="border-spacing:0px"><tr><td>FID</td><td>0</td></tr><tr bgcolor="#D4E4F3"><td>XZQMC</td><td>梦想&amp;镇</td></tr><tr><td>备注</td><td>&lt;Null&gt;</td></tr><tr><td>备注2</td><td><Null></td></tr></table></td></tr></table></body></html>]]>`
	all, err := readAll(doc(mark(`<description>` + description + `</description>` + polygon(triangle))))
	if err != nil || len(all) != 1 || all[0].Name != "梦想&镇" || all[0].ID != "0" {
		t.Fatalf("%v, %v", all, err)
	}
	if got, want := attributes(all[0]), fmt.Sprintf("FID:0=0;XZQMC:0=梦想&镇;备注:%d=;备注2:%d=;", feature.Null, feature.Null); got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
}

func TestEncodings(t *testing.T) {
	text := strings.Replace(doc(mark(`<name>杭州市梦想小镇</name>`)), "UTF-8", "GBK", 1)
	gbk, err := simplifiedchinese.GBK.NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	wide, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(strings.Replace(text, "GBK", "UTF-16", 1))
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct{ content, notes string }{
		"GBK": {gbk, ""}, "UTF-16": {wide, ""}, "UTF-8 with a mark": {"\ufeff" + text, ""},
		"GBK that says UTF-8": {strings.Replace(gbk, "GBK", "UTF-8", 1), "kml.note.gb18030"},
		"UTF-8 that says GBK": {text, "kml.note.encoding_overruled"},
	} {
		all, err := readAll(c.content)
		if err != nil || len(all) != 1 || all[0].Name != "杭州市梦想小镇" {
			t.Errorf("%s: %v, %v", name, all, err)
		} else if got := notes(all[0]); got != strings.TrimSpace(c.notes+" kml.note.no_geometry") {
			t.Errorf("%s: %q", name, got)
		}
	}
}

func TestFaults(t *testing.T) {
	limits := feature.Limits{Depth: 12, FeatureBytes: 1 << 19, Vertices: 5, Rings: 2, StringBytes: 100, AttributeBytes: 150}
	long := strings.Repeat("x", 60)
	for content, want := range map[string]string{
		"": "file.empty", "hello": "kml.not_kml", "{}": "kml.not_kml",
		doc(mark(polygon("0,0 1"))): "kml.coordinates", doc(mark(polygon("0 0 1 1"))): "kml.coordinates", doc(mark(polygon("0,0,0,0"))): "kml.coordinates",
		doc(mark(polygon("0,0x 1,1"))): "kml.coordinates", doc(mark(polygon("nan,nan"))): "kml.coordinates", doc(mark(polygon("0，0"))): "kml.coordinates",
		doc(mark(polygon("0,0 <!-- <x> --> 1,0 1,1"))):             "kml.coordinates",
		doc(mark(polygon("1e999,0"))):                              "kml.huge_number",
		doc(mark(polygon("0,0 1,0 1,1 1,2 1,3 0,0"))):              "kml.vertices",
		doc(mark(ring("0,0") + ring("0,0") + ring("0,0"))):         "kml.rings",
		doc("<Placemark><name>"):                                   "kml.mismatch",
		"<kml><Placemark><name>":                                   "kml.truncated",
		"<kml><Placemark":                                          "kml.truncated",
		"<kml><!-- ":                                               "kml.truncated",
		"</kml>":                                                   "kml.mismatch",
		doc(mark("<name>" + strings.Repeat("x", 101) + "</name>")): "kml.string_bytes",
		doc(mark("<name>" + long + "</name><description>" + long + "</description><ExtendedData><Data name='k'><value>" + long + "</value></Data></ExtendedData>")): "kml.attribute_bytes",
		doc(mark("<Polygon><innerBoundaryIs>" + ring(triangle) + "</innerBoundaryIs></Polygon>")):                                                                   "kml.no_outer_ring",
		strings.Repeat("<Folder>", 13):                            "kml.depth",
		doc(mark("<x>" + strings.Repeat("y", 1<<20) + "</x>")):    "kml.feature_bytes",
		`<!DOCTYPE kml [<!ENTITY a "aaaaaaaaaa">]><kml>&a;</kml>`: "kml.doctype",
	} {
		if _, err := readWith([]byte(content), limits); kind(err) != want {
			t.Errorf("%.80q: %v, want %s", content, err, want)
		}
	}
	if all, err := readAll(doc(mark("<name>&a;&#x110000;&amp</name>"))); err != nil || len(all) != 1 || !strings.HasPrefix(all[0].Name, "&a;") {
		t.Errorf("an entity nobody declared: %v, %v", all, err)
	}
}

func TestFaultHasItsPlace(t *testing.T) {
	text := mark("<name>甲</name>") + "\n" + mark(polygon("0,0 ?"))
	text = "<kml>" + text + "</kml>"
	all, err := readAll(text)
	var bad *geo.InputError
	if len(all) != 1 || !errors.As(err, &bad) || bad.At != (geo.At{Feature: 2, Byte: int64(strings.Index(text, "?"))}) {
		t.Errorf("%d features, %+v", len(all), err)
	}
}

// A block ends within Placemarks, wherever a reader stops.
func TestCutsAcrossBlocks(t *testing.T) {
	var b strings.Builder
	b.WriteString("<kml><Document><Folder><name>层</name>")
	const many = 20_000
	for i := range many {
		b.WriteString(mark("<name>" + strconv.Itoa(i) + "</name>" + polygon(strconv.Itoa(i)+",0 1,0 1,1")))
	}
	b.WriteString("</Folder></Document></kml>")
	for name, in := range map[string]io.Reader{"whole": strings.NewReader(b.String()), "halves": iotest.HalfReader(strings.NewReader(b.String()))} {
		all, err := collect(feature.Source{Text: in, Limits: feature.DefaultLimits})
		if err != nil || len(all) != many {
			t.Fatalf("%s: %d features, %v", name, len(all), err)
		}
		for i, f := range all {
			if f.Index != i || f.Name != strconv.Itoa(i) || f.Shape.Ring(0, 0).At(0)[0] != float64(i) || f.Layer != "层" || b.String()[f.Byte:][:11] != "<Placemark>" {
				t.Fatalf("%s: feature %d is %+v", name, i, f)
			}
		}
	}
}

func zipOf(t testing.TB, members ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for i := 0; i < len(members); i += 2 {
		m, err := w.Create(members[i])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := m.Write([]byte(members[i+1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestKMZ(t *testing.T) {
	named := func(s string) string { return doc(mark("<name>" + s + "</name>")) }
	all, err := readWith(zipOf(t, "files/b.kml", named("b"), "__MACOSX/._doc.kml", "x", "../../doc.kml", named("c"), "doc.kml", named("a"), "x.png", "x"), feature.DefaultLimits)
	if err != nil || len(all) != 3 || all[0].Name != "a" || all[1].Name != "b" || all[2].Name != "c" || all[2].Index != 2 {
		t.Errorf("%v, %v", all, err)
	}
	whole := zipOf(t, "doc.kml", named("a"))
	secret := bytes.Clone(whole)
	at := bytes.Index(secret, []byte("PK\x01\x02"))
	secret[at+8] |= 1
	for want, content := range map[string][]byte{
		"kml.zip_without_kml": zipOf(t, "a.txt", "x"), "kml.zip_broken": whole[:len(whole)-30], "kml.zip_encrypted": secret,
		"kml.zip_bomb": zipOf(t, "doc.kml", strings.Repeat(" ", 20<<20)),
	} {
		if _, err := readWith(content, feature.DefaultLimits); kind(err) != want {
			t.Errorf("%v, want %s", err, want)
		}
	}
}

func TestRoundTrip(t *testing.T) {
	outer, hole := []geo.Point{{119.123456789, 30}, {120, 30}, {120, 31}, {119.123456789, 30}}, []geo.Point{{119.9, 30.1}, {119.95, 30.2}, {119.95, 30.1}, {119.9, 30.1}}
	in := []feature.Feature{
		{Layer: "规划/范围", Kind: "Polygon", Name: "甲 <&> \"乙\"", Shape: geo.Polygon(outer, hole), Attributes: []feature.Attribute{
			{Key: "name", Text: "甲 <&> \"乙\""}, {Key: "层数", Kind: feature.Number, Text: "12"}, {Key: "a\"b", Kind: feature.Number, Text: "0.12345678901234567890"},
			{Key: "open", Kind: feature.Bool, Text: "false"}, {Key: "注", Text: "两\n行"},
		}},
		{Layer: "核心区", Kind: "MultiPolygon", Shape: geo.Join(geo.Polygon(outer), geo.Polygon(outer, hole)), Attributes: []feature.Attribute{{Key: "层数", Kind: feature.Number, Text: "3"}}},
		{Layer: "核心区", Kind: "Polygon", Name: "丙", Shape: geo.Polygon(outer)},
	}
	for _, name := range []string{"out.kml", "out.KMZ"} {
		path := filepath.Join(t.TempDir(), name)
		if err := WriteFiles(path, in); err != nil {
			t.Fatal(err)
		}
		content, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		all, err := readWith(content, feature.DefaultLimits)
		if err != nil || len(all) != len(in) || isZip(content) != (name == "out.KMZ") {
			t.Fatalf("%s: %d features, %v", name, len(all), err)
		}
		in[2].Attributes = []feature.Attribute{{Key: "name", Text: "丙"}}
		for i, f := range all {
			if !f.Shape.Equal(in[i].Shape) || f.Layer != in[i].Layer || f.Kind != in[i].Kind || f.Name != in[i].Name || !slices.Equal(f.Attributes, in[i].Attributes) {
				t.Errorf("%s: feature %d came back as %+v", name, i, f)
			}
		}
	}
}

func TestWrites(t *testing.T) {
	var b bytes.Buffer
	if err := Write(&b, []feature.Feature{{Shape: geo.Polygon([]geo.Point{{0, 0}, {0, 1}, {1.00000000049, 1}})}}); err != nil || !strings.Contains(b.String(), "<coordinates>0,0 1,1 0,1 0,0</coordinates>") {
		t.Errorf("an open ring the wrong way round: %s, %v", b.String(), err)
	}
	for want, p := range map[string]geo.Point{"kml.write_not_a_number": {0, math.NaN()}, "kml.write_not_degrees": {501000, 3351000}} {
		if err := Write(io.Discard, []feature.Feature{{Shape: geo.Polygon([]geo.Point{p})}}); kind(err) != want {
			t.Errorf("%v, want %s", err, want)
		}
	}
}

func TestSniff(t *testing.T) {
	for _, c := range []struct {
		head, name string
		want       bool
	}{
		{"<?xml version=\"1.0\"?>\n<kml xmlns", "x.txt", true}, {"<gpx>", "x.kml", true}, {"<gpx>", "x.gpx", false}, {"\ufeff <kml>", "x", true},
		{"<\x00k\x00m\x00l\x00>\x00", "x", true}, {"PK\x03\x04....", "x.KMZ", true}, {"PK\x03\x04....doc.kml", "x.zip", true}, {"PK\x03\x04a.shp a.kml", "x.zip", false}, {"", "x.kml", false}, {"{", "x.kml", false},
	} {
		if got := Sniff([]byte(c.head), c.name); got != c.want {
			t.Errorf("%q in %s: %v", c.head, c.name, got)
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, s := range []string{
		doc(mark("<name>甲</name>" + polygon(triangle))), "<kml><Folder><name><![CDATA[x]]></name>" + mark("<MultiGeometry>"+ring("1, 2, 3 4, 5, 6")+"<Point/></MultiGeometry>") + "</Folder></kml>",
		doc(`<Schema><SimpleField type="int" name="a"/></Schema>` + mark(`<ExtendedData><SchemaData><SimpleData name="a">1</SimpleData></SchemaData></ExtendedData>`)),
		doc(mark("<description><![CDATA[<table><tr><td>a<td>b</tr></table>]]></description>")), "<!DOCTYPE x [", "<a b='>'/><!-- --><?x?>", "\xff\xfe<\x00", "<Placemark/>",
	} {
		f.Add([]byte(s))
	}
	f.Add(zipOf(f, "doc.kml", doc(mark(polygon(triangle)))))
	limits := feature.Limits{Depth: 16, FeatureBytes: 1 << 20, Vertices: 50, Rings: 10, StringBytes: 500, AttributeBytes: 1000}
	f.Fuzz(func(t *testing.T, content []byte) {
		all, err := readWith(content, limits)
		if err != nil && kind(err) == "" {
			t.Fatalf("not an error for people: %v", err)
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
		if err := Write(&b, all); kind(err) == "kml.write_not_degrees" {
			return
		} else if err != nil {
			t.Fatal(err)
		}
		again, err := readWith(b.Bytes(), feature.DefaultLimits)
		if err != nil || len(again) != len(all) {
			t.Fatalf("%q comes back as %d features, %v", b.String(), len(again), err)
		}
	})
}

func BenchmarkRead(b *testing.B) {
	text := []byte("<kml><Document>")
	for i := range 2_000 {
		text = append(text, "<Placemark><name>镇</name><Polygon><outerBoundaryIs><LinearRing><coordinates>"...)
		for k := range 201 {
			a := 2 * math.Pi * float64(k%200) / 200
			text = strconv.AppendFloat(text, 100+float64(i)/50+0.01*math.Cos(a), 'f', 7, 64)
			text = append(text, ',')
			text = strconv.AppendFloat(text, 30+0.01*math.Sin(a), 'f', 7, 64)
			text = append(text, ",0 "...)
		}
		text = append(text, "</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark>\n"...)
	}
	text = append(text, "</Document></kml>"...)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		if all, err := readAll(string(text)); err != nil || len(all) != 2_000 {
			b.Fatal(len(all), err)
		}
	}
}
