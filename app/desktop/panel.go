package desktop

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"zhenjie/app/desktop/page"
	"zhenjie/app/desktop/widgets"
	"zhenjie/app/workspace"
	"zhenjie/assets/words"
	"zhenjie/planning/check"
	"zhenjie/planning/rulebook"
)

// gauged are the measures that have a gauge above the findings.
var gauged = []rulebook.Measure{rulebook.ExtentArea, rulebook.CoreArea, rulebook.Investment}

// panel shows how the plan stands: gauges, then the findings, the gravest
// first.
type panel struct {
	lang   words.Lang
	turn   func(page string)
	gauges []*widgets.Gauge
	count  *widget.Label
	sites  *siteRemark
	duty   dutyRow
	list   *widgets.FindingList
	pages  []string // where each finding of the list is mended
	box    fyne.CanvasObject
}

func newPanel(lang words.Lang, turn func(string)) *panel {
	p := &panel{lang: lang, turn: turn, list: widgets.NewFindingList(), duty: dutyRow{lang: lang, now: time.Now}}
	top := container.NewVBox()
	for range gauged {
		g := widgets.NewGauge()
		p.gauges = append(p.gauges, g)
		top.Add(g)
	}
	p.count = widget.NewLabelWithStyle("", fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	top.Add(p.count)
	p.sites = newSiteRemark(lang)
	top.Add(p.sites.Prose)
	p.list.OnSelected = func(i int) { p.turn(p.pages[i]) }
	p.box = container.NewBorder(container.NewPadded(top), nil, nil, nil, p.list)
	return p
}

// pageOf says on which page a measure is mended.
var pageOf = map[rulebook.Measure]string{
	rulebook.ExtentArea: "boundary", rulebook.CoreArea: "boundary", rulebook.CoreOutside: "boundary",
	rulebook.Investment: "schedule", rulebook.PerYear: "schedule", rulebook.LeadingShare: "schedule", rulebook.Industry: "positioning",
	rulebook.Declarations: "papers", rulebook.Materials: "papers",
}

// mendedOn is the page on which a measure is mended; the numbers that are stated
// stand with the checks.
func mendedOn(m rulebook.Measure) string {
	if _, ok := m.Indicator(); ok {
		return "checks"
	}
	return pageOf[m]
}

func (p *panel) show(v workspace.View) {
	p.sites.show(v.Plan)
	for i, m := range gauged {
		state, ok := page.Gauge(v, m, p.lang)
		if ok != p.gauges[i].Visible() {
			p.gauges[i].Hidden = !ok
		}
		p.gauges[i].Display(state)
	}
	p.count.SetText(words.Say("window.counts", "pass", check.Count(v.Findings, check.Pass), "all", len(v.Findings)).In(p.lang))
	var rows []widgets.Finding
	p.pages = p.pages[:0]
	if due, ok := p.duty.row(v.Plan); ok {
		rows, p.pages = append(rows, due), append(p.pages, "procedure")
	}
	for _, verdict := range check.Verdicts {
		for i, f := range v.Findings {
			if f.Verdict == verdict {
				rows = append(rows, page.Finding(f, p.lang))
				p.pages = append(p.pages, mendedOn(v.Book.Rules[i].Measure))
			}
		}
	}
	p.list.Display(rows)
}
