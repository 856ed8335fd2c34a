package page

import (
	"testing"

	"zhenjie/app/desktop/widgets"
	"zhenjie/assets/words"
	"zhenjie/planning"
	"zhenjie/planning/edit"
)

func TestInvestorsShowThePlan(t *testing.T) {
	o := open(t, words.Zh, newInvestors, sampleState(t))
	// The sums are those of assets/sample/town/plan.json, added up outside the program.
	o.shows("省茶业集团龙溪", "政府平台", "87,500", "22.46", "示例联系人", "389,500",
		"承诺出资合计 38.95 亿元；投资计划合计 38.95 亿元", "承诺出资与投资计划一致。")
	empty := open(t, words.Zh, newInvestors, stateOf(planning.Plan{}))
	empty.shows("还没有投资主体。")
	empty.hides("一致")
}

func TestInvestorsSumWhileTyping(t *testing.T) {
	o := open(t, words.Zh, newInvestors, sampleState(t))
	o.cell(o.page.table, 1, investorCommitted, "77500")
	o.expect()
	o.shows("379,500", "承诺出资比投资计划少 1 亿元")
	o.leave()
	to := o.state.Plan.Investors.At(1)
	if to.Committed != 77_500*planning.Wan {
		t.Errorf("committed %v", to.Committed)
	}
	o.expect(edit.SetInvestor{At: 1, To: to})
	o.shows("77,500", "379,500")
}

func TestInvestorsSumIsThePlansAfterAnAmountThatIsNone(t *testing.T) {
	o := open(t, words.Zh, newInvestors, sampleState(t))
	o.cell(o.page.table, 0, investorCommitted, "7")
	o.shows("320,007")
	o.rewrite("7x")
	o.shows("389,500")
	o.hides("320,007")
}

func TestInvestorCells(t *testing.T) {
	o := open(t, words.Zh, newInvestors, sampleState(t))
	before := o.state.Plan.Investors.At(2)
	for _, c := range []struct {
		col  int
		text string
		of   func(*planning.Investor)
	}{
		{investorName, "新名", func(v *planning.Investor) { v.Name = "新名" }},
		{investorContact, "138", func(v *planning.Investor) { v.Contact = "138" }},
		{investorCommitted, "１２００.5", func(v *planning.Investor) { v.Committed = 12_005_000 * planning.Yuan }},
	} {
		o.cell(o.page.table, 2, c.col, c.text)
		o.leave()
		c.of(&before)
		o.expect(edit.SetInvestor{At: 2, To: before})
	}
	o.choose(o.page.table, 2, investorKind, 3)
	before.Kind = planning.KindForeign
	o.expect(edit.SetInvestor{At: 2, To: before})
}

func TestARefusedCellKeepsItsTextAndItsReason(t *testing.T) {
	o := open(t, words.Zh, newInvestors, sampleState(t))
	o.cell(o.page.table, 2, investorName, "省茶业集团龙溪分公司（虚构）")
	o.leave()
	o.expect()
	o.shows("已经有名为“省茶业集团龙溪分公司（虚构）”的投资主体；请换一个名称")
	o.cell(o.page.table, 2, investorCommitted, "很多")
	o.leave()
	o.expect()
	o.cell(o.page.table, 0, investorContact, "甲")
	o.leave()
	o.shows("很多")
	o.cell(o.page.table, 2, investorCommitted, "500")
	o.leave()
	o.hides("很多")
	o.shows("已经有名为")
	o.page.remove(5)
	o.hides("已经有名为")
}

func TestANameThatProjectsUseIsNotTakenAway(t *testing.T) {
	o := open(t, words.Zh, newInvestors, sampleState(t))
	name := o.state.Plan.Investors.At(0).Name
	o.cell(o.page.table, 0, investorName, "")
	o.leave()
	o.expect()
	o.shows(words.Say("edit.investor_in_use", "name", name).In(words.Zh))
	if got := o.state.Plan.Investors.At(0).Name; got != name || o.page.table.refused[place{0, investorName}].text != "" {
		t.Errorf("the investor is called %q", got)
	}
	o.cell(o.page.table, 0, investorName, "新名")
	o.leave()
	o.hides("名称不能为空")
	o.take()
}

func TestNewInvestor(t *testing.T) {
	o := open(t, words.Zh, newInvestors, sampleState(t))
	o.page.table.sheet.OnAdd()
	o.page.table.sheet.OnAdd()
	o.expect(edit.AddInvestor{Investor: planning.Investor{Name: "新投资主体 1"}},
		edit.AddInvestor{Investor: planning.Investor{Name: "新投资主体 2"}})
	tap(o, "添加投资主体")
	e, ok := o.window.Canvas().Focused().(*widgets.Entry)
	if !ok || e.Text != "新投资主体 3" || e.SelectedText() != e.Text {
		t.Errorf("the focus is on %T", o.window.Canvas().Focused())
	}
	o.take()
	o.page.remove(6)
	o.expect(edit.RemoveInvestor{At: 6, Title: "新投资主体 1"})
}

func TestANewInvestorThatIsOneTooMany(t *testing.T) {
	full := make([]planning.Investor, 10_000)
	o := open(t, words.Zh, newInvestors, stateOf(planning.Plan{Investors: planning.ListOf(full...)}))
	o.page.add()
	o.expect()
	o.shows("最多 10000 行；请先删除不用的行")
}
