package form_test

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/planning"
	"zhenjie/planning/form"
)

// town is a plan with a little of everything.
func town() planning.Plan {
	return planning.Plan{
		Identity:    planning.Identity{Name: "龙溪", Kind: planning.TownNew},
		Claims:      planning.Claims{Extent: 3.6e6, Investment: 40 * planning.Yi},
		Positioning: planning.Positioning{Industry: "tea"},
		Investors: planning.ListOf(
			planning.Investor{Name: "甲", Kind: planning.KindState, Committed: 10 * planning.Yi, Share: 6000},
			planning.Investor{Name: "乙", Kind: planning.KindPrivate, Phone: "0571-00123"},
		),
		Projects: planning.ListOf(planning.Project{Name: "茶园", Leading: true, Start: "2026-03"}, planning.Project{Name: "道路", Area: 1500 * geo.Mu}),
		Schedule: planning.Schedule{FirstYear: 2026, Rows: planning.ListOf(
			planning.ScheduleItem{Project: "茶园", Investor: "甲", Fund: planning.FundOwn, Amounts: [planning.MaxYears]planning.Money{1200 * planning.Wan, 3, 0}},
			planning.ScheduleItem{Project: "道路", Investor: "乙", Fund: planning.FundLoan, Amounts: [planning.MaxYears]planning.Money{5 * planning.Wan}},
		)},
		Eligibility: planning.ListOf(planning.Declaration{Key: "pollution", Answer: planning.Holds, Date: "2026-05-01"}),
		Materials:   planning.ListOf(planning.Material{Key: "video", State: planning.Draft}),
		Sites:       planning.ListOf(planning.Site{Project: "茶园", Point: geo.Point{120, 30}}),
		Attachments: planning.ListOf(planning.Attachment{Owner: planning.OfInvestor("甲"), Name: "函.pdf"}),
	}
}

// edited is the form of a plan as somebody hands it back. f is nil-safe: the
// calls fail the test.
func edited(t *testing.T, p planning.Plan, lang words.Lang, change func(book)) form.Form {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(write(t, p, lang)))
	if err != nil {
		t.Fatal(err)
	}
	change(book{t, f})
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return read(t, b.Bytes())
}

type book struct {
	*testing.T
	file *excelize.File
}

func (b book) set(sheet, cell string, v any) { b.ok(b.file.SetCellValue(sheet, cell, v)) }

func (b book) ok(err error) {
	b.Helper()
	if err != nil {
		b.Fatal(err)
	}
}

// told are the differences in lines.
func told(all []form.Difference) string {
	var b strings.Builder
	for _, d := range all {
		fmt.Fprintf(&b, "%s|%s|%s|%s\n", d.Sheet.Title().In(words.Zh), d.Where.In(words.Zh), d.What().In(words.Zh), d.Change().In(words.Zh))
	}
	return b.String()
}

func expect(t *testing.T, p planning.Plan, f form.Form, want ...string) []form.Difference {
	t.Helper()
	all := form.Compare(p, f)
	if got := strings.TrimSuffix(told(all), "\n"); got != strings.Join(want, "\n") {
		t.Errorf("the differences are\n%s\nwant\n%s", got, strings.Join(want, "\n"))
	}
	return all
}

func expectProblems(t *testing.T, f form.Form, want ...string) {
	t.Helper()
	var got []string
	for _, p := range f.Problems {
		got = append(got, p.Say().In(words.Zh))
	}
	if len(got) != len(want) {
		t.Fatalf("problems %q, want %q", got, want)
	}
	for i := range got {
		if !strings.HasPrefix(got[i], want[i]) {
			t.Errorf("problem %q, want %q", got[i], want[i])
		}
	}
}

// What people type into cells. In the sheet of the town the fields begin in row 4
// and the values stand in column C.
func TestCellsAsPeopleFillThemIn(t *testing.T) {
	p := town()
	f := edited(t, p, words.Zh, func(b book) {
		b.set("基本信息", "C7", "３６０万㎡")    // the same area
		b.set("基本信息", "C9", "41亿元")     // investment
		b.set("投资主体", "E5", "60%")      // the same share
		b.set("投资主体", "F6", "1,200.5")  // committed
		b.set("建设项目", "H5", "2028年12月") // end
		b.set("建设项目", "D6", "√")
		b.set("资格声明", "E6", "2026年6月1日")
		b.set("资格声明", "C6", "yes") // in the other language
		b.set("申报材料", "C5", "Final")
	})
	expectProblems(t, f)
	expect(t, p, f,
		"基本信息||申报总投资|40 亿元 → 41 亿元",
		"投资主体|乙|承诺出资|（空） → 1200.5 万元",
		"建设项目|茶园|竣工年月|（空） → 2028-12",
		"建设项目|道路|属于主导产业|否 → 是",
		"资格声明|无破坏|结论|（空） → 是",
		"资格声明|无破坏|日期|（空） → 2026-06-01",
		"申报材料|视频|状态|草稿 → 定稿",
	)
}

func TestDatesAndPercentagesAsSpreadsheetsKeepThem(t *testing.T) {
	p := town()
	f := edited(t, p, words.Zh, func(b book) {
		percent, err := b.file.NewStyle(&excelize.Style{NumFmt: 10})
		b.ok(err)
		b.set("投资主体", "E5", 0.405)
		b.ok(b.file.SetCellStyle("投资主体", "E5", "E5", percent))
		day, err := b.file.NewStyle(&excelize.Style{NumFmt: 17}) // mmm-yy
		b.ok(err)
		b.set("建设项目", "G5", 46143.0) // 2026-05-01, as LibreOffice says
		b.ok(b.file.SetCellStyle("建设项目", "G5", "G5", day))
		b.set("资格声明", "E5", 46174.5) // 2026-06-01, at noon
		b.ok(b.file.SetCellFormula("投资主体", "F6", "100000+20000.0"))
	})
	expectProblems(t, f, "投资主体!F6：公式没有存下结果")
	expect(t, p, f,
		"投资主体|甲|股权占比|60% → 40.5%",
		"建设项目|茶园|开工年月|2026-03 → 2026-05",
		"资格声明|无重大污染|日期|2026-05-01 → 2026-06-01",
	)
}

func TestWhatCannotBeReadIsToldAndLeftAlone(t *testing.T) {
	p := town()
	f := edited(t, p, words.Zh, func(b book) {
		b.set("基本信息", "C6", "老旧类")
		b.set("基本信息", "C7", "三点六")
		b.set("投资主体", "F5", "-5")
		b.set("投资主体", "E5", 0.123456)
		b.set("投资计划", "E6", "12.00000001")
		b.set("投资计划", "D7", "彩票")
		b.set("建设项目", "G5", 2026.1)
		b.set("资格声明", "E5", "五月")
		b.set("投资主体", "D6", 9.1330000123456794e17)
		b.set("创建自评", "E5", 11)
		b.set("申报指标", "E5", "只有依据")
		b.set("建设项目", "J5", strings.Repeat("字", form.MaxText+1))
	})
	expectProblems(t, f,
		"基本信息!C6：“老旧类”不在可选的里面；请选 新建类、改造提升类", "基本信息!C7：“三点六”不是面积", "创建自评!E5：“11”不是 1 到 10 之间的整数",
		"投资主体!E5：“0.123456”精确到了万分之一以下", "投资主体!F5：“-5”超出范围", "投资主体!D6：913300001234568000 的位数太多",
		"建设项目!G5：“2026.1”不是年月", "建设项目!J5：文字有 20001 个字",
		"投资计划!E6：“12.00000001”精确到了分以下", "投资计划!D7：“彩票”不在可选的里面",
		"申报指标!E5：有依据而没有数值", "资格声明!E5：“五月”不是日期",
	)
	expect(t, p, f)
}

func TestRowsComeAndGoAndMove(t *testing.T) {
	p := town()
	f := edited(t, p, words.En, func(b book) {
		b.ok(b.file.InsertRows("Investors", 6, 1)) // between the two
		b.set("Investors", "B6", "丙")
		b.set("Investors", "F6", 7)
		b.ok(b.file.RemoveRow("Schedule", 7))
		b.ok(b.file.RemoveRow("Projects", 6))
		b.set("Projects", "B5", "茶山") // renamed, and known by its key
		b.ok(b.file.InsertCols("Investors", "C", 1))
	})
	expectProblems(t, f)
	all := expect(t, p, f,
		"投资主体|丙|新增一行|承诺出资 7 万元",
		"建设项目|茶园|项目|茶园 → 茶山",
		"建设项目|道路|删除一行|用地面积 1500 亩",
		"投资计划|道路 · 乙 · 银行贷款|删除一行|第 1 年 5 万元",
	)
	next, at := form.Merge(p, all)
	if fmt.Sprint(at) != "[1 0 -1 -1]" {
		t.Errorf("the rows have come to stand at %v", at)
	}
	if next.Investors.At(1).Name != "丙" || next.Investors.At(2).Name != "乙" {
		t.Errorf("investors %+v", next.Investors)
	}
	if next.Schedule.Rows.At(0).Project != "茶山" || next.Sites.At(0).Project != "茶山" {
		t.Errorf("schedule and sites do not follow the new name: %+v, %+v", next.Schedule, next.Sites)
	}
	// Read once more the form says nothing new, though its schedule has the old name.
	expect(t, next, f)
}

func TestFilesOfInvestorsFollow(t *testing.T) {
	p := town()
	f := edited(t, p, words.Zh, func(b book) { b.set("投资主体", "B5", "甲方") })
	next, _ := form.Merge(p, form.Compare(p, f))
	if got := next.Attachments.At(0).Owner; got != planning.OfInvestor("甲方") {
		t.Errorf("the file belongs to %s", got)
	}
	if got := next.Schedule.Rows.At(0).Investor; got != "甲方" {
		t.Errorf("the row belongs to %s", got)
	}
	f = edited(t, p, words.Zh, func(b book) { b.ok(b.file.RemoveRow("投资主体", 5)) })
	if next, _ = form.Merge(p, form.Compare(p, f)); next.Attachments.Len() != 0 {
		t.Error("the files of nobody stay")
	}
}

func TestASheetOrColumnThatIsNotThereChangesNothing(t *testing.T) {
	p := town()
	f := edited(t, p, words.Zh, func(b book) {
		b.ok(b.file.DeleteSheet("投资计划"))
		b.ok(b.file.RemoveCol("投资主体", "F"))
		b.ok(b.file.SetSheetName("建设项目", "别的名字"))
	})
	expectProblems(t, f)
	expect(t, p, f)
}

func TestWithoutKeysTheCaptionsCount(t *testing.T) {
	p := town()
	for _, lang := range []words.Lang{words.Zh, words.En} {
		f := edited(t, p, lang, func(b book) {
			for _, name := range b.file.GetSheetList()[1:13] {
				b.ok(b.file.RemoveCol(name, "A"))
				b.ok(b.file.RemoveRow(name, 1))
			}
			b.set(form.Schedule.Title().In(lang), "I6", 8)    // second year of the second row
			b.set(form.Investors.Title().In(lang), "F4", "王") // contact of the first
		})
		expectProblems(t, f)
		expect(t, p, f, "投资主体|甲|联系人|（空） → 王", "投资计划|道路 · 乙 · 银行贷款|第 2 年|（空） → 8 万元")
	}
}

// TestARowWhoseNameCannotBeRead is known by its key alone; without one nobody
// knows which row it is, and none is added, removed or changed for it.
func TestARowWhoseNameCannotBeRead(t *testing.T) {
	p := town()
	open := p.Schedule.Rows.At(1)
	open.Fund = "" // what a fund that cannot be read must not be taken for
	p.Schedule.Rows = p.Schedule.Rows.Append(open)
	f := edited(t, p, words.Zh, func(b book) { b.set("投资计划", "D7", "彩票") })
	expectProblems(t, f, "投资计划!D7：“彩票”不在可选的里面")
	expect(t, p, f)
	f = edited(t, p, words.Zh, func(b book) {
		b.ok(b.file.RemoveCol("投资计划", "A"))
		b.ok(b.file.RemoveRow("投资计划", 1))
		b.set("投资计划", "C6", "彩票")
		b.set("投资计划", "D7", 6)
	})
	expectProblems(t, f, "投资计划!C6：“彩票”不在可选的里面")
	expect(t, p, f, "投资计划|道路 · 乙|第 1 年|5 万元 → 6 万元")
}

func TestMergedCellsSayNamesInAllRowsAndAmountsOnce(t *testing.T) {
	p := town()
	f := edited(t, p, words.Zh, func(b book) {
		b.ok(b.file.MergeCell("投资计划", "B6", "B8"))
		b.set("投资计划", "C8", "乙")
		b.set("投资计划", "E8", 9)
		b.ok(b.file.MergeCell("投资计划", "E6", "E7"))
	})
	expectProblems(t, f)
	expect(t, p, f,
		"投资计划|道路 · 乙 · 银行贷款|项目|道路 → 茶园",
		"投资计划|道路 · 乙 · 银行贷款|第 1 年|5 万元 → （空）",
		"投资计划|茶园 · 乙|新增一行|第 1 年 9 万元",
	)
}

func TestColumnsAndRowsOfOthersAreTold(t *testing.T) {
	p := town()
	f := edited(t, p, words.Zh, func(b book) {
		b.set("投资主体", "J4", "我的备注")
		b.set("投资主体", "J5", "待核实")
		b.set("资格声明", "B9", "还有一条")
		b.set("资格声明", "C9", "是")
		n, err := b.file.NewSheet("草稿")
		b.ok(err)
		b.set("草稿", "A1", n)
	})
	expectProblems(t, f, "投资主体!J4：这一列不是填报表的", "资格声明!A9：这一行不是表里原有的题目")
	expect(t, p, f)
}

// TestQuartersAloneMakeTheYear: whoever fills in quarters need not sum them up.
func TestQuartersAloneMakeTheYear(t *testing.T) {
	p := town()
	f := edited(t, p, words.Zh, func(b book) {
		b.set("投资计划", "K7", 3) // second year of the second row, quarter 1
		b.set("投资计划", "L7", 4)
	})
	expect(t, p, f,
		"投资计划|道路 · 乙 · 银行贷款|第 2 年|（空） → 7 万元",
		"投资计划|道路 · 乙 · 银行贷款|第 2 年 1 季度|（空） → 3 万元",
		"投资计划|道路 · 乙 · 银行贷款|第 2 年 2 季度|（空） → 4 万元",
	)
}

func TestFilesThatAreNoForms(t *testing.T) {
	empty := excelize.NewFile()
	var plain bytes.Buffer
	if err := empty.Write(&plain); err != nil {
		t.Fatal(err)
	}
	newer := excelize.NewFile()
	_ = newer.SetSheetName("Sheet1", "_zhenjie")
	_ = newer.SetSheetRow("_zhenjie", "A1", &[]any{"zhenjie-form", 2})
	var later bytes.Buffer
	if err := newer.Write(&later); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		data []byte
		want words.ID
	}{
		"nothing":      {nil, "file.empty"},
		"text":         {[]byte("名称,金额\n"), "form.no_workbook"},
		"old xls":      {append([]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), make([]byte, 512)...), "form.old_or_locked"},
		"other zip":    {zipped(t, zip.Store, map[string]string{"a.txt": "a"}), "form.damaged"},
		"cut":          {plain.Bytes()[:plain.Len()/2], "form.no_workbook"},
		"other book":   {plain.Bytes(), "form.not_a_form"},
		"newer":        {later.Bytes(), "form.newer"},
		"zip bomb":     {bomb(t), "form.unpacks_too_large"},
		"broken sheet": {broken(t, write(t, town(), words.Zh), "xl/worksheets/sheet6.xml"), "form.damaged"},
	} {
		_, err := form.Read(context.Background(), bytes.NewReader(c.data), int64(len(c.data)), choices, nil)
		if kind := kindOf(err); kind != c.want {
			t.Errorf("%s: %v (%s), want %s", name, err, kind, c.want)
		}
	}
}

func kindOf(err error) words.ID {
	if bad, ok := err.(*geo.InputError); ok {
		return bad.Kind
	}
	return ""
}

func zipped(t testing.TB, method uint16, parts map[string]string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, text := range parts {
		w, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: method})
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprint(w, text)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// repacked is a workbook with parts replaced.
func repacked(t testing.TB, method uint16, data []byte, replace func(name, text string) string) []byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		if _, err := b.ReadFrom(r); err != nil {
			t.Fatal(err)
		}
		parts[f.Name] = replace(f.Name, b.String())
	}
	return zipped(t, method, parts)
}

// partOf is a part of a workbook.
func partOf(t testing.TB, data []byte, part string) (text string) {
	repacked(t, zip.Store, data, func(name, is string) string {
		if name == part {
			text = is
		}
		return is
	})
	return text
}

func broken(t *testing.T, data []byte, part string) []byte {
	return repacked(t, zip.Store, data, func(name, text string) string {
		if name == part {
			return text[:len(text)/2]
		}
		return text
	})
}

// bomb is a workbook one sheet of which is larger than all may be.
func bomb(t *testing.T) []byte {
	filler := strings.Repeat(strings.Repeat(" ", 1<<10)+"<x/>", 120<<10)
	return repacked(t, zip.Deflate, write(t, planning.Plan{}, words.Zh), func(name, text string) string {
		if name == "xl/worksheets/sheet5.xml" {
			return strings.Replace(text, "<sheetData>", filler+"<sheetData>", 1)
		}
		return text
	})
}

func TestAReadingStops(t *testing.T) {
	data := write(t, town(), words.Zh)
	ctx, stop := context.WithCancel(context.Background())
	stop()
	if _, err := form.Read(ctx, bytes.NewReader(data), int64(len(data)), choices, nil); err != context.Canceled {
		t.Errorf("after it was stopped: %v", err)
	}
}

func TestATextThatNoCellHoldsIsRefused(t *testing.T) {
	p := planning.Plan{Identity: planning.Identity{Place: strings.Repeat("𠮷", 17_000)}} // two units of UTF-16 each
	err := form.Write(&bytes.Buffer{}, p, choices, words.Zh)
	if kindOf(err) != "form.cell_too_long" {
		t.Errorf("%v", err)
	}
}

// TestAFormThatLibreOfficeSaved reads testdata/libreoffice.xlsx: the form of the
// town above in Chinese, opened and saved by LibreOffice Calc 7.4.7
// (soffice --headless --convert-to xlsx), which computes the sums and writes
// other styles, shared texts and row heights than ours.
func TestAFormThatLibreOfficeSaved(t *testing.T) {
	data, err := os.ReadFile("testdata/libreoffice.xlsx")
	if err != nil {
		t.Fatal(err)
	}
	f := read(t, data)
	expectProblems(t, f)
	expect(t, town(), f)
	sums, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	// The sum of the first year and that of all, as LibreOffice computed them.
	for cell, want := range map[string]string{"E5": "1205", "AD5": "1205.000003"} {
		if got, err := sums.GetCellValue("投资计划", cell, excelize.Options{RawCellValue: true}); err != nil || got != want {
			t.Errorf("%s is %s, %v; our sum is %s", cell, got, err, want)
		}
	}
}
