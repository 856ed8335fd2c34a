package form

import (
	"testing"

	"zhenjie/assets/words"
	"zhenjie/planning"
	"zhenjie/planning/rulebook"
)

// TestEverythingHasAName looks for the captions, notes, hints and choices whose
// ids are put together.
func TestEverythingHasAName(t *testing.T) {
	known := func(id words.ID) {
		t.Helper()
		if !words.Known(id) {
			t.Errorf("there are no words for %s", id)
		}
	}
	for _, s := range sheets {
		known(s.id.Title().ID)
		known(s.note().ID)
		keys := map[string]bool{}
		for i := range s.fields {
			f := &s.fields[i]
			known(s.caption(f).ID)
			if s.layout == oneRow {
				known("form.hint." + words.ID(f.key))
			}
			if keys[f.key] {
				t.Errorf("%s has two fields %s", s.id, f.key)
			}
			keys[f.key] = true
			k, ok := f.kind.(choiceKind)
			if !ok {
				continue
			}
			for _, o := range k.options(Choices{}) {
				known(o.Title.ID)
			}
		}
	}
	for _, u := range rulebook.IndicatorUnits {
		known("form.unit." + words.ID(u))
	}
	for _, b := range rulebook.Builtin() {
		c := ChoicesOf(b, nil)
		if len(c.Industries) == 0 || len(c.Procedures) == 0 || len(c.Materials) == 0 {
			t.Errorf("%s offers %+v", b.ID, c)
		}
	}
	if len(projectKinds(Choices{})) != len(planning.ProjectKinds) {
		t.Error("kinds of projects are missing")
	}
}
