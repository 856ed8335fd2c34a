package page

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"zhenjie/app/desktop/widgets"
	"zhenjie/assets/words"
	"zhenjie/planning"
	"zhenjie/planning/edit"
)

func (o *office[P]) press(keys ...fyne.KeyName) {
	for _, key := range keys {
		o.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: key})
	}
}

func (o *office[P]) tab() { o.window.Canvas().(interface{ FocusNext() }).FocusNext() }

func TestGuideShowsThePlan(t *testing.T) {
	o := open(t, words.Zh, newGuide, sampleState(t))
	// 8+9+8+7+6+8+7 = 53, as assets/sample/town/plan.json scores
	o.shows("1  服务政府", "7  利益分配", "已评 7/7 项，平均 7.6 分。最弱：和谐社区（6 分）。", "政府怎样做好服务而不包办", "县政府做四件事")
	o.hides("未评", "! ", "特而强")
	empty := open(t, words.Zh, newGuide, stateOf(planning.Plan{}))
	empty.shows("未评", "7 项都还没有评分")
}

func TestGuideByTheKeyboardAlone(t *testing.T) {
	o := open(t, words.Zh, newGuide, stateOf(planning.Plan{}))
	o.tab()
	if o.window.Canvas().Focused() != fyne.Focusable(o.page.list) {
		t.Fatalf("the first stop is %T", o.window.Canvas().Focused())
	}
	o.press(fyne.KeyUp, fyne.KeyDown) // above the first there is none
	o.shows("特而强：主导产业是否只定了一个？")
	o.hides("政府怎样做好服务")
	list := o.page.list
	list.TypedRune('9')
	to := planning.GuideAnswer{Point: planning.GuideCore, Score: 9}
	o.expect(edit.SetGuide{To: to})
	o.shows("! 9", "给了 9 分，但没有写做法，也没有依据")
	list.TypedRune('9')
	list.TypedRune('x')
	o.expect()
	o.press(fyne.KeyRight, fyne.KeyRight)
	to.Score = 10
	o.expect(edit.SetGuide{To: to})
	o.press(fyne.KeyReturn)
	e := o.window.Canvas().Focused().(*widgets.Entry)
	o.write(e, "一镇一业")
	o.shows("给了 10 分，但没有依据")
	o.tab()
	to.Text = "一镇一业"
	o.expect(edit.SetGuide{To: to})
	o.write(o.window.Canvas().Focused().(*widgets.Entry), "批文")
	o.hides("给了 10 分")
	o.tab()
	to.Evidence = "批文"
	o.expect(edit.SetGuide{To: to})
	bar := o.window.Canvas().Focused().(*scoreBar)
	o.press(fyne.KeyLeft)
	to.Score = 9
	o.expect(edit.SetGuide{To: to})
	bar.TypedRune('０') // as an input method types it
	to.Score = 10
	o.expect(edit.SetGuide{To: to})
	o.press(fyne.KeyDelete, fyne.KeyLeft)
	to.Score = 0
	o.expect(edit.SetGuide{To: to})
	o.shows("7 项都还没有评分")
	o.window.Canvas().Focus(list)
	o.press(fyne.KeyEnd, fyne.KeyDown)
	o.shows("政府、村民、企业、消费者各得什么？")
	o.press(fyne.KeyHome)
	o.shows("政府怎样做好服务")
	o.expect()
}

func TestFilesProveAPoint(t *testing.T) {
	s := stateOf(planning.Plan{
		Guide:       planning.ListOf(planning.GuideAnswer{Point: planning.GuideCore, Text: "一镇一业", Score: 9}),
		Attachments: planning.ListOf(planning.Attachment{Owner: planning.OfGuide(planning.GuideCore), Name: "专利证书.pdf", Size: 2048}),
	})
	o := open(t, words.Zh, newGuide, s)
	var owners []planning.Owner
	o.page.d.Attach = func(owner planning.Owner, _ []string) { owners = append(owners, owner) }
	o.hides("专利证书.pdf")
	o.page.turn(1)
	o.shows("专利证书.pdf")
	o.hides("没有依据")
	o.page.files.add()
	place := corner(o.page.files.content).AddXY(5, 5)
	o.frame()
	if !o.page.Drop(place, []string{"a.pdf"}) || o.page.Drop(fyne.NewPos(0, 0), []string{"a.pdf"}) {
		t.Error("files are dropped onto the list of files, and nowhere else")
	}
	if want := planning.OfGuide(planning.GuideCore); len(owners) != 2 || owners[0] != want || owners[1] != want {
		t.Errorf("files were attached to %v", owners)
	}
	if err := o.page.d.Do(edit.Detach{File: s.Plan.Attachments.At(0)}); err != nil {
		t.Fatal(err)
	}
	o.shows("没有依据")
}

func TestGuideByTaps(t *testing.T) {
	o := open(t, words.En, newGuide, sampleState(t))
	test.TapAt(o.page.list, fyne.NewPos(20, 4.5*guideRowHeight()))
	o.shows("How do residents, villagers and founders live here", "新社区一期286户年底交付")
	bar := o.page.card().score
	test.TapAt(bar, fyne.NewPos(7.5*bar.cell(), 5))
	to, _ := o.state.Plan.GuideAnswer(planning.GuideCommunity)
	if got := o.take(); len(got) != 1 || to.Score != 8 {
		t.Errorf("the eighth cell did %+v", got)
	}
	test.TapAt(bar, fyne.NewPos(7.5*bar.cell(), 5)) // again: no score
	to.Score = 0
	o.expect(edit.SetGuide{To: to})
	o.shows("none", "6 of 7 points scored")
	test.TapAt(bar, fyne.NewPos(10.5*bar.cell(), 5)) // beside the cells
	test.TapAt(o.page.list, fyne.NewPos(20, 4.5*guideRowHeight()))
	o.expect()
}

func TestATextThatIsRefusedStaysWithItsPoint(t *testing.T) {
	o := open(t, words.Zh, newGuide, stateOf(planning.Plan{}))
	long := strings.Repeat("茶", 20_001)
	first := o.page.card().answer
	o.window.Canvas().Focus(first)
	first.SetText(long) // typing as many is slow
	o.leave()
	o.expect()
	o.shows("文字超过 20000 个字；请删减")
	o.page.turn(1)
	o.hides("文字超过")
	if got := o.page.card().answer.Text; got != "" || !o.page.d.Refused() {
		t.Errorf("the second point holds %d bytes; refused: %v", len(got), o.page.d.Refused())
	}
	o.page.turn(0)
	o.shows("文字超过")
	if first != o.page.card().answer || first.Text != long {
		t.Error("the text refused is lost")
	}
}

func TestUndoIsShownOnEveryPoint(t *testing.T) {
	o := open(t, words.Zh, newGuide, stateOf(planning.Plan{}))
	before := o.state
	o.write(o.page.card().answer, "一")
	o.leave()
	o.page.turn(3)
	o.page.Show(before)
	o.page.turn(0)
	if got := o.page.card().answer.Text; got != "" {
		t.Errorf("undone, the answer is %q", got)
	}
}

// corner is where an object stands on the page.
func corner(o fyne.CanvasObject) fyne.Position {
	return fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
}

func TestGuideFitsNarrowAndWidePages(t *testing.T) {
	for _, lang := range []words.Lang{words.Zh, words.En} {
		o := open(t, lang, newGuide, sampleState(t))
		for _, width := range []float32{300, 480, 600, 900} {
			o.window.Resize(fyne.NewSize(width, 700))
			o.frame()
			list, card, radar := corner(o.page.list), corner(o.page.card().form), corner(o.page.radar)
			right := card.X + o.page.card().form.Size().Width
			beside, below := width >= 480, width >= 600
			if got := card.X > list.X+o.page.list.Size().Width; got != beside {
				t.Errorf("%s at %.0f: the card beside the list: %v", lang, width, got)
			}
			if got := radar.Y < card.Y+o.page.card().form.Size().Height; got != below {
				t.Errorf("%s at %.0f: the chart beside the card: %v", lang, width, got)
			}
			if right > width || right < width-20 {
				t.Errorf("%s at %.0f: the card ends at %.0f", lang, width, right)
			}
			if size := o.page.radar.Size(); size.Width < 230 || size.Height < 180 {
				t.Errorf("%s at %.0f: the chart is %v", lang, width, size)
			}
		}
	}
}

func TestScoreOf(t *testing.T) {
	for r, want := range map[rune]int{'1': 1, '9': 9, '0': 10, '５': 5, 'a': 0, '五': 0, ' ': 0, '½': 0} {
		score, ok := scoreOf(r)
		if score != want || ok != (want > 0) {
			t.Errorf("%q gives %d, %v", r, score, ok)
		}
	}
}
