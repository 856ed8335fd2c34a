package desktop

import (
	"context"
	"slices"

	"zhenjie/app/workspace/job"
	"zhenjie/app/workspace/tiles"
	"zhenjie/geo"
	"zhenjie/geo/basemap"
	"zhenjie/geo/crs"
	"zhenjie/storage/mbtiles"
)

// openMissing opens the base maps that are to be seen and not open yet.
func (l *layers) openMissing() {
	type wanted struct {
		of   *baseMap
		open func(context.Context) openedMap
	}
	var all []wanted
	for i, m := range l.maps {
		if k := l.kept.Maps[i]; m.is == nil && m.fault == nil && !k.Hidden {
			all = append(all, wanted{m, l.opener(k)})
		}
	}
	if len(all) == 0 {
		l.show()
		return
	}
	l.open.Run(func(ctx context.Context, _ job.Progress) ([]openedMap, error) {
		var out []openedMap
		for _, w := range all {
			o := w.open(ctx)
			o.of = w.of
			out = append(out, o)
		}
		return out, nil
	}, func(all []openedMap, _ error) { l.opened(all) })
}

// opener is the work of opening a base map; it runs beside the UI thread.
func (l *layers) opener(k keptMap) func(context.Context) openedMap {
	if k.Path == "" {
		t, folder := k.template(l.p.w.lang(), l.p.w.prefs.store), tiles.Folder()
		return func(context.Context) openedMap {
			s, err := tiles.New(t, folder)
			if err != nil {
				return openedMap{err: geo.InFile(err, t.Name)}
			}
			return openedMap{is: basemap.NewTiles(s)}
		}
	}
	if basemap.IsPicture(k.Path) {
		return func(ctx context.Context) openedMap {
			p, err := openPicture(ctx, k)
			if err != nil {
				return openedMap{err: err}
			}
			return openedMap{is: p}
		}
	}
	return func(ctx context.Context) openedMap {
		f, err := mbtiles.Open(ctx, k.Path)
		if err != nil {
			return openedMap{err: err}
		}
		return openedMap{is: basemap.NewTiles(f), close: func() { f.Close() }}
	}
}

func openPicture(ctx context.Context, k keptMap) (*basemap.Picture, error) {
	p, err := basemap.LookAt(k.Path)
	if err != nil {
		return nil, err
	}
	system, err := crs.Lookup(k.System)
	if err != nil {
		return nil, geo.InFile(err, k.Path)
	}
	return p.Open(ctx, system)
}

// opened shows the base maps that could be opened, and says why others could
// not.
func (l *layers) opened(all []openedMap) {
	for _, o := range all {
		if !slices.Contains(l.maps, o.of) { // removed in the meantime
			o.shut()
			continue
		}
		if o.of.fault = o.err; o.err != nil {
			l.complain(o.err)
			continue
		}
		o.of.is, o.of.close = o.is, o.close
		if o.of.fresh && l.p.state.Plan.Extent.IsEmpty() && l.p.state.Plan.Core.IsEmpty() && o.is.Bound() != basemap.World {
			l.p.view.ShowBound(o.is.Bound())
		}
		o.of.fresh = false
	}
	l.show()
	l.panel.fill()
}
