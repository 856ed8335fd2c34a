package workspace

import (
	"fmt"
	"path/filepath"
	"testing"

	"pgregory.net/rapid"

	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/geo/shaping"
	"zhenjie/planning"
	"zhenjie/planning/edit"
)

// command draws any of the steps one takes on a plan, drawing included.
func command(t *rapid.T, p planning.Plan) edit.Command {
	layer := rapid.SampledFrom([]edit.Layer{edit.Extent, edit.Core}).Draw(t, "layer")
	metres := rapid.Float64Range(-50, 50)
	s := layer.Of(p)
	reshape := func(to geo.Shape) edit.Command {
		return edit.Reshape{Layer: layer, To: to, Step: words.Say("edit.move_all")}
	}
	switch rapid.IntRange(0, 15).Draw(t, "kind") {
	case 0:
		return reshape(shaping.Translate(s, metres.Draw(t, "east"), metres.Draw(t, "north")))
	case 1:
		corner := shaping.Vertex{Corner: rapid.IntRange(0, 3).Draw(t, "corner")}
		return reshape(shaping.Move(s, []shaping.Vertex{corner}, metres.Draw(t, "east"), metres.Draw(t, "north")))
	case 2:
		return reshape(shaping.Rotate(s, geo.Point{120.1, 30.3}, metres.Draw(t, "degrees")))
	case 3:
		return edit.SwapBoundary{}
	case 4:
		return edit.SetText{Field: edit.SubField, To: rapid.StringMatching(`[茶丝瓷]{0,5}`).Draw(t, "text")}
	case 5:
		return edit.AddInvestor{Investor: planning.Investor{Name: rapid.StringMatching(`[甲乙丙丁]{1,3}`).Draw(t, "name")}}
	case 6:
		return edit.RemoveInvestor{At: rapid.IntRange(0, 2).Draw(t, "at")}
	case 7:
		return edit.AddRow{Row: planning.ScheduleItem{Project: "项目", Amounts: [planning.MaxYears]planning.Money{planning.Money(rapid.Int64Range(0, 1e12).Draw(t, "money"))}}}
	case 8:
		return edit.ChooseProcedure{To: rapid.SampledFrom([]string{"", "p02", "p07"}).Draw(t, "procedure")}
	case 9:
		return edit.AddAssessment{Assessment: planning.Assessment{Year: rapid.IntRange(2026, 2029).Draw(t, "year"), LandQuota: 200 * geo.Mu}}
	case 10:
		return edit.PlaceSite{Project: "项目", Point: geo.Point{metres.Draw(t, "lon"), metres.Draw(t, "lat")}}
	case 11:
		return edit.DrawSite{Project: "项目", Shape: s}
	case 12:
		return edit.RemoveSite{Project: "项目"}
	case 13:
		point := rapid.SampledFrom(planning.GuidePoints).Draw(t, "point")
		return edit.SetGuide{To: planning.GuideAnswer{Point: point, Score: rapid.IntRange(0, planning.MaxScore).Draw(t, "score")}}
	case 14:
		return edit.AddTeam{Team: planning.Team{Name: rapid.StringMatching(`[甲乙]{0,2}`).Draw(t, "team")}}
	default:
		return edit.SetSigma{Metres: rapid.Float64Range(0.01, 5).Draw(t, "sigma")}
	}
}

// TestAnySequenceUndoneAndRedone: whatever was done, undone it gives the first
// plan and redone the last, also after the project was closed in between.
func TestAnySequenceUndoneAndRedone(t *testing.T) {
	dir, n := t.TempDir(), 0
	rapid.Check(t, func(rt *rapid.T) {
		n++
		path := filepath.Join(dir, fmt.Sprint(n, ".gpkg"))
		square := geo.Polygon([]geo.Point{{120.09, 30.29}, {120.11, 30.29}, {120.11, 30.31}, {120.09, 30.31}, {120.09, 30.29}})
		w, err := Create(path, words.Say("workspace.created"), planning.Plan{Extent: square, Core: square}, Books{})
		if err != nil {
			rt.Fatal(err)
		}
		first := w.State().Plan
		for range rapid.IntRange(1, 12).Draw(rt, "steps") {
			if err := w.Do(command(rt, w.State().Plan)); err != nil && !Blocked(err) {
				rt.Fatal(err)
			}
		}
		last, steps := w.State().Plan, w.State().Current
		for range steps {
			if err := w.Undo(); err != nil {
				rt.Fatal(err)
			}
		}
		if !w.State().Plan.Equal(first) {
			rt.Errorf("undone, %v differ", first.Changed(w.State().Plan))
		}
		if err := w.Close(); err != nil {
			rt.Fatal(err)
		}
		if w, err = Open(path, Books{}); err != nil {
			rt.Fatal(err)
		}
		defer w.Close()
		for range steps {
			if err := w.Redo(); err != nil {
				rt.Fatal(err)
			}
		}
		if !w.State().Plan.Equal(last) {
			rt.Errorf("redone, %v differ", last.Changed(w.State().Plan))
		}
	})
}
