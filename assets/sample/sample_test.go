package sample

import (
	"encoding/json"
	"testing"
	"time"
)

// plan is what the tests look at of town/plan.json; package planning, which
// reads it, may not be imported here.
type plan struct {
	Claims struct {
		Investment int64 `json:"investment_fen"`
	}
	Investors []struct {
		Name      string
		Kind      string
		Committed int64 `json:"committed_fen"`
	}
	Schedule struct {
		FirstYear int `json:"first_year"`
		Rows      []struct {
			Project  string
			Investor string
			Leading  bool
			Amounts  [3]int64 `json:"amounts_fen"`
		}
	}
	Eligibility []struct{ Key, Answer, Body, Date, Evidence string }
	Materials   []struct{ Key, State string }
}

func readPlan(t *testing.T) plan {
	t.Helper()
	var p plan
	if err := json.Unmarshal(Plan, &p); err != nil {
		t.Fatal(err)
	}
	return p
}

const yi = 10_000_000_000 // 1 亿元 in 分

func TestMoneyOfTheTownAgreesWithItself(t *testing.T) {
	p := readPlan(t)
	var total, leading int64
	byInvestor := map[string]int64{}
	for _, r := range p.Schedule.Rows {
		sum := r.Amounts[0] + r.Amounts[1] + r.Amounts[2]
		total += sum
		byInvestor[r.Investor] += sum
		if r.Leading {
			leading += sum
		}
	}
	if total != p.Claims.Investment {
		t.Errorf("claimed %d 分, the schedule says %d", p.Claims.Investment, total)
	}
	if total < 38*yi || total > 40*yi {
		t.Errorf("total %d 分, want 38 to 40 亿元", total)
	}
	if 10*leading <= 7*total {
		t.Errorf("leading industry %d of %d 分, want more than 70 %%", leading, total)
	}
	for _, i := range p.Investors {
		if i.Committed != byInvestor[i.Name] {
			t.Errorf("%s commits %d 分, the schedule gives it %d", i.Name, i.Committed, byInvestor[i.Name])
		}
		delete(byInvestor, i.Name)
	}
	for name := range byInvestor {
		t.Errorf("the schedule names %q, who is no investor", name)
	}
}

func TestPapersOfTheTownAreComplete(t *testing.T) {
	p := readPlan(t)
	want := []string{"safety_accident", "pollution", "ecology", "mass_incident", "heritage", "operation_office", "designated_town"}
	if len(p.Eligibility) != len(want) {
		t.Fatalf("%d declarations, want %d", len(p.Eligibility), len(want))
	}
	for i, d := range p.Eligibility {
		if d.Key != want[i] || d.Answer != "yes" || d.Body == "" || d.Evidence == "" {
			t.Errorf("declaration %d is not complete: %+v, want %s", i, d, want[i])
		}
		if day, err := time.Parse(time.DateOnly, d.Date); err != nil || day.Year() != p.Schedule.FirstYear {
			t.Errorf("%s is dated %q, want a day of %d", d.Key, d.Date, p.Schedule.FirstYear)
		}
	}
	for _, m := range p.Materials {
		if m.State != "final" {
			t.Errorf("%s is %q, want final", m.Key, m.State)
		}
	}
	if len(p.Materials) != 7 {
		t.Errorf("%d materials, want 7", len(p.Materials))
	}
}
