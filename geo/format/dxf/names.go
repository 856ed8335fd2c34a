package dxf

import (
	"math"
	"strings"
	"unicode"

	"github.com/peterstace/simplefeatures/rtree"

	"zhenjie/geo"
	"zhenjie/geo/feature"
	"zhenjie/geo/shaping/flat"
)

// label is a text that may name the figure it stands in.
type label struct {
	at    geo.Point
	layer int
	text  string
	rank  int // of the attribute it is, among those that look like names
}

// mostNaming bounds the edges looked at to find what texts stand in.
const mostNaming = 1 << 31

// label takes a text. One that a tag ties to a feature names that and no other.
func (s *sheet) label(e *entity, t *text, at geo.Point, layer int) {
	plain := t.plain(s.encoding)
	number, named := e.tag.named()
	switch {
	case plain == "":
	case named:
		s.names[number] = plain
	case bounded([]geo.Point{at}):
		s.labels = append(s.labels, label{at, layer, plain, feature.NameKeys.Rank([]byte(s.decode([]byte(t.key))))})
	}
}

// nameFigures gives each figure the text that stands in it, when there is just
// one that could be a name. A text stands in the smallest figure round it, of
// its own layer if there is one.
func (s *sheet) nameFigures() {
	if len(s.labels) == 0 {
		return
	}
	n := namer{sheet: s, sizes: make([]float64, len(s.figures)), texts: make([][]int, len(s.figures))}
	items := make([]rtree.BulkItem, len(s.figures))
	for i := range s.figures {
		f := &s.figures[i]
		items[i] = rtree.BulkItem{Box: f.box(), RecordID: i}
		n.sizes[i] = f.size()
	}
	tree := rtree.BulkLoad(items)
	for k, l := range s.labels {
		n.found = n.found[:0]
		box := rtree.Box{MinX: l.at[0], MinY: l.at[1], MaxX: l.at[0], MaxY: l.at[1]}
		tree.RangeSearch(box, func(i int) error { // which fails only when this does
			if n.holds(&s.figures[i], l.at) {
				n.found = append(n.found, i)
			}
			return nil
		})
		n.place(k)
	}
	for i, texts := range n.texts {
		if f := &s.figures[i]; f.name == "" {
			f.name = n.choose(texts)
		}
	}
	s.seen.unnamed = n.work > mostNaming
}

// namer finds out which texts stand in which figures.
type namer struct {
	*sheet
	sizes []float64 // by figure
	texts [][]int   // by figure: labels in it
	found []int     // figures round the label in hand
	work  int
}

func (n *namer) holds(f *figure, p geo.Point) bool {
	for _, rings := range f.parts {
		in := false
		for r, ring := range rings {
			if n.work += len(ring); n.work > mostNaming {
				return false
			}
			if inside := flat.Inside(ring[:len(ring)-1], p); r == 0 {
				in = inside
			} else if inside {
				in = false
			}
			if !in {
				break
			}
		}
		if in {
			return true
		}
	}
	return false
}

// place gives a label to the smallest of the figures found, and to those drawn
// over that.
func (n *namer) place(label int) {
	same := false
	for _, i := range n.found {
		same = same || n.figures[i].layer == n.labels[label].layer
	}
	fits := func(i int) bool { return !same || n.figures[i].layer == n.labels[label].layer }
	smallest := math.Inf(1)
	for _, i := range n.found {
		if fits(i) {
			smallest = min(smallest, n.sizes[i])
		}
	}
	const alike = 1 + 1e-6
	for _, i := range n.found {
		if fits(i) && n.sizes[i] <= alike*smallest {
			n.texts[i] = append(n.texts[i], label)
		}
	}
}

// choose finds the one name among labels: an attribute that looks like one
// before a text with letters, that before numbers; none when there are several.
func (n *namer) choose(labels []int) string {
	best, name, several := math.MaxInt, "", false
	for _, k := range labels {
		l := n.labels[k]
		rank := l.rank
		if !strings.ContainsFunc(l.text, unicode.IsLetter) {
			rank = len(feature.NameKeys) + 1
		}
		switch {
		case rank < best:
			best, name, several = rank, l.text, false
		case rank == best && l.text != name:
			several = true
		}
	}
	if several {
		return ""
	}
	return name
}

func (f *figure) box() rtree.Box {
	b := rtree.Box{MinX: math.Inf(1), MinY: math.Inf(1), MaxX: math.Inf(-1), MaxY: math.Inf(-1)}
	for _, rings := range f.parts {
		for _, p := range rings[0] {
			b.MinX, b.MaxX = min(b.MinX, p[0]), max(b.MaxX, p[0])
			b.MinY, b.MaxY = min(b.MinY, p[1]), max(b.MaxY, p[1])
		}
	}
	return b
}

// size is the figure's area.
func (f *figure) size() (sum float64) {
	for _, rings := range f.parts {
		for r, ring := range rings {
			if a := math.Abs(flat.Twice(ring)) / 2; r == 0 {
				sum += a
			} else {
				sum -= a
			}
		}
	}
	return sum
}
