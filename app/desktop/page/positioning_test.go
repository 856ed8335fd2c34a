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
	o.shows("龙溪茶镇（示例）", "新建类", "历史经典产业 · 茶叶", "龙井茶深加工与茶文化体验", "海外抹茶与茶提取物买家。")
	o.shows("云坞茶谷（虚构）", "示例传承人丙", "四项功能“聚而合”", "茶农变股东和工人")
	o.hides("没有提到", "还没有写")
	if got := o.page.texts[edit.Distinction].Text; !strings.HasPrefix(got, "以茶叶精深加工带动茶旅") {
		t.Errorf("the distinction reads %q", got)
	}
	empty := open(t, words.En, newPositioning, stateOf(planning.Plan{}))
	empty.shows("Leading industry", "not chosen", "not said", "No such towns yet.", "No teams yet.", "Nothing is written yet.")
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

func TestTownKind(t *testing.T) {
	o := open(t, words.Zh, newPositioning, sampleState(t))
	o.page.kind.choice.SetSelectedIndex(2)
	o.expect(edit.SetTownKind{To: planning.TownUpgrade})
	o.page.kind.choice.SetSelectedIndex(0)
	o.expect(edit.SetTownKind{})
}

func TestAFunctionIsRemarkedOnWhileItIsTyped(t *testing.T) {
	o := open(t, words.Zh, newPositioning, sampleState(t))
	e := o.page.texts[edit.FunctionTourism]
	o.write(e, "湖景酒店")
	o.shows("这段文字没有提到主导产业或细分领域")
	o.write(e, "湖景酒店与茶园")
	o.hides("没有提到")
	o.write(e, "")
	o.shows("还没有写")
	o.leave()
	o.expect(edit.SetText{Field: edit.FunctionTourism})
	o.page.industry.choice.SetSelectedIndex(1) // information: the sub-field still speaks of tea
	o.hides("没有提到")
	o.write(o.page.texts[edit.SubField], "云计算")
	o.leave()
	o.shows("没有提到")
}

func TestCompetitors(t *testing.T) {
	o := open(t, words.Zh, newPositioning, sampleState(t))
	l, to := o.page.competitors, o.state.Plan.Positioning.Competitors.At(1)
	for col, set := range []*string{&to.Name, &to.Place, &to.Strength, &to.Difference} {
		o.cell(l.table, 1, col, "新的一格")
		o.leave()
		*set = "新的一格"
		o.expect(edit.SetCompetitor{At: 1, To: to})
	}
	l.table.sheet.Select(2, 0)
	o.shows("以什么见长：湖景酒店和会议，年游客过百万", "我们怎样不同：不靠酒店")
	tap(o, "添加同类小镇")
	o.expect(edit.AddCompetitor{Competitor: planning.Competitor{Name: "同类小镇 1"}})
	l.removed(3)
	o.expect(edit.RemoveCompetitor{At: 3, Title: "同类小镇 1"})
	o.cell(l.table, 0, 3, strings.Repeat("长", 30))
	l.table.sheet.Select(0, 0)
	if why := o.page.d.Do(edit.SetCompetitor{At: 9}); why == nil {
		t.Error("a row that is not there was changed")
	}
	o.shows(strings.Repeat("长", 30)) // the whole of it, below the table
}

func TestTeams(t *testing.T) {
	o := open(t, words.En, newPositioning, sampleState(t))
	l, to := o.page.teams, o.state.Plan.Positioning.Teams.At(0)
	for col, set := range []*string{&to.Name, &to.Leader, &to.Field, &to.Remark} {
		o.cell(l.table, 0, col, "x")
		o.leave()
		*set = "x"
		o.expect(edit.SetTeam{At: 0, To: to})
	}
	tap(o, "Add a team")
	o.expect(edit.AddTeam{Team: planning.Team{Name: "Team 1"}})
	l.removed(0)
	o.expect(edit.RemoveTeam{At: 0, Title: "x"})
}

func TestARosterThatIsFull(t *testing.T) {
	full := planning.Plan{Positioning: planning.Positioning{Teams: planning.ListOf(make([]planning.Team, 200)...)}}
	o := open(t, words.Zh, newPositioning, stateOf(full))
	o.page.teams.add()
	o.expect()
	o.shows("最多 200 行；请先删除不用的行")
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
