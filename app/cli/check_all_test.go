package cli

import (
	"encoding/json"
	"strings"
	"testing"

	"zhenjie/planning/rulebook"
)

// The sample town is made for the default rulebook, and one that is met is enough.
func TestCheckAgainstAllRulebooks(t *testing.T) {
	t.Chdir(t.TempDir())
	if r := run("sample", "out"); r.status != exitHolds {
		t.Fatalf("sample: %+v", r)
	}
	r := run("check", "out/sample.gpkg", "--rules", "all")
	if r.status != exitHolds || !strings.Contains(r.out, "全部达标：特色小镇申请报告要点（默认）") {
		t.Errorf("status %d:\n%s%s", r.status, r.out, r.err)
	}
	r = run("check", "out/sample.gpkg", "--rules", "all", "--json")
	found := map[string]int{}
	for line := range strings.Lines(r.out) {
		var f findingLine
		if err := json.Unmarshal([]byte(line), &f); err != nil {
			t.Fatal(err)
		}
		found[f.Rulebook]++
	}
	for _, b := range rulebook.Builtin() {
		if found[b.ID] != len(b.Rules) {
			t.Errorf("%d findings of %s, want %d", found[b.ID], b.ID, len(b.Rules))
		}
	}
	if r.status != exitHolds {
		t.Errorf("status %d: %s", r.status, r.err)
	}
}
