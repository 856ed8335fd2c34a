package check

import (
	"strings"
	"testing"

	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/planning"
	"zhenjie/planning/rulebook"
)

func found(t *testing.T, p planning.Plan, rule string) Finding {
	t.Helper()
	for _, f := range Check(p, Measure(p, Facts{}), rulebook.Default()) {
		if f.Rule == rule {
			return f
		}
	}
	t.Fatalf("no finding of %s", rule)
	panic("unreachable")
}

// A core of 2.13 km² is 1.03 km² above the 1.1 that people are shown, however far
// beyond it a failure begins.
func TestTheGapIsCountedFromTheLimitShown(t *testing.T) {
	// 0.0152° by 0.0131° at 30.3°N: 1.462 km by 1.452 km.
	core := geo.Polygon([]geo.Point{{120.1, 30.3}, {120.1152, 30.3}, {120.1152, 30.3131}, {120.1, 30.3131}, {120.1, 30.3}})
	f := found(t, planning.Plan{Core: core}, "core_area")
	if f.Verdict != Fail || !strings.Contains(f.Limit.In(words.Zh), "±10%") {
		t.Fatalf("%s, %s", f.Verdict, f.Limit.In(words.Zh))
	}
	want := rulebook.Km2.Gap(f.Number.Value - 1.1).In(words.Zh)
	if got := f.Advice.In(words.Zh); !strings.Contains(got, want) {
		t.Errorf("advised %q, want a gap of %s", got, want)
	}
}

func TestAnOutlineThatCannotBeMeasuredIsNotCalledMissing(t *testing.T) {
	wide := geo.Polygon([]geo.Point{{100, 30}, {125, 30}, {125, 31}, {100, 31}, {100, 30}})
	f := found(t, planning.Plan{Extent: wide}, "extent_area")
	if f.Verdict != Missing || f.Advice.ID != "check.unmeasurable" {
		t.Errorf("%s: %s", f.Verdict, f.Advice.In(words.Zh))
	}
}
