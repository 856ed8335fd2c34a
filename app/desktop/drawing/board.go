// Package drawing holds the tools of the map: each turns presses, drags and
// keys into one named step on an outline of the plan. A tool knows the plan only
// as the board shows it, and no window.
package drawing

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"zhenjie/app/desktop/mapview"
	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/geo/carto"
	"zhenjie/geo/shaping"
	"zhenjie/geo/snap"
	"zhenjie/planning"
	"zhenjie/planning/edit"
)

// Board is what the tools work on. Its functions are for the UI thread.
type Board struct {
	Lang     words.Lang
	Layer    edit.Layer // the outline that is edited
	Plan     func() planning.Plan
	Preview  func(edit.Command) // shows the plan as the command would make it
	Restore  func()             // shows the plan as it is again
	Do       func(edit.Command) error
	Draw     func(carto.Overlay)
	Hint     func(words.Text) // says what to do next
	Complain func(error)
	SiteAt   func(geo.Point) int  // number of the site shown at a place, counted from 1; 0 for none
	ShowSite func(project string) // shows the project where it is listed
	Placed   func(project string) // a project has been put on the map
	Snap     snap.Options

	snapper *snap.Snapper
	around  [2]geo.Shape // the shapes it was built over
}

// Tool is a tool with the words for it.
type Tool interface {
	mapview.Tool
	Begin()   // is taken up
	Changed() // the plan, or the outline that is edited, is another one now
	End()     // is put down; what is in hand is given up
}

// shape is the outline that is edited.
func (b *Board) shape() geo.Shape { return b.Layer.Of(b.Plan()) }

// other is the outline beside it.
func (b *Board) other() geo.Shape { return b.Layer.Other().Of(b.Plan()) }

// plane is the plane of what is edited, or of a place where there is nothing yet.
func (b *Board) plane(at geo.Point) shaping.Plane {
	for _, s := range []geo.Shape{b.shape(), b.other()} {
		if p := shaping.PlaneOf(s); !p.IsZero() {
			return p
		}
	}
	return shaping.PlaneAt(at)
}

// reshape is the command that gives the outline another shape.
func (b *Board) reshape(to geo.Shape, step words.ID, args ...any) edit.Command {
	return edit.Reshape{Layer: b.Layer, To: to, Step: words.Say(step, args...)}
}

// finish does a step and shows the plan, or says why it could not be done, and
// reports whether it was.
func (b *Board) finish(c edit.Command, err error) bool {
	if err == nil {
		err = b.Do(c)
	}
	if err != nil {
		b.Restore()
		b.Complain(err)
	}
	return err == nil
}

// slack is how far, as a share of the reach, the pointer may stray in a click.
const slack = 0.45

// strayed reports whether a drag from one place to another is more than a click
// with an unsteady hand.
func strayed(from geo.Point, t mapview.Touch) bool {
	return newNear(from, 0).metres(t.At) > slack*t.Reach
}

// snapTo finds where the pointer is meant to be. before are the points of the
// line in hand, the last one last, after those that follow it; still is what of
// the outline does not move with the pointer.
func (b *Board) snapTo(t mapview.Touch, before, after []geo.Point, still geo.Shape) snap.Result {
	free := snap.Result{At: t.At}
	if t.Mods&fyne.KeyModifierAlt != 0 { // Alt lets go of everything
		return free
	}
	around := [2]geo.Shape{still, b.other()}
	if b.snapper == nil || !b.around[0].Equal(around[0]) || !b.around[1].Equal(around[1]) {
		b.snapper, b.around = snap.New(around[0], around[1]), around
	}
	o := b.Snap
	o.Before, o.After = before, after
	return b.snapper.Snap(t.At, t.Reach, o)
}

// cross is the cursor of tools that draw.
func cross() desktop.Cursor { return desktop.CrosshairCursor }

// shown draws where the pointer has snapped to, with the lines it snaps along.
func shown(o *carto.Overlay, r snap.Result, lang words.Lang) {
	if r.Kind == snap.Free {
		return
	}
	o.Dots = append(o.Dots, carto.Dot{At: r.At, Kind: carto.Snapped})
	for _, g := range r.Guides {
		o.Lines = append(o.Lines, carto.Line{Points: g[:], Kind: carto.Guide})
	}
	o.Labels = append(o.Labels, carto.Label{At: r.At, Text: r.Kind.Name().In(lang)})
}
