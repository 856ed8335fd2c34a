package carto

import "image"

// drawAttribution says in the lower right corner whose the background is.
func (p *Picture) drawAttribution() {
	f := p.font.at(p.px(smallText))
	if f == nil || p.attribution == "" {
		return
	}
	gap := p.px(4)
	text := fitting(f, p.attribution, p.view.Width-4*gap)
	w, h := f.width(text)+2*gap, f.ascent+2*gap
	box := image.Rect(p.view.Width-w, p.view.Height-h, p.view.Width, p.view.Height)
	p.keep(box)
	p.rect(box, p.style.Halo)
	p.label(f, box.Min.X+gap, box.Max.Y-gap, text, p.style.Ink)
}

// fitting shortens a text to a width in pixels.
func fitting(f *face, s string, width int) string {
	if f.width(s) <= width {
		return s
	}
	letters := []rune(s)
	for len(letters) > 0 && f.width(string(letters)+"…") > width {
		letters = letters[:len(letters)-1]
	}
	return string(letters) + "…"
}
