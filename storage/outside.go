package storage

import (
	"bytes"
	"path/filepath"
	"slices"
	"time"

	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/geo/format/gpkg/container"
	"zhenjie/planning"
)

func shapeOf(p planning.Plan, l layer) geo.Shape { return *field(&p, l.part).(*geo.Shape) }

// takeOutsideEdits compares the layers with the plan. Somebody may have moved
// the boundary in another program: that becomes a step like any other. A layer
// that cannot be read is made again from the plan.
func (f *File) takeOutsideEdits() error {
	found := layersOver(f.db, f.plan)
	if len(found.unreadable) > 0 {
		if err := f.remake(found.unreadable); err != nil {
			return err
		}
	}
	if found.foreign {
		if err := f.restoreSites(); err != nil {
			return err
		}
	}
	if found.plan == nil {
		return nil
	}
	name, notice := words.Say("storage.edited_outside"), words.Say("storage.edited_outside_notice")
	if slices.Equal(f.plan.Changed(*found.plan), []planning.Part{planning.PartSites}) {
		name, notice = words.Say("site.edited_outside"), words.Say("site.edited_outside_notice")
	}
	f.notices = append(f.notices, notice)
	return f.Commit(Step{Name: name, At: time.Now()}, *found.plan)
}

// found is what the layers say against the plan.
type found struct {
	plan       *planning.Plan // with what the layers show; nil when they show just the plan's
	unreadable []layer
	foreign    bool // the layer of sites holds what is not the plan's
}

// layersOver compares the layers with p.
func layersOver(db container.Querier, p planning.Plan) (f found) {
	for _, l := range layers {
		s, err := readLayer(db, l)
		switch {
		case err != nil:
			f.unreadable = append(f.unreadable, l)
		case !sameBits(s, shapeOf(p, l)):
			if f.plan == nil {
				next := p
				f.plan = &next
			}
			*field(f.plan, l.part).(*geo.Shape) = s
		}
	}
	rows, err := readSiteRows(db)
	if err != nil {
		f.unreadable = append(f.unreadable, siteLayer)
		return f
	}
	var sites planning.List[planning.Site]
	if sites, f.foreign = sitesOver(rows, p); !sites.Equal(p.Sites) {
		if f.plan == nil {
			f.plan = &p
		}
		f.plan.Sites = sites
	}
	return f
}

// restoreSites puts the file aside and has the layer of sites show the plan's
// alone.
func (f *File) restoreSites() error {
	backup, err := putAside(f.db, f.path, "layers-backup")
	if err != nil {
		return err
	}
	f.notices = append(f.notices, words.Say("site.layer_restored", "layer", siteLayer.table, "backup", filepath.Base(backup)))
	return transact(f.db, func(w *writer) { w.writeSites(f.plan) })
}

// sameBits compares shapes by what is stored: Equal would call a coordinate
// that is not a number different from itself.
func sameBits(a, b geo.Shape) bool {
	return a.Equal(b) || bytes.Equal(container.AppendWKB(nil, a), container.AppendWKB(nil, b))
}

// remake makes layers again after a copy has been put aside.
func (f *File) remake(ls []layer) error {
	backup, err := putAside(f.db, f.path, "layers-backup")
	if err != nil {
		return err
	}
	for _, l := range ls {
		f.notices = append(f.notices, words.Say("storage.layer_remade", "layer", l.table, "backup", filepath.Base(backup)))
	}
	return transact(f.db, func(w *writer) {
		for _, l := range ls {
			w.remakeLayer(l, f.plan)
		}
	})
}
