package desktop

import (
	"context"
	"image/color"
	"path/filepath"
	"slices"
	"strings"

	"zhenjie/app/desktop/mapview"
	"zhenjie/app/workspace/job"
	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/geo/basemap"
	"zhenjie/geo/carto"
)

// layers are the base maps below a project's outlines and how those are shown.
// Files are opened beside the UI thread, and only while they are to be seen.
type layers struct {
	p     *project
	kept  keptLayers
	maps  []*baseMap // as kept.Maps
	open  *job.Job[[]openedMap]
	look  *job.Job[basemap.PictureFile]
	panel *layerPanel
	told  map[string]bool // faults said already
}

// baseMap is one of the base maps; is is nil while it is not open.
type baseMap struct {
	is    basemap.Map
	close func()
	fault error
	fresh bool // just added: shown wherever it is, if the map is empty
}

// openedMap is what became of opening one.
type openedMap struct {
	of    *baseMap
	is    basemap.Map
	close func()
	err   error
}

// areaRows are the outlines that can be shown otherwise, and the sites of the
// projects, which are no area of a role.
var areaRows = []struct {
	id    string // stable: the settings keep it
	word  words.ID
	roles []carto.Role
}{
	{"extent", "boundary.extent", []carto.Role{carto.Extent}},
	{"core", "boundary.core", []carto.Role{carto.Core, carto.Outside}},
	{"sites", "site.layer", nil},
}

// siteRow is the number of the sites in areaRows.
const siteRow = 2

// areaColours are the colours to choose from, distinct on imagery too.
var areaColours = []color.NRGBA{
	{0x1f, 0x5f, 0x80, 0xff}, {0xb4, 0x63, 0x12, 0xff}, {0xc6, 0x28, 0x28, 0xff},
	{0x2e, 0x7d, 0x32, 0xff}, {0x8e, 0x24, 0xaa, 0xff}, {0xff, 0xd6, 0x00, 0xff},
}

func newLayers(p *project) *layers {
	l := &layers{p: p, kept: loadLayers(p.w.prefs.store), told: map[string]bool{}}
	l.open = job.New[[]openedMap](p.w.post, nil)
	l.open.Dropped = func(all []openedMap) {
		for _, o := range all {
			o.shut()
		}
	}
	l.look = job.New[basemap.PictureFile](p.w.post, nil)
	for range l.kept.Maps {
		l.maps = append(l.maps, &baseMap{})
	}
	l.panel = newLayerPanel(l)
	p.view.OnGround = l.complain
	for i := range areaRows {
		l.showArea(i)
	}
	l.openMissing()
	return l
}

func (o openedMap) shut() {
	if o.close != nil {
		o.close()
	}
}

// stop ends all painting and closes the files.
func (l *layers) stop() {
	l.open.Stop()
	l.look.Stop()
	l.p.view.SetGround(nil)
	for _, m := range l.maps {
		m.shut()
	}
}

func (m *baseMap) shut() {
	if m.close != nil {
		m.close()
	}
	m.is, m.close = nil, nil
}

// save remembers the settings.
func (l *layers) save() {
	if !l.p.w.transient {
		l.kept.save(l.p.w.prefs.store)
	}
}

// complain says a fault, each once.
func (l *layers) complain(err error) {
	text := words.Explain(err).In(l.p.w.lang())
	if !l.told[text] {
		l.told[text] = true
		l.p.w.warn(err)
	}
}

// show has the map show the base maps that are open and not hidden.
func (l *layers) show() {
	var all []basemap.Layer
	for i, m := range l.maps {
		if k := l.kept.Maps[i]; m.is != nil && !k.Hidden {
			all = append(all, basemap.Layer{Map: m.is, Opacity: 1 - k.Faint})
		}
	}
	l.p.view.SetGround(all)
}

// showArea has the map show an outline, or the sites, as it is set.
func (l *layers) showArea(i int) {
	row := areaRows[i]
	k := l.kept.Areas[row.id]
	look := mapview.AreaLook{Hidden: k.Hidden, Opacity: 1 - k.Faint}
	if i == siteRow {
		if k.Colour > 0 && k.Colour <= len(areaColours) {
			look.Colour = areaColours[k.Colour-1]
		}
		l.p.view.SetSiteLook(mapview.SiteLook{AreaLook: look, Low: k.Low})
	}
	for _, role := range row.roles {
		if k.Colour > 0 && k.Colour <= len(areaColours) && role != carto.Outside {
			look.Colour = areaColours[k.Colour-1]
		}
		l.p.view.SetAreaLook(role, look)
		look.Colour = color.NRGBA{}
	}
}

// order lists the rows of areaRows as they lie on the map, the uppermost first.
func (l *layers) order() []int {
	if l.kept.Areas[areaRows[siteRow].id].Low {
		return []int{0, 1, siteRow}
	}
	return []int{siteRow, 0, 1}
}

func (l *layers) setArea(i int, change func(*keptArea)) {
	k := l.kept.Areas[areaRows[i].id]
	change(&k)
	l.kept.Areas[areaRows[i].id] = k
	l.showArea(i)
	l.save()
}

// add puts a base map on top of the others; one that is there already is shown
// again.
func (l *layers) add(k keptMap) {
	if i := slices.IndexFunc(l.kept.Maps, k.same); i >= 0 {
		l.removeAt(i)
	}
	if len(l.kept.Maps) >= mostMaps {
		l.p.w.complain(geo.BadInput(geo.At{}, "layers.too_many", "limit", mostMaps))
		return
	}
	l.kept.Maps = append(l.kept.Maps, k)
	l.maps = append(l.maps, &baseMap{fresh: true})
	l.changed()
}

// changed remembers and shows the base maps as they are now.
func (l *layers) changed() {
	l.save()
	l.show()
	l.openMissing()
	l.panel.fill()
}

func (l *layers) removeAt(i int) {
	gone := l.maps[i]
	l.kept.Maps = slices.Delete(l.kept.Maps, i, i+1)
	l.maps = slices.Delete(l.maps, i, i+1)
	l.show() // nothing paints from it any more when it is closed
	gone.shut()
}

func (l *layers) remove(i int) {
	l.removeAt(i)
	l.changed()
}

// raise moves a base map up by one, or down by -1.
func (l *layers) raise(i, by int) {
	j := i + by
	if j < 0 || j >= len(l.maps) {
		return
	}
	l.maps[i], l.maps[j] = l.maps[j], l.maps[i]
	l.kept.Maps[i], l.kept.Maps[j] = l.kept.Maps[j], l.kept.Maps[i]
	l.changed()
}

func (l *layers) hide(i int, hidden bool) {
	l.kept.Maps[i].Hidden = hidden
	if !hidden {
		l.maps[i].fault = nil // perhaps it is there now
	}
	l.changed()
}

func (l *layers) setOpacity(i int, opacity float64) {
	l.kept.Maps[i].Faint = 1 - opacity
	l.show()
}

// isBaseMap reports whether a file is named like a base map.
func isBaseMap(path string) bool {
	return strings.EqualFold(filepath.Ext(path), ".mbtiles") || basemap.IsPicture(path)
}

// addBaseMap adds a file as a base map; of a picture that does not say so itself
// the coordinate system is asked.
func (w *window) addBaseMap(path string) {
	if w.project == nil {
		w.complain(geo.BadInput(geo.At{}, "layers.no_project"))
		return
	}
	if abs, err := filepath.Abs(path); err == nil {
		path = abs
	}
	w.notices.begin()
	l := w.project.layers
	if !basemap.IsPicture(path) {
		l.add(keptMap{Path: path})
		return
	}
	l.look.Run(func(context.Context, job.Progress) (basemap.PictureFile, error) {
		return basemap.LookAt(path)
	}, func(p basemap.PictureFile, err error) {
		if err != nil {
			w.complain(err)
			return
		}
		l.addPicture(p)
	})
}

// addPicture adds a picture in the system that is beyond doubt, or asks.
func (l *layers) addPicture(p basemap.PictureFile) {
	plan := l.p.state.Plan
	box, known := geo.Join(plan.Extent, plan.Core).Bound()
	systems := basemap.Systems(p.Bound(), box.Center(), known)
	if len(systems) == 1 {
		l.add(keptMap{Path: p.Path, System: systems[0].String()})
		return
	}
	l.askPictureSystem(p, systems)
}
