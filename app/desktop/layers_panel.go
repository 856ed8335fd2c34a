package desktop

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"zhenjie/app/desktop/widgets"
	"zhenjie/assets/words"
	"zhenjie/geo/basemap"
)

// layerPanel lists the layers, the uppermost first, below the button that opens
// it.
type layerPanel struct {
	l      *layers
	button *toolButton
	rows   *fyne.Container
	scroll *container.Scroll
	pop    *widget.PopUp
}

// panelWidth leaves room for a name and five buttons.
const panelWidth = 340

func newLayerPanel(l *layers) *layerPanel {
	p := &layerPanel{l: l, rows: container.NewVBox()}
	p.button = newToolButton(theme.ListIcon(), p.toggle, func(over bool) {
		text := ""
		if over {
			text = l.p.w.say("layers.title")
		}
		l.p.status.say(text)
	})
	p.scroll = container.NewVScroll(p.rows)
	return p
}

// toggle opens or closes the panel.
func (p *layerPanel) toggle() {
	if p.pop != nil && p.pop.Visible() {
		p.hide()
		return
	}
	c := p.l.p.w.win.Canvas()
	add := container.NewGridWithColumns(3,
		widget.NewButton(p.l.p.w.say("layers.add_mbtiles"), func() { p.l.askFile("layers.add_mbtiles", mbtilesPatterns) }),
		widget.NewButton(p.l.p.w.say("layers.add_picture"), func() { p.l.askFile("layers.add_picture", picturePatterns) }),
		widget.NewButton(p.l.p.w.say("layers.add_server"), p.l.askServer))
	foot := container.NewVBox(widgets.NewHint(p.l.p.w.say("layers.add_hint")), add)
	p.pop = widget.NewPopUp(container.NewPadded(container.NewBorder(nil, foot, nil, nil, p.scroll)), c)
	p.l.p.status.say("") // below the panel the pointer does not leave the button
	p.fill()
	p.pop.ShowAtRelativePosition(fyne.NewPos(0, p.button.Size().Height), p.button)
}

func (p *layerPanel) hide() {
	if p.pop != nil {
		p.pop.Hide()
		p.pop = nil
	}
}

// fill lists the layers as they are now.
func (p *layerPanel) fill() {
	if p.pop == nil {
		return
	}
	p.rows.RemoveAll()
	for _, i := range p.l.order() {
		p.rows.Add(p.area(i))
		p.rows.Add(widget.NewSeparator())
	}
	for i := len(p.l.maps) - 1; i >= 0; i-- {
		p.rows.Add(p.baseMap(i))
		p.rows.Add(widget.NewSeparator())
	}
	if len(p.l.maps) == 0 {
		p.rows.Add(widgets.NewHint(p.l.p.w.say("layers.none")))
	}
	height := min(p.rows.MinSize().Height, p.l.p.w.win.Canvas().Size().Height*0.6)
	p.scroll.SetMinSize(fyne.NewSize(panelWidth, height))
	p.pop.Resize(p.pop.MinSize())
	p.pop.Refresh()
}

// area is the row of an outline.
func (p *layerPanel) area(i int) fyne.CanvasObject {
	k := p.l.kept.Areas[areaRows[i].id]
	seen := p.check(areaRows[i].word, !k.Hidden, func(on bool) {
		p.l.setArea(i, func(k *keptArea) { k.Hidden = !on })
	})
	colours := container.NewHBox()
	for n := range len(areaColours) + 1 {
		colours.Add(p.colour(i, n, k.Colour == n))
	}
	if i == siteRow {
		colours.Add(p.tool(theme.MoveUpIcon(), func() { p.lower(false) }, k.Low))
		colours.Add(p.tool(theme.MoveDownIcon(), func() { p.lower(true) }, !k.Low))
	}
	opacity := p.opacity(1-k.Faint, func(v float64) {
		p.l.setArea(i, func(k *keptArea) { k.Faint = 1 - v })
	})
	return container.NewVBox(container.NewBorder(nil, nil, seen, colours), opacity)
}

// lower moves the sites below the outlines, or above them.
func (p *layerPanel) lower(low bool) {
	p.l.setArea(siteRow, func(k *keptArea) { k.Low = low })
	p.fill()
}

// tool is a small button of a row.
func (p *layerPanel) tool(icon fyne.Resource, do func(), can bool) fyne.CanvasObject {
	b := widget.NewButtonWithIcon("", icon, do)
	b.Importance = widget.LowImportance
	if !can {
		b.Disable()
	}
	return b
}

// colour is a swatch of a colour; number 0 is the usual one.
func (p *layerPanel) colour(area, n int, chosen bool) fyne.CanvasObject {
	c := color.Color(color.Transparent)
	if n > 0 {
		c = areaColours[n-1]
	}
	return newSwatch(c, chosen, func() {
		p.l.setArea(area, func(k *keptArea) { k.Colour = n })
		p.fill()
	})
}

// baseMap is the row of a base map.
func (p *layerPanel) baseMap(i int) fyne.CanvasObject {
	w, k, m := p.l.p.w, p.l.kept.Maps[i], p.l.maps[i]
	seen := widget.NewCheck("", nil)
	seen.SetChecked(!k.Hidden)
	seen.OnChanged = func(on bool) { p.l.hide(i, !on) }
	name := widget.NewLabel(k.name(w.lang()))
	name.Truncation = fyne.TextTruncateEllipsis
	tools := container.NewHBox(
		p.tool(theme.SearchIcon(), func() { p.l.p.view.ShowBound(m.is.Bound()) }, m.is != nil && m.is.Bound() != basemap.World),
		p.tool(theme.MoveUpIcon(), func() { p.l.raise(i, 1) }, i+1 < len(p.l.maps)),
		p.tool(theme.MoveDownIcon(), func() { p.l.raise(i, -1) }, i > 0),
		p.tool(theme.DeleteIcon(), func() { p.l.remove(i) }, true))
	row := container.NewVBox(container.NewBorder(nil, nil, seen, tools, name))
	if m.fault != nil {
		fault := widgets.NewHint(words.Explain(m.fault).In(w.lang()))
		fault.Resize(fyne.NewSize(panelWidth, fault.MinSize().Height))
		fault.SetColour(theme.ColorNameError)
		row.Add(fault)
		return row
	}
	row.Add(p.opacity(1-k.Faint, func(v float64) { p.l.setOpacity(i, v) }))
	return row
}

func (p *layerPanel) check(id words.ID, on bool, changed func(bool)) *widget.Check {
	c := widget.NewCheck(p.l.p.w.say(id), nil)
	c.SetChecked(on)
	c.OnChanged = changed
	return c
}

// opacity is a slider with its caption.
func (p *layerPanel) opacity(now float64, changed func(float64)) fyne.CanvasObject {
	s := widget.NewSlider(0, 1)
	s.Step = 0.05
	s.SetValue(now)
	s.OnChanged = changed
	s.OnChangeEnded = func(float64) { p.l.save() }
	caption := widgets.NewHint(p.l.p.w.say("layers.opacity"))
	return container.NewBorder(nil, nil, container.NewHBox(newGap(fyne.NewSize(theme.IconInlineSize()+theme.Padding(), 1)), container.NewCenter(caption)), nil, s)
}

// swatch is a colour to choose; a transparent one stands for the usual colour
// and is crossed out.
type swatch struct {
	widget.BaseWidget
	colour color.Color
	chosen bool
	do     func()
}

func newSwatch(c color.Color, chosen bool, do func()) *swatch {
	s := &swatch{colour: c, chosen: chosen, do: do}
	s.ExtendBaseWidget(s)
	return s
}

// Tapped chooses the colour.
func (s *swatch) Tapped(*fyne.PointEvent) { s.do() }

// CreateRenderer is for Fyne.
func (s *swatch) CreateRenderer() fyne.WidgetRenderer {
	const side = 18
	fill := canvas.NewRectangle(s.colour)
	fill.SetMinSize(fyne.NewSize(side, side))
	fill.CornerRadius = 3
	fill.StrokeWidth, fill.StrokeColor = 1, theme.Color(theme.ColorNameInputBorder)
	if s.chosen {
		fill.StrokeWidth, fill.StrokeColor = 2.5, theme.Color(theme.ColorNameForeground)
	}
	content := container.NewStack(fill)
	if s.colour == color.Transparent {
		icon := canvas.NewImageFromResource(theme.ContentUndoIcon())
		icon.FillMode = canvas.ImageFillContain
		content.Add(icon)
	}
	return widget.NewSimpleRenderer(container.New(layout.NewCenterLayout(), content))
}
