package desktop

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// rail is the list of pages at the window's left edge.
type rail struct {
	buttons []*widget.Button
	box     fyne.CanvasObject
}

func newRail(p *project) *rail {
	r := &rail{}
	column := container.NewVBox()
	for i, pg := range p.pages {
		b := widget.NewButtonWithIcon(p.w.say(pg.Title()), pg.Icon(), func() { p.turn(i) })
		b.Alignment = widget.ButtonAlignLeading
		b.Importance = widget.LowImportance
		r.buttons = append(r.buttons, b)
		column.Add(b)
	}
	r.box = container.NewHBox(container.NewPadded(column), widget.NewSeparator())
	return r
}

// mark makes the button of the page shown stand out.
func (r *rail) mark(at int) {
	for i, b := range r.buttons {
		importance := widget.LowImportance
		if i == at {
			importance = widget.HighImportance
		}
		if b.Importance != importance {
			b.Importance = importance
			b.Refresh()
		}
	}
}

// newMapTools are the buttons on the map.
func newMapTools(p *project) []fyne.CanvasObject {
	tool := func(icon fyne.Resource, do func()) *widget.Button {
		return widget.NewButtonWithIcon("", icon, do)
	}
	return []fyne.CanvasObject{
		tool(theme.ZoomInIcon(), p.view.ZoomIn), tool(theme.ZoomOutIcon(), p.view.ZoomOut),
		tool(theme.ZoomFitIcon(), p.view.Fit), tool(toolIcon("grid"), p.toggleGrid), p.layers.panel.button,
	}
}
