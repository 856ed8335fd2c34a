package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"zhenjie/app/desktop/widgets"
	"zhenjie/app/workspace"
	"zhenjie/assets/words"
	"zhenjie/planning/check"
)

// matrix shows the plan under all rulebooks, side by side, once it is asked for.
type matrix struct {
	d       *Desk
	button  *widget.Button
	note    *widgets.Prose
	grid    *grid
	scroll  *container.Scroll
	state   workspace.State
	content fyne.CanvasObject
}

func newMatrix(d *Desk) *matrix {
	m := &matrix{d: d, note: widgets.NewProse(""), grid: newGrid(3.2)}
	m.button = widget.NewButton("", m.toggle)
	m.scroll = container.NewHScroll(m.grid.box)
	m.scroll.Hide()
	m.note.Hide()
	m.label()
	m.content = container.NewVBox(container.NewHBox(m.button), m.note, m.scroll)
	return m
}

func (m *matrix) toggle() {
	if !m.scroll.Visible() {
		m.scroll.Show()
		m.note.Show()
	} else {
		m.scroll.Hide()
		m.note.Hide()
	}
	m.label()
	m.show(m.state)
}

func (m *matrix) label() {
	id := words.ID("rulebooks.side_by_side")
	if m.scroll.Visible() {
		id = "rulebooks.alone"
	}
	m.button.SetText(m.d.say(id))
}

func (m *matrix) show(s workspace.State) {
	m.state = s
	if !m.scroll.Visible() {
		return
	}
	t := check.Matrix(s.Plan, s.Facts, s.Books.All())
	columns := []float32{4}
	cells := []fyne.CanvasObject{widgets.NewHint(m.d.say("rulebooks.topic"))}
	for _, c := range t.Books {
		columns = append(columns, 1.5)
		cells = append(cells, widgets.NewHint(c.Book.Title.In(m.d.Lang)))
	}
	for _, v := range check.Verdicts {
		cells = append(cells, widgets.NewProse(v.Title().In(m.d.Lang)))
		for _, c := range t.Books {
			cells = append(cells, counted(check.Count(c.Findings, v), v))
		}
	}
	for _, row := range t.Rows {
		cells = append(cells, widgets.NewProse(row.Title.In(m.d.Lang)))
		for _, f := range row.Cells {
			cells = append(cells, sign(f))
		}
	}
	m.grid.display(columns, cells)
	m.note.Set(m.standing(t))
}

// counted is a number of findings, in the colour of its verdict where there are
// any.
func counted(n int, v check.Verdict) fyne.CanvasObject {
	p := widgets.NewProse(label(float64(n)))
	if n > 0 {
		p.SetColour(verdicts[v].Colour())
	}
	return p
}

// sign is the verdict of a finding, a dot where there is none.
func sign(f *check.Finding) fyne.CanvasObject {
	if f == nil {
		return widgets.NewHint("·")
	}
	size := theme.IconInlineSize()
	return container.New(leftSquare(size), widget.NewIcon(verdicts[f.Verdict].Icon()))
}

// leftSquare puts the one icon in it at the left, in the size of a text.
type leftSquare float32

func (s leftSquare) Layout(objects []fyne.CanvasObject, _ fyne.Size) {
	objects[0].Move(fyne.Position{})
	objects[0].Resize(fyne.NewSquareSize(float32(s)))
}

func (s leftSquare) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSquareSize(float32(s)) }

// standing says which rulebooks are met in full.
func (m *matrix) standing(t check.Table) string {
	var met []words.Text
	for _, c := range t.Books {
		if check.Holds(c.Findings) {
			met = append(met, c.Book.Title)
		}
	}
	if len(met) == 0 {
		return m.d.say("rulebooks.none_met")
	}
	all := met[0]
	for _, title := range met[1:] {
		all = words.Say("check.list", "first", all, "next", title)
	}
	return m.d.say("rulebooks.met", "rulebooks", all)
}
