package desktop

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"zhenjie/app/workspace"
	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/geo/carto"
	"zhenjie/geo/crs"
)

// status is the line below everything: when the last step was saved, and where
// the pointer is.
type status struct {
	lang  words.Lang
	save  *widget.Label // or what the tool in hand does
	hint  string
	path  string // what save says of the file
	place *widget.Label
	box   fyne.CanvasObject
}

func newStatus(lang words.Lang) *status {
	s := &status{lang: lang, save: widget.NewLabel(""), place: widget.NewLabel("")}
	s.place.Alignment = fyne.TextAlignTrailing
	s.place.TextStyle = fyne.TextStyle{Monospace: true}
	s.save.Truncation = fyne.TextTruncateEllipsis // a long path must not make the window wide
	s.box = container.NewVBox(widget.NewSeparator(), container.NewBorder(nil, nil, nil, s.place, s.save))
	return s
}

// saved says when the file was last written to.
func (s *status) saved(st workspace.State) {
	at := st.Saved.Local()
	layout := time.TimeOnly
	if time.Since(at) > 24*time.Hour {
		layout = time.DateOnly
	}
	s.path = words.Say("window.saved", "time", at.Format(layout), "path", st.Path).In(s.lang)
	if s.hint == "" {
		set(s.save, s.path)
	}
}

// say shows a hint in the place of the file; "" shows the file again.
func (s *status) say(hint string) {
	s.hint = hint
	if hint == "" {
		hint = s.path
	}
	set(s.save, hint)
}

// pointer says where the pointer is: in degrees, and in metres of the 3° zone.
func (s *status) pointer(p geo.Point, over bool) {
	if !over {
		set(s.place, "")
		return
	}
	zone := crs.Zone3(p[0])
	m := zone.FromDegrees(p)
	set(s.place, words.Say("window.pointer",
		"place", carto.DMS(p), "x", geo.Decimal(m[1], 1), "y", geo.Decimal(m[0], 1),
		"meridian", geo.Decimal(zone.CentralMeridian(), 0)).In(s.lang))
}

func set(l *widget.Label, text string) {
	if l.Text != text {
		l.SetText(text)
	}
}
