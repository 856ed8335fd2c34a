package page

import (
	"strings"

	"fyne.io/fyne/v2"
	"golang.org/x/text/width"

	"zhenjie/app/desktop/look"
	"zhenjie/assets/words"
	"zhenjie/planning"
)

// wan is an amount as a cell of a table holds it: in 万元, the thousands set
// apart, and nothing for no money.
func wan(m planning.Money) string {
	if m == 0 {
		return ""
	}
	return grouped(m.InWan())
}

// grouped sets the thousands of a plain decimal number apart by commas.
func grouped(number string) string {
	sign := ""
	if strings.HasPrefix(number, "-") {
		sign, number = "-", number[1:]
	}
	whole, places, _ := strings.Cut(number, ".")
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if places != "" {
		whole += "." + places
	}
	return sign + whole
}

// standing says how an amount stands against another. The ids of the three
// sentences begin with what; each is given the other values and the gap.
func standing(what words.ID, m, against planning.Money, values ...any) words.Text {
	switch gap := m - against; {
	case gap < 0:
		return words.Say(what+".lack", append(values, "gap", (-gap).Text())...)
	case gap > 0:
		return words.Say(what+".exceed", append(values, "gap", gap.Text())...)
	default:
		return words.Say(what+".agree", values...)
	}
}

// agreement is the colour of numbers that agree, or do not.
func agreement(agree bool) fyne.ThemeColorName {
	if agree {
		return look.ColorPass
	}
	return look.ColorBorderline
}

// narrow turns the full-width digits of an input method into plain ones.
func narrow(text string) string { return strings.TrimSpace(width.Narrow.String(text)) }

// fresh is the first of the names numbered from 1 that is not taken.
func fresh(taken map[string]bool, name func(n int) string) string { return numbered(taken, name)() }

// numbered gives the names numbered from 1 that are not taken, one after the
// other.
func numbered(taken map[string]bool, name func(n int) string) func() string {
	n := 0
	return func() string {
		for {
			n++
			if s := name(n); !taken[s] {
				return s
			}
		}
	}
}
