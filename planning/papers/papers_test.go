package papers_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"zhenjie/assets/words"
	"zhenjie/planning"
	"zhenjie/planning/papers"
	"zhenjie/planning/procedure"
	"zhenjie/planning/rulebook"
)

// today is late in the evening in China, when it is another day in UTC.
var today = time.Date(2026, 5, 10, 0, 30, 0, 0, time.FixedZone("CST", 8*3600))

// complete is a plan that has declared and brought all that the book asks for.
func complete(book *rulebook.Rulebook, d *procedure.Definition) planning.Plan {
	var p planning.Plan
	for _, it := range book.Declarations {
		p.Eligibility = p.Eligibility.Append(planning.Declaration{Key: it.ID, Answer: planning.Holds, Evidence: "文件"})
	}
	for _, paper := range procedure.Papers(book, d) {
		p.Materials = p.Materials.Append(planning.Material{Key: paper.ID, State: planning.Final})
		p.Attachments = p.Attachments.Append(planning.Attachment{Owner: planning.OfMaterial(paper.ID), Name: "a.pdf"})
	}
	return p
}

func set(p planning.Plan, m planning.Material) planning.Plan {
	for i, old := range p.Materials.All() {
		if old.Key == m.Key {
			p.Materials = p.Materials.With(i, m)
		}
	}
	return p
}

func said(lines []papers.Line) string {
	var all []string
	for _, l := range lines {
		all = append(all, fmt.Sprint(int(l.Grade), " ", l.Text.In(words.Zh)))
	}
	return strings.Join(all, "\n")
}

func TestDue(t *testing.T) {
	book := rulebook.Builtin()[0]
	for due, want := range map[string]papers.Due{
		"": {}, "2026-05-09": {papers.Overdue, -1}, "2026-05-10": {papers.DueSoon, 0}, "2026-05-24": {papers.DueSoon, 14},
		"2026-05-25": {papers.NotDue, 15}, "2025-05-10": {papers.Overdue, -365}, "soon": {}, "2028-05-10": {papers.NotDue, 731},
	} {
		p := planning.Plan{Materials: planning.ListOf(planning.Material{Key: "video", State: planning.Draft, Due: due})}
		for _, paper := range papers.Checklist(p, book, nil, today) {
			if paper.Item.ID == "video" && paper.Due != want {
				t.Errorf("due on %q: %+v, want %+v", due, paper.Due, want)
			}
		}
		p.Materials = planning.ListOf(planning.Material{Key: "video", State: planning.Final, Due: due})
		for _, paper := range papers.Checklist(p, book, nil, today) {
			if paper.Due != (papers.Due{}) {
				t.Errorf("final, due on %q: %+v", due, paper.Due)
			}
		}
	}
}

func TestChecklist(t *testing.T) {
	book := rulebook.Builtin()[0]
	p := planning.Plan{
		Materials:   planning.ListOf(planning.Material{Key: "letter", State: planning.Draft}, planning.Material{Key: "x", State: planning.Missing}),
		Attachments: planning.ListOf(planning.Attachment{Owner: planning.OfMaterial("letter"), Size: 3}, planning.Attachment{Owner: planning.OfMaterial("map")}, planning.Attachment{Owner: planning.OfMaterial("video"), Size: 5}),
	}
	all := papers.Checklist(p, book, nil, today)
	if len(all) != len(book.Materials)+2 {
		t.Fatalf("%d papers, want those of the book and two more", len(all))
	}
	for _, paper := range all {
		if want := paper.Item.ID != "video" && !paper.Beyond; paper.Needed != want {
			t.Errorf("%s: needed %v", paper.Item.ID, paper.Needed)
		}
	}
	if last := all[len(all)-2]; last.Item.ID != "letter" || !last.Beyond || last.Files.Size() != 3 {
		t.Errorf("%+v", last)
	}
}

func TestHandIn(t *testing.T) {
	book := rulebook.Builtin()[0]
	whole := complete(book, nil)
	declare := func(key string, v planning.Declaration) planning.Plan {
		p := whole
		for i, d := range p.Eligibility.All() {
			if v.Key = key; d.Key == key {
				p.Eligibility = p.Eligibility.With(i, v)
			}
		}
		return p
	}
	for name, c := range map[string]struct {
		plan  planning.Plan
		want  string
		ready bool
	}{
		"whole":      {whole, "", true},
		"open":       {declare("pollution", planning.Declaration{}), "0 还没有结论的声明：近五年无重大环境污染", false},
		"no":         {declare("pollution", planning.Declaration{Answer: planning.Fails}), "0 结论为“否”，不符合申报条件：近五年无重大环境污染", false},
		"not town":   {declare("designated_town", planning.Declaration{Answer: planning.Fails}), "3 结论为“否”，原则上优先的条件不满足，请附说明：属于建制镇（非城关镇）", true},
		"bare":       {declare("pollution", planning.Declaration{Answer: planning.Holds}), "3 已作声明但没有证明文字或文件：近五年无重大环境污染", true},
		"draft":      {set(whole, planning.Material{Key: "master_plan", State: planning.Draft, Due: "2026-05-09"}), "1 镇总体规划：应于 2026-05-09 完成，已逾期 1 天\n0 还没有定稿的材料：镇总体规划", false},
		"soon":       {set(whole, planning.Material{Key: "master_plan", State: planning.Draft, Due: "2026-05-13"}), "2 镇总体规划：2026-05-13 到期，还有 3 天\n0 还没有定稿的材料：镇总体规划", false},
		"today":      {set(whole, planning.Material{Key: "video", State: planning.Missing, Due: "2026-05-10"}), "2 15 分钟以内的视频（可选）：今天（2026-05-10）到期", true},
		"no video":   {set(whole, planning.Material{Key: "video", State: planning.Missing}), "", true},
		"empty plan": {planning.Plan{}, "0 还没有结论的声明：近五年无重大安全生产事故、近五年无重大环境污染、近五年无重大生态破坏、近五年无重大群体性社会事件、近五年无历史文化遗存破坏、各方已组建联席会议办公室、属于建制镇（非城关镇）\n0 还没有定稿的材料：小城镇基本信息表、建设工作情况报告及 PPT、镇总体规划、相关政策支持文件、创建方案、概念性规划", false},
	} {
		lines := papers.HandIn(c.plan, book, nil, today)
		if got := said(lines); got != c.want || papers.Ready(lines) != c.ready {
			t.Errorf("%s: ready %v,\n%s\nwant\n%s", name, papers.Ready(lines), got, c.want)
		}
	}
	p := whole
	p.Attachments = planning.List[planning.Attachment]{}
	lines := papers.HandIn(p, book, nil, today)
	if len(lines) != 1 || lines[0].Grade != papers.Remark || !papers.Ready(lines) {
		t.Errorf("without files: %s", said(lines))
	}
}

// TestAProcedureAsksForMore: every paper of a procedure is needed to be ready.
func TestAProcedureAsksForMore(t *testing.T) {
	book, more := rulebook.Builtin()[0], 0
	for _, d := range procedure.Builtin() {
		p := complete(book, d)
		if lines := papers.HandIn(p, book, d, today); len(lines) > 0 {
			t.Errorf("%s: %s", d.ID, said(lines))
		}
		for _, paper := range procedure.Papers(book, d) {
			if paper.InBook {
				continue
			}
			more++
			if papers.Ready(papers.HandIn(set(p, planning.Material{Key: paper.ID, State: planning.Draft}), book, d, today)) {
				t.Errorf("%s is ready without %s", d.ID, paper.ID)
			}
		}
	}
	if more == 0 {
		t.Error("no procedure asks for a paper of its own")
	}
}
