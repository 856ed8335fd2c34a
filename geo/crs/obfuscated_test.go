package crs

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

// The published example of the transform: eviltransform's test points (WGS 84,
// then GCJ-02), printed there to 1e-6°.
func TestGCJ02AgreesWithPublishedPoints(t *testing.T) {
	for _, c := range []struct {
		name                           string
		wgsLat, wgsLon, gcjLat, gcjLon float64
	}{
		{"Shanghai", 31.1774276, 121.5272106, 31.17530398364597, 121.531541859215},
		{"Shenzhen", 22.543847, 113.912316, 22.540796131694766, 113.9171764808363},
		{"Beijing", 39.911954, 116.377817, 39.91334545536069, 116.38404722455657},
	} {
		lon, lat := WGS84ToGCJ02(c.wgsLon, c.wgsLat)
		if math.Abs(lon-c.gcjLon) > 1e-6 || math.Abs(lat-c.gcjLat) > 1e-6 {
			t.Errorf("%s: %v %v, want %v %v", c.name, lat, lon, c.gcjLat, c.gcjLon)
		}
	}
}

func TestShiftedSystemsComeBack(t *testing.T) {
	for name, both := range map[string][2]func(float64, float64) (float64, float64){
		"GCJ-02": {WGS84ToGCJ02, GCJ02ToWGS84},
		"BD-09":  {WGS84ToBD09, BD09ToWGS84},
	} {
		rapid.Check(t, func(t *rapid.T) {
			lon := rapid.Float64Range(72.1, 137.7).Draw(t, "lon")
			lat := rapid.Float64Range(0.9, 55.7).Draw(t, "lat")
			x, y := both[0](lon, lat)
			// No lower bound: the sines of the shift may cancel at a point. That there is one, the published points show.
			if d := math.Hypot(x-lon, y-lat); d > 0.05 {
				t.Fatalf("%s shifts (%v, %v) by %v°", name, lon, lat, d)
			}
			backLon, backLat := both[1](x, y)
			if !(math.Hypot(backLon-lon, backLat-lat) < 1e-9) {
				t.Fatalf("%s: (%v, %v) came back as (%v, %v)", name, lon, lat, backLon, backLat)
			}
		})
	}
}

func TestNoShiftOutsideChina(t *testing.T) {
	for _, p := range [][2]float64{{139.7, 35.7}, {-0.1, 51.5}, {100, -5}, {100, 60}, {math.NaN(), 30}} {
		for _, f := range []func(float64, float64) (float64, float64){WGS84ToGCJ02, GCJ02ToWGS84, WGS84ToBD09, BD09ToWGS84} {
			if x, y := f(p[0], p[1]); x != p[0] && !math.IsNaN(p[0]) || y != p[1] {
				t.Errorf("%v became %v %v", p, x, y)
			}
		}
	}
}

// The values the readme of github.com/wandergis/coordtransform prints.
func TestShiftsAgreeWithCoordtransform(t *testing.T) {
	lon, lat := bdForward(116.404, 39.915)
	if math.Abs(lon-116.41036949371029) > 1e-12 || math.Abs(lat-39.92133699351021) > 1e-12 {
		t.Errorf("BD-09 of GCJ-02: %v %v", lon, lat)
	}
	lon, lat = WGS84ToGCJ02(116.404, 39.915)
	if math.Abs(lon-116.41024449916938) > 1e-12 || math.Abs(lat-39.91640428150164) > 1e-12 {
		t.Errorf("GCJ-02 of WGS 84: %v %v", lon, lat)
	}
}
