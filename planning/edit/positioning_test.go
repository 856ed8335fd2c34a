package edit_test

import (
	"strings"
	"testing"

	"zhenjie/assets/words"
	"zhenjie/planning"
	"zhenjie/planning/edit"
)

var (
	valley   = planning.Competitor{Name: "茶谷", Place: "乙县", Strength: "白茶", Difference: "做抹茶"}
	workshop = planning.Team{Name: "炒茶工坊", Leader: "李", Field: "手工炒制", Remark: "省级传承人"}
)

func init() {
	competitors := func(all ...planning.Competitor) func(*planning.Plan) {
		return func(p *planning.Plan) { p.Positioning.Competitors = planning.ListOf(all...) }
	}
	teams := func(all ...planning.Team) func(*planning.Plan) {
		return func(p *planning.Plan) { p.Positioning.Teams = planning.ListOf(all...) }
	}
	first, blank := planning.Competitor{Name: "茶湾"}, planning.Competitor{}
	steps = append(steps, []step{
		{edit.SetTownKind{To: planning.TownUpgrade}, "Kind of town: rebuilt and upgraded", func(p *planning.Plan) { p.Identity.Kind = planning.TownUpgrade }},
		{edit.SetTownKind{}, "Kind of town: not said", func(*planning.Plan) {}},
		{edit.SetText{Field: edit.FunctionIndustry, To: "a"}, "Industry: a", func(p *planning.Plan) { p.Positioning.Functions.Industry = "a" }},
		{edit.SetText{Field: edit.FunctionCulture, To: "b"}, "Culture: b", func(p *planning.Plan) { p.Positioning.Functions.Culture = "b" }},
		{edit.SetText{Field: edit.FunctionTourism, To: "c"}, "Tourism: c", func(p *planning.Plan) { p.Positioning.Functions.Tourism = "c" }},
		{edit.SetText{Field: edit.FunctionCommunity, To: "d"}, "Community: d", func(p *planning.Plan) { p.Positioning.Functions.Community = "d" }},
		{edit.AddCompetitor{Competitor: valley}, "add the town 茶谷", competitors(first, blank, valley)},
		{edit.SetCompetitor{At: 1, To: valley}, "change the town 茶谷", competitors(first, valley)},
		{edit.RemoveCompetitor{At: 0, Title: "茶湾"}, "remove the town 茶湾", competitors(blank)},
		{edit.AddTeam{Team: workshop}, "add the team 炒茶工坊", teams(planning.Team{Name: "研究所", Leader: "王"}, workshop)},
		{edit.SetTeam{At: 0, To: workshop}, "change the team 炒茶工坊", teams(workshop)},
		{edit.RemoveTeam{At: 0, Title: "研究所"}, "remove the team 研究所", teams()},
	}...)
}

func TestPositioningBlocked(t *testing.T) {
	long := strings.Repeat("字", 20_001)
	full := town()
	full.Positioning.Competitors = planning.ListOf(make([]planning.Competitor, 200)...)
	full.Positioning.Teams = planning.ListOf(make([]planning.Team, 200)...)
	for name, c := range map[string]struct {
		plan    planning.Plan
		command edit.Command
		want    words.ID
	}{
		"unknown kind":        {town(), edit.SetTownKind{To: "old"}, "edit.town_kind"},
		"long function":       {town(), edit.SetText{Field: edit.FunctionCulture, To: long}, "edit.too_long"},
		"competitors full":    {full, edit.AddCompetitor{}, "edit.full"},
		"long name of a town": {town(), edit.AddCompetitor{Competitor: planning.Competitor{Name: long}}, "edit.too_long"},
		"long difference":     {town(), edit.SetCompetitor{To: planning.Competitor{Difference: long}}, "edit.too_long"},
		"long strength":       {town(), edit.SetCompetitor{To: planning.Competitor{Strength: long}}, "edit.too_long"},
		"no such competitor":  {town(), edit.SetCompetitor{At: 2}, "edit.gone"},
		"competitor −1":       {town(), edit.RemoveCompetitor{At: -1}, "edit.gone"},
		"teams full":          {full, edit.AddTeam{}, "edit.full"},
		"long leader":         {town(), edit.AddTeam{Team: planning.Team{Leader: long}}, "edit.too_long"},
		"long remark":         {town(), edit.SetTeam{To: planning.Team{Remark: long}}, "edit.too_long"},
		"no such team":        {town(), edit.SetTeam{At: 1}, "edit.gone"},
		"team −1":             {town(), edit.RemoveTeam{At: -1}, "edit.gone"},
	} {
		why := c.command.Blocked(c.plan)
		if why.ID != c.want {
			t.Errorf("%s: blocked by %q (%s), want %s", name, why.ID, why.In(words.En), c.want)
		}
		if zh, en := why.In(words.Zh), why.In(words.En); strings.ContainsAny(zh+en, "{}") || zh == en {
			t.Errorf("%s: said %q and %q", name, zh, en)
		}
	}
}

func TestFunctionsSayWhatTheyHold(t *testing.T) {
	p := planning.Plan{Positioning: planning.Positioning{Functions: planning.Functions{Industry: "1", Culture: "2", Tourism: "3", Community: "4"}}}
	held := ""
	for _, f := range edit.Functions {
		held += f.Get(p)
		if id := f.Caption().ID; !words.Known(id) {
			t.Errorf("%s has no caption %s", f, id)
		}
	}
	if held != "1234" {
		t.Errorf("the functions hold %q", held)
	}
}

func TestAStepOfThePositioningNamesTheOneFieldItChanges(t *testing.T) {
	p := town()
	town, team := p.Positioning.Competitors.At(0), p.Positioning.Teams.At(0)
	place, strength, difference := town, town, town
	place.Place, strength.Strength, difference.Difference = "甲县", "红茶", "做抹茶"
	named, led, field, remark := team, team, team, team
	named.Name, led.Leader, field.Field, remark.Remark = "院", "", "育种", "五人"
	for _, c := range []struct {
		command edit.Command
		zh, en  string
	}{
		{edit.SetCompetitor{At: 0, To: place}, "茶湾，所在地：甲县", "茶湾, place: 甲县"},
		{edit.SetCompetitor{At: 0, To: strength}, "茶湾，以什么见长：红茶", "茶湾, known for: 红茶"},
		{edit.SetCompetitor{At: 0, To: difference}, "茶湾，我们怎样不同：做抹茶", "茶湾, what we do otherwise: 做抹茶"},
		{edit.SetCompetitor{At: 0, To: valley}, "修改同类小镇 茶谷", "change the town 茶谷"},
		{edit.SetCompetitor{At: 1, To: planning.Competitor{Name: "新"}}, "（空），名称：新", "(none), name: 新"},
		{edit.SetTeam{At: 0, To: named}, "研究所，名称：院", "研究所, name: 院"},
		{edit.SetTeam{At: 0, To: led}, "研究所，带头人：（空）", "研究所, leader: (none)"},
		{edit.SetTeam{At: 0, To: field}, "研究所，做什么：育种", "研究所, field: 育种"},
		{edit.SetTeam{At: 0, To: remark}, "研究所，备注：五人", "研究所, remark: 五人"},
	} {
		name := edit.StepName(c.command, p)
		if zh, en := name.In(words.Zh), name.In(words.En); zh != c.zh || en != c.en {
			t.Errorf("called %q and %q, want %q and %q", zh, en, c.zh, c.en)
		}
	}
}
