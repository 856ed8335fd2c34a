package procedure_test

import (
	"errors"
	"io/fs"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"zhenjie/assets/procedures"
	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/planning/procedure"
)

// small is the smallest procedure, with lines to be replaced.
const small = `id: x
name: {zh: 流程}
source: {zh: 文}
stages:
  - id: s
    name: {zh: 阶段}
    steps:
      - id: a
        title: {zh: 甲}
      - id: b
        title: {zh: 乙}
`

func with(old, new string) string { return strings.Replace(small, old, new, 1) }

func last(line string) string { return small + line + "\n" }

var faults = map[string]struct {
	text string
	kind words.ID
}{
	"no id":                    {with("id: x", "truncated: false"), "procedure.bad_id"},
	"capital in an id":         {with("id: x", "id: X"), "procedure.bad_id"},
	"no name":                  {with("name: {zh: 流程}\n", ""), "procedure.no_text"},
	"empty name":               {with("{zh: 流程}", `{zh: ""}`), "procedure.no_text"},
	"no source":                {with("source: {zh: 文}\n", ""), "procedure.no_text"},
	"no stages":                {"id: x\nname: {zh: 流程}\nsource: {zh: 文}\n", "procedure.no_stages"},
	"no steps":                 {"id: x\nname: {zh: 流程}\nsource: {zh: 文}\nstages: [{id: s, name: {zh: 阶段}}]\n", "procedure.no_steps"},
	"stage twice":              {last("  - {id: s, name: {zh: 阶段}, steps: [{id: c, title: {zh: 丙}}]}"), "procedure.twice"},
	"step twice":               {with("id: b", "id: a"), "procedure.twice"},
	"step of that name":        {with("id: b", "id: exit"), "procedure.reserved"},
	"step without title":       {with("        title: {zh: 甲}\n", ""), "procedure.no_text"},
	"long text":                {with("甲", strings.Repeat("长", 2001)), "procedure.long_text"},
	"line break":               {with("甲", `"甲\n乙"`), "procedure.control"},
	"zero-width space":         {with("甲", "甲\u200b"), "procedure.control"},
	"too many stages":          {last(strings.Repeat("  - {id: t, name: {zh: 阶段}}\n", 30)), "procedure.too_many"},
	"too many steps":           {last(strings.Repeat("      - {id: c, title: {zh: 丙}}\n", 100)), "procedure.too_many"},
	"too many papers":          {last("        papers:\n" + strings.Repeat("          - {id: p, title: {zh: 文}}\n", 21)), "procedure.too_many"},
	"paper twice":              {last("        papers: [{id: p, title: {zh: 文}}, {id: p, title: {zh: 文}}]"), "procedure.twice"},
	"paper without title":      {last("        papers: [{id: p}]"), "procedure.no_text"},
	"every no month":           {last("        every: {months: 0}"), "procedure.months"},
	"every century":            {last("        every: {months: 1200}"), "procedure.months"},
	"bad date":                 {last(`        due: ["2020-12"]`), "procedure.date"},
	"beyond the schema date":   {last(`        due: ["2020-13-01"]`), "procedure.date"},
	"dates out of order":       {last(`        due: ["2021-01-01", "2020-01-01"]`), "procedure.dates_order"},
	"refusal to nowhere":       {last("        fail: {label: {zh: 否}}"), "procedure.no_target"},
	"refusal to no step":       {last("        fail: {to: z}"), "procedure.bad_target"},
	"refusal to itself":        {last("        fail: {to: b}"), "procedure.bad_target"},
	"passed to no step":        {last("        pass: {to: z}"), "procedure.bad_target"},
	"exit after none":          {last("exit: {misses: 0, effect: exit}"), "procedure.count"},
	"exit of no effect":        {last("exit: {misses: 2}"), "procedure.word"},
	"unsure hint":              {last("hint: {confidence: certain, province: {zh: 省}}"), "procedure.word"},
	"hint of nothing":          {last("hint: {confidence: possible}"), "procedure.no_text"},
	"reward of nothing":        {last("reward: {percent: 0, source: {zh: 文}, confirmed: read}"), "procedure.percent"},
	"reward beyond all":        {last("reward: {percent: 101, source: {zh: 文}, confirmed: read}"), "procedure.percent"},
	"beyond the schema too":    {last("reward: {percent: 33.333, source: {zh: 文}, confirmed: read}"), "procedure.percent"},
	"reward of no source":      {last("reward: {percent: 50, confirmed: read}"), "procedure.no_text"},
	"reward hearsay":           {last("reward: {percent: 50, source: {zh: 文}, confirmed: rumour}"), "procedure.word"},
	"special for none":         {last("reward: {percent: 50, special: {percent: 60, for: []}, source: {zh: 文}, confirmed: read}"), "procedure.special"},
	"claw back nothing":        {last("claw_back: {factor: 0, years: 3, source: {zh: 文}, confirmed: read}"), "procedure.count"},
	"unknown key":              {last("        notes: {zh: 注}"), "procedure.unreadable"},
	"anchor":                   {with("id: b", "id: &b b"), "procedure.anchor"},
	"two documents":            {last("---\nid: y"), "procedure.unreadable"},
	"too large":                {small + strings.Repeat(" ", procedure.MaxBytes), "procedure.too_large"},
	"empty, beyond the schema": {"", "procedure.bad_id"},
}

func TestFaultsOfProcedures(t *testing.T) {
	if _, err := procedure.Parse([]byte(small)); err != nil {
		t.Fatalf("the procedure without fault: %v", err)
	}
	for name, c := range faults {
		d, err := procedure.Parse([]byte(c.text))
		var bad *geo.InputError
		if errors.As(err, &bad); d != nil || bad == nil || bad.Kind != c.kind {
			t.Errorf("%s: %v, %v; want %s", name, d, err, c.kind)
		}
	}
}

// FuzzParse wants a sound procedure, which survives being written, or a
// sentence.
func FuzzParse(f *testing.F) {
	names, _ := fs.Glob(procedures.Files, "*.yaml")
	for _, name := range names {
		data, err := fs.ReadFile(procedures.Files, name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	for _, c := range faults {
		if len(c.text) < 1<<12 {
			f.Add([]byte(c.text))
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		d, err := procedure.Parse(data)
		if err != nil {
			var bad *geo.InputError
			if d != nil || !errors.As(err, &bad) || !words.Known(bad.Kind) {
				t.Fatalf("%v and %v: want no procedure and a sentence", d, err)
			}
			return
		}
		again, err := procedure.Parse(procedure.Format(d))
		if err != nil || !reflect.DeepEqual(again, d) {
			t.Fatalf("%v, written\n%s\nread\n%s", err, procedure.Format(d), procedure.Format(again))
		}
	})
}

// TestTextsSurviveBeingWritten puts all kinds of signs where a text may stand.
func TestTextsSurviveBeingWritten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.String().Draw(t, "text")
		d, err := procedure.Parse([]byte(small))
		if err != nil {
			t.Fatal(err)
		}
		d.Stages[0].Steps[0].Note = words.Both(text, "x")
		again, err := procedure.Parse(procedure.Format(d))
		var bad *geo.InputError
		if errors.As(err, &bad) && bad.Kind == "procedure.control" {
			return
		}
		if err != nil || !reflect.DeepEqual(again, d) {
			t.Fatalf("%q: %v\n%s", text, err, procedure.Format(d))
		}
	})
}
