package geojson

import (
	"errors"
	"io"
	"sync"

	"zhenjie/geo"
	"zhenjie/geo/charset"
	"zhenjie/geo/feature"
)

// blockSize is the text read at a time and so the size of a batch: large
// beside the cost of handing a batch over, small beside the memory allowed.
const blockSize = 256 << 10

var errStopped = errors.New("the reader's client wants no more")

// blocks recycles blocks of blockSize; larger ones are left to the collector.
type blocks struct{ pool sync.Pool }

func (p *blocks) get(size int) []byte {
	if size <= blockSize {
		if b, ok := p.pool.Get().(*[blockSize]byte); ok {
			return b[:0]
		}
		return new([blockSize]byte)[:0]
	}
	return make([]byte, 0, size)
}

func (p *blocks) put(b []byte) {
	if cap(b) == blockSize {
		p.pool.Put((*[blockSize]byte)(b[:blockSize]))
	}
}

// span is a feature's text within a block.
type span struct{ from, to int }

// batch is a block and the features cut from it.
type batch struct {
	text   []byte
	base   int64 // offset of the text in the file
	first  int   // number of the first feature, from 0
	spans  []span
	gb     bool
	crs    string
	given  bool
	wanted bool // all attributes are
	limits feature.Limits
	home   *blocks
}

func (b *batch) decode(yield func(feature.Feature, error) bool) {
	defer b.home.put(b.text)
	for i, s := range b.spans {
		d := decoder{crs: b.crs, index: b.first + i, wanted: b.wanted}
		d.cursor = cursor{
			b: b.text[s.from:s.to:s.to], base: b.base + int64(s.from),
			feature: b.first + i + 1, gb: b.gb, given: b.given, limits: &b.limits,
		}
		f, err := d.feature()
		if !yield(f, err) || err != nil {
			return
		}
	}
}

// more reads on behind the text in memory, until the block is full, so that
// the encoding is judged on more than a few bytes; false means that the file is
// at its end. Places in the text move: they are kept relative to c.keep.
func (c *cutter) more() (bool, error) {
	if c.eof {
		return false, nil
	}
	if len(c.buf) == cap(c.buf) {
		if err := c.room(); err != nil {
			return false, err
		}
	}
	n, err := io.ReadFull(c.in, c.buf[len(c.buf):cap(c.buf)])
	c.buf = c.buf[:len(c.buf)+n]
	switch {
	case err == io.EOF || err == io.ErrUnexpectedEOF:
		c.eof = true
	case err != nil:
		return false, geo.BadInput(c.here(), "file.unreadable", "error", err.Error())
	}
	c.gb = c.gb || charset.LooksGB(c.buf[len(c.buf)-n:])
	return n > 0, nil
}

// room hands out the features cut so far with their block, and carries the
// text still needed over to another one.
func (c *cutter) room() error {
	kept := c.buf[c.keep:]
	if int64(len(kept)) > c.limits.FeatureBytes {
		return geo.BadInput(c.here(), "geojson.feature_bytes", "limit", c.limits.FeatureBytes>>20)
	}
	size := int64(blockSize)
	if len(kept) > blockSize/2 {
		size = 2 * int64(len(kept))
		if left := c.size - c.base - int64(len(c.buf)); left >= 0 {
			size = max(min(size, int64(len(kept))+left+1), blockSize)
		}
	}
	next := append(c.home.get(int(size)), kept...)
	if len(c.spans) == 0 {
		c.home.put(c.buf)
	} else if !c.hand() {
		return errStopped
	}
	c.base += int64(c.keep)
	c.pos -= c.keep
	c.buf, c.keep = next, 0
	return nil
}

// hand gives the features cut so far away, and the block with them.
func (c *cutter) hand() bool {
	b := &batch{
		text: c.buf, base: c.base, first: c.count - len(c.spans), spans: c.spans,
		gb: c.gb, crs: c.batchCRS, given: c.given, wanted: c.wanted, limits: c.limits, home: c.home,
	}
	c.spans = make([]span, 0, len(c.spans))
	return c.yield(b.decode, nil)
}
