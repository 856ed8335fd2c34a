// Package procedure holds the ways an application can take, as data, and what a
// plan has made of one: where it stands, what comes next, what its yearly
// assessments lead to, and what falls due.
//
// A procedure is a YAML file. Those of the program are embedded; a plan may
// carry a copy of its own that the user has edited.
package procedure

import (
	"iter"
	"slices"

	"zhenjie/assets/words"
	"zhenjie/planning"
	"zhenjie/planning/rulebook"
)

// Definition is one procedure. It must not be changed once parsed.
type Definition struct {
	ID        string
	Name      words.Text
	Source    words.Text
	Hint      Hint
	Note      words.Text
	Truncated bool // the source breaks off inside it
	Stages    []Stage
	Exit      Exit
	Reward    Reward
	ClawBack  ClawBack
}

// Hint says which province's policy the procedure resembles. It is a guess from
// the bodies and the wording, never a fact.
type Hint struct {
	Province   words.Text // nothing when there is no guess
	Confidence Confidence
}

// Confidence says how sure a hint is.
type Confidence string

// The degrees of confidence.
const (
	Possible Confidence = "possible"
	Probable Confidence = "probable"
)

// Title is the degree in words.
func (c Confidence) Title() words.Text {
	return words.Say(words.ID("procedure.confidence." + string(c)))
}

// Text is the hint in one phrase, nothing when there is none.
func (h Hint) Text() words.Text {
	if h.Province.IsZero() {
		return words.Text{}
	}
	return words.Say("procedure.hint", "province", h.Province, "confidence", h.Confidence.Title())
}

// Stage is a part of the procedure, with its steps in order.
type Stage struct {
	ID    string
	Name  words.Text
	Every Every    // how often the stage is gone through again
	Due   []string // YYYY-MM-DD; the first that is still to come counts
	Steps []Step
}

// Step is one thing to do. Its id is used once in a procedure.
type Step struct {
	ID     string
	Title  words.Text
	By     words.Text      // who does or decides it; nothing for the applicant
	Papers []rulebook.Item // what it asks for; ids as in the rulebooks where they mean the same
	Covers []rulebook.Item // what the paper must deal with
	Result words.Text
	Note   words.Text
	When   words.Text // it is done only then
	Every  Every
	Due    []string // YYYY-MM-DD
	Yes    Branch
	No     Branch // of a decision
}

// Decision reports whether the step can be answered with no.
func (s Step) Decision() bool { return s.No.To != "" }

// Every says how often something is done again.
type Every struct {
	Months   int  // 0 for once
	Assessed bool // its outcomes are the yearly assessments
}

// Branch is where a decision leads.
type Branch struct {
	To       string     // id of a step, ToExit, or "" for the step that follows
	Label    words.Text // "" for the usual word
	Inferred bool       // the source does not say it
}

// ToExit is where a branch leads that ends the procedure.
const ToExit = "exit"

// Exit is what missed yearly targets lead to.
type Exit struct {
	Misses      int // that many missed years; 0 when there is no such rule
	Consecutive bool
	Effect      Effect
}

// Effect is what happens to a town that missed its targets.
type Effect string

// The effects.
const (
	EffectExit    Effect = "exit"    // it leaves the procedure
	EffectSuspend Effect = "suspend" // no policy in the following year
)

// Text is the rule in a sentence, nothing when there is none.
func (e Exit) Text() words.Text {
	switch {
	case e.Misses == 0:
		return words.Text{}
	case e.Effect == EffectSuspend && e.Misses == 1:
		return words.Say("procedure.rule.suspend_one")
	case e.Effect == EffectSuspend:
		return words.Say("procedure.rule.suspend", "n", e.Misses)
	case e.Consecutive:
		return words.Say("procedure.rule.exit_running", "n", e.Misses)
	default:
		return words.Say("procedure.rule.exit", "n", e.Misses)
	}
}

// Reward is what a passed year earns, as a share of the land quota (用地指标)
// really used in it.
type Reward struct {
	Share     planning.BasisPoints // 0 when there is none, or it is not known
	Special   planning.BasisPoints // for some industries; 0 for none
	For       []string             // ids of those industries
	Source    words.Text
	Confirmed Confirmed
}

// ShareFor is the share that holds for a leading industry.
func (r Reward) ShareFor(industry string) planning.BasisPoints {
	if slices.Contains(r.For, industry) {
		return r.Special
	}
	return r.Share
}

// ClawBack is what is taken back of the rewards from a town that missed its plan.
type ClawBack struct {
	Factor    int // times what was rewarded; 0 when nothing is taken back
	Years     int // the plan is to be met within
	Source    words.Text
	Confirmed Confirmed
}

// Confirmed says how a number is known.
type Confirmed string

// The ways a number is known.
const (
	Read        Confirmed = "read"      // in the text itself
	Press       Confirmed = "press"     // in reports of the text
	Secondary   Confirmed = "secondary" // in what others write of it
	Unconfirmed Confirmed = "none"
)

// Text is how a number is known, in words.
func (c Confirmed) Text() words.Text { return words.Say(words.ID("procedure.confirmed." + string(c))) }

// Place is a step with the stage it belongs to.
type Place struct {
	Stage *Stage
	Step  *Step
}

// All yields the steps in the order they come.
func (d *Definition) All() iter.Seq[Place] {
	return func(yield func(Place) bool) {
		for i := range d.Stages {
			for j := range d.Stages[i].Steps {
				if !yield(Place{&d.Stages[i], &d.Stages[i].Steps[j]}) {
					return
				}
			}
		}
	}
}

// Find returns the step of an id.
func (d *Definition) Find(step string) (Place, bool) {
	for p := range d.All() {
		if p.Step.ID == step {
			return p, true
		}
	}
	return Place{}, false
}

// Has reports whether there is such a step in such a stage.
func (d *Definition) Has(stage, step string) bool {
	p, ok := d.Find(step)
	return ok && p.Stage.ID == stage
}
