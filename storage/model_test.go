package storage

import (
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"zhenjie/geo"
	"zhenjie/planning"
)

// model is what a project must do, as two slices and a number.
type model struct {
	steps   []Step
	plans   []planning.Plan
	current int
}

// change draws a plan that differs from p in some parts, or in none.
func change(t *rapid.T, p planning.Plan) planning.Plan {
	text := rapid.String()
	for range rapid.IntRange(0, 3).Draw(t, "changes") {
		switch rapid.IntRange(0, 6).Draw(t, "part") {
		case 0:
			p.Identity.Name = text.Draw(t, "name")
		case 1:
			p.Extent = shapes.Draw(t, "extent")
		case 2:
			p.Core = shapes.Draw(t, "core")
		case 3:
			p.Claims.Extent = geo.Area(rapid.Float64().Draw(t, "area"))
		case 4:
			p.Investors = p.Investors.Append(planning.Investor{Name: text.Draw(t, "investor"), Committed: planning.Money(rapid.Int64().Draw(t, "money"))})
		case 5:
			p.Schedule.FirstYear = rapid.Int().Draw(t, "year")
		default:
			p.Materials = planning.List[planning.Material]{}
		}
	}
	return p
}

var shapes = rapid.Custom(func(t *rapid.T) geo.Shape {
	var b geo.Builder
	for range rapid.IntRange(0, 3).Draw(t, "parts") {
		b.Part()
		for range rapid.IntRange(0, 3).Draw(t, "rings") {
			b.Ring(rapid.SliceOfN(rapid.Custom(func(t *rapid.T) geo.Point {
				return geo.Point{rapid.Float64().Draw(t, "x"), rapid.Float64().Draw(t, "y")}
			}), 0, 5).Draw(t, "points"))
		}
	}
	return b.Shape()
})

func TestAnyHistoryIsKept(t *testing.T) {
	folder := t.TempDir()
	rapid.Check(t, func(t *rapid.T) {
		path := filepath.Join(folder, "p.gpkg")
		_ = os.Remove(path)
		m := model{steps: []Step{made()}, plans: []planning.Plan{change(t, planning.Plan{})}}
		f, err := Create(path, m.steps[0], m.plans[0])
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = f.Close() }()
		t.Repeat(map[string]func(*rapid.T){
			"commit": func(t *rapid.T) {
				s, p := step(len(m.steps)), change(t, m.plans[m.current])
				if err := f.Commit(s, p); err != nil {
					t.Fatal(err)
				}
				m.current++
				m.steps, m.plans = append(m.steps[:m.current], s), append(m.plans[:m.current], p)
			},
			"move": func(t *rapid.T) {
				m.current = rapid.IntRange(0, len(m.steps)-1).Draw(t, "to")
				if err := f.MoveTo(m.current); err != nil {
					t.Fatal(err)
				}
			},
			"reopen": func(t *rapid.T) {
				if err := f.Close(); err != nil {
					t.Fatal(err)
				}
				if f, err = Open(path); err != nil {
					t.Fatal(err)
				}
			},
			"": func(t *rapid.T) { m.compare(t, f) },
		})
	})
}

func (m model) compare(t *rapid.T, f *File) {
	if !reflect.DeepEqual(f.Steps(), m.steps) || f.Current() != m.current || len(f.Notices()) != 0 {
		t.Fatalf("step %d of %d, notices %v; want %d of %d", f.Current(), len(f.Steps()), f.Notices(), m.current, len(m.steps))
	}
	if !f.Plan().Equal(m.plans[m.current]) {
		t.Fatalf("the plan differs in %v", f.Plan().Changed(m.plans[m.current]))
	}
	i := len(m.plans) / 2
	if p, err := f.PlanAt(i); err != nil || !p.Equal(m.plans[i]) {
		t.Fatalf("the plan of step %d: %v, differs in %v", i, err, p.Changed(m.plans[i]))
	}
}
