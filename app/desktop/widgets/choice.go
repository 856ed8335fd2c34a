package widgets

import (
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Option is one item of a Choice: a stable id and the words for it.
type Option struct{ ID, Text string }

// Choice lets people choose one of a few options by their words, and speaks of
// them by their ids.
type Choice struct {
	widget.Select
	OnCommit func(id string) // another option was chosen

	options []Option
	id      string
	list    *widget.PopUpMenu // of the options, opened last
	opening bool              // it is being opened, which takes the focus

	onKey   func(*fyne.KeyEvent) bool // as Entry's
	onFocus func(gained bool)
	onOther func(fyne.Shortcut) bool
}

// NewChoice makes a choice without options; PlaceHolder stands where none is
// chosen.
func NewChoice() *Choice {
	c := &Choice{}
	c.PlaceHolder = "—"
	c.OnChanged = c.chosen
	c.ExtendBaseWidget(c)
	return c
}

// SetOptions replaces the options, as when the language changes; what is
// chosen stays chosen.
func (c *Choice) SetOptions(options []Option) {
	if slices.Equal(c.options, options) {
		return
	}
	c.options = slices.Clone(options)
	texts := make([]string, len(options))
	for i, o := range options {
		texts[i] = o.Text
	}
	c.Options = texts
	c.Selected = c.words(c.id)
	c.Refresh()
}

// Set chooses an option without calling back; "" chooses none. An id that is
// no option shows itself, so that nothing in a plan goes unseen.
func (c *Choice) Set(id string) {
	c.id = id
	if text := c.words(id); c.Selected != text {
		c.Selected = text
		c.Refresh()
	}
}

// Chosen is the id of the option chosen, "" for none.
func (c *Choice) Chosen() string { return c.id }

func (c *Choice) words(id string) string {
	for _, o := range c.options {
		if o.ID == id {
			return o.Text
		}
	}
	return id
}

func (c *Choice) chosen(string) { c.choose(c.SelectedIndex()) }

// choose is option i being chosen by the person.
func (c *Choice) choose(i int) {
	if i < 0 || c.options[i].ID == c.id {
		return
	}
	c.Set(c.options[i].ID)
	if c.OnCommit != nil {
		c.OnCommit(c.id)
	}
}

// TypedShortcut hands a shortcut to the table the choice stands in, or else to
// the window.
func (c *Choice) TypedShortcut(s fyne.Shortcut) {
	if c.onOther == nil || !c.onOther(s) {
		handOn(c, s)
	}
}

// AcceptsTab keeps Tab for the table the choice stands in.
func (c *Choice) AcceptsTab() bool { return c.onKey != nil }

// FocusGained is for Fyne.
func (c *Choice) FocusGained() {
	c.Select.FocusGained()
	if c.onFocus != nil {
		c.onFocus(true)
	}
}

// FocusLost is for Fyne.
func (c *Choice) FocusLost() {
	c.Select.FocusLost()
	if c.onFocus != nil && !c.opening {
		c.onFocus(false)
	}
}

// CreateRenderer is for Fyne.
func (c *Choice) CreateRenderer() fyne.WidgetRenderer {
	r := &choiceRenderer{c.Select.CreateRenderer(), c, &canvas.Rectangle{}, canvas.NewRectangle(color.Transparent), nil}
	r.objects = append(append([]fyne.CanvasObject{r.ground}, r.WidgetRenderer.Objects()...), r.frame)
	r.paint()
	return r
}

// choiceRenderer gives Fyne's select the ground and the frame of an entry.
type choiceRenderer struct {
	fyne.WidgetRenderer
	choice        *Choice
	ground, frame *canvas.Rectangle
	objects       []fyne.CanvasObject
}

func (r *choiceRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *choiceRenderer) MinSize() fyne.Size {
	border := skinOf(r.choice).size(theme.SizeNameInputBorder)
	return r.WidgetRenderer.MinSize().AddWidthHeight(2*border, 2*border)
}

func (r *choiceRenderer) Layout(size fyne.Size) {
	r.WidgetRenderer.Layout(size)
	place(r.ground, 0, 0, size.Width, size.Height)
	place(r.frame, 0, 0, size.Width, size.Height)
}

func (r *choiceRenderer) Refresh() {
	r.paint()
	r.WidgetRenderer.Refresh()
}

func (r *choiceRenderer) paint() {
	s := skinOf(r.choice)
	r.ground.FillColor = s.colour(theme.ColorNameInputBackground)
	r.ground.CornerRadius = s.size(theme.SizeNameInputRadius)
	r.frame.StrokeColor = s.colour(theme.ColorNameInputBorder)
	r.frame.StrokeWidth = s.size(theme.SizeNameInputBorder)
	r.frame.CornerRadius = s.size(theme.SizeNameInputRadius)
}
