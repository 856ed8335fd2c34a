package form

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"zhenjie/planning"
	"zhenjie/planning/form/workbook"
)

// yearCaption is the caption of a year by its number, or of a quarter of it.
var yearCaption = regexp.MustCompile(`^(\d{4})年?(?:q?(\d)(?:季度)?)?$`)

// nameYears takes columns for the years their captions name, of which the first
// is that of the schedule.
func (p *place) nameYears(captions workbook.Row) {
	first := 0
	for pass := range 2 {
		for c, cell := range captions.Cells {
			m := yearCaption.FindStringSubmatch(strings.ReplaceAll(folded(cell.Text), " ", ""))
			if m == nil {
				continue
			}
			year, _ := strconv.Atoi(m[1])
			switch {
			case pass == 0 && (first == 0 || year < first):
				first = year
			case pass == 1 && year < first+planning.MaxYears:
				p.put(yearKey(year-first+1, m[2]), c)
			}
		}
	}
}

func yearKey(n int, quarter string) string {
	if quarter == "" {
		return fmt.Sprint("year", n)
	}
	return fmt.Sprint("year", n, "q", quarter)
}
