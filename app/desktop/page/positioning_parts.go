package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"zhenjie/app/desktop/look"
	"zhenjie/app/desktop/widgets"
	"zhenjie/assets/words"
	"zhenjie/planning/edit"
)

// picker is a choice in a form. Where the command of another option cannot be
// done, it goes back, and says why below.
type picker struct {
	choice *widgets.Choice
	row    *widgets.Row
	id     string // as the plan has it
}

func newPicker(d *Desk, f *widgets.Form, caption words.ID, command func(id string) edit.Command) *picker {
	p := &picker{choice: widgets.NewChoice()}
	p.row = f.Row(d.say(caption), "", p.choice)
	p.choice.OnCommit = func(id string) {
		if err := d.Do(command(id)); err != nil {
			p.choice.Set(p.id)
			p.row.SetHint(d.explain(err))
		}
	}
	return p
}

func (p *picker) show(options []widgets.Option, id, hint string) {
	p.id = id
	p.choice.SetOptions(options)
	p.choice.Set(id)
	p.row.SetHint(hint)
}

// newRemark makes a remark on a field, hidden until there is something to say.
func newRemark() *widgets.Prose {
	remark := widgets.NewHint("")
	remark.SetColour(look.ColorBorderline)
	remark.Hide()
	return remark
}

func setRemark(remark *widgets.Prose, text string) {
	remark.Set(text)
	if text == "" {
		remark.Hide()
	} else {
		remark.Show()
	}
}

// stacked puts a field and what is said of it below one another, without the gap
// that boxes leave.
type stacked struct{}

func (stacked) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	y := float32(0)
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		inset := float32(0)
		if _, said := o.(*widgets.Prose); said {
			inset = theme.InnerPadding()
		}
		o.Resize(fyne.NewSize(size.Width-inset, o.MinSize().Height)) // what wraps knows its height once it has a width
		o.Resize(fyne.NewSize(size.Width-inset, o.MinSize().Height))
		o.Move(fyne.NewPos(inset, y))
		y += o.Size().Height
	}
}

func (stacked) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var least fyne.Size
	for _, o := range objects {
		if o.Visible() {
			least.Width = max(least.Width, o.MinSize().Width)
			least.Height += o.MinSize().Height
		}
	}
	return least
}
