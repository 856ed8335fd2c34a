package widgets

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Gauge shows a number on a scale from nothing to Max, with the band in which
// it is accepted.
type Gauge struct {
	widget.BaseWidget
	state GaugeState
}

// GaugeState is what a gauge shows. All numbers are in one unit, which only
// the texts name.
type GaugeState struct {
	Caption, Value      string  // left and right above the scale
	Now, Sigma          float64 // the number and its standard error, if Known
	Low, High           float64 // accepted, both included; Low 0 or High +Inf where there is no limit
	WarnLow, WarnHigh   float64 // an outer tolerance round Low…High; both 0 where there is none
	Max                 float64 // right end of the scale
	Known               bool
	Verdict             Verdict
	LowLabel, HighLabel string // below the limits
}

// NewGauge makes a gauge that shows nothing yet.
func NewGauge() *Gauge {
	g := &Gauge{}
	g.ExtendBaseWidget(g)
	return g
}

// Display shows another state. It costs little: it is called for every step of
// a point being dragged.
func (g *Gauge) Display(s GaugeState) {
	if s != g.state {
		g.state = s
		g.Refresh()
	}
}

// CreateRenderer is for Fyne.
func (g *Gauge) CreateRenderer() fyne.WidgetRenderer { return newGaugeRenderer(g) }

// span is a stretch of the scale as shares of its length, 0 ≤ from ≤ to ≤ 1.
type span struct{ from, to float32 }

// share is where a number stands on the scale, kept inside it.
func (s GaugeState) share(x float64) float32 {
	if !(s.Max > 0) || math.IsInf(s.Max, 1) || math.IsNaN(x) {
		return 0
	}
	return float32(min(max(x/s.Max, 0), 1))
}

// accepted is the accepted band; ok is false where there is no limit at all.
func (s GaugeState) accepted() (band span, ok bool) {
	return span{s.share(s.Low), s.share(s.High)}, s.hasLow() || s.hasHigh()
}

// tolerated is the outer tolerance.
func (s GaugeState) tolerated() (band span, ok bool) {
	return span{s.share(s.WarnLow), s.share(s.WarnHigh)}, s.WarnHigh > 0
}

func (s GaugeState) hasLow() bool  { return s.Low > 0 }
func (s GaugeState) hasHigh() bool { return s.High > 0 && !math.IsInf(s.High, 1) }

// beyond reports whether the number lies off the scale.
func (s GaugeState) beyond() bool { return s.Known && s.Now > s.Max }

// doubt is Now ± Sigma.
func (s GaugeState) doubt() span { return span{s.share(s.Now - s.Sigma), s.share(s.Now + s.Sigma)} }

var (
	captionFace = face{size: theme.SizeNameText, colour: theme.ColorNameForeground}
	limitFace   = face{size: theme.SizeNameCaptionText, colour: theme.ColorNamePlaceHolder}
)

func valueFace(v Verdict) face { return face{theme.SizeNameText, v.Colour(), true} }
