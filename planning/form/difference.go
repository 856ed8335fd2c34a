package form

import "zhenjie/assets/words"

// Kind says what a difference does.
type Kind int

// The kinds of differences.
const (
	Changed Kind = iota // a field of a row that is there
	Added               // a row
	Removed
)

// Difference is one thing that the form says otherwise than the plan.
type Difference struct {
	Sheet ID
	Kind  Kind
	Where words.Text // the row by its name; says nothing on the sheet of the town
	Field words.Text // says nothing for a whole row
	Old   words.Text // says nothing for an empty field
	New   words.Text
	Cell  string // where the form says so: 投资计划!D7; "" for a row that is gone

	old   int      // the row in the plan, −1 for one that is not there yet
	key   []string // of a row that is asked
	field int
	value any    // of the field
	row   any    // that is added
	name  string // the text that the row goes by in the plan, or in the form when it is added
	after int    // the row of the plan behind which it is added, −1 for the front
}

// Key is the field that differs, "" for a whole row.
func (d Difference) Key() string {
	if d.Kind != Changed {
		return ""
	}
	return sheetOf(d.Sheet).fields[d.field].key
}

// What is the field that differs or, of a whole row, what became of it.
func (d Difference) What() words.Text {
	switch d.Kind {
	case Added:
		return words.Say("form.added")
	case Removed:
		return words.Say("form.removed")
	}
	return d.Field
}

// Change is the old value and the new one in a line.
func (d Difference) Change() words.Text {
	switch d.Kind {
	case Added:
		return d.New
	case Removed:
		return d.Old
	}
	return words.Say("form.change", "old", orEmpty(d.Old), "new", orEmpty(d.New))
}

func orEmpty(t words.Text) words.Text {
	if t.In(words.Zh) == "" {
		return words.Say("form.empty")
	}
	return t
}

// Name is the text that the row goes by in the plan or, when it is added, in the
// form; "" for rows that go by something else.
func (d Difference) Name() string { return d.name }

// Procedure is the id of the procedure that the form chooses; ok is false for
// any other difference.
func (d Difference) Procedure() (id string, ok bool) {
	if d.Sheet != Town || d.Key() != "procedure" {
		return "", false
	}
	return d.value.(string), true
}
