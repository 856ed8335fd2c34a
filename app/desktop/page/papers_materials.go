package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"zhenjie/app/desktop/widgets"
	"zhenjie/app/workspace"
	"zhenjie/assets/words"
	"zhenjie/planning"
	"zhenjie/planning/edit"
	"zhenjie/planning/papers"
)

// materials is the table of the papers of an application.
type materials struct {
	d      *Desk
	table  *table
	papers []papers.Paper // as shown
	states options[planning.MaterialState]
}

// The columns of the table of papers.
const (
	materialTitle = iota
	materialState
	materialDue
	materialFiles
	materialRemark
)

func newMaterials(d *Desk) *materials {
	t := &materials{d: d}
	for _, s := range []planning.MaterialState{planning.Missing, planning.Draft, planning.Final} {
		t.states = append(t.states, option[planning.MaterialState]{s, d.say(words.ID("material." + string(s)))})
	}
	t.table = newItems(d, t.columns(nil, nil))
	t.table.command = t.command
	t.table.sheet.Tint = t.tint
	return t
}

func (t *materials) columns(titles []words.Text, sums []string) []widgets.Column {
	d := t.d
	return []widgets.Column{
		materialTitle:  titleColumn(d, "papers.material", titles, 18),
		materialState:  choiceColumn(d, "papers.state", t.states.texts()),
		materialDue:    {Title: d.say("papers.due"), Width: columnFor(d.say("papers.due"), "2026-05-01")},
		materialFiles:  filesColumn(d, sums...),
		materialRemark: {Title: d.say("papers.remark"), AutoCommit: true},
	}
}

func (t *materials) show(s workspace.State, all []papers.Paper) {
	t.table.state, t.papers = s, all
	rows := make([][]string, len(all))
	titles, sums := make([]words.Text, len(rows)), make([]string, len(rows))
	for i, p := range all {
		titles[i], sums[i] = p.Item.Title, filesSum(p.Files)
		rows[i] = []string{
			materialTitle: p.Item.Title.In(t.d.Lang), materialState: t.states.text(p.Material.State, string(p.Material.State)),
			materialDue: p.Material.Due, materialFiles: sums[i], materialRemark: p.Material.Remark,
		}
	}
	t.table.setColumns(t.columns(titles, sums))
	t.table.show(rows, nil)
}

// tint shows dates that are near or past.
func (t *materials) tint(row, col int) fyne.ThemeColorName {
	if col != materialDue || row >= len(t.papers) {
		return ""
	}
	return urgent(t.papers[row].Due.Urgency)
}

// urgent is the colour of a date.
func urgent(u papers.Urgency) fyne.ThemeColorName {
	switch u {
	case papers.Overdue:
		return theme.ColorNameError
	case papers.DueSoon:
		return theme.ColorNameWarning
	default:
		return ""
	}
}

func (t *materials) command(row, col int, text string) (edit.Command, error) {
	item, to := t.papers[row].Item, t.papers[row].Material
	switch col {
	case materialState:
		to.State = t.states.value(text, planning.MaterialState(text))
	case materialDue:
		to.Due = isoDate(text)
	case materialRemark:
		to.Remark = text
	}
	return edit.SetMaterial{To: to, Title: item.Title}, nil
}

// owner is whose files those of a row are, and what the row is called.
func (t *materials) owner(row int) (planning.Owner, string) {
	if row < 0 || row >= len(t.papers) {
		return "", ""
	}
	return planning.OfMaterial(t.papers[row].Item.ID), t.papers[row].Item.Title.In(t.d.Lang)
}
