package storage

import (
	"math"
	"path/filepath"
	"testing"
	"time"

	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/planning"
)

// circle is a closed outline of n corners.
func circle(n int, x, y, r float64) []geo.Point {
	ring := make([]geo.Point, n, n+1)
	for i := range ring {
		sin, cos := math.Sincos(2 * math.Pi * float64(i) / float64(n))
		ring[i] = geo.Point{x + r*cos, y + r*sin}
	}
	return append(ring, ring[0])
}

// samplePlan has something in every part.
func samplePlan(n int) planning.Plan {
	return planning.Plan{
		Identity: planning.Identity{Name: "云栖小镇", Place: "浙江省杭州市西湖区"},
		Extent:   geo.Polygon(circle(n, 120.1, 30.2, 0.01), circle(9, 120.1, 30.2, 0.001)),
		Core:     geo.Join(geo.Polygon(circle(8, 120.1, 30.205, 0.002)), geo.Polygon(circle(8, 120.1, 30.195, 0.002))),
		Sides: planning.Sides{
			SideTexts: planning.SideTexts{East: "龙溪", North: "“上村”\n村界"},
			Neighbours: planning.ListOf(planning.Neighbour{
				Side: planning.East, Kind: planning.NeighbourRiver, Name: "龙溪", From: geo.Point{120.11, 30.2}, To: geo.Point{120.1, 0.1 + 0.2},
			}),
		},
		Claims: planning.Claims{Extent: 3.2 * geo.SquareKilometre, Core: 0.1 + 0.2, Investment: 55 * planning.Yi},
		Positioning: planning.Positioning{Industry: "digital", SubField: "云计算", Distinction: "“城市大脑”\n", Customers: "<&>",
			Competitors: planning.ListOf(planning.Competitor{Name: "邻镇"}), Teams: planning.ListOf(planning.Team{Leader: "王"})},
		Investors: planning.ListOf(
			planning.Investor{Name: "杭州云栖投资", Kind: planning.KindState, Committed: 30 * planning.Yi, Contact: "王"},
			planning.Investor{Name: "B", Kind: planning.KindPrivate, Committed: 25*planning.Yi + 1}),
		Guide:    planning.ListOf(planning.GuideAnswer{Point: planning.GuideCore, Text: "特而强", Score: 8}),
		Projects: planning.ListOf(planning.Project{Name: "数据中心", Leading: true, Kind: planning.ProjectIndustry, Area: 0.1, Start: "2026-03"}),
		Sites: planning.ListOf(planning.Site{Project: "数据中心", Point: geo.Point{120.1, 0.1 + 0.2}},
			planning.Site{Project: "广场", Shape: geo.Polygon([]geo.Point{{120, 30}, {120.1, 30}, {120.1, 30.1}, {120, 30}}, []geo.Point{{120.05, 30.01}, {120.06, 30.01}, {120.05, 30.02}, {120.05, 30.01}})}),
		Indicators:  planning.ListOf(planning.Indicator{Key: "jobs", Value: 2200.5, Evidence: "就业统计"}),
		Attachments: planning.ListOf(planning.Attachment{Owner: planning.OfMaterial("base_table"), Name: "表.xlsx", Hash: "00", Size: 1 << 40}),
		Procedure: planning.Procedure{ID: "p02", Steps: planning.ListOf(planning.StepProgress{Stage: "a", Step: "b", State: planning.StepDone}),
			Assessments: planning.ListOf(planning.Assessment{Year: 2027, Target: planning.Yi, LandQuota: 0.1})},
		Schedule: planning.Schedule{FirstYear: 2026, Rows: planning.ListOf(
			planning.ScheduleItem{Project: "数据中心", Investor: "B", Amounts: [planning.MaxYears]planning.Money{1, 2, 3}, Quarters: [planning.MaxYears][planning.Quarters]planning.Money{{0, 1}}})},
		Eligibility: planning.ListOf(planning.Declaration{Key: "safety", Answer: planning.Holds, Date: "2026-01-31"}),
		Materials:   planning.ListOf(planning.Material{Key: "report", State: planning.Draft, Remark: "第二稿"}),
		Settings:    planning.Settings{Rulebook: "zj-2026", VertexSigma: 0.05, Source: `C:\图\边界.dxf`},
	}
}

// at is the time of step n of a test.
func at(n int) time.Time {
	return time.Date(2026, 5, 1, 8, 0, 0, 0, time.UTC).Add(time.Duration(n) * 1001 * time.Millisecond)
}

func step(n int) Step { return Step{words.Say("edit.move_vertex", "n", n), at(n)} }

func made() Step { return Step{words.Say("storage.edited_outside"), at(0)} }

// moved is p with one corner of its extent moved a little, differently for
// every k.
func moved(p planning.Plan, k int) planning.Plan {
	pts := p.Extent.Ring(0, 0).Points()
	i := 1 + k%(len(pts)-2)
	pts[i][0] += 1e-9 * float64(k+1)
	p.Extent = p.Extent.WithRing(geo.RingRef{}, pts)
	return p
}

// create makes a project in a folder of its own, and closes it with the test.
func project(t testing.TB, p planning.Plan) *File {
	t.Helper()
	f, err := Create(filepath.Join(t.TempDir(), "小镇 50%?#.gpkg"), made(), p)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = f.Close() })
	return f
}

func reopen(t testing.TB, f *File) *File {
	t.Helper()
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	return mustOpen(t, f.Path())
}

func mustOpen(t testing.TB, path string) *File {
	t.Helper()
	f, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = f.Close() })
	return f
}

func commit(t testing.TB, f *File, n int, p planning.Plan) {
	t.Helper()
	if err := f.Commit(step(n), p); err != nil {
		t.Fatal(err)
	}
}
