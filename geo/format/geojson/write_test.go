package geojson

import (
	"bytes"
	"encoding/json"
	"math"
	"strings"
	"testing"

	"zhenjie/geo"
	"zhenjie/geo/feature"
)

func TestWrite(t *testing.T) {
	ccw := []geo.Point{{1, 1}, {4, 1}, {4, 4}, {1, 4}, {1, 1}}
	cw := []geo.Point{{2, 2}, {2, 3}, {3, 3}, {3, 2}, {2, 2}}
	const outer, hole = `[[1,1],[4,1],[4,4],[1,4],[1,1]]`, `[[2,2],[2,3],[3,3],[3,2],[2,2]]`
	reversed := func(pts []geo.Point) []geo.Point {
		out := make([]geo.Point, 0, len(pts))
		for i := range pts {
			out = append(out, pts[len(pts)-1-i])
		}
		return out
	}
	for _, c := range []struct {
		name string
		in   feature.Feature
		want string
	}{
		{"as it should be", feature.Feature{Shape: geo.Polygon(ccw, cw)}, `{"type":"Polygon","coordinates":[` + outer + `,` + hole + `]}`},
		{"wound the other way", feature.Feature{Shape: geo.Polygon(reversed(ccw), reversed(cw))}, `{"type":"Polygon","coordinates":[` + outer + `,` + hole + `]}`},
		{"open", feature.Feature{Shape: geo.Polygon(ccw[:4], cw[:4])}, `{"type":"Polygon","coordinates":[` + outer + `,` + hole + `]}`},
		{"parts", feature.Feature{Shape: geo.Join(geo.Polygon(ccw), geo.Polygon(ccw))}, `{"type":"MultiPolygon","coordinates":[[` + outer + `],[` + outer + `]]}`},
		{"one part of a multipolygon", feature.Feature{Kind: "MultiPolygon", Shape: geo.Polygon(ccw)}, `{"type":"MultiPolygon","coordinates":[[` + outer + `]]}`},
		{"nothing", feature.Feature{}, `null`},
		{"a ring without points", feature.Feature{Shape: geo.Polygon(nil)}, `{"type":"Polygon","coordinates":[[]]}`},
	} {
		var out bytes.Buffer
		if err := Write(&out, []feature.Feature{c.in}); err != nil {
			t.Fatal(err)
		}
		want := "{\"type\":\"FeatureCollection\",\"features\":[\n{\"type\":\"Feature\",\"properties\":{},\"geometry\":" + c.want + "}\n]}\n"
		if out.String() != want {
			t.Errorf("%s: wrote\n%swant\n%s", c.name, out.String(), want)
		}
	}
}

func TestWriteAndReadBack(t *testing.T) {
	tenth := 0.1
	pts := []geo.Point{{120.123456789012345, 30.1}, {121, 30 + tenth*3}, {120.5, 31.000000000000004}, {120.123456789012345, 30.1}}
	in := []feature.Feature{
		{ID: "7", Name: "梦想\"小镇\"\n\u2028<&", Kind: "Polygon", Shape: geo.Polygon(pts)},
		{Index: 1, Name: "", Kind: "Polygon", Shape: geo.Polygon(pts)},
	}
	var out bytes.Buffer
	if err := Write(&out, in); err != nil || !json.Valid(out.Bytes()) {
		t.Fatalf("%v: %s", err, &out)
	}
	back, err := readAll(out.Bytes(), feature.DefaultLimits, true)
	if err != nil || len(back) != 2 || back[0].ID != "7" || back[0].Name != in[0].Name || !back[0].Shape.Equal(in[0].Shape) {
		t.Errorf("read back %s, %v", show(back), err)
	}
}

func TestWriteRounded(t *testing.T) {
	s := geo.Polygon([]geo.Point{{120.12345678, -0.00000001}, {121.1, 30.10000000001}, {1e-9, 31}})
	var out bytes.Buffer
	if err := WriteRounded(&out, []feature.Feature{{Shape: s}}, 7); err != nil {
		t.Fatal(err)
	}
	if want := `[[120.1234568,0],[121.1,30.1],[0,31],[120.1234568,0]]`; !strings.Contains(out.String(), want) {
		t.Errorf("wrote %s, want %s", &out, want)
	}
	out.Reset()
	if err := WriteRounded(&out, []feature.Feature{{Shape: geo.Polygon([]geo.Point{{10, 0}, {20.4, 0}, {100, 20}})}}, 0); err != nil {
		t.Fatal(err)
	}
	if want := `[[10,0],[20,0],[100,20],[10,0]]`; !strings.Contains(out.String(), want) {
		t.Errorf("wrote %s, want %s", &out, want)
	}
}

func TestWriteRefusesWhatIsNoNumber(t *testing.T) {
	bad := feature.Feature{Shape: geo.Polygon([]geo.Point{{1, math.NaN()}})}
	err := Write(&bytes.Buffer{}, []feature.Feature{{}, bad})
	checkKind(t, "NaN", err, "geojson.write_not_a_number")
}

func TestWriteTellsOfAFullDisk(t *testing.T) {
	if err := Write(fullDisk{}, []feature.Feature{{Name: "a"}}); err == nil {
		t.Error("no error")
	}
}

type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) { return 0, bytes.ErrTooLarge }
