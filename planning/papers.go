package planning

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
	Key    string        `json:"key"` // id of a material of the rulebook or the procedure
	State  MaterialState `json:"state"`
	Due    string        `json:"due"` // YYYY-MM-DD
	Remark string        `json:"remark"`
}

// Attachment is a file that proves something the plan says.
type Attachment struct {
	Owner Owner  `json:"owner"`
	Name  string `json:"name"`   // of the file, without folders
	Hash  string `json:"sha256"` // of its content, in hexadecimal digits
	Size  int64  `json:"size"`   // bytes
	Path  string `json:"path"`   // where it lies when it is kept outside the project; "" for one kept inside
	Added string `json:"added"`  // YYYY-MM-DD
}

// Owner is what an attachment belongs to: "material/base_table".
type Owner string

// OfMaterial owns the files of a paper.
func OfMaterial(key string) Owner { return Owner("material/" + key) }

// OfDeclaration owns the evidence of a declaration.
func OfDeclaration(key string) Owner { return Owner("declaration/" + key) }

// OfGuide owns the evidence of a point of the self-assessment.
func OfGuide(point GuidePoint) Owner { return Owner("guide/" + point) }

// OfInvestor owns the evidence of what an investor commits.
func OfInvestor(name string) Owner { return Owner("investor/" + name) }

// OfStep owns the documents of a step of the procedure.
func OfStep(stage, step string) Owner { return Owner("step/" + stage + "/" + step) }

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

// Indicator returns the number of a key; ok is false while none is stated.
func (p Plan) Indicator(key string) (i Indicator, ok bool) {
	for _, i := range p.Indicators.All() {
		if i.Key == key {
			return i, true
		}
	}
	return Indicator{Key: key}, false
}
