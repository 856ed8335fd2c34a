package shaping

import (
	"math"

	"zhenjie/geo"
	"zhenjie/geo/area"
)

// survey is the area of record of a shape.
func survey(s geo.Shape) geo.Area { return area.Of(s, area.Survey, 0).Survey }

// OffsetToArea offsets a shape so that its survey area is the target's, to 1 m²
// and as a rule to 0.1, and returns the offset too, metres of the plane. Errors
// are "shaping.target" for a target that is no area, "shaping.area_unreachable"
// where no offset up to 100 km gives it, and those of Offset.
func OffsetToArea(s geo.Shape, target geo.Area) (geo.Shape, float64, error) {
	if err := canReach(s, target); err != nil {
		return geo.Shape{}, 0, err
	}
	border := 0.0
	for _, r := range s.All() {
		for _, metres := range PlaneOf(s).EdgeLengths(r) {
			border += metres
		}
	}
	best, err := solve(func(metres float64) (float64, error) {
		out, err := buffered(s, metres)
		if err != nil {
			return math.NaN(), err
		}
		return (survey(out) - target).M2(), nil
	}, (survey(s) - target).M2(), border, -longest, longest)
	if err != nil {
		return geo.Shape{}, 0, err
	}
	if !(math.Abs(best.f) <= enough) {
		return geo.Shape{}, 0, geo.BadInput(geo.At{}, "shaping.area_unreachable", "target", target.Text(geo.UnitKm2))
	}
	if best.x == 0 {
		return s, 0, nil
	}
	out, err := Offset(s, best.x)
	return out, best.x, err
}

// canReach refuses what no search could come to.
func canReach(s geo.Shape, target geo.Area) error {
	if !(target > 0 && target.Known()) {
		return geo.BadInput(geo.At{}, "shaping.target")
	}
	if s.IsEmpty() {
		return geo.BadInput(geo.At{}, "shaping.area_unreachable", "target", target.Text(geo.UnitKm2))
	}
	return workable(s)
}
