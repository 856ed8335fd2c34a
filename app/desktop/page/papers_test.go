package page

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"zhenjie/app/workspace"
	"zhenjie/assets/words"
	"zhenjie/planning"
	"zhenjie/planning/edit"
)

// clerk is the page of papers on a fixed day, with a window that notes what it is
// asked for.
func clerk(t *testing.T, s workspace.State) (*office[*papersPage], *[]string) {
	var asked []string
	note := func(what ...string) { asked = append(asked, strings.Join(what, " ")) }
	o := open(t, words.Zh, func(d *Desk) *papersPage {
		d.Attach = func(owner planning.Owner, paths []string) {
			note(append([]string{"attach", string(owner)}, paths...)...)
		}
		d.OpenFile = func(a planning.Attachment) { note("open", a.Name) }
		d.SaveFile = func(a planning.Attachment) { note("save", a.Name) }
		d.CheckFiles = func(func([]workspace.Trouble, error)) { note("check") }
		d.Tell = func(t words.Text) { note("tell", t.In(words.Zh)) }
		p := newPapers(d)
		p.now = func() time.Time { return time.Date(2026, 5, 10, 9, 0, 0, 0, time.UTC) }
		return p
	}, s)
	return o, &asked
}

func file(owner planning.Owner, name string) planning.Attachment {
	return planning.Attachment{Owner: owner, Name: name, Hash: strings.Repeat("ab", 32), Size: 3 << 20}
}

var baseTable = planning.OfMaterial("base_table")

func TestPapersShowThePlan(t *testing.T) {
	o := open(t, words.Zh, newPapers, sampleState(t))
	o.shows("近五年无重大群体性社会事件", "示例县信访局", "2026-02-27", "镇总体规划", "定稿", "建村〔2016〕147号", "附件 0 个")
	empty := open(t, words.En, newPapers, stateOf(planning.Plan{}))
	empty.shows("No major pollution in five years", "open", "Master plan of the town", "missing", "Not declared yet:", "Attach files")
	empty.hides("Ready to be handed in")
}

func TestDeclarations(t *testing.T) {
	o := open(t, words.Zh, newPapers, stateOf(planning.Plan{}))
	table := o.page.claims.table
	item := o.state.Book.Declarations[1]
	to := planning.Declaration{Key: item.ID}
	o.choose(table, 1, declarationAnswer, 1)
	to.Answer = planning.Holds
	o.expect(edit.SetDeclaration{To: to, Title: item.Title})
	for _, c := range []struct {
		col  int
		text string
		of   func()
	}{
		{declarationBody, "县生态环境局", func() { to.Body = "县生态环境局" }},
		{declarationDate, "2026.3.2", func() { to.Date = "2026-03-02" }},
		{declarationEvidence, "第 12 号", func() { to.Evidence = "第 12 号" }},
	} {
		o.cell(table, 1, c.col, c.text)
		o.leave()
		c.of()
		o.expect(edit.SetDeclaration{To: to, Title: item.Title})
	}
	o.shows("2026-03-02", "是")
	o.cell(table, 1, declarationDate, "春天")
	o.leave()
	o.expect()
	o.shows("“春天”不是日期；请写成 2026-05-01 的样子")
}

func TestIsoDate(t *testing.T) {
	for text, want := range map[string]string{
		"": "", "2026-05-01": "2026-05-01", "2026-5-1": "2026-05-01", "2026/5/1": "2026-05-01", "2026.05.1": "2026-05-01",
		"2026年5月1日": "2026-05-01", "２０２６-５-１ ": "2026-05-01", "2026-02-30": "2026-02-30", "5月1日": "5月1日",
	} {
		if got := isoDate(text); got != want {
			t.Errorf("isoDate(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestMaterials(t *testing.T) {
	o, _ := clerk(t, stateOf(planning.Plan{}))
	table := o.page.papers.table
	item := o.state.Book.Materials[2]
	to := planning.Material{Key: item.ID, State: planning.Draft}
	o.choose(table, 2, materialState, 1)
	o.expect(edit.SetMaterial{To: to, Title: item.Title})
	o.cell(table, 2, materialRemark, "报批中")
	o.leave()
	to.Remark = "报批中"
	o.expect(edit.SetMaterial{To: to, Title: item.Title})
	o.shows("草稿", "报批中")
	for due, want := range map[string]string{
		"2026.4.30": "镇总体规划：应于 2026-04-30 完成，已逾期 10 天", "2026-5-24": "镇总体规划：2026-05-24 到期，还有 14 天",
	} {
		o.cell(table, 2, materialDue, due)
		o.leave()
		o.take()
		o.shows(want)
	}
	o.choose(table, 2, materialState, 2)
	o.hides("到期")
	o.shows("已定稿但没有附文件：镇总体规划")
}

func TestDatesAreTinted(t *testing.T) {
	material := func(key, due string) planning.Material {
		return planning.Material{Key: key, State: planning.Draft, Due: due}
	}
	o, _ := clerk(t, stateOf(planning.Plan{Materials: planning.ListOf(
		material("base_table", "2026-05-09"), material("work_report", "2026-05-10"), material("master_plan", "2026-06-01"))}))
	for row, want := range []fyne.ThemeColorName{"error", "warning", "", ""} {
		if got := o.page.papers.tint(row, materialDue); got != want {
			t.Errorf("row %d is %q, want %q", row, got, want)
		}
	}
}

func TestReadyToHandIn(t *testing.T) {
	o, _ := clerk(t, sampleState(t))
	p := o.state.Plan
	for i, d := range p.Eligibility.All() {
		d.Answer = planning.Holds
		p.Eligibility = p.Eligibility.With(i, d)
	}
	for i, m := range p.Materials.All() {
		m.State = planning.Final
		p.Materials = p.Materials.With(i, m)
	}
	p.Procedure = planning.Procedure{}
	o.page.Show(stateOf(p))
	o.shows("可以提交。", "已定稿但没有附文件：")
}

// TestAProceduresPapersAreListed: p02 asks for a paper that no rulebook lists.
func TestAProceduresPapersAreListed(t *testing.T) {
	p := planning.Plan{Procedure: planning.Procedure{ID: "p02"}}
	o, _ := clerk(t, stateOf(p))
	if with, without := len(o.page.papers.papers), len(o.state.Book.Materials); with < without {
		t.Errorf("%d papers, %d without a procedure", with, without)
	}
}

func TestFilesOfTheRowOneIsAt(t *testing.T) {
	a, b := file(baseTable, "表.xlsx"), file(planning.OfMaterial("master_plan"), "规划.pdf")
	o, asked := clerk(t, stateOf(planning.Plan{Attachments: planning.ListOf(a, b)}))
	o.shows("附件：小城镇基本信息表", "表.xlsx", "1 个 · 3.0 MB", "附件 2 个，共 6.0 MB，项目文件内 3.0 MB")
	o.hides("规划.pdf")
	table, files := o.page.papers.table, o.page.files[1].attached
	table.sheet.Select(2, materialRemark)
	o.shows("附件：镇总体规划", "规划.pdf")
	o.hides("表.xlsx")

	files.table.sheet.Select(0, fileOpen)
	key := func(k fyne.KeyName) { o.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: k}) }
	key(fyne.KeySpace)
	key(fyne.KeyTab)
	key(fyne.KeySpace)
	files.table.sheet.OnAdd()
	want := []string{"check", "open 规划.pdf", "save 规划.pdf", "attach material/master_plan"}
	if got := strings.Join(*asked, "; "); got != strings.Join(want, "; ") {
		t.Errorf("asked for %s, want %v", got, want)
	}
	o.cell(files.table, 0, fileName, "a/b")
	o.leave()
	o.expect()
	o.shows("“a/b”不能做文件名")
	o.cell(files.table, 0, fileName, "总体规划.pdf")
	o.leave()
	o.expect(edit.RenameFile{File: b, To: "总体规划.pdf"})
	b.Name = "总体规划.pdf"
	files.remove(0)
	o.expect(edit.Detach{File: b})
	o.shows("还没有附件。点“添加文件”，或把文件拖到这里。")
}

func TestFilesAreDroppedOntoRows(t *testing.T) {
	o, asked := clerk(t, stateOf(planning.Plan{}))
	o.window.Resize(fyne.NewSize(700, 1600))
	o.frame()
	place := func(of fyne.CanvasObject, y float32) fyne.Position {
		return fyne.CurrentApp().Driver().AbsolutePositionForObject(of).AddXY(40, y)
	}
	sheet := o.page.papers.table.sheet
	row := func(n int) fyne.Position {
		for y := float32(0); ; y++ {
			if at := place(sheet, y); sheet.RowAt(at) == n {
				return at
			}
		}
	}
	paths := []string{"/a.pdf", "/b.pdf"}
	for _, at := range []fyne.Position{row(1), place(o.page.files[0].attached.content, 4), place(o.page.content, 2), fyne.NewPos(2000, 5)} {
		if took := o.page.Drop(at, paths); took != (at.X < 700) {
			t.Errorf("dropped at %v: taken %v", at, took)
		}
	}
	want := "attach material/work_report /a.pdf /b.pdf; attach declaration/safety_accident /a.pdf /b.pdf; tell 请把文件拖到附件所属的那一行"
	if got := strings.Join(*asked, "; "); got != want {
		t.Errorf("asked for %s,\nwant %s", got, want)
	}
	o.shows("附件：建设工作情况报告及 PPT")
}

func TestTroublesWithFiles(t *testing.T) {
	a := file(baseTable, "表.xlsx")
	var answer func([]workspace.Trouble, error)
	s := stateOf(planning.Plan{Attachments: planning.ListOf(a)})
	o := open(t, words.Zh, func(d *Desk) *papersPage {
		d.CheckFiles = func(then func([]workspace.Trouble, error)) { answer = then }
		return newPapers(d)
	}, s)
	o.shows("正在核对附件")
	answer(nil, nil)
	o.shows("附件都在，内容与登记的 SHA-256 一致（1 个）。")
	tap(o, "核对附件")
	answer([]workspace.Trouble{{File: a, Text: words.Say("attachment.missing", "file", a.Name)}}, nil)
	o.shows("“表.xlsx”的内容不在项目里；请重新添加这个文件")
	tap(o, "核对附件")
	o.do(edit.Detach{File: a})
	answer([]workspace.Trouble{{File: a, Text: words.Say("attachment.missing", "file", a.Name)}}, nil)
	o.hides("的内容不在项目里", "正在核对附件")
}
