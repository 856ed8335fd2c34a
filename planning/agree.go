package planning

import (
	"math"

	"zhenjie/assets/words"
)

// Agreement holds against each other what a plan says of its money in several
// places. All amounts are exact.
type Agreement struct {
	Claimed   Money // on the application form; 0 when not stated
	Scheduled Money // all rows of the schedule
	Years     [MaxYears]Money
	Committed Money // by all investors
	Budgeted  Money // of all projects, as far as stated
	Leading   Money // scheduled for projects of the leading industry
	Housing   Money // scheduled for 商品住宅
	Complex   Money // scheduled for 商业综合体
	Remarks   []Remark

	byInvestor, byProject accounts
}

// accounts are sums of money by name. Rows of one name often follow each other,
// so that the one looked up last is remembered.
type accounts struct {
	place map[string]int
	sums  []Money
	name  string // looked up last
	at    int
}

func newAccounts(n int) accounts { return accounts{place: make(map[string]int, n+1), at: -1} }

func (a *accounts) add(name string, m Money) {
	if a.at < 0 || a.name != name {
		at, known := a.place[name]
		if !known {
			at = len(a.sums)
			a.place[name], a.sums = at, append(a.sums, 0)
		}
		a.name, a.at = name, at
	}
	a.sums[a.at] = a.sums[a.at].Plus(m)
}

func (a accounts) of(name string) Money {
	if at, known := a.place[name]; known {
		return a.sums[at]
	}
	return 0
}

// Remark is something in which a plan does not agree with itself, or that it
// leaves open. It is said only when asked for: a long plan may have thousands.
type Remark struct {
	Kind       words.ID // stable; the id of the sentence, or of its beginning
	Name       string   // the project or investor it is about, "" for none
	Have, Want Money    // amounts that ought to be the same
	N          int      // how many it is about
	Year       int      // of the calendar
	Share      BasisPoints
}

// The kinds of remarks.
const (
	ClaimDiffers       words.ID = "agree.claim"       // claimed in all against the schedule
	CommitmentsDiffer  words.ID = "agree.commitments" // all commitments against the schedule
	BudgetsDiffer      words.ID = "agree.budgets"     // all budgets against the schedule, when all are stated
	SharesDiffer       words.ID = "agree.shares"      // the shares do not sum up to 100 %
	InvestorDiffers    words.ID = "agree.investor"    // one commitment against its rows
	ProjectDiffers     words.ID = "agree.project"     // one budget against its rows
	ProjectUnscheduled words.ID = "agree.unscheduled" // a project without money
	ProjectUndated     words.ID = "agree.undated"     // projects without start or end
	RowsWithoutOwner   words.ID = "agree.no_investor" // money without an investor
	RowsWithoutProject words.ID = "agree.no_project"  // money without a project
	MoneyTooEarly      words.ID = "agree.early"       // money of a year before a project starts
	MoneyTooLate       words.ID = "agree.late"        // money of a year after it ends
)

// Agree holds a plan's amounts against each other. It takes a few passes over
// its lists.
func Agree(p Plan) Agreement {
	a := Agreement{
		Claimed: p.Claims.Investment, byInvestor: newAccounts(p.Investors.Len()), byProject: newAccounts(p.Projects.Len()),
	}
	for _, r := range p.Schedule.Rows.items {
		total := r.Total()
		a.Scheduled = a.Scheduled.Plus(total)
		for y, m := range r.Amounts {
			a.Years[y] = a.Years[y].Plus(m)
		}
		a.byInvestor.add(r.Investor, total)
		a.byProject.add(r.Project, total)
	}
	a.sums(p)
	a.wholes(p)
	a.investors(p)
	a.projects(p)
	a.times(p)
	return a
}

// OfInvestor is what is scheduled for an investor; "" is the money without one.
func (a Agreement) OfInvestor(name string) Money { return a.byInvestor.of(name) }

// OfProject is what is scheduled for a project.
func (a Agreement) OfProject(name string) Money { return a.byProject.of(name) }

func (a *Agreement) sums(p Plan) {
	for _, v := range p.Investors.All() {
		a.Committed = a.Committed.Plus(v.Committed)
	}
	for _, v := range p.Projects.All() {
		m := a.byProject.of(v.Name)
		a.Budgeted = a.Budgeted.Plus(v.Budget)
		if v.Leading {
			a.Leading = a.Leading.Plus(m)
		}
		switch v.Kind {
		case ProjectHousing:
			a.Housing = a.Housing.Plus(m)
		case ProjectComplex:
			a.Complex = a.Complex.Plus(m)
		}
	}
}

func (a *Agreement) note(is bool, r Remark) {
	if is {
		a.Remarks = append(a.Remarks, r)
	}
}

// wholes compares what is said of the whole plan.
func (a *Agreement) wholes(p Plan) {
	shares, unbudgeted := BasisPoints(0), false
	for _, v := range p.Investors.All() {
		shares += v.Share
	}
	for _, v := range p.Projects.All() {
		unbudgeted = unbudgeted || v.Budget == 0
	}
	a.note(a.Claimed != 0 && a.Claimed != a.Scheduled, Remark{Kind: ClaimDiffers, Have: a.Claimed, Want: a.Scheduled})
	a.note(a.Committed != a.Scheduled, Remark{Kind: CommitmentsDiffer, Have: a.Committed, Want: a.Scheduled})
	a.note(!unbudgeted && a.Budgeted != 0 && a.Budgeted != a.Scheduled, Remark{Kind: BudgetsDiffer, Have: a.Budgeted, Want: a.Scheduled})
	a.note(shares != 0 && shares != Whole, Remark{Kind: SharesDiffer, Share: shares})
	a.note(a.byProject.of("") != 0, Remark{Kind: RowsWithoutProject, Want: a.byProject.of("")})
	a.note(a.byInvestor.of("") != 0, Remark{Kind: RowsWithoutOwner, Want: a.byInvestor.of("")})
}

func (a *Agreement) projects(p Plan) {
	undated := Remark{Kind: ProjectUndated}
	for _, v := range p.Projects.All() {
		m := a.byProject.of(v.Name)
		a.note(m == 0, Remark{Kind: ProjectUnscheduled, Name: v.Name, Have: v.Budget})
		a.note(m != 0 && v.Budget != 0 && v.Budget != m, Remark{Kind: ProjectDiffers, Name: v.Name, Have: v.Budget, Want: m})
		if v.Start == "" || v.End == "" {
			if undated.N++; undated.N == 1 {
				undated.Name = v.Name
			}
		}
	}
	a.note(undated.N > 0, undated)
}

func (a *Agreement) investors(p Plan) {
	for _, v := range p.Investors.All() {
		m := a.byInvestor.of(v.Name)
		a.note(v.Name != "" && v.Committed != m, Remark{Kind: InvestorDiffers, Name: v.Name, Have: v.Committed, Want: m})
	}
}

// times looks for money of years in which its project is not built.
func (a *Agreement) times(p Plan) {
	if p.Schedule.FirstYear == 0 {
		return
	}
	built := make(map[string]span, p.Projects.Len())
	for _, v := range p.Projects.All() {
		if v.Start != "" || v.End != "" {
			built[v.Name] = spanOf(v)
		}
	}
	for _, r := range p.Schedule.Rows.items {
		s, known := built[r.Project]
		for y, m := range r.Amounts {
			if !known || m == 0 {
				continue
			}
			year := p.Schedule.FirstYear + y
			early, late := s.outside(r, y, 12*year)
			a.note(early != 0, Remark{Kind: MoneyTooEarly, Name: r.Project, Have: early, Want: m, Year: year})
			a.note(late != 0, Remark{Kind: MoneyTooLate, Name: r.Project, Have: late, Want: m, Year: year})
		}
	}
}

// span is the first and the last month of a project, counted from the first of
// the year 0.
type span struct{ first, last int }

// spanOf is that of a project; a month that is not stated is far away.
func spanOf(v Project) span {
	s := span{math.MinInt, math.MaxInt}
	if n, ok := monthNumber(v.Start); ok {
		s.first = n
	}
	if n, ok := monthNumber(v.End); ok {
		s.last = n
	}
	return s
}

// outside is the money of year y of a row that is spent before the span, and
// after it; the year begins with month january. Of a year in which the span
// begins or ends, only what stands in quarters tells.
func (s span) outside(r ScheduleItem, y, january int) (early, late Money) {
	switch {
	case january+11 < s.first:
		return r.Amounts[y], 0
	case january > s.last:
		return 0, r.Amounts[y]
	}
	for q, m := range r.Quarters[y] {
		switch month := january + 3*q; {
		case month+2 < s.first:
			early = early.Plus(m)
		case month > s.last:
			late = late.Plus(m)
		}
	}
	return early, late
}

// Text says the remark and what to do about it.
func (r Remark) Text() words.Text {
	name := words.Raw(r.Name)
	switch r.Kind {
	case ClaimDiffers, CommitmentsDiffer, BudgetsDiffer, InvestorDiffers, ProjectDiffers:
		return r.compared()
	case ProjectUnscheduled:
		return words.Say("agree.unscheduled", "name", name)
	case ProjectUndated:
		return words.Say("agree.undated", "name", name, "n", r.N)
	case RowsWithoutOwner:
		return words.Say("agree.no_investor", "money", r.Want.Text())
	case RowsWithoutProject:
		return words.Say("agree.no_project", "money", r.Want.Text())
	case SharesDiffer:
		return words.Say("agree.shares", "share", r.Share.InPercent())
	case MoneyTooEarly:
		return words.Say("agree.early", "name", name, "year", r.Year, "money", r.Have.Text())
	default:
		return words.Say("agree.late", "name", name, "year", r.Year, "money", r.Have.Text())
	}
}

// compared says which of two amounts is more, and by how much.
func (r Remark) compared() words.Text {
	kind, gap := r.Kind+".less", r.Want-r.Have
	if gap < 0 {
		kind, gap = r.Kind+".more", -gap
	}
	values := []any{"have", r.Have.Text(), "want", r.Want.Text(), "gap", gap.Text()}
	if r.Name != "" {
		values = append(values, "name", words.Raw(r.Name))
	}
	return words.Say(kind, values...)
}
