package planning

const (
	// MaxYears is the longest schedule: some procedures ask for five years.
	MaxYears = 5
	// DefaultYears is the usual length of a schedule.
	DefaultYears = 3
	// Quarters of a year.
	Quarters = 4
)

// Schedule is the investment plan by year, usually of three.
type Schedule struct {
	FirstYear int                `json:"first_year"` // 0 when not set
	Span      int                `json:"span"`       // years; 0 means DefaultYears
	Rows      List[ScheduleItem] `json:"rows"`
}

// Equal reports whether both say the same.
func (s Schedule) Equal(o Schedule) bool {
	return s.FirstYear == o.FirstYear && s.Span == o.Span && s.Rows.Equal(o.Rows)
}

// ScheduleItem is the money that one source gives to one project.
type ScheduleItem struct {
	Project  string                    `json:"project"`  // name of a Project
	Investor string                    `json:"investor"` // name of an Investor, "" when open
	Fund     Fund                      `json:"fund"`
	Amounts  [MaxYears]Money           `json:"amounts_fen"`  // by year
	Quarters [MaxYears][Quarters]Money `json:"quarters_fen"` // what of a year is assigned to its quarters; no more than the year
}

// Fund says where the money of a row comes from.
type Fund string

// The sources of money; "" is not said.
const (
	FundOwn    Fund = "own"    // 自有资金
	FundLoan   Fund = "loan"   // 银行贷款
	FundFiscal Fund = "fiscal" // 财政资金
	FundBond   Fund = "bond"   // 债券与基金
	FundOther  Fund = "other"  // 其他
)

// Funds lists the sources in the order forms show them.
var Funds = []Fund{FundOwn, FundLoan, FundFiscal, FundBond, FundOther}

// Years is the number of years of the schedule, never more than MaxYears: what a
// file says counts no further.
func (s Schedule) Years() int {
	if s.Span <= 0 {
		return DefaultYears
	}
	return min(s.Span, MaxYears)
}

// Total is the item's money over all years.
func (r ScheduleItem) Total() Money { return sum(r.Amounts[:]) }

// Assigned is what of year i stands in its quarters.
func (r ScheduleItem) Assigned(i int) Money { return sum(r.Quarters[i][:]) }

// Year is the money of all items in year i of the schedule, 0 ≤ i < MaxYears.
func (s Schedule) Year(i int) Money {
	var sum Money
	for _, r := range s.Rows.All() {
		sum = sum.Plus(r.Amounts[i])
	}
	return sum
}

// Total is the money of all items over all years.
func (s Schedule) Total() Money {
	var sum Money
	for i := range MaxYears {
		sum = sum.Plus(s.Year(i))
	}
	return sum
}

// Where is the money of the items of the projects that are wanted, over the
// first years of the schedule.
func (p Plan) Where(years int, wanted func(Project) bool) Money {
	counts := map[string]bool{}
	for _, v := range p.Projects.All() {
		counts[v.Name] = wanted(v)
	}
	var total Money
	for _, r := range p.Schedule.Rows.All() {
		if counts[r.Project] {
			total = total.Plus(sum(r.Amounts[:years]))
		}
	}
	return total
}

// LeadingMoney is the money of the projects of the leading industry over all
// years.
func (p Plan) LeadingMoney() Money {
	return p.Where(MaxYears, func(v Project) bool { return v.Leading })
}

func sum(amounts []Money) Money {
	var total Money
	for _, m := range amounts {
		total = total.Plus(m)
	}
	return total
}
