package page

import (
	"zhenjie/planning/edit"
)

// paste puts a block of cells in, with the first at a place, as one step. Rows
// beyond the last are added; columns beyond the last, and those in which
// nothing is entered, are passed over. A cell that cannot be used keeps its
// text, with the reason, and the others are taken.
func (l *ledger[T]) paste(row, col int, cells [][]string) {
	plan := l.table.state.Plan
	items := l.list(plan)
	var commands []edit.Command
	faults, blank := map[place]refusal{}, l.blanks(plan)
	for i, texts := range cells {
		at := row + i
		var v T
		command := l.set
		if at < items.Len() {
			v = items.At(at)
		} else {
			v, command = blank(), l.added
		}
		for j, text := range texts {
			if col+j >= len(l.fields) || l.fields[col+j].put == nil {
				continue
			}
			if err := l.fields[col+j].put(&v, text); err != nil {
				faults[place{at, col + j}] = refusal{text: text, why: l.d.explain(err)}
			}
		}
		commands = append(commands, command(at, v))
	}
	if err := l.d.Do(edit.Together{Commands: commands, Step: l.pasting(len(cells))}); err != nil {
		l.failed(err)
		return
	}
	l.table.refuse(faults)
}
