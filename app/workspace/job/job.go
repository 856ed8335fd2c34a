// Package job runs long work beside the thread that shows its answer. It is
// the one place where threads are crossed.
package job

import (
	"context"
	"sync"
)

// Progress reports how much of a piece of work is done; total is 0 when it is
// not known. It may be called from any goroutine, and as often as one likes.
type Progress func(done, total int64)

// Job is one kind of work, of which the newest run alone counts: starting
// another one cancels the one before and drops its answer. The zero Job cannot
// be used. All methods are for the goroutine that post brings functions to.
type Job[T any] struct {
	// Dropped is given what a cancelled run made all the same, to be closed; it
	// may be nil.
	Dropped func(T)

	post     func(func())
	progress Progress
	cancel   context.CancelFunc
}

// New makes a job. post runs a function on the goroutine that shows answers
// (fyne.Do in the window); progress is called there too, and may be nil.
func New[T any](post func(func()), progress Progress) *Job[T] {
	return &Job[T]{post: post, progress: progress, cancel: func() {}}
}

// Run starts work on a goroutine of its own and hands what it returns to show,
// unless Stop or another Run came first. Work should end soon after its context.
func (j *Job[T]) Run(work func(context.Context, Progress) (T, error), show func(T, error)) {
	j.cancel()
	ctx, cancel := context.WithCancel(context.Background())
	j.cancel = cancel
	go func() {
		v, err := work(ctx, j.reporter(ctx))
		j.post(func() {
			switch {
			case ctx.Err() == nil:
				cancel()
				show(v, err)
			case err == nil && j.Dropped != nil:
				j.Dropped(v)
			}
		})
	}()
}

// Stop cancels the run in hand, if there is one: its answer is not shown.
func (j *Job[T]) Stop() { j.cancel() }

// reporter passes progress on, never more than one report waiting to be shown.
func (j *Job[T]) reporter(ctx context.Context) Progress {
	if j.progress == nil {
		return func(int64, int64) {}
	}
	var mu sync.Mutex
	var done, total int64
	waiting := false
	return func(d, t int64) {
		mu.Lock()
		done, total = d, t
		queued := waiting
		waiting = true
		mu.Unlock()
		if queued {
			return
		}
		j.post(func() {
			mu.Lock()
			d, t := done, total
			waiting = false
			mu.Unlock()
			if ctx.Err() == nil {
				j.progress(d, t)
			}
		})
	}
}
