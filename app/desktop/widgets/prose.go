package widgets

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
	"github.com/go-text/typesetting/segmenter"
)

// Prose is running text broken into lines by the rules of Unicode's annex 14:
// between Han characters, but not before a 。 or after a 《. (Fyne's own labels
// break lines at blanks alone, which Chinese does not have.)
type Prose struct {
	widget.BaseWidget
	text  string
	face  face
	align fyne.TextAlign
	lines []string
	width float32 // lines are broken for this width; 0: not yet
}

// NewProse makes running text in the colour and size of the window's text.
func NewProse(text string) *Prose {
	return newProse(text, face{size: theme.SizeNameText, colour: theme.ColorNameForeground})
}

// NewHint makes running text that stands back: small and pale.
func NewHint(text string) *Prose {
	return newProse(text, face{size: theme.SizeNameCaptionText, colour: theme.ColorNamePlaceHolder})
}

func newProse(text string, f face) *Prose {
	p := &Prose{text: text, face: f}
	p.ExtendBaseWidget(p)
	return p
}

// Set shows another text.
func (p *Prose) Set(text string) { p.set(text, p.face) }

// SetColour shows the text in another colour of the theme.
func (p *Prose) SetColour(name fyne.ThemeColorName) {
	f := p.face
	f.colour = name
	p.set(p.text, f)
}

// set shows a text in a face, and paints it anew only if one of them is another.
func (p *Prose) set(text string, f face) {
	if p.text != text || p.face != f {
		p.text, p.face = text, f
		p.Refresh()
	}
}

// Refresh breaks the lines anew: the sizes of the theme may have changed.
func (p *Prose) Refresh() {
	p.lines = nil
	p.BaseWidget.Refresh()
}

// height breaks the text for a width and returns how high it stands then.
func (p *Prose) height(width float32) float32 {
	s := skinOf(p)
	if p.lines == nil || p.width != width {
		p.width = width
		p.lines = breakLines(p.text, width, func(t string) float32 { return p.face.measure(s, t).Width })
	}
	return float32(len(p.lines)) * p.face.lineHeight(s)
}

// CreateRenderer is for Fyne.
func (p *Prose) CreateRenderer() fyne.WidgetRenderer { return &proseRenderer{prose: p} }

type proseRenderer struct {
	prose   *Prose
	texts   []*canvas.Text
	objects []fyne.CanvasObject
}

func (r *proseRenderer) Destroy()                     {}
func (r *proseRenderer) Objects() []fyne.CanvasObject { return r.objects }

// MinSize is as high as the lines broken for the width given last.
func (r *proseRenderer) MinSize() fyne.Size {
	p := r.prose
	s := skinOf(p)
	if p.Size().Width == 0 {
		return fyne.NewSize(4*s.em(), p.face.lineHeight(s))
	}
	return fyne.NewSize(4*s.em(), p.height(p.Size().Width))
}

func (r *proseRenderer) Layout(size fyne.Size) {
	p := r.prose
	p.height(size.Width)
	s := skinOf(p)
	for len(r.texts) < len(p.lines) {
		t := &canvas.Text{}
		r.texts = append(r.texts, t)
		r.objects = append(r.objects, t)
	}
	h := p.face.lineHeight(s)
	for i, t := range r.texts {
		show(t, i < len(p.lines))
		if i < len(p.lines) {
			t.Alignment = p.align
			write(t, s, p.face, p.lines[i])
			place(t, 0, float32(i)*h, size.Width, h)
		}
	}
}

func (r *proseRenderer) Refresh() {
	r.Layout(r.prose.Size())
	canvas.Refresh(r.prose)
}

// breakLines breaks a text into lines no wider than width, where measure tells
// the width of a piece. A piece that may not be broken but is too wide is.
func breakLines(text string, width float32, measure func(string) float32) []string {
	lines := []string{}
	if text == "" {
		return lines
	}
	var seg segmenter.Segmenter
	seg.Init([]rune(text))
	line, used := "", float32(0)
	flush := func() {
		lines = append(lines, strings.TrimRight(line, " \t\r\n\v\f\u0085\u2028\u2029"))
		line, used = "", 0
	}
	for it := seg.LineIterator(); it.Next(); {
		l := it.Line()
		piece := string(l.Text)
		w := measure(strings.TrimRight(piece, " \n"))
		if used > 0 && used+w > width {
			flush()
		}
		if w > width {
			piece = breakAnywhere(piece, width, measure, &lines)
		}
		line += piece
		used += measure(piece)
		if l.IsMandatoryBreak && strings.ContainsAny(piece, "\n\r\v\f\u0085\u2028\u2029") {
			flush()
		}
	}
	if line != "" {
		flush()
	}
	return lines
}

// breakAnywhere adds the full lines of a piece too wide for one, and returns
// what is left over.
func breakAnywhere(piece string, width float32, measure func(string) float32, lines *[]string) string {
	rest, used := "", float32(0)
	for _, r := range piece {
		w := measure(string(r))
		if rest != "" && used+w > width {
			*lines = append(*lines, rest)
			rest, used = "", 0
		}
		rest += string(r)
		used += w
	}
	return rest
}
