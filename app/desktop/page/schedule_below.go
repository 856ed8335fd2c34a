package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"zhenjie/app/desktop/look"
	"zhenjie/app/desktop/widgets"
	"zhenjie/app/workspace"
	"zhenjie/assets/words"
	"zhenjie/planning"
)

// scheduleBelow is what stands below the table of the schedule: its sums, all
// remarks, or a chart. What is not shown costs nothing.
type scheduleBelow struct {
	d       *Desk
	choice  *widgets.Choice
	parts   map[string]fyne.CanvasObject
	remarks *widgets.Prose
	gantt   *widgets.Chart
	bars    *widgets.Chart
	view    workspace.View
	sums    planning.Agreement
	box     fyne.CanvasObject
}

// The ids of the parts, in the order of the choice.
const (
	belowSums    = "sums"
	belowRemarks = "remarks"
	belowGantt   = "gantt"
	belowBars    = "bars"
)

func newScheduleBelow(d *Desk, sums fyne.CanvasObject) *scheduleBelow {
	b := &scheduleBelow{d: d, choice: widgets.NewChoice(), remarks: widgets.NewProse("")}
	b.gantt, b.bars = newChart(d), newChart(d)
	b.gantt.Zoomable = true
	b.parts = map[string]fyne.CanvasObject{
		belowSums:    sums,
		belowRemarks: container.New(tall{}, container.NewVScroll(b.remarks)),
		belowGantt:   container.New(tall{}, b.gantt),
		belowBars:    container.New(tall{}, b.bars),
	}
	var options []widgets.Option
	stack := container.NewStack()
	for _, id := range []string{belowSums, belowRemarks, belowGantt, belowBars} {
		options = append(options, widgets.Option{ID: id, Text: d.say(words.ID("schedule.below." + id))})
		stack.Add(b.parts[id])
	}
	b.choice.SetOptions(options)
	b.choice.Set(belowSums)
	b.choice.OnCommit = func(string) { b.turn() }
	b.box = stack
	b.turn()
	return b
}

// newChart makes a chart that the window can save and enlarge.
func newChart(d *Desk) *widgets.Chart {
	c := widgets.NewChart(d.Lang)
	c.Post, c.OnSave, c.OnEnlarge = d.Post, d.SaveChart, d.EnlargeChart
	return c
}

// turn shows the part chosen.
func (b *scheduleBelow) turn() {
	for id, o := range b.parts {
		if id == b.choice.Chosen() {
			o.Show()
		} else {
			o.Hide()
		}
	}
	b.fill()
	b.box.Refresh()
}

func (b *scheduleBelow) show(v workspace.View, a planning.Agreement) {
	b.view, b.sums = v, a
	b.fill()
}

// listedRemarks are all that are written out: nobody reads more.
const listedRemarks = 500

// fill writes the part that is shown.
func (b *scheduleBelow) fill() {
	switch b.choice.Chosen() {
	case belowRemarks:
		text, colour := told(b.sums.Remarks, listedRemarks, b.d), look.ColorBorderline
		if text == "" {
			text, colour = b.d.say("agree.all"), look.ColorPass
		}
		b.remarks.Set(text)
		b.remarks.SetColour(colour)
	case belowGantt:
		b.gantt.Display(gantt(b.view.Plan, b.d))
	case belowBars:
		b.bars.Display(yearBars(b.view, b.d))
	}
}

// tall gives a list or a chart a height that leaves the table some rows.
type tall struct{}

func (tall) Layout(objects []fyne.CanvasObject, size fyne.Size) { objects[0].Resize(size) }

func (tall) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(0, 17*theme.TextSize()) }
