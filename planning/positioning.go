package planning

// Positioning is the leading industry and what sets the town apart in it.
type Positioning struct {
	Industry    string           `json:"industry"`    // id of an industry of the rulebook's list, "" when not chosen
	SubField    string           `json:"sub_field"`   // 细分领域
	Distinction string           `json:"distinction"` // 差异化定位
	Customers   string           `json:"customers"`   // 核心客户
	Functions   Functions        `json:"functions"`
	Competitors List[Competitor] `json:"competitors"`
	Teams       List[Team]       `json:"teams"`
}

// Equal reports whether both say the same.
func (p Positioning) Equal(o Positioning) bool {
	return p.Industry == o.Industry && p.SubField == o.SubField && p.Distinction == o.Distinction &&
		p.Customers == o.Customers && p.Functions == o.Functions &&
		p.Competitors.Equal(o.Competitors) && p.Teams.Equal(o.Teams)
}

// Functions are the four functions of a town, each with how it grows out of the
// leading industry (聚而合).
type Functions struct {
	Industry  string `json:"industry"`  // 产业功能
	Culture   string `json:"culture"`   // 文化功能
	Tourism   string `json:"tourism"`   // 旅游功能
	Community string `json:"community"` // 社区功能
}

// Competitor is a town in the same field.
type Competitor struct {
	Name       string `json:"name"`
	Place      string `json:"place"`
	Strength   string `json:"strength"`   // what it is known for
	Difference string `json:"difference"` // what this town does otherwise
}

// Team is one of the teams that lead the industry (领军团队).
type Team struct {
	Name   string `json:"name"`
	Leader string `json:"leader"`
	Field  string `json:"field"` // what it does
	Remark string `json:"remark"`
}

// GuidePoint is one of the seven points of the creation guide (创建指南).
type GuidePoint string

// The seven points, in the guide's order.
const (
	GuideGovernment GuidePoint = "government" // 服务政府
	GuideCore       GuidePoint = "core"       // 核心特色
	GuideIndustry   GuidePoint = "industry"   // 产业驱动
	GuideMechanism  GuidePoint = "mechanism"  // 创新机制
	GuideCommunity  GuidePoint = "community"  // 和谐社区
	GuideCustomers  GuidePoint = "customers"  // 客户市场
	GuideBenefit    GuidePoint = "benefit"    // 利益分配
)

// GuidePoints lists the seven points in the guide's order.
var GuidePoints = []GuidePoint{
	GuideGovernment, GuideCore, GuideIndustry, GuideMechanism, GuideCommunity, GuideCustomers, GuideBenefit,
}

// MaxScore is the best score of a point; 0 is a point not scored.
const MaxScore = 10

// GuideAnswer is the self-assessment of one point.
type GuideAnswer struct {
	Point    GuidePoint `json:"point"`
	Text     string     `json:"text"`
	Score    int        `json:"score"` // 1 to MaxScore; 0 when not scored
	Evidence string     `json:"evidence"`
}

// GuideAnswer returns the answer to a point; ok is false, and the answer
// empty, while nothing has been said of it.
func (p Plan) GuideAnswer(point GuidePoint) (a GuideAnswer, ok bool) {
	for _, a := range p.Guide.All() {
		if a.Point == point {
			return a, true
		}
	}
	return GuideAnswer{Point: point}, false
}
