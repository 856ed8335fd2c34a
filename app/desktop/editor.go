package desktop

import (
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"zhenjie/app/desktop/drawing"
	"zhenjie/app/desktop/widgets"
	"zhenjie/assets/icon"
	"zhenjie/assets/words"
	"zhenjie/geo/snap"
	"zhenjie/planning"
	"zhenjie/planning/edit"
)

// editor is the map's workbench: the outline that is edited, the tool in hand,
// and their buttons.
type editor struct {
	p       *project
	board   *drawing.Board
	tools   []toolKind
	at      int // the tool in hand; 0 is none: the map pans
	tool    drawing.Tool
	lent    bool   // the tool in hand is another than that of the button
	pending string // the project whose point is awaited
	which   *widgets.Choice
	layer   fyne.CanvasObject // which, wide enough for its words
	strip   fyne.CanvasObject // the tools, one below the other
}

// toolKind is a tool with its button and its key.
type toolKind struct {
	id     string
	key    fyne.KeyName
	make   func(*drawing.Board) drawing.Tool
	button *toolButton
}

func toolKinds() []toolKind {
	return []toolKind{
		{id: "pan", key: fyne.KeyEscape},
		{id: "corners", key: fyne.KeyV, make: func(b *drawing.Board) drawing.Tool { return drawing.NewCorners(b) }},
		{id: "whole", key: fyne.KeyW, make: func(b *drawing.Board) drawing.Tool { return drawing.NewWhole(b) }},
		{id: "polygon", key: fyne.KeyP, make: func(b *drawing.Board) drawing.Tool { return drawing.NewPolygon(b) }},
		{id: "rectangle", key: fyne.KeyR, make: func(b *drawing.Board) drawing.Tool { return drawing.NewRectangle(b) }},
		{id: "circle", key: fyne.KeyC, make: func(b *drawing.Board) drawing.Tool { return drawing.NewCircle(b) }},
		{id: "freehand", key: fyne.KeyF, make: func(b *drawing.Board) drawing.Tool { return drawing.NewFreehand(b) }},
		{id: "hole", key: fyne.KeyH, make: func(b *drawing.Board) drawing.Tool { return drawing.NewHole(b) }},
		{id: "split", key: fyne.KeyS, make: func(b *drawing.Board) drawing.Tool { return drawing.NewSplit(b) }},
		{id: "site", key: fyne.KeyB, make: func(b *drawing.Board) drawing.Tool { return drawing.NewSites(b, "") }},
		{id: "measure", key: fyne.KeyM, make: func(b *drawing.Board) drawing.Tool { return drawing.NewMeasure(b) }},
	}
}

func newEditor(p *project) *editor {
	e := &editor{p: p, tools: toolKinds()}
	e.board = &drawing.Board{
		Lang: p.w.lang(), Layer: edit.Extent, Snap: snap.All(),
		Plan:    func() planning.Plan { return p.state.Plan },
		Preview: p.preview, Restore: p.restore, Do: p.do,
		Draw: p.view.SetOverlay, Complain: p.w.complain,
		SiteAt: p.view.SiteAt, ShowSite: p.showListed, Placed: e.placed,
		Hint: func(t words.Text) { p.status.say(t.In(p.w.lang())) },
	}
	e.which = widgets.NewChoice()
	e.which.SetOptions([]widgets.Option{
		{ID: string(edit.Extent), Text: p.w.say("boundary.extent")}, {ID: string(edit.Core), Text: p.w.say("boundary.core")},
	})
	e.which.Set(string(edit.Extent))
	e.which.OnCommit = func(id string) { e.setLayer(edit.Layer(id)) }
	e.layer = container.New(wide{132}, e.which)
	strip := container.NewVBox(newGap(fyne.NewSize(1, 36)))
	for i := range e.tools {
		strip.Add(e.button(i))
	}
	more := widget.NewButtonWithIcon("", theme.MoreHorizontalIcon(), nil)
	more.OnTapped = func() { e.showOperations(more) }
	strip.Add(more)
	e.strip = strip
	e.mark()
	p.view.OnKey, p.view.OnRune = e.key, e.typed
	return e
}

func (e *editor) button(i int) *toolButton {
	t := &e.tools[i]
	name := e.p.w.say(words.ID("tool." + t.id))
	t.button = newToolButton(toolIcon(t.id), func() { e.take(i) }, func(over bool) {
		if over {
			e.p.status.say(name)
		} else {
			e.hint()
		}
	})
	return t.button
}

// hint says again what the tool in hand does.
func (e *editor) hint() {
	if e.tool != nil {
		e.tool.Begin()
		return
	}
	e.p.status.say("")
}

// toolIcon is a tool's drawing in the colour of the text.
func toolIcon(id string) fyne.Resource {
	return theme.NewThemedResource(fyne.NewStaticResource("tool-"+id+".svg", icon.Tool(id)))
}

// take takes up a tool and puts down the one in hand.
func (e *editor) take(i int) {
	if e.tool != nil && i == e.at && !e.lent {
		return
	}
	var t drawing.Tool
	if make := e.tools[i].make; make != nil {
		t = make(e.board)
	}
	e.hold(i, t)
}

// hold puts down the tool in hand and takes up another, nil for none, with the
// button of a number.
func (e *editor) hold(i int, t drawing.Tool) {
	if e.tool != nil {
		e.tool.End()
	}
	e.at, e.tool, e.lent, e.pending = i, t, false, ""
	e.p.view.SetTool(t)
	e.hint()
	e.mark()
	e.p.display()
	e.p.w.win.Canvas().Focus(e.p.view)
}

// mark makes the button of the tool in hand stand out.
func (e *editor) mark() {
	for i, t := range e.tools {
		importance := widget.MediumImportance
		if i == e.at {
			importance = widget.HighImportance
		}
		if t.button.Importance != importance {
			t.button.Importance = importance
			t.button.Refresh()
		}
	}
}

// setLayer edits another outline from now on; a line in hand stays.
func (e *editor) setLayer(l edit.Layer) {
	e.board.Layer = l
	e.which.Set(string(l))
	e.changed()
	e.p.w.win.Canvas().Focus(e.p.view)
}

// key takes up the tool of a key, or does what else the map has keys for.
func (e *editor) key(k fyne.KeyName) bool {
	for i, t := range e.tools {
		if t.key == k && (i != 0 || e.at != 0) {
			e.take(i)
			return true
		}
	}
	switch k {
	case fyne.KeyL:
		e.setLayer(e.board.Layer.Other())
	case fyne.KeyK:
		e.clipCore()
	case fyne.KeyJ:
		e.merge()
	default:
		return false
	}
	return true
}

// typed opens the small forms. It is told of characters and not of keys, because
// the character of a key would be typed into the form that the key opened.
func (e *editor) typed(r rune) {
	switch unicode.ToLower(r) {
	case 'n':
		e.enter()
	case 'o':
		e.askOffset()
	case 't':
		e.askTarget()
	case '?', '？':
		e.p.w.showKeys()
	}
}

// changed tells the tool that the plan, or the outline it works on, is another
// one now.
func (e *editor) changed() {
	if e.tool != nil {
		e.tool.Changed()
	}
}
