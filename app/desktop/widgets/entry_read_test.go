package widgets

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// visibleTexts are the texts of an object that are to be seen, in their order.
func visibleTexts(o fyne.CanvasObject) []string {
	if !o.Visible() {
		return nil
	}
	if t, ok := o.(*canvas.Text); ok {
		return []string{t.Text}
	}
	var texts []string
	for _, c := range children(o) {
		texts = append(texts, visibleTexts(c)...)
	}
	return texts
}

// chinese is broken before its first comma by a field 19 characters wide.
const chinese = "以茶叶精深加工带动茶旅：鲜叶由本地茶园供应，抹茶、冷泡茶和新茶饮原料在镇内加工，炒制技艺在工坊里看得见、学得会"

const english = "a very long line of text without end that will have to be wrapped somewhere because it is long"

func TestATextToBeReadIsBrokenByTheRules(t *testing.T) {
	for _, text := range []string{chinese, english} {
		e := NewMultiLine(8)
		for width := float32(120); width < 320; width += 14 {
			w := inWindow(t, container.NewWithoutLayout(e), 400, 300)
			e.Set(text)
			place(e, 0, 0, width, e.MinSize().Height)
			lines := visibleTexts(e)
			if len(lines) < 2 {
				t.Fatalf("at %.0f units reads %q", width, lines)
			}
			for _, l := range lines {
				if strings.ContainsAny(l[:len("，")], "，。；：、）》") {
					t.Errorf("at %.0f units a line begins with %q", width, l)
				}
			}
			whole := strings.Join(lines, map[bool]string{true: "", false: " "}[text == chinese])
			if whole != text {
				t.Errorf("at %.0f units reads %q", width, lines)
			}
			w.Canvas().Focus(e)
			if e.text.Visible() || slices.Contains(visibleTexts(e), "") {
				t.Errorf("at %.0f units the focus leaves the text to be read", width)
			}
			w.Canvas().Unfocus()
			if got := visibleTexts(e); !slices.Equal(got, lines) {
				t.Errorf("at %.0f units reads %q after the focus, %q before", width, got, lines)
			}
		}
	}
}

func TestPointingAtATextPutsTheCursorThere(t *testing.T) {
	for _, text := range []string{chinese, english, "一\n\n二三，四\r\n五 六\n", chinese + "\n" + english, "\n甲"} {
		runes := []rune(text)
		for _, width := range []float32{131, 200} {
			e := NewMultiLine(30)
			w := inWindow(t, container.NewWithoutLayout(e), 400, 700)
			e.Set(text)
			place(e, 0, 0, width, e.MinSize().Height)
			starts := e.text.lineStarts()
			for i, l := range e.text.lines {
				line := []rune(l)
				for _, column := range []int{0, len(line) / 2, len(line) - 1} {
					if column < 0 {
						continue
					}
					w.Canvas().Unfocus()
					want := len([]rune(text[:starts[i]])) + column
					x := e.text.Position().X + e.text.face.measure(skinOf(e), string(line[:column])).Width + 1
					y := e.text.Position().Y + (float32(i)+0.5)*e.text.face.lineHeight(skinOf(e))
					e.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(x, y)}, Button: desktop.MouseButtonPrimary})
					e.MouseUp(&desktop.MouseEvent{Button: desktop.MouseButtonPrimary})
					if got := e.CursorTextOffset(); got != want {
						t.Errorf("at %.0f units, pointing at character %d of %q (%q) puts the cursor at %d", width, want, text, runes[want:min(want+3, len(runes))], got)
					}
				}
			}
		}
	}
}

func TestTypingGoesWhereOnePointed(t *testing.T) {
	e := NewMultiLine(8)
	w := inWindow(t, container.NewWithoutLayout(e), 400, 300)
	e.Set(chinese)
	place(e, 0, 0, 19*14+10, e.MinSize().Height)
	at := e.text.Position().AddXY(1, 2.5*e.text.face.lineHeight(skinOf(e)))
	e.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}, Button: desktop.MouseButtonPrimary})
	e.MouseUp(&desktop.MouseEvent{Button: desktop.MouseButtonPrimary})
	plain(w.Canvas().Focused(), "8")
	third := e.text.lineStarts()[2]
	if want := chinese[:third] + "8" + chinese[third:]; e.Text != want {
		t.Errorf("typed into %q", e.Text)
	}
	key(e, fyne.KeyBackspace)
	if e.Text != chinese {
		t.Errorf("backspace left %q", e.Text)
	}
}

func TestATextHigherThanItsFieldIsFynes(t *testing.T) {
	e := NewMultiLine(2)
	inWindow(t, container.NewWithoutLayout(e), 400, 300)
	e.Set(strings.Repeat(chinese, 3))
	place(e, 0, 0, 200, e.MinSize().Height)
	if e.reading || e.text.Visible() {
		t.Error("a text of many lines cannot be scrolled")
	}
	e.Set("短")
	if !e.reading {
		t.Error("a short one is Fyne's still")
	}
	e.Disable()
	if c := e.text.face.colour; c != "disabled" {
		t.Errorf("a disabled field reads in %s", c)
	}
}

func TestTheEditedTextIsBrokenByItsLanguage(t *testing.T) {
	e := NewMultiLine(4)
	w := inWindow(t, e, 140, 100)
	for text, want := range map[string]fyne.TextWrap{chinese: fyne.TextWrapBreak, english: fyne.TextWrapWord, "": fyne.TextWrapWord} {
		e.Set(text)
		w.Canvas().Focus(e)
		if e.Wrapping != want {
			t.Errorf("%q is wrapped as %d", text, e.Wrapping)
		}
		w.Canvas().Unfocus()
	}
}

// A field of one line, edited or not, leaves the wheel to the page it stands in;
// its text still moves sideways as the cursor goes to the end.
func TestAFieldOfOneLineLeavesTheWheelAlone(t *testing.T) {
	e := NewEntry()
	w := inWindow(t, e, 120, 40)
	e.Set("一行放不下的很长很长的文字，要横着移动才看得到末尾")
	scrolls := func() (n int) {
		var look func(o fyne.CanvasObject)
		look = func(o fyne.CanvasObject) {
			if _, ok := o.(fyne.Scrollable); ok && o.Visible() {
				n++
			}
			for _, c := range children(o) {
				look(c)
			}
		}
		look(e)
		return n
	}
	if n := scrolls(); n > 0 {
		t.Errorf("%d parts of the field take the wheel", n)
	}
	w.Canvas().Focus(e)
	key(e, fyne.KeyEnd)
	if n := scrolls(); n > 0 {
		t.Errorf("%d parts of the edited field take the wheel", n)
	}
	line := test.WidgetRenderer(e).(*entryRenderer).line
	if at := line.Content.Position().X; at >= 0 {
		t.Errorf("the end of the text is not in view: it stands at %v", at)
	}
}
