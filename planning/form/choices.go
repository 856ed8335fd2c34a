package form

import (
	"strings"

	"zhenjie/assets/words"
	"zhenjie/planning"
	"zhenjie/planning/procedure"
	"zhenjie/planning/rulebook"
)

// Option is something a cell may say, or a row of a sheet whose rows are given.
type Option struct {
	ID    string
	Title words.Text
	Note  words.Text // more about it, such as a unit; may say nothing
}

// Step is a step of the procedure that the plan follows.
type Step struct {
	Stage, Step       string // ids
	StageTitle, Title words.Text
}

// Choices are what a form offers to choose from, and the rows of the sheets
// that ask for something. What a plan says beyond them is written and read too.
type Choices struct {
	Industries   []Option
	Declarations []Option
	Materials    []Option
	Indicators   []Option
	Procedures   []Option
	Steps        []Step
}

// ChoicesOf are the choices that a rulebook and a procedure offer; d may be nil.
func ChoicesOf(b *rulebook.Rulebook, d *procedure.Definition) Choices {
	c := Choices{Industries: items(b.Industries), Declarations: items(b.Declarations), Indicators: items(b.Indicators)}
	for i, it := range b.Indicators {
		if it.Unit != "" {
			c.Indicators[i].Note = words.Say("form.unit." + words.ID(it.Unit))
		}
	}
	for _, paper := range procedure.Papers(b, d) {
		c.Materials = append(c.Materials, Option{ID: paper.ID, Title: paper.Title})
	}
	for _, one := range procedure.Builtin() {
		c.Procedures = append(c.Procedures, Option{ID: one.ID, Title: one.Name})
	}
	if d != nil {
		for at := range d.All() {
			c.Steps = append(c.Steps, Step{at.Stage.ID, at.Step.ID, at.Stage.Name, at.Step.Title})
		}
	}
	return c
}

func items(from []rulebook.Item) []Option {
	all := make([]Option, len(from))
	for i, it := range from {
		all[i] = Option{ID: it.ID, Title: it.Title}
	}
	return all
}

// options finds the options of a choice.
type options func(Choices) []Option

// these are options that are the same in every form; the ids of their names
// begin with prefix.
func these[V ~string](prefix words.ID, values ...V) options {
	all := make([]Option, len(values))
	for i, v := range values {
		all[i] = Option{ID: string(v), Title: words.Say(prefix + words.ID(v))}
	}
	return func(Choices) []Option { return all }
}

var (
	townKinds     = these("town.", planning.TownKinds...)
	investorKinds = these("investor.", planning.InvestorKinds...)
	projectKinds  = these("project.kind.", planning.ProjectKinds...)
	funds         = these("fund.", planning.Funds...)
	answers       = these("papers.answer.", planning.Holds, planning.Fails)
	paperStates   = these("material.", planning.Missing, planning.Draft, planning.Final)
	stepStates    = these("procedure.step.", planning.StepDoing, planning.StepDone, planning.StepReturned)
	results       = these("procedure.result.", planning.AssessmentPassed, planning.AssessmentMissed)
)

func industries(c Choices) []Option { return c.Industries }
func procedures(c Choices) []Option { return c.Procedures }

// option is the one of an id.
func option(all []Option, id string) (Option, bool) {
	for _, o := range all {
		if o.ID == id {
			return o, true
		}
	}
	return Option{}, false
}

// idMark stands before an id that is written out because it has no title, or
// one that another option has too.
const idMark = "id:"

// written is what stands in a cell for an id.
func written(all []Option, id string, lang words.Lang) string {
	if id == "" {
		return ""
	}
	if o, ok := option(all, id); ok {
		title := o.Title.In(lang)
		if found, ok := meant(all, title); ok && found == id {
			return title
		}
	}
	return idMark + id
}

// meant is the id that a text in a cell stands for: a title in either language,
// or an id.
func meant(all []Option, text string) (id string, ok bool) {
	if id, ok := strings.CutPrefix(text, idMark); ok {
		return id, true
	}
	plain := folded(text)
	if plain == "" {
		return "", true
	}
	for _, o := range all {
		if folded(o.Title.In(words.Zh)) == plain || folded(o.Title.In(words.En)) == plain {
			return o.ID, true
		}
	}
	for _, o := range all {
		if folded(o.ID) == plain {
			return o.ID, true
		}
	}
	return "", false
}

// folded is a text for comparing what people typed with what was meant.
func folded(s string) string { return strings.ToLower(planning.Plain(s)) }
