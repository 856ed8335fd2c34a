package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// sheetStop receives the focus for a sheet nobody is editing, and has it for
// the cells that are edited without a text.
type sheetStop struct {
	widget.BaseWidget
	body  *sheetBody
	frame *canvas.Rectangle
}

func newSheetStop(b *sheetBody) *sheetStop {
	s := &sheetStop{body: b, frame: canvas.NewRectangle(color.Transparent)}
	s.ExtendBaseWidget(s)
	return s
}

// FocusGained begins editing.
func (s *sheetStop) FocusGained() {
	if !s.body.sheet.editing {
		s.body.arrive()
	}
	s.Refresh()
}

// FocusLost ends editing.
func (s *sheetStop) FocusLost() {
	if s.body.editor() == fyne.CanvasObject(s) {
		s.body.focused(false)
	}
	s.Refresh()
}

// Tapped is a tap on the cell the stop covers: Fyne gives it to the stop,
// because that takes the focus, and not to the body below.
func (s *sheetStop) Tapped(at *fyne.PointEvent) {
	on := *at
	on.Position = at.Position.Add(s.Position())
	s.body.Tapped(&on)
}

// TypedRune is for Fyne.
func (s *sheetStop) TypedRune(rune) {}

// TypedKey goes from cell to cell; Space turns a check over, or acts.
func (s *sheetStop) TypedKey(key *fyne.KeyEvent) {
	if s.body.key(key) || key.Name != fyne.KeySpace {
		return
	}
	switch s.body.sheet.kind(s.body.sheet.at.col) {
	case CheckColumn:
		s.body.turn()
	case ActionColumn:
		s.body.sheet.acted()
	}
}

// TypedShortcut is for Fyne: what is none of the sheet's goes to the window.
func (s *sheetStop) TypedShortcut(short fyne.Shortcut) {
	if !s.body.shortcut(short) {
		handOn(s, short)
	}
}

// AcceptsTab keeps Tab in the sheet.
func (s *sheetStop) AcceptsTab() bool { return s.body.sheet.editing }

// CreateRenderer is for Fyne.
func (s *sheetStop) CreateRenderer() fyne.WidgetRenderer {
	s.paint()
	return &stopRenderer{widget.NewSimpleRenderer(s.frame), s}
}

// paint frames the cell while it has the focus.
func (s *sheetStop) paint() {
	k := skinOf(s)
	s.frame.StrokeWidth = 0
	if s.body.sheet.editing {
		s.frame.StrokeWidth = k.size(theme.SizeNameInputBorder)
	}
	s.frame.StrokeColor = k.colour(theme.ColorNamePrimary)
	s.frame.Refresh()
}

type stopRenderer struct {
	fyne.WidgetRenderer
	stop *sheetStop
}

func (r *stopRenderer) MinSize() fyne.Size { return fyne.Size{} }

func (r *stopRenderer) Refresh() { r.stop.paint() }
