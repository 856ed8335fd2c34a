package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"zhenjie/app/desktop/look"
	"zhenjie/app/desktop/widgets"
	"zhenjie/app/workspace"
	"zhenjie/assets/words"
	"zhenjie/planning"
	"zhenjie/planning/edit"
	"zhenjie/planning/rulebook"
)

// scheduleSums is what stands below the schedule: the sum against its limit,
// against the claim, and by investor against what each commits.
type scheduleSums struct {
	d      *Desk
	total  *widgets.Prose
	gauges map[rulebook.Measure]*widgets.Gauge
	claim  *widgets.Entry
	row    *widgets.Row // of the claim
	claims planning.Claims
	differ *widgets.Prose
	box    fyne.CanvasObject
}

// judged are the measures of money that a rulebook may limit.
var judged = []rulebook.Measure{rulebook.Investment, rulebook.LeadingShare}

func newScheduleSums(d *Desk) *scheduleSums {
	s := &scheduleSums{d: d, total: widgets.NewProse(""), gauges: map[rulebook.Measure]*widgets.Gauge{}, differ: widgets.NewProse("")}
	whole := widgets.NewForm()
	whole.Wide(s.total)
	for _, m := range judged {
		s.gauges[m] = widgets.NewGauge()
		whole.Wide(s.gauges[m])
	}
	s.claim = d.entry(widgets.NewEntry(), func(text string) (edit.Command, error) {
		to, err := s.claims, error(nil)
		to.Investment, err = planning.ParseWan(text)
		return edit.SetClaims{To: to}, err
	})
	s.row = whole.Row(d.say("schedule.claimed"), "", short(s.claim))
	whole.Wide(s.differ)
	s.box = whole
	return s
}

func (s *scheduleSums) show(v workspace.View) {
	total, leading := v.Plan.Schedule.Total(), v.Plan.LeadingMoney()
	said := s.d.say("schedule.no_money")
	if total != 0 {
		share := rulebook.Percent.Number(100 * float64(leading) / float64(total)) // as the findings have it
		said = s.d.say("schedule.sums", "total", total.Text(), "leading", leading.Text(), "share", share)
	}
	s.total.Set(said)
	s.total.SetColour(theme.ColorNameForeground)
	for m, g := range s.gauges {
		state, limited := Gauge(v, m, s.d.Lang)
		g.Display(state)
		if limited {
			g.Show()
		} else {
			g.Hide()
		}
	}
	s.showClaim(v.Plan.Claims, total)
	s.showDifferences(v.Plan)
}

// fail says why a row could not be added or removed.
func (s *scheduleSums) fail(err error) {
	if err != nil {
		s.total.Set(s.d.explain(err))
		s.total.SetColour(theme.ColorNameError)
	}
}

func (s *scheduleSums) showClaim(c planning.Claims, total planning.Money) {
	s.claims = c
	s.claim.Set(wan(c.Investment))
	hint := words.Say("schedule.claim.none")
	if c.Investment != 0 {
		hint = standing("schedule.claim", c.Investment, total)
	}
	s.row.SetHint(hint.In(s.d.Lang))
}

// mostDifferences are told one by one; more would leave the table no room.
const mostDifferences = 5

// showDifferences tells of each investor whose projects cost other than what it
// commits, and of projects without one.
func (s *scheduleSums) showDifferences(p planning.Plan) {
	planned := map[string]planning.Money{}
	for _, r := range p.Schedule.Rows.All() {
		planned[r.Investor] += r.Total()
	}
	var told []words.Text
	if open := planned[""]; open != 0 {
		told = append(told, words.Say("schedule.unassigned", "planned", open.Text()))
	}
	more := 0
	for _, v := range p.Investors.All() {
		sum := planned[v.Name]
		if v.Name == "" || sum == v.Committed {
			continue
		}
		if len(told) >= mostDifferences {
			more++
			continue
		}
		told = append(told, standing("schedule.differ", v.Committed, sum, "name", v.Name, "planned", sum.Text()))
	}
	if more > 0 {
		told = append(told, words.Say("schedule.differ.more", "n", more))
	}
	text := ""
	if len(told) > 0 {
		text = s.d.say("schedule.differ")
	}
	for _, t := range told {
		text += "\n" + t.In(s.d.Lang)
	}
	s.differ.Set(text)
	s.differ.SetColour(look.ColorBorderline)
}
