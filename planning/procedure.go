package planning

import "zhenjie/geo"

// Procedure is the way an application takes, and how far along it has come.
// What the way is stands in a definition (package procedure).
type Procedure struct {
	ID          string             `json:"id"`      // of the definition; "" when none is chosen
	Region      string             `json:"region"`  // 省、市 as the user names it
	Own         string             `json:"own"`     // a definition the user has edited, as its file would read; "" for that of the program
	Started     string             `json:"started"` // YYYY-MM-DD, when the town was accepted and its years begin to count
	Steps       List[StepProgress] `json:"steps"`
	Assessments List[Assessment]   `json:"assessments"`
}

// Equal reports whether both say the same.
func (p Procedure) Equal(o Procedure) bool {
	return p.ID == o.ID && p.Region == o.Region && p.Own == o.Own && p.Started == o.Started &&
		p.Steps.Equal(o.Steps) && p.Assessments.Equal(o.Assessments)
}

// StepState is how far a step has come.
type StepState string

// The states of a step; "" is not begun.
const (
	StepDoing    StepState = "doing"
	StepDone     StepState = "done"
	StepReturned StepState = "returned" // sent back to be mended
)

// StepProgress is what became of one step of the procedure.
type StepProgress struct {
	Stage    string    `json:"stage"` // ids of the definition
	Step     string    `json:"step"`
	State    StepState `json:"state"`
	Date     string    `json:"date"`     // YYYY-MM-DD
	Document string    `json:"document"` // 文号
	Result   string    `json:"result"`
	Remark   string    `json:"remark"`
}

// Progress returns what became of a step; ok is false while nothing has.
func (p Procedure) Progress(stage, step string) (s StepProgress, ok bool) {
	for _, s := range p.Steps.All() {
		if s.Stage == stage && s.Step == step {
			return s, true
		}
	}
	return StepProgress{Stage: stage, Step: step}, false
}

// AssessmentResult is the outcome of a year's assessment.
type AssessmentResult string

// The outcomes; "" is not assessed yet.
const (
	AssessmentPassed AssessmentResult = "pass"
	AssessmentMissed AssessmentResult = "miss"
)

// Assessment is the assessment (年度考核) of one year: what was to be reached,
// and what was.
type Assessment struct {
	Year         int              `json:"year"`
	Target       Money            `json:"target_fen"` // investment
	Actual       Money            `json:"actual_fen"`
	TargetText   string           `json:"target_text"` // other targets
	ActualText   string           `json:"actual_text"`
	Result       AssessmentResult `json:"result"`
	LandQuota    geo.Area         `json:"land_quota_m2"` // 用地指标 used in the year
	Announcement string           `json:"announcement"`  // where the result was published
}
