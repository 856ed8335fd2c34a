package page

import (
	"testing"

	"zhenjie/assets/words"
	"zhenjie/planning"
	"zhenjie/planning/edit"
)

func TestChecksShowThePlan(t *testing.T) {
	o := open(t, words.Zh, newChecks, sampleState(t))
	o.shows("特色小镇申请报告要点（默认）", "0.5")
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

func TestStatedNumbers(t *testing.T) {
	s := stateOf(planning.Plan{Settings: planning.Settings{Rulebook: "shandong-2021"}})
	o := open(t, words.Zh, newChecks, s)
	o.shows("吸纳就业", "新经济占比", "人")
	table := o.page.stated.table
	jobs, share := o.page.stated.items[0], o.page.stated.items[1]
	o.cell(table, 0, statedValue, "2,300 人")
	o.leave()
	to := planning.Indicator{Key: jobs.ID, Value: 2300}
	o.expect(edit.SetIndicator{To: to, Title: jobs.Title})
	o.cell(table, 0, statedEvidence, "社保名册")
	o.leave()
	to.Evidence = "社保名册"
	o.expect(edit.SetIndicator{To: to, Title: jobs.Title})
	o.cell(table, 1, statedEvidence, "报表")
	o.leave()
	o.expect()
	o.shows("“新经济占比”还没有数值")
	o.cell(table, 1, statedValue, "四成")
	o.leave()
	o.expect()
	o.shows("“四成”不是数")
	o.cell(table, 1, statedValue, "45%")
	o.leave()
	o.expect(edit.SetIndicator{To: planning.Indicator{Key: share.ID, Value: 45}, Title: share.Title})
	o.cell(table, 0, statedValue, "")
	o.leave()
	o.expect(edit.ClearIndicator{Key: jobs.ID, Title: jobs.Title})
}

func TestAllRulebooksSideBySide(t *testing.T) {
	o := open(t, words.Zh, newChecks, sampleState(t))
	o.hides("湖北省特色小镇创建工作实施方案")
	tap(o, "与所有规则库对照")
	o.shows("湖北省特色小镇创建工作实施方案", "主导产业税收占比", "不达标", "全部达标：特色小镇申请报告要点（默认）")
	tap(o, "收起对照表")
	o.hides("湖北省特色小镇创建工作实施方案")
}
