package points_test

import (
	"math"
	"testing"

	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/planning"
	"zhenjie/planning/points"
)

// kite has its extremes at different corners, and a small second part:
//
//	      1
//	8   /   \
//	   7  .  2-3      9-10
//	    \     /       |  |
//	     6-5-4       12-11
var kite = geo.Join(geo.Polygon(ring(
	geo.Point{120.010, 30.030}, geo.Point{120.020, 30.020}, geo.Point{120.025, 30.019}, geo.Point{120.022, 30.005},
	geo.Point{120.012, 30.003}, geo.Point{120.003, 30.004}, geo.Point{120.000, 30.015},
)), geo.Polygon(box(120.0, 29.98, 120.001, 29.981)))

func TestExtremes(t *testing.T) {
	table := points.Of(kite)
	for side, want := range map[planning.Side]geo.Point{
		planning.East: {120.025, 30.019}, planning.South: {120.001, 29.98}, planning.West: {120, 30.015}, planning.North: {120.010, 30.030},
	} {
		p, ok := table.Extreme(side)
		if !ok || p.Degrees != want {
			t.Errorf("%s: %v, want %v", side, p.Degrees, want)
		}
	}
	if p, ok := points.Of(geo.Shape{}).Extreme(planning.East); ok {
		t.Errorf("the empty shape reaches to %v", p)
	}
	// Degrees as drawn; metres by cs2cs, as in testdata/town.py.
	if said := table.ExtremeText(planning.North).In(words.Zh); said != "最北点 J1：东经120°00′36.00″  北纬30°01′48.00″；X\u00a03323439.021，Y\u00a0500964.572" {
		t.Error(said)
	}
}

// A square of 2 by 1 hundredths of a degree with corners at the thirds of its
// longer edges; from the north-west: 1 2 3 4 along the north, 5 6 7 8 back.
var oblong = geo.Polygon(ring(
	geo.Point{120.00, 30.01}, geo.Point{120.01, 30.01}, geo.Point{120.02, 30.01}, geo.Point{120.03, 30.01},
	geo.Point{120.03, 30.00}, geo.Point{120.02, 30.00}, geo.Point{120.01, 30.00}, geo.Point{120.00, 30.00},
))

func TestSides(t *testing.T) {
	table := points.Of(oblong)
	for side, want := range map[planning.Side][2]string{
		planning.North: {"J1", "J4"}, planning.East: {"J4", "J5"}, planning.South: {"J5", "J8"}, planning.West: {"J8", "J1"},
	} {
		s, ok := table.Side(side)
		if !ok || s.From.Name() != want[0] || s.To.Name() != want[1] {
			t.Errorf("%s: %s to %s, want %v", side, s.From.Name(), s.To.Name(), want)
		}
	}
}

func TestStretch(t *testing.T) {
	table := points.Of(geo.Join(oblong, geo.Polygon(box(121, 30, 121.01, 30.01), box(121.002, 30.002, 121.008, 30.008))))
	// By hand: an edge along the parallel is about 964.9 m, one along the meridian
	// about 1108.6 m (radii of curvature at 30°; table's lengths agree to 1 m).
	for name, c := range map[string]struct {
		from, to geo.Point
		names    [2]string
		length   float64
	}{
		"one edge":             {geo.Point{120.01, 30.01}, geo.Point{120.02, 30.01}, [2]string{"J2", "J3"}, 964.9},
		"nearest, not exact":   {geo.Point{120.012, 30.02}, geo.Point{120.021, 30.008}, [2]string{"J2", "J3"}, 964.9},
		"over the beginning":   {geo.Point{120.00, 30.00}, geo.Point{120.01, 30.01}, [2]string{"J8", "J2"}, 1108.6 + 964.9},
		"all the way round":    {geo.Point{120.01, 30.00}, geo.Point{120.01, 30.00}, [2]string{"J7", "J7"}, 6*964.9 + 2*1108.6},
		"end of another ring":  {geo.Point{120.03, 30.01}, geo.Point{121.00, 30.00}, [2]string{"J4", "J5"}, 1108.6},
		"not of a hole":        {geo.Point{121.002, 30.002}, geo.Point{121.002, 30.008}, [2]string{"J12", "J9"}, 1108.6},
		"an end of no number":  {geo.Point{120.00, 30.00}, geo.Point{math.NaN(), 30}, [2]string{"", ""}, -1},
		"an end at no numbers": {geo.Point{math.NaN(), 30}, geo.Point{120.00, 30.00}, [2]string{"", ""}, -1},
	} {
		s, ok := table.Stretch(planning.Neighbour{From: c.from, To: c.to})
		if !ok {
			if c.length >= 0 {
				t.Errorf("%s: no stretch", name)
			}
			continue
		}
		if s.From.Name() != c.names[0] || s.To.Name() != c.names[1] || math.Abs(s.Length-c.length) > 7 {
			t.Errorf("%s: %s to %s, %.1f m; want %v, %.1f m", name, s.From.Name(), s.To.Name(), s.Length, c.names, c.length)
		}
	}
	if _, ok := table.Outer(13); ok {
		t.Error("J13 is of a hole and counts for an outer ring")
	}
	for n, want := range map[int]bool{0: false, 1: true, 12: true, 16: false, 17: false, -3: false} {
		if _, ok := table.Outer(n); ok != want {
			t.Errorf("Outer(%d): %v", n, ok)
		}
	}
}

func TestSuggest(t *testing.T) {
	at := func(side planning.Side, kind planning.NeighbourKind, name string, from, to int) planning.Neighbour {
		table := points.Of(oblong)
		return planning.Neighbour{Side: side, Kind: kind, Name: name, From: table.At(from - 1).Degrees, To: table.At(to - 1).Degrees}
	}
	all := planning.ListOf(
		at(planning.North, planning.NeighbourVillage, "", 3, 4),
		at(planning.North, planning.NeighbourVillage, "上村", 2, 3),
		at(planning.North, planning.NeighbourOther, "茶园", 1, 2),
		at(planning.South, planning.NeighbourRoad, "G320 国道", 5, 6),
		at(planning.South, planning.NeighbourRoad, "G320 国道", 6, 8),
		at(planning.West, planning.NeighbourRiver, "龙溪", 7, 1), // begins on another side
		at(planning.West, planning.NeighbourRoad, "{place}", 8, 1),
	)
	table := points.Of(oblong)
	for side, want := range map[planning.Side][2]string{
		planning.North: {"茶园、上村、村界", "茶园, 上村, village border"},
		planning.South: {"G320 国道", "G320 国道"},
		planning.West:  {"龙溪、{place}", "龙溪, {place}"},
		planning.East:  {"", ""},
	} {
		text := table.Suggest(side, all)
		if zh, en := text.In(words.Zh), text.In(words.En); zh != want[0] || en != want[1] {
			t.Errorf("%s: %q and %q, want %q", side, zh, en, want)
		}
	}
	if text := points.Of(geo.Shape{}).Suggest(planning.South, all).In(words.Zh); text != "G320 国道" {
		t.Errorf("without an outline: %q", text)
	}
}
