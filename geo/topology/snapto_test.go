package topology

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"zhenjie/geo"
)

func TestSnapTo(t *testing.T) {
	const m = 1.0 / 111.2e3 // a metre of latitude, nearly
	at := func(x, y float64) geo.Point { return geo.Point{119 + x*m, 30 + y*m} }
	extent := geo.Polygon([]geo.Point{at(0, 0), at(500, -3), at(1000, 0), at(1000, 1000), at(0, 1000), at(0, 0)})
	for name, c := range map[string]struct {
		core []geo.Point
		want []geo.Point // nil: as it was
		does []ChangeKind
	}{
		"far inside": {[]geo.Point{at(100, 100), at(200, 100), at(200, 200), at(100, 100)}, nil, nil},
		"corners beside corners": {
			[]geo.Point{at(1, 1), at(999, 2), at(500, 500), at(1, 1)},
			[]geo.Point{at(0, 0), at(500, -3), at(1000, 0), at(500, 500), at(0, 0)},
			[]ChangeKind{SnappedToBorder, BorderFollowed, SnappedToBorder},
		},
		"the other way round": {
			[]geo.Point{at(500, 500), at(999, 2), at(1, 1), at(500, 500)},
			[]geo.Point{at(500, 500), at(1000, 0), at(500, -3), at(0, 0), at(500, 500)},
			[]ChangeKind{SnappedToBorder, BorderFollowed, SnappedToBorder},
		},
		"would fold": {
			[]geo.Point{at(1, 1), at(3, 1), at(2, 4), at(1, 1)}, nil, []ChangeKind{LeftAlone},
		},
	} {
		core := geo.Polygon(c.core)
		got, changes := SnapTo(core, extent, 5)
		want := core
		if c.want != nil {
			want = geo.Polygon(c.want)
		}
		if !got.Equal(want) {
			t.Errorf("%s: %v, want %v", name, got.Orb(), want.Orb())
		}
		var did []ChangeKind
		for _, ch := range changes {
			did = append(did, ch.Kind)
		}
		if len(did) != len(c.does) || len(did) == 3 && !sameKinds(did, c.does) {
			t.Errorf("%s: %v, want %v", name, did, c.does)
		}
	}
}

func sameKinds(a, b []ChangeKind) bool {
	count := map[ChangeKind]int{}
	for i := range a {
		count[a[i]]++
		count[b[i]]--
	}
	for _, n := range count {
		if n != 0 {
			return false
		}
	}
	return true
}

// TestSnapToProperties: a core whose corners were measured a little off the
// extent's border lies within it afterwards, for Contains; a second time nothing
// is moved; the effects told add up.
func TestSnapToProperties(t *testing.T) {
	snapped := 0
	rapid.Check(t, func(t *rapid.T) {
		const m = 1.0 / 111.2e3
		extent := town(rapid.IntRange(8, 60).Draw(t, "corners"))
		ring := extent.Ring(0, 0)
		n := ring.Corners()
		from, count := rapid.IntRange(0, n-1).Draw(t, "from"), rapid.IntRange(2, n-2).Draw(t, "count")
		off := func() float64 { return rapid.Float64Range(-1, 1).Draw(t, "off") * m }
		var pts []geo.Point
		for k := range count {
			p, next := ring.At((from+k)%n), ring.Next((from+k)%n)
			pts = append(pts, geo.Point{p[0] + off(), p[1] + off()})
			if f := rapid.Float64Range(0.2, 0.8).Draw(t, "along"); k < count-1 {
				pts = append(pts, geo.Point{p[0] + f*(next[0]-p[0]) + off(), p[1] + f*(next[1]-p[1]) + off()})
			}
		}
		pts = append(pts, geo.Point{119.3, 30.2}, pts[0])
		core := geo.Polygon(pts)
		if !Valid(Check(core)) {
			t.Skip("folded")
		}
		got, changes := SnapTo(core, extent, 2.5)
		if len(changes) == 1 && changes[0].Kind == LeftAlone {
			return
		}
		snapped++
		if problems := Check(got); len(problems) > 0 {
			t.Fatalf("not valid: %v", said(problems))
		}
		if !Contains(extent, got) {
			t.Fatalf("sticks out: %v", got.Orb())
		}
		if again, more := SnapTo(got, extent, 2.5); !again.Equal(got) || len(more) > 0 {
			t.Fatalf("snapped twice: %v", more)
		}
		m2 := measureOf(extent)
		if sum, want := effects(changes), (m2.total(got) - m2.total(core)).M2(); math.Abs(sum-want) > 0.02 {
			t.Fatalf("effects %v, difference %v", sum, want)
		}
	})
	if snapped == 0 {
		t.Error("nothing was snapped")
	}
}
