package planning_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"zhenjie/geo"
	"zhenjie/planning"
)

func square(west, south, side float64) geo.Shape {
	return geo.Polygon([]geo.Point{
		{west, south}, {west + side, south}, {west + side, south + side}, {west, south + side}, {west, south},
	})
}

func TestScheduleSums(t *testing.T) {
	s := planning.Schedule{Rows: planning.ListOf(
		planning.ScheduleItem{Project: "a", Amounts: [planning.MaxYears]planning.Money{1, 20, 300}},
		planning.ScheduleItem{Project: "b", Amounts: [planning.MaxYears]planning.Money{4_000, 50_000, 600_000}},
		planning.ScheduleItem{Project: "c", Amounts: [planning.MaxYears]planning.Money{0, 7_000_000, 0}},
	)}
	p := planning.Plan{Schedule: s, Projects: planning.ListOf(
		planning.Project{Name: "a", Leading: true, Kind: planning.ProjectHousing}, planning.Project{Name: "b"},
		planning.Project{Name: "c", Leading: true},
	)}
	homes := func(v planning.Project) bool { return v.Kind == planning.ProjectHousing }
	for what, c := range map[string][2]planning.Money{
		"row b":   {s.Rows.At(1).Total(), 654_000},
		"year 1":  {s.Year(0), 4_001},
		"year 2":  {s.Year(1), 7_050_020},
		"year 3":  {s.Year(2), 600_300},
		"leading": {p.LeadingMoney(), 7_000_321},
		"housing": {p.Where(2, homes), 21},
		"total":   {s.Total(), 7_654_321},
		"nothing": {planning.Schedule{}.Total(), 0},
	} {
		if c[0] != c[1] {
			t.Errorf("%s: %d 分, want %d", what, c[0], c[1])
		}
	}
}

// differing gives, for every part, a plan that differs from base in it alone;
// some parts differ in more than one way.
var differing = []struct {
	part   planning.Part
	change func(*planning.Plan)
}{
	{planning.PartIdentity, func(p *planning.Plan) { p.Identity.Name = "x" }},
	{planning.PartIdentity, func(p *planning.Plan) { p.Identity.Place = "x" }},
	{planning.PartExtent, func(p *planning.Plan) { p.Extent = square(120, 30, 0.03) }},
	{planning.PartCore, func(p *planning.Plan) { p.Core = square(120, 30, 0.01) }},
	{planning.PartSides, func(p *planning.Plan) { p.Sides.West = "x" }},
	{planning.PartSides, func(p *planning.Plan) { p.Sides.Neighbours = planning.ListOf(planning.Neighbour{Name: "x"}) }},
	{planning.PartClaims, func(p *planning.Plan) { p.Claims.Core = 1 }},
	{planning.PartPositioning, func(p *planning.Plan) { p.Positioning.Customers = "x" }},
	{planning.PartPositioning, func(p *planning.Plan) { p.Positioning.Competitors = planning.ListOf(planning.Competitor{Name: "x"}) }},
	{planning.PartPositioning, func(p *planning.Plan) { p.Positioning.Teams = planning.ListOf(planning.Team{Name: "x"}) }},
	{planning.PartPositioning, func(p *planning.Plan) { p.Positioning.Functions.Culture = "x" }},
	{planning.PartIndicators, func(p *planning.Plan) { p.Indicators = planning.ListOf(planning.Indicator{Key: "jobs", Value: 2200}) }},
	{planning.PartGuide, func(p *planning.Plan) { p.Guide = planning.ListOf(planning.GuideAnswer{Score: 1}) }},
	{planning.PartProjects, func(p *planning.Plan) { p.Projects = planning.ListOf(planning.Project{Name: "x"}) }},
	{planning.PartSites, func(p *planning.Plan) { p.Sites = planning.ListOf(planning.Site{Project: "x"}) }},
	{planning.PartSites, func(p *planning.Plan) { p.Sites = planning.ListOf(planning.Site{Shape: square(120, 30, 0.01)}) }},
	{planning.PartAttachments, func(p *planning.Plan) { p.Attachments = planning.ListOf(planning.Attachment{Name: "x"}) }},
	{planning.PartProcedure, func(p *planning.Plan) { p.Procedure.ID = "p02" }},
	{planning.PartProcedure, func(p *planning.Plan) { p.Procedure.Steps = planning.ListOf(planning.StepProgress{Step: "x"}) }},
	{planning.PartProcedure, func(p *planning.Plan) { p.Procedure.Assessments = planning.ListOf(planning.Assessment{Year: 2027}) }},
	{planning.PartInvestors, func(p *planning.Plan) { p.Investors = p.Investors.Append(planning.Investor{}) }},
	{planning.PartSchedule, func(p *planning.Plan) { p.Schedule.FirstYear = 2026 }},
	{planning.PartSchedule, func(p *planning.Plan) { p.Schedule.Span = 5 }},
	{planning.PartSchedule, func(p *planning.Plan) { p.Schedule.Rows = p.Schedule.Rows.Append(planning.ScheduleItem{}) }},
	{planning.PartEligibility, func(p *planning.Plan) { p.Eligibility = planning.ListOf(planning.Declaration{Key: "x"}) }},
	{planning.PartMaterials, func(p *planning.Plan) { p.Materials = planning.ListOf(planning.Material{Key: "x"}) }},
	{planning.PartSettings, func(p *planning.Plan) { p.Settings.VertexSigma = 1 }},
}

func TestChangedNamesJustThePartThatDiffers(t *testing.T) {
	seen := map[planning.Part]bool{}
	for _, c := range differing {
		var base, next planning.Plan
		c.change(&next)
		seen[c.part] = true
		if got := base.Changed(next); !slices.Equal(got, []planning.Part{c.part}) {
			t.Errorf("changed %v, want %s alone", got, c.part)
		}
		if base.Equal(next) || next.Equal(base) || !next.Equal(next) {
			t.Errorf("%s: Equal does not tell the plans apart", c.part)
		}
	}
	for _, p := range planning.Parts {
		if !seen[p] {
			t.Errorf("part %s is not tried", p)
		}
	}
}

func TestEveryFieldOfAPlanIsAPart(t *testing.T) {
	if fields := reflect.TypeFor[planning.Plan]().NumField(); fields != len(planning.Parts) {
		t.Errorf("a plan has %d fields and %d parts", fields, len(planning.Parts))
	}
}

// TestItemsOfListsCanBeCompared looks for lists anywhere in a plan: comparing
// items that have neither == nor a method Equal would end the program.
func TestItemsOfListsCanBeCompared(t *testing.T) {
	lists := 0
	var look func(reflect.Type)
	look = func(v reflect.Type) {
		if v.Kind() != reflect.Struct || v == reflect.TypeFor[geo.Shape]() {
			return
		}
		if strings.HasPrefix(v.Name(), "List[") {
			lists++
			at, _ := v.MethodByName("At")
			item := at.Type.Out(0)
			if _, equal := item.MethodByName("Equal"); !equal && !item.Comparable() {
				t.Errorf("%s: items cannot be compared", v)
			}
			look(item)
			return
		}
		for i := range v.NumField() {
			look(v.Field(i).Type)
		}
	}
	look(reflect.TypeFor[planning.Plan]())
	if lists < 10 {
		t.Fatalf("only %d lists found: the test looks in the wrong place", lists)
	}
}

func TestWhatHasNotBeenSaidIsOpen(t *testing.T) {
	p := planning.Plan{
		Eligibility: planning.ListOf(planning.Declaration{Key: "a", Answer: planning.Holds}),
		Materials:   planning.ListOf(planning.Material{Key: "a", State: planning.Final}),
	}
	if d, ok := p.Declaration("a"); !ok || d.Answer != planning.Holds {
		t.Errorf("declaration a: %+v, %v", d, ok)
	}
	if d, ok := p.Declaration("b"); ok || d != (planning.Declaration{Key: "b"}) {
		t.Errorf("declaration b: %+v, %v", d, ok)
	}
	if m, ok := p.Material("a"); !ok || m.State != planning.Final {
		t.Errorf("material a: %+v, %v", m, ok)
	}
	if m, ok := p.Material("b"); ok || m != (planning.Material{Key: "b", State: planning.Missing}) {
		t.Errorf("material b: %+v, %v", m, ok)
	}
}

func TestSigmaHasADefault(t *testing.T) {
	for set, want := range map[float64]float64{0: 0.5, -1: 0.5, 0.05: 0.05} {
		if got := (planning.Settings{VertexSigma: set}).Sigma(); got != want {
			t.Errorf("Sigma of %v m is %v m, want %v", set, got, want)
		}
	}
}
