package planning

import (
	"fmt"
	"regexp"
	"strconv"

	"zhenjie/geo"
)

// Month is a month as the plan keeps it: "2026-03", or "" when not stated. Two
// months compare as texts do.
type Month = string

// typedMonth is a month as people write it: 2026-3, 2026/03, 2026.3, 2026年3月,
// 202603, and with a day that counts for nothing, as spreadsheets give it.
var typedMonth = regexp.MustCompile(`^(\d{4})\s*(?:` +
	`[-/.年]\s*(\d{1,2})\s*(?:月(?:份|\s*` + monthDay + `\s*日?)?|[-/.]\s*` + monthDay + `)?|` +
	`(\d{2})(?:0[1-9]|[12]\d|3[01])?)$`)

const monthDay = `(?:0?[1-9]|[12]\d|3[01])`

// ParseMonth reads a month as people type it. The empty text is none. The years
// are those a schedule may have.
func ParseMonth(text string) (Month, error) {
	typed := Plain(text)
	if typed == "" {
		return "", nil
	}
	m := typedMonth.FindStringSubmatch(typed)
	if m == nil {
		return "", geo.BadInput(geo.At{}, "month.unreadable", "text", text)
	}
	year, _ := strconv.Atoi(m[1])
	month, _ := strconv.Atoi(m[2] + m[3])
	if month < 1 || month > 12 || year < FirstYearLeast || year > FirstYearMost+MaxYears {
		return "", geo.BadInput(geo.At{}, "month.out_of_range", "text", text)
	}
	return MonthOf(year, month), nil
}

// The years a schedule can begin in.
const (
	FirstYearLeast = 2000
	FirstYearMost  = 2100
)

// MonthOf is month 1 to 12 of a year.
func MonthOf(year, month int) Month { return fmt.Sprintf("%04d-%02d", year, month) }

// KnownMonth reports whether a text is a month as the plan keeps it.
func KnownMonth(m Month) bool {
	read, err := ParseMonth(m)
	return err == nil && read == m && m != ""
}

// YearAndMonth takes a month as the plan keeps it apart; ok is false for any
// other text.
func YearAndMonth(m Month) (year, month int, ok bool) {
	if len(m) != len("2026-03") {
		return 0, 0, false
	}
	year, errYear := strconv.Atoi(m[:4])
	month, errMonth := strconv.Atoi(m[5:])
	return year, month, errYear == nil && errMonth == nil
}

// monthNumber counts the months from the first of the year 0.
func monthNumber(m Month) (n int, ok bool) {
	year, month, ok := YearAndMonth(m)
	return 12*year + month - 1, ok
}
