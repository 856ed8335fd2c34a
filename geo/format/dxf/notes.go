package dxf

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"

	"zhenjie/assets/words"
	"zhenjie/geo"
)

// observations are what is worth a note about the drawing as a whole.
type observations struct {
	assumed encoding // that nothing declared; utf8Texts needs no note
	paper   int      // entities on sheets of paper
	hidden  int
	tilted  int
	damaged int // lines whose definition does not hold
	thin    int // closed lines of fewer than three corners
	repeats int // lines that a hatch repeats
	copied  int // features of which rings were copied or deleted
	unnamed bool
	missing []string // blocks that are not in the file
	left    []leftovers
}

// leftovers are the lines of a layer that go round nothing.
type leftovers struct {
	layer     string
	lines     int
	nearest   float64 // the smallest gap between the ends of one; infinite without any
	junctions int     // places where more than two ends meet
	at        geo.Point
}

// mostLayers bounds the notes about what was left over.
const mostLayers = 10

// notes are those on the drawing.
func (s *sheet) notes() (all []words.Text) {
	o := &s.seen
	if !s.unit.note.IsZero() && len(s.figures) > 0 {
		all = append(all, s.unit.note)
	}
	if o.assumed == gbTexts {
		all = append(all, words.Say("dxf.note.gb18030"))
	}
	for _, l := range o.left[:min(len(o.left), mostLayers)] {
		all = append(all, l.note())
		if l.junctions > 0 {
			all = append(all, words.Say("dxf.note.junctions", "layer", l.layer, "n", l.junctions, "x", metres(l.at[0]), "y", metres(l.at[1])))
		}
	}
	if n := len(o.left) - mostLayers; n > 0 {
		all = append(all, words.Say("dxf.note.more_layers", "n", n))
	}
	for _, c := range []struct {
		n  int
		id words.ID
	}{
		{o.thin, "dxf.note.thin"}, {o.repeats, "dxf.note.repeats"}, {o.paper, "dxf.note.paper"}, {o.hidden, "dxf.note.hidden"},
		{o.tilted, "dxf.note.tilted"}, {o.damaged, "dxf.note.damaged"}, {o.copied, "dxf.note.copied"},
	} {
		if c.n > 0 {
			all = append(all, words.Say(c.id, "n", c.n))
		}
	}
	if len(o.missing) > 0 {
		all = append(all, words.Say("dxf.note.missing_blocks", "names", strings.Join(o.missing, ", ")))
	}
	if len(s.others) > 0 {
		all = append(all, words.Say("dxf.note.others", "kinds", s.otherKinds()))
	}
	if o.unnamed {
		all = append(all, words.Say("dxf.note.unnamed"))
	}
	return all
}

func (l leftovers) note() words.Text {
	if math.IsInf(l.nearest, 1) {
		return words.Say("dxf.note.lines", "layer", l.layer, "n", l.lines)
	}
	return words.Say("dxf.note.open", "layer", l.layer, "n", l.lines, "gap", metres(l.nearest))
}

// otherKinds lists the kinds of entities passed over, with their numbers.
func (s *sheet) otherKinds() string {
	const most = 10
	var list []string
	for _, kind := range slices.Sorted(maps.Keys(s.others)) {
		if len(list) == most {
			list = append(list, "…")
			break
		}
		list = append(list, fmt.Sprintf("%s × %d", kind, s.others[kind]))
	}
	return strings.Join(list, ", ")
}

// metres prints a length or a coordinate to the millimetre, a small angle with
// as many digits as it needs.
func metres(x float64) string {
	if x != 0 && math.Abs(x) < 1e-3 {
		return fmt.Sprintf("%.3g", x)
	}
	return fmt.Sprintf("%.3f", x)
}
