package procedure_test

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"reflect"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"zhenjie/assets/procedures"
	"zhenjie/assets/words"
	"zhenjie/planning"
	"zhenjie/planning/procedure"
	"zhenjie/planning/rulebook"
)

// schema is the published description of the files.
func schema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(procedures.Schema))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("schema.json", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// document is a YAML text as a JSON document.
func document(t *testing.T, data []byte) any {
	t.Helper()
	var v any
	if err := yaml.Unmarshal(data, &v); err != nil {
		t.Fatal(err)
	}
	text, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func TestEveryFileKeepsToTheSchema(t *testing.T) {
	s := schema(t)
	names, err := fs.Glob(procedures.Files, "*.yaml")
	if err != nil || len(names) != 11 {
		t.Fatalf("%d files, %v", len(names), err)
	}
	for _, name := range names {
		data, err := fs.ReadFile(procedures.Files, name)
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Validate(document(t, data)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		d, err := procedure.Parse(data)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if d.ID+".yaml" != name {
			t.Errorf("the file %s holds the procedure %s", name, d.ID)
		}
		if err := s.Validate(document(t, procedure.Format(d))); err != nil {
			t.Errorf("%s written anew: %v", name, err)
		}
	}
}

func TestTheSchemaRefusesWhatParseRefuses(t *testing.T) {
	s := schema(t)
	for name, c := range faults {
		switch c.kind {
		// no schema can say these
		case "procedure.twice", "procedure.bad_target", "procedure.control", "procedure.dates_order",
			"procedure.anchor", "procedure.unreadable", "procedure.too_large", "procedure.reserved":
			continue
		}
		if strings.Contains(name, "beyond the schema") {
			continue
		}
		if s.Validate(document(t, []byte(c.text))) == nil {
			t.Errorf("%s: the schema takes it", name)
		}
	}
}

// shape is what the source says of each procedure: its stages with the number
// of their steps.
var shape = map[string]string{
	"p01": "自愿申报 2, 分批审核 3, 年度考核 4, 考核验收 3",
	"p02": "自愿申报 2, 分批审核 3, 年度考核 4, 考核验收 3",
	"p03": "自愿申报 2, 确定创建 3, 年度考核 4, 验收命名 3",
	"p04": "调研论证、确定 1, 制定方案、编制规划 4, 分类指导、分步实施 1, 总结验收、交流提升 2",
	"p05": "自愿申报 2, 审核公布 3, 年度评估 2, 验收命名 2",
	"p06": "自愿申报 2, 分批审核 3, 年度考核 2, 验收命名 2",
	"p07": "组织申报 5, 分批审核 3, 培育建设 2, 年度考核 2, 验收命名 2",
	"p08": "组织申报 4, 日常运行 2, 动态监管 4, 联动指导 3, 期末验收 2",
	"p09": "规划审核 5, 年度考核 1, 验收命名 2",
	"p10": "自愿申报 2, 确定创建 3, 年度考核 4, 验收命名 3",
	"p11": "自愿申报 1",
}

func TestTheProceduresAreWhatTheSourceSays(t *testing.T) {
	all := procedure.Builtin()
	if len(all) != len(shape) {
		t.Errorf("%d procedures, want %d", len(all), len(shape))
	}
	for _, d := range all {
		var parts []string
		for _, s := range d.Stages {
			parts = append(parts, s.Name.In(words.Zh)+" "+string(rune('0'+len(s.Steps))))
		}
		if got := strings.Join(parts, ", "); got != shape[d.ID] {
			t.Errorf("%s has the stages %s, want %s", d.ID, got, shape[d.ID])
		}
		if d.Truncated != (d.ID == "p11") {
			t.Errorf("%s is truncated: %v", d.ID, d.Truncated)
		}
		assessed := 0
		for p := range d.All() {
			if p.Step.Every.Assessed {
				assessed++
			}
		}
		for _, s := range d.Stages {
			if s.Every.Assessed {
				assessed++
			}
		}
		if want := map[string]int{"p04": 0, "p11": 0}; assessed != 1 && want[d.ID] != assessed {
			t.Errorf("%s has %d yearly assessments", d.ID, assessed)
		}
	}
	for _, c := range []struct {
		ids    string
		misses int
		effect procedure.Effect
	}{{"p01 p02 p03 p10", 2, procedure.EffectExit}, {"p07", 1, procedure.EffectSuspend}, {"p04 p05 p06 p08 p09 p11", 0, ""}} {
		for id := range strings.FieldsSeq(c.ids) {
			if d := byID(t, id); d.Exit.Misses != c.misses || d.Exit.Effect != c.effect {
				t.Errorf("%s: exit %+v", id, d.Exit)
			}
		}
	}
}

func byID(t testing.TB, id string) *procedure.Definition {
	t.Helper()
	d, err := procedure.ByID(id)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestEveryTextStandsInBothLanguages(t *testing.T) {
	spoken := func(at string, text words.Text) {
		zh, en := text.In(words.Zh), text.In(words.En)
		if !text.IsZero() && (zh == "" || en == "" || zh == en) {
			t.Errorf("%s: %q and %q", at, zh, en)
		}
	}
	for _, d := range procedure.Builtin() {
		for _, text := range []words.Text{d.Name, d.Source, d.Hint.Province, d.Note, d.Reward.Source, d.ClawBack.Source} {
			spoken(d.ID, text)
		}
		for _, s := range d.Stages {
			spoken(d.ID+" "+s.ID, s.Name)
		}
		for p := range d.All() {
			s := p.Step
			for _, text := range []words.Text{s.Title, s.By, s.Result, s.Note, s.When, s.Yes.Label, s.No.Label} {
				spoken(d.ID+" "+s.ID, text)
			}
			for _, it := range append(s.Papers[:len(s.Papers):len(s.Papers)], s.Covers...) {
				spoken(d.ID+" "+s.ID+" "+it.ID, it.Title)
			}
		}
	}
}

// TestPapersOfOneIDAreOnePaper compares the papers with the rulebook's and with
// those of the other procedures.
func TestPapersOfOneIDAreOnePaper(t *testing.T) {
	titles := map[string]string{}
	for _, it := range rulebook.Default().Materials {
		titles[it.ID] = it.Title.In(words.Zh)
	}
	for _, d := range procedure.Builtin() {
		for p := range d.All() {
			for _, it := range p.Step.Papers {
				title := it.Title.In(words.Zh)
				if was, ok := titles[it.ID]; ok && was != title {
					t.Errorf("%s calls %s %s, elsewhere it is %s", d.ID, it.ID, title, was)
				}
				titles[it.ID] = title
			}
		}
	}
	for _, id := range []string{"creation_plan", "concept_plan", "environment_plan", "regulatory_plan", "core_urban_design", "industry_plan"} {
		if titles[id] == "" {
			t.Errorf("no procedure asks for %s", id)
		}
	}
}

func TestWrittenAnewAProcedureIsTheSame(t *testing.T) {
	for _, d := range procedure.Builtin() {
		again, err := procedure.Parse(procedure.Format(d))
		if err != nil {
			t.Errorf("%s: %v", d.ID, err)
		} else if !reflect.DeepEqual(again, d) {
			t.Errorf("%s became\n%s", d.ID, procedure.Format(again))
		}
	}
}

func TestAPlansOwnCopyComesFirst(t *testing.T) {
	own := strings.Replace(string(procedure.Format(byID(t, "p02"))), "省创建流程（2）", "某省创建流程", 1)
	d, err := procedure.Of(planning.Procedure{ID: "p02", Own: own})
	if err != nil || d.Name.In(words.Zh) != "某省创建流程" {
		t.Errorf("the own copy is %v, %v", d, err)
	}
	if d, err := procedure.Of(planning.Procedure{}); d != nil || err != nil {
		t.Errorf("no procedure is %v, %v", d, err)
	}
	d, err = procedure.Of(planning.Procedure{ID: "p02", Own: "id: &x p02"})
	if err == nil || d != byID(t, "p02") {
		t.Errorf("a damaged copy is %v, %v", d, err)
	}
	if d, err := procedure.Of(planning.Procedure{ID: "mine", Own: "["}); err == nil || d != nil {
		t.Errorf("a damaged copy of an unknown id is %v, %v", d, err)
	}
	if d, err := procedure.Of(planning.Procedure{ID: "mine"}); err == nil || d != nil {
		t.Errorf("an unknown id is %v, %v", d, err)
	}
}
