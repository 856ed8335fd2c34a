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
	PartIndicators  Part = "indicators"
	PartPositioning Part = "positioning"
	PartGuide       Part = "guide"
	PartInvestors   Part = "investors"
	PartProjects    Part = "projects"
	PartSites       Part = "sites"
	PartSchedule    Part = "schedule"
	PartEligibility Part = "eligibility"
	PartMaterials   Part = "materials"
	PartAttachments Part = "attachments"
	PartProcedure   Part = "procedure"
	PartSettings    Part = "settings"
)

// Parts lists the parts in the order of Plan's fields.
var Parts = []Part{
	PartIdentity, PartExtent, PartCore, PartSides, PartClaims, PartIndicators, PartPositioning, PartGuide,
	PartInvestors, PartProjects, PartSites, PartSchedule, PartEligibility, PartMaterials, PartAttachments,
	PartProcedure, PartSettings,
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
		return p.Positioning.Equal(o.Positioning)
	case PartIndicators:
		return p.Indicators.Equal(o.Indicators)
	case PartGuide:
		return p.Guide.Equal(o.Guide)
	case PartInvestors:
		return p.Investors.Equal(o.Investors)
	case PartProjects:
		return p.Projects.Equal(o.Projects)
	case PartSites:
		return p.Sites.Equal(o.Sites)
	case PartSchedule:
		return p.Schedule.Equal(o.Schedule)
	case PartEligibility:
		return p.Eligibility.Equal(o.Eligibility)
	case PartMaterials:
		return p.Materials.Equal(o.Materials)
	case PartAttachments:
		return p.Attachments.Equal(o.Attachments)
	case PartProcedure:
		return p.Procedure.Equal(o.Procedure)
	default:
		return p.Settings == o.Settings
	}
}
