// Package widgets holds the fields, tables and gauges of the window. They show
// what they are told and call back what people do; they know no plan and no
// language: every word is handed in, already said.
//
// All methods are for the UI thread. What replaces the shown content is called
// Display or Set (the name Show is Fyne's: make visible), and never calls back.
package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"zhenjie/app/desktop/look"
)

// Verdict is how a number stands against its limit.
type Verdict int

// The verdicts; the zero Verdict is Missing.
const (
	Missing    Verdict = iota // 待补
	Fail                      // 不达标
	Borderline                // 临界
	Pass                      // 达标
)

// Colour is the name of the verdict's colour in the theme.
func (v Verdict) Colour() fyne.ThemeColorName {
	switch v {
	case Pass:
		return look.ColorPass
	case Fail:
		return look.ColorFail
	case Borderline:
		return look.ColorBorderline
	default:
		return look.ColorMissing
	}
}

// Icon is the verdict's sign in its colour: a tick in a disc, a cross in an
// octagon, a wave in a triangle or a broken circle, so that it is told by its
// shape alone as well.
func (v Verdict) Icon() fyne.Resource {
	if v < Missing || v > Pass {
		v = Missing
	}
	return verdictIcons[v]
}

var verdictIcons = [...]fyne.Resource{
	Missing:    verdictIcon("missing", Missing, `<path d="M12 2 A10 10 0 0 1 15.1 2.5 L14.5 4.4 A8 8 0 0 0 9.5 4.4 L8.9 2.5 A10 10 0 0 1 12 2 Z M19.1 4.9 A10 10 0 0 1 21.5 8.9 L19.6 9.5 A8 8 0 0 0 17.7 6.3 Z M21.5 15.1 A10 10 0 0 1 19.1 19.1 L17.7 17.7 A8 8 0 0 0 19.6 14.5 Z M15.1 21.5 A10 10 0 0 1 8.9 21.5 L9.5 19.6 A8 8 0 0 0 14.5 19.6 Z M4.9 19.1 A10 10 0 0 1 2.5 15.1 L4.4 14.5 A8 8 0 0 0 6.3 17.7 Z M2.5 8.9 A10 10 0 0 1 4.9 4.9 L6.3 6.3 A8 8 0 0 0 4.4 9.5 Z M7 11 H17 V13 H7 Z"/>`),
	Fail:       verdictIcon("fail", Fail, `<path fill-rule="evenodd" d="M8 2 H16 L22 8 V16 L16 22 H8 L2 16 V8 Z M8.6 7 L7 8.6 L10.4 12 L7 15.4 L8.6 17 L12 13.6 L15.4 17 L17 15.4 L13.6 12 L17 8.6 L15.4 7 L12 10.4 Z"/>`),
	Borderline: verdictIcon("borderline", Borderline, `<path fill-rule="evenodd" d="M12 2 L23 21 H1 Z M12 6 L4.5 19 H19.5 Z"/><path d="M7.5 13.5 C9 11.5 10.5 11.5 12 12.7 C13.5 13.9 15 13.9 16.5 12 V14 C15 16 13.5 16 12 14.8 C10.5 13.6 9 13.6 7.5 15.5 Z"/>`),
	Pass:       verdictIcon("pass", Pass, `<path fill-rule="evenodd" d="M12 2 A10 10 0 0 1 12 22 A10 10 0 0 1 12 2 Z M17 7.2 L10.4 13.8 L7 10.4 L5.5 11.9 L10.4 16.8 L18.5 8.7 Z"/>`),
}

func verdictIcon(name string, v Verdict, paths string) fyne.Resource {
	svg := `<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24">` + paths + `</svg>`
	return theme.NewColoredResource(fyne.NewStaticResource("verdict-"+name+".svg", []byte(svg)), v.Colour())
}
