package storage

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// Made-up later versions: one adds a table, the next fills it.
var later = append(slices.Clone(latest),
	func(w *writer) { w.exec(`CREATE TABLE zhenjie_note (id INTEGER PRIMARY KEY NOT NULL, note TEXT)`) },
	func(w *writer) { w.exec(`INSERT INTO zhenjie_note (note) VALUES ('三')`) },
)

func TestOlderProjectsAreMigratedOnACopy(t *testing.T) {
	p := samplePlan(20)
	path := closed(t, p)
	f, err := open(path, later)
	if err != nil {
		t.Fatal(err)
	}
	notes, err := texts(f.db, `SELECT note FROM zhenjie_note`)
	if err != nil || len(notes) != 1 || !f.Plan().Equal(p) {
		t.Errorf("notes %v, %v; the plan differs in %v", notes, err, f.Plan().Changed(p))
	}
	if ns := f.Notices(); len(ns) != 1 || ns[0].ID != "storage.migrated" || ns[0].Args[0].Value != "小镇 50%?#.v3-backup.gpkg" {
		t.Errorf("notices %v", ns)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	if f, err = open(path, later); err != nil || len(f.Notices()) != 0 {
		t.Fatalf("opened again: %v, notices %v", err, f.Notices())
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(path); kindOf(err) != "storage.newer" {
		t.Errorf("the program of today says %v", err)
	}
	backup := mustOpen(t, filepath.Join(filepath.Dir(path), "小镇 50%?#.v3-backup.gpkg"))
	if !backup.Plan().Equal(p) {
		t.Errorf("the backup differs in %v", backup.Plan().Changed(p))
	}
}

func TestAFailedMigrationLeavesTheProject(t *testing.T) {
	p := samplePlan(20)
	path := closed(t, p)
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	last := len(later) - 1
	failing := append(slices.Clone(later[:last]), func(w *writer) { later[last](w); w.err = errors.New("on purpose") })
	if _, err := open(path, failing); err == nil {
		t.Fatal("a failing migration succeeded")
	}
	f := mustOpen(t, path)
	if !f.Plan().Equal(p) {
		t.Errorf("the plan differs in %v", f.Plan().Changed(p))
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	after, err := os.ReadFile(path)
	if err != nil || len(after) != len(before) {
		t.Errorf("%d bytes became %d, %v", len(before), len(after), err)
	}
	if temps, _ := filepath.Glob(filepath.Join(filepath.Dir(path), ".*.tmp*")); len(temps) > 0 {
		t.Errorf("left over: %v", temps)
	}
}

func TestBackupsTakeFreeNames(t *testing.T) {
	path := closed(t, samplePlan(5))
	if err := os.WriteFile(filepath.Join(filepath.Dir(path), "小镇 50%?#.v3-backup.gpkg"), nil, 0o666); err != nil {
		t.Fatal(err)
	}
	f, err := open(path, later)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if got := f.Notices()[0].Args[0].Value; got != "小镇 50%?#.v3-backup-2.gpkg" {
		t.Errorf("the backup is called %v", got)
	}
}
