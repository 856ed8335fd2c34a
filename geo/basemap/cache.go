package basemap

import (
	"container/list"
	"context"
	"errors"
	"image"
	"sync"
)

// keptTiles is the number of decoded tiles a base map keeps: 256 KB each.
const keptTiles = 200

type tileKey struct{ z, x, y int }

// cache asks a source for each tile once, however many cells want it at the
// same time, and keeps those used last.
type cache struct {
	source Source
	mu     sync.Mutex
	tiles  map[tileKey]*cached
	order  list.List // of *cached, the one used last in front
}

// cached is a tile that is there or on its way.
type cached struct {
	key  tileKey
	done chan struct{} // closed when img and err stand
	img  *image.RGBA   // nil: the source has none
	err  error
	at   *list.Element
}

func newCache(s Source) *cache { return &cache{source: s, tiles: map[tileKey]*cached{}} }

// get returns a tile, nil where the source has none.
func (c *cache) get(ctx context.Context, k tileKey) (*image.RGBA, error) {
	for {
		t, mine := c.entry(k)
		if mine {
			c.load(ctx, t)
		}
		select {
		case <-t.done:
		case <-ctx.Done():
			return nil, ctx.Err()
		}
		// Whoever asked for it may have gone away in the meantime; we have not.
		if cancelled(t.err) && ctx.Err() == nil {
			continue
		}
		return t.img, t.err
	}
}

func cancelled(err error) bool { return errors.Is(err, context.Canceled) }

// entry returns the tile's entry; mine says that it is to be loaded now.
func (c *cache) entry(k tileKey) (t *cached, mine bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if t, ok := c.tiles[k]; ok {
		c.order.MoveToFront(t.at)
		return t, false
	}
	t = &cached{key: k, done: make(chan struct{})}
	t.at = c.order.PushFront(t)
	c.tiles[k] = t
	for c.order.Len() > keptTiles {
		c.drop(c.order.Back().Value.(*cached))
	}
	return t, true
}

// drop forgets an entry; those who wait for it get it all the same.
func (c *cache) drop(t *cached) {
	if c.tiles[t.key] == t {
		delete(c.tiles, t.key)
		c.order.Remove(t.at)
	}
}

func (c *cache) load(ctx context.Context, t *cached) {
	img, err := c.source.Tile(ctx, t.key.z, t.key.x, t.key.y)
	if err != nil {
		t.err = err
		c.mu.Lock()
		c.drop(t)
		c.mu.Unlock()
	} else if img != nil {
		t.img = sized(img)
	}
	close(t.done)
}
