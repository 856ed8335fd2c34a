package page

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"zhenjie/app/desktop/widgets"
	"zhenjie/assets/words"
	"zhenjie/planning"
	"zhenjie/planning/edit"
)

func TestPositioningShowsThePlan(t *testing.T) {
	o := open(t, words.Zh, newPositioning, sampleState(t))
	o.shows("龙溪茶镇（示例）", "历史经典产业 · 茶叶", "龙井茶深加工与茶文化体验", "海外抹茶与茶提取物买家。")
	if got := o.page.texts[edit.Distinction].Text; !strings.HasPrefix(got, "以茶叶精深加工带动茶旅") {
		t.Errorf("the distinction reads %q", got)
	}
	empty := open(t, words.En, newPositioning, stateOf(planning.Plan{}))
	empty.shows("Leading industry", "not chosen")
}

func TestPositioningFields(t *testing.T) {
	o := open(t, words.Zh, newPositioning, sampleState(t))
	for field, e := range o.page.texts {
		o.write(e, "青石")
		o.expect()
		o.leave()
		o.expect(edit.SetText{Field: field, To: "青石"})
	}
}

func TestPositioningIndustry(t *testing.T) {
	o := open(t, words.Zh, newPositioning, sampleState(t))
	c := o.page.industry.choice
	c.SetSelectedIndex(1)
	o.expect(edit.SetIndustry{To: "information", Title: words.Both("信息经济", "Information economy")})
	o.shows("七大产业 · 信息经济")
	c.SetSelectedIndex(0)
	if got := o.take(); len(got) != 1 || o.state.Plan.Positioning.Industry != "" {
		t.Errorf("choosing none did %+v and left %q", got, o.state.Plan.Positioning.Industry)
	}
}

func TestPositioningSaysWhyNot(t *testing.T) {
	o := open(t, words.Zh, newPositioning, sampleState(t))
	e := o.page.texts[edit.SubField]
	o.write(e, "")
	e.SetText(strings.Repeat("茶", 20_001)) // typing as many is slow
	o.leave()
	o.expect()
	o.shows("文字超过 20000 个字；请删减")
}

func TestAChoiceThatIsRefusedGoesBack(t *testing.T) {
	o := open(t, words.Zh, newPositioning, sampleState(t))
	f := widgets.NewForm()
	p := newPicker(o.page.d, f, "field.industry", func(string) edit.Command { return edit.SetSigma{} })
	p.show(o.page.industries(o.state.Book), "tea", "只能选一个")
	p.choice.SetSelectedIndex(1)
	o.expect()
	if p.choice.Chosen() != "tea" {
		t.Errorf("the choice stays at %q", p.choice.Chosen())
	}
	f.Resize(fyne.NewSize(400, 100))
	if got := strings.Join(seen(f), ""); !strings.Contains(got, "界址点中误差要大于 0 米") {
		t.Errorf("the form reads %q", got)
	}
}

func TestPositioningLeavesWhatIsBeingTyped(t *testing.T) {
	o := open(t, words.Zh, newPositioning, sampleState(t))
	e := o.page.texts[edit.TownName]
	o.write(e, "半个")
	o.page.Show(o.state)
	if e.Text != "半个" {
		t.Errorf("shown anew, the field holds %q", e.Text)
	}
}

func TestTextsAreCommittedWhileTheyAreTyped(t *testing.T) {
	o := open(t, words.Zh, newPositioning, sampleState(t))
	for field, e := range o.page.texts {
		if !e.AutoCommit {
			t.Errorf("%s waits until the field is left", field)
		}
	}
	tables := map[string]*table{
		"investors": newInvestors(o.page.d).table, "schedule": newSchedule(o.page.d).table,
		"declarations": newDeclarations(o.page.d).table, "materials": newMaterials(o.page.d).table,
	}
	of := map[string][]int{
		"investors": {investorContact}, "schedule": {projectName},
		"declarations": {declarationBody, declarationEvidence}, "materials": {materialRemark},
	}
	for name, table := range tables {
		for col, c := range table.columns {
			if c.AutoCommit != slices.Contains(of[name], col) {
				t.Errorf("%s: column %q is committed while it is typed: %v", name, c.Title, c.AutoCommit)
			}
		}
	}
}
