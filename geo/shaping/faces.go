package shaping

import (
	"cmp"
	"math"
	"slices"

	"zhenjie/geo"
	"zhenjie/geo/shaping/flat"
)

// faces returns what lines enclose, as shapes of one part each: the pieces of the
// plane that are left when it is cut along all of them. The lines must meet in
// their points only. Those that lead nowhere cut nothing.
func faces(lines [][]geo.Point) []geo.Shape {
	g := graphOf(lines)
	g.prune()
	rounds := g.rounds()
	for g.dropBridges(rounds) {
		g.prune()
		rounds = g.rounds()
	}
	return g.assemble(rounds)
}

// graph is a drawing of straight edges that meet in nodes. Each edge is two darts,
// e and e^1, one each way; a dart has its face on the left.
type graph struct {
	at   []geo.Point // by node
	from []int       // by dart
	gone []bool      // by dart
	out  [][]int     // by node: the darts that leave it, counterclockwise
}

func graphOf(lines [][]geo.Point) *graph {
	g := &graph{}
	ids := map[geo.Point]int{}
	seen := map[[2]int]bool{}
	for _, line := range lines {
		last := -1
		for _, p := range line {
			id, ok := ids[p]
			if !ok {
				id = len(g.at)
				ids[p] = id
				g.at = append(g.at, p)
				g.out = append(g.out, nil)
			}
			if edge := [2]int{min(last, id), max(last, id)}; last >= 0 && last != id && !seen[edge] {
				seen[edge] = true
				g.out[last] = append(g.out[last], len(g.from))
				g.out[id] = append(g.out[id], len(g.from)+1)
				g.from = append(g.from, last, id)
			}
			last = id
		}
	}
	g.gone = make([]bool, len(g.from))
	for v, darts := range g.out {
		slices.SortFunc(darts, func(a, b int) int { return cmp.Compare(g.direction(v, a), g.direction(v, b)) })
	}
	return g
}

func (g *graph) direction(v, dart int) float64 {
	d := flat.Sub(g.at[g.from[dart^1]], g.at[v])
	return math.Atan2(d[1], d[0])
}

func (g *graph) drop(dart int) {
	for _, d := range [...]int{dart, dart ^ 1} {
		v := g.from[d]
		g.out[v] = slices.DeleteFunc(g.out[v], func(e int) bool { return e == d })
		g.gone[d] = true
	}
}

// prune takes away the lines that end in nothing.
func (g *graph) prune() {
	for v := range g.at {
		for len(g.out[v]) == 1 {
			next := g.from[g.out[v][0]^1]
			g.drop(g.out[v][0])
			v = next
		}
	}
}

// rounds returns the ways round all faces, as darts: at each node it turns as far
// to the left as it can.
func (g *graph) rounds() [][]int {
	done := make([]bool, len(g.from))
	var all [][]int
	for first := range g.from {
		if g.gone[first] {
			continue
		}
		var round []int
		for d := first; !done[d]; d = g.next(d) {
			done[d] = true
			round = append(round, d)
		}
		if len(round) > 0 {
			all = append(all, round)
		}
	}
	return all
}

// next is the dart that follows round the face on the left: the first one
// clockwise from the way back.
func (g *graph) next(dart int) int {
	darts := g.out[g.from[dart^1]]
	i := slices.Index(darts, dart^1)
	return darts[(i+len(darts)-1)%len(darts)]
}

// dropBridges takes away the edges that have one face on both sides, and reports
// whether there were any.
func (g *graph) dropBridges(rounds [][]int) bool {
	face := make([]int, len(g.from))
	for k, round := range rounds {
		for _, d := range round {
			face[d] = k
		}
	}
	any := false
	for d := 0; d < len(g.from); d += 2 {
		if !g.gone[d] && face[d] == face[d+1] {
			g.drop(d)
			any = true
		}
	}
	return any
}
