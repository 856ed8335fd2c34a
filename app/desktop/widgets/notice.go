package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// NoticeKind is how urgent a notice is.
type NoticeKind int

// The kinds of notices.
const (
	Info NoticeKind = iota
	Warning
	Problem // something could not be done
)

// Action is a button of a notice: its words and what it does. The notice is
// closed first, so that what it does may display the next.
type Action struct {
	Text string
	Do   func()
}

// Notice is a bar with a message and what can be done about it, at the top of
// a window. It is hidden until there is something to say.
type Notice struct {
	widget.BaseWidget
	OnClosed func() // the user closed it

	kind    NoticeKind
	text    *Prose
	icon    *widget.Icon
	close   *widget.Button
	buttons []fyne.CanvasObject
}

// NewNotice makes a hidden notice.
func NewNotice() *Notice {
	n := &Notice{text: NewProse(""), icon: widget.NewIcon(nil)}
	n.close = widget.NewButtonWithIcon("", theme.CancelIcon(), n.closed)
	n.close.Importance = widget.LowImportance
	n.ExtendBaseWidget(n)
	n.Hidden = true
	return n
}

// Display shows a message with its actions in place of the one before.
func (n *Notice) Display(kind NoticeKind, text string, actions ...Action) {
	n.kind = kind
	n.text.Set(text)
	n.icon.SetResource(kind.icon())
	n.buttons = n.buttons[:0]
	for _, a := range actions {
		n.buttons = append(n.buttons, widget.NewButton(a.Text, func() {
			n.Hide()
			a.Do()
		}))
	}
	n.Show()
	n.Refresh()
}

func (n *Notice) closed() {
	n.Hide()
	if n.OnClosed != nil {
		n.OnClosed()
	}
}

func (k NoticeKind) colour() fyne.ThemeColorName {
	switch k {
	case Problem:
		return theme.ColorNameError
	case Warning:
		return theme.ColorNameWarning
	default:
		return theme.ColorNamePrimary
	}
}

func (k NoticeKind) icon() fyne.Resource {
	switch k {
	case Problem:
		return theme.NewColoredResource(theme.ErrorIcon(), k.colour())
	case Warning:
		return theme.NewColoredResource(theme.WarningIcon(), k.colour())
	default:
		return theme.NewColoredResource(theme.InfoIcon(), k.colour())
	}
}

// CreateRenderer is for Fyne.
func (n *Notice) CreateRenderer() fyne.WidgetRenderer {
	r := &noticeRenderer{notice: n, back: &canvas.Rectangle{}, stripe: &canvas.Rectangle{}}
	r.Refresh()
	return r
}

type noticeRenderer struct {
	notice       *Notice
	back, stripe *canvas.Rectangle
	objects      []fyne.CanvasObject
}

func (r *noticeRenderer) Destroy()                     {}
func (r *noticeRenderer) Objects() []fyne.CanvasObject { return r.objects }

// textWidth is what the icon, the buttons and the gaps leave for the text.
func (r *noticeRenderer) textWidth(width float32) float32 {
	s := skinOf(r.notice)
	width -= s.size(theme.SizeNameInlineIcon) + r.notice.close.MinSize().Width + 5*s.pad()
	for _, b := range r.notice.buttons {
		width -= b.MinSize().Width + s.pad()
	}
	return width
}

func (r *noticeRenderer) MinSize() fyne.Size {
	n, s := r.notice, skinOf(r.notice)
	least := 12*s.em() - r.textWidth(0)
	text := n.text.height(max(r.textWidth(n.Size().Width), 12*s.em()))
	return fyne.NewSize(least, max(text, n.close.MinSize().Height)+2*s.pad())
}

func (r *noticeRenderer) Layout(size fyne.Size) {
	n, s := r.notice, skinOf(r.notice)
	pad, icon := s.pad(), s.size(theme.SizeNameInlineIcon)
	place(r.back, 0, 0, size.Width, size.Height)
	place(r.stripe, 0, 0, pad, size.Height)
	place(n.icon, 2*pad, (size.Height-icon)/2, icon, icon)
	w := r.textWidth(size.Width)
	h := n.text.height(w)
	place(n.text, 3*pad+icon, (size.Height-h)/2, w, h)
	x := size.Width - pad
	put := func(o fyne.CanvasObject) {
		m := o.MinSize()
		x -= m.Width
		place(o, x, (size.Height-m.Height)/2, m.Width, m.Height)
		x -= pad
	}
	put(n.close)
	for i := len(n.buttons) - 1; i >= 0; i-- {
		put(n.buttons[i])
	}
}

func (r *noticeRenderer) Refresh() {
	n, s := r.notice, skinOf(r.notice)
	paint(r.back, s.colour(theme.ColorNameHeaderBackground))
	paint(r.stripe, s.colour(n.kind.colour()))
	r.objects = append([]fyne.CanvasObject{r.back, r.stripe, n.icon, n.text}, n.buttons...)
	r.objects = append(r.objects, n.close)
	r.Layout(n.Size())
	canvas.Refresh(n)
}
