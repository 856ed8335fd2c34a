// Package form takes a plan out into a workbook in XLSX and back: all of it but
// geometry, attached files and the settings of the checks. An office fills the
// workbook in where typing is easiest; what comes back is compared with the plan
// field by field, and only what a person takes changes it.
//
// A workbook carries stable keys: in the first row, hidden, those of the sheet
// and of its columns, in the first column, hidden, those of the rows. So columns
// may be moved, rows sorted, put in and taken out, and the language may be
// another. Where the keys are gone the captions are looked for, in both
// languages.
package form

import (
	"zhenjie/assets/words"
	"zhenjie/planning/form/workbook"
)

const (
	// MaxText bounds the text of a cell, in characters, as the plan's fields do.
	MaxText = 20_000
	// MaxRows bounds the rows of a table.
	MaxRows = 10_000
	// MaxBytes bounds the file.
	MaxBytes = workbook.MaxBytes
)

// version is that of the workbook's keys.
const version = 1

// Form is what a workbook says. It is a value to be compared with a plan.
type Form struct {
	sheets   map[ID]*content
	choices  Choices
	Problems []Problem // cells that could not be read, in the order of the sheets
}

// content is what one sheet says.
type content struct {
	name    string // of the sheet in the workbook
	records []record
	// partial says that some of its rows could not be read, so that a row which
	// is not there may be one of those.
	partial bool
}

// record is one row of a sheet.
type record struct {
	row    int      // in the workbook, from 1
	mark   string   // the key it was written with; "" for a row put in since
	key    []string // of a row that is given
	values []any    // by field
	given  []bool   // the fields that could be read; the others stay what they are
	cells  []string // of the fields, such as D7
}

// Problem is a cell that could not be read. The plan keeps what it says there.
type Problem struct {
	Sheet string // as the workbook calls it
	Cell  string // such as D7; "" for the sheet as a whole
	What  words.Text
}

// Say is the problem with its place: 投资计划!D7：….
func (p Problem) Say() words.Text {
	if p.Cell == "" {
		return words.Say("form.at_sheet", "sheet", p.Sheet, "what", p.What)
	}
	return words.Say("form.at_cell", "sheet", p.Sheet, "cell", p.Cell, "what", p.What)
}
