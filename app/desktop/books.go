package desktop

import (
	"fyne.io/fyne/v2/dialog"

	"zhenjie/app/workspace"
	"zhenjie/planning/rulebook"
)

// readBooks sees the rulebook files that have come, gone or changed.
func (p *project) readBooks() {
	folder := workspace.BookFolder()
	state := workspace.FolderState(folder)
	if p.w.project != p || p.w.ws == nil || state == p.books {
		return
	}
	p.books = state
	p.w.ws.SetBooks(p.w.loadBooks())
	p.w.refresh()
}

// saveBook writes a rulebook of the user; the findings follow.
func (p *project) saveBook(b *rulebook.Rulebook) error {
	if err := p.state.Books.SaveBook(workspace.BookFolder(), b); err != nil {
		return err
	}
	p.books = "changed" // whatever the times of the files say: some systems count them in seconds
	p.readBooks()
	return nil
}

// removeBook deletes the file of a rulebook of the user, after asking.
func (p *project) removeBook(b *rulebook.Rulebook) {
	w := p.w
	question := w.say("rulebooks.remove_text", "title", b.Title, "file", p.state.Books.File(b.ID))
	d := dialog.NewConfirm(w.say("rulebooks.remove"), question, func(yes bool) {
		if !yes {
			return
		}
		if err := p.state.Books.RemoveBook(b.ID); err != nil {
			w.complain(err)
		}
		p.readBooks()
	}, w.win)
	d.SetConfirmText(w.say("rulebooks.remove"))
	d.SetDismissText(w.say("window.cancel"))
	w.ask(d)
}
