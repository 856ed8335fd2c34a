package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"zhenjie/app/desktop/look"
)

type gaugeRenderer struct {
	gauge          *Gauge
	icon           *widget.Icon
	caption, value *canvas.Text
	track          *canvas.Rectangle
	outer, inner   *canvas.Rectangle    // tolerated and accepted
	ticks          [2]*canvas.Rectangle // at Low and High
	labels         [2]*canvas.Text
	whisker        [3]*canvas.Rectangle // the line of Now ± Sigma and its ends
	marker         *canvas.Circle
	arrow          *widget.Icon // instead of the marker, off the scale
	objects        []fyne.CanvasObject
}

func newGaugeRenderer(g *Gauge) *gaugeRenderer {
	bar := func() *canvas.Rectangle { return &canvas.Rectangle{} }
	r := &gaugeRenderer{
		gauge: g, icon: widget.NewIcon(nil), caption: &canvas.Text{},
		value: &canvas.Text{Alignment: fyne.TextAlignTrailing},
		track: bar(), outer: bar(), inner: bar(), ticks: [2]*canvas.Rectangle{bar(), bar()},
		labels:  [2]*canvas.Text{{}, {}},
		whisker: [3]*canvas.Rectangle{bar(), bar(), bar()},
		marker:  &canvas.Circle{}, arrow: widget.NewIcon(nil),
	}
	r.objects = []fyne.CanvasObject{
		r.icon, r.caption, r.value, r.track, r.outer, r.inner,
		r.ticks[0], r.ticks[1], r.labels[0], r.labels[1],
		r.whisker[0], r.whisker[1], r.whisker[2], r.marker, r.arrow,
	}
	r.Refresh()
	return r
}

func (r *gaugeRenderer) Destroy()                     {}
func (r *gaugeRenderer) Objects() []fyne.CanvasObject { return r.objects }

// head, bar and foot are the heights of the line of words, the scale and the
// labels of the limits.
func (r *gaugeRenderer) head(s skin) float32 {
	return max(captionFace.lineHeight(s), s.size(theme.SizeNameInlineIcon)) + s.pad()
}
func (r *gaugeRenderer) bar(s skin) float32  { return whole(s.em() * 0.6) }
func (r *gaugeRenderer) foot(s skin) float32 { return limitFace.lineHeight(s) }

func (r *gaugeRenderer) MinSize() fyne.Size {
	s := skinOf(r.gauge)
	return fyne.NewSize(leastGauge*s.em(), whole(r.head(s)+r.bar(s)+2*s.pad()+r.foot(s)))
}

func (r *gaugeRenderer) Refresh() {
	g, s := r.gauge.state, skinOf(r.gauge)
	if icon := g.Verdict.Icon(); r.icon.Resource != icon {
		r.icon.SetResource(icon)
		r.arrow.SetResource(theme.NewColoredResource(theme.MediaPlayIcon(), g.Verdict.Colour()))
	}
	write(r.labels[0], s, limitFace, g.LowLabel)
	write(r.labels[1], s, limitFace, g.HighLabel)
	r.paint(s)
	r.Layout(r.gauge.Size())
	canvas.Refresh(r.gauge)
}

func (r *gaugeRenderer) paint(s skin) {
	paint(r.track, s.colour(theme.ColorNameSeparator))
	paint(r.outer, faded(s.colour(look.ColorBorderline), 0x48))
	paint(r.inner, faded(s.colour(look.ColorPass), 0x60))
	r.track.CornerRadius = s.size(theme.SizeNameInputRadius)
	for _, t := range r.ticks {
		paint(t, s.colour(theme.ColorNameForeground))
	}
	colour := s.colour(r.gauge.state.Verdict.Colour())
	for _, w := range r.whisker {
		paint(w, colour)
	}
	if r.marker.FillColor != colour {
		r.marker.FillColor = colour
		r.marker.StrokeColor = s.colour(theme.ColorNameBackground)
		r.marker.StrokeWidth = 1.5
		r.marker.Refresh()
	}
}

func faded(c color.Color, alpha uint8) color.Color {
	n := color.NRGBAModel.Convert(c).(color.NRGBA)
	n.A = alpha
	return n
}

func (r *gaugeRenderer) Layout(size fyne.Size) {
	g, s := r.gauge.state, skinOf(r.gauge)
	icon, head, bar, pad := s.size(theme.SizeNameInlineIcon), r.head(s), r.bar(s), s.pad()
	place(r.icon, 0, (head-pad-icon)/2, icon, icon)
	r.writeHead(s, size.Width-icon-pad)
	placeText(r.caption, icon+pad, 0, head-pad)
	placeText(r.value, size.Width, 0, head-pad)

	// The marker may stand at either end: the scale leaves it half its width.
	left, length := bar/2, size.Width-bar
	at := func(share float32) float32 { return left + share*length }
	stretch := func(o fyne.CanvasObject, b span, visible bool) {
		show(o, visible)
		place(o, at(b.from), head, at(b.to)-at(b.from), bar)
	}
	stretch(r.track, span{0, 1}, true)
	outer, ok := g.tolerated()
	stretch(r.outer, outer, ok)
	inner, ok := g.accepted()
	stretch(r.inner, inner, ok)
	r.layoutLimits(s, at, inner, size.Width)
	r.layoutMarker(s, at)
}

// leastGauge is the least width of a gauge, in widths of a Han character.
const leastGauge = 10

// writeHead writes caption and value into a room: the caption is cut first, and
// the value only where there is no room for it alone.
func (r *gaugeRenderer) writeHead(s skin, room float32) {
	g := r.gauge.state
	caption, value := captionFace, valueFace(g.Verdict)
	for _, f := range []*face{&value, &caption} { // smaller, before anything is cut
		if value.measure(s, g.Value).Width+caption.measure(s, g.Caption).Width+2*s.pad() > room {
			f.size = theme.SizeNameCaptionText
		}
	}
	write(r.value, s, value, value.fit(s, g.Value, room))
	write(r.caption, s, caption, caption.fit(s, g.Caption, room-r.value.MinSize().Width-2*s.pad()))
}

// layoutLimits puts the ticks at the limits and their labels below, moved
// apart where they would touch.
func (r *gaugeRenderer) layoutLimits(s skin, at func(float32) float32, band span, width float32) {
	g, head, bar, pad := r.gauge.state, r.head(s), r.bar(s), s.pad()
	show(r.ticks[0], g.hasLow())
	show(r.ticks[1], g.hasHigh())
	show(r.labels[0], g.hasLow() && g.LowLabel != "")
	show(r.labels[1], g.hasHigh() && g.HighLabel != "")
	wide := [2]float32{r.labels[0].MinSize().Width, r.labels[1].MinSize().Width}
	x := [2]float32{at(band.from) - wide[0]/2, at(band.to) - wide[1]/2}
	if overlap := x[0] + wide[0] + 2*pad - x[1]; r.labels[0].Visible() && r.labels[1].Visible() && overlap > 0 {
		x[0] -= overlap / 2
		x[1] += overlap / 2
	}
	x[0] = max(x[0], 0)
	x[1] = min(x[1], width-wide[1])
	for i, share := range [2]float32{band.from, band.to} {
		place(r.ticks[i], at(share)-0.5, head-pad/2, 1, bar+pad)
		placeText(r.labels[i], x[i], head+bar+pad, r.foot(s))
	}
}

func (r *gaugeRenderer) layoutMarker(s skin, at func(float32) float32) {
	g, head, bar := r.gauge.state, r.head(s), r.bar(s)
	dot := bar + 4
	middle := head + bar/2
	doubt := g.doubt()
	from, to := at(doubt.from), at(doubt.to)
	wide := g.Known && !g.beyond() && to-from > dot+2
	for _, w := range r.whisker {
		show(w, wide)
	}
	place(r.whisker[0], from, middle-1, to-from, 2)
	place(r.whisker[1], from, middle-bar/2, 2, bar)
	place(r.whisker[2], to-2, middle-bar/2, 2, bar)
	x := at(g.share(g.Now))
	show(r.marker, g.Known && !g.beyond())
	place(r.marker, x-dot/2, middle-dot/2, dot, dot)
	show(r.arrow, g.beyond())
	arrow := 2 * bar
	place(r.arrow, x+bar/2-arrow, middle-arrow/2, arrow, arrow)
}
