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
// the claim, and in what the plan does not agree with itself.
type scheduleSums struct {
	d       *Desk
	total   *widgets.Prose
	gauges  map[rulebook.Measure]*widgets.Gauge
	claim   *widgets.Entry
	row     *widgets.Row // of the claim
	claims  planning.Claims
	remarks *widgets.Prose
	box     fyne.CanvasObject
}

// judged are the measures of money that a rulebook may limit.
var judged = []rulebook.Measure{rulebook.Investment, rulebook.LeadingShare}

func newScheduleSums(d *Desk) *scheduleSums {
	s := &scheduleSums{d: d, total: widgets.NewProse(""), gauges: map[rulebook.Measure]*widgets.Gauge{}, remarks: widgets.NewProse("")}
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
	whole.Wide(s.remarks)
	s.box = whole
	return s
}

func (s *scheduleSums) show(v workspace.View, a planning.Agreement) {
	said := s.d.say("schedule.no_money")
	if a.Scheduled != 0 {
		said = s.d.say("schedule.sums", "n", v.Plan.Schedule.Years(), "total", a.Scheduled.Text(), "leading", a.Leading.Text(), "share", share(a.Leading, a))
		if a.Housing != 0 || a.Complex != 0 {
			said += "\n" + s.d.say("schedule.shares", "housing", a.Housing.Text(), "housing_share", share(a.Housing, a),
				"complex", a.Complex.Text(), "complex_share", share(a.Complex, a))
		}
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
	s.showClaim(v.Plan.Claims, a.Scheduled)
	text := ""
	remarks := withoutClaim(a)
	if len(remarks) > 0 {
		text = s.d.say("agree.title") + "\n" + told(remarks, mostRemarks, s.d)
	}
	s.remarks.Set(text)
	s.remarks.SetColour(look.ColorBorderline)
}

// share is what of the schedule an amount is, as the findings have it.
func share(m planning.Money, a planning.Agreement) string {
	return rulebook.Percent.Number(100 * float64(m) / float64(a.Scheduled))
}

// withoutClaim are the remarks but that on the claim, which stands at its field.
func withoutClaim(a planning.Agreement) []planning.Remark {
	if len(a.Remarks) > 0 && a.Remarks[0].Kind == planning.ClaimDiffers {
		return a.Remarks[1:]
	}
	return a.Remarks
}

// fail says why something could not be done.
func (s *scheduleSums) fail(err error) {
	s.total.Set(s.d.explain(err))
	s.total.SetColour(theme.ColorNameError)
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
