package check

import (
	"testing"

	"pgregory.net/rapid"

	"zhenjie/geo"
	"zhenjie/geo/area"
	"zhenjie/planning"
)

func box(west, south, east, north float64) geo.Shape {
	return geo.Polygon([]geo.Point{{west, south}, {east, south}, {east, north}, {west, north}, {west, south}})
}

// TestMeasureTakesFromTheOldFactsWhatStillHolds puts a mark into what is known
// that no measurement gives: it shows what was taken over.
func TestMeasureTakesFromTheOldFactsWhatStillHolds(t *testing.T) {
	const mark = 12345
	p := planning.Plan{Extent: box(120, 30, 120.02, 30.02), Core: box(120.015, 30.005, 120.025, 30.015)}
	marked := func() Facts {
		f := Measure(p, Facts{})
		for i := range f.known.outlines {
			f.known.outlines[i].Areas.Geodesic = mark
		}
		f.known.overlaps[0].Area = mark
		return f
	}
	changed := func(change func(*planning.Plan)) planning.Plan {
		q := p
		change(&q)
		return q
	}
	extent := changed(func(q *planning.Plan) { q.Extent = box(120, 30, 120.021, 30.02) })
	swapped := changed(func(q *planning.Plan) { q.Extent, q.Core = p.Core, p.Extent })
	type taken struct{ extent, core, outside bool }
	for what, c := range map[string]struct {
		plans []planning.Plan // one after the other
		want  taken
	}{
		"nothing":                     {[]planning.Plan{p}, taken{true, true, true}},
		"the name":                    {[]planning.Plan{changed(func(q *planning.Plan) { q.Identity.Name = "x" })}, taken{true, true, true}},
		"the accuracy":                {[]planning.Plan{changed(func(q *planning.Plan) { q.Settings.VertexSigma = 2 })}, taken{true, true, true}},
		"the extent":                  {[]planning.Plan{extent}, taken{false, true, false}},
		"the core":                    {[]planning.Plan{changed(func(q *planning.Plan) { q.Core = box(120, 30, 120.01, 30.01) })}, taken{true, false, false}},
		"the roles":                   {[]planning.Plan{swapped}, taken{true, true, false}},
		"the extent, and back":        {[]planning.Plan{extent, p}, taken{true, true, true}},
		"the roles, and back":         {[]planning.Plan{swapped, p}, taken{true, true, true}},
		"nothing but where it stands": {[]planning.Plan{changed(func(q *planning.Plan) { q.Extent = box(120, 30, 120.02, 30.02) })}, taken{true, true, true}},
	} {
		f := marked()
		for _, q := range c.plans {
			f = Measure(q, f)
		}
		got := taken{f.Extent.Areas.Geodesic == mark, f.Core.Areas.Geodesic == mark, f.Outside.Area == mark}
		if got != c.want {
			t.Errorf("%s changed: taken over %+v, want %+v", what, got, c.want)
		}
	}
}

// TestFactsDoNotDependOnWhatWasKnown: measuring after any other plans gives just
// what measuring at once gives, and the deviation is that of package area to the
// last bit.
func TestFactsDoNotDependOnWhatWasKnown(t *testing.T) {
	shapes := []geo.Shape{
		{}, box(120, 30, 120.02, 30.02), box(120.015, 30.005, 120.025, 30.015), box(120.005, 30.005, 120.01, 30.01),
		geo.Polygon([]geo.Point{{120, 30}, {120.02, 30.02}, {120.02, 30}, {120, 30.021}, {120, 30}}),
	}
	rapid.Check(t, func(t *rapid.T) {
		var f Facts
		for range rapid.IntRange(1, 9).Draw(t, "plans") {
			p := planning.Plan{
				Extent:   rapid.SampledFrom(shapes).Draw(t, "extent"),
				Core:     rapid.SampledFrom(shapes).Draw(t, "core"),
				Settings: planning.Settings{VertexSigma: rapid.SampledFrom([]float64{0, 0.05, 0.3, 7}).Draw(t, "sigma")},
			}
			f = Measure(p, f)
			at := Measure(p, Facts{})
			if !f.Extent.Shape.Equal(p.Extent) || !f.Core.Shape.Equal(p.Core) || len(f.Extent.Problems) != len(at.Extent.Problems) {
				t.Fatal("the facts are of other shapes")
			}
			same(t, f.Extent.Areas, area.Of(p.Extent, area.All, p.Settings.Sigma()))
			same(t, f.Core.Areas, area.Of(p.Core, area.All, p.Settings.Sigma()))
			same(t, area.Measures{Survey: f.Outside.Area, Sigma: f.Outside.Sigma}, area.Measures{Survey: at.Outside.Area, Sigma: at.Outside.Sigma})
			if len(f.known.outlines) > remembered || len(f.known.overlaps) > remembered {
				t.Fatalf("%d outlines and %d overlaps are kept", len(f.known.outlines), len(f.known.overlaps))
			}
		}
	})
}

func same(t *rapid.T, got, want area.Measures) {
	for _, pair := range [][2]geo.Area{
		{got.Survey, want.Survey}, {got.Geodesic, want.Geodesic}, {got.Plane, want.Plane}, {got.Sigma, want.Sigma},
	} {
		if pair[0] != pair[1] && (pair[0].Known() || pair[1].Known()) {
			t.Fatalf("%+v, want %+v", got, want)
		}
	}
}
