package sample

import (
	"encoding/json"
	"io/fs"
	"strings"
	"testing"
	"time"
)

// plan is what the tests look at of town/plan.json; package planning, which
// reads it, may not be imported here.
type plan struct {
	Claims struct {
		Investment int64 `json:"investment_fen"`
	}
	Positioning struct {
		Functions   map[string]string
		Competitors []struct{ Name, Place, Strength, Difference string }
		Teams       []struct{ Name, Leader, Field, Remark string }
	}
	Guide []struct {
		Point, Text, Evidence string
		Score                 int
	}
	Investors []struct {
		Name      string
		Kind      string
		Code      string
		Share     int64 `json:"share_bp"`
		Committed int64 `json:"committed_fen"`
		Phone     string
	}
	Projects []struct {
		Name       string
		Leading    bool
		Start, End string
		Budget     int64 `json:"budget_fen"`
	}
	Sites []struct {
		Project string
		Point   [2]float64
		Parts   [][][][2]float64
	}
	Schedule struct {
		FirstYear int `json:"first_year"`
		Rows      []struct {
			Project  string
			Investor string
			Fund     string
			Amounts  [3]int64    `json:"amounts_fen"`
			Quarters [1][4]int64 `json:"quarters_fen"`
		}
	}
	Eligibility []struct{ Key, Answer, Body, Date, Evidence string }
	Materials   []struct{ Key, State, Due string }
	Procedure   struct {
		Started     string
		Steps       []struct{ Stage, Step, State, Date string }
		Assessments []struct {
			Year   int
			Target int64 `json:"target_fen"`
			Actual int64 `json:"actual_fen"`
			Result string
		}
	}
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
	byInvestor, led := map[string]int64{}, map[string]bool{}
	for _, v := range p.Projects {
		led[v.Name] = v.Leading
	}
	for _, r := range p.Schedule.Rows {
		sum := r.Amounts[0] + r.Amounts[1] + r.Amounts[2]
		total += sum
		byInvestor[r.Investor] += sum
		if led[r.Project] {
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
		if _, err := time.Parse(time.DateOnly, m.Due); err != nil {
			t.Errorf("%s is due on %q", m.Key, m.Due)
		}
	}
	if len(p.Materials) != 7 {
		t.Errorf("%d materials, want 7", len(p.Materials))
	}
}

type collection struct {
	Features []struct {
		Properties map[string]string
		Geometry   struct {
			Type        string
			Coordinates json.RawMessage
		}
	}
}

// outlines returns the polygons of the only feature of a file, and what the
// feature says of itself.
func outlines(t *testing.T, file string, data []byte) ([][][][2]float64, map[string]string) {
	t.Helper()
	var c collection
	if err := json.Unmarshal(data, &c); err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	if len(c.Features) != 1 {
		t.Fatalf("%s: %d features, want 1", file, len(c.Features))
	}
	f := c.Features[0]
	polygons := make([][][][2]float64, 1)
	var into any = &polygons
	if f.Geometry.Type == "Polygon" {
		into = &polygons[0]
	}
	if err := json.Unmarshal(f.Geometry.Coordinates, into); err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	return polygons, f.Properties
}

// checkRings holds a file against RFC 7946: rings closed, outer ones
// anticlockwise. It returns the number of corners.
func checkRings(t *testing.T, file string, polygons [][][][2]float64) int {
	t.Helper()
	corners := 0
	for _, p := range polygons {
		for i, ring := range p {
			if ring[0] != ring[len(ring)-1] {
				t.Errorf("%s: ring %d is open", file, i)
			}
			if anticlockwise(ring) != (i == 0) {
				t.Errorf("%s: ring %d runs the wrong way round", file, i)
			}
			corners += len(ring) - 1
		}
	}
	return corners
}

func anticlockwise(ring [][2]float64) bool {
	o, twice := ring[0], 0.0
	for i := 1; i < len(ring); i++ {
		a, b := ring[i-1], ring[i]
		twice += (a[0]-o[0])*(b[1]-o[1]) - (b[0]-o[0])*(a[1]-o[1])
	}
	return twice > 0
}

func TestTheTownSaysThatItIsMadeUp(t *testing.T) {
	for file, want := range map[string]struct {
		data          []byte
		parts, lo, hi int
	}{
		"extent.geojson": {Extent, 1, 60, 140},
		"core.geojson":   {Core, 2, 20, 60},
	} {
		polygons, properties := outlines(t, file, want.data)
		if len(polygons) != want.parts {
			t.Errorf("%s: %d parts, want %d", file, len(polygons), want.parts)
		}
		if n := checkRings(t, file, polygons); n < want.lo || n > want.hi {
			t.Errorf("%s: %d corners, want %d to %d", file, n, want.lo, want.hi)
		}
		if !strings.Contains(properties["name"], "示例") || !strings.Contains(properties["note"], "虚构") {
			t.Errorf("%s does not say that it is made up: %v", file, properties)
		}
	}
}

func TestRealBoundariesNameTheirSources(t *testing.T) {
	sources, err := fs.ReadFile(Real(), "SOURCES.md")
	if err != nil {
		t.Fatal(err)
	}
	files, err := fs.Glob(Real(), "*.geojson")
	if err != nil || len(files) < 3 {
		t.Fatalf("%d boundaries, want at least 3 (%v)", len(files), err)
	}
	for _, file := range files {
		data, err := fs.ReadFile(Real(), file)
		if err != nil {
			t.Fatal(err)
		}
		if len(data) > 100_000 {
			t.Errorf("%s: %d bytes, want at most 100 kB", file, len(data))
		}
		polygons, properties := outlines(t, file, data)
		checkRings(t, file, polygons)
		for _, key := range []string{"name", "source", "licence"} {
			if properties[key] == "" {
				t.Errorf("%s has no %s", file, key)
			}
		}
		if !strings.Contains(string(sources), file) {
			t.Errorf("SOURCES.md does not name %s", file)
		}
	}
}
