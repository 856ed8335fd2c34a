package page

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"zhenjie/app/desktop/look"
	"zhenjie/app/desktop/widgets"
	"zhenjie/app/workspace"
	"zhenjie/assets/words"
	"zhenjie/planning"
	"zhenjie/planning/papers"
	"zhenjie/planning/procedure"
)

// papersPage is the page of what an application declares and brings: with the
// files that prove it, and what is missing before it is handed in.
type papersPage struct {
	d       *Desk
	state   workspace.State
	now     func() time.Time
	said    *lines
	files   []*filing // of the declarations and of the papers
	claims  *declarations
	papers  *materials
	kept    *widgets.Prose
	check   *widget.Button
	wrong   *lines
	checked bool // the files have been read once
	content fyne.CanvasObject
}

func newPapers(d *Desk) *papersPage {
	p := &papersPage{
		d: d, now: time.Now, said: newLines(), wrong: newLines(), claims: newDeclarations(d), papers: newMaterials(d),
		kept: widgets.NewProse(""),
	}
	f := widgets.NewForm()
	f.Section(d.say("papers.handin"))
	f.Wide(p.said.form)
	f.Section(d.say("papers.declarations"))
	f.Wide(widgets.NewHint(d.say("papers.declared_hint")))
	p.place(f, p.claims.table, p.claims.owner)
	f.Section(d.say("papers.materials"))
	f.Wide(widgets.NewHint(d.say("papers.materials_hint")))
	p.place(f, p.papers.table, p.papers.owner)
	f.Section(d.say("attachment.of_none"))
	f.Wide(p.kept)
	p.check = widget.NewButtonWithIcon(d.say("attachment.check"), theme.ConfirmIcon(), p.read)
	f.Wide(container.NewHBox(p.check))
	f.Wide(p.wrong.form)
	p.content = container.NewVScroll(container.NewPadded(f))
	return p
}

// place puts a table into the form, and the list of files below it.
func (p *papersPage) place(f *widgets.Form, t *table, owner func(int) (planning.Owner, string)) {
	one := newFiling(p.d, t, owner)
	f.Wide(container.New(modest{}, t.sheet))
	f.Wide(one.attached.content)
	p.files = append(p.files, one)
}

func (*papersPage) ID() string                   { return "papers" }
func (*papersPage) Title() words.ID              { return "page.papers" }
func (*papersPage) Icon() fyne.Resource          { return theme.MailAttachmentIcon() }
func (*papersPage) Wide() bool                   { return true } // six columns of declarations
func (p *papersPage) Content() fyne.CanvasObject { return p.content }

// Show implements Page.
func (p *papersPage) Show(s workspace.State) {
	changed := !s.Plan.Attachments.Equal(p.state.Plan.Attachments)
	p.state = s
	d, _ := procedure.Of(s.Plan.Procedure) // the page of the procedure says what is wrong with one's own copy
	p.claims.show(s)
	p.papers.show(s, papers.Checklist(s.Plan, s.Book, d, p.now()))
	for _, f := range p.files {
		f.show(s)
	}
	p.handin(papers.HandIn(s.Plan, s.Book, d, p.now()))
	p.kept.Set(p.d.say("attachment.kept", "n", s.Plan.Attachments.Len(), "size", planning.SizeText(size(s.Plan)), "kept", planning.SizeText(s.Plan.KeptSize())))
	if changed {
		p.wrong.show(nil)
	}
	if !p.checked && s.Plan.Attachments.Len() > 0 {
		p.read()
	}
}

// size is how much all files hold together, in bytes.
func size(plan planning.Plan) (size int64) {
	for _, f := range plan.Filing() {
		size += f.Size()
	}
	return size
}

// grades are the colours of the lines on what is missing.
var grades = map[papers.Grade]fyne.ThemeColorName{
	papers.Lacking: theme.ColorNameForeground, papers.Late: theme.ColorNameError, papers.Soon: theme.ColorNameWarning,
	papers.Remark: theme.ColorNamePlaceHolder,
}

// handin says what is missing before the application is handed in.
func (p *papersPage) handin(missing []papers.Line) {
	var all []line
	if papers.Ready(missing) {
		all = append(all, line{p.d.say("papers.ready"), look.ColorPass})
	}
	for _, l := range missing {
		all = append(all, line{l.Text.In(p.d.Lang), grades[l.Grade]})
	}
	p.said.show(all)
}

// read compares the files with what is known of them.
func (p *papersPage) read() {
	if p.d.CheckFiles == nil {
		return
	}
	p.checked = true
	p.check.Disable()
	p.wrong.show([]line{{p.d.say("attachment.checking"), theme.ColorNamePlaceHolder}})
	of := p.state.Plan.Attachments
	p.d.CheckFiles(func(all []workspace.Trouble, err error) {
		p.check.Enable()
		switch {
		case !of.Equal(p.state.Plan.Attachments): // the answer is of files that are others now
			p.wrong.show(nil)
		case err != nil:
			p.wrong.show([]line{{p.d.explain(err), theme.ColorNameError}})
		default:
			p.wrong.show(p.troubles(all))
		}
	})
}

func (p *papersPage) troubles(all []workspace.Trouble) (lines []line) {
	for _, t := range all {
		lines = append(lines, line{t.Text.In(p.d.Lang), theme.ColorNameError})
	}
	if n := p.state.Plan.Attachments.Len(); len(all) == 0 && n > 0 {
		lines = append(lines, line{p.d.say("attachment.checked", "n", n), look.ColorPass})
	}
	return lines
}

// Drop implements Dropper: files belong to the row, or the list, they were
// dropped onto.
func (p *papersPage) Drop(at fyne.Position, paths []string) bool {
	if !covers(p.content, at) {
		return false
	}
	if dropOn(at, paths, p.files...) {
		return true
	}
	if p.d.Tell != nil {
		p.d.Tell(words.Say("attachment.dropped_here"))
	}
	return true
}
