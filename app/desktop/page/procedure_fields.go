package page

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/planning/procedure"
)

// titled is a text that must be there. What a person writes stands for both
// languages: nobody has translated it.
func titled(text string) (words.Text, error) {
	if strings.TrimSpace(text) == "" {
		return words.Text{}, geo.BadInput(geo.At{}, "procedure.no_name")
	}
	return written(text), nil
}

// written is a text that may be left out.
func written(text string) words.Text {
	if strings.TrimSpace(text) == "" {
		return words.Text{}
	}
	return words.Raw(strings.TrimSpace(text))
}

// sentence is a text as a line or a heading of its own: some stand inside other
// sentences too, and begin small.
func (d *Desk) sentence(t words.Text) string {
	r := []rune(t.In(d.Lang))
	if len(r) > 0 {
		r[0] = unicode.ToUpper(r[0])
	}
	return string(r)
}

// months is how often something is done, as a cell holds it.
func months(e procedure.Every) string {
	if e.Months == 0 {
		return ""
	}
	return strconv.Itoa(e.Months)
}

// parseEvery reads how often something is done; nothing is once.
func parseEvery(text string, was procedure.Every) (procedure.Every, error) {
	digits := narrow(text)
	if digits == "" {
		return procedure.Every{}, nil
	}
	n, err := strconv.Atoi(digits)
	if err != nil || n < 1 || n > 120 {
		return was, geo.BadInput(geo.At{}, "procedure.months_unknown", "text", text)
	}
	return procedure.Every{Months: n, Assessed: was.Assessed}, nil
}

// dates are days as a cell holds them.
func dates(d *Desk, days []string) string { return strings.Join(days, d.say("procedure.and")) }

// parseDates reads days set apart by commas or blanks, in any order.
func parseDates(text string) []string {
	days := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune("、，,；; \t", r) })
	for i := range days {
		days[i] = isoDate(days[i])
	}
	slices.Sort(days)
	return days
}
