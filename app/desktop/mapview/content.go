package mapview

import (
	"slices"

	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/geo/carto"
)

// Content is what the map shows. Shapes are in degrees on CGCS2000; the zero
// Content is an empty map.
type Content struct {
	Extent, Core geo.Shape
	Outside      geo.Shape // what of the core lies outside the extent: hatched
	Others       geo.Shape // whatever else there is, below the rest
	Sites        []Site
	Marks        []Mark
	Selected     int // number of the mark that stands out, counted from 1; 0 for none
}

// Site is something that is built.
type Site struct {
	Name   string
	At     geo.Point // of its symbol
	Ground geo.Shape // empty where only the place is known
	Colour int       // of carto.SiteColours
}

func (s Site) equal(o Site) bool {
	return s.Name == o.Name && s.At == o.At && s.Colour == o.Colour && s.Ground.Equal(o.Ground)
}

// Mark is a place to look at.
type Mark struct {
	At     geo.Point
	Severe bool // an error, not a warning
	Text   words.Text
}

// content is what is shown, with its shapes made ready for drawing.
type content struct {
	layers [4]layer
	sites  []Site
	scene  carto.Scene
	run    int // counts the calls of Display: an answer to an older one is dropped
}

// layer is a shape and its outline made ready for drawing.
type layer struct {
	shape   geo.Shape
	outline *carto.Outline
}

var roles = [4]carto.Role{carto.Parcel, carto.Extent, carto.Core, carto.Outside}

// large is the number of vertices from which on shapes are made ready off the
// UI thread; below, it takes less than a frame.
const large = 50_000

// Display replaces what the map shows. The first content is fitted into view;
// later ones leave the view as it is. (The name Show is Fyne's.)
func (v *View) Display(c Content) {
	v.content.run++
	run := v.content.run
	next, missing := v.content.reuse([4]geo.Shape{c.Others, c.Extent, c.Core, c.Outside})
	if missing <= large {
		v.put(prepare(next), c)
		return
	}
	go func() {
		ready := prepare(next)
		v.post(func() {
			if run == v.content.run {
				v.put(ready, c)
			}
		})
	}()
}

// reuse returns layers for the shapes, with the outlines of those shown
// already, and the number of vertices of the others.
func (c *content) reuse(shapes [4]geo.Shape) (next [4]layer, missing int) {
	for i, s := range shapes {
		next[i].shape = s
		if old := c.layers[i]; old.outline != nil && old.shape.Equal(s) {
			next[i].outline = old.outline
		} else {
			missing += s.Vertices()
		}
	}
	return next, missing
}

func prepare(layers [4]layer) [4]layer {
	for i := range layers {
		if l := &layers[i]; l.outline == nil && !l.shape.IsEmpty() {
			l.outline = carto.NewOutline(l.shape)
		}
	}
	return layers
}

// put shows what was made ready.
func (v *View) put(layers [4]layer, c Content) {
	old := v.content.scene
	scene := carto.Scene{Lang: old.Lang, Kilometres: old.Kilometres, Handles: true, Selected: c.Selected}
	for i, l := range layers {
		if l.outline != nil {
			scene.Areas = append(scene.Areas, carto.Area{Role: roles[i], Outline: l.outline})
		}
	}
	for _, m := range c.Marks {
		scene.Places = append(scene.Places, carto.Place(m))
	}
	first := old.Box().Empty()
	scene.Sites, scene.SitesLow = v.content.drawnSites(c.Sites), old.SitesLow
	v.content.layers, v.content.sites, v.content.scene = layers, c.Sites, scene
	if first && !scene.Box().Empty() {
		v.Fit()
	}
	v.restyle()
}

// drawnSites are sites as the picture takes them: the very ones of before where
// nothing has changed, and the grounds of those that stayed what they were.
func (c *content) drawnSites(all []Site) []carto.Site {
	if slices.EqualFunc(all, c.sites, Site.equal) {
		return c.scene.Sites
	}
	was := make(map[string]int, len(c.sites))
	for i, s := range c.sites {
		was[s.Name] = i
	}
	drawn := make([]carto.Site, len(all))
	for i, s := range all {
		drawn[i] = carto.Site{At: s.At, Name: s.Name, Colour: s.Colour}
		switch k, there := was[s.Name]; {
		case s.Ground.IsEmpty():
		case there && c.sites[k].Ground.Equal(s.Ground):
			drawn[i].Ground = c.scene.Sites[k].Ground
		default:
			drawn[i].Ground = carto.NewOutline(s.Ground)
		}
	}
	return drawn
}

// Empty reports whether nothing is ready to be shown yet.
func (v *View) Empty() bool { return len(v.content.scene.Areas) == 0 }
