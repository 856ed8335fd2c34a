package planning

// Investor is one 投资主体 and what it commits.
type Investor struct {
	Name      string       `json:"name"` // schedule rows know it by its name
	Kind      InvestorKind `json:"kind"`
	Code      string       `json:"code"`     // 统一社会信用代码
	Share     BasisPoints  `json:"share_bp"` // 股权占比 in the company that builds the town
	Committed Money        `json:"committed_fen"`
	Contact   string       `json:"contact"`
	Phone     string       `json:"phone"`
}

// BasisPoints is a share in hundredths of a percent, 0 to 10 000.
type BasisPoints int

// Whole is the share of all.
const Whole BasisPoints = 10_000

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
