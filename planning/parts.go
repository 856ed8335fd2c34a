package planning

// Part names a part of a plan that is stored, and recorded in the history, by
// itself. The strings are stable: project files carry them.
type Part string

// The parts of a plan.
const (
	PartIdentity    Part = "identity"
	PartExtent      Part = "extent"
	PartCore        Part = "core"
	PartSides       Part = "sides"
	PartClaims      Part = "claims"
	PartPositioning Part = "positioning"
	PartInvestors   Part = "investors"
	PartSchedule    Part = "schedule"
	PartEligibility Part = "eligibility"
	PartMaterials   Part = "materials"
	PartSettings    Part = "settings"
)

// Parts lists the parts in the order of Plan's fields.
var Parts = []Part{
	PartIdentity, PartExtent, PartCore, PartSides, PartClaims, PartPositioning,
	PartInvestors, PartSchedule, PartEligibility, PartMaterials, PartSettings,
}

// Equal reports whether two plans say the same.
func (p Plan) Equal(o Plan) bool { return len(p.Changed(o)) == 0 }

// Changed lists the parts in which o differs from p.
func (p Plan) Changed(o Plan) []Part {
	var changed []Part
	for _, part := range Parts {
		if !p.same(o, part) {
			changed = append(changed, part)
		}
	}
	return changed
}

func (p Plan) same(o Plan, part Part) bool {
	switch part {
	case PartIdentity:
		return p.Identity == o.Identity
	case PartExtent:
		return p.Extent.Equal(o.Extent)
	case PartCore:
		return p.Core.Equal(o.Core)
	case PartSides:
		return p.Sides.Equal(o.Sides)
	case PartClaims:
		return p.Claims == o.Claims
	case PartPositioning:
		return p.Positioning == o.Positioning
	case PartInvestors:
		return p.Investors.Equal(o.Investors)
	case PartSchedule:
		return p.Schedule.FirstYear == o.Schedule.FirstYear && p.Schedule.Rows.Equal(o.Schedule.Rows)
	case PartEligibility:
		return p.Eligibility.Equal(o.Eligibility)
	case PartMaterials:
		return p.Materials.Equal(o.Materials)
	default:
		return p.Settings == o.Settings
	}
}
