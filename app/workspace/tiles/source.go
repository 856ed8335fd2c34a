package tiles

import (
	"context"
	"errors"
	"image"
	"sync"
	"time"

	"zhenjie/geo"
	"zhenjie/geo/basemap"
)

// Source is a server's tiles, a basemap.Source.
type Source struct {
	template Template
	store    *store
	client   *client
	now      func() time.Time

	mu     sync.Mutex
	rest   time.Time // the server is left alone until then
	fails  int       // failures in a row
	fault  error     // the last of them
	absent map[[3]int]bool
}

// How long a server is left alone after the first failure, and at most.
const (
	firstRest = 15 * time.Second
	longRest  = 10 * time.Minute
)

// fresh is how long a kept tile is shown without asking the server again.
const fresh = 30 * 24 * time.Hour

// mostAbsent bounds the tiles remembered that a server does not have.
const mostAbsent = 20_000

// New makes a source of a template, whose tiles are kept below a folder. A
// template no tile can be fetched with is an InputError. Nothing is asked for
// yet.
func New(t Template, folder string) (*Source, error) {
	if err := t.check(); err != nil {
		return nil, err
	}
	return &Source{
		template: t, store: storeAt(folder, t.folder()), client: shared(), now: time.Now, absent: map[[3]int]bool{},
	}, nil
}

// Zooms returns the levels of the template.
func (s *Source) Zooms() (least, most int) { return s.template.Least, s.template.Most }

// Bound is the whole world: a template does not say.
func (s *Source) Bound() geo.Bound { return basemap.World }

// Attribution is the template's.
func (s *Source) Attribution() string { return s.template.Attribution }

// Shift reports whether the tiles are on GCJ-02.
func (s *Source) Shift() bool { return s.template.Shift }

// Tile returns a tile: the one kept if it is not too old, or the server's. A
// server that fails is not asked again for a while; until then the error is
// that of the failure, and old tiles are shown.
func (s *Source) Tile(ctx context.Context, z, x, y int) (image.Image, error) {
	if side := 1 << max(z, 0); z < s.template.Least || z > s.template.Most || x < 0 || y < 0 || x >= side || y >= side {
		return nil, nil
	}
	kept, at := s.store.read(z, x, y)
	if kept != nil && s.now().Sub(at) < fresh {
		return kept, nil
	}
	img, err := s.fetch(ctx, z, x, y)
	switch {
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case err != nil:
		err = geo.InFile(err, s.template.Name)
		if kept != nil {
			return kept, nil
		}
		return nil, err
	case img == nil:
		return nil, nil
	}
	return img, nil
}

func (s *Source) fetch(ctx context.Context, z, x, y int) (*image.RGBA, error) {
	key := [3]int{z, x, y}
	if none, err := s.closed(key); none || err != nil {
		return nil, err
	}
	data, err := s.client.get(ctx, s.template.address(z, x, y), func() error {
		_, err := s.closed(key) // it may have failed while this request waited for its turn
		return err
	})
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	if errors.Is(err, errNone) {
		s.missing(key)
		return nil, nil
	}
	var img *image.RGBA
	if err == nil {
		img, err = basemap.DecodeTile(data)
	}
	s.told(err)
	if err != nil {
		return nil, err
	}
	s.store.write(z, x, y, data)
	return img, nil
}

// closed reports that the server has no such tile, or why it is not asked now.
func (s *Source) closed(key [3]int) (none bool, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.absent[key] {
		return true, nil
	}
	if s.now().Before(s.rest) {
		return false, s.fault
	}
	return false, nil
}

func (s *Source) missing(key [3]int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.absent) >= mostAbsent {
		clear(s.absent)
	}
	s.absent[key] = true
	s.fails = 0
}

// told takes down how a request ended.
func (s *Source) told(err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if err == nil {
		s.fails, s.fault = 0, nil
		return
	}
	if s.now().Before(s.rest) {
		return // one of several that failed together
	}
	wait := min(firstRest<<min(s.fails, 10), longRest)
	s.fails++
	s.rest, s.fault = s.now().Add(wait), err
}
