package sites_test

import (
	"math"
	"testing"

	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/planning"
	"zhenjie/planning/sites"
)

func box(west, south, east, north float64) []geo.Point {
	return []geo.Point{{west, south}, {east, south}, {east, north}, {west, north}, {west, south}}
}

// The extent is a square with a square hole; the core lies in its south-west.
//
//	30.04 ┌───────────┐
//	      │   ┌───┐   │  hole 120.01–120.02, 30.02–30.03
//	      │   └───┘   │
//	      ├───┐       │
//	      │ 核 │       │  core to 120.01, 30.01
//	30.00 └───┴───────┘
//	   120.00       120.04
var town = planning.Plan{
	Extent: geo.Polygon(box(120, 30, 120.04, 30.04), box(120.01, 30.02, 120.02, 30.03)),
	Core:   geo.Polygon(box(120, 30, 120.01, 30.01)),
}

func TestHowSitesLie(t *testing.T) {
	bowTie := geo.Polygon([]geo.Point{{120, 30}, {120.01, 30.01}, {120.01, 30}, {120, 30.01}, {120, 30}})
	const mm = 1e-3 / 111_320
	for _, c := range []struct {
		what         string
		site         planning.Site
		extent, core sites.Lies
	}{
		{"a point in the core", planning.Site{Point: geo.Point{120.005, 30.005}}, sites.Inside, sites.Inside},
		{"a point beside the core", planning.Site{Point: geo.Point{120.03, 30.005}}, sites.Inside, sites.Outside},
		{"a point in the hole", planning.Site{Point: geo.Point{120.015, 30.025}}, sites.Outside, sites.Outside},
		{"a point far away", planning.Site{Point: geo.Point{121, 31}}, sites.Outside, sites.Outside},
		{"a point on the border, off by a millimetre", planning.Site{Point: geo.Point{120 - mm, 30.005}}, sites.Inside, sites.Inside},
		{"a point 2 cm outside", planning.Site{Point: geo.Point{120.02, 30 - 20*mm}}, sites.Outside, sites.Outside},
		{"a ground inside", planning.Site{Shape: geo.Polygon(box(120.03, 30.03, 120.035, 30.035))}, sites.Inside, sites.Outside},
		{"the very core", planning.Site{Shape: town.Core}, sites.Inside, sites.Inside},
		{"the core and a little", planning.Site{Shape: geo.Polygon(box(120-mm, 30, 120.01+mm, 30.01))}, sites.Inside, sites.Inside},
		{"across the border", planning.Site{Shape: geo.Polygon(box(120.03, 30.03, 120.05, 30.035))}, sites.Across, sites.Outside},
		{"over the hole", planning.Site{Shape: geo.Polygon(box(120.005, 30.015, 120.025, 30.035))}, sites.Across, sites.Outside},
		{"in the hole, to its brim", planning.Site{Shape: geo.Polygon(box(120.01, 30.02, 120.02, 30.03))}, sites.Outside, sites.Outside},
		{"round everything", planning.Site{Shape: geo.Polygon(box(119, 29, 121, 31))}, sites.Across, sites.Across},
		{"a bow tie", planning.Site{Shape: bowTie}, sites.Unknown, sites.Unknown},
	} {
		p := town
		p.Sites = planning.ListOf(c.site)
		got := sites.Of(p)[0]
		if got.Extent != c.extent || got.Core != c.core || got.Fault.IsZero() != (c.what != "a bow tie") {
			t.Errorf("%s: %v to the extent, %v to the core, fault %q; want %v and %v", c.what, got.Extent, got.Core, got.Fault.In(words.Zh), c.extent, c.core)
		}
		if said := !got.Remark().IsZero(); said != (c.extent >= sites.Across || c.what == "a bow tie") {
			t.Errorf("%s: %q", c.what, got.Remark().In(words.Zh))
		}
	}
}

func TestWhoStandsOutside(t *testing.T) {
	p := town
	if s := sites.Summary(sites.Of(p)); !s.IsZero() {
		t.Errorf("without sites: %q", s.In(words.Zh))
	}
	p.Sites = planning.ListOf(
		planning.Site{Project: "甲", Point: geo.Point{120.005, 30.005}},
		planning.Site{Project: "乙", Point: geo.Point{120.03, 30.005}},
		planning.Site{Project: "丙", Point: geo.Point{121, 31}})
	if zh, want := sites.Summary(sites.Of(p)).In(words.Zh), "位置超出规划范围的项目：丙"; zh != want {
		t.Errorf("said: %q, want %q", zh, want)
	}
	for _, name := range []string{"丁", "戊", "己"} {
		p.Sites = p.Sites.Append(planning.Site{Project: name})
	}
	if zh, want := sites.Summary(sites.Of(p)).In(words.Zh), "位置超出规划范围的项目：丙、丁、戊等 4 个"; zh != want {
		t.Errorf("said: %q, want %q", zh, want)
	}
	p.Extent, p.Core = geo.Shape{}, geo.Shape{}
	if s := sites.Summary(sites.Of(p)); !s.IsZero() {
		t.Errorf("outside of nothing: %q", s.In(words.Zh))
	}
}

func TestWhatProjectsCost(t *testing.T) {
	p := planning.Plan{
		Projects: planning.ListOf(planning.Project{Name: "甲", Budget: 5}, planning.Project{Name: "乙"}, planning.Project{Name: "丙"}),
		Schedule: planning.Schedule{Rows: planning.ListOf(
			planning.ScheduleItem{Project: "甲", Amounts: [planning.MaxYears]planning.Money{1}},
			planning.ScheduleItem{Project: "乙", Amounts: [planning.MaxYears]planning.Money{1, 2}},
			planning.ScheduleItem{Project: "乙", Amounts: [planning.MaxYears]planning.Money{0, 0, 4}})},
	}
	for name, want := range map[string]planning.Money{"甲": 5, "乙": 7, "丙": 0} {
		if got := sites.Money(p)[name]; got != want {
			t.Errorf("%s costs %d, want %d", name, got, want)
		}
	}
}

func TestTheSymbolStandsOnItsGround(t *testing.T) {
	// A horseshoe open to the east: the middle of its box is not part of it.
	shoe := geo.Polygon([]geo.Point{{0, 0}, {3, 0}, {3, 1}, {1, 1}, {1, 2}, {3, 2}, {3, 3}, {0, 3}, {0, 0}})
	if got := sites.Middle(planning.Site{Shape: shoe}); got != (geo.Point{0.5, 1.5}) {
		t.Errorf("in the horseshoe: %v, want 0.5, 1.5", got)
	}
	ring := geo.Polygon(box(0, 0, 3, 3), box(1, 1, 2.5, 2))
	if got := sites.Middle(planning.Site{Shape: ring}); math.Abs(got[0]-0.5) > 1e-12 || got[1] != 1.5 {
		t.Errorf("in the ring: %v, want 0.5, 1.5", got)
	}
	if got := sites.Middle(planning.Site{Point: geo.Point{120, 30}}); got != (geo.Point{120, 30}) {
		t.Errorf("of a point: %v", got)
	}
}
