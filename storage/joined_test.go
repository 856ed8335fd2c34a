package storage

import (
	"compress/gzip"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"zhenjie/planning"
)

// unpacked is a file of testdata, as a program of old wrote it.
func unpacked(t *testing.T, name string) (path string) {
	t.Helper()
	packed, err := os.Open(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	defer packed.Close()
	unpacked, err := gzip.NewReader(packed)
	if err != nil {
		t.Fatal(err)
	}
	data, err := io.ReadAll(unpacked)
	if err != nil {
		t.Fatal(err)
	}
	path = filepath.Join(t.TempDir(), "old.gpkg")
	if err := os.WriteFile(path, data, 0o666); err != nil {
		t.Fatal(err)
	}
	return path
}

// oldFile is testdata/v1.gpkg.gz: the sample plan and a step more, as the
// program of version 1 wrote it before plans had sides. The plan is that of its
// second step.
func oldFile(t *testing.T) (path string, p planning.Plan) {
	t.Helper()
	path = unpacked(t, "v1.gpkg.gz")
	p = samplePlan(20)
	p.Sides, p.Sites, p.Guide = planning.Sides{}, planning.List[planning.Site]{}, planning.List[planning.GuideAnswer]{}
	p.Indicators, p.Attachments = planning.List[planning.Indicator]{}, planning.List[planning.Attachment]{}
	p.Procedure = planning.Procedure{}
	p.Positioning.Competitors, p.Positioning.Teams = planning.List[planning.Competitor]{}, planning.List[planning.Team]{}
	p.Projects = planning.ListOf(planning.Project{Name: "数据中心", Leading: true}) // a row of the schedule was one
	row := p.Schedule.Rows.At(0)
	row.Quarters = [planning.MaxYears][planning.Quarters]planning.Money{}
	p.Schedule.Rows = planning.ListOf(row)
	return path, moved(p, 1)
}

// TestPartsAreThoseOfTheVersion fails for a part that joined plans without a new
// version of the file: an older program would open such a file and drop the
// part, unseen.
func TestPartsAreThoseOfTheVersion(t *testing.T) {
	first := []planning.Part{
		planning.PartIdentity, planning.PartExtent, planning.PartCore, planning.PartClaims, planning.PartPositioning,
		planning.PartInvestors, planning.PartSchedule, planning.PartEligibility, planning.PartMaterials, planning.PartSettings,
	}
	want := slices.Concat(first, slices.Collect(maps.Keys(joined)))
	got := slices.Clone(planning.Parts)
	slices.Sort(want)
	slices.Sort(got)
	if !slices.Equal(got, want) {
		t.Errorf("plans have the parts %v, the versions of the file %v", got, want)
	}
	for part, version := range joined {
		if version < 2 || version > latest.version() {
			t.Errorf("%s is kept since version %d; the file is of version %d", part, version, latest.version())
		}
	}
}

func TestAnOlderFileIsReadAsItIs(t *testing.T) {
	path, want := oldFile(t)
	before, _ := os.ReadFile(path)
	if got, err := Read(path); err != nil || !got.Equal(want) {
		t.Errorf("read: %v, differs in %v", err, got.Changed(want))
	}
	if after, err := os.ReadFile(path); err != nil || !slices.Equal(before, after) {
		t.Errorf("reading changed the file, %v", err)
	}
	only(t, path)
}

func TestAnOlderFileIsBroughtUpToDate(t *testing.T) {
	path, want := oldFile(t)
	f := mustOpen(t, path)
	if ns := f.Notices(); !f.Plan().Equal(want) || len(ns) != 1 || ns[0].ID != "storage.migrated" || ns[0].Args[0].Value != "old.v1-backup.gpkg" {
		t.Errorf("opened with notices %v, differs in %v", ns, f.Plan().Changed(want))
	}
	next := want
	next.Sides = samplePlan(4).Sides
	commit(t, f, 2, next)
	f = reopen(t, f)
	if !f.Plan().Equal(next) || len(f.Notices()) != 0 {
		t.Errorf("with sides: notices %v, differs in %v", f.Notices(), f.Plan().Changed(next))
	}
	if err := f.MoveTo(1); err != nil || !f.Plan().Equal(want) {
		t.Errorf("back before the sides: %v, differs in %v", err, f.Plan().Changed(want))
	}
	if version, err := schemaVersion(f.db); err != nil || version != latest.version() {
		t.Errorf("the file says version %d, %v", version, err)
	}
	backup := filepath.Join(filepath.Dir(path), "old.v1-backup.gpkg")
	if got, err := Read(backup); err != nil || !got.Equal(want) {
		t.Errorf("the backup: %v, differs in %v", err, got.Changed(want))
	}
}

// TestTheProjectsOfVersion2 reads testdata/v2.gpkg.gz, which the program of
// version 2 wrote: there each row of the schedule was a project, of which several
// may have one name, and some none.
func TestTheProjectsOfVersion2(t *testing.T) {
	path := unpacked(t, "v2.gpkg.gz")
	first := planning.ListOf(planning.Project{Name: "数据中心", Leading: true})
	second := first.Append(planning.Project{Name: "广场"})
	if p, err := Read(path); err != nil || !p.Projects.Equal(second) {
		t.Errorf("read: %v, %v", p.Projects, err)
	}
	if p, lost, err := Salvage(path); err != nil || !p.Projects.Equal(second) || len(lost) > 0 {
		t.Errorf("salvaged: %v, lost %v, %v", p.Projects, lost, err)
	}
	f := mustOpen(t, path)
	p := f.Plan()
	if !p.Projects.Equal(second) || p.Schedule.Rows.Len() != 4 || p.Schedule.Total() != 21 || p.Sides.Neighbours.Len() != 1 {
		t.Errorf("opened: %v, %v", p.Projects, p.Schedule)
	}
	if err := f.MoveTo(0); err != nil || !f.Plan().Projects.Equal(first) {
		t.Errorf("a step back: %v, %v", f.Plan().Projects, err)
	}
}

func TestWhatWasNeverThereIsNotLost(t *testing.T) {
	path, want := oldFile(t)
	outside(t, path, `UPDATE zhenjie_change SET value = '{}' WHERE part = 'claims'`)
	want.Claims = planning.Claims{}
	got, lost, err := Salvage(path)
	if err != nil || !got.Equal(want) || !slices.Equal(lost, []planning.Part{planning.PartClaims}) {
		t.Errorf("salvaged: %v, lost %v, differs in %v", err, lost, got.Changed(want))
	}
}

func TestSidesThatAreGoneAreLost(t *testing.T) {
	for name, statement := range map[string]string{
		"damaged": `UPDATE zhenjie_change SET value = '{}' WHERE part = 'sides'`,
		"gone":    `DELETE FROM zhenjie_change WHERE part = 'sides'`,
	} {
		want := samplePlan(20)
		path := closed(t, want)
		outside(t, path, statement)
		if _, err := Open(path); !Damaged(err) {
			t.Errorf("%s: opening says %v", name, err)
		}
		want.Sides = planning.Sides{}
		got, lost, err := Salvage(path)
		if err != nil || !got.Equal(want) || !slices.Equal(lost, []planning.Part{planning.PartSides}) {
			t.Errorf("%s: salvaged: %v, lost %v, differs in %v", name, err, lost, got.Changed(want))
		}
	}
}
