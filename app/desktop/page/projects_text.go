package page

import (
	"math"
	"strconv"
	"strings"

	"zhenjie/app/desktop/widgets"
	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/planning"
)

// estimate finds the widest of many texts without measuring each: a Han
// character counts for one, any other for six tenths.
type estimate struct {
	text  string
	width int // in tenths
}

func (e *estimate) see(text string) {
	if 10*len(text) <= e.width { // no character is wider than its bytes
		return
	}
	width := 0
	for _, r := range text {
		if r < 0x2000 {
			width += 6
		} else {
			width += 10
		}
	}
	if width > e.width {
		e.text, e.width = text, width
	}
}

// chosen is the value of a choice; a text that is none of the choices is
// refused, as it may come out of a spreadsheet.
func chosen[T ~string](o options[T], text string, unknown words.ID) (T, error) {
	text = strings.TrimSpace(text)
	for _, option := range o {
		if option.text == text || string(option.value) == text {
			return option.value, nil
		}
	}
	return "", geo.BadInput(geo.At{}, unknown)
}

// ticks are the ways to write a check in a spreadsheet.
var ticks = map[string]string{
	"": widgets.CheckOff, "0": widgets.CheckOff, "否": widgets.CheckOff, "no": widgets.CheckOff, "false": widgets.CheckOff, "×": widgets.CheckOff,
	"1": widgets.CheckOn, "是": widgets.CheckOn, "yes": widgets.CheckOn, "true": widgets.CheckOn, "√": widgets.CheckOn, "✓": widgets.CheckOn,
}

func ticked(text string) (bool, error) {
	tick, known := ticks[strings.ToLower(planning.Plain(text))]
	if !known {
		return false, geo.BadInput(geo.At{}, "project.tick_unknown", "text", text)
	}
	return tick == widgets.CheckOn, nil
}

func tick(on bool) string {
	if on {
		return widgets.CheckOn
	}
	return widgets.CheckOff
}

// mu is an area as a cell holds it, in 亩; nothing for no area. What was typed
// in 亩 comes back as it was.
func mu(a geo.Area) string {
	if a == 0 {
		return ""
	}
	return grouped(strconv.FormatFloat(math.Round(a.Mu()*1e4)/1e4, 'f', -1, 64))
}
