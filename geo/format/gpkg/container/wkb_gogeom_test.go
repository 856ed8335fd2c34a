package container

import (
	"encoding/binary"
	"testing"

	"github.com/twpayne/go-geom"
	"github.com/twpayne/go-geom/encoding/wkb"

	"zhenjie/geo"
)

// TestWKBAgainstGoGeom has another implementation read what is written here
// and write what is read here.
func TestWKBAgainstGoGeom(t *testing.T) {
	shape := geo.Join(
		geo.Polygon(
			[]geo.Point{{120, 30}, {120.1, 30}, {120.05, 30.1 / 3}, {120, 30}},
			[]geo.Point{{120.01, 30.001}, {120.02, 30.002}, {120.015, 30.003}, {120.01, 30.001}}),
		geo.Polygon([]geo.Point{{-1e-300, 5e-324}, {1, 0}, {1, 1}, {-1e-300, 5e-324}}),
	)
	g, err := wkb.Unmarshal(AppendWKB(nil, shape))
	if err != nil {
		t.Fatal(err)
	}
	mp, ok := g.(*geom.MultiPolygon)
	if !ok {
		t.Fatalf("read as %T", g)
	}
	if got := ofGoGeom(mp); !got.Equal(shape) {
		t.Errorf("go-geom reads %v", mp.Coords())
	}
	for _, order := range []binary.ByteOrder{wkb.NDR, wkb.XDR} {
		data, err := wkb.Marshal(mp, order)
		if err != nil {
			t.Fatal(err)
		}
		if got, err := ReadWKB(data, 0); err != nil || !got.Equal(shape) {
			t.Errorf("%v, written by go-geom: %v, %v", order, got, err)
		}
	}
}

func ofGoGeom(mp *geom.MultiPolygon) geo.Shape {
	var b geo.Builder
	for _, polygon := range mp.Coords() {
		b.Part()
		for _, ring := range polygon {
			var pts []geo.Point
			for _, c := range ring {
				pts = append(pts, geo.Point{c[0], c[1]})
			}
			b.Ring(pts)
		}
	}
	return b.Shape()
}
