package page

import (
	"testing"

	"zhenjie/assets/words"
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
