package desktop

import (
	"os"
	"path/filepath"
	"testing"

	"zhenjie/app/cli"
	"zhenjie/app/workspace"
	"zhenjie/planning/rulebook"
)

// county is a copy of the default rulebook under another id.
func county() *rulebook.Rulebook {
	b := *rulebook.Default()
	b.ID = "county"
	return &b
}

func TestRulebooksDroppedIntoTheFolderAreSeen(t *testing.T) {
	h := opened(t, cli.Opening{Sample: true})
	h.settleProject()
	folder := workspace.BookFolder()
	if err := os.MkdirAll(folder, 0o777); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(folder, "dropped.yaml")
	if err := os.WriteFile(path, rulebook.Format(county()), 0o666); err != nil {
		t.Fatal(err)
	}
	h.project.showPageOf("rulebooks")
	if !h.ws.State().Books.Own("county") {
		t.Error("the rulebook dropped is not there")
	}
	h.project.showPageOf("history")
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	h.project.showPageOf("checks")
	if h.ws.State().Books.Own("county") {
		t.Error("the rulebook taken away is still there")
	}
}

func TestAnOwnRulebookIsSavedAndDeletedAfterAsking(t *testing.T) {
	h := opened(t, cli.Opening{Sample: true})
	h.settleProject()
	steps := len(h.ws.State().Steps)
	b := county()
	if err := h.project.saveBook(b); err != nil {
		t.Fatal(err)
	}
	b.Rules = b.Rules[:3]
	if err := h.project.saveBook(b); err != nil {
		t.Fatal(err)
	}
	s := h.ws.State()
	if got, _ := s.Books.Find("county"); !s.Books.Own("county") || len(got.Rules) != 3 || len(s.Steps) != steps {
		t.Errorf("own: %v, %d steps, want %d", s.Books.Own("county"), len(s.Steps), steps)
	}
	h.project.removeBook(b)
	if !h.ws.State().Books.Own("county") {
		t.Error("the rulebook went without asking")
	}
	h.asked.(interface{ Confirm() }).Confirm()
	if h.ws.State().Books.Own("county") {
		t.Error("the rulebook is still there")
	}
}
