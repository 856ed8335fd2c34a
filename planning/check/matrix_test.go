package check_test

import (
	"reflect"
	"testing"

	"zhenjie/planning"
	"zhenjie/planning/check"
	"zhenjie/planning/rulebook"
)

// A matrix is what each rulebook finds by itself, sorted by what is asked.
func TestMatrixIsEachRulebookByItself(t *testing.T) {
	p := scheduled(3, map[planning.ProjectKind][]float64{planning.ProjectIndustry: {10, 10, 12}, planning.ProjectHousing: {4}})
	p.Extent = box(120, 30, 120.02, 30.02)
	facts := check.Measure(p, check.Facts{})
	books := rulebook.Builtin()
	table := check.Matrix(p, facts, books)
	cells := 0
	for i, b := range books {
		want := check.Check(p, facts, b)
		if !reflect.DeepEqual(table.Books[i].Findings, want) || table.Books[i].Book != b {
			t.Errorf("column %d is not what %s finds", i, b.ID)
		}
		for _, row := range table.Rows {
			f, r := row.Cells[i], row.Rules[i]
			if (f == nil) != (r == nil) {
				t.Errorf("%s: a rule without its finding, or the other way round", b.ID)
			}
			if f != nil {
				cells++
				if f.Rule != r.ID || !reflect.DeepEqual(*f, finding(t, want, r.ID)) {
					t.Errorf("%s: the finding of %s stands at %s", b.ID, f.Rule, r.ID)
				}
			}
		}
		cells -= len(b.Rules)
	}
	if cells != 0 {
		t.Errorf("%d findings too many", cells)
	}
}

func TestOneRulebookMetIsEnough(t *testing.T) {
	const money = "rules: [{id: r, measure: investment.total, limit: {min: 30, unit: yi}}]\n"
	met := parsed(t, "id: met\n"+money)
	not := parsed(t, "id: not\nrules: [{id: r, measure: extent.area, limit: {min: 3, unit: km2}}]\n")
	p := scheduled(3, map[planning.ProjectKind][]float64{"": {30}})
	for _, c := range []struct {
		books []*rulebook.Rulebook
		want  bool
	}{{[]*rulebook.Rulebook{not, met}, true}, {[]*rulebook.Rulebook{not}, false}, {nil, false}} {
		if got := check.Matrix(p, check.Facts{}, c.books).Holds(); got != c.want {
			t.Errorf("of %d rulebooks: %v, want %v", len(c.books), got, c.want)
		}
	}
}
