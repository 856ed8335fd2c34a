package workspace

import (
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"zhenjie/planning"
	"zhenjie/planning/edit"
	"zhenjie/planning/rulebook"
)

// own is a copy of a rulebook of the program under another id.
func own(t *testing.T, id string) *rulebook.Rulebook {
	t.Helper()
	b := *rulebook.Default()
	b.ID = id
	return &b
}

func TestOwnRulebooksAreSavedChangedAndRemoved(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "not", "there", "yet")
	var books Books
	id := books.FreeID("guide-2017")
	if id != "guide-2017-own" || books.Own("guide-2017") {
		t.Fatalf("a copy gets the id %q, and the program's own is the user's: %v", id, books.Own("guide-2017"))
	}
	book := own(t, id)
	if err := books.SaveBook(folder, book); err != nil {
		t.Fatal(err)
	}
	books, faults := LoadBooks(folder)
	got, ok := books.Find(id)
	if len(faults) > 0 || !ok || !reflect.DeepEqual(got, book) || !books.Own(id) {
		t.Fatalf("read %+v, %v, want what was saved", got, faults)
	}
	before := FolderState(folder)
	changed := *book
	changed.Rules = changed.Rules[:2]
	if err := books.SaveBook(folder, &changed); err != nil {
		t.Fatal(err)
	}
	if FolderState(folder) == before {
		t.Error("a changed file leaves the folder as it was")
	}
	books, _ = LoadBooks(folder)
	if got, _ := books.Find(id); len(got.Rules) != 2 {
		t.Errorf("%d rules, want 2", len(got.Rules))
	}
	if entries, _ := os.ReadDir(folder); len(entries) != 1 {
		t.Errorf("%d files, want one", len(entries))
	}
	if next := books.FreeID("guide-2017"); next != "guide-2017-own-2" {
		t.Errorf("the next copy gets the id %s", next)
	}
	if err := books.RemoveBook(id); err != nil {
		t.Fatal(err)
	}
	if books, _ = LoadBooks(folder); books.Own(id) {
		t.Error("the rulebook is still there")
	}
	if err := books.RemoveBook("guide-2017"); err != nil {
		t.Errorf("removing one of the program: %v", err)
	}
}

// A file that cannot be read is not written over by a new rulebook of its name.
func TestANewRulebookReplacesNoFile(t *testing.T) {
	folder := t.TempDir()
	bad := write(t, filepath.Join(folder, "county.yaml"), "id: broken\n")
	if err := (Books{}).SaveBook(folder, own(t, "county")); err != nil {
		t.Fatal(err)
	}
	if text, _ := os.ReadFile(bad); string(text) != "id: broken\n" {
		t.Errorf("the file became %q", text)
	}
	if books, _ := LoadBooks(folder); !books.Own("county") {
		t.Error("the new rulebook is not there")
	}
}

func TestWhatCannotBeReadIsNotSaved(t *testing.T) {
	folder := t.TempDir()
	b := own(t, "county")
	b.Rules = nil
	if err := (Books{}).SaveBook(folder, b); kind(err) != "rulebook.no_rules" {
		t.Errorf("saved with %v", err)
	}
	if err := (Books{}).SaveBook("", own(t, "county")); kind(err) != "rulebook.no_folder" {
		t.Errorf("saved with %v", err)
	}
	if entries, _ := os.ReadDir(folder); len(entries) != 0 {
		t.Errorf("%d files", len(entries))
	}
}

func TestFindingsFollowOtherRulebooks(t *testing.T) {
	w, err := Create(filepath.Join(t.TempDir(), "x.gpkg"), edit.SwapBoundary{}.Name(), planning.Plan{}, Books{})
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	if err := w.Do(edit.SetRulebook{ID: "county"}); err != nil {
		t.Fatal(err)
	}
	if w.State().BookMissing != "county" {
		t.Fatalf("missing %q", w.State().BookMissing)
	}
	b := own(t, "county")
	b.Rules = b.Rules[:3]
	w.SetBooks(Books{}.With(b))
	s := w.State()
	if s.BookMissing != "" || len(s.Findings) != 3 || s.Book != b {
		t.Errorf("missing %q, %d findings", s.BookMissing, len(s.Findings))
	}
	if err := w.Do(edit.SetSigma{Metres: 1}); err != nil || len(w.State().Findings) != 3 {
		t.Errorf("after a step: %v, %d findings", err, len(w.State().Findings))
	}
}
