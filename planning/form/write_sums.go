package form

import (
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"

	"zhenjie/assets/words"
	"zhenjie/planning"
	"zhenjie/planning/form/workbook"
)

// captionOf is the caption of a column; years are called by their numbers where
// the plan says which they are.
func (p *page) captionOf(f *field) words.Text {
	var year, quarter int
	if n, _ := fmt.Sscanf(f.key, "year%dq%d", &year, &quarter); p.sheet.id != Schedule || n == 0 || p.plan.Schedule.FirstYear == 0 {
		return p.sheet.caption(f)
	}
	number := p.plan.Schedule.FirstYear + year - 1
	if quarter == 0 {
		return words.Say("form.year", "year", number)
	}
	return words.Say("form.quarter", "year", number, "q", quarter)
}

// totals writes the sums of the columns of money, which go on over all rows that
// may be filled in.
func (p *page) totals() error {
	total := p.row + 1
	cells := []any{totalMark, p.cell(lookSum, p.say(words.Say("form.total")))}
	for c := 2; c <= p.lead+len(p.sheet.fields); c++ {
		sum := p.cell(lookSum, nil)
		if m, ok := p.columnTotal(c - p.lead); ok {
			letter := strings.TrimRight(workbook.Ref(1, c), "1")
			sum.Formula = fmt.Sprintf("SUM(%s%d:%s%d)", letter, total+1, letter, total+MaxRows)
			sum.Value = inWan(m)
		}
		cells = append(cells, sum)
	}
	return p.put(24, cells...)
}

// columnTotal is the sum of field i, or of the rows' totals behind the last one;
// ok is false for fields that are no money.
func (p *page) columnTotal(i int) (sum planning.Money, ok bool) {
	if i == len(p.sheet.fields) {
		return p.plan.Schedule.Total(), true
	}
	f := &p.sheet.fields[i]
	if _, ok := f.kind.(moneyKind); !ok {
		return 0, false
	}
	for _, row := range p.sheet.load(p.plan) {
		sum = sum.Plus(f.get(row).(planning.Money))
	}
	return sum, true
}

// rowTotal is the sum of the years of a row.
func (p *page) rowTotal(row any) excelize.Cell {
	var years []string
	for i := range p.sheet.fields {
		if f := &p.sheet.fields[i]; isYear(f) {
			years = append(years, workbook.Ref(p.row+1, p.lead+i))
		}
	}
	sum := p.cell(lookSum, inWan(row.(*planning.ScheduleItem).Total()))
	sum.Formula = "SUM(" + strings.Join(years, ",") + ")"
	return sum
}

func isYear(f *field) bool {
	_, money := f.kind.(moneyKind)
	return money && f.level == 0
}

// inWan is an amount in 万元 for a cell that computes it.
func inWan(m planning.Money) float64 { return float64(m) / float64(planning.Wan) }
