package storage

import (
	"bytes"
	"errors"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/planning"
)

func TestOtherFilesAreRefusedByName(t *testing.T) {
	folder := t.TempDir()
	write := func(name string, b []byte) string {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, b, 0o666); err != nil {
			t.Fatal(err)
		}
		return path
	}
	database := func(name string, statements ...string) string {
		path := write(name, nil)
		outside(t, path, statements...)
		return path
	}
	newer := closed(t, samplePlan(4))
	outside(t, newer, `UPDATE zhenjie_meta SET value = value + 1 WHERE key = 'schema_version'`)
	for path, want := range map[string]struct {
		kind    string
		project bool
	}{
		filepath.Join(folder, "none.gpkg"): {"file.missing", false},
		folder:                             {"file.directory", false},
		write("a.geojson", []byte(`{"type":"FeatureCollection"}`)):  {"storage.not_project", false},
		write("empty.gpkg", nil):                                    {"storage.empty", false},
		database("other.db", `CREATE TABLE t (x)`):                  {"storage.not_geopackage", false},
		database("qgis.gpkg", `PRAGMA application_id = 0x47504B47`): {"storage.foreign_geopackage", false},
		newer: {"storage.newer", true},
		write("text.gpkg", bytes.Repeat([]byte("SQLite format? "), 9)): {"storage.not_project", false},
	} {
		_, err := Open(path)
		if kindOf(err) != want.kind {
			t.Errorf("%s: opening says %v, want %s", filepath.Base(path), err, want.kind)
		}
		var bad *geo.InputError
		if errors.As(err, &bad) && bad.File != path {
			t.Errorf("%s: the error names the file %q", path, bad.File)
		}
		if _, err := Read(path); kindOf(err) != want.kind {
			t.Errorf("%s: reading says %v", filepath.Base(path), err)
		}
		if got := IsProject(path); got != want.project {
			t.Errorf("%s: IsProject = %v", filepath.Base(path), got)
		}
		foreign := want.kind == "storage.foreign_geopackage" || want.kind == "storage.not_geopackage"
		if got := IsForeign(path); got != foreign {
			t.Errorf("%s: IsForeign = %v", filepath.Base(path), got)
		}
	}
}

func TestCreateReplacesNothing(t *testing.T) {
	path := filepath.Join(t.TempDir(), "p.gpkg")
	if err := os.WriteFile(path, []byte("mine"), 0o666); err != nil {
		t.Fatal(err)
	}
	if _, err := Create(path, made(), samplePlan(3)); kindOf(err) != "storage.exists" {
		t.Errorf("Create says %v", err)
	}
	if b, err := os.ReadFile(path); string(b) != "mine" {
		t.Errorf("the file holds %q, %v", b, err)
	}
	only(t, path)
}

// only checks that a file has nothing beside it.
func only(t *testing.T, path string) {
	t.Helper()
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil || len(entries) != 1 {
		t.Errorf("beside each other lie %v, %v", entries, err)
	}
}

func TestWhatCannotBeSavedIsRefused(t *testing.T) {
	f := project(t, samplePlan(5))
	before := f.Plan()
	for name, spoil := range map[string]func(p *planning.Plan){
		"text in GBK":  func(p *planning.Plan) { p.Identity.Place = "\xd5\xe3\xbd\xad" },
		"not a number": func(p *planning.Plan) { p.Claims.Extent = geo.Unknown },
		"infinite":     func(p *planning.Plan) { p.Settings.VertexSigma = math.Inf(1) },
	} {
		next := moved(before, 1)
		spoil(&next)
		if err := f.Commit(step(1), next); kindOf(err) != "storage.unstorable" {
			t.Errorf("%s: Commit says %v", name, err)
		}
		if _, err := Create(f.Path()+".new", made(), next); kindOf(err) != "storage.unstorable" {
			t.Errorf("%s: Create says %v", name, err)
		}
		if !f.Plan().Equal(before) || len(f.Steps()) != 1 || f.Current() != 0 {
			t.Errorf("%s: the project did not stand still", name)
		}
	}
	deep := words.Raw("x")
	for range 20 {
		deep = words.Say("input.at", "what", deep)
	}
	for name, s := range map[string]Step{
		"long name":  {Name: words.Raw(strings.Repeat("长", 30_000))},
		"deep name":  {Name: deep},
		"year 10000": {At: time.Date(10_000, 1, 1, 0, 0, 0, 0, time.UTC)},
	} {
		if err := f.Commit(s, moved(before, 1)); kindOf(err) != "storage.unstorable_step" {
			t.Errorf("%s: Commit says %v", name, err)
		}
	}
	commit(t, f, 1, moved(before, 2))
	if f = reopen(t, f); !f.Plan().Equal(moved(before, 2)) {
		t.Error("the step after the refused ones was not saved")
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	only(t, f.Path())
}

func TestAFullDiskLosesNothing(t *testing.T) {
	f := project(t, samplePlan(100))
	before := f.Plan()
	pages, err := texts(f.db, `PRAGMA page_count`)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := texts(f.db, `PRAGMA max_page_count = `+pages[0]); err != nil {
		t.Fatal(err)
	}
	if err := f.Commit(step(1), samplePlan(20_000)); kindOf(err) != "storage.disk_full" {
		t.Errorf("Commit says %v", err)
	}
	if !f.Plan().Equal(before) || len(f.Steps()) != 1 {
		t.Error("the project did not stand still")
	}
	if _, err := texts(f.db, `PRAGMA max_page_count = 1000000`); err != nil {
		t.Fatal(err)
	}
	commit(t, f, 1, samplePlan(20_000))
	if f = reopen(t, f); !f.Plan().Equal(samplePlan(20_000)) || len(f.Notices()) != 0 {
		t.Error("the step after the refused one was not saved")
	}
}

func TestCopyToKeepsTheHistory(t *testing.T) {
	f := project(t, samplePlan(30))
	commit(t, f, 1, moved(f.Plan(), 1))
	path := filepath.Join(t.TempDir(), "副本.gpkg")
	if err := os.WriteFile(path, []byte("old"), 0o666); err != nil {
		t.Fatal(err)
	}
	if err := f.CopyTo(path); err != nil {
		t.Fatal(err)
	}
	only(t, path)
	copied := mustOpen(t, path)
	if !copied.Plan().Equal(f.Plan()) || len(copied.Steps()) != 2 || len(copied.Notices()) != 0 {
		t.Errorf("%d steps, notices %v", len(copied.Steps()), copied.Notices())
	}
	if err := f.CopyTo(f.Path()); kindOf(err) != "storage.onto_itself" {
		t.Errorf("copying onto itself says %v", err)
	}
	if _, err := f.PlanAt(7); kindOf(err) != "storage.no_step" {
		t.Errorf("a step that is not there: %v", err)
	}
}
