package page

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"zhenjie/app/desktop/widgets"
	"zhenjie/app/workspace"
	"zhenjie/assets/words"
)

// history is the page of all steps, the newest first.
type history struct {
	d          *Desk
	state      workspace.State
	undo, redo *widget.Button
	count      *widgets.Prose
	list       *widget.List
	content    fyne.CanvasObject
}

func newHistory(d *Desk) *history {
	p := &history{d: d, count: widgets.NewHint("")}
	p.undo = widget.NewButtonWithIcon(d.say("toolkit.undo"), theme.ContentUndoIcon(), d.Undo)
	p.redo = widget.NewButtonWithIcon(d.say("toolkit.redo"), theme.ContentRedoIcon(), d.Redo)
	p.list = widget.NewList(func() int { return len(p.state.Steps) }, newStepRow, p.fill)
	p.list.HideSeparators = true
	p.list.OnSelected = func(row widget.ListItemID) {
		p.list.UnselectAll() // what is marked is the step the plan stands at
		d.GoTo(p.step(row))
	}
	above := widgets.NewForm()
	above.Wide(container.NewHBox(p.undo, p.redo))
	above.Wide(p.count)
	p.content = container.NewPadded(container.NewBorder(above, nil, nil, nil, p.list))
	return p
}

func (*history) ID() string                   { return "history" }
func (*history) Title() words.ID              { return "page.history" }
func (*history) Icon() fyne.Resource          { return theme.HistoryIcon() }
func (*history) Wide() bool                   { return false }
func (p *history) Content() fyne.CanvasObject { return p.content }

// Show implements Page.
func (p *history) Show(s workspace.State) {
	moved := s.Current != p.state.Current
	p.state = s
	enable(p.undo, s.CanUndo())
	enable(p.redo, s.CanRedo())
	p.count.Set(p.d.say("history.count", "n", s.Current+1, "of", len(s.Steps)))
	if moved {
		p.list.ScrollTo(p.step(s.Current)) // refreshes too
		return
	}
	p.list.Refresh()
}

// step is the step of a row, and the row of a step.
func (p *history) step(row int) int { return len(p.state.Steps) - 1 - row }

// fill writes a step into a row.
func (p *history) fill(row widget.ListItemID, o fyne.CanvasObject) {
	i := p.step(row)
	if i < 0 || i >= len(p.state.Steps) {
		return
	}
	s := p.state.Steps[i]
	at := s.At.Local().Format("2006-01-02 15:04:05")
	o.(*stepRow).set(oneLine(s.Name.In(p.d.Lang)), p.d.say("history.step", "n", i+1, "at", at), i-p.state.Current)
}

// oneLine puts a blank in place of each break: the rows are all of one height.
func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

// stepRow is one step: what was done, and below it when.
type stepRow struct {
	widget.BaseWidget
	mark       *widget.Icon
	name, when *stepText
}

func newStepRow() fyne.CanvasObject {
	r := &stepRow{mark: widget.NewIcon(nil), name: newStepText(theme.SizeNameText), when: newStepText(theme.SizeNameCaptionText)}
	r.ExtendBaseWidget(r)
	return r
}

func standsHere() fyne.Resource { return theme.NewPrimaryThemedResource(theme.NavigateNextIcon()) }

// set writes the row; later is how many steps it is ahead of the one the plan
// stands at.
func (r *stepRow) set(name, when string, later int) {
	var mark fyne.Resource
	colour := theme.ColorNameForeground
	switch {
	case later == 0:
		mark = standsHere()
	case later > 0:
		colour = theme.ColorNamePlaceHolder
	}
	if r.mark.Resource != mark {
		r.mark.SetResource(mark)
	}
	r.name.set(name, colour, later == 0)
	r.when.set(when, theme.ColorNamePlaceHolder, false)
}

// CreateRenderer is for Fyne.
func (r *stepRow) CreateRenderer() fyne.WidgetRenderer {
	lines := container.New(lineBelow{}, r.name.text, r.when.text)
	return widget.NewSimpleRenderer(container.NewBorder(nil, nil, r.mark, nil, lines))
}

// stepText is one line, cut where it is too long.
type stepText struct {
	text    *widget.RichText
	segment *widget.TextSegment
}

func newStepText(size fyne.ThemeSizeName) *stepText {
	s := &widget.TextSegment{Style: widget.RichTextStyle{SizeName: size}}
	t := &stepText{widget.NewRichText(s), s}
	t.text.Truncation = fyne.TextTruncateEllipsis
	return t
}

func (t *stepText) set(text string, colour fyne.ThemeColorName, bold bool) {
	style := t.segment.Style
	style.ColorName, style.TextStyle.Bold = colour, bold
	if t.segment.Text != text || t.segment.Style != style {
		t.segment.Text, t.segment.Style = text, style
		t.text.Refresh()
	}
}

// lineBelow puts the second text close below the first: both have a padding of
// their own, and one between them is enough.
type lineBelow struct{}

func (lineBelow) overlap() float32 { return 2 * theme.InnerPadding() }

func (l lineBelow) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	first, second := objects[0], objects[1]
	h := first.MinSize().Height
	first.Resize(fyne.NewSize(size.Width, h))
	second.Move(fyne.NewPos(0, h-l.overlap()))
	second.Resize(fyne.NewSize(size.Width, second.MinSize().Height))
}

func (l lineBelow) MinSize(objects []fyne.CanvasObject) fyne.Size {
	a, b := objects[0].MinSize(), objects[1].MinSize()
	return fyne.NewSize(max(a.Width, b.Width), a.Height+b.Height-l.overlap())
}
