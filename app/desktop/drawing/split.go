package drawing

import (
	"fyne.io/fyne/v2"

	"zhenjie/app/desktop/mapview"
	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/geo/carto"
	"zhenjie/geo/shaping"
)

// Split cuts the outline along a line, and then asks which of the pieces goes:
// pieces side by side are no valid outline together.
type Split struct {
	*Sketch
	pieces []geo.Shape // after the cut, until one was chosen
}

// NewSplit makes the tool.
func NewSplit(b *Board) *Split {
	s := &Split{}
	s.Sketch = &Sketch{b: b, use: use{hint: "tool.split.hint", least: 2, done: s.cut}}
	return s
}

func (s *Split) cut(b *Board, line []geo.Point) {
	pieces, err := shaping.SplitBy(b.shape(), line)
	if err != nil {
		b.Complain(err)
		return
	}
	s.pieces = pieces
	b.Hint(words.Say("tool.split.choose"))
	s.show()
}

// show draws the pieces.
func (s *Split) show() {
	var o carto.Overlay
	for _, piece := range s.pieces {
		for _, ring := range piece.All() {
			o.Lines = append(o.Lines, carto.Line{Points: closedRing(ring), Kind: carto.Draft})
		}
	}
	s.b.Draw(o)
}

func closedRing(r geo.Ring) []geo.Point {
	pts := r.Points()
	if !r.Closed() && len(pts) > 0 {
		pts = append(pts, pts[0])
	}
	return pts
}

// Press takes away the piece under the pointer once there are pieces.
func (s *Split) Press(t mapview.Touch) {
	if s.pieces == nil {
		s.Sketch.Press(t)
		return
	}
	for i, piece := range s.pieces {
		if inside(piece, t.At) {
			s.drop(i)
			return
		}
	}
}

// drop joins what is left again and does the step.
func (s *Split) drop(gone int) {
	var rest geo.Shape
	var err error
	for i, piece := range s.pieces {
		switch {
		case i == gone || err != nil:
		case rest.IsEmpty():
			rest = piece
		default:
			rest, err = shaping.Merge(rest, piece)
		}
	}
	s.pieces = nil
	s.b.Draw(carto.Overlay{})
	s.b.finish(s.b.reshape(rest, "edit.split"), err)
	s.Begin()
}

// Move shows the line in hand, or leaves the pieces as they are.
func (s *Split) Move(t mapview.Touch) {
	if s.pieces == nil {
		s.Sketch.Move(t)
	}
}

// Key gives the pieces up.
func (s *Split) Key(k fyne.KeyName, mods fyne.KeyModifier) bool {
	if s.pieces == nil {
		return s.Sketch.Key(k, mods)
	}
	if k != fyne.KeyEscape {
		return false
	}
	s.pieces = nil
	s.b.Draw(carto.Overlay{})
	s.Begin()
	return true
}

// Leave implements mapview.Tool.
func (s *Split) Leave() {
	if s.pieces == nil {
		s.Sketch.Leave()
	}
}

// End implements Tool.
func (s *Split) End() {
	s.pieces = nil
	s.Sketch.End()
}
