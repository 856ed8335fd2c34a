package edit_test

import (
	"math"
	"testing"

	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/planning"
	"zhenjie/planning/edit"
)

// A bow tie is wrong in itself, and a ground all the same.
var (
	ground = geo.Polygon([]geo.Point{{120, 30}, {120.01, 30}, {120.01, 30.01}, {120, 30}})
	bowTie = geo.Polygon([]geo.Point{{120, 30}, {120.01, 30.01}, {120.01, 30}, {120, 30.01}, {120, 30}})
)

func placed() planning.Plan {
	return planning.Plan{
		Projects: planning.ListOf(planning.Project{Name: "甲"}, planning.Project{Name: "乙"}, planning.Project{Name: "丙"}),
		Sites:    planning.ListOf(planning.Site{Project: "甲", Point: geo.Point{120, 30}}, planning.Site{Project: "乙", Shape: ground}),
	}
}

func TestAProjectStandsInOnePlace(t *testing.T) {
	for _, c := range []struct {
		do   edit.Command
		want []planning.Site
		name string
	}{
		{edit.PlaceSite{Project: "丙", Point: geo.Point{121, 31}},
			[]planning.Site{{Project: "甲", Point: geo.Point{120, 30}}, {Project: "乙", Shape: ground}, {Project: "丙", Point: geo.Point{121, 31}}}, "标注项目“丙”的位置"},
		{edit.PlaceSite{Project: "甲", Point: geo.Point{121, 31}},
			[]planning.Site{{Project: "甲", Point: geo.Point{121, 31}}, {Project: "乙", Shape: ground}}, "移动项目“甲”的位置"},
		{edit.DrawSite{Project: "甲", Shape: bowTie},
			[]planning.Site{{Project: "甲", Shape: bowTie}, {Project: "乙", Shape: ground}}, "画项目“甲”的用地"},
		{edit.DrawSite{Project: "乙", Shape: ground},
			[]planning.Site{{Project: "甲", Point: geo.Point{120, 30}}, {Project: "乙", Shape: ground}}, "移动项目“乙”的位置"},
		{edit.DrawSite{Project: "乙", Shape: bowTie},
			[]planning.Site{{Project: "甲", Point: geo.Point{120, 30}}, {Project: "乙", Shape: bowTie}}, "画项目“乙”的用地"},
		{edit.RemoveSite{Project: "甲"}, []planning.Site{{Project: "乙", Shape: ground}}, "去掉项目“甲”的位置"},
	} {
		p := placed()
		if why := c.do.Blocked(p); !why.IsZero() {
			t.Errorf("%+v is blocked: %s", c.do, why.In(words.Zh))
			continue
		}
		if got := edit.StepName(c.do, p).In(words.Zh); got != c.name {
			t.Errorf("%+v is called %q, want %q", c.do, got, c.name)
		}
		if got := c.do.Apply(p).Sites; !got.Equal(planning.ListOf(c.want...)) {
			t.Errorf("%+v makes %+v, want %+v", c.do, got, c.want)
		}
	}
}

func TestSitesThatCannotBe(t *testing.T) {
	far := geo.Polygon([]geo.Point{{120, 30}, {120, 91}, {121, 30}, {120, 30}})
	for _, c := range []struct {
		do   edit.Command
		want words.ID
	}{
		{edit.PlaceSite{Project: "丁", Point: geo.Point{120, 30}}, "site.no_project"},
		{edit.PlaceSite{Project: "", Point: geo.Point{120, 30}}, "site.no_project"},
		{edit.PlaceSite{Project: "甲", Point: geo.Point{181, 30}}, "edit.point_range"},
		{edit.PlaceSite{Project: "甲", Point: geo.Point{120, math.NaN()}}, "edit.point_range"},
		{edit.DrawSite{Project: "丁", Shape: ground}, "site.no_project"},
		{edit.DrawSite{Project: "甲", Shape: far}, "edit.point_range"},
		{edit.DrawSite{Project: "甲"}, "site.no_ground"},
		{edit.RemoveSite{Project: "丙"}, "site.none"},
	} {
		if got := c.do.Blocked(placed()).ID; got != c.want {
			t.Errorf("%+v: %q, want %q", c.do, got, c.want)
		}
	}
}
