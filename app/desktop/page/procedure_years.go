package page

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"zhenjie/app/desktop/look"
	"zhenjie/app/desktop/widgets"
	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/planning"
	"zhenjie/planning/edit"
	"zhenjie/planning/procedure"
)

// procedureYears is the view of the yearly assessments and of what follows from
// them.
type procedureYears struct {
	p        *procedurePage
	table    *table
	results  options[planning.AssessmentResult]
	failed   *lines
	outcome  *lines
	rewarded *lines
	content  fyne.CanvasObject
}

// The columns of the table of assessments.
const (
	assessedYear = iota
	assessedTarget
	assessedActual
	assessedResult
	assessedQuota
	assessedTargets
	assessedActuals
	assessedAnnouncement
)

func newProcedureYears(p *procedurePage) *procedureYears {
	d := p.d
	y := &procedureYears{p: p, failed: newLines(), outcome: newLines(), rewarded: newLines()}
	y.results = options[planning.AssessmentResult]{
		{"", d.say("procedure.result.auto")},
		{planning.AssessmentPassed, d.say("procedure.result.pass")},
		{planning.AssessmentMissed, d.say("procedure.result.miss")},
	}
	y.table = newTable(d, y.columns())
	y.table.command = y.command
	y.table.sheet.SetWords(d.say("procedure.assessments.empty"), d.say("procedure.assessments.add"))
	y.table.sheet.OnAdd, y.table.sheet.OnRemove = y.add, y.remove
	f := widgets.NewForm()
	f.Section(d.say("procedure.assessments"))
	f.Wide(container.New(modest{}, widgets.NewWideSheet(y.table.sheet)))
	f.Wide(y.failed.form)
	f.Section(d.say("procedure.outcome"))
	f.Wide(y.outcome.form)
	f.Section(d.say("procedure.rewards"))
	f.Wide(y.rewarded.form)
	y.content = container.NewVScroll(container.NewPadded(f))
	return y
}

func (y *procedureYears) columns() []widgets.Column {
	d := y.p.d
	amount := func(title string) widgets.Column {
		return widgets.Column{Title: title, Width: columnFor(title, "1,000,000"), Kind: widgets.NumberColumn}
	}
	text := func(title string) widgets.Column {
		return widgets.Column{Title: title, Width: 12, Least: 7, AutoCommit: true}
	}
	year, quota := d.sentence(words.Say("procedure.assessment.year")), d.say("procedure.assessments.quota")
	return []widgets.Column{
		assessedYear:         {Title: year, Width: columnFor(year, "2026"), Kind: widgets.NumberColumn},
		assessedTarget:       amount(d.say("procedure.assessments.target")),
		assessedActual:       amount(d.say("procedure.assessments.actual")),
		assessedResult:       choiceColumn(d, "procedure.head.result", y.results.texts()),
		assessedQuota:        {Title: quota, Width: columnFor(quota, "10,000"), Kind: widgets.NumberColumn},
		assessedTargets:      text(d.sentence(words.Say("procedure.assessment.target_text"))),
		assessedActuals:      text(d.sentence(words.Say("procedure.assessment.actual_text"))),
		assessedAnnouncement: text(d.sentence(words.Say("procedure.assessment.announcement"))),
	}
}

func (y *procedureYears) show(d *procedure.Definition) {
	y.table.state = y.p.state
	var rows [][]string
	for _, a := range y.p.state.Plan.Procedure.Assessments.All() {
		rows = append(rows, []string{
			assessedYear: strconv.Itoa(a.Year), assessedTarget: wan(a.Target), assessedActual: wan(a.Actual),
			assessedResult: y.results.text(a.Result, string(a.Result)), assessedQuota: mu(a.LandQuota),
			assessedTargets: a.TargetText, assessedActuals: a.ActualText, assessedAnnouncement: a.Announcement,
		})
	}
	y.table.show(rows, nil)
	y.failed.show(nil)
	progress := y.p.progress(d)
	y.outcome.show(y.judged(d, progress.Outcome))
	y.rewarded.show(y.earned(d, progress.Rewards))
}

// judged says of each year how it stands, and then what the missed ones lead to.
func (y *procedureYears) judged(d *procedure.Definition, o procedure.Outcome) (all []line) {
	for _, year := range o.Years {
		colour := theme.ColorNameForeground
		switch {
		case year.Doubtful:
			colour = look.ColorBorderline
		case year.Outcome == planning.AssessmentPassed:
			colour = look.ColorPass
		case year.Outcome == planning.AssessmentMissed:
			colour = theme.ColorNameError
		}
		all = append(all, line{year.Text.In(y.p.d.Lang), colour})
	}
	for _, w := range o.Warnings {
		all = append(all, line{y.p.d.sentence(w), theme.ColorNameError})
	}
	if len(all) == 0 {
		all = append(all, line{y.p.d.say("procedure.outcome.none"), theme.ColorNamePlaceHolder})
	}
	return append(all, y.p.d.rules(d.Exit.Text())...)
}

// claims are the colours of what is taken back.
var claims = map[procedure.ClaimState]fyne.ThemeColorName{
	procedure.ClaimOpen: theme.ColorNameForeground, procedure.ClaimMet: look.ColorPass, procedure.ClaimDue: theme.ColorNameError,
}

// earned says what land quota the years have earned, and what of it may be lost,
// with the rules and their sources.
func (y *procedureYears) earned(d *procedure.Definition, r procedure.Rewards) (all []line) {
	for _, t := range r.Texts {
		all = append(all, line{y.p.d.sentence(t), theme.ColorNameForeground})
	}
	if len(r.Texts) > 1 {
		all = append(all, line{y.p.d.say("procedure.rewards.sum", "area", r.Earned.Text(geo.UnitMu)), theme.ColorNameForeground})
	}
	if t := r.ClawBack.Text; !t.IsZero() {
		all = append(all, line{y.p.d.sentence(t), claims[r.ClawBack.State]})
	}
	if d.Reward.Share == 0 && d.ClawBack.Factor == 0 {
		all = append(all, line{y.p.d.say("procedure.rewards.none"), theme.ColorNamePlaceHolder})
	}
	return append(all, y.p.d.rules(d.Reward.Text(), d.ClawBack.Text())...)
}

func (y *procedureYears) command(row, col int, text string) (edit.Command, error) {
	all := y.p.state.Plan.Procedure.Assessments
	if row >= all.Len() {
		return edit.SetAssessment{At: row}, nil // blocked: the row has gone
	}
	to, err := all.At(row), error(nil)
	switch col {
	case assessedYear:
		to.Year, err = parseYear(text)
	case assessedTarget:
		to.Target, err = planning.ParseWan(text)
	case assessedActual:
		to.Actual, err = planning.ParseWan(text)
	case assessedResult:
		to.Result = y.results.value(text, planning.AssessmentResult(text))
	case assessedQuota:
		to.LandQuota, err = planning.ParseArea(text, geo.UnitMu)
	case assessedTargets:
		to.TargetText = text
	case assessedActuals:
		to.ActualText = text
	case assessedAnnouncement:
		to.Announcement = text
	}
	return edit.SetAssessment{At: row, To: to}, err
}

// add adds the year after the last one, or the first that counts.
func (y *procedureYears) add() {
	at := y.p.state.Plan.Procedure
	year := y.p.now().Year()
	if n := at.Assessments.Len(); n > 0 {
		year = at.Assessments.At(n-1).Year + 1
	} else if started, err := strconv.Atoi(at.Started[:min(4, len(at.Started))]); err == nil {
		year = started
	}
	y.do(edit.AddAssessment{Assessment: planning.Assessment{Year: year}})
}

func (y *procedureYears) remove(row int) {
	y.do(edit.RemoveAssessment{At: row, Year: y.p.state.Plan.Procedure.Assessments.At(row).Year})
}

// do does what concerns a whole row.
func (y *procedureYears) do(c edit.Command) {
	if err := y.p.d.Do(c); err != nil {
		y.failed.show([]line{{y.p.d.explain(err), theme.ColorNameError}})
	}
}
