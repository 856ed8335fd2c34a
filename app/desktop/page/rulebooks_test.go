package page

import (
	"errors"
	"math"
	"path/filepath"
	"strings"
	"testing"

	"zhenjie/app/workspace"
	"zhenjie/assets/words"
	"zhenjie/planning"
	"zhenjie/planning/edit"
	"zhenjie/planning/rulebook"
)

// library opens the page over a folder of rulebook files, as the window does.
func library(t *testing.T, lang words.Lang) *office[*rulebooks] {
	t.Helper()
	folder := filepath.Join(t.TempDir(), "rulebooks")
	o := open(t, lang, newRulebooks, sampleState(t))
	o.page.d.SaveBook = func(b *rulebook.Rulebook) error {
		if err := o.state.Books.SaveBook(folder, b); err != nil {
			return err
		}
		o.reload(folder)
		return nil
	}
	o.page.d.RemoveBook = func(b *rulebook.Rulebook) {
		if err := o.state.Books.RemoveBook(b.ID); err != nil {
			t.Fatal(err)
		}
		o.reload(folder)
	}
	return o
}

func (o *office[P]) reload(folder string) {
	books, faults := workspace.LoadBooks(folder)
	if len(faults) > 0 {
		o.t.Fatal(errors.Join(faults...))
	}
	o.state.Books = books
	o.state.View = workspace.Look(o.state.Plan, books, o.state.View)
	o.page.Show(o.state)
}

// copied opens the page at a copy of a rulebook.
func copied(t *testing.T, lang words.Lang, of string) *office[*rulebooks] {
	o := library(t, lang)
	o.page.turn(of)
	o.page.copyBook()
	if !o.page.own() || o.page.id != of+"-own" {
		t.Fatalf("the copy is %s, own: %v; %s", o.page.id, o.page.own(), o.page.d.say("rulebooks.kind"))
	}
	return o
}

func TestRulebooksOfTheProgramAreShownAndUsed(t *testing.T) {
	o := library(t, words.Zh)
	o.shows("湖北省特色小镇创建工作实施方案", "自带", "据引用或转载原文的页面核对", "30–50 亿元；按 3 年计", "自带的规则集不能修改", "复制并修改")
	o.hides("添加规则", "目标值", "删除")
	o.page.books.sheet.Select(len(o.state.Books.All())-1, bookUsed)
	o.shows("不计商品住宅、商业综合体", "公共 WiFi 和数字化管理全覆盖")
	o.page.books.sheet.OnCommit(1, bookUsed, "1")
	hubei := o.state.Books.All()[1]
	o.expect(edit.SetRulebook{ID: hubei.ID, Title: hubei.Title})
}

func TestACopyIsEditedAndTheFindingsFollow(t *testing.T) {
	o := copied(t, words.Zh, "guide-2017")
	o.shows("特色小镇申请报告要点（默认）（修改稿）", "自建", "不进入项目的步骤历史", "添加规则", "删除")
	if err := o.do(edit.SetRulebook{ID: "guide-2017-own"}); err != nil || !passes(o, "extent_area") {
		t.Fatalf("the copy judges otherwise: %v", err)
	}
	o.take()
	o.cell(o.page.rules.table, 0, ruleMin, "３.8")
	o.leave()
	if l := o.page.book.Rules[0].Limit; l.Min != 3.8 || l.ExpectedMin != 3.8 || l.Max != 5 || passes(o, "extent_area") {
		t.Errorf("the limit is %+v, met: %v", l, passes(o, "extent_area"))
	}
	if o.page.back(); o.page.book.Rules[0].Limit.Min != 3 || !passes(o, "extent_area") {
		t.Errorf("taken back, the limit is %+v", o.page.book.Rules[0].Limit)
	}
	if o.page.again(); o.page.book.Rules[0].Limit.Min != 3.8 {
		t.Errorf("done again, the limit is %+v", o.page.book.Rules[0].Limit)
	}
	o.expect() // no step of the plan's history
}

func passes(o *office[*rulebooks], rule string) bool {
	for _, f := range o.state.Findings {
		if f.Rule == rule {
			return f.Verdict == "pass"
		}
	}
	o.t.Fatalf("no rule %s", rule)
	return false
}

func TestWhatCannotBeUsedStaysWithItsReason(t *testing.T) {
	o := copied(t, words.Zh, "guide-2017")
	table := o.page.rules.table
	for _, c := range []struct {
		row, col int
		text     string
		why      string
	}{
		{0, ruleMin, "三", "“三”不是数"}, {0, ruleMax, "2", "限值前后矛盾"}, {4, ruleMin, "1", "不是数值规则"},
	} {
		o.cell(table, c.row, c.col, c.text)
		o.leave()
		o.shows(c.text, c.why)
		if len(o.page.past) != 0 || !o.page.d.Refused() {
			t.Errorf("%q was taken", c.text)
		}
		o.page.d.Forget()
		o.page.show()
	}
	o.page.rules.at = 3 // the investment
	o.page.show()
	excludes, years := o.page.rule.fields[4].entry, o.page.rule.fields[3].entry
	o.write(excludes, "住宅")
	o.leave()
	o.shows("名录中没有“住宅”；可用的有：产业项目、旅游与文化")
	o.write(excludes, "商品住宅，commercial complexes")
	o.leave()
	if got := o.page.book.Rules[3].Excludes; len(got) != 2 || got[0] != planning.ProjectHousing || got[1] != planning.ProjectComplex {
		t.Errorf("left out: %v", got)
	}
	o.write(years, "6")
	o.leave()
	o.shows("的年数要在 1 到 5 之间")
	o.page.rules.table.sheet.Select(0, ruleMin) // another rule, of which it was not said
	o.leave()
	if years.Refused() {
		t.Error("the reason stays at another rule")
	}
}

func TestATargetAndItsBounds(t *testing.T) {
	o := copied(t, words.Zh, "guide-2017")
	o.page.rules.at = 0
	o.page.show()
	about := o.page.rule.fields[0].entry
	o.write(about, "4")
	o.leave()
	if l := o.page.book.Rules[0].Limit; l != rulebook.Target(4, 0.1, 0.3, rulebook.Km2) {
		t.Errorf("the limit is %+v", l)
	}
	o.cell(o.page.rules.table, 0, ruleMax, "")
	o.leave()
	if l := o.page.book.Rules[0].Limit; l.About != 0 || !math.IsInf(l.Max, 1) || l.ExpectedMin != 3.6 {
		t.Errorf("with an open side the limit is %+v", l)
	}
}

func TestRulesAreAddedAndRemoved(t *testing.T) {
	o := copied(t, words.En, "shandong-2021")
	n := len(o.page.book.Rules)
	for _, m := range append([]rulebook.Measure{rulebook.Stated("jobs")}, rulebook.Measures...) {
		o.page.rules.measure.Set(string(m))
		o.page.rules.add()
		n++
		if rules := o.page.book.Rules; len(rules) != n || rules[n-1].Measure != m || rules[n-1].Title.In(words.Zh) == rules[n-1].Title.In(words.En) {
			t.Fatalf("%s: %d rules, want %d; %s", m, len(rules), n, o.reads())
		}
	}
	for n > 1 {
		o.page.rules.remove(n - 1)
		n--
	}
	o.page.rules.remove(0)
	o.shows("the rulebook has no rules")
	if len(o.page.book.Rules) != 1 {
		t.Errorf("%d rules are left, want 1", len(o.page.book.Rules))
	}
}

func TestListsAreEdited(t *testing.T) {
	o := copied(t, words.Zh, "zhejiang-2015")
	l := o.page.lists
	l.add()
	n := len(o.page.book.Industries) - 1
	o.cell(l.table, n, itemID, "bamboo")
	o.leave()
	o.cell(l.table, n, itemZh, "竹编")
	o.leave()
	if it, ok := rulebook.Find(o.page.book.Industries, "bamboo"); !ok || it.Title.In(words.Zh) != "竹编" {
		t.Errorf("the industries became %+v", o.page.book.Industries[n])
	}
	o.cell(l.table, 0, itemID, "data") // information
	o.leave()
	if r := ruleOf(o.page.book, "investment"); r.Relaxed.For[0] != "data" {
		t.Errorf("the rule asks for %v", r.Relaxed.For)
	}
	l.choice.OnCommit("")
	l.choice.Set(listDeclarations)
	o.page.show()
	l.remove(0)
	o.shows("规则 also 的条目 apart 不在名录中")
}

func TestTwoRulebooksCompared(t *testing.T) {
	o := library(t, words.Zh)
	o.shows("≠ 规划面积", "核心建设用地", "有 9 项不同")
	o.hides("≠ 核心建设用地")
	o.page.compare.b.Set("guide-2017")
	o.page.compare.show()
	o.shows("有 0 项不同")
}

func TestRemovingTheRulebookShown(t *testing.T) {
	o := copied(t, words.Zh, "guide-2017")
	o.page.removeBook()
	if o.page.id != "guide-2017" || o.page.own() {
		t.Errorf("the page shows %s", o.page.id)
	}
	o.hides("修改稿")
}

func TestParseStated(t *testing.T) {
	for _, c := range []struct {
		text string
		unit rulebook.Unit
		want float64
		why  words.ID
	}{
		{"2,200", rulebook.Persons, 2200, ""}, {"２２００人", rulebook.Persons, 2200, ""}, {"2.5", rulebook.Persons, 0, "rulebooks.persons_whole"},
		{"多", rulebook.Persons, 0, "number.unreadable"}, {"40%", rulebook.Percent, 40, ""}, {"40．5％", rulebook.Percent, 40.5, ""},
		{"101", rulebook.Percent, 0, "rulebooks.percent_range"}, {"-1", rulebook.Percent, 0, "rulebooks.percent_range"},
		{"4", rulebook.Grade, 4, ""}, {"4A", rulebook.Grade, 4, ""}, {"ＡＡＡＡ级", rulebook.Grade, 4, ""}, {"aaa", rulebook.Grade, 3, ""},
		{"0", rulebook.Grade, 0, ""}, {"6A", rulebook.Grade, 0, "rulebooks.grade"}, {"AAAAAA", rulebook.Grade, 0, "rulebooks.grade"},
		{"A5", rulebook.Grade, 0, "rulebooks.grade"}, {"好", rulebook.Grade, 0, "rulebooks.grade"},
	} {
		got, err := parseStated(c.text, c.unit)
		if c.why == "" && (err != nil || got != c.want) || c.why != "" && (err == nil || words.Explain(err).ID == "") {
			t.Errorf("%q in %s is %v, %v; want %v %s", c.text, c.unit, got, err, c.want, c.why)
		}
		if c.why != "" && !strings.Contains(words.Explain(err).In(words.Zh), words.Say(c.why, "text", c.text).In(words.Zh)) {
			t.Errorf("%q in %s: %v, want %s", c.text, c.unit, err, c.why)
		}
	}
}
