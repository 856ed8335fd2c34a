package form

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/planning"
	"zhenjie/planning/form/workbook"
)

// Days are counted from these. The one of 1900 stands two days early: counting
// begins at 1, and a 29 February 1900 is counted that never was, so that the
// days before March of that year are off (ECMA-376 part 1, 18.17.4.1).
var (
	epoch1900 = time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	epoch1904 = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	firstDay  = time.Date(1900, 3, 1, 0, 0, 0, 0, time.UTC)
)

// lastDay is 31 December 9999, counted from 1900.
const lastDay = 2_958_465

// dayOf is the day of a number; its time of day does not count. A number that is
// not shown as a day is one only if it cannot be a year.
func dayOf(c workbook.Cell, x terms) (day time.Time, ok bool) {
	f, err := strconv.ParseFloat(c.Text, 64)
	if err != nil || c.Percent || !c.Date && f < 10_000 {
		return day, false
	}
	epoch, least := epoch1900, 61.0
	if x.epoch04 {
		epoch, least = epoch1904, 0
	}
	if !(f >= least && f <= lastDay) {
		return day, false
	}
	return epoch.AddDate(0, 0, int(f)), true
}

// typedDay is a day as people write it.
var typedDay = regexp.MustCompile(`^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$`)

// parseDay reads a day as people type it: 2026-5-1, 2026/05/01, 2026年5月1日. The
// empty text is none.
func parseDay(text string) (string, error) {
	plain := planning.Plain(text)
	if plain == "" {
		return "", nil
	}
	unreadable := geo.BadInput(geo.At{}, "edit.date", "text", text)
	m := typedDay.FindStringSubmatch(plain)
	if m == nil {
		return "", unreadable
	}
	day, err := time.Parse("2006-1-2", m[1]+"-"+m[2]+"-"+m[3])
	if err != nil {
		return "", unreadable
	}
	return day.Format(time.DateOnly), nil
}

// dayKind is a day, YYYY-MM-DD in the plan.
type dayKind struct{}

func (dayKind) blank() any { return "" }

func (dayKind) read(c workbook.Cell, x terms) (any, error) {
	if c.Kind == workbook.Number {
		if day, ok := dayOf(c, x); ok {
			return day.Format(time.DateOnly), nil
		}
	}
	s, err := typed(c)
	if err != nil {
		return nil, err
	}
	return asAny(parseDay(s))
}

func (dayKind) write(v any, _ terms) any {
	s := v.(string)
	if s == "" {
		return nil
	}
	if day, err := time.Parse(time.DateOnly, s); err == nil && !day.Before(firstDay) {
		return day.Sub(epoch1900).Hours() / 24
	}
	return s
}

func (dayKind) show(v any, _ terms) words.Text { return words.Raw(v.(string)) }
func (dayKind) look(any) look                  { return lookDay }

// monthKind is a month, YYYY-MM in the plan, which spreadsheets have no name for
// and turn into a day.
type monthKind struct{}

func (monthKind) blank() any { return "" }

func (monthKind) read(c workbook.Cell, x terms) (any, error) {
	if c.Kind == workbook.Number && c.Date {
		if day, ok := dayOf(c, x); ok {
			return asAny(planning.ParseMonth(planning.MonthOf(day.Year(), int(day.Month()))))
		}
	}
	s, err := typed(c)
	if err != nil {
		return nil, err
	}
	if c.Kind == workbook.Number && strings.Contains(s, ".") { // October typed as 2026.10 has become 2026.1
		return nil, geo.BadInput(geo.At{}, "month.unreadable", "text", s)
	}
	return asAny(planning.ParseMonth(s))
}

func (monthKind) write(v any, _ terms) any {
	if s := v.(string); s != "" {
		return s
	}
	return nil
}

func (monthKind) show(v any, _ terms) words.Text { return words.Raw(v.(string)) }
func (monthKind) look(any) look                  { return lookShort }
