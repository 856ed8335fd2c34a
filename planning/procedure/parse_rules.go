package procedure

import (
	"math"

	"zhenjie/planning"
)

func (r *reader) exit(f file) Exit {
	e := f.Exit
	if e == nil {
		return Exit{}
	}
	r.count("exit", e.Misses)
	return Exit{e.Misses, e.Consecutive, oneOf(r, "exit", Effect(e.Effect), EffectExit, EffectSuspend)}
}

func (r *reader) reward(f file) Reward {
	w := f.Reward
	if w == nil {
		return Reward{}
	}
	out := Reward{Share: r.percent(w.Percent), Source: r.need("reward", "source", w.Source), Confirmed: r.confirmed("reward", w.Confirmed)}
	if w.Special != nil {
		out.Special, out.For = r.percent(w.Special.Percent), w.Special.For
		if len(out.For) == 0 || len(out.For) > maxFor {
			r.fail("procedure.special")
		}
		for _, id := range out.For {
			r.id(id)
		}
	}
	return out
}

func (r *reader) clawBack(f file) ClawBack {
	c := f.ClawBack
	if c == nil {
		return ClawBack{}
	}
	r.count("claw_back", c.Factor)
	r.count("claw_back", c.Years)
	return ClawBack{c.Factor, c.Years, r.need("claw_back", "source", c.Source), r.confirmed("claw_back", c.Confirmed)}
}

func (r *reader) confirmed(at, s string) Confirmed {
	return oneOf(r, at, Confirmed(s), Read, Press, Secondary, Unconfirmed)
}

// percent reads a share of more than nothing, of at most two decimals.
func (r *reader) percent(x float64) planning.BasisPoints {
	bp := math.Round(x * 100)
	if !(bp >= 1 && bp <= float64(planning.Whole)) || math.Abs(bp-x*100) > 1e-6 {
		r.fail("procedure.percent")
		return 0
	}
	return planning.BasisPoints(bp)
}

func (r *reader) count(at string, n int) {
	if n < 1 || n > 10 {
		r.fail("procedure.count", "where", at, "n", n)
	}
}
