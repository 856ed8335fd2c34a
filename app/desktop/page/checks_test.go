package page

import (
	"testing"

	"zhenjie/assets/words"
	"zhenjie/planning"
	"zhenjie/planning/edit"
)

func TestChecksShowThePlan(t *testing.T) {
	o := open(t, words.Zh, newChecks, sampleState(t))
	o.shows("特色小镇申请报告要点（默认）", "0.5", "近五年无重大群体性社会事件", "示例县信访局", "2026-02-27", "镇总体规划", "定稿")
	empty := open(t, words.En, newChecks, stateOf(planning.Plan{}))
	empty.shows("No major pollution in five years", "open", "Master plan of the town", "missing")
}

func TestChooseARulebook(t *testing.T) {
	o := open(t, words.Zh, newChecks, sampleState(t))
	books := o.state.Books.All()
	last := books[len(books)-1]
	o.page.rulebook.choice.SetSelectedIndex(len(books) - 1)
	o.expect(edit.SetRulebook{ID: last.ID, Title: last.Title})
	o.shows("浙江省特色小镇创建导则", "浙特镇办〔2015〕9号")
	gone := o.state.Plan
	gone.Settings.Rulebook = "lost-2020"
	o.page.Show(stateOf(gone))
	o.shows("lost-2020", "项目选用的规则集“lost-2020”在这台电脑上没有")
}

func TestSigma(t *testing.T) {
	o := open(t, words.Zh, newChecks, sampleState(t))
	o.write(o.page.sigma, "０.05")
	o.leave()
	o.expect(edit.SetSigma{Metres: 0.05})
	for text, why := range map[string]string{
		"半米": "“半米”不是数字；请填写米数", "": "不是数字", "0": "要大于 0 米", "101": "不超过 100 米", "NaN": "要大于 0 米", "Inf": "不超过 100 米",
	} {
		o.write(o.page.sigma, text)
		o.leave()
		o.expect()
		o.shows(why)
	}
}

func TestDeclarations(t *testing.T) {
	o := open(t, words.Zh, newChecks, stateOf(planning.Plan{}))
	table := o.page.declarations.table
	item := o.state.Book.Declarations[1]
	to := planning.Declaration{Key: item.ID}
	o.choose(table, 1, declarationAnswer, 1)
	to.Answer = planning.Holds
	o.expect(edit.SetDeclaration{To: to, Title: item.Title})
	for _, c := range []struct {
		col  int
		text string
		of   func()
	}{
		{declarationBody, "县生态环境局", func() { to.Body = "县生态环境局" }},
		{declarationDate, "2026.3.2", func() { to.Date = "2026-03-02" }},
		{declarationEvidence, "第 12 号", func() { to.Evidence = "第 12 号" }},
	} {
		o.cell(table, 1, c.col, c.text)
		o.leave()
		c.of()
		o.expect(edit.SetDeclaration{To: to, Title: item.Title})
	}
	o.shows("2026-03-02", "是")
	o.cell(table, 1, declarationDate, "春天")
	o.leave()
	o.expect()
	o.shows("“春天”不是日期；请写成 2026-05-01 的样子")
}

func TestIsoDate(t *testing.T) {
	for text, want := range map[string]string{
		"": "", "2026-05-01": "2026-05-01", "2026-5-1": "2026-05-01", "2026/5/1": "2026-05-01", "2026.05.1": "2026-05-01",
		"2026年5月1日": "2026-05-01", "２０２６-５-１ ": "2026-05-01", "2026-02-30": "2026-02-30", "5月1日": "5月1日",
	} {
		if got := isoDate(text); got != want {
			t.Errorf("isoDate(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestMaterials(t *testing.T) {
	o := open(t, words.Zh, newChecks, stateOf(planning.Plan{}))
	table := o.page.materials.table
	item := o.state.Book.Materials[2]
	o.choose(table, 2, materialState, 1)
	o.expect(edit.SetMaterial{To: planning.Material{Key: item.ID, State: planning.Draft}, Title: item.Title})
	o.cell(table, 2, materialRemark, "报批中")
	o.leave()
	o.expect(edit.SetMaterial{To: planning.Material{Key: item.ID, State: planning.Draft, Remark: "报批中"}, Title: item.Title})
	o.shows("草稿", "报批中")
}
