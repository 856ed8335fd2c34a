package topology

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"zhenjie/geo"
)

// Each case is drawn: a letter is a corner, one character is one unit either
// way, and the lowest line is y = 0. Rings name corners in order and are closed
// unless they end with "~". "|" parts rings, ";" parts. Want lists kinds with
// their places, as the rules of OGC Simple Features 1.2.1, 6.1.11 and 6.1.14, ask.
var pictures = []struct {
	name, picture, rings string
	want                 []string
}{
	{"square", `
		d.c
		...
		a.b`, "abcd", nil},
	{"square, clockwise", `
		d.c
		...
		a.b`, "dcba", nil},
	{"open ring", `
		d.c
		...
		a.b`, "abcd~", []string{"ring.open 0,2"}},
	{"two corners", `
		a.b`, "ab", []string{"ring.short 0,0"}},
	{"to and fro between two corners", `
		a.b`, "abab", []string{"ring.short 0,0"}},
	{"all on a line", `
		a.b.c`, "abc", []string{"ring.collapsed 0,0"}},
	{"repeated point", `
		d.c
		...
		a.b`, "abbbcd", []string{"repeated_point 2,0", "repeated_point 2,0"}},
	{"repeated first point", `
		d.c
		...
		a.b`, "abcda", []string{"repeated_point 0,0"}},
	{"bow tie", `
		b.c
		...
		a.d`, "acbd", []string{"self_intersection 1,1"}},
	{"five-pointed star in one stroke", `
		..a..
		b...e
		.....
		.c.d.`, "acebd", []string{
		"self_intersection 1.3636363636,1.0909090909", "self_intersection 1.6666666667,2", "self_intersection 2,0.6666666667",
		"self_intersection 2.3333333333,2", "self_intersection 2.6363636364,1.0909090909",
	}},
	{"spike outwards", `
		d.c..
		.....
		a.b.e`, "abebcd", []string{"spike 4,0"}},
	{"spike that ends short of its beginning", `
		d.....
		......
		a.f.b.
		......`, "abfd", []string{"spike 4,1"}},
	{"crossing through a corner", `
		b...d
		..o..
		a...e`, "aodeob", []string{"self_intersection 2,1"}},
	{"touching itself corner to corner", `
		b...d
		..o..
		a...e`, "aoedob", []string{"self_touch 2,1"}},
	{"corner on an edge of its own ring", `
		f.e.d
		.....
		a.b.c`, "acdbf", []string{"self_touch 2,0"}},
	{"running along itself", `
		j.i.h.g
		..c.d..
		a.b.e.f`, "abcdefghdcij", []string{"self_intersection 3,1"}},
	{"hole", `
		d.....c
		..hg...
		..ef...
		a.....b`, "abcd|efgh", nil},
	{"hole touching the outer ring in a point", `
		d..e..c
		..hg...
		.......
		a.....b`, "abcd|ehg", nil},
	{"hole touching an edge in two points", `
		d.e.g.c
		...h...
		...f...
		a.....b`, "abcd|ehgf", []string{"interior_disconnected 4,3"}},
	{"hole from side to side", `
		d..e..c
		.......
		..i.j..
		a..f..b`, "abcd|eifj", []string{"interior_disconnected 3,3"}},
	{"hole along an edge", `
		d.e.f.c
		..h.g..
		a.....b`, "abcd|efgh", []string{"rings_share_edge 3,2"}},
	{"hole outside", `
		d.c.h.g
		.......
		a.b.e.f`, "abcd|efgh", []string{"hole_outside 4,0"}},
	{"hole over the edge", `
		d...c...
		..h...g.
		..e...f.
		a...b...`, "abcd|efgh", []string{"rings_cross 4,1", "rings_cross 4,2"}},
	{"hole in a hole", `
		d.......c
		.h.....g.
		...lk....
		...ij....
		.e.....f.
		a.......b`, "abcd|efgh|ijkl", []string{"hole_nested 3,2"}},
	{"hole round the outer ring", `
		h.......g
		..d...c..
		..a...b..
		e.......f`, "abcd|efgh", []string{"hole_outside 0,0"}},
	{"hole equal to the outer ring", `
		d...c
		.....
		a...b`, "abcd|abcd", []string{"rings_share_edge 2,0"}},
	{"holes touching in a point", `
		d.......c
		.h.g.k...
		....i....
		.e.f.j...
		a.......b`, "abcd|efigh|ijk", nil},
	{"three holes touching in a circle", `
		d...........c
		.....e.f.....
		.............
		...h..g..i...
		......m......
		.....j.k.....
		a...........b`, "abcd|ehg|fgi|hjkim", []string{"interior_disconnected 9,3"}},
	{"hole crossing the outer ring through corners", `
		..h.g..
		a.k.m.b
		.......
		d.o.n.c
		..e.f..`, "akmbcnod|hgmnfeok", []string{"rings_cross 2,1", "rings_cross 2,3", "rings_cross 4,1", "rings_cross 4,3"}},
	{"two parts", `
		d.c.h.g
		.......
		a.b.e.f`, "abcd;efgh", nil},
	{"parts touching in a point", `
		....h.g
		d.c....
		....e.f
		a.b....`, "abcd;cegh", nil},
	{"parts side by side", `
		d.c.f
		.....
		a.b.e`, "abcd;befc", []string{"parts_share_edge 2,1"}},
	{"parts side by side, shifted", `
		....f.
		d.c...
		....e.
		a.b...`, "abcd;befc", []string{"parts_share_edge 2,1"}},
	{"parts overlapping", `
		..h...g
		d...c..
		..e...f
		a...b..`, "abcd;efgh", []string{"parts_overlap 2,2", "parts_overlap 4,1"}},
	{"part inside a part, sharing an edge", `
		d..f....c
		...g.....
		a..e....b`, "abcd;aefd", []string{"parts_overlap 1.5,0"}},
	{"part in a part", `
		d.......c
		..h...g..
		..e...f..
		a.......b`, "abcd;efgh", []string{"parts_nested 2,1"}},
	{"part in the hole of a part", `
		d.......c
		.h.....g.
		...lk....
		...ij....
		.e.....f.
		a.......b`, "abcd|efgh;ijkl", nil},
	{"part filling the hole of a part", `
		d.......c
		..h...g..
		..e...f..
		a.......b`, "abcd|efgh;efgh", []string{"parts_share_edge 4,1"}},
	{"part twice", `
		d...c
		.....
		a...b`, "abcd;cbad", []string{"parts_duplicate 2,0"}},
	{"parts crossing through corners", `
		..h.g..
		a.k.m.b
		.......
		d.o.n.c
		..e.f..`, "akmbcnod;hgmnfeok", []string{"parts_overlap 2,1", "parts_overlap 2,3", "parts_overlap 4,1", "parts_overlap 4,3"}},
}

func draw(picture, rings string) geo.Shape {
	lines := strings.Fields(picture)
	at := map[rune]geo.Point{}
	for row, line := range lines {
		for x, letter := range line {
			at[letter] = geo.Point{float64(x), float64(len(lines) - 1 - row)}
		}
	}
	var b geo.Builder
	for part := range strings.SplitSeq(rings, ";") {
		b.Part()
		for ring := range strings.SplitSeq(part, "|") {
			letters, open := strings.CutSuffix(ring, "~")
			var pts []geo.Point
			for _, letter := range letters {
				pts = append(pts, at[letter])
			}
			if !open {
				pts = append(pts, pts[0])
			}
			b.Ring(pts)
		}
	}
	return b.Shape()
}

func said(problems []Problem) (all []string) {
	for _, p := range problems {
		round := func(x float64) float64 { return float64(int64(x*1e10+0.5)) / 1e10 }
		all = append(all, fmt.Sprintf("%s %v,%v", p.Kind, round(p.At[0]), round(p.At[1])))
	}
	slices.Sort(all)
	return all
}

func TestPictures(t *testing.T) {
	for _, p := range pictures {
		s := draw(p.picture, p.rings)
		for name, find := range engines {
			if got := said(checkBy(s, find)); !slices.Equal(got, p.want) {
				t.Errorf("%s, by %s: %q, want %q", p.name, name, got, p.want)
			}
		}
	}
}
