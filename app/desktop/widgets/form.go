package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Form lays out captions with their fields beside them, under headings; where
// it is narrow, a caption stands above its field. Nothing scrolls: put it into
// a scroll.
type Form struct {
	widget.BaseWidget
	layout formLayout
	box    *fyne.Container
}

// Heading is the title of a section of a form.
type Heading struct{ text *Prose }

// Set shows another title.
func (h *Heading) Set(title string) { h.text.Set(title) }

// Row is one field of a form with its caption and a hint below it.
type Row struct {
	form          *Form
	caption, hint *Prose
	field         fyne.CanvasObject
}

// SetCaption shows another caption.
func (r *Row) SetCaption(text string) {
	if r.caption.text != text {
		r.caption.Set(text)
		r.form.Arrange()
	}
}

// SetHint shows another hint; "" for none.
func (r *Row) SetHint(text string) {
	if r.hint.text != text {
		r.hint.Set(text)
		r.form.Arrange()
	}
}

// SetVisible shows or hides the row, its field included.
func (r *Row) SetVisible(visible bool) {
	if r.field.Visible() != visible {
		show(r.field, visible)
		r.form.Arrange()
	}
}

// NewForm makes an empty form.
func NewForm() *Form {
	f := &Form{}
	f.box = container.New(&f.layout)
	f.layout.form = f
	f.ExtendBaseWidget(f)
	return f
}

// Section adds a heading.
func (f *Form) Section(title string) *Heading {
	h := &Heading{newProse(title, face{theme.SizeNameSubHeadingText, theme.ColorNamePrimary, true})}
	f.layout.items = append(f.layout.items, item{heading: h})
	f.box.Add(h.text)
	return h
}

// Row adds a field.
func (f *Form) Row(caption, hint string, field fyne.CanvasObject) *Row {
	r := &Row{f, NewProse(caption), NewHint(hint), field}
	f.layout.items = append(f.layout.items, item{row: r})
	f.box.Add(r.caption)
	f.box.Add(field)
	f.box.Add(r.hint)
	return r
}

// Wide adds something that takes the whole width, such as a table.
func (f *Form) Wide(object fyne.CanvasObject) {
	f.layout.items = append(f.layout.items, item{wide: object})
	f.box.Add(object)
}

// Arrange lays the form out anew, after an object given to Wide was shown or
// hidden.
func (f *Form) Arrange() { f.layout.arrange(f.Size().Width, true) }

// CreateRenderer is for Fyne.
func (f *Form) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(f.box) }

// item is one of its three.
type item struct {
	heading *Heading
	row     *Row
	wide    fyne.CanvasObject
}

type formLayout struct {
	form          *Form
	items         []item
	width, height float32 // as the objects were arranged last
}

// The least widths of captions, fields and a form with both side by side, in
// widths of a Han character.
const (
	leastCaption = 7
	mostCaption  = 12
	leastField   = 12
	wideForm     = 30
)

func (l *formLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	s := skinOf(l.form)
	width := float32(leastField) * s.em()
	for _, it := range l.items {
		if it.wide != nil && it.wide.Visible() {
			width = max(width, it.wide.MinSize().Width)
		}
		if it.row != nil && it.row.field.Visible() {
			width = max(width, it.row.field.MinSize().Width)
		}
	}
	at := max(l.form.Size().Width, width)
	return fyne.NewSize(width, l.follow(at))
}

// follow is the height at a width. It arranges the objects anew if one of them
// has grown or shrunk, such as a field that shows an error: Fyne asks for the
// least sizes before each frame, but of the parents to be laid out anew it
// remembers one alone, and may lose ours.
func (l *formLayout) follow(width float32) float32 {
	height := l.arrange(width, false)
	if width == l.width && height != l.height {
		l.arrange(width, true)
	}
	return height
}

func (l *formLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) { l.arrange(size.Width, true) }

// arrange works from top to bottom and returns the height; it moves the
// objects only if it is told to.
func (l *formLayout) arrange(width float32, move bool) float32 {
	s := skinOf(l.form)
	y, captions := float32(0), l.captionWidth(s, width)
	put := func(o fyne.CanvasObject, x, y, w, h float32) {
		if move {
			place(o, x, y, w, h)
		}
	}
	for i, it := range l.items {
		switch {
		case it.heading != nil:
			if i > 0 {
				y += 3 * s.pad()
			}
			h := it.heading.text.height(width)
			put(it.heading.text, 0, y, width, h)
			y += h + s.pad()
		case it.wide != nil && it.wide.Visible():
			h := heightAt(it.wide, width)
			put(it.wide, 0, y, width, h)
			y += h + s.pad()
		case it.row != nil && it.row.field.Visible():
			y += it.row.arrange(s, y, width, captions, put) + 1.5*s.pad()
		}
		if it.row != nil {
			show(it.row.caption, it.row.field.Visible())
			show(it.row.hint, it.row.field.Visible() && it.row.hint.text != "")
		}
	}
	if move {
		l.width, l.height = width, y
	}
	return y
}

// captionWidth is the width of the column of captions, 0 where it is too
// narrow for one.
func (l *formLayout) captionWidth(s skin, width float32) float32 {
	if width < wideForm*s.em() {
		return 0
	}
	captions := float32(leastCaption) * s.em()
	for _, it := range l.items {
		if it.row != nil {
			captions = max(captions, it.row.caption.face.measure(s, it.row.caption.text).Width)
		}
	}
	return whole(min(captions, mostCaption*s.em()))
}

// arrange puts the parts of a row and returns its height.
func (r *Row) arrange(s skin, y, width, captions float32, put func(fyne.CanvasObject, float32, float32, float32, float32)) float32 {
	inset := s.size(theme.SizeNameInnerPadding)
	x, top := float32(0), float32(0)
	if captions > 0 {
		x = captions + 3*s.pad()
		h := r.caption.height(captions)
		// The first line of the caption stands level with the field's.
		put(r.caption, 0, y+inset+s.size(theme.SizeNameInputBorder), captions, h)
		top = h + inset
	} else {
		h := r.caption.height(width)
		put(r.caption, 0, y, width, h)
		y += h
	}
	fieldWidth := width - x
	h := heightAt(r.field, fieldWidth)
	put(r.field, x, y, fieldWidth, h)
	if r.hint.text != "" {
		hint := r.hint.height(fieldWidth - inset)
		put(r.hint, x+inset, y+h, fieldWidth-inset, hint)
		h += hint
	}
	if captions > 0 {
		return whole(max(h, top))
	}
	return whole(h + r.caption.height(width))
}

// heightAt is the least height of an object at a width; objects whose text
// wraps know it only once they have the width.
func heightAt(o fyne.CanvasObject, width float32) float32 {
	if o.Size().Width != width {
		o.Resize(fyne.NewSize(width, max(o.Size().Height, o.MinSize().Height)))
	}
	return o.MinSize().Height
}
