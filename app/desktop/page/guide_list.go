package page

import (
	"image/color"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"zhenjie/app/desktop/look"
	"zhenjie/planning"
)

// guideList is the list of points with their scores, each with a bar as long as
// its score: the weak ones are seen at a glance. The arrows go from one to the
// next, digits score it, Return goes on to write.
type guideList struct {
	widget.BaseWidget
	OnChoose func(row int)
	OnScore  func(row, score int)
	OnEnter  func()

	names    []string
	unscored string
	rows     []guideRow
	at       int // the row one is at
	hovered  int // −1 for none
	focused  bool
}

// guideRow is what the list shows of a point.
type guideRow struct {
	score   int  // 0 for none
	doubted bool // there is a remark on it
}

func newGuideList(names []string, unscored string) *guideList {
	l := &guideList{names: names, unscored: unscored, rows: make([]guideRow, len(names)), hovered: -1}
	l.ExtendBaseWidget(l)
	return l
}

// Set shows other scores.
func (l *guideList) Set(rows []guideRow) {
	l.rows = rows
	l.Refresh()
}

// Choose goes to a row without calling back.
func (l *guideList) Choose(row int) {
	l.at = row
	l.Refresh()
}

func (l *guideList) choose(row int) {
	if row >= 0 && row < len(l.rows) && row != l.at {
		l.OnChoose(row)
	}
}

func (l *guideList) give(score int) {
	if score != l.rows[l.at].score {
		l.OnScore(l.at, score)
	}
}

// FocusGained is for Fyne.
func (l *guideList) FocusGained() { l.setFocus(true) }

// FocusLost is for Fyne.
func (l *guideList) FocusLost() { l.setFocus(false) }

func (l *guideList) setFocus(focused bool) {
	l.focused = focused
	l.Refresh()
}

// TypedRune takes the digits.
func (l *guideList) TypedRune(r rune) {
	if score, ok := scoreOf(r); ok {
		l.give(score)
	}
}

// TypedKey takes the arrows, the keys that delete, and Return.
func (l *guideList) TypedKey(key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.KeyUp:
		l.choose(l.at - 1)
	case fyne.KeyDown:
		l.choose(l.at + 1)
	case fyne.KeyHome:
		l.choose(0)
	case fyne.KeyEnd:
		l.choose(len(l.rows) - 1)
	case fyne.KeyReturn, fyne.KeyEnter:
		l.OnEnter()
	default:
		l.give(scoreAfter(l.rows[l.at].score, key.Name))
	}
}

// Tapped goes to the row tapped.
func (l *guideList) Tapped(at *fyne.PointEvent) {
	focusOn(l)
	l.choose(int(at.Position.Y / guideRowHeight()))
}

// MouseIn is for Fyne.
func (l *guideList) MouseIn(at *desktop.MouseEvent) { l.MouseMoved(at) }

// MouseMoved is for Fyne.
func (l *guideList) MouseMoved(at *desktop.MouseEvent) {
	l.hover(int(at.Position.Y / guideRowHeight()))
}

// MouseOut is for Fyne.
func (l *guideList) MouseOut() { l.hover(-1) }

func (l *guideList) hover(row int) {
	if l.hovered != row {
		l.hovered = row
		l.Refresh()
	}
}

func guideRowHeight() float32 { return 2.4 * theme.TextSize() }

// CreateRenderer is for Fyne.
func (l *guideList) CreateRenderer() fyne.WidgetRenderer {
	r := &guideListRenderer{list: l, frame: canvas.NewRectangle(color.Transparent)}
	for i, name := range l.names {
		row := &guideRowView{
			ground: &canvas.Rectangle{}, track: &canvas.Rectangle{}, fill: &canvas.Rectangle{},
			name: &canvas.Text{Text: strconv.Itoa(i+1) + "  " + name}, score: &canvas.Text{Alignment: fyne.TextAlignTrailing},
		}
		r.rows = append(r.rows, row)
		r.objects = append(r.objects, row.ground, row.track, row.fill, row.name, row.score)
	}
	r.objects = append(r.objects, r.frame)
	r.paint()
	return r
}

// guideRowView is what a row is drawn of.
type guideRowView struct {
	ground, track, fill *canvas.Rectangle
	name, score         *canvas.Text
}

type guideListRenderer struct {
	list    *guideList
	frame   *canvas.Rectangle
	rows    []*guideRowView
	objects []fyne.CanvasObject
}

func (r *guideListRenderer) Destroy()                     {}
func (r *guideListRenderer) Objects() []fyne.CanvasObject { return r.objects }

// scoreWidth is the room of the scores, and of the word for none.
func (r *guideListRenderer) scoreWidth() float32 {
	return fyne.MeasureText(r.list.unscored, theme.TextSize(), fyne.TextStyle{}).Width + theme.TextSize()
}

func (r *guideListRenderer) MinSize() fyne.Size {
	width := float32(0)
	for _, row := range r.rows {
		width = max(width, row.name.MinSize().Width)
	}
	return fyne.NewSize(width+r.scoreWidth()+4*theme.Padding(), float32(len(r.rows))*guideRowHeight())
}

func (r *guideListRenderer) Layout(size fyne.Size) {
	h, pad := guideRowHeight(), 2*theme.Padding()
	r.frame.Resize(size)
	for i, row := range r.rows {
		y := float32(i) * h
		row.ground.Move(fyne.NewPos(0, y))
		row.ground.Resize(fyne.NewSize(size.Width, h))
		line := row.name.MinSize().Height
		row.name.Move(fyne.NewPos(pad, y+(h-line)/2-1))
		row.name.Resize(fyne.NewSize(size.Width-2*pad-r.scoreWidth(), line))
		row.score.Move(fyne.NewPos(size.Width-pad-r.scoreWidth(), y+(h-line)/2-1))
		row.score.Resize(fyne.NewSize(r.scoreWidth(), line))
		width := size.Width - 2*pad
		row.track.Move(fyne.NewPos(pad, y+h-4))
		row.track.Resize(fyne.NewSize(width, 2))
		row.fill.Move(fyne.NewPos(pad, y+h-4))
		row.fill.Resize(fyne.NewSize(width*float32(r.list.rows[i].score)/planning.MaxScore, 2))
	}
}

func (r *guideListRenderer) Refresh() {
	r.paint()
	r.Layout(r.list.Size())
	canvas.Refresh(r.list)
}

func (r *guideListRenderer) paint() {
	l := r.list
	r.frame.StrokeWidth, r.frame.StrokeColor, r.frame.CornerRadius = 0, theme.Color(theme.ColorNamePrimary), theme.InputRadiusSize()
	if l.focused {
		r.frame.StrokeWidth = 2 * theme.InputBorderSize()
	}
	for i, row := range r.rows {
		of := l.rows[i]
		row.ground.FillColor, row.ground.CornerRadius = color.Transparent, theme.InputRadiusSize()
		switch i {
		case l.at:
			row.ground.FillColor = theme.Color(theme.ColorNameSelection)
		case l.hovered:
			row.ground.FillColor = theme.Color(theme.ColorNameHover)
		}
		row.track.FillColor, row.fill.FillColor = theme.Color(theme.ColorNameSeparator), theme.Color(theme.ColorNamePrimary)
		row.name.Color, row.name.TextSize = theme.Color(theme.ColorNameForeground), theme.TextSize()
		row.name.TextStyle.Bold = i == l.at
		row.score.TextSize = theme.TextSize()
		text, ink := l.unscored, theme.ColorNamePlaceHolder
		if of.score > 0 {
			text, ink = strconv.Itoa(of.score), theme.ColorNameForeground
		}
		if of.doubted {
			text, ink = "! "+text, look.ColorBorderline
		}
		row.score.Text, row.score.Color, row.score.TextStyle.Bold = text, theme.Color(ink), of.score > 0
	}
}
