package page

import (
	"math"
	"testing"

	"zhenjie/app/workspace"
	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/planning"
	"zhenjie/planning/edit"
)

func large(n int) planning.Plan {
	pts := make([]geo.Point, n+1)
	for i := range pts {
		sin, cos := math.Sincos(2 * math.Pi * float64(i%n) / float64(n))
		pts[i] = geo.Point{120.1 + 0.01*cos, 30.2 + 0.01*sin}
	}
	return planning.Plan{Extent: geo.Polygon(pts)}
}

// BenchmarkMovedPoint10000 shows, in turn, an outline of 10,000 points and the same
// with one of them moved.
func BenchmarkMovedPoint10000(b *testing.B) {
	plan := large(10_000)
	states := []workspace.State{stateOf(plan), stateOf(edit.MovePoint{Layer: edit.Extent, At: at(5000), To: geo.Point{120.0901, 30.2}}.Apply(plan))}
	o, _ := openSides(b, words.Zh, states[0])
	o.page.turn(viewExtent)
	for i := 0; b.Loop(); i++ {
		o.page.Show(states[i%2])
	}
}

// BenchmarkOtherEdit10000 shows a plan in which something else has changed.
func BenchmarkOtherEdit10000(b *testing.B) {
	plan := large(10_000)
	states := []workspace.State{stateOf(plan), stateOf(edit.SetText{Field: edit.TownName, To: "x"}.Apply(plan))}
	o, _ := openSides(b, words.Zh, states[0])
	o.page.turn(viewExtent)
	for i := 0; b.Loop(); i++ {
		o.page.Show(states[i%2])
	}
}

// BenchmarkFirstShow10000 turns to the points of another outline.
func BenchmarkFirstShow10000(b *testing.B) {
	plan := large(10_000)
	other := plan
	other.Extent = plan.Extent.Map(func(p geo.Point) geo.Point { return geo.Point{p[0] + 1e-5, p[1]} })
	states := []workspace.State{stateOf(plan), stateOf(other)}
	o, _ := openSides(b, words.Zh, states[0])
	o.page.turn(viewExtent)
	for i := 0; b.Loop(); i++ {
		o.page.Show(states[i%2])
	}
}
