package storage

import (
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"testing"
	"time"

	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/planning"
)

func TestAProjectKeepsEverything(t *testing.T) {
	first := samplePlan(50)
	f := project(t, first)
	second := first
	second.Investors = second.Investors.Without(0)
	third := moved(second, 3)
	third.Identity.Name = "梦想小镇"
	commit(t, f, 1, second)
	commit(t, f, 2, third)
	commit(t, f, 3, planning.Plan{})
	if err := f.MoveTo(1); err != nil {
		t.Fatal(err)
	}

	f = reopen(t, f)
	if f.Current() != 1 || !f.Plan().Equal(second) || len(f.Notices()) != 0 {
		t.Errorf("opened at step %d, notices %v; the plans differ in %v", f.Current(), f.Notices(), f.Plan().Changed(second))
	}
	if want := []Step{made(), step(1), step(2), step(3)}; !reflect.DeepEqual(f.Steps(), want) {
		t.Errorf("steps\n%v\nwant\n%v", f.Steps(), want)
	}
	for n, want := range []planning.Plan{first, second, third, {}} {
		if got, err := f.PlanAt(n); err != nil || !got.Equal(want) {
			t.Errorf("plan at step %d: %v, differs in %v", n, err, got.Changed(want))
		}
	}

	commit(t, f, 9, first)
	f = reopen(t, f)
	if f.Current() != 2 || len(f.Steps()) != 3 || !f.Plan().Equal(first) {
		t.Errorf("after a step that follows an undo: step %d of %d", f.Current(), len(f.Steps()))
	}
}

func TestStepsKeepTheirMoment(t *testing.T) {
	f := project(t, planning.Plan{})
	odd := time.Date(2026, 2, 3, 4, 5, 6, 789_123_456, time.FixedZone("", 8*3600))
	if err := f.Commit(Step{At: odd}, samplePlan(5)); err != nil {
		t.Fatal(err)
	}
	before := f.Steps()
	f = reopen(t, f)
	if !reflect.DeepEqual(f.Steps(), before) {
		t.Errorf("held %v, read back %v", before, f.Steps())
	}
	if d := odd.Sub(before[1].At); d < 0 || d >= time.Millisecond {
		t.Errorf("the moment moved by %v", d)
	}
}

func TestEveryPartHasAPlaceAndAName(t *testing.T) {
	p := samplePlan(5)
	for _, part := range planning.Parts {
		if !slices.Contains(p.Changed(planning.Plan{}), part) {
			t.Errorf("the sample plan says nothing in %s, so that no test covers it", part)
		}
		if field(&p, part) == nil || !words.Known(PartName(part).ID) {
			t.Errorf("%s has no place or no name", part)
		}
	}
}

func TestLayersCarryTheTownsName(t *testing.T) {
	p := samplePlan(9)
	f := project(t, p)
	names := func() []string {
		t.Helper()
		found, err := texts(f.db, `SELECT name FROM "规划范围" UNION ALL SELECT name FROM "核心区"`)
		if err != nil {
			t.Fatal(err)
		}
		return found
	}
	p.Identity.Name = "梦想小镇"
	commit(t, f, 1, p)
	if got := names(); !slices.Equal(got, []string{"梦想小镇", "梦想小镇"}) {
		t.Errorf("the layers are called %q", got)
	}
	p.Core = geo.Shape{}
	commit(t, f, 2, p)
	p.Identity.Name = "新名"
	commit(t, f, 3, p)
	if got := names(); !slices.Equal(got, []string{"新名"}) {
		t.Errorf("without a core the layers are called %q", got)
	}
	if err := f.MoveTo(0); err != nil {
		t.Fatal(err)
	}
	if got := names(); !slices.Equal(got, []string{"云栖小镇", "云栖小镇"}) {
		t.Errorf("undone, the layers are called %q", got)
	}
	if f = reopen(t, f); len(f.Notices()) != 0 || !f.Plan().Equal(samplePlan(9)) {
		t.Errorf("opened again: notices %v", f.Notices())
	}
}

func TestOneFileAtRest(t *testing.T) {
	f := project(t, samplePlan(500))
	commit(t, f, 1, moved(f.Plan(), 1))
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	entries, err := os.ReadDir(filepath.Dir(f.Path()))
	if err != nil || len(entries) != 1 {
		t.Errorf("%d files beside each other: %v (%v)", len(entries), entries, err)
	}
	head := make([]byte, 20)
	if b, err := os.ReadFile(f.Path()); err != nil || copy(head, b) != 20 {
		t.Fatal(err)
	}
	// SQLite file format, 1.3: 2 would mean a write-ahead log, which cannot be
	// opened from a read-only folder.
	if head[18] != 1 || head[19] != 1 {
		t.Errorf("the file's write and read versions are %d and %d, want 1", head[18], head[19])
	}
}
