package workspace

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/planning"
	"zhenjie/planning/rulebook"
)

const rule = "rules:\n  - {id: only, measure: extent.area, limit: {min: 1, unit: km2}}\n"

func write(t *testing.T, path, text string) string {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
	return path
}

func ids(b Books) []string {
	var out []string
	for _, book := range b.All() {
		out = append(out, book.ID)
	}
	return out
}

func builtinIDs() []string { return ids(Books{}) }

func TestBooksOfAFolder(t *testing.T) {
	folder := t.TempDir()
	write(t, filepath.Join(folder, "a-good.yaml"), "id: county\n"+rule)
	write(t, filepath.Join(folder, "b-bad.YML"), "id: bad\nrules: []\n")
	write(t, filepath.Join(folder, "c-own.yml"), "id: zhejiang-2015\n"+rule)
	write(t, filepath.Join(folder, "notes.txt"), "not a rulebook")
	if err := os.Mkdir(filepath.Join(folder, "folder.yaml"), 0o777); err != nil {
		t.Fatal(err)
	}
	books, faults := LoadBooks(folder)
	if want := append(builtinIDs(), "county"); !slices.Equal(ids(books), want) {
		t.Errorf("rulebooks %v, want %v", ids(books), want)
	}
	var bad *geo.InputError
	if len(faults) != 1 || !errors.As(faults[0], &bad) || bad.Kind != "rulebook.no_rules" || filepath.Base(bad.File) != "b-bad.YML" {
		t.Errorf("faults %v, want one of b-bad.YML", faults)
	}
	own, ok := books.Find("zhejiang-2015")
	if !ok || len(own.Rules) != 1 || own.Rules[0].ID != "only" {
		t.Errorf("the rulebook of the folder does not stand in for the program's: %+v", own)
	}
	if ours, _ := (Books{}).Find("zhejiang-2015"); len(ours.Rules) < 2 {
		t.Error("the program's own rulebook was changed")
	}
}

func TestTheSecondFileOfAnIDIsPassedOver(t *testing.T) {
	folder := t.TempDir()
	write(t, filepath.Join(folder, "a.yaml"), "id: county\n"+rule)
	write(t, filepath.Join(folder, "b.yaml"), "id: county\n"+strings.ReplaceAll(rule, "only", "other"))
	books, faults := LoadBooks(folder)
	if book, ok := books.Find("county"); !ok || book.Rules[0].ID != "only" {
		t.Errorf("the rulebook is not that of the first file: %+v", book)
	}
	var bad *geo.InputError
	if len(faults) != 1 || !errors.As(faults[0], &bad) || bad.Kind != "rulebook.same_id" || filepath.Base(bad.File) != "b.yaml" {
		t.Errorf("faults %v, want one of b.yaml", faults)
	}
}

func TestAFolderCanReplaceTheDefault(t *testing.T) {
	folder := t.TempDir()
	write(t, filepath.Join(folder, "own.yaml"), "id: guide-2017\n"+rule)
	books, faults := LoadBooks(folder)
	if len(faults) != 0 {
		t.Fatal(faults)
	}
	for _, chosen := range []string{"", "guide-2017", "not here"} {
		p := planning.Plan{Settings: planning.Settings{Rulebook: chosen}}
		v := Look(p, books, View{})
		if len(v.Findings) != 1 || v.Findings[0].Rule != "only" {
			t.Errorf("rulebook %q: %d findings, want the one of the folder's default", chosen, len(v.Findings))
		}
		if missing := chosen == "not here"; (v.BookMissing != "") != missing {
			t.Errorf("rulebook %q: missing %q", chosen, v.BookMissing)
		}
	}
}

func TestFoldersThatAreNotThere(t *testing.T) {
	for _, folder := range []string{"", filepath.Join(t.TempDir(), "none")} {
		if books, faults := LoadBooks(folder); len(faults) != 0 || !slices.Equal(ids(books), builtinIDs()) {
			t.Errorf("folder %q: %v, %v", folder, ids(books), faults)
		}
	}
	file := write(t, filepath.Join(t.TempDir(), "file"), "")
	if books, faults := LoadBooks(file); len(faults) != 1 || !slices.Equal(ids(books), builtinIDs()) {
		t.Errorf("a file for a folder: %v, %v; want one fault", ids(books), faults)
	}
}

func TestBookFolderIsTheUsersOwn(t *testing.T) {
	base, err := os.UserConfigDir()
	if err != nil {
		t.Skip("this system has no place for settings:", err)
	}
	if got, want := BookFolder(), filepath.Join(base, "zhenjie", "rulebooks"); got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

func TestChoose(t *testing.T) {
	folder := t.TempDir()
	good := write(t, filepath.Join(folder, "county.yaml"), "id: county\n"+rule)
	bad := write(t, filepath.Join(folder, "bad.yaml"), "id: county\n")
	huge := write(t, filepath.Join(folder, "huge.yaml"), "id: county\n"+rule+strings.Repeat("#", rulebook.MaxBytes))
	for _, c := range []struct{ asked, id string }{
		{"", "guide-2017"}, {"guide-2017", "guide-2017"}, {"zhejiang-2015", "zhejiang-2015"}, {good, "county"},
	} {
		books, book, err := Books{}.Choose(c.asked)
		if err != nil || book.ID != c.id {
			t.Errorf("Choose(%q) = %v, %v; want %s", c.asked, book, err, c.id)
			continue
		}
		if found, ok := books.Find(c.id); !ok || found != book {
			t.Errorf("Choose(%q): the rulebook is not among those it returns", c.asked)
		}
	}
	for asked, want := range map[string]words.ID{
		"county": "rulebook.unknown", "GUIDE-2017": "rulebook.unknown", folder: "rulebook.unknown",
		bad: "rulebook.no_rules", huge: "rulebook.too_large", filepath.Join(folder, "none.yaml"): "file.missing",
	} {
		books, book, err := Books{}.Choose(asked)
		if kind(err) != want || book != nil || !slices.Equal(ids(books), builtinIDs()) {
			t.Errorf("Choose(%q) = %v, %v, %v; want %s", asked, ids(books), book, err, want)
		}
	}
	_, _, err := Books{}.Choose("county")
	if !strings.Contains(err.Error(), "guide-2017, hubei-2017, ") {
		t.Errorf("%v names not what there is", err)
	}
}
