package procedure

import (
	"fmt"
	"slices"

	"zhenjie/assets/words"
	"zhenjie/geo"
)

// The functions of this file make another definition of one, which stays as it
// is. Stages are counted in their order, and steps in that of All. A number that
// is out of range panics, as an index does.

// WithStage returns the definition with stage i replaced.
func (d *Definition) WithStage(i int, s Stage) *Definition {
	next := d.clone()
	next.Stages[i] = s
	return next
}

// WithStep returns the definition with step n replaced.
func (d *Definition) WithStep(n int, s Step) *Definition {
	next := d.clone()
	i, j := next.locate(n)
	next.Stages[i].Steps[j] = s
	return next
}

// AddStage returns the definition with one more stage before stage i, with a step
// in it, as a stage may not be empty.
func (d *Definition) AddStage(i int, name, step words.Text) *Definition {
	next := d.clone()
	s := Stage{ID: next.fresh("stage"), Name: name, Steps: []Step{{ID: next.fresh("step"), Title: step}}}
	next.Stages = slices.Insert(next.Stages, i, s)
	return next
}

// RemoveStage returns the definition without stage i and its steps.
func (d *Definition) RemoveStage(i int) (*Definition, error) {
	if len(d.Stages) == 1 {
		return nil, geo.BadInput(geo.At{}, "procedure.last_stage")
	}
	for _, s := range d.Stages[i].Steps {
		if by, ok := d.leadsTo(s.ID, d.Stages[i].Steps); ok {
			return nil, geo.BadInput(geo.At{}, "procedure.led_to", "step", s.Title, "by", by.Title)
		}
	}
	next := d.clone()
	next.Stages = slices.Delete(next.Stages, i, i+1)
	return next, nil
}

// MoveStage returns the definition with stage i moved by a number of places.
func (d *Definition) MoveStage(i, by int) *Definition {
	next := d.clone()
	s := next.Stages[i]
	next.Stages = slices.Insert(slices.Delete(next.Stages, i, i+1), i+by, s)
	return next
}

// AddStep returns the definition with one more step behind step n, in the same
// stage.
func (d *Definition) AddStep(n int, title words.Text) *Definition {
	next := d.clone()
	i, j := next.locate(n)
	next.Stages[i].Steps = slices.Insert(next.Stages[i].Steps, j+1, Step{ID: next.fresh("step"), Title: title})
	return next
}

// RemoveStep returns the definition without step n.
func (d *Definition) RemoveStep(n int) (*Definition, error) {
	i, j := d.locate(n)
	s := d.Stages[i].Steps[j]
	if by, ok := d.leadsTo(s.ID, []Step{s}); ok {
		return nil, geo.BadInput(geo.At{}, "procedure.led_to", "step", s.Title, "by", by.Title)
	}
	next, _, err := d.without(n)
	return next, err
}

// MoveStep returns the definition with step n moved up, by −1, or down, by 1. The
// first and the last step of a stage move into the one beside it.
func (d *Definition) MoveStep(n, by int) (*Definition, error) {
	i, j := d.locate(n)
	if to := j + by; to >= 0 && to < len(d.Stages[i].Steps) {
		next := d.clone()
		steps := next.Stages[i].Steps
		steps[j], steps[to] = steps[to], steps[j]
		return next, nil
	}
	return d.ToStage(n, i+by)
}

// ToStage returns the definition with step n in another stage: as its last step
// where that stage comes before its own, and otherwise as its first.
func (d *Definition) ToStage(n, stage int) (*Definition, error) {
	from, _ := d.locate(n)
	if stage == from || stage < 0 || stage >= len(d.Stages) {
		return d, nil
	}
	next, s, err := d.without(n)
	if err != nil {
		return nil, err
	}
	at := 0
	if stage < from {
		at = len(next.Stages[stage].Steps)
	}
	next.Stages[stage].Steps = slices.Insert(next.Stages[stage].Steps, at, s)
	return next, nil
}

// without takes step n out of its stage, which must keep one.
func (d *Definition) without(n int) (*Definition, Step, error) {
	next := d.clone()
	i, j := next.locate(n)
	stage := &next.Stages[i]
	if len(stage.Steps) == 1 {
		return nil, Step{}, geo.BadInput(geo.At{}, "procedure.last_step", "stage", stage.Name)
	}
	s := stage.Steps[j]
	stage.Steps = slices.Delete(stage.Steps, j, j+1)
	return next, s, nil
}

// leadsTo is the first step, but those given, whose outcome leads to a step.
func (d *Definition) leadsTo(id string, but []Step) (Step, bool) {
	for p := range d.All() {
		given := slices.ContainsFunc(but, func(s Step) bool { return s.ID == p.Step.ID })
		if !given && (p.Step.No.To == id || p.Step.Yes.To == id) {
			return *p.Step, true
		}
	}
	return Step{}, false
}

// clone copies what the functions above change.
func (d *Definition) clone() *Definition {
	next := *d
	next.Stages = slices.Clone(d.Stages)
	for i := range next.Stages {
		next.Stages[i].Steps = slices.Clone(next.Stages[i].Steps)
	}
	return &next
}

// locate is the stage of step n, and its place there.
func (d *Definition) locate(n int) (stage, step int) {
	for n >= len(d.Stages[stage].Steps) {
		n -= len(d.Stages[stage].Steps)
		stage++
	}
	return stage, n
}

// fresh is an id that neither a stage nor a step has.
func (d *Definition) fresh(kind string) string {
	taken := map[string]bool{}
	for p := range d.All() {
		taken[p.Stage.ID], taken[p.Step.ID] = true, true
	}
	for n := 1; ; n++ {
		if id := fmt.Sprintf("%s_%d", kind, n); !taken[id] {
			return id
		}
	}
}
