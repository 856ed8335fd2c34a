package planning

import (
	"zhenjie/assets/words"
	"zhenjie/geo"
)

// Side is one of the four sides of an extent.
type Side string

// The four sides.
const (
	East  Side = "east"
	South Side = "south"
	West  Side = "west"
	North Side = "north"
)

// FourSides lists the sides in the order 四至 are told: 东, 南, 西, 北, which is
// also that of a clockwise walk.
var FourSides = []Side{East, South, West, North}

// Reach is the caption of the side's text: 东至.
func (s Side) Reach() words.Text { return words.Say(words.ID("side.reach." + string(s))) }

// Title is the side itself: 东侧.
func (s Side) Title() words.Text { return words.Say(words.ID("side." + string(s))) }

// SideTexts say how far the extent reaches on each side, without the 东至 in
// front: "龙溪".
type SideTexts struct {
	East  string `json:"east"`
	South string `json:"south"`
	West  string `json:"west"`
	North string `json:"north"`
}

// Of is the text of a side.
func (t SideTexts) Of(s Side) string { return *t.at(s) }

// With returns the texts with that of one side replaced.
func (t SideTexts) With(s Side, text string) SideTexts {
	*t.at(s) = text
	return t
}

func (t *SideTexts) at(s Side) *string {
	switch s {
	case East:
		return &t.East
	case South:
		return &t.South
	case West:
		return &t.West
	default:
		return &t.North
	}
}

// Sentence is the 四至 in one sentence, "东至龙溪，南至 G320 国道"; sides without a
// text are left out.
func (t SideTexts) Sentence() words.Text {
	var all words.Text
	for _, s := range FourSides {
		text := t.Of(s)
		if text == "" {
			continue
		}
		one := words.Say("side.one", "reach", s.Reach(), "text", text)
		if all.IsZero() {
			all = one
			continue
		}
		all = words.Say("side.and", "before", all, "next", one)
	}
	return all
}

// NeighbourKind says what lies beyond a side.
type NeighbourKind string

// The kinds of neighbours.
const (
	NeighbourRoad    NeighbourKind = "road"
	NeighbourRiver   NeighbourKind = "river"
	NeighbourVillage NeighbourKind = "village" // the border with a village
	NeighbourOther   NeighbourKind = "other"
)

// NeighbourKinds lists the kinds in the order forms show them.
var NeighbourKinds = []NeighbourKind{NeighbourRoad, NeighbourRiver, NeighbourVillage, NeighbourOther}

// Title is what people call the kind.
func (k NeighbourKind) Title() words.Text { return words.Say(words.ID("neighbour." + string(k))) }

// Neighbour is what the extent borders on along a run of edges of an outer
// ring, clockwise from one corner to another. The ends are kept as places, in
// degrees on CGCS2000, and the corners nearest to them are meant: corners that
// are put in or taken away elsewhere do not shift the run.
type Neighbour struct {
	Side Side          `json:"side"`
	Kind NeighbourKind `json:"kind"`
	Name string        `json:"name"`
	From geo.Point     `json:"from"`
	To   geo.Point     `json:"to"`
}

// Sides are the 四至 of the extent: the texts, and what lies along the outline.
type Sides struct {
	SideTexts
	Neighbours List[Neighbour] `json:"neighbours"`
}

// Equal reports whether both say the same.
func (s Sides) Equal(o Sides) bool {
	return s.SideTexts == o.SideTexts && s.Neighbours.Equal(o.Neighbours)
}
