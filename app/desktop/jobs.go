package desktop

import (
	"context"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"zhenjie/app/workspace"
	"zhenjie/app/workspace/job"
	"zhenjie/assets/words"
	"zhenjie/geo/boundary"
	"zhenjie/planning"
)

// jobs are the kinds of long work; a newer one of a kind replaces the older.
type jobs struct {
	open  *job.Job[*workspace.Workspace]
	read  *job.Job[read]
	try   *job.Job[workspace.Trial]
	paths *job.Job[[]string] // the system's file dialogs

	attach  *job.Job[[]planning.Attachment]
	extract *job.Job[string] // of attached files
	form    *job.Job[readForm]
	check   *job.Job[[]workspace.Trouble]
}

// read is a boundary file that has been read.
type read struct {
	path     string
	all      []workspace.Candidate
	sure     bool
	warnings []words.Text
}

func newJobs(w *window) jobs {
	progress := func(done, total int64) { w.busy.progress(done, total) }
	j := jobs{
		open: job.New[*workspace.Workspace](w.post, nil), read: job.New[read](w.post, progress),
		try: job.New[workspace.Trial](w.post, nil), paths: job.New[[]string](w.post, nil),
		attach: job.New[[]planning.Attachment](w.post, progress), extract: job.New[string](w.post, progress),
		form:  job.New[readForm](w.post, progress),
		check: job.New[[]workspace.Trouble](w.post, nil),
	}
	// A project opened in vain would keep its file from everybody else.
	j.open.Dropped = func(ws *workspace.Workspace) { _ = ws.Close() }
	return j
}

// stop cancels all work in hand, and questions still to be answered.
func (j jobs) stop() {
	j.open.Stop()
	j.read.Stop()
	j.try.Stop()
	j.paths.Stop()
	j.form.Stop()
	j.attach.Stop()
	j.extract.Stop()
	j.check.Stop()
}

// stopWork cancels all work in hand and takes its bar away.
func (w *window) stopWork() {
	w.jobs.stop()
	w.attaching = attaching{}
	w.busy.end()
}

// readBoundary is the work of reading a boundary file; from is the coordinate
// system the user names, "" for what the file says.
func readBoundary(path, from string) func(context.Context, job.Progress) (read, error) {
	return func(ctx context.Context, p job.Progress) (read, error) {
		features, sum, err := boundary.Load(ctx, path, boundary.Options{From: from, Progress: p})
		if err != nil {
			return read{}, err
		}
		all, sure := workspace.Candidates(features)
		return read{path, all, sure, sum.Warnings}, nil
	}
}

// busy is the bar that says what is being worked on, with its progress and a
// way to stop it. Work that is soon done does not show it.
type busy struct {
	w     *window
	text  *widget.Label
	bar   *widget.ProgressBar
	any   *widget.ProgressBarInfinite
	box   *fyne.Container
	timer *time.Timer
	wait  time.Duration // how long work goes on before the bar says so
	run   int           // counts the pieces of work, so that a late timer shows nothing
}

func newBusy(w *window) *busy {
	b := &busy{w: w, text: widget.NewLabel(""), bar: widget.NewProgressBar(), any: widget.NewProgressBarInfinite(), wait: 300 * time.Millisecond}
	b.any.Stop()
	stop := widget.NewButtonWithIcon(w.say("window.stop"), theme.CancelIcon(), w.stopWork)
	b.box = container.NewBorder(nil, nil, b.text, stop, container.NewStack(b.bar, b.any))
	b.box.Hide()
	return b
}

// begin says what is being worked on, a file; the work's end is told by calling
// what it returns, which does nothing once other work has begun.
func (b *busy) begin(id words.ID, path string) (end func()) {
	b.end()
	run := b.run
	b.text.SetText(b.w.say(id, "file", filepath.Base(path)))
	b.bar.Hide()
	b.any.Show()
	b.timer = time.AfterFunc(b.wait, func() {
		b.w.post(func() {
			if b.run == run {
				b.any.Start()
				b.box.Show()
			}
		})
	})
	return func() {
		if b.run == run {
			b.end()
		}
	}
}

// progress shows how much is done; 0 of 0 is not known.
func (b *busy) progress(done, total int64) {
	if total <= 0 || b.box.Hidden {
		return
	}
	b.any.Hide()
	b.bar.Show()
	b.bar.SetValue(float64(done) / float64(total))
}

// end takes the bar away.
func (b *busy) end() {
	b.run++
	if b.timer != nil {
		b.timer.Stop()
	}
	b.any.Stop()
	b.box.Hide()
}
