package procedure

import (
	"slices"

	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/planning"
	"zhenjie/planning/rulebook"
)

// Rewards is the land quota that passed years have earned, and what becomes of
// it when the plan is missed.
type Rewards struct {
	Earned   geo.Area     // in all
	Texts    []words.Text // a sentence for each year that earned something
	ClawBack Claim
}

// Claim is what is taken back.
type Claim struct {
	From, To int      // the years in which the plan is to be met; 0 when they are not known
	Earned   geo.Area // in those years
	Area     geo.Area // what is taken back, or would be
	State    ClaimState
	Text     words.Text // nothing where the procedure takes nothing back
}

// ClaimState says whether a claim has come true.
type ClaimState string

// The states of a claim.
const (
	ClaimNone ClaimState = ""     // nothing is taken back
	ClaimOpen ClaimState = "open" // the years are not over
	ClaimMet  ClaimState = "met"  // the plan was met
	ClaimDue  ClaimState = "due"  // the plan was missed
)

// Text is the rule with its source, nothing when there is none.
func (r Reward) Text() words.Text {
	if r.Share == 0 {
		return words.Text{}
	}
	rule := words.Say("procedure.rule.reward", "percent", r.Share.InPercent())
	if r.Special != 0 {
		rule = words.Say("procedure.rule.reward_special", "percent", r.Share.InPercent(), "special", r.Special.InPercent(), "industries", industries(r.For))
	}
	return by(rule, r.Source, r.Confirmed)
}

// industries are titles as the default rulebook has them, ids where it has none.
func industries(ids []string) words.Text {
	items := make([]rulebook.Item, len(ids))
	for i, id := range ids {
		var known bool
		if items[i], known = rulebook.Find(rulebook.Default().Industries, id); !known {
			items[i].Title = words.Raw(id)
		}
	}
	return titles(items)
}

// Text is the rule with its source, nothing when there is none.
func (c ClawBack) Text() words.Text {
	if c.Factor == 0 {
		return words.Text{}
	}
	return by(c.rule(), c.Source, c.Confirmed)
}

func (c ClawBack) rule() words.Text {
	return words.Say("procedure.claw.rule", "years", c.Years, "factor", c.Factor)
}

func by(rule, source words.Text, c Confirmed) words.Text {
	return words.Say("procedure.by", "rule", rule, "source", source, "confirmed", c.Text())
}

// rewards fills in what each year of o earns.
func (d *Definition) rewards(p planning.Procedure, o Outcome, industry string) Rewards {
	var out Rewards
	share := d.Reward.ShareFor(industry)
	for i := range o.Years {
		y := &o.Years[i]
		gone := o.Exited != 0 && y.Year > o.Exited || slices.Contains(o.Suspended, y.Year)
		if y.Outcome != planning.AssessmentPassed || gone || share == 0 || !(y.LandQuota > 0) || !y.LandQuota.Known() {
			continue
		}
		y.Reward = y.LandQuota * geo.Area(share) / geo.Area(planning.Whole)
		out.Earned += y.Reward
		out.Texts = append(out.Texts, words.Say("procedure.reward", "year", y.Year, "quota", y.LandQuota.Text(geo.UnitMu),
			"percent", share.InPercent(), "reward", y.Reward.Text(geo.UnitMu)))
	}
	if d.ClawBack.Factor > 0 {
		out.ClawBack = d.claim(p, o)
	}
	return out
}

// claim holds the years in which the plan is to be met against it. The plan is
// missed when the money falls short of the targets of all these years, when a
// year without a target in money was missed, and when the town had to leave. The
// target of a year that was passed asks for nothing while its money is not stated.
func (d *Definition) claim(p planning.Procedure, o Outcome) Claim {
	c := Claim{State: ClaimOpen}
	first := startYear(p, o.Years)
	if first == 0 {
		c.Text = d.ClawBack.rule()
		return c
	}
	c.From, c.To = first, first+d.ClawBack.Years-1
	var target, actual planning.Money
	known, missed := 0, o.Exited >= c.From && o.Exited <= c.To
	left := missed
	for _, y := range o.Years {
		if y.Year < c.From || y.Year > c.To {
			continue
		}
		actual, c.Earned = actual.Plus(max(y.Actual, 0)), c.Earned+y.Reward
		if y.Actual > 0 || y.Outcome != planning.AssessmentPassed {
			target = target.Plus(max(y.Target, 0))
		}
		missed = missed || y.missed() && y.Target <= 0
		if y.Outcome != "" {
			known++
		}
	}
	c.Area = c.Earned * geo.Area(d.ClawBack.Factor)
	switch {
	case !left && known < d.ClawBack.Years:
		c.Text = d.ClawBack.rule()
		if c.Earned > 0 {
			c.Text = c.say("procedure.claw.open", d.ClawBack.Factor)
		}
	case missed || actual < target:
		c.State, c.Text = ClaimDue, c.due(d, target, actual)
	default:
		c.State, c.Text, c.Area = ClaimMet, words.Say("procedure.claw.met", "from", c.From, "to", c.To), 0
	}
	return c
}

// due says what is taken back from a town that missed its plan.
func (c Claim) due(d *Definition, target, actual planning.Money) words.Text {
	what := words.Say("procedure.claw.nothing")
	switch {
	case c.Earned > 0:
		what = c.say("procedure.claw.due", d.ClawBack.Factor)
	case d.Reward.Share == 0:
		what = words.Say("procedure.claw.unknown", "factor", d.ClawBack.Factor)
	}
	if target > 0 && actual < target {
		return words.Say("procedure.claw.short", "from", c.From, "to", c.To, "target", target.Text(), "actual", actual.Text(), "what", what)
	}
	return words.Say("procedure.claw.missed", "from", c.From, "to", c.To, "what", what)
}

func (c Claim) say(id words.ID, factor int) words.Text {
	return words.Say(id, "to", c.To, "factor", factor, "earned", c.Earned.Text(geo.UnitMu), "area", c.Area.Text(geo.UnitMu))
}
