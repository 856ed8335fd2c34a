package rulebook

import (
	"math"
	"slices"

	"zhenjie/geo"
)

func (r fileRule) numeric(out *Rule, b *Rulebook) (err error) {
	allowed := out.Measure.Units()
	if key, ok := out.Measure.Indicator(); ok {
		it, listed := Find(b.Indicators, key)
		if !listed {
			return geo.BadInput(geo.At{}, "rulebook.no_item", "rule", r.ID, "item", key)
		}
		allowed = []Unit{it.Unit}
	}
	if out.Limit, err = r.Limit.limit(r.ID, allowed); err != nil {
		return err
	}
	if r.Relaxed == nil {
		return nil
	}
	relaxed, err := r.Relaxed.Limit.limit(r.ID, allowed)
	if err != nil {
		return err
	}
	out.Relaxed = &Relaxed{relaxed, some(r.Relaxed.For)}
	industries := slices.DeleteFunc(slices.Clone(r.Relaxed.For), func(id string) bool { return slices.Contains(townKinds, id) })
	return listed(r.ID, industries, b.Industries)
}

func (l *fileLimit) limit(rule string, allowed []Unit) (Limit, error) {
	if l == nil {
		return Limit{}, geo.BadInput(geo.At{}, "rulebook.no_limit", "rule", rule)
	}
	if !slices.Contains(allowed, Unit(l.Unit)) {
		return Limit{}, geo.BadInput(geo.At{}, "rulebook.unit", "rule", rule, "unit", l.Unit)
	}
	out := Limit{Unit: Unit(l.Unit)}
	if l.About != nil {
		out = Target(*l.About, l.Tolerance, or(l.Failure, l.Tolerance), out.Unit)
	} else {
		out.Min, out.Max = or(l.Min, math.Inf(-1)), or(l.Max, math.Inf(1))
		out.ExpectedMin, out.ExpectedMax = or(l.ExpectedMin, out.Min), or(l.ExpectedMax, out.Max)
	}
	if !l.plain() || !out.sound() {
		return out, geo.BadInput(geo.At{}, "rulebook.limit", "rule", rule)
	}
	return out, nil
}

// plain reports whether all numbers that are written are finite, and the limit
// is either bounds or a target.
func (l *fileLimit) plain() bool {
	bounds := []*float64{l.Min, l.Max, l.ExpectedMin, l.ExpectedMax}
	for _, v := range append(bounds, l.About, &l.Tolerance, l.Failure) {
		if v != nil && (math.IsInf(*v, 0) || math.IsNaN(*v)) {
			return false
		}
	}
	isBounds := slices.ContainsFunc(bounds, func(v *float64) bool { return v != nil })
	isTarget := l.About != nil || l.Tolerance != 0 || l.Failure != nil
	return isBounds != isTarget
}

func or[T any](v *T, otherwise T) T {
	if v == nil {
		return otherwise
	}
	return *v
}
