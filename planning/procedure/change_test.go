package procedure_test

import (
	"strings"
	"testing"

	"zhenjie/assets/words"
	"zhenjie/planning/procedure"
)

// twoStages is a procedure of two stages; the review is refused back to the plan.
const twoStages = `id: small
name: {zh: 小流程}
source: {zh: 某文}
stages:
  - id: apply
    name: {zh: 申报}
    steps: [{id: plan, title: {zh: 方案}}, {id: map, title: {zh: 图}}]
  - id: review
    name: {zh: 审核}
    steps: [{id: first, title: {zh: 初审}, fail: {to: plan}}, {id: step_1, title: {zh: 公布}}]
`

func parsed(t *testing.T, text string) *procedure.Definition {
	t.Helper()
	d, err := procedure.Parse([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// outline is the ids of a procedure: "apply: plan map | review: first".
func outline(d *procedure.Definition) string {
	var stages []string
	for _, s := range d.Stages {
		var steps []string
		for _, t := range s.Steps {
			steps = append(steps, t.ID)
		}
		stages = append(stages, s.ID+": "+strings.Join(steps, " "))
	}
	return strings.Join(stages, " | ")
}

const untouched = "apply: plan map | review: first step_1"

func TestChanges(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*procedure.Definition) (*procedure.Definition, error)
		want   string // the outline, or the kind of the refusal
	}{
		"stage added": {func(d *procedure.Definition) (*procedure.Definition, error) {
			return d.AddStage(1, words.Raw("甲"), words.Raw("乙")), nil
		}, "apply: plan map | stage_1: step_2 | review: first step_1"},
		"stage removed": {func(d *procedure.Definition) (*procedure.Definition, error) { return d.RemoveStage(1) }, "apply: plan map"},
		"stage led to":  {func(d *procedure.Definition) (*procedure.Definition, error) { return d.RemoveStage(0) }, "“初审”会转到“方案”"},
		"last stage": {func(d *procedure.Definition) (*procedure.Definition, error) {
			d, _ = d.RemoveStage(1)
			return d.RemoveStage(0)
		}, "流程至少要有一个阶段"},
		"stage moved":    {func(d *procedure.Definition) (*procedure.Definition, error) { return d.MoveStage(1, -1), nil }, "review: first step_1 | apply: plan map"},
		"stage moved on": {func(d *procedure.Definition) (*procedure.Definition, error) { return d.MoveStage(0, 1), nil }, "review: first step_1 | apply: plan map"},
		"step added": {func(d *procedure.Definition) (*procedure.Definition, error) {
			return d.AddStep(2, words.Raw("甲")), nil
		}, "apply: plan map | review: first step_2 step_1"},
		"step removed":    {func(d *procedure.Definition) (*procedure.Definition, error) { return d.RemoveStep(1) }, "apply: plan | review: first step_1"},
		"step led to":     {func(d *procedure.Definition) (*procedure.Definition, error) { return d.RemoveStep(0) }, "请先改“初审”未通过时的去向"},
		"step moved down": {func(d *procedure.Definition) (*procedure.Definition, error) { return d.MoveStep(0, 1) }, "apply: map plan | review: first step_1"},
		"into the next":   {func(d *procedure.Definition) (*procedure.Definition, error) { return d.MoveStep(1, 1) }, "apply: plan | review: map first step_1"},
		"into the one before": {func(d *procedure.Definition) (*procedure.Definition, error) {
			return d.MoveStep(2, -1)
		}, "apply: plan map first | review: step_1"},
		"beyond the first": {func(d *procedure.Definition) (*procedure.Definition, error) { return d.MoveStep(0, -1) }, untouched},
		"beyond the last":  {func(d *procedure.Definition) (*procedure.Definition, error) { return d.MoveStep(3, 1) }, untouched},
		"alone in its stage": {func(d *procedure.Definition) (*procedure.Definition, error) {
			d, _ = d.RemoveStep(1)
			return d.ToStage(0, 1)
		}, "“申报”只有这一个步骤"},
		"another title": {func(d *procedure.Definition) (*procedure.Definition, error) {
			s := d.Stages[1].Steps[0]
			s.ID = "second"
			return d.WithStep(2, s), nil
		}, "apply: plan map | review: second step_1"},
		"another stage": {func(d *procedure.Definition) (*procedure.Definition, error) {
			s := d.Stages[0]
			s.ID = "begin"
			return d.WithStage(0, s), nil
		}, "begin: plan map | review: first step_1"},
	} {
		d := parsed(t, twoStages)
		got, err := c.change(d)
		switch {
		case err != nil:
			if said := words.Explain(err).In(words.Zh); !strings.Contains(said, c.want) {
				t.Errorf("%s: refused with %q, want %q", name, said, c.want)
			}
		case outline(got) != c.want:
			t.Errorf("%s: %s, want %s", name, outline(got), c.want)
		default:
			parsed(t, string(procedure.Format(got)))
		}
		if outline(d) != untouched {
			t.Errorf("%s: what was changed became %s", name, outline(d))
		}
	}
}
