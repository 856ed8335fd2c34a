package edit_test

import (
	"strings"
	"testing"

	"zhenjie/assets/words"
	"zhenjie/planning"
	"zhenjie/planning/edit"
)

func init() {
	benefit := planning.GuideAnswer{Point: planning.GuideBenefit, Text: "按股分红", Score: 10, Evidence: "章程"}
	core := planning.GuideAnswer{Point: planning.GuideCore}
	steps = append(steps, []step{
		{edit.SetGuide{To: benefit}, "self-assessment: Benefits", func(p *planning.Plan) {
			p.Guide = planning.ListOf(p.Guide.At(0), benefit)
		}},
		{edit.SetGuide{To: core}, "self-assessment: Character", func(p *planning.Plan) { p.Guide = planning.ListOf(core) }},
	}...)
}

func TestGuideBlocked(t *testing.T) {
	long := strings.Repeat("字", 20_001)
	of := func(change func(*planning.GuideAnswer)) edit.Command {
		c := edit.SetGuide{To: planning.GuideAnswer{Point: planning.GuideCustomers, Score: 5}}
		change(&c.To)
		return c
	}
	for name, c := range map[string]struct {
		command edit.Command
		want    words.ID
	}{
		"as it should be": {of(func(*planning.GuideAnswer) {}), ""},
		"no point":        {of(func(a *planning.GuideAnswer) { a.Point = "" }), "edit.guide_point"},
		"an eighth point": {of(func(a *planning.GuideAnswer) { a.Point = "money" }), "edit.guide_point"},
		"score −1":        {of(func(a *planning.GuideAnswer) { a.Score = -1 }), "edit.guide_score"},
		"score 11":        {of(func(a *planning.GuideAnswer) { a.Score = 11 }), "edit.guide_score"},
		"long text":       {of(func(a *planning.GuideAnswer) { a.Text = long }), "edit.too_long"},
		"long evidence":   {of(func(a *planning.GuideAnswer) { a.Evidence = long }), "edit.too_long"},
	} {
		why := c.command.Blocked(town())
		if why.ID != c.want {
			t.Errorf("%s: blocked by %q (%s), want %q", name, why.ID, why.In(words.En), c.want)
		}
		if zh, en := why.In(words.Zh), why.In(words.En); c.want != "" && (strings.ContainsAny(zh+en, "{}") || zh == en) {
			t.Errorf("%s: said %q and %q", name, zh, en)
		}
	}
}

func TestAStepOfTheGuideNamesWhatItChanges(t *testing.T) {
	p := town()
	held, _ := p.GuideAnswer(planning.GuideCore)
	for _, c := range []struct {
		change func(*planning.GuideAnswer)
		zh, en string
	}{
		{func(a *planning.GuideAnswer) { a.Score = 9 }, "核心特色，自评：9 分", "Character, score: 9"},
		{func(a *planning.GuideAnswer) { a.Score = 0 }, "核心特色，自评：（空）", "Character, score: (none)"},
		{func(a *planning.GuideAnswer) { a.Text = "" }, "核心特色，做法与成效：（空）", "Character, what is done: (none)"},
		{func(a *planning.GuideAnswer) { a.Evidence = "批文" }, "核心特色，依据：批文", "Character, evidence: 批文"},
		{func(a *planning.GuideAnswer) { a.Text, a.Score = "x", 1 }, "自评：核心特色", "self-assessment: Character"},
		{func(a *planning.GuideAnswer) { a.Point, a.Text, a.Score = planning.GuideIndustry, "", 3 }, "产业驱动，自评：3 分", "Industry, score: 3"},
	} {
		c2 := edit.SetGuide{To: held}
		c.change(&c2.To)
		name := edit.StepName(c2, p)
		if zh, en := name.In(words.Zh), name.In(words.En); zh != c.zh || en != c.en {
			t.Errorf("called %q and %q, want %q and %q", zh, en, c.zh, c.en)
		}
	}
}
