package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"zhenjie/app/desktop/widgets"
	"zhenjie/app/workspace"
	"zhenjie/assets/words"
	"zhenjie/planning"
	"zhenjie/planning/edit"
)

// investors is the page of those who pay, and of whether it is enough.
type investors struct {
	d        *Desk
	table    *table
	kinds    options[planning.InvestorKind]
	sums     *widgets.Prose
	standing *widgets.Prose
	content  fyne.CanvasObject
}

// The columns of the table of investors.
const (
	investorName = iota
	investorKind
	investorCommitted
	investorContact
)

func newInvestors(d *Desk) *investors {
	p := &investors{d: d, sums: widgets.NewProse(""), standing: widgets.NewProse("")}
	for _, k := range planning.InvestorKinds {
		p.kinds = append(p.kinds, option[planning.InvestorKind]{k, d.say(words.ID("investor." + string(k)))})
	}
	p.table = newTable(d, p.columns(planning.Plan{}))
	p.table.command, p.table.sum = p.command, p.sum
	p.table.sheet.OnAdd, p.table.sheet.OnRemove = p.add, p.remove
	p.table.sheet.SetWords(d.say("investors.empty"), d.say("investors.add"))
	below := widgets.NewForm()
	below.Wide(p.sums)
	below.Wide(p.standing)
	p.content = container.NewPadded(container.New(&tableBetween{}, container.NewStack(), p.table.sheet, below))
	return p
}

func (*investors) ID() string                   { return "investors" }
func (*investors) Title() words.ID              { return "page.investors" }
func (*investors) Icon() fyne.Resource          { return theme.AccountIcon() }
func (*investors) Wide() bool                   { return true } // names of companies are long
func (p *investors) Content() fyne.CanvasObject { return p.content }

// columns give the names the room they need, as far as there is any.
func (p *investors) columns(plan planning.Plan) []widgets.Column {
	d := p.d
	names, amounts := []string{d.say("investors.name")}, []string{d.say("investors.committed"), wan(committed(plan))}
	for _, v := range plan.Investors.All() {
		names = append(names, v.Name)
		amounts = append(amounts, wan(v.Committed))
	}
	return []widgets.Column{
		investorName:      {Title: names[0], Width: min(columnFor(names...), 24), Least: 8},
		investorKind:      nameColumn(choiceColumn(d, "investors.kind", p.kinds.texts()), 5),
		investorCommitted: {Title: amounts[0], Width: columnFor(amounts...), Kind: widgets.NumberColumn},
		investorContact:   {Title: d.say("investors.contact"), AutoCommit: true},
	}
}

// Show implements Page.
func (p *investors) Show(s workspace.State) {
	same := p.table.rows != nil && s.Plan.Investors.Equal(p.table.state.Plan.Investors)
	p.table.state = s
	p.table.setColumns(p.columns(s.Plan))
	if !same {
		p.table.show(p.rows(s.Plan), p.totals(s.Plan))
	}
	p.sum(s.View, -1)
}

func (p *investors) rows(plan planning.Plan) [][]string {
	rows := make([][]string, plan.Investors.Len())
	for i, v := range plan.Investors.All() {
		rows[i] = []string{
			investorName: v.Name, investorKind: p.kinds.text(v.Kind, string(v.Kind)),
			investorCommitted: wan(v.Committed), investorContact: v.Contact,
		}
	}
	return rows
}

func (p *investors) totals(plan planning.Plan) []string {
	if plan.Investors.Len() == 0 {
		return nil
	}
	return []string{investorName: p.d.say("schedule.total"), investorCommitted: wan(committed(plan)), investorContact: ""}
}

// sum holds what is committed against what is scheduled.
func (p *investors) sum(v workspace.View, _ int) {
	p.table.totals = p.totals(v.Plan)
	p.table.sheet.SetTotals(p.table.totals)
	sum, planned := committed(v.Plan), v.Plan.Schedule.Total()
	p.sums.Set(p.d.say("investors.sums", "committed", sum.Text(), "planned", planned.Text()))
	said := ""
	if sum != 0 || planned != 0 {
		said = standing("investors", sum, planned).In(p.d.Lang)
	}
	p.standing.Set(said)
	p.standing.SetColour(agreement(sum == planned))
}

// committed is what all investors commit.
func committed(plan planning.Plan) planning.Money {
	var sum planning.Money
	for _, v := range plan.Investors.All() {
		sum += v.Committed
	}
	return sum
}

// command changes one cell of an investor.
func (p *investors) command(row, col int, text string) (edit.Command, error) {
	all := p.table.state.Plan.Investors
	if row >= all.Len() {
		return edit.SetInvestor{At: row}, nil // blocked: the row has gone
	}
	to, err := all.At(row), error(nil)
	switch col {
	case investorName:
		to.Name = text
	case investorKind:
		to.Kind = p.kinds.value(text, planning.InvestorKind(text))
	case investorCommitted:
		to.Committed, err = planning.ParseWan(text)
	case investorContact:
		to.Contact = text
	}
	return edit.SetInvestor{At: row, To: to}, err
}

func (p *investors) add() {
	taken := map[string]bool{}
	for _, v := range p.table.state.Plan.Investors.All() {
		taken[v.Name] = true
	}
	name := fresh(taken, func(n int) string { return p.d.say("investors.new", "n", n) })
	p.do(edit.AddInvestor{Investor: planning.Investor{Name: name}})
}

func (p *investors) remove(row int) {
	p.do(edit.RemoveInvestor{At: row, Title: p.table.state.Plan.Investors.At(row).Name})
}

// do does what concerns a whole row.
func (p *investors) do(c edit.Command) {
	if err := p.d.Do(c); err != nil {
		p.standing.Set(p.d.explain(err))
		p.standing.SetColour(theme.ColorNameError)
	}
}
