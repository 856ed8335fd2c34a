package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// widestList is the width of a list of options, in widths of a Han character,
// beyond which their words are cut, unless the choice itself is wider.
const widestList = 24

// Tapped opens the list of options.
func (c *Choice) Tapped(*fyne.PointEvent) {
	if c.Disabled() {
		return
	}
	if on := fyne.CurrentApp().Driver().CanvasForObject(c); on != nil {
		on.Focus(c)
		c.open(on)
	}
}

// TypedKey opens the list with Space, Up or Down; Left and Right go through
// the options.
func (c *Choice) TypedKey(key *fyne.KeyEvent) {
	if c.Disabled() || c.onKey != nil && c.onKey(key) {
		return
	}
	switch key.Name {
	case fyne.KeySpace, fyne.KeyUp, fyne.KeyDown:
		if on := fyne.CurrentApp().Driver().CanvasForObject(c); on != nil {
			c.open(on)
		}
	default:
		c.Select.TypedKey(key)
	}
}

// open opens the list of options below the choice: as wide as that, or wider for
// long options, but not wider than the window. (Fyne's own list is as wide as the
// longest option whatever the window is.)
func (c *Choice) open(on fyne.Canvas) {
	c.opening = true
	defer func() { c.opening = false }()
	s, most := skinOf(c), on.Size().Width
	most = min(most, max(c.Size().Width, widestList*s.em()))
	inset := widget.NewMenu(fyne.NewMenu("", fyne.NewMenuItem("", nil))).MinSize().Width
	items := make([]*fyne.MenuItem, len(c.options))
	for i, o := range c.options {
		items[i] = fyne.NewMenuItem(captionFace.fit(s, o.Text, most-inset), func() { c.choose(i) })
	}
	list := widget.NewPopUpMenu(fyne.NewMenu("", items...), on)
	below := fyne.NewPos(0, c.Size().Height-s.size(theme.SizeNameInputBorder))
	list.ShowAtPosition(fyne.CurrentApp().Driver().AbsolutePositionForObject(c).Add(below))
	least := list.MinSize()
	list.Resize(fyne.NewSize(max(least.Width, c.Size().Width), min(least.Height, on.Size().Height)))
	c.list = list
}

// Hide hides the choice and the list of its options.
func (c *Choice) Hide() {
	if c.list != nil {
		c.list.Hide()
		c.list = nil
	}
	c.Select.Hide()
}
