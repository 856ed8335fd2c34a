package points_test

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"zhenjie/geo"
	"zhenjie/planning/points"
)

func TestMoved(t *testing.T) {
	table := points.Of(kite)
	p := table.At(0) // 120.010 30.030; 3323439.021 500964.572 by cs2cs
	for c, want := range map[points.Coordinate]string{points.X: "3323439.021", points.Y: "500964.572", points.Lon: "120.01000000", points.Lat: "30.03000000"} {
		if got := p.Text(c); got != want {
			t.Errorf("coordinate %d reads %s, want %s", c, got, want)
		}
		if to, err := table.Moved(p, c, want); err != nil || to != p.Degrees {
			t.Errorf("typing what stands there moves to %v, %v", to, err)
		}
	}
	for text, want := range map[string]geo.Point{"120°01′E": {120 + 1.0/60, 30.03}, "120.02": {120.02, 30.03}} {
		if to, err := table.Moved(p, points.Lon, text); err != nil || to != want {
			t.Errorf("longitude %q moves to %v, %v; want %v", text, to, err, want)
		}
	}
	if to, err := table.Moved(p, points.Lat, "30.5"); err != nil || to != (geo.Point{120.01, 30.5}) {
		t.Errorf("a latitude moves to %v, %v", to, err)
	}
	for c, want := range map[points.Coordinate]string{points.X: "points.metres", points.Y: "points.metres", points.Lon: "points.longitude", points.Lat: "points.latitude"} {
		if _, err := table.Moved(p, c, "?"); kind(err) != want {
			t.Errorf("coordinate %d: %v, want %s", c, err, want)
		}
	}
	lost := points.Of(geo.Polygon([]geo.Point{{math.NaN(), 30}, {120, 31}, {121, 30}}))
	if _, err := lost.Moved(lost.At(1), points.X, "3323439.021"); kind(err) != "points.no_zone" {
		t.Errorf("metres without a zone: %v", err)
	}
}

// What was typed is what the table reads afterwards, and the other number of the
// pair stays: both to the millimetre it prints.
func TestTypedMetresAreReadAgain(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		pts := box(120, 30, 120.02, 30.02)
		table := points.Of(geo.Polygon(pts))
		p := table.At(0)
		typed := geo.Decimal(p.North+rapid.Float64Range(-50, 50).Draw(t, "by"), 3)
		to, err := table.Moved(p, points.X, typed)
		if err != nil {
			t.Fatal(err)
		}
		pts[3] = to
		again := points.Of(geo.Polygon(pts)).At(0)
		if again.Text(points.X) != typed || again.Text(points.Y) != p.Text(points.Y) {
			t.Fatalf("typed %s %s, reads %s %s", typed, p.Text(points.Y), again.Text(points.X), again.Text(points.Y))
		}
	})
}
