package rulebook_test

import (
	"testing"

	"zhenjie/assets/words"
	"zhenjie/planning/rulebook"
)

func builtin(t *testing.T, id string) *rulebook.Rulebook {
	t.Helper()
	for _, b := range rulebook.Builtin() {
		if b.ID == id {
			return b
		}
	}
	t.Fatalf("no rulebook %s", id)
	return nil
}

func TestCompareGuideAndZhejiang(t *testing.T) {
	type line struct {
		title, a, b string
		difference  rulebook.Difference
	}
	want := []line{
		{"规划面积", "3–5 km²", "约 3 km²（±10%）", rulebook.Other},
		{"核心建设用地", "约 1 km²（±10%）", "约 1 km²（±10%）", rulebook.Same},
		{"核心区在规划范围内", "≤0 m²", "≤0 m²", rulebook.Same},
		{"三年总投资", "30–50 亿元；按 3 年计", "≥50 亿元；信息经济、金融、旅游、茶叶、丝绸、黄酒、中药、青瓷、木雕、根雕、石雕、文房：≥30 亿元；按 3 年计；不计商品住宅、商业综合体", rulebook.Other},
		{"主导产业投资占比", "", "≥70%", rulebook.OnlyB},
		{"景区等级", "", "≥3A；旅游：≥5A", rulebook.OnlyB},
		{"一个主导产业", "16 个产业中恰好一个", "16 个产业中恰好一个", rulebook.Same},
		{"近五年“五无”", "近五年无重大安全生产事故、近五年无重大环境污染、近五年无重大生态破坏、近五年无重大群体性社会事件、近五年无历史文化遗存破坏", "", rulebook.OnlyA},
		{"联席会议办公室", "各方已组建联席会议办公室", "", rulebook.OnlyA},
		{"建制镇优先", "属于建制镇（非城关镇）（优先）", "", rulebook.OnlyA},
		{"选址与公共服务", "", "相对独立于城市和乡镇建成区中心、建有公共服务 APP、建有小镇客厅、公共 WiFi 和数字化管理全覆盖", rulebook.OnlyB},
		{"申报材料", "小城镇基本信息表、建设工作情况报告及 PPT、镇总体规划、相关政策支持文件、创建方案、概念性规划", "", rulebook.OnlyA},
	}
	rows := rulebook.Compare(builtin(t, "guide-2017"), builtin(t, "zhejiang-2015"))
	for i, r := range rows {
		got := line{r.Title.In(words.Zh), r.A.In(words.Zh), r.B.In(words.Zh), r.Difference}
		if i >= len(want) || got != want[i] {
			t.Errorf("row %d is %+v", i, got)
		}
	}
	if len(rows) != len(want) {
		t.Errorf("%d rows, want %d", len(rows), len(want))
	}
}

// TestWhatMakesADifference changes one thing at a time.
func TestWhatMakesADifference(t *testing.T) {
	parse := func(rule string) *rulebook.Rulebook {
		b, err := rulebook.Parse([]byte("id: x\nrules:\n  - {" + rule + "}\n"))
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	const money = "id: r, measure: investment.total, "
	for _, c := range []struct {
		name, a, b string
		want       []rulebook.Difference
	}{
		{"nothing", money + "limit: {min: 3, unit: yi}", money + "limit: {min: 3, unit: yi}", []rulebook.Difference{rulebook.Same}},
		{"the unit", money + "limit: {min: 3, unit: yi}", money + "limit: {min: 30000, unit: wan}", []rulebook.Difference{rulebook.Same}},
		{"亩 for km²", "id: r, measure: extent.area, limit: {min: 3, max: 5, unit: km2}", "id: q, measure: extent.area, limit: {min: 4500, max: 7500, unit: mu}", []rulebook.Difference{rulebook.Same}},
		{"title and source", money + "title: 甲, limit: {min: 3, unit: yi}", money + "source: 乙, limit: {min: 3, unit: yi}", []rulebook.Difference{rulebook.Same}},
		{"a bound", money + "limit: {min: 3, unit: yi}", money + "limit: {min: 3, max: 5, unit: yi}", []rulebook.Difference{rulebook.Other}},
		{"the years", money + "limit: {min: 3, unit: yi}", money + "years: 5, limit: {min: 3, unit: yi}", []rulebook.Difference{rulebook.Other}},
		{"a kind", money + "limit: {min: 3, unit: yi}", money + "excludes: [housing], limit: {min: 3, unit: yi}", []rulebook.Difference{rulebook.Other}},
		{"the order of kinds", money + "excludes: [complex, housing], limit: {min: 3, unit: yi}", money + "excludes: [housing, complex], limit: {min: 3, unit: yi}", []rulebook.Difference{rulebook.Same}},
		{"another limit", money + "limit: {min: 3, unit: yi}", money + "relaxed: {limit: {min: 1, unit: yi}, for: [tea]}, limit: {min: 3, unit: yi}", []rulebook.Difference{rulebook.Other}},
		{"for others", money + "relaxed: {limit: {min: 1, unit: yi}, for: [silk]}, limit: {min: 3, unit: yi}", money + "relaxed: {limit: {min: 1, unit: yi}, for: [tea]}, limit: {min: 3, unit: yi}", []rulebook.Difference{rulebook.Other}},
		{"an item", "id: r, measure: materials, items: [video]", "id: r, measure: materials, items: [base_table]", []rulebook.Difference{rulebook.Other}},
		{"the subject", "id: r, measure: materials, items: [video]", "id: q, measure: materials, items: [video]", []rulebook.Difference{rulebook.OnlyA, rulebook.OnlyB}},
		{"preferred", "id: r, measure: declarations, items: [ecology]", "id: r, measure: declarations, preferred: true, items: [ecology]", []rulebook.Difference{rulebook.Other}},
		{"the measure", money + "limit: {min: 3, unit: yi}", "id: r, measure: investment.per_year, limit: {min: 3, unit: yi}", []rulebook.Difference{rulebook.OnlyA, rulebook.OnlyB}},
	} {
		rows := rulebook.Compare(parse(c.a), parse(c.b))
		if len(rows) != len(c.want) {
			t.Errorf("%s: %d rows", c.name, len(rows))
			continue
		}
		for i, r := range rows {
			if r.Difference != c.want[i] {
				t.Errorf("%s: row %d is %s, want %s", c.name, i, r.Difference, c.want[i])
			}
		}
	}
	own, err := rulebook.Parse([]byte("id: x\nrules: [{id: i, measure: industry}]\nindustries: [{id: tea}]\n"))
	if err != nil {
		t.Fatal(err)
	}
	if rows := rulebook.Compare(parse("id: i, measure: industry"), own); len(rows) != 1 || rows[0].Difference != rulebook.Other {
		t.Errorf("another list of industries: %+v", rows)
	}
}

// TestAlignGivesEveryRuleOnePlace of all rulebooks of the program at once.
func TestAlignGivesEveryRuleOnePlace(t *testing.T) {
	books := rulebook.Builtin()
	seen := map[*rulebook.Rule]int{}
	for _, topic := range rulebook.Align(books...) {
		for at, r := range topic.Rules {
			if r != nil {
				seen[r]++
				if !within(r, books[at]) {
					t.Errorf("%s stands in the column of %s", r.ID, books[at].ID)
				}
			}
		}
	}
	for _, b := range books {
		for i := range b.Rules {
			if n := seen[&b.Rules[i]]; n != 1 {
				t.Errorf("%s %s stands in %d places", b.ID, b.Rules[i].ID, n)
			}
		}
	}
}

func within(r *rulebook.Rule, b *rulebook.Rulebook) bool {
	for i := range b.Rules {
		if r == &b.Rules[i] {
			return true
		}
	}
	return false
}
