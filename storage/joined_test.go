package storage

import (
	"slices"
	"testing"

	"zhenjie/planning"
)

// oldFile is a project of two steps as the program wrote it before plans had
// sides, closed; the plan is that of its second step.
func oldFile(t *testing.T, more ...string) (path string, p planning.Plan) {
	t.Helper()
	p = samplePlan(20)
	p.Sides = planning.Sides{}
	f := project(t, p)
	p = moved(p, 1)
	commit(t, f, 1, p)
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	outside(t, f.Path(), append([]string{`DELETE FROM zhenjie_change WHERE part = 'sides'`}, more...)...)
	return f.Path(), p
}

func TestAnOlderFileHasNoSides(t *testing.T) {
	path, want := oldFile(t)
	if got, err := Read(path); err != nil || !got.Equal(want) {
		t.Errorf("read: %v, differs in %v", err, got.Changed(want))
	}
	f := mustOpen(t, path)
	if !f.Plan().Equal(want) || len(f.Notices()) != 0 {
		t.Errorf("opened with notices %v, differs in %v", f.Notices(), f.Plan().Changed(want))
	}
	next := want
	next.Sides = samplePlan(4).Sides
	commit(t, f, 2, next)
	f = reopen(t, f)
	if !f.Plan().Equal(next) {
		t.Errorf("with sides, differs in %v", f.Plan().Changed(next))
	}
	if err := f.MoveTo(1); err != nil || !f.Plan().Equal(want) {
		t.Errorf("back before the sides: %v, differs in %v", err, f.Plan().Changed(want))
	}
}

func TestWhatWasNeverThereIsNotLost(t *testing.T) {
	path, want := oldFile(t, `UPDATE zhenjie_change SET value = '{}' WHERE part = 'claims'`)
	want.Claims = planning.Claims{}
	got, lost, err := Salvage(path)
	if err != nil || !got.Equal(want) || !slices.Equal(lost, []planning.Part{planning.PartClaims}) {
		t.Errorf("salvaged: %v, lost %v, differs in %v", err, lost, got.Changed(want))
	}
}

func TestDamagedSidesAreLost(t *testing.T) {
	want := samplePlan(20)
	f := project(t, want)
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	outside(t, f.Path(), `UPDATE zhenjie_change SET value = '{}' WHERE part = 'sides'`)
	if _, err := Open(f.Path()); !Damaged(err) {
		t.Errorf("opening says %v", err)
	}
	want.Sides = planning.Sides{}
	got, lost, err := Salvage(f.Path())
	if err != nil || !got.Equal(want) || !slices.Equal(lost, []planning.Part{planning.PartSides}) {
		t.Errorf("salvaged: %v, lost %v, differs in %v", err, lost, got.Changed(want))
	}
}
