package drawing

import (
	"fyne.io/fyne/v2"

	"zhenjie/app/desktop/mapview"
	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/geo/carto"
	"zhenjie/geo/shaping"
	"zhenjie/geo/simple"
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

func (s *Split) cut(b *Board, line []geo.Point) bool {
	pieces, err := shaping.SplitBy(b.shape(), line)
	if err != nil {
		b.Complain(err)
		return false
	}
	s.pieces = pieces
	s.Begin()
	s.show()
	return true
}

// Begin says what the next click does.
func (s *Split) Begin() {
	if s.pieces != nil {
		s.b.Hint(words.Say("tool.split.choose"))
		return
	}
	s.Sketch.Begin()
}

// Changed gives up the pieces of an outline that is another one now.
func (s *Split) Changed() {
	s.pieces = nil
	s.Begin()
	s.Sketch.Changed()
}

// Add adds points to the line, unless it has been drawn.
func (s *Split) Add(points ...geo.Point) {
	if s.pieces == nil {
		s.Sketch.Add(points...)
	}
}

// show draws the pieces.
func (s *Split) show() {
	var o carto.Overlay
	for _, piece := range s.pieces {
		for _, ring := range piece.All() {
			o.Lines = append(o.Lines, carto.Line{Points: simple.Closed(ring), Kind: carto.Draft})
		}
	}
	s.b.Draw(o)
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
