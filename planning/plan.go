// Package planning holds the plan of a characteristic town as plain immutable
// values: extent, claims, positioning, investors, schedule and the papers that
// go with it. It knows no disk and no screen.
package planning

import "zhenjie/geo"

// Plan is everything an application says. It is a value: an edit makes the
// next plan from the last (package edit) and never changes one in place.
type Plan struct {
	Identity    Identity
	Extent      geo.Shape // 规划范围, degrees on CGCS2000
	Core        geo.Shape // 核心区, degrees on CGCS2000; any number of parts
	Sides       Sides
	Claims      Claims
	Positioning Positioning
	Investors   List[Investor]
	Schedule    Schedule
	Eligibility List[Declaration]
	Materials   List[Material]
	Settings    Settings
}

// Identity names the town.
type Identity struct {
	Name  string `json:"name"`  // 小镇名称
	Place string `json:"place"` // 所在地, as administrative names
}

// Claims are the numbers the applicant states, to be held against what the
// boundary and the schedule give. Zero means not stated.
type Claims struct {
	Extent     geo.Area `json:"extent_m2"`
	Core       geo.Area `json:"core_m2"`
	Investment Money    `json:"investment_fen"`
}

// Positioning is the leading industry and what sets the town apart in it.
type Positioning struct {
	Industry    string `json:"industry"`    // id of an industry of the rulebook's list, "" when not chosen
	SubField    string `json:"sub_field"`   // 细分领域
	Distinction string `json:"distinction"` // 差异化定位
	Customers   string `json:"customers"`   // 核心客户
}

// Investor is one 投资主体 and what it commits.
type Investor struct {
	Name      string       `json:"name"`
	Kind      InvestorKind `json:"kind"`
	Committed Money        `json:"committed_fen"`
	Contact   string       `json:"contact"`
}

// InvestorKind says who stands behind an investor.
type InvestorKind string

// The kinds of investors.
const (
	KindPlatform InvestorKind = "platform" // 政府平台
	KindState    InvestorKind = "state"    // 国企
	KindPrivate  InvestorKind = "private"  // 民企
	KindForeign  InvestorKind = "foreign"  // 外资
	KindMixed    InvestorKind = "mixed"    // 混合
)

// InvestorKinds lists the kinds in the order forms show them.
var InvestorKinds = []InvestorKind{KindPlatform, KindState, KindPrivate, KindForeign, KindMixed}

// Years is the length of the schedule.
const Years = 3

// Schedule is the three-year investment plan.
type Schedule struct {
	FirstYear int                `json:"first_year"` // 0 when not set
	Rows      List[ScheduleItem] `json:"rows"`
}

// ScheduleItem is one project of the schedule and its money by year.
type ScheduleItem struct {
	Project  string       `json:"project"`
	Investor string       `json:"investor"` // name of an Investor, "" when open
	Leading  bool         `json:"leading"`  // belongs to the leading industry
	Amounts  [Years]Money `json:"amounts_fen"`
}

// Total is the item's money over all years.
func (r ScheduleItem) Total() Money {
	var sum Money
	for _, a := range r.Amounts {
		sum = sum.Plus(a)
	}
	return sum
}

// Year is the money of all items in year i of the schedule, 0 ≤ i < Years.
func (s Schedule) Year(i int) Money {
	var sum Money
	for _, r := range s.Rows.All() {
		sum = sum.Plus(r.Amounts[i])
	}
	return sum
}

// Leading is the money of the items of the leading industry over all years.
func (s Schedule) Leading() Money {
	var sum Money
	for _, r := range s.Rows.All() {
		if r.Leading {
			sum = sum.Plus(r.Total())
		}
	}
	return sum
}

// Total is the money of all items over all years.
func (s Schedule) Total() Money {
	var sum Money
	for i := range Years {
		sum = sum.Plus(s.Year(i))
	}
	return sum
}

// Answer is a declaration's state.
type Answer string

// The answers a declaration can have; "" is not yet answered.
const (
	Unanswered Answer = ""
	Holds      Answer = "yes" // what is declared holds
	Fails      Answer = "no"
)

// Declaration is one statement the applicant stands for, such as "no major
// safety accident in the last five years".
type Declaration struct {
	Key      string `json:"key"` // id of a declaration of the rulebook
	Answer   Answer `json:"answer"`
	Body     string `json:"body"` // 声明单位
	Date     string `json:"date"` // YYYY-MM-DD
	Evidence string `json:"evidence"`
}

// MaterialState is how far a paper has come.
type MaterialState string

// The states of a material.
const (
	Missing MaterialState = "missing"
	Draft   MaterialState = "draft"
	Final   MaterialState = "final"
)

// Material is one paper of the submission.
type Material struct {
	Key    string        `json:"key"` // id of a material of the rulebook
	State  MaterialState `json:"state"`
	Remark string        `json:"remark"`
}

// Settings are the choices the checks rest on.
type Settings struct {
	Rulebook    string  `json:"rulebook"`     // id; "" is the default rulebook
	VertexSigma float64 `json:"vertex_sigma"` // standard error of a boundary point in each coordinate, metres; 0 means DefaultVertexSigma
	Source      string  `json:"source"`       // file the boundary came from
}

// DefaultVertexSigma is the accuracy assumed for a boundary point, in metres.
const DefaultVertexSigma = 0.5

// Sigma is the accuracy of a boundary point to compute with, in metres.
func (s Settings) Sigma() float64 {
	if s.VertexSigma > 0 {
		return s.VertexSigma
	}
	return DefaultVertexSigma
}

// Declaration returns the declaration of a key; ok is false, and the
// declaration empty, while nothing has been said of it.
func (p Plan) Declaration(key string) (d Declaration, ok bool) {
	for _, d := range p.Eligibility.All() {
		if d.Key == key {
			return d, true
		}
	}
	return Declaration{Key: key}, false
}

// Material returns the paper of a key; ok is false, and the paper missing,
// while nothing has been said of it.
func (p Plan) Material(key string) (m Material, ok bool) {
	for _, m := range p.Materials.All() {
		if m.Key == key {
			return m, true
		}
	}
	return Material{Key: key, State: Missing}, false
}
