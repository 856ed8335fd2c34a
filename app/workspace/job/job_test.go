package job

import (
	"context"
	"errors"
	"testing"
)

// desk is the goroutine that shows answers: the test's own, draining a queue.
type desk chan func()

func (d desk) post(f func()) { d <- f }

// settle shows what is posted until stop says so.
func (d desk) settle(stop func() bool) {
	for !stop() {
		(<-d)()
	}
}

func TestTheAnswerIsShown(t *testing.T) {
	d := make(desk, 10)
	j := New[int](d.post, nil)
	fault := errors.New("fault")
	got, gotErr := 0, error(nil)
	j.Run(func(context.Context, Progress) (int, error) { return 7, fault }, func(v int, err error) { got, gotErr = v, err })
	d.settle(func() bool { return got != 0 })
	if got != 7 || gotErr != fault {
		t.Errorf("%d, %v", got, gotErr)
	}
}

func TestANewerRunCancelsTheOlderAndDropsItsAnswer(t *testing.T) {
	d := make(desk, 10)
	j := New[string](d.post, nil)
	cancelled := make(chan struct{})
	j.Run(func(ctx context.Context, _ Progress) (string, error) {
		<-ctx.Done()
		close(cancelled)
		return "old", nil
	}, func(string, error) { t.Error("the old answer is shown") })
	got := ""
	j.Run(func(context.Context, Progress) (string, error) { <-cancelled; return "new", nil }, func(v string, _ error) { got = v })
	for range 2 { // both answers come, in either order
		(<-d)()
	}
	if got != "new" {
		t.Errorf("shown %q", got)
	}
}

func TestAStoppedRunShowsNothing(t *testing.T) {
	d := make(desk, 10)
	j := New[int](d.post, func(int64, int64) { t.Error("progress is shown") })
	j.Run(func(ctx context.Context, p Progress) (int, error) {
		<-ctx.Done()
		p(1, 2)
		return 1, nil
	}, func(int, error) { t.Error("the answer is shown") })
	j.Stop()
	(<-d)() // progress
	(<-d)() // answer
}

func TestProgressIsCoalesced(t *testing.T) {
	d := make(desk, 10)
	var seen []int64 // done and total in turn
	j := New[int](d.post, func(done, total int64) { seen = append(seen, done, total) })
	ready := false
	j.Run(func(_ context.Context, p Progress) (int, error) {
		for i := range int64(1000) {
			p(i+1, 1000)
		}
		return 0, nil
	}, func(int, error) { ready = true })
	d.settle(func() bool { return ready })
	// How many reports are seen depends on how fast they are shown, but the last
	// one always is: the answer is posted behind it.
	if n := len(seen); n == 0 || n > 2000 || seen[n-2] != 1000 || seen[n-1] != 1000 {
		t.Errorf("seen %d numbers, the last %v", len(seen), seen[max(0, len(seen)-2):])
	}
}
