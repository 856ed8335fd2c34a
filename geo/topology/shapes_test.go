package topology

import (
	"pgregory.net/rapid"

	"zhenjie/geo"
)

// gridRing draws a closed ring on a small integer grid, where touches, shared
// edges and spikes are common.
func gridRing(t *rapid.T, size int) []geo.Point {
	n := rapid.IntRange(3, 8).Draw(t, "corners")
	at := rapid.IntRange(0, size)
	pts := make([]geo.Point, n, n+1)
	for i := range pts {
		pts[i] = geo.Point{float64(at.Draw(t, "x")), float64(at.Draw(t, "y"))}
	}
	return append(pts, pts[0])
}

// block is a square or a diamond about a point; a diamond touches the sides of
// the square of its size, and the next diamond.
func block(t *rapid.T, x, y, half float64) []geo.Point {
	pts := []geo.Point{{x - half, y - half}, {x + half, y - half}, {x + half, y + half}, {x - half, y + half}}
	if rapid.Bool().Draw(t, "diamond") {
		pts = []geo.Point{{x, y - half}, {x + half, y}, {x, y + half}, {x - half, y}}
	}
	if rapid.IntRange(0, 5).Draw(t, "dent") == 0 {
		i := rapid.IntRange(0, 3).Draw(t, "corner")
		pts[i][0] += rapid.SampledFrom([]float64{-2, -1, 1, 2}).Draw(t, "by")
	}
	return append(pts, pts[0])
}

// scattered draws parts and rings anywhere: most are far from valid.
func scattered(t *rapid.T) geo.Shape {
	var b geo.Builder
	size := rapid.IntRange(2, 9).Draw(t, "grid")
	for range rapid.IntRange(1, 3).Draw(t, "parts") {
		b.Part()
		for range rapid.IntRange(1, 3).Draw(t, "rings") {
			b.Ring(gridRing(t, size))
		}
	}
	return b.Shape()
}

// pierced draws a square full of holes that touch each other and the square at
// points: many are valid, the others often miss it in one place.
func pierced(t *rapid.T) geo.Shape {
	var b geo.Builder
	b.Part()
	edge := rapid.SampledFrom([]float64{11, 12, 13}).Draw(t, "edge")
	b.Ring([]geo.Point{{-1, -1}, {edge, -1}, {edge, edge}, {-1, edge}, {-1, -1}})
	for _, site := range rapid.SliceOfNDistinct(rapid.IntRange(0, 8), 1, 9, rapid.ID[int]).Draw(t, "sites") {
		half := rapid.SampledFrom([]float64{1, 2, 2, 2}).Draw(t, "half")
		b.Ring(block(t, float64(site%3*4+1), float64(site/3*4+1), half))
	}
	return b.Shape()
}

// islands draws parts that touch at points, some with a hole, some with a part
// inside the hole of another.
func islands(t *rapid.T) geo.Shape {
	var b geo.Builder
	for _, site := range rapid.SliceOfNDistinct(rapid.IntRange(0, 8), 1, 9, rapid.ID[int]).Draw(t, "sites") {
		x, y := float64(site%3*8), float64(site/3*8)
		b.Part()
		b.Ring(block(t, x, y, 4))
		if !rapid.Bool().Draw(t, "hole") {
			continue
		}
		b.Ring(block(t, x, y, rapid.SampledFrom([]float64{2, 2, 3, 4}).Draw(t, "hole size")))
		if rapid.Bool().Draw(t, "island") {
			b.Part()
			b.Ring(block(t, x, y, rapid.SampledFrom([]float64{1, 2, 3}).Draw(t, "island size")))
		}
	}
	return b.Shape()
}

func gridShape(t *rapid.T) geo.Shape {
	draw := rapid.SampledFrom([]func(*rapid.T) geo.Shape{scattered, pierced, islands}).Draw(t, "manner")
	return draw(t)
}
