package edit_test

import (
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/planning"
	"zhenjie/planning/edit"
)

func square(west, south, side float64) geo.Shape {
	return geo.Polygon([]geo.Point{
		{west, south}, {west + side, south}, {west + side, south + side}, {west, south + side}, {west, south},
	})
}

var (
	extent = square(120, 30, 0.02)
	core   = square(120.005, 30.005, 0.01)
	other  = square(121, 31, 0.02)
	none   geo.Shape
	border = planning.Neighbour{
		Side: planning.North, Kind: planning.NeighbourVillage, Name: "上村", From: geo.Point{120, 30.02}, To: geo.Point{120.02, 30.02},
	}
)

// town is a plan with something of everything.
func town() planning.Plan {
	return planning.Plan{
		Identity: planning.Identity{Name: "龙溪", Place: "浙江"},
		Extent:   extent,
		Core:     core,
		Sides:    planning.Sides{SideTexts: planning.SideTexts{North: "上村"}, Neighbours: planning.ListOf(border)},
		Claims:   planning.Claims{Extent: 3.6e6, Core: 1e6, Investment: 40 * planning.Yi},
		Positioning: planning.Positioning{
			Industry: "tea", SubField: "龙井",
			Competitors: planning.ListOf(planning.Competitor{Name: "茶湾"}, planning.Competitor{}),
			Teams:       planning.ListOf(planning.Team{Name: "研究所", Leader: "王"}),
		},
		Guide: planning.ListOf(planning.GuideAnswer{Point: planning.GuideCore, Text: "一镇一业", Score: 8}),
		Investors: planning.ListOf(
			planning.Investor{Name: "甲", Kind: planning.KindState, Committed: 10 * planning.Yi},
			planning.Investor{Name: "乙", Kind: planning.KindPrivate},
			planning.Investor{},
		),
		Projects: planning.ListOf(planning.Project{Name: "茶园", Leading: true}, planning.Project{Name: "道路"},
			planning.Project{Name: "客栈"}, planning.Project{Name: "待定"}),
		Sites: planning.ListOf(planning.Site{Project: "茶园", Point: geo.Point{120.01, 30.01}}),
		Schedule: planning.Schedule{FirstYear: 2026, Rows: planning.ListOf(
			planning.ScheduleItem{Project: "茶园", Investor: "甲", Amounts: [planning.MaxYears]planning.Money{1, 2, 3}},
			planning.ScheduleItem{Project: "道路", Investor: "乙"},
			planning.ScheduleItem{Project: "客栈", Investor: "甲"},
			planning.ScheduleItem{Project: "待定"},
		)},
		Eligibility: planning.ListOf(planning.Declaration{Key: "pollution", Answer: planning.Holds}),
		Materials:   planning.ListOf(planning.Material{Key: "video", State: planning.Draft}),
		Indicators:  planning.ListOf(planning.Indicator{Key: "share", Value: 70.5, Evidence: "县税务局"}),
		Attachments: planning.ListOf(scan("a.pdf", 1)),
		Procedure: planning.Procedure{
			ID: "p11", Own: ownProcedure, Assessments: planning.ListOf(planning.Assessment{Year: 2026, Target: planning.Yi}),
		},
		Settings: planning.Settings{Source: "old.geojson"},
	}
}

// snapshot writes a plan down to the last bit: nothing in it is shared with
// the plan.
func snapshot(p planning.Plan) string {
	data, err := json.Marshal(p)
	if err != nil {
		panic(err)
	}
	var points strings.Builder
	for _, s := range []geo.Shape{p.Extent, p.Core} {
		for at, r := range s.All() {
			fmt.Fprint(&points, at)
			for _, pt := range r.Points() {
				fmt.Fprintf(&points, " %x,%x", math.Float64bits(pt.X()), math.Float64bits(pt.Y()))
			}
		}
		points.WriteByte('|')
	}
	return string(data) + points.String()
}

// step is a command that can be done, with what it must make of the town.
type step struct {
	command edit.Command
	name    string // in English
	want    func(*planning.Plan)
}

var (
	tea     = words.Both("茶叶", "Tea")
	longRow = planning.ScheduleItem{Project: strings.Repeat("长", 30), Investor: "乙", Amounts: [planning.MaxYears]planning.Money{0, planning.MaxMoney, 0}}
)

var steps = []step{
	{edit.TakeForm{From: town(), Take: typedIn()[:2]}, "take changes of a form (2)", func(p *planning.Plan) {
		p.Identity.Name, p.Schedule.Span = "上村", 4
	}},
	{edit.SetBoundary{Extent: &other, Source: "new.geojson"}, "load the extent: new.geojson", func(p *planning.Plan) {
		p.Extent, p.Settings.Source = other, "new.geojson"
	}},
	{edit.SetBoundary{Core: &other, Source: "c.geojson"}, "load the core: c.geojson", func(p *planning.Plan) { p.Core = other }},
	{edit.SetBoundary{Extent: &core, Core: &extent, Source: "b"}, "load extent and core: b", func(p *planning.Plan) {
		p.Extent, p.Core, p.Settings.Source = core, extent, "b"
	}},
	{edit.SwapBoundary{}, "swap extent and core", func(p *planning.Plan) { p.Extent, p.Core = core, extent }},
	{edit.Reshape{Layer: edit.Extent, To: other, Step: tea}, "extent: Tea", func(p *planning.Plan) { p.Extent = other }},
	{edit.Reshape{Layer: edit.Core, Step: tea}, "core: Tea", func(p *planning.Plan) { p.Core = none }},
	{edit.ClearCore{}, "remove the core", func(p *planning.Plan) { p.Core = none }},
	{edit.SetText{Field: edit.TownName, To: "新名"}, "Name of the town: 新名", func(p *planning.Plan) { p.Identity.Name = "新名" }},
	{edit.SetText{Field: edit.TownPlace, To: ""}, "Place: ", func(p *planning.Plan) { p.Identity.Place = "" }},
	{edit.SetText{Field: edit.SubField, To: "白茶"}, "Sub-field: 白茶", func(p *planning.Plan) { p.Positioning.SubField = "白茶" }},
	{edit.SetText{Field: edit.Distinction, To: "d"}, "What sets it apart: d", func(p *planning.Plan) { p.Positioning.Distinction = "d" }},
	{
		edit.SetText{Field: edit.Customers, To: strings.Repeat("客", 40)}, "Core customers: " + strings.Repeat("客", 24) + "…",
		func(p *planning.Plan) { p.Positioning.Customers = strings.Repeat("客", 40) },
	},
	{edit.SetIndustry{To: "silk", Title: tea}, "Leading industry: Tea", func(p *planning.Plan) { p.Positioning.Industry = "silk" }},
	{edit.SetIndustry{}, "Leading industry: ", func(p *planning.Plan) { p.Positioning.Industry = "" }},
	{edit.SetClaims{To: planning.Claims{Core: 5}}, "change the claims", func(p *planning.Plan) { p.Claims = planning.Claims{Core: 5} }},
	{edit.SetSigma{Metres: 0.05}, "accuracy of a boundary point: 0.05 m", func(p *planning.Plan) { p.Settings.VertexSigma = 0.05 }},
	{edit.SetRulebook{ID: "zhejiang-2015", Title: tea}, "rulebook: Tea", func(p *planning.Plan) { p.Settings.Rulebook = "zhejiang-2015" }},
	{edit.AddInvestor{Investor: planning.Investor{Name: "丙"}}, "add an investor 丙", func(p *planning.Plan) {
		p.Investors = planning.ListOf(p.Investors.At(0), p.Investors.At(1), planning.Investor{}, planning.Investor{Name: "丙"})
	}},
	{edit.AddInvestor{}, "add an investor ", func(p *planning.Plan) { // unnamed ones may be several
		p.Investors = planning.ListOf(p.Investors.At(0), p.Investors.At(1), planning.Investor{}, planning.Investor{})
	}},
	{edit.SetInvestor{At: 0, To: planning.Investor{Name: "甲方", Kind: planning.KindMixed}}, "change the investor 甲方", func(p *planning.Plan) {
		p.Investors = planning.ListOf(planning.Investor{Name: "甲方", Kind: planning.KindMixed}, p.Investors.At(1), planning.Investor{})
		rows := p.Schedule.Rows
		first, third := rows.At(0), rows.At(2)
		first.Investor, third.Investor = "甲方", "甲方"
		p.Schedule.Rows = planning.ListOf(first, rows.At(1), third, rows.At(3))
	}},
	{edit.SetInvestor{At: 2, To: planning.Investor{Name: "丁"}}, "change the investor 丁", func(p *planning.Plan) {
		p.Investors = planning.ListOf(p.Investors.At(0), p.Investors.At(1), planning.Investor{Name: "丁"}) // and open rows stay open
	}},
	{edit.RemoveInvestor{At: 0, Title: "甲"}, "remove the investor 甲", func(p *planning.Plan) {
		p.Investors = planning.ListOf(p.Investors.At(1), planning.Investor{})
		rows := p.Schedule.Rows
		first, third := rows.At(0), rows.At(2)
		first.Investor, third.Investor = "", ""
		p.Schedule.Rows = planning.ListOf(first, rows.At(1), third, rows.At(3))
	}},
	{edit.SetFirstYear{To: 2030}, "first year: 2030", func(p *planning.Plan) { p.Schedule.FirstYear = 2030 }},
	{edit.AddRow{At: 0, Row: longRow}, "schedule: add a row for " + strings.Repeat("长", 24) + "…", func(p *planning.Plan) {
		rows := p.Schedule.Rows
		p.Projects = p.Projects.Append(planning.Project{Name: longRow.Project})
		p.Schedule.Rows = planning.ListOf(longRow, rows.At(0), rows.At(1), rows.At(2), rows.At(3))
	}},
	{edit.AddRow{At: 4}, "schedule: add a row for (none)", func(p *planning.Plan) {
		rows := p.Schedule.Rows
		p.Schedule.Rows = planning.ListOf(rows.At(0), rows.At(1), rows.At(2), rows.At(3), planning.ScheduleItem{})
	}},
	{edit.SetRow{At: 3, To: longRow}, "schedule: change the row of " + strings.Repeat("长", 24) + "…", func(p *planning.Plan) {
		rows := p.Schedule.Rows
		p.Projects = p.Projects.Append(planning.Project{Name: longRow.Project})
		p.Schedule.Rows = planning.ListOf(rows.At(0), rows.At(1), rows.At(2), longRow)
	}},
	{edit.RemoveRow{At: 1, Title: "道路"}, "schedule: remove a row of 道路", func(p *planning.Plan) {
		rows := p.Schedule.Rows
		p.Schedule.Rows = planning.ListOf(rows.At(0), rows.At(2), rows.At(3))
	}},
	{
		edit.SetDeclaration{To: planning.Declaration{Key: "pollution", Answer: planning.Fails, Date: "2026-02-28"}, Title: tea}, "declare: Tea",
		func(p *planning.Plan) {
			p.Eligibility = planning.ListOf(planning.Declaration{Key: "pollution", Answer: planning.Fails, Date: "2026-02-28"})
		},
	},
	{edit.SetDeclaration{To: planning.Declaration{Key: "ecology"}, Title: tea}, "declare: Tea", func(p *planning.Plan) {
		p.Eligibility = planning.ListOf(p.Eligibility.At(0), planning.Declaration{Key: "ecology"})
	}},
	{edit.SetMaterial{To: planning.Material{Key: "video", State: planning.Final}, Title: tea}, "paper: Tea", func(p *planning.Plan) {
		p.Materials = planning.ListOf(planning.Material{Key: "video", State: planning.Final})
	}},
	{edit.PlaceSite{Project: "道路", Point: geo.Point{120, 30}}, `Place the project "道路" on the map`, func(p *planning.Plan) {
		p.Sites = planning.ListOf(p.Sites.At(0), planning.Site{Project: "道路", Point: geo.Point{120, 30}})
	}},
	{edit.DrawSite{Project: "茶园", Shape: core}, `Draw the ground of the project "茶园"`, func(p *planning.Plan) {
		p.Sites = planning.ListOf(planning.Site{Project: "茶园", Shape: core})
	}},
	{edit.RemoveSite{Project: "茶园"}, `Take the project "茶园" off the map`, func(p *planning.Plan) { p.Sites = planning.List[planning.Site]{} }},
	{edit.SetMaterial{To: planning.Material{Key: "base_table", State: planning.Draft}, Title: tea}, "paper: Tea", func(p *planning.Plan) {
		p.Materials = planning.ListOf(p.Materials.At(0), planning.Material{Key: "base_table", State: planning.Draft})
	}},
	{edit.SetIndicator{To: planning.Indicator{Key: "jobs", Value: 2200}, Title: tea}, "figure: Tea", func(p *planning.Plan) {
		p.Indicators = planning.ListOf(p.Indicators.At(0), planning.Indicator{Key: "jobs", Value: 2200})
	}},
	{edit.SetIndicator{To: planning.Indicator{Key: "share", Value: 0}, Title: tea}, "figure: Tea", func(p *planning.Plan) {
		p.Indicators = planning.ListOf(planning.Indicator{Key: "share"})
	}},
	{edit.ClearIndicator{Key: "share", Title: tea}, "clear the figure: Tea", func(p *planning.Plan) { p.Indicators = planning.List[planning.Indicator]{} }},
	{edit.ClearIndicator{Key: "jobs", Title: tea}, "clear the figure: Tea", func(*planning.Plan) {}},
}

func TestCommands(t *testing.T) {
	for i, s := range append(steps, procedureSteps...) {
		t.Run(fmt.Sprintf("%d_%T", i, s.command), func(t *testing.T) {
			before, want := town(), town()
			s.want(&want)
			written := snapshot(before)
			if why := s.command.Blocked(before); !why.IsZero() {
				t.Fatalf("blocked: %s", why.In(words.En))
			}
			after := s.command.Apply(before)
			if got := snapshot(after); got != snapshot(want) {
				t.Errorf("the plan became\n%s\nwant\n%s", got, snapshot(want))
			}
			if snapshot(before) != written {
				t.Errorf("the plan before the step was changed to\n%s", snapshot(before))
			}
			zh, en := s.command.Name().In(words.Zh), s.command.Name().In(words.En)
			if en != s.name || zh == en || strings.ContainsAny(zh+en, "{}") {
				t.Errorf("called %q and %q, want %q", zh, en, s.name)
			}
		})
	}
}

// TestEveryCommandIsTried looks for the commands in the package's source.
func TestEveryCommandIsTried(t *testing.T) {
	tried := map[string]bool{}
	for _, s := range append(steps, procedureSteps...) {
		tried[reflect.TypeOf(s.command).Name()] = true
	}
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	receiver := regexp.MustCompile(`func \((?:c )?(\w+)\) Apply\(`)
	for _, file := range files {
		source, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range receiver.FindAllStringSubmatch(string(source), -1) {
			if found++; !tried[m[1]] {
				t.Errorf("command %s is not tried", m[1])
			}
		}
	}
	if found < 15 {
		t.Errorf("only %d commands found: the test looks in the wrong place", found)
	}
}

func TestBlocked(t *testing.T) {
	long := strings.Repeat("字", 20_001)
	full := town()
	full.Investors = planning.ListOf(make([]planning.Investor, 10_000)...)
	full.Schedule.Rows = planning.ListOf(make([]planning.ScheduleItem, 10_000)...)
	bare := planning.Plan{Extent: extent}
	row := func(amount planning.Money) planning.ScheduleItem {
		return planning.ScheduleItem{Amounts: [planning.MaxYears]planning.Money{0, 0, amount}}
	}
	for name, c := range map[string]struct {
		plan    planning.Plan
		command edit.Command
		want    words.ID
	}{
		"empty extent":         {town(), edit.SetBoundary{Extent: &none}, "edit.no_polygon"},
		"empty core":           {town(), edit.SetBoundary{Extent: &extent, Core: &none}, "edit.no_polygon"},
		"long source":          {town(), edit.SetBoundary{Extent: &extent, Source: long}, "edit.too_long"},
		"swap without core":    {bare, edit.SwapBoundary{}, "edit.swap_needs_both"},
		"swap without extent":  {planning.Plan{Core: core}, edit.SwapBoundary{}, "edit.swap_needs_both"},
		"no core to clear":     {bare, edit.ClearCore{}, "edit.no_core"},
		"long text":            {town(), edit.SetText{Field: edit.TownName, To: long}, "edit.too_long"},
		"long industry":        {town(), edit.SetIndustry{To: long}, "edit.too_long"},
		"long rulebook":        {town(), edit.SetRulebook{ID: long}, "edit.too_long"},
		"negative claim":       {town(), edit.SetClaims{To: planning.Claims{Extent: -1}}, "edit.claim_range"},
		"claim of a continent": {town(), edit.SetClaims{To: planning.Claims{Core: 1e13}}, "edit.claim_range"},
		"claim not a number":   {town(), edit.SetClaims{To: planning.Claims{Core: geo.Unknown}}, "edit.claim_range"},
		"negative money claim": {town(), edit.SetClaims{To: planning.Claims{Investment: -1}}, "edit.claim_range"},
		"huge money claim":     {town(), edit.SetClaims{To: planning.Claims{Investment: planning.MaxMoney + 1}}, "edit.claim_range"},
		"sigma 0":              {town(), edit.SetSigma{}, "edit.sigma_range"},
		"negative sigma":       {town(), edit.SetSigma{Metres: -0.5}, "edit.sigma_range"},
		"sigma over 100 m":     {town(), edit.SetSigma{Metres: 100.1}, "edit.sigma_range"},
		"sigma not a number":   {town(), edit.SetSigma{Metres: math.NaN()}, "edit.sigma_range"},
		"sigma infinite":       {town(), edit.SetSigma{Metres: math.Inf(1)}, "edit.sigma_range"},
		"investor twice":       {town(), edit.AddInvestor{Investor: planning.Investor{Name: "甲"}}, "edit.investor_twice"},
		"renamed to another":   {town(), edit.SetInvestor{At: 1, To: planning.Investor{Name: "甲"}}, "edit.investor_twice"},
		"unknown kind":         {town(), edit.AddInvestor{Investor: planning.Investor{Kind: "bank"}}, "edit.investor_kind"},
		"negative commitment":  {town(), edit.AddInvestor{Investor: planning.Investor{Committed: -1}}, "money.out_of_range"},
		"long contact":         {town(), edit.AddInvestor{Investor: planning.Investor{Contact: long}}, "edit.too_long"},
		"investors full":       {full, edit.AddInvestor{}, "edit.full"},
		"no such investor":     {town(), edit.SetInvestor{At: 3}, "edit.gone"},
		"investor −1":          {town(), edit.RemoveInvestor{At: -1}, "edit.gone"},
		"investor removed":     {planning.Plan{}, edit.RemoveInvestor{At: 0}, "edit.gone"},
		"year 1999":            {town(), edit.SetFirstYear{To: 1999}, "edit.year_range"},
		"year 2101":            {town(), edit.SetFirstYear{To: 2101}, "edit.year_range"},
		"negative amount":      {town(), edit.AddRow{Row: row(-1)}, "money.out_of_range"},
		"huge amount":          {town(), edit.SetRow{To: row(planning.MaxMoney + 1)}, "money.out_of_range"},
		"unknown investor":     {town(), edit.SetRow{To: planning.ScheduleItem{Investor: "丙"}}, "edit.no_investor"},
		"long project":         {town(), edit.AddRow{Row: planning.ScheduleItem{Project: long}}, "edit.too_long"},
		"rows full":            {full, edit.AddRow{}, "edit.full"},
		"past the end":         {town(), edit.AddRow{At: 5}, "edit.gone"},
		"row 4 of 4":           {town(), edit.SetRow{At: 4}, "edit.gone"},
		"row −1":               {town(), edit.RemoveRow{At: -1}, "edit.gone"},
		"30 February":          {town(), edit.SetDeclaration{To: planning.Declaration{Date: "2026-02-30"}}, "edit.date"},
		"date with slashes":    {town(), edit.SetDeclaration{To: planning.Declaration{Date: "2026/2/3"}}, "edit.date"},
		"long evidence":        {town(), edit.SetDeclaration{To: planning.Declaration{Evidence: long}}, "edit.too_long"},
		"unknown state":        {town(), edit.SetMaterial{To: planning.Material{State: "lost"}}, "edit.material_state"},
		"long remark":          {town(), edit.SetMaterial{To: planning.Material{State: planning.Draft, Remark: long}}, "edit.too_long"},
		"negative figure":      {town(), edit.SetIndicator{To: planning.Indicator{Key: "jobs", Value: -1}}, "edit.indicator_range"},
		"figure not a number":  {town(), edit.SetIndicator{To: planning.Indicator{Key: "jobs", Value: math.NaN()}}, "edit.indicator_range"},
		"huge figure":          {town(), edit.SetIndicator{To: planning.Indicator{Key: "jobs", Value: 1.1e9}}, "edit.indicator_range"},
		"long figure evidence": {town(), edit.SetIndicator{To: planning.Indicator{Key: "jobs", Evidence: long}}, "edit.too_long"},
	} {
		why := c.command.Blocked(c.plan)
		if why.ID != c.want {
			t.Errorf("%s: blocked by %q (%s), want %s", name, why.ID, why.In(words.En), c.want)
		}
		if zh, en := why.In(words.Zh), why.In(words.En); strings.ContainsAny(zh+en, "{}") || zh == en {
			t.Errorf("%s: said %q and %q", name, zh, en)
		}
	}
}

func TestAnInvestorKeepsItsOwnName(t *testing.T) {
	for _, c := range []edit.Command{
		edit.SetInvestor{At: 0, To: planning.Investor{Name: "甲", Kind: planning.KindForeign}},
		edit.SetText{Field: edit.TownName, To: strings.Repeat("字", 20_000)},
		edit.SetFirstYear{},
		edit.SetSigma{Metres: 100},
	} {
		if why := c.Blocked(town()); !why.IsZero() {
			t.Errorf("%+v is blocked: %s", c, why.In(words.En))
		}
	}
}

func TestFieldsSayWhatTheyHold(t *testing.T) {
	p := town()
	p.Positioning.Distinction, p.Positioning.Customers = "山", "人"
	for f, want := range map[edit.Field]string{
		edit.TownName: "龙溪", edit.TownPlace: "浙江", edit.SubField: "龙井", edit.Distinction: "山", edit.Customers: "人",
	} {
		if got := f.Get(p); got != want {
			t.Errorf("%s is %q, want %q", f, got, want)
		}
		if id := f.Caption().ID; !words.Known(id) {
			t.Errorf("%s has no caption %s", f, id)
		}
	}
}
