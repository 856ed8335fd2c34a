// Package planning holds the plan of a characteristic town as plain immutable
// values: extent, claims, positioning, investors, schedule and the papers that
// go with it. It knows no disk and no screen.
package planning

import (
	"zhenjie/assets/words"
	"zhenjie/geo"
)

// Plan is everything an application says. It is a value: an edit makes the
// next plan from the last (package edit) and never changes one in place.
type Plan struct {
	Identity    Identity
	Extent      geo.Shape // 规划范围, degrees on CGCS2000
	Core        geo.Shape // 核心区, degrees on CGCS2000; any number of parts
	Sides       Sides
	Claims      Claims
	Indicators  List[Indicator]
	Positioning Positioning
	Guide       List[GuideAnswer]
	Investors   List[Investor]
	Projects    List[Project]
	Sites       List[Site]
	Schedule    Schedule
	Eligibility List[Declaration]
	Materials   List[Material]
	Attachments List[Attachment]
	Procedure   Procedure
	Settings    Settings
}

// Identity names the town.
type Identity struct {
	Name  string   `json:"name"`  // 小镇名称
	Place string   `json:"place"` // 所在地, as administrative names
	Kind  TownKind `json:"kind"`
}

// TownKind says whether the town is built or rebuilt; some rules ask less of
// the latter.
type TownKind string

// The kinds of towns; "" is not said.
const (
	TownNew     TownKind = "new"     // 新建类
	TownUpgrade TownKind = "upgrade" // 改造提升类
)

// TownKinds lists the kinds in the order forms show them.
var TownKinds = []TownKind{TownNew, TownUpgrade}

// Title is what people call the kind: 新建类.
func (k TownKind) Title() words.Text {
	if k == "" {
		return words.Say("town.unsaid")
	}
	return words.Say(words.ID("town." + string(k)))
}

// Claims are the numbers the applicant states, to be held against what the
// boundary and the schedule give. Zero means not stated.
type Claims struct {
	Extent     geo.Area `json:"extent_m2"`
	Core       geo.Area `json:"core_m2"`
	Investment Money    `json:"investment_fen"`
}

// Indicator is a number that nothing in the plan can give and that a rulebook
// asks for: jobs, a share of taxes, a grade.
type Indicator struct {
	Key      string  `json:"key"`   // id of an indicator of the rulebook
	Value    float64 `json:"value"` // in the unit of the rulebook's rule
	Evidence string  `json:"evidence"`
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
