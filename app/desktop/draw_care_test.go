package desktop

import (
	"math"
	"testing"

	"fyne.io/fyne/v2"

	"zhenjie/app/desktop/widgets"
	"zhenjie/geo"
	"zhenjie/planning/edit"
)

// What a tool holds never outlives the outline it was taken from.

func (d *hand) square() {
	d.draw(place(-1000, -900), place(1000, -900), place(1000, 900), place(-1000, 900))
}

func (d *hand) step() int { return d.h.ws.State().Current }

func TestASelectionGoesWithItsCorners(t *testing.T) {
	d := atTheMap(t)
	d.square()
	d.key(fyne.KeyV)
	d.drag(place(-1200, 700), place(1200, 1100))
	d.h.undo() // the outline is gone
	if _, ok := d.h.project.editor.side(); ok {
		t.Error("a side of an outline that is gone")
	}
	d.v.TypedRune('t')
	first[*widgets.Entry](t, d.h.question()).SetText("4")
	d.h.answer("op.do") // may be refused, must not end the program
	d.h.redo()
	d.h.project.editor.removeAll()
	d.key(fyne.KeyDelete, fyne.KeyUp)
}

func TestPiecesOfAnOutlineThatHasChangedAreDropped(t *testing.T) {
	d := atTheMap(t)
	d.square()
	d.key(fyne.KeyS)
	d.click(place(500, -1200))
	d.click(place(500, 1200))
	d.key(fyne.KeyReturn)
	larger := geo.Polygon([]geo.Point{place(-1100, -900), place(1100, -900), place(1100, 900), place(-1100, 900), place(-1100, -900)})
	if err := d.h.do(edit.Reshape{Layer: edit.Extent, To: larger}); err != nil {
		t.Fatal(err)
	}
	step := d.step()
	d.click(place(800, 0))
	if d.step() != step {
		t.Error("a piece of the old outline took the place of the new one")
	}
}

func TestUndoInMidDragGivesTheDragUp(t *testing.T) {
	d := atTheMap(t)
	d.square()
	d.key(fyne.KeyV)
	d.drag(place(1000, 900), place(1100, 1000))
	from := place(-1000, 900)
	d.move(from)
	d.v.MouseDown(d.event(from, fyne.KeyModifierAlt))
	d.v.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: d.v.PositionOf(place(-1300, 1200))}})
	d.h.undo()
	step, plan := d.step(), d.plan()
	d.v.MouseUp(d.event(place(-1300, 1200), fyne.KeyModifierAlt))
	d.v.DragEnd()
	if d.step() != step || !d.plan().Equal(plan) {
		t.Error("the drag was done on top of the undo")
	}
}

func TestAnUnsteadyClickMovesNothing(t *testing.T) {
	d := atTheMap(t)
	d.square()
	step := d.step()
	d.key(fyne.KeyV)
	d.drag(place(998, 898), place(1001, 899)) // less than a pixel
	d.key(fyne.KeyR)
	d.drag(place(100, 100), place(103, 102))
	if d.step() != step {
		t.Errorf("%d steps were made", d.step()-step)
	}
}

func TestACornerKeepsItsPlaceUnderThePointer(t *testing.T) {
	d := atTheMap(t)
	d.square()
	d.key(fyne.KeyV)
	before := d.plan().Extent.Ring(0, 0).At(2)
	d.drag(place(1010, 910), place(1110, 1010)) // taken hold of beside the corner
	after := d.plan().Extent.Ring(0, 0).At(2)
	east, north := (after[0]-before[0])*96_180, (after[1]-before[1])*110_860 // metres a degree at 30.3°N
	if math.Abs(east-100) > 6 || math.Abs(north-100) > 6 {
		t.Errorf("moved by %.1f m and %.1f m want 100 m each", east, north)
	}
}

func TestPointsTypedWhileSplittingGoToTheLine(t *testing.T) {
	d := atTheMap(t)
	d.square()
	step := d.step()
	d.key(fyne.KeyS)
	d.click(place(500, -1200))
	d.v.TypedRune('n')
	first[*widgets.Entry](t, d.h.question()).SetText("120.105 30.32")
	d.h.answer("op.do")
	if d.step() != step {
		t.Fatal("the points became a part")
	}
	d.key(fyne.KeyReturn)
	d.click(place(900, 0))
	if got := d.km2(edit.Extent); d.step() != step+1 || got > 3.2 || got < 2 {
		t.Errorf("%d steps, %.4f km²", d.step()-step, got)
	}
}

func TestALineInHandOutlivesAnotherOutline(t *testing.T) {
	d := atTheMap(t)
	d.key(fyne.KeyP)
	for _, p := range []geo.Point{place(-500, -500), place(500, -500), place(0, 500)} {
		d.click(p)
	}
	d.key(fyne.KeyL, fyne.KeyP, fyne.KeyReturn)
	if d.plan().Core.Vertices() != 3 || !d.plan().Extent.IsEmpty() {
		t.Errorf("core of %d vertices, extent of %d", d.plan().Core.Vertices(), d.plan().Extent.Vertices())
	}
}
