package edit_test

import (
	"bytes"
	"context"
	"fmt"
	"sync"
	"testing"

	"pgregory.net/rapid"

	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/planning"
	"zhenjie/planning/edit"
	"zhenjie/planning/form"
)

// anyCommand draws a command, often one that is blocked.
var anyCommand = rapid.Custom(func(t *rapid.T) edit.Command {
	at := rapid.IntRange(-1, 6).Draw(t, "at")
	text := rapid.SampledFrom([]string{"", "甲", "乙", "丙", " ", "x"}).Draw(t, "text")
	n := rapid.IntRange(-1, 5).Draw(t, "n")
	money := planning.Money(n) * planning.Wan
	shape := rapid.SampledFrom([]*geo.Shape{nil, &extent, &core, &other, &none}).Draw(t, "shape")
	investor := planning.Investor{Name: text, Kind: planning.KindMixed, Committed: money}
	project := planning.Project{Name: fmt.Sprint(n), Start: "2026-05", Budget: money}
	row := planning.ScheduleItem{Project: fmt.Sprint(n), Investor: text, Amounts: [planning.MaxYears]planning.Money{money, 0, 1}}
	return rapid.SampledFrom([]edit.Command{
		edit.SetBoundary{Extent: shape, Core: &core, Source: text}, edit.SetBoundary{Core: shape}, edit.SwapBoundary{}, edit.ClearCore{},
		edit.SetText{Field: edit.SubField, To: text}, edit.SetIndustry{To: text}, edit.SetClaims{To: planning.Claims{Investment: money}},
		edit.SetSigma{Metres: float64(n)}, edit.SetRulebook{ID: text},
		edit.AddInvestor{Investor: investor}, edit.SetInvestor{At: at, To: investor}, edit.RemoveInvestor{At: at},
		edit.SetTownKind{To: planning.TownKind(text)}, edit.SetGuide{To: planning.GuideAnswer{Point: planning.GuidePoints[max(at, 0)], Score: n, Text: text}},
		edit.AddCompetitor{Competitor: planning.Competitor{Name: text}}, edit.SetCompetitor{At: at, To: planning.Competitor{Place: text}},
		edit.RemoveCompetitor{At: at}, edit.AddTeam{Team: planning.Team{Name: text}}, edit.SetTeam{At: at, To: planning.Team{Leader: text}},
		edit.RemoveTeam{At: at},
		edit.SetSide{Side: planning.East, To: text}, edit.FillSides{To: planning.SideTexts{West: text}},
		edit.AddNeighbour{Neighbour: stream}, edit.SetNeighbour{At: at, To: border}, edit.RemoveNeighbour{At: at},
		edit.MovePoint{Layer: edit.Extent, At: corner(at), To: geo.Point{120 + float64(n)/1000, 30}},
		edit.AddProject{Project: project}, edit.SetProject{At: at, To: project}, edit.RemoveProject{At: at},
		edit.Together{Commands: []edit.Command{edit.RemoveProject{At: at}, edit.AddInvestor{Investor: investor}, edit.SetSpan{To: n}}, Step: tea},
		edit.SetRow{At: at, To: edit.WithQuarter(row, 0, 3, money)},
		edit.SetSpan{To: n}, edit.SetFirstYear{To: 1998 + n}, edit.AddRow{At: at, Row: row}, edit.SetRow{At: at, To: row}, edit.RemoveRow{At: at},
		edit.PlaceSite{Project: fmt.Sprint(n), Point: geo.Point{120 + float64(at), 30}}, edit.DrawSite{Project: fmt.Sprint(n), Shape: extent},
		edit.RemoveSite{Project: fmt.Sprint(n)},
		edit.SetDeclaration{To: planning.Declaration{Key: text, Answer: planning.Holds}},
		edit.SetMaterial{To: planning.Material{Key: text, State: planning.Draft, Remark: fmt.Sprint(n)}},
		edit.Attach{Files: []planning.Attachment{scan(text, n)}}, edit.Detach{File: scan(text, n)}, edit.RenameFile{File: scan(text, n), To: "甲"},
		edit.SetIndicator{To: planning.Indicator{Key: text, Value: float64(n)}}, edit.ClearIndicator{Key: text},
		edit.ChooseProcedure{To: rapid.SampledFrom([]string{"", "p02", "p07", "p12"}).Draw(t, "procedure")}, edit.SetRegion{To: text},
		edit.TakeProcedure{Text: ownProcedure}, edit.TakeProcedure{Text: text}, edit.ResetProcedure{}, edit.SetStarted{To: "2026-03-01"},
		edit.SetStep{To: planning.StepProgress{Stage: "apply", Step: "creation_plan", State: planning.StepDone, Remark: text}},
		edit.TakeForm{From: town(), Take: typedIn()}, edit.TakeForm{From: town(), Take: typedIn()[max(at, 0)%2:]},
		edit.AddAssessment{Assessment: planning.Assessment{Year: 2026 + n, Actual: money}},
		edit.SetAssessment{At: at, To: planning.Assessment{Year: 2026 + n, Target: money}}, edit.RemoveAssessment{At: at},
	}).Draw(t, "command")
})

// typedIn is what a form says otherwise than the town.
var typedIn = sync.OnceValue(func() []form.Difference {
	p := town()
	p.Identity.Name, p.Schedule.Span = "上村", 4
	p.Investors = p.Investors.Without(2).Append(planning.Investor{Name: "丙", Committed: planning.Yi})
	p.Projects = p.Projects.With(1, planning.Project{Name: "公路"})
	p.Schedule.Rows = p.Schedule.Rows.Append(planning.ScheduleItem{Project: "新的", Investor: "丙", Quarters: [planning.MaxYears][planning.Quarters]planning.Money{{1, 2}}})
	var b bytes.Buffer
	if err := form.Write(&b, p, form.Choices{}, words.Zh); err != nil {
		panic(err)
	}
	f, err := form.Read(context.Background(), bytes.NewReader(b.Bytes()), int64(b.Len()), form.Choices{}, nil)
	if err != nil {
		panic(err)
	}
	return form.Compare(town(), f)
})

// TestEarlierPlansStayWhatTheyWere does random commands and looks back.
func TestEarlierPlansStayWhatTheyWere(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := town()
		plans, written := []planning.Plan{p}, []string{snapshot(p)}
		for _, c := range rapid.SliceOfN(anyCommand, 1, 25).Draw(t, "commands") {
			if c.Name().In(words.Zh) == "" {
				t.Fatalf("%+v has no name", c)
			}
			if !c.Blocked(p).IsZero() {
				continue
			}
			p = c.Apply(p)
			plans, written = append(plans, p), append(written, snapshot(p))
		}
		for i, was := range written {
			if now := snapshot(plans[i]); now != was {
				t.Fatalf("plan %d of %d was\n%s\nand became\n%s", i, len(plans), was, now)
			}
		}
		sound(t, p)
	})
}

// sound fails for what commands must never make of a plan.
func sound(t *rapid.T, p planning.Plan) {
	names := map[string]bool{"": true}
	for _, v := range p.Investors.All() {
		names[v.Name] = true
	}
	for i, r := range p.Schedule.Rows.All() {
		if !names[r.Investor] {
			t.Fatalf("row %d names %q, who is no investor", i, r.Investor)
		}
		if r.Total() < 0 {
			t.Fatalf("row %d sums up to %d", i, r.Total())
		}
		for y, m := range r.Amounts {
			if r.Assigned(y) > m || m != 0 && y >= p.Schedule.Years() {
				t.Fatalf("row %d has %d in year %d, %d of it in quarters, in %d years", i, m, y, r.Assigned(y), p.Schedule.Years())
			}
		}
		if _, known := p.Project(r.Project); !known && r.Project != "" {
			t.Fatalf("row %d names %q, which is no project", i, r.Project)
		}
	}
	placed := map[string]bool{}
	for _, s := range p.Sites.All() {
		if _, known := p.Project(s.Project); !known || placed[s.Project] {
			t.Fatalf("%q stands twice, or is no project", s.Project)
		}
		placed[s.Project] = true
	}
	stated := map[string]bool{}
	for _, v := range p.Indicators.All() {
		if stated[v.Key] || v.Value < 0 {
			t.Fatalf("%q is stated twice, or as %v", v.Key, v.Value)
		}
		stated[v.Key] = true
	}
	projects := map[string]bool{}
	for _, v := range p.Projects.All() {
		if projects[v.Name] || v.Name == "" {
			t.Fatalf("there are two projects %q, or one without a name", v.Name)
		}
		projects[v.Name] = true
	}
	keys := map[string]bool{}
	for _, d := range p.Eligibility.All() {
		if keys[d.Key] {
			t.Fatalf("%q is declared twice", d.Key)
		}
		keys[d.Key] = true
	}
	points := map[planning.GuidePoint]bool{}
	for _, a := range p.Guide.All() {
		if points[a.Point] || a.Score < 0 || a.Score > planning.MaxScore {
			t.Fatalf("the self-assessment holds %+v", a)
		}
		points[a.Point] = true
	}
}
