package storage

import (
	"bytes"
	"path/filepath"
	"time"

	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/planning"
)

func shapeOf(p planning.Plan, l layer) geo.Shape { return *field(&p, l.part).(*geo.Shape) }

// takeOutsideEdits compares the layers with the plan. Somebody may have moved
// the boundary in another program: that becomes a step like any other. A layer
// that cannot be read is made again from the plan.
func (f *File) takeOutsideEdits() error {
	next, unreadable := layersOver(f.db, f.plan)
	if len(unreadable) > 0 {
		if err := f.remake(unreadable); err != nil {
			return err
		}
	}
	if next == nil {
		return nil
	}
	name := words.Say("storage.edited_outside")
	f.notices = append(f.notices, words.Say("storage.edited_outside_notice"))
	return f.Commit(Step{Name: name, At: time.Now()}, *next)
}

// layersOver returns p with the shapes the layers show, nil when they show
// just p's, and the layers that cannot be read.
func layersOver(db querier, p planning.Plan) (next *planning.Plan, unreadable []layer) {
	for _, l := range layers {
		s, err := readLayer(db, l)
		switch {
		case err != nil:
			unreadable = append(unreadable, l)
		case !sameBits(s, shapeOf(p, l)):
			if next == nil {
				next = &p
			}
			*field(next, l.part).(*geo.Shape) = s
		}
	}
	return next, unreadable
}

// sameBits compares shapes by what is stored: Equal would call a coordinate
// that is not a number different from itself.
func sameBits(a, b geo.Shape) bool {
	return a.Equal(b) || bytes.Equal(appendWKB(nil, a), appendWKB(nil, b))
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
			w.remakeLayer(l, shapeOf(f.plan, l), f.plan.Identity.Name)
		}
	})
}
