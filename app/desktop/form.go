package desktop

import (
	"context"
	"path/filepath"
	"strings"

	"zhenjie/app/desktop/widgets"
	"zhenjie/app/workspace"
	"zhenjie/app/workspace/job"
	"zhenjie/geo"
	"zhenjie/planning/edit"
	"zhenjie/planning/form"
)

// formExt ends the names of forms.
const formExt = ".xlsx"

func isForm(path string) bool { return strings.EqualFold(filepath.Ext(path), formExt) }

// askFormOut asks where the form of the plan is to be written.
func (w *window) askFormOut() {
	if w.ws == nil {
		return
	}
	w.commitTyping()
	project := filepath.Base(w.ws.State().Path)
	name := w.say("form.file", "name", strings.TrimSuffix(project, filepath.Ext(project)))
	w.dialogs.savePath("form.out_title", name, func(path string) { w.ifReplaced(path, func() { w.writeForm(path) }) })
}

// askFormIn asks for a form that was filled in.
func (w *window) askFormIn() {
	if w.ws != nil {
		w.dialogs.openPath("form.in_title", []string{"*" + formExt}, w.readForm)
	}
}

// writeForm writes the form of the plan beside the UI thread.
func (w *window) writeForm(path string) {
	if w.ws == nil {
		return
	}
	s, lang := w.ws.State(), w.lang()
	end := w.busy.begin("form.writing", path)
	w.jobs.form.Run(func(context.Context, job.Progress) (readForm, error) {
		return readForm{}, workspace.WriteForm(path, s.Plan, workspace.FormChoices(s.Plan, s.Books), lang)
	}, func(_ readForm, err error) {
		end()
		if err != nil {
			w.complain(err)
			return
		}
		w.notices.tell(widgets.Info, w.say("form.written", "file", path))
	})
}

// readForm is a form that was read, and what it says otherwise than the plan.
type readForm struct {
	path     string
	state    workspace.State // with which it was compared
	problems []form.Problem
	refused  []edit.Refusal // what cannot be taken at all
	all      []form.Difference
}

// readForm reads a form and shows the differences.
func (w *window) readForm(path string) {
	if w.ws == nil {
		w.warn(geo.InFile(geo.BadInput(geo.At{}, "form.no_project"), path))
		return
	}
	w.ifSettled(func() { w.readFormNow(path) })
}

func (w *window) readFormNow(path string) {
	ws := w.ws
	state := ws.State()
	end := w.busy.begin("window.reading", path)
	w.jobs.form.Run(func(ctx context.Context, p job.Progress) (readForm, error) {
		f, err := workspace.ReadForm(ctx, path, workspace.FormChoices(state.Plan, state.Books), p)
		if err != nil {
			return readForm{}, err
		}
		take, refused := edit.TakeForm{From: state.Plan, Take: form.Compare(state.Plan, f)}.Possible()
		return readForm{path, state, f.Problems, refused, take.Take}, nil
	}, func(r readForm, err error) {
		end()
		switch {
		case err != nil:
			w.complain(err)
		case len(r.all)+len(r.problems)+len(r.refused) == 0:
			w.notices.tell(widgets.Info, w.say("form.same", "file", filepath.Base(path)))
		default:
			newFormDialog(w, r).show()
		}
	})
}

// takeForm takes the differences that were chosen; done is told why they could
// not be, or nil.
func (w *window) takeForm(r readForm, chosen []form.Difference, done func(error)) {
	ws := w.ws
	if ws == nil {
		return
	}
	end := w.busy.begin("form.taking", r.path)
	w.jobs.try.Run(func(context.Context, job.Progress) (workspace.Trial, error) {
		return r.state.Try(edit.TakeForm{From: r.state.Plan, Take: chosen}, r.state.Books)
	}, func(t workspace.Trial, err error) {
		end()
		if err == nil {
			err = ws.Commit(t)
		}
		if err == nil {
			w.notices.begin()
			w.notices.tell(widgets.Info, w.say("form.taken", "n", len(chosen)))
		}
		if err == nil || !workspace.Blocked(err) {
			w.stepped(err)
		}
		done(err)
	})
}
