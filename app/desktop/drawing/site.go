package drawing

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"zhenjie/app/desktop/mapview"
	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/geo/carto"
	"zhenjie/geo/shaping"
	"zhenjie/geo/simple"
	"zhenjie/planning"
	"zhenjie/planning/edit"
	"zhenjie/planning/sites"
)

// Sites selects the places of projects, moves them and takes them off the map.
type Sites struct {
	b        *Board
	selected string // project; "" for none
	over     string // under the pointer
	drag     *siteDrag
}

// siteDrag is a site in hand.
type siteDrag struct {
	from    planning.Site
	to      planning.Site
	pressed geo.Point
	moved   bool
}

// NewSites makes the tool, with the site of a project selected if it has one.
func NewSites(b *Board, project string) *Sites { return &Sites{b: b, selected: project} }

// Begin implements Tool.
func (s *Sites) Begin() {
	s.b.Hint(words.Say("site.hint"))
	s.draw()
}

// End implements Tool.
func (s *Sites) End() {
	if s.drag != nil && s.drag.moved {
		s.b.Restore()
	}
	s.drag, s.selected, s.over = nil, "", ""
	s.b.Draw(carto.Overlay{})
}

// Changed lets go of what is no longer there.
func (s *Sites) Changed() {
	s.drag, s.over = nil, ""
	if _, there := s.site(s.selected); !there {
		s.selected = ""
	}
	s.draw()
}

// Selected is the project whose site is selected, "" for none.
func (s *Sites) Selected() string { return s.selected }

// site returns the site of a project.
func (s *Sites) site(project string) (planning.Site, bool) {
	for _, v := range s.b.Plan().Sites.All() {
		if v.Project == project {
			return v, true
		}
	}
	return planning.Site{}, false
}

// at is the project shown at a place, "" for none.
func (s *Sites) at(p geo.Point) string {
	if n := s.b.SiteAt(p); n > 0 && n <= s.b.Plan().Sites.Len() {
		return s.b.Plan().Sites.At(n - 1).Project
	}
	return ""
}

// Press selects a site and takes hold of it; a double click shows its project.
func (s *Sites) Press(t mapview.Touch) {
	s.selected = s.at(t.At)
	site, there := s.site(s.selected)
	switch {
	case there && t.Clicks >= 2:
		s.b.ShowSite(s.selected)
	case there:
		s.drag = &siteDrag{from: site, to: site, pressed: t.At}
	}
	s.draw()
}

// Move drags what is in hand, or says what lies under the pointer.
func (s *Sites) Move(t mapview.Touch) {
	if s.drag == nil {
		if over := s.at(t.At); over != s.over {
			s.over = over
			s.draw()
		}
		return
	}
	d := s.drag
	if !d.moved && !strayed(d.pressed, t) {
		return
	}
	d.moved = true
	var o carto.Overlay
	if d.from.Shape.IsEmpty() {
		t.At = geo.Point{d.from.Point[0] + t.At[0] - d.pressed[0], d.from.Point[1] + t.At[1] - d.pressed[1]}
		r := s.b.snapTo(t, nil, nil, s.b.shape())
		d.to.Point = r.At
		shown(&o, r, s.b.Lang)
	} else {
		plane := shaping.PlaneOf(d.from.Shape)
		from, to := plane.ToPlane(d.pressed), plane.ToPlane(t.At)
		d.to.Shape = shaping.Translate(d.from.Shape, to[0]-from[0], to[1]-from[1])
	}
	s.b.Preview(place(d.to))
	s.mark(&o, d.to)
	s.b.Draw(o)
}

// place is the command that puts a site where it says.
func place(s planning.Site) edit.Command {
	if s.Shape.IsEmpty() {
		return edit.PlaceSite{Project: s.Project, Point: s.Point}
	}
	return edit.DrawSite{Project: s.Project, Shape: s.Shape}
}

// Release does the step.
func (s *Sites) Release(mapview.Touch) {
	if d := s.drag; d != nil && d.moved {
		s.b.finish(place(d.to), nil)
	}
	s.drag = nil
	s.draw()
}

// Key moves the selected site by a metre, takes it off the map, shows its
// project, or goes on to the next.
func (s *Sites) Key(k fyne.KeyName, mods fyne.KeyModifier) bool {
	switch {
	case k == fyne.KeyEscape:
		return s.escape()
	case s.drag != nil:
		return false
	case k == fyne.KeySpace:
		return s.next()
	}
	site, there := s.site(s.selected)
	if !there {
		return false
	}
	switch k {
	case fyne.KeyReturn, fyne.KeyEnter:
		s.b.ShowSite(s.selected)
		return true
	case fyne.KeyDelete, fyne.KeyBackspace:
		s.b.finish(edit.RemoveSite{Project: s.selected}, nil)
		return true
	}
	by, ok := nudge[k]
	if !ok {
		return false
	}
	if mods&fyne.KeyModifierShift != 0 {
		by[0], by[1] = 10*by[0], 10*by[1]
	}
	if site.Shape.IsEmpty() {
		plane := shaping.PlaneAt(site.Point)
		at := plane.ToPlane(site.Point)
		site.Point = plane.ToDegrees(geo.Point{at[0] + by[0], at[1] + by[1]})
	} else {
		site.Shape = shaping.Translate(site.Shape, by[0], by[1])
	}
	s.b.finish(place(site), nil)
	return true
}

// next selects the site after the one selected.
func (s *Sites) next() bool {
	all := s.b.Plan().Sites
	if all.Len() == 0 {
		return false
	}
	at := 0
	for i, v := range all.All() {
		if v.Project == s.selected {
			at = (i + 1) % all.Len()
		}
	}
	s.selected, s.over = all.At(at).Project, ""
	s.draw()
	return true
}

// escape gives up what is in hand, then the selection.
func (s *Sites) escape() bool {
	switch {
	case s.drag != nil:
		s.drag = nil
		s.b.Restore()
	case s.selected != "":
		s.selected = ""
	default:
		return false
	}
	s.draw()
	return true
}

// Leave implements mapview.Tool.
func (s *Sites) Leave() {
	s.over = ""
	s.draw()
}

// Cursor shows that a site can be taken hold of.
func (s *Sites) Cursor() desktop.Cursor {
	if s.drag != nil || s.over != "" {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

func (s *Sites) draw() {
	var o carto.Overlay
	if site, there := s.site(s.selected); there {
		s.mark(&o, site)
	}
	told := s.over
	if told == "" {
		told = s.selected
	}
	if site, there := s.site(told); there {
		o.Labels = append(o.Labels, SiteTip(s.b.Plan(), site, s.b.Lang))
	}
	s.b.Draw(o)
}

// mark makes a site stand out.
func (s *Sites) mark(o *carto.Overlay, site planning.Site) {
	for _, ring := range site.Shape.All() {
		o.Lines = append(o.Lines, carto.Line{Points: simple.Closed(ring), Kind: carto.Draft})
	}
	o.Dots = append(o.Dots, carto.Dot{At: sites.Middle(site), Kind: carto.Held})
}

// SiteTip is what the map says of a site while the pointer is there: name, kind
// and money of its project.
func SiteTip(p planning.Plan, site planning.Site, lang words.Lang) carto.Label {
	text := words.Raw(site.Project)
	if v, ok := p.Project(site.Project); ok && v.Kind != "" {
		text = words.Say("site.tip", "before", text, "next", words.Say(words.ID("project.kind."+string(v.Kind))))
	}
	if cost := sites.Money(p)[site.Project]; cost > 0 {
		text = words.Say("site.tip", "before", text, "next", cost.Text())
	}
	return carto.Label{At: sites.Middle(site), Text: text.In(lang), Tip: true}
}

// NewSitePoint puts a project where the map is clicked.
func NewSitePoint(b *Board, project string) *Sketch {
	return &Sketch{b: b, use: use{hint: "site.point.hint", least: 1, most: 1, done: func(b *Board, points []geo.Point) bool {
		return b.placed(planning.Site{Project: project, Point: points[0]})
	}}}
}

// NewSiteGround draws the ground of a project point by point.
func NewSiteGround(b *Board, project string) *Sketch {
	return &Sketch{b: b, use: use{hint: "site.ground.hint", closed: true, least: 3, done: func(b *Board, points []geo.Point) bool {
		return b.placed(planning.Site{Project: project, Shape: geo.Polygon(closed(points))})
	}}}
}

// placed puts a site on the map and goes on with it selected.
func (b *Board) placed(s planning.Site) bool {
	if !b.finish(place(s), nil) {
		return false
	}
	b.Placed(s.Project)
	return true
}
