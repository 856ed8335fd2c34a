package page

import (
	"image/color"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"zhenjie/planning"
)

// scoreOf is the score a key typed gives: its digit, and 10 for 0.
func scoreOf(r rune) (score int, ok bool) {
	digit := narrow(string(r))
	if len(digit) != 1 || digit < "0" || digit > "9" {
		return 0, false
	}
	if digit == "0" {
		return planning.MaxScore, true
	}
	return int(digit[0] - '0'), true
}

// scoreAfter is the score after a key that types nothing: one more, one less,
// none.
func scoreAfter(score int, key fyne.KeyName) int {
	switch key {
	case fyne.KeyRight:
		return min(score+1, planning.MaxScore)
	case fyne.KeyLeft:
		return max(score-1, 0)
	case fyne.KeyDelete, fyne.KeyBackspace:
		return 0
	}
	return score
}

// scoreBar is a score from 1 to 10 as a row of cells, filled as far as it goes;
// none is filled while there is no score. It is set by digits and arrows, or by
// tapping a cell; tapping that of the score takes it away.
type scoreBar struct {
	widget.BaseWidget
	OnScore func(score int) // the person gave another; 0 for none

	score   int
	focused bool
}

func newScoreBar() *scoreBar {
	s := &scoreBar{}
	s.ExtendBaseWidget(s)
	return s
}

// Set shows a score without calling back.
func (s *scoreBar) Set(score int) {
	if s.score != score {
		s.score = score
		s.Refresh()
	}
}

// give is the person giving a score.
func (s *scoreBar) give(score int) {
	if score != s.score && s.OnScore != nil {
		s.OnScore(score)
	}
}

// FocusGained is for Fyne.
func (s *scoreBar) FocusGained() { s.setFocus(true) }

// FocusLost is for Fyne.
func (s *scoreBar) FocusLost() { s.setFocus(false) }

func (s *scoreBar) setFocus(focused bool) {
	s.focused = focused
	s.Refresh()
}

// TypedRune takes the digits.
func (s *scoreBar) TypedRune(r rune) {
	if score, ok := scoreOf(r); ok {
		s.give(score)
	}
}

// TypedKey takes the arrows and the keys that delete.
func (s *scoreBar) TypedKey(key *fyne.KeyEvent) { s.give(scoreAfter(s.score, key.Name)) }

// Tapped takes the cell tapped.
func (s *scoreBar) Tapped(at *fyne.PointEvent) {
	focusOn(s)
	cell := int(at.Position.X/s.cell()) + 1
	switch {
	case cell < 1 || cell > planning.MaxScore:
	case cell == s.score:
		s.give(0)
	default:
		s.give(cell)
	}
}

// cell is the width of one of the cells.
func (s *scoreBar) cell() float32 {
	return min(s.Size().Width/planning.MaxScore, 2.4*theme.TextSize())
}

// CreateRenderer is for Fyne.
func (s *scoreBar) CreateRenderer() fyne.WidgetRenderer {
	r := &scoreRenderer{bar: s, frame: canvas.NewRectangle(color.Transparent)}
	r.objects = append(r.objects, r.frame)
	for i := range planning.MaxScore {
		r.cells[i] = &canvas.Rectangle{}
		r.digits[i] = &canvas.Text{Text: strconv.Itoa(i + 1), Alignment: fyne.TextAlignCenter}
		r.objects = append(r.objects, r.cells[i], r.digits[i])
	}
	r.paint()
	return r
}

type scoreRenderer struct {
	bar     *scoreBar
	frame   *canvas.Rectangle
	cells   [planning.MaxScore]*canvas.Rectangle
	digits  [planning.MaxScore]*canvas.Text
	objects []fyne.CanvasObject
}

func (r *scoreRenderer) Destroy()                     {}
func (r *scoreRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *scoreRenderer) MinSize() fyne.Size {
	size := theme.TextSize()
	return fyne.NewSize(planning.MaxScore*1.1*size, 2.2*size)
}

func (r *scoreRenderer) Layout(size fyne.Size) {
	const gap = 2
	w := r.bar.cell()
	r.frame.Resize(fyne.NewSize(w*planning.MaxScore, size.Height))
	for i, cell := range r.cells {
		at := fyne.NewPos(float32(i)*w+gap, gap)
		room := fyne.NewSize(w-2*gap, size.Height-2*gap)
		cell.Move(at)
		cell.Resize(room)
		r.digits[i].Move(at)
		r.digits[i].Resize(room)
	}
}

func (r *scoreRenderer) Refresh() {
	r.paint()
	canvas.Refresh(r.bar)
}

func (r *scoreRenderer) paint() {
	r.frame.StrokeWidth, r.frame.StrokeColor = 0, theme.Color(theme.ColorNamePrimary)
	r.frame.CornerRadius = theme.InputRadiusSize()
	if r.bar.focused {
		r.frame.StrokeWidth = 2 * theme.InputBorderSize()
	}
	for i, cell := range r.cells {
		fill, ink := theme.ColorNameInputBackground, theme.ColorNamePlaceHolder
		if i < r.bar.score {
			fill, ink = theme.ColorNamePrimary, theme.ColorNameForegroundOnPrimary
		}
		cell.FillColor, cell.StrokeColor = theme.Color(fill), theme.Color(theme.ColorNameInputBorder)
		cell.StrokeWidth, cell.CornerRadius = theme.InputBorderSize(), theme.InputRadiusSize()
		r.digits[i].Color, r.digits[i].TextSize = theme.Color(ink), theme.TextSize()
		r.digits[i].TextStyle.Bold = i+1 == r.bar.score
	}
}
