package chart

// Flow shows the steps of a procedure, by stages.
type Flow struct {
	Title string
	Lanes []Lane
	Exit  string // the name of the end that decisions may lead to
	Lang  string // language tag
}

// Lane is a stage.
type Lane struct {
	Name  string
	Steps []FlowStep
	Loop  string // how often the stage is gone through, such as 每年; "" for once
}

// FlowStep is a step. One that decides leads to the next by Yes and elsewhere
// by No.
type FlowStep struct {
	ID       string
	Title    string
	By       string // who decides or does it
	Note     string
	Decision bool
	Yes, No  string // names of the branches
	NoTo     string // id of a step, or FlowExit
	State    FlowState
}

// FlowExit is where a No leads that ends the procedure.
const FlowExit = "exit"

// FlowState is how far a step has come.
type FlowState int

// The states.
const (
	FlowOpen FlowState = iota
	FlowDone
	FlowCurrent
	FlowReturned // sent back to be mended
)
