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
	*ledger[planning.Investor]
	kinds    options[planning.InvestorKind]
	sums     *widgets.Prose
	standing *widgets.Prose
	files    *filing // that prove what the investor one is at commits
	content  fyne.CanvasObject
}

// The columns of the table of investors.
const (
	investorName = iota
	investorKind
	investorShare
	investorCommitted
	investorScheduled
	investorCode
	investorContact
	investorPhone
)

func newInvestors(d *Desk) *investors {
	p := &investors{ledger: newLedger[planning.Investor](d), sums: widgets.NewProse(""), standing: widgets.NewProse("")}
	for _, k := range planning.InvestorKinds {
		p.kinds = append(p.kinds, option[planning.InvestorKind]{k, d.say(words.ID("investor." + string(k)))})
	}
	p.list = func(plan planning.Plan) planning.List[planning.Investor] { return plan.Investors }
	p.aside = func(a planning.Agreement, v planning.Investor) aside {
		if v.Name == "" {
			return aside{} // what no investor pays is not its
		}
		return aside{scheduled: a.OfInvestor(v.Name)}
	}
	p.blanks = p.newcomers
	p.set = func(at int, to planning.Investor) edit.Command { return edit.SetInvestor{At: at, To: to} }
	p.added = func(_ int, v planning.Investor) edit.Command { return edit.AddInvestor{Investor: v} }
	p.removed = func(at int, v planning.Investor) edit.Command { return edit.RemoveInvestor{At: at, Title: v.Name} }
	p.pasting = func(n int) words.Text { return words.Say("investors.pasted", "n", n) }
	p.ledger.told, p.failed = p.tell, p.fail
	p.setFields(p.columnsOf())
	p.table.sheet.SetWords(d.say("investors.empty"), d.say("investors.add"))
	p.files = newFiling(d, p.table, p.owner)
	below := widgets.NewForm()
	below.Wide(p.sums)
	below.Wide(p.standing)
	below.Wide(p.files.attached.content)
	p.content = container.NewPadded(container.New(&tableBetween{}, container.NewStack(), p.object, below))
	return p
}

func (*investors) ID() string                   { return "investors" }
func (*investors) Title() words.ID              { return "page.investors" }
func (*investors) Icon() fyne.Resource          { return theme.AccountIcon() }
func (*investors) Wide() bool                   { return true } // names of companies are long
func (p *investors) Content() fyne.CanvasObject { return p.content }

// Show implements Page.
func (p *investors) Show(s workspace.State) {
	p.show(s)
	p.files.show(s)
}

// owner is whose files those of a row are; an investor without a name has none.
func (p *investors) owner(row int) (planning.Owner, string) {
	all := p.files.state.Plan.Investors
	if row < 0 || row >= all.Len() || all.At(row).Name == "" {
		return "", ""
	}
	return planning.OfInvestor(all.At(row).Name), all.At(row).Name
}

// Drop implements Dropper: files belong to the row, or the list, they were
// dropped onto.
func (p *investors) Drop(at fyne.Position, paths []string) bool { return dropOn(at, paths, p.files) }

func (p *investors) columnsOf() []field[planning.Investor] {
	d := p.d
	type investor = planning.Investor
	text := func(of func(*investor) *string) (func(investor, aside) string, func(*investor, string) error) {
		return func(v investor, _ aside) string { return *of(&v) },
			func(v *investor, text string) error { *of(v) = text; return nil }
	}
	fields := []field[investor]{
		investorName: {column: widgets.Column{Title: d.say("investors.name"), Width: 24, Least: 11}},
		investorKind: {
			column: widgets.Column{Title: d.say("investors.kind"), Width: 12, Least: 5, Kind: widgets.ChoiceColumn, Choices: p.kinds.texts()},
			show:   func(v investor, _ aside) string { return p.kinds.text(v.Kind, string(v.Kind)) },
			put: func(v *investor, text string) (err error) {
				v.Kind, err = chosen(p.kinds, text, "edit.investor_kind")
				return err
			},
		},
		investorShare: {
			column: widgets.Column{Title: d.say("investors.share"), Kind: widgets.NumberColumn, Width: 5},
			show: func(v investor, _ aside) string {
				if v.Share == 0 {
					return ""
				}
				return v.Share.InPercent()
			},
			put: func(v *investor, text string) (err error) { v.Share, err = planning.ParseShare(text); return err },
		},
		investorCommitted: {
			column: widgets.Column{Title: d.say("investors.committed"), Kind: widgets.NumberColumn},
			show:   func(v investor, _ aside) string { return wan(v.Committed) },
			put:    func(v *investor, text string) (err error) { v.Committed, err = planning.ParseWan(text); return err },
			sum:    func(_ workspace.View, a planning.Agreement) planning.Money { return a.Committed },
		},
		investorScheduled: {
			column: widgets.Column{Title: d.say("investors.scheduled"), Kind: widgets.FixedNumberColumn},
			show:   func(_ investor, a aside) string { return wan(a.scheduled) },
			sum:    func(_ workspace.View, a planning.Agreement) planning.Money { return a.Scheduled - a.OfInvestor("") },
		},
		investorCode: {
			column: widgets.Column{Title: d.say("investors.code"), Width: 13, Least: 11},
			put:    func(v *investor, text string) (err error) { v.Code, err = planning.CheckCode(text); return err },
			show:   func(v investor, _ aside) string { return v.Code },
		},
		investorContact: {column: widgets.Column{Title: d.say("investors.contact"), Width: 20, Least: 6, AutoCommit: true}},
		investorPhone:   {column: widgets.Column{Title: d.say("investors.phone"), Width: 12, Least: 6, AutoCommit: true}},
	}
	for col, of := range map[int]func(*investor) *string{
		investorName:    func(v *investor) *string { return &v.Name },
		investorContact: func(v *investor) *string { return &v.Contact },
		investorPhone:   func(v *investor) *string { return &v.Phone },
	} {
		fields[col].show, fields[col].put = text(of)
	}
	return fields
}

// tell holds what is committed against what is scheduled.
func (p *investors) tell(_ workspace.View, a planning.Agreement) {
	p.sums.Set(p.d.say("investors.sums", "committed", a.Committed.Text(), "planned", a.Scheduled.Text()))
	said := ""
	if a.Committed != 0 || a.Scheduled != 0 {
		said = standing("investors", a.Committed, a.Scheduled).In(p.d.Lang)
	}
	agree := a.Committed == a.Scheduled
	for _, r := range a.Remarks {
		if r.Kind == planning.SharesDiffer {
			said, agree = said+"\n"+r.Text().In(p.d.Lang), false
		}
	}
	p.standing.Set(said)
	p.standing.SetColour(agreement(agree))
}

// newcomers makes investors with names that no other has.
func (p *investors) newcomers(plan planning.Plan) func() planning.Investor {
	taken := map[string]bool{}
	for _, v := range plan.Investors.All() {
		taken[v.Name] = true
	}
	name := numbered(taken, func(n int) string { return p.d.say("investors.new", "n", n) })
	return func() planning.Investor { return planning.Investor{Name: name()} }
}

// fail says why nothing was done.
func (p *investors) fail(err error) {
	p.standing.Set(p.d.explain(err))
	p.standing.SetColour(theme.ColorNameError)
}
