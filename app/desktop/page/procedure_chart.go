package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"zhenjie/app/desktop/widgets"
	"zhenjie/planning/chart"
	"zhenjie/planning/procedure"
)

// procedureChart is the view of the flow chart. A click on a step goes to it.
type procedureChart struct {
	p       *procedurePage
	drawn   chart.Flow
	id      string // of the procedure brought into view
	chart   *widgets.Chart
	content fyne.CanvasObject
}

func newProcedureChart(p *procedurePage) *procedureChart {
	c := &procedureChart{p: p, chart: newChart(p.d)}
	c.chart.Zoomable = true
	c.chart.OnSpot = p.goToStep
	hint := widgets.NewHint(p.d.say("procedure.chart.hint"))
	c.content = container.NewPadded(container.New(below{}, hint, container.New(tall{}, c.chart)))
	return c
}

func (c *procedureChart) show(d *procedure.Definition) {
	progress := c.p.progress(d)
	c.drawn = procedure.Chart(d, progress, c.p.d.Lang)
	c.chart.Display(c.drawn)
	if now := progress.Now.Step; now != nil && c.id != d.ID {
		c.chart.Reveal(now.ID) // once: later the person has moved the chart to where they want it
	}
	c.id = d.ID
}
