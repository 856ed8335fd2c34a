package desktop

import (
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"zhenjie/app/desktop/widgets"
	"zhenjie/assets/words"
	"zhenjie/planning/form"
)

// mostProblems bounds the problems written out; more are counted.
const mostProblems = 200

// formDialog shows what a form says otherwise than the plan, to be ticked.
type formDialog struct {
	w      *window
	read   readForm
	ticked []bool
	count  int
	texts  [][]string // of the rows, without their ticks
	sheet  *widgets.Sheet
	whole  *widgets.Prose // the row that is selected, in full
	fault  *widgets.Prose
	take   *widget.Button
	dialog *dialog.CustomDialog
}

func newFormDialog(w *window, r readForm) *formDialog {
	d := &formDialog{
		w: w, read: r, ticked: make([]bool, len(r.all)), texts: make([][]string, len(r.all)),
		whole: widgets.NewHint(""), fault: widgets.NewHint(""),
	}
	lang := w.lang()
	for i, one := range r.all {
		d.texts[i] = []string{
			one.Sheet.Title().In(lang), oneLine(one.Where.In(lang)), one.What().In(lang), oneLine(one.Old.In(lang)), oneLine(one.New.In(lang)),
		}
	}
	d.sheet = widgets.NewSheet(d.columns())
	d.sheet.OnCommit = func(row, _ int, text string) { d.tick(row, text == widgets.CheckOn) }
	d.sheet.OnSelect = d.showWhole
	d.sheet.Post = w.post
	d.sheet.SetWords(w.say("form.no_difference"), "")
	d.dialog = dialog.NewCustomWithoutButtons(w.say("form.dialog_title", "file", filepath.Base(r.path)), d.content(), w.win)
	d.take = widget.NewButton(w.say("window.take"), d.taken)
	d.take.Importance = widget.HighImportance
	d.dialog.SetButtons([]fyne.CanvasObject{
		widget.NewButton(w.say("form.all"), func() { d.tickAll(true) }), widget.NewButton(w.say("form.none"), func() { d.tickAll(false) }),
		widget.NewButton(w.say("window.cancel"), d.dialog.Hide), d.take,
	})
	d.tickAll(true)
	return d
}

func (d *formDialog) columns() []widgets.Column {
	return []widgets.Column{
		{Title: "", Width: 2, Kind: widgets.CheckColumn},
		{Title: d.w.say("form.sheets"), Width: 5, Least: 4, Kind: widgets.FixedColumn},
		{Title: d.w.say("form.row"), Width: 10, Least: 5, Kind: widgets.FixedColumn},
		{Title: d.w.say("form.field"), Width: 8, Least: 5, Kind: widgets.FixedColumn},
		{Title: d.w.say("form.old"), Kind: widgets.FixedColumn},
		{Title: d.w.say("form.new"), Kind: widgets.FixedColumn},
	}
}

// oneLine is a text without its line breaks, cut to what a row can show.
func oneLine(s string) string {
	const most = 120
	s = strings.Join(strings.Fields(s), " ")
	if r := []rune(s); len(r) > most {
		return string(r[:most]) + "…"
	}
	return s
}

// content is the problems above, the differences, and below them the selected one
// in full.
func (d *formDialog) content() fyne.CanvasObject {
	below := container.NewVBox(d.whole, d.fault)
	if len(d.read.problems)+len(d.read.refused) == 0 {
		return container.NewBorder(nil, below, nil, nil, d.sheet)
	}
	list := d.problems()
	problems := container.NewVScroll(list)
	problems.SetMinSize(fyne.NewSize(0, min(list.MinSize().Height, d.w.win.Canvas().Size().Height/4)))
	return container.NewBorder(problems, below, nil, nil, d.sheet)
}

func (d *formDialog) problems() fyne.CanvasObject {
	var all []words.Text
	for _, p := range d.read.problems {
		all = append(all, p.Say())
	}
	for _, r := range d.read.refused {
		all = append(all, r.Say())
	}
	box := container.NewVBox(widgets.NewProse(d.w.say("form.not_read", "n", len(all))))
	for _, t := range all[:min(len(all), mostProblems)] {
		box.Add(widgets.NewProse(t.In(d.w.lang())))
	}
	if more := len(all) - mostProblems; more > 0 {
		box.Add(widgets.NewHint(d.w.say("form.more_problems", "n", more)))
	}
	return box
}

func (d *formDialog) show() {
	size := d.w.win.Canvas().Size()
	d.dialog.Resize(fyne.NewSize(min(size.Width*0.94, 1180), min(size.Height*0.88, 760)))
	d.w.ask(d.dialog)
	if len(d.texts) > 0 {
		d.sheet.Select(0, 0)
	}
}

func (d *formDialog) tick(row int, on bool) {
	if row < 0 || row >= len(d.ticked) || d.ticked[row] == on {
		return
	}
	d.ticked[row] = on
	if on {
		d.count++
	} else {
		d.count--
	}
	d.counted()
}

func (d *formDialog) tickAll(on bool) {
	mark := widgets.CheckOff
	d.count = 0
	if on {
		mark, d.count = widgets.CheckOn, len(d.ticked)
	}
	rows := make([][]string, len(d.texts))
	for i, texts := range d.texts {
		d.ticked[i] = on
		rows[i] = append([]string{mark}, texts...)
	}
	d.sheet.Display(rows, nil)
	d.counted()
}

// counted shows how many differences are ticked.
func (d *formDialog) counted() {
	d.fault.Set("")
	d.take.SetText(d.w.say("form.take_n", "n", d.count, "of", len(d.ticked)))
	if d.count == 0 {
		d.take.Disable()
	} else {
		d.take.Enable()
	}
}

// showWhole writes a difference out.
func (d *formDialog) showWhole(row int) {
	if row < 0 || row >= len(d.read.all) {
		return
	}
	const most = 300
	one := d.read.all[row]
	text := []rune(d.w.say("form.whole", "what", one.What(), "change", one.Change()))
	if len(text) > most {
		text = append(text[:most], '…')
	}
	d.whole.Set(string(text))
}

// taken takes what is ticked; what stands against it is said, and the dialog
// stays.
func (d *formDialog) taken() {
	var chosen []form.Difference
	for i, on := range d.ticked {
		if on {
			chosen = append(chosen, d.read.all[i])
		}
	}
	d.take.Disable()
	d.w.takeForm(d.read, chosen, func(err error) {
		d.counted()
		if err != nil {
			d.fault.Set(words.Explain(err).In(d.w.lang()))
			return
		}
		d.dialog.Hide()
	})
}
