package table

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"zhenjie/geo"
	"zhenjie/geo/feature"
)

// towns are features with what a table must keep: holes, parts, names with every
// sign, attributes, and a feature without a shape.
func towns() (all []feature.Feature) {
	rng := rand.New(rand.NewPCG(1, 2))
	for i, name := range []string{"甲", "", "乙,\"丙\";\t丁", "=1+1", " 戊 ", "甲"} {
		lon, lat := 100+20*rng.Float64(), 20+30*rng.Float64()
		ring := func(lon, r float64) (pts []geo.Point) {
			for k := range 13 {
				a := 2 * math.Pi * float64(k%12) / 12
				pts = append(pts, geo.Point{lon + r*math.Cos(a), lat + r*math.Sin(a)})
			}
			return pts
		}
		f := feature.Feature{Index: i, ID: fmt.Sprint("T", i), Name: name, Kind: "MultiPolygon", Attributes: []feature.Attribute{{Key: "面积", Kind: feature.Number, Text: "3.60"}, {Key: "备注", Text: fmt.Sprint("第", i)}}}
		f.Shape = geo.Join(geo.Polygon(ring(lon, 0.02), ring(lon, 0.01)), geo.Polygon(ring(lon+0.1, 0.02)))
		all = append(all, f)
	}
	return append(all, feature.Feature{Index: len(all), ID: "T9", Name: "无图形"})
}

// near reports whether shapes are the same but for a share of their coordinates.
func near(a, b geo.Shape, share float64) bool {
	if a.Parts() != b.Parts() {
		return false
	}
	for at, ring := range a.All() {
		if at.Ring >= b.Rings(at.Part) || ring.Len() != b.Ring(at.Part, at.Ring).Len() {
			return false
		}
		for i, p := range ring.Points() {
			q := b.Ring(at.Part, at.Ring).At(i)
			if math.Abs(p[0]-q[0]) > share*math.Abs(q[0]) || math.Abs(p[1]-q[1]) > share*math.Abs(q[1]) {
				return false
			}
		}
	}
	return true
}

// check compares features that came back with those that were written.
func check(t *testing.T, got, want []feature.Feature, digits float64) {
	t.Helper()
	if len(got) != len(want) {
		t.Fatalf("%d features came back, want %d", len(got), len(want))
	}
	for i, f := range got {
		w := want[i]
		if f.ID != w.ID || f.Name != strings.TrimSpace(w.Name) && f.Name != strings.ReplaceAll(w.Name, "\t", " ") || !near(f.Shape, w.Shape, digits) {
			t.Errorf("feature %d came back as %q %q, %d parts", i, f.ID, f.Name, f.Shape.Parts())
		}
		kept := map[string]string{}
		for _, a := range f.Attributes {
			kept[a.Key] = a.Text
		}
		for _, a := range w.Attributes {
			if kept[a.Key] != a.Text {
				t.Errorf("feature %d: %s came back as %q, want %q", i, a.Key, kept[a.Key], a.Text)
			}
		}
	}
}

func TestTablesComeBack(t *testing.T) {
	all := towns()
	metres := make([]feature.Feature, len(all))
	for i, f := range all {
		f.CRS = "EPSG:4549"
		f.Shape = f.Shape.Map(func(p geo.Point) geo.Point { return geo.Point{p[0]*1e4 - 1e6 + 500_000, p[1] * 1e5} })
		metres[i] = f
	}
	for name, in := range map[string][]feature.Feature{"degrees": all, "metres": metres} {
		for _, f := range []struct {
			name  string
			write func(io.Writer, []feature.Feature) error
			read  func(feature.Source) feature.Batches
			share float64 // of a coordinate that may be lost: Excel keeps 15 digits
		}{{"CSV", Write, Read, 0}, {"XLSX", WriteXLSX, ReadXLSX, 1e-14}} {
			t.Run(name+" "+f.name, func(t *testing.T) {
				var out bytes.Buffer
				if err := f.write(&out, in); err != nil {
					t.Fatal(err)
				}
				got, err := readFrom(f.read, feature.Source{Text: &out, Limits: feature.DefaultLimits, Attributes: true})
				if err != nil {
					t.Fatal(err)
				}
				check(t, got, in, f.share)
			})
		}
	}
}

func TestSheetsAreLayers(t *testing.T) {
	all := towns()
	long := strings.Repeat("规划", 20)
	for i := range all {
		all[i].Layer = []string{long + "一", long + "二", "a/b"}[i%3]
	}
	var out bytes.Buffer
	if err := WriteXLSX(&out, all); err != nil {
		t.Fatal(err)
	}
	src := feature.Source{At: bytes.NewReader(out.Bytes()), Size: int64(out.Len()), Limits: feature.DefaultLimits}
	sheets, err := LookXLSX(src)
	if err != nil || len(sheets) != 3 || sheets[2].Name != "a_b" || sheets[0].Name == sheets[1].Name {
		t.Fatalf("%v, %v", sheets, err)
	}
	got, err := readFrom(ReadXLSX, src)
	if err != nil || len(got) != len(all) {
		t.Fatalf("%d features, %v", len(got), err)
	}
	for i, f := range got {
		if f.Index != i {
			t.Errorf("feature %d has the number %d", i, f.Index)
		}
	}
	if got[0].Layer != sheets[0].Name || got[len(got)-1].Layer != "a_b" {
		t.Errorf("layers %q … %q", got[0].Layer, got[len(got)-1].Layer)
	}
}

// workbook makes one by excelize, as people fill it in.
func workbook(t *testing.T, sheets map[string][][]any) []byte {
	book := excelize.NewFile()
	defer book.Close()
	for name, rows := range sheets {
		if _, err := book.NewSheet(name); err != nil {
			t.Fatal(err)
		}
		for i, row := range rows {
			if err := book.SetSheetRow(name, fmt.Sprint("A", i+3), &row); err != nil { // two empty rows above
				t.Fatal(err)
			}
		}
	}
	var out bytes.Buffer
	if err := book.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestSheetsWithoutCoordinatesArePassedOver(t *testing.T) {
	text := workbook(t, map[string][][]any{
		"目录": {{"序号", "内容"}, {1, "界址点"}},
		"坐标": {{"点号", "经度", "纬度"}, {"J1", 119.3012, 30.2045}, {"J2", "119°18′43.2″", "30°12′16.2″"}, {"J3", 119.312, 30.215}},
	})
	got, err := readFrom(ReadXLSX, feature.Source{Text: bytes.NewReader(text), Limits: feature.DefaultLimits})
	if err != nil || len(got) != 1 || got[0].Layer != "坐标" || notes(got[0]) != "sheets headings closed" || got[0].Shape.Vertices() != 3 {
		t.Fatalf("%v, %v", got, err)
	}
	if p := got[0].Shape.Ring(0, 0).At(0); p != (geo.Point{119.3012, 30.2045}) {
		t.Errorf("the first point is %v", p)
	}
	text = workbook(t, map[string][][]any{"目录": {{"序号", "内容"}, {1, "界址点"}}})
	if _, err := readFrom(ReadXLSX, feature.Source{Text: bytes.NewReader(text), Limits: feature.DefaultLimits}); kind(err) != "table.no_roles" {
		t.Errorf("no coordinates anywhere: %v", err)
	}
	text = workbook(t, map[string][][]any{"坐标": {{"经度", "纬度"}, {119.3012, 30.2045}, {"119.x", 30}}})
	_, err = readFrom(ReadXLSX, feature.Source{Text: bytes.NewReader(text), Limits: feature.DefaultLimits})
	if !strings.Contains(fmt.Sprint(err), "line 5") { // the number of the row
		t.Errorf("%v names another row", err)
	}
}

func TestDamagedWorkbooks(t *testing.T) {
	sound := workbook(t, map[string][][]any{"坐标": {{"经度", "纬度"}, {119.3012, 30.2045}}})
	for n := 0; n < len(sound); n += 97 {
		if _, err := readFrom(ReadXLSX, feature.Source{Text: bytes.NewReader(sound[:n]), Limits: feature.DefaultLimits}); kind(err) != "table.xlsx_broken" {
			t.Errorf("cut at %d: %v", n, err)
		}
	}
	for name, sheet := range map[string]string{
		"rows that run back": `<row r="5"><c r="A5"><v>1</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>`,
		"a wrong reference":  `<row r="1"><c r="ZZZZZ1"><v>1</v></c></row>`,
		"no XML":             `<row`,
		"a wrong string":     `<row r="1"><c r="A1" t="s"><v>99999999</v></c><c r="B1" t="s"><v>-1</v></c></row>`,
		"a wrong row":        `<row r="-1"><c><v>1</v></c></row><row r="99999999999"><c><v>1</v></c></row>`,
	} {
		var bad *geo.InputError
		_, err := readFrom(ReadXLSX, feature.Source{Text: bytes.NewReader(withSheet(t, sound, sheet)), Limits: feature.DefaultLimits})
		if kind(err) == "" {
			t.Errorf("%s: %v (%T)", name, err, bad)
		}
	}
}

// withSheet puts rows into all sheets of a workbook.
func withSheet(t testing.TB, book []byte, rows string) []byte {
	in, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range in.File {
		to, err := w.Create(f.Name)
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasPrefix(f.Name, "xl/worksheets/sheet") {
			fmt.Fprintf(to, `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>%s</sheetData></worksheet>`, rows)
			continue
		}
		from, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.Copy(to, from); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestWhatCannotBeWritten(t *testing.T) {
	square := func(x, y float64) feature.Feature {
		return feature.Feature{Shape: geo.Polygon([]geo.Point{{x, y}, {x + 1, y}, {x, y + 1}})}
	}
	for _, write := range []func(io.Writer, []feature.Feature) error{Write, WriteXLSX} {
		for name, c := range map[string]struct {
			in   []feature.Feature
			kind string
		}{
			"not a number": {[]feature.Feature{square(math.NaN(), 1)}, "table.write_not_a_number"},
			"two units":    {[]feature.Feature{square(119, 30), square(500_000, 3_000_000)}, "table.write_mixed"},
			"nothing":      {nil, ""},
		} {
			if err := write(io.Discard, c.in); kind(err) != c.kind || c.kind == "" && err != nil {
				t.Errorf("%s: %v, want %q", name, err, c.kind)
			}
		}
		if err := write(fullDisk{}, towns()); err == nil {
			t.Error("a full disk is not told")
		}
	}
}

type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) { return 0, bytes.ErrTooLarge }
