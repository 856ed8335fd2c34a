// Package basemap paints pictures of the ground to lie below a map: tiles of
// the Web Mercator scheme, and pictures with a world file.
//
// What is painted are the cells of a carto.Background: squares of pixels tied
// to the map's plane. For a mesh of points of a cell, 32 pixels apart, the
// place in the source's own pixels is computed exactly (out of the plane into
// degrees, shifted where the source is on GCJ-02, and into the source's
// system); between them it is interpolated, which is off by far less than a
// pixel, and the source is sampled there.
package basemap

import (
	"context"
	"errors"
	"image"
	"image/color"
	"time"

	"zhenjie/geo"
	"zhenjie/geo/carto"
)

// Map is a base map that can be painted: Tiles of a Source, or a Picture. It
// may be used by any number of goroutines.
type Map interface {
	Bound() geo.Bound    // degrees on CGCS2000; nothing is painted outside
	Attribution() string // whose it is, in plain text; "" where nobody says
	paint(ctx context.Context, b *board) error
}

// Layer is a base map as it is to be seen.
type Layer struct {
	Map     Map
	Opacity float64 // from 0, unseen, to 1
}

// Ground says how the ground is to look.
type Ground struct {
	Layers []Layer     // lowest first
	Paper  color.NRGBA // where no layer reaches; it must be opaque
	Unit   float64     // pixels a unit of the screen: tiles are chosen for units, so that their labels can be read
}

// Attribution names the owners of all layers, each once.
func (g Ground) Attribution() string {
	text, seen := "", map[string]bool{"": true}
	for _, l := range g.Layers {
		name := l.Map.Attribution()
		if seen[name] || l.Opacity <= 0 {
			continue
		}
		seen[name] = true
		if text != "" {
			text += " · "
		}
		text += name
	}
	return text
}

// ErrLate says that a cell was painted before all its tiles had come.
var ErrLate = errors.New("tiles are still on their way")

// Paint paints a cell: an opaque picture of carto.CellSize pixels a side.
//
// Tiles that have not come after patience are left out, or painted from
// coarser ones, and the error is ErrLate: paint the cell once more. With a
// patience of 0 they are waited for. Any other error says why some of the
// tiles are missing. The picture holds what is there; it is nil only when the
// context has ended.
func (g Ground) Paint(ctx context.Context, p carto.Plate, c carto.Cell, patience time.Duration) (*image.RGBA, error) {
	b := newBoard(g, p, c)
	if patience > 0 {
		soon, stop := context.WithTimeout(ctx, patience)
		defer stop()
		b.late = soon.Done()
	}
	var faults []error
	for _, l := range g.Layers {
		b.opacity = uint64(256*min(max(l.Opacity, 0), 1) + 0.5)
		if b.opacity == 0 || !b.meets(l.Map.Bound()) {
			continue
		}
		if err := l.Map.paint(ctx, b); err != nil {
			faults = append(faults, err)
		}
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
	}
	return b.img, first(faults)
}

// first chooses the fault to be told: ErrLate, so that the cell is painted
// again, or the first.
func first(faults []error) error {
	for _, err := range faults {
		if errors.Is(err, ErrLate) {
			return ErrLate
		}
	}
	if len(faults) > 0 {
		return faults[0]
	}
	return nil
}
