package widgets

import (
	"time"

	"fyne.io/fyne/v2"
)

// rest is how long nothing is typed before a field with AutoCommit commits: so
// much of a text is lost at most if the program is ended from outside.
const rest = 1500 * time.Millisecond

// after calls a function on another goroutine when a time has gone by, unless it
// is stopped before.
type after func(wait time.Duration, do func()) (stop func() bool)

func afterTime(wait time.Duration, do func()) func() bool { return time.AfterFunc(wait, do).Stop }

// awaitRest commits the text once the person pauses. It is called for each change
// they make.
func (e *Entry) awaitRest() {
	if !e.AutoCommit {
		return
	}
	e.stopResting()
	post, awaited := e.Post, e.awaited
	if post == nil {
		post = fyne.Do
	}
	e.stopRest = e.after(rest, func() {
		post(func() {
			if awaited == e.awaited { // else it was stopped on its way here
				e.rested()
			}
		})
	})
}

// stopResting forgets a pause awaited.
func (e *Entry) stopResting() {
	e.awaited++
	if e.stopRest != nil {
		e.stopRest()
		e.stopRest = nil
	}
}

// rested is the pause. A word that is still being composed is waited for.
func (e *Entry) rested() {
	if e.composing > 0 {
		e.awaitRest()
		return
	}
	e.Commit()
}
