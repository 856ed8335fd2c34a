package edit_test

import (
	"fmt"
	"strings"
	"testing"

	"zhenjie/assets/words"
	"zhenjie/planning"
	"zhenjie/planning/edit"
)

// digest is a made-up SHA-256.
func digest(n int) string { return fmt.Sprintf("%064x", n) }

func scan(name string, n int) planning.Attachment {
	return planning.Attachment{Owner: planning.OfMaterial("base_table"), Name: name, Hash: digest(n), Size: int64(n), Added: "2026-05-01"}
}

func init() {
	steps = append(steps, []step{
		{edit.Attach{Files: []planning.Attachment{scan("b.pdf", 2)}}, "attach b.pdf", func(p *planning.Plan) {
			p.Attachments = p.Attachments.Append(scan("b.pdf", 2))
		}},
		{edit.Detach{File: scan("a.pdf", 1)}, "remove the file a.pdf", func(p *planning.Plan) { p.Attachments = planning.List[planning.Attachment]{} }},
		{edit.RenameFile{File: scan("a.pdf", 1), To: "c.pdf"}, "rename a file: a.pdf → c.pdf", func(p *planning.Plan) {
			p.Attachments = planning.ListOf(scan("c.pdf", 1))
		}},
	}...)
}

func TestAttachAndDetach(t *testing.T) {
	p := planning.Plan{}
	a, b := scan("表.xlsx", 1), scan("图.pdf", 2)
	c := edit.Attach{Files: []planning.Attachment{a, b}}
	if why := c.Blocked(p); !why.IsZero() {
		t.Fatal(why.In(words.Zh))
	}
	with := c.Apply(p)
	if with.Attachments.Len() != 2 || p.Attachments.Len() != 0 {
		t.Fatalf("attached %d, the plan before has %d", with.Attachments.Len(), p.Attachments.Len())
	}
	renamed := edit.RenameFile{File: a, To: "基本信息表.xlsx"}.Apply(with)
	if got := renamed.Attachments.At(0).Name; got != "基本信息表.xlsx" || with.Attachments.At(0).Name != "表.xlsx" {
		t.Errorf("renamed to %q", got)
	}
	without := edit.Detach{File: b}.Apply(renamed)
	if without.Attachments.Len() != 1 || without.Attachments.At(0).Hash != a.Hash {
		t.Errorf("detached: %v", without.Attachments)
	}
	for command, want := range map[edit.Command][2]string{
		edit.Detach{File: b}:              {"移除附件 图.pdf", "remove the file 图.pdf"},
		edit.RenameFile{File: a, To: "甲"}: {"附件改名：表.xlsx → 甲", "rename a file: 表.xlsx → 甲"},
	} {
		if zh, en := command.Name().In(words.Zh), command.Name().In(words.En); zh != want[0] || en != want[1] {
			t.Errorf("named %q, %q", zh, en)
		}
	}
	if one := (edit.Attach{Files: c.Files[:1]}); one.Name().In(words.Zh) != "添加附件 表.xlsx" || c.Name().In(words.Zh) != "添加 2 个附件" {
		t.Errorf("named %q and %q", one.Name().In(words.Zh), c.Name().In(words.Zh))
	}
}

func TestWhatCannotBeAttached(t *testing.T) {
	p := town() // has a.pdf
	with := func(change func(*planning.Attachment)) edit.Command {
		a := scan("b.pdf", 2)
		change(&a)
		return edit.Attach{Files: []planning.Attachment{a}}
	}
	many := make([]planning.Attachment, 2000)
	for i := range many {
		many[i] = scan(fmt.Sprint(i), i)
	}
	for name, c := range map[string]struct {
		command edit.Command
		want    words.ID
	}{
		"sound":          {with(func(*planning.Attachment) {}), ""},
		"other owner":    {with(func(a *planning.Attachment) { a.Name, a.Owner = "a.pdf", "investor/甲" }), ""},
		"same name":      {with(func(a *planning.Attachment) { a.Name = "A.PDF" }), "attachment.name_taken"},
		"twice at once":  {edit.Attach{Files: []planning.Attachment{scan("x", 3), scan("x", 4)}}, "attachment.name_taken"},
		"short hash":     {with(func(a *planning.Attachment) { a.Hash = "00" }), "attachment.unsound"},
		"capital hash":   {with(func(a *planning.Attachment) { a.Hash = strings.Repeat("AB", 32) }), "attachment.unsound"},
		"nobody's":       {with(func(a *planning.Attachment) { a.Owner = "" }), "attachment.unsound"},
		"negative":       {with(func(a *planning.Attachment) { a.Size = -1 }), "attachment.unsound"},
		"folder in name": {with(func(a *planning.Attachment) { a.Name = "../x" }), "attachment.bad_name"},
		"device":         {with(func(a *planning.Attachment) { a.Name = "con.pdf" }), "attachment.bad_name"},
		"no name":        {with(func(a *planning.Attachment) { a.Name = "" }), "attachment.bad_name"},
		"dot at the end": {with(func(a *planning.Attachment) { a.Name = "x." }), "attachment.bad_name"},
		"long name":      {with(func(a *planning.Attachment) { a.Name = strings.Repeat("长", 67) }), "attachment.long_name"},
		"no date":        {with(func(a *planning.Attachment) { a.Added = "today" }), "edit.date"},
		"too many":       {edit.Attach{Files: many}, "attachment.full"},
		"rename":         {edit.RenameFile{File: scan("a.pdf", 1), To: "A.pdf"}, ""},
		"rename badly":   {edit.RenameFile{File: scan("a.pdf", 1), To: "a:b"}, "attachment.bad_name"},
		"rename gone":    {edit.RenameFile{File: scan("z.pdf", 1), To: "y"}, "edit.gone"},
		"detach gone":    {edit.Detach{File: scan("z.pdf", 1)}, "edit.gone"},
	} {
		if got := c.command.Blocked(p).ID; got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func TestNameFor(t *testing.T) {
	for name, want := range map[string]string{
		"表.xlsx": "表.xlsx", `a/b\c:d`: "a_b_c_d", " x ": "x", "nul.txt": "_nul.txt", "": "_", "..": "_", "a.": "a",
		strings.Repeat("长", 100) + ".pdf": strings.Repeat("长", 65) + ".pdf", strings.Repeat("a", 300): strings.Repeat("a", 200), "a\x00b": "a_b",
	} {
		got := edit.NameFor(name)
		if got != want {
			t.Errorf("NameFor(%q) = %q, want %q", name, got, want)
		}
		c := edit.Attach{Files: []planning.Attachment{scan(got, 1)}}
		if why := c.Blocked(planning.Plan{}); !why.IsZero() {
			t.Errorf("%q is refused: %s", got, why.In(words.Zh))
		}
	}
}

func TestPapersNameTheFieldTheyChange(t *testing.T) {
	title := words.Raw("镇总体规划")
	p := planning.Plan{Materials: planning.ListOf(planning.Material{Key: "a", State: planning.Draft, Remark: "x"}),
		Eligibility: planning.ListOf(planning.Declaration{Key: "b", Answer: planning.Holds})}
	for _, c := range []struct {
		command edit.Command
		want    string
	}{
		{edit.SetMaterial{To: planning.Material{Key: "a", State: planning.Final, Remark: "x"}, Title: title}, "镇总体规划，状态：定稿"},
		{edit.SetMaterial{To: planning.Material{Key: "a", State: planning.Draft, Remark: "x", Due: "2026-05-01"}, Title: title}, "镇总体规划，期限：2026-05-01"},
		{edit.SetMaterial{To: planning.Material{Key: "a", State: planning.Draft}, Title: title}, "镇总体规划，备注：（空）"},
		{edit.SetMaterial{To: planning.Material{Key: "a", State: planning.Final}, Title: title}, "材料：镇总体规划"},
		{edit.SetDeclaration{To: planning.Declaration{Key: "b", Answer: planning.Fails}, Title: title}, "镇总体规划，结论：否"},
		{edit.SetDeclaration{To: planning.Declaration{Key: "b"}, Title: title}, "镇总体规划，结论：未声明"},
		{edit.SetDeclaration{To: planning.Declaration{Key: "b", Answer: planning.Holds, Body: "局", Date: "2026-01-01"}, Title: title}, "声明：镇总体规划"},
	} {
		if got := edit.StepName(c.command, p).In(words.Zh); got != c.want {
			t.Errorf("named %q, want %q", got, c.want)
		}
	}
	for name, c := range map[string]struct {
		command edit.Command
		want    words.ID
	}{
		"no date":   {edit.SetMaterial{To: planning.Material{Key: "a", State: planning.Final, Due: "soon"}}, "edit.date"},
		"no answer": {edit.SetDeclaration{To: planning.Declaration{Key: "b", Answer: "perhaps"}}, "papers.unknown_answer"},
	} {
		if got := c.command.Blocked(p).ID; got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}
