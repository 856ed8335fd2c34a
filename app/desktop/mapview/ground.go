package mapview

import (
	"context"
	"errors"
	"image"
	"slices"
	"time"

	"zhenjie/geo"
	"zhenjie/geo/basemap"
	"zhenjie/geo/carto"
)

// ground has the background's cells painted beside the UI thread and keeps
// those near the view.
type ground struct {
	is      basemap.Ground
	back    *carto.Background // nil: bare paper
	wanted  []carto.Cell      // for the view that was aimed at last
	hand    map[carto.Cell]context.CancelFunc
	arrived []carto.Cell // since the picture was drawn
	slots   chan struct{}
}

const (
	around   = 1                      // cells painted round the view, to be there when it moves
	painters = 4                      // cells painted at once
	hurry    = 150 * time.Millisecond // how long tiles are waited for before a cell is shown without them
)

// SetGround chooses the base maps below everything, the lowest first.
func (v *View) SetGround(layers []basemap.Layer) {
	v.ground.drop()
	if len(layers) == 0 {
		v.ground.back, v.ground.is = nil, basemap.Ground{}
	} else {
		if v.ground.back == nil {
			v.ground.back = carto.NewBackground()
		}
		v.ground.is.Layers = slices.Clone(layers)
		v.ground.back.Renew()
	}
	v.picture.SetBackground(v.ground.back)
	v.picture.SetAttribution(v.ground.is.Attribution())
	v.restyle()
}

// drop stops all painting in hand.
func (g *ground) drop() {
	for _, cancel := range g.hand {
		cancel()
	}
	g.hand, g.wanted, g.arrived = map[carto.Cell]context.CancelFunc{}, nil, nil
	if g.slots == nil {
		g.slots = make(chan struct{}, painters)
	}
}

// aim sees to it that the cells of the view get painted, and those far from it
// forgotten.
func (v *View) aim() {
	g := &v.ground
	if g.back == nil {
		return
	}
	if g.is.Unit != v.unit || g.is.Paper != v.style.Paper {
		g.is.Unit, g.is.Paper = v.unit, v.style.Paper
		g.drop()
		g.back.Renew()
	}
	if p := v.view.Plate(); p != g.back.Plate() {
		g.drop()
		g.back.Turn(p)
	}
	cells := v.view.Cells(around)
	if slices.Equal(cells, g.wanted) {
		return
	}
	g.wanted = cells
	g.back.Keep(cells)
	for c, cancel := range g.hand {
		if !slices.Contains(cells, c) {
			cancel()
			delete(g.hand, c)
		}
	}
	for _, c := range cells {
		if !g.back.Has(c) && g.hand[c] == nil {
			v.begin(c)
		}
	}
}

// begin has a cell painted.
func (v *View) begin(c carto.Cell) {
	ctx, cancel := context.WithCancel(context.Background())
	v.ground.hand[c] = cancel
	is, plate, slots := v.ground.is, v.view.Plate(), v.ground.slots
	show := func(img *image.RGBA, err error) {
		v.post(func() {
			if ctx.Err() == nil {
				v.painted(c, img, err)
			}
		})
	}
	go func() {
		select {
		case slots <- struct{}{}:
		case <-ctx.Done():
			return
		}
		img, err := is.Paint(ctx, plate, c, hurry)
		<-slots
		if img != nil {
			show(img, err)
		}
		if errors.Is(err, basemap.ErrLate) {
			if img, err = is.Paint(ctx, plate, c, 0); img != nil {
				show(img, err)
			}
		}
	}()
}

// painted shows a cell with the next frame.
func (v *View) painted(c carto.Cell, img *image.RGBA, err error) {
	g := &v.ground
	g.back.Put(c, img)
	g.arrived = append(g.arrived, c)
	v.frame.changed = true
	v.soon()
	if errors.Is(err, basemap.ErrLate) {
		return
	}
	g.hand[c]()
	delete(g.hand, c)
	if len(g.hand) == 0 {
		g.back.Keep(g.wanted)
	}
	if err != nil && v.OnGround != nil {
		v.OnGround(err)
	}
}

// drawArrived draws the cells that have come since.
func (v *View) drawArrived() {
	var dirty image.Rectangle
	for _, c := range v.ground.arrived {
		dirty = dirty.Union(v.view.CellRect(c))
	}
	v.ground.arrived = v.ground.arrived[:0]
	if !dirty.Empty() {
		v.picture.Redraw(dirty)
	}
}

// ShowBound brings a box in degrees into view.
func (v *View) ShowBound(b geo.Bound) {
	corner, opposite := carto.ToWorld(b.Min), carto.ToWorld(b.Max)
	v.fitted = false
	v.look(carto.Fitted(v.view.Width, v.view.Height, 0, carto.Box{MinX: corner.X, MinY: corner.Y, MaxX: opposite.X, MaxY: opposite.Y}))
}

// SetPost chooses how work done beside the UI thread is brought back to it;
// fyne.Do at first.
func (v *View) SetPost(post func(func())) { v.post = post }
