// Package sites says where the projects of a plan stand: how they lie to its
// outlines, what is wrong with their ground, and what they cost.
package sites

import (
	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/geo/topology"
	"zhenjie/planning"
)

// Lies says how a site lies to an outline.
type Lies int

// The ways to lie to an outline. Sharing a border is lying inside.
const (
	Unknown Lies = iota // there is no outline, or it or the ground is not valid
	Inside
	Across // partly outside
	Outside
)

// Place is a site with what follows from it.
type Place struct {
	planning.Site
	Extent, Core Lies
	Fault        words.Text // what is wrong with the ground; zero when it is valid
}

// Of looks at all sites of a plan, in their order. The cost is near that of one
// pass over the outlines, and one overlay for each ground that meets a border.
func Of(p planning.Plan) []Place {
	if p.Sites.Len() == 0 {
		return nil
	}
	extent, core := newOutline(p.Extent), newOutline(p.Core)
	places := make([]Place, 0, p.Sites.Len())
	for _, s := range p.Sites.All() {
		place := Place{Site: s}
		for _, fault := range topology.Check(s.Shape) {
			if fault.Severe() {
				place.Fault = fault.Text
				break
			}
		}
		if place.Fault.IsZero() {
			place.Extent, place.Core = extent.of(s), core.of(s)
		}
		places = append(places, place)
	}
	return places
}

// Remark says what is to be said of a place by itself; zero for nothing.
func (v Place) Remark() words.Text {
	switch {
	case !v.Fault.IsZero():
		return words.Say("site.remark.fault", "name", v.Project, "fault", v.Fault)
	case v.Extent == Across:
		return words.Say("site.remark.across", "name", v.Project)
	case v.Extent == Outside:
		return words.Say("site.remark.outside", "name", v.Project)
	}
	return words.Text{}
}

func names(places []Place, which func(Place) bool) (out []string) {
	for _, v := range places {
		if which(v) {
			out = append(out, v.Project)
		}
	}
	return out
}

// Summary says in one sentence which projects stand outside the extent or have a
// ground that is wrong; zero when there are none.
func Summary(places []Place) words.Text {
	outside := names(places, func(v Place) bool { return v.Extent >= Across })
	faulty := names(places, func(v Place) bool { return !v.Fault.IsZero() })
	switch {
	case len(outside) > 0 && len(faulty) > 0:
		return words.Say("site.summary.both", "outside", summary("site.summary.outside", outside), "faulty", summary("site.summary.faulty", faulty))
	case len(outside) > 0:
		return summary("site.summary.outside", outside)
	case len(faulty) > 0:
		return summary("site.summary.faulty", faulty)
	}
	return words.Text{}
}

// mostNames are named one by one in a sentence.
const mostNames = 3

func summary(id words.ID, all []string) words.Text {
	named := all[:min(len(all), mostNames)]
	list := words.Raw(named[0])
	for _, n := range named[1:] {
		list = words.Say("site.and", "before", list, "next", n)
	}
	if len(all) > len(named) {
		list = words.Say("site.and_more", "names", list, "n", len(all))
	}
	return words.Say(id, "names", list)
}

// Money is what each project costs by its name: its budget as stated, or else
// what the schedule gives it.
func Money(p planning.Plan) map[string]planning.Money {
	costs := make(map[string]planning.Money, p.Projects.Len())
	for _, r := range p.Schedule.Rows.All() {
		costs[r.Project] = costs[r.Project].Plus(r.Total())
	}
	for _, v := range p.Projects.All() {
		if v.Budget > 0 {
			costs[v.Name] = v.Budget
		}
	}
	return costs
}

// Middle is where the symbol of a site stands: its point, or a place inside its
// ground.
func Middle(s planning.Site) geo.Point {
	if s.Shape.IsEmpty() {
		return s.Point
	}
	return inner(s.Shape)
}
