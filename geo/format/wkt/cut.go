package wkt

import (
	"bytes"
	"io"

	"zhenjie/geo"
	"zhenjie/geo/feature"
)

// blockSize is how much text makes a batch.
const blockSize = 256 << 10

// separators may stand between geometries.
const separators = " \t\r\n;,\"\x00"

// cutter finds where geometries begin and end.
type cutter struct {
	in     io.Reader
	limits feature.Limits
	given  bool // the client names the coordinate system
	yield  func(feature.Batch, error) bool

	buf   []byte
	base  int64 // offset of buf in the file
	eof   bool
	spans [][2]int // of the geometries in buf
	count int      // geometries so far
}

// file cuts the whole file; what was cut before a fault comes first.
func (c *cutter) file() {
	if err := c.more(0); err != nil {
		c.yield(nil, err)
		return
	}
	from := 0
	if bytes.HasPrefix(c.buf, byteOrderMark) {
		from = len(byteOrderMark)
	}
	for {
		begin, end, err := c.next(from)
		switch {
		case err == io.EOF:
			c.hand()
			return
		case err != nil:
			if c.hand() {
				c.yield(nil, err)
			}
			return
		}
		if end > len(c.buf) { // it goes on behind what is in memory
			if !c.hand() {
				return
			}
			if err := c.more(begin); err != nil {
				c.yield(nil, err)
				return
			}
			from = 0
			continue
		}
		c.spans = append(c.spans, [2]int{begin, end})
		c.count++
		from = end
	}
}

// next finds the geometry at or behind from; an end beyond the text in memory
// means that more is needed from begin on.
func (c *cutter) next(from int) (begin, end int, err error) {
	begin = from
	for begin < len(c.buf) && bytes.IndexByte([]byte(separators), c.buf[begin]) >= 0 {
		begin++
	}
	if begin == len(c.buf) && c.eof {
		return 0, 0, io.EOF
	}
	const head = 40 // bytes that tell whether it is a geometry at all
	if len(c.buf)-begin >= head || c.eof {
		if !begins(c.buf[begin:]) {
			return 0, 0, geo.BadInput(c.at(begin), "wkt.no_geometry", "got", snippet(c.buf[begin:]))
		}
		if end := endOf(c.buf[begin:]); end > 0 {
			return begin, begin + end, nil
		}
	}
	switch {
	case c.eof:
		return 0, 0, geo.BadInput(c.at(len(c.buf)), "wkt.truncated")
	case int64(len(c.buf)-begin) > c.limits.FeatureBytes:
		return 0, 0, geo.BadInput(c.at(begin), "wkt.feature_bytes", "limit", c.limits.FeatureBytes>>20)
	}
	return begin, len(c.buf) + 1, nil
}

func (c *cutter) at(i int) geo.At { return geo.At{Feature: c.count + 1, Byte: c.base + int64(i)} }

// endOf is the length of the geometry that b begins with, up to its last
// bracket or the word EMPTY; 0 when b ends before.
func endOf(b []byte) int {
	for i, depth := 0, 0; ; {
		j := bytes.IndexByte(b[i:], ')')
		if j < 0 {
			j = len(b) - i
		}
		part := b[i : i+j]
		if depth == 0 {
			if e := emptyAt(part); e > 0 {
				return i + e
			}
		}
		if i+j == len(b) {
			return 0
		}
		if depth += bytes.Count(part, []byte("(")) - 1; depth <= 0 {
			return i + j + 1
		}
		i += j + 1
	}
}

// emptyAt is the place behind the word EMPTY in front of any bracket, 0 when
// there is none.
func emptyAt(b []byte) int {
	if open := bytes.IndexByte(b, '('); open >= 0 {
		b = b[:open]
	}
	const most = 100 // bytes a type and the word take
	b = b[:min(len(b), most)]
	const word = "EMPTY"
	for i := 0; i+len(word) <= len(b); i++ {
		if bytes.EqualFold(b[i:i+len(word)], []byte(word)) {
			return i + len(word)
		}
	}
	return 0
}

// more makes a block that begins with the text from keep on, and reads on; a
// text that fills most of it gets twice the room, so that no byte is looked at
// more than a few times.
func (c *cutter) more(keep int) error {
	kept := c.buf[keep:]
	next := append(make([]byte, 0, max(blockSize, 2*len(kept))), kept...)
	n, err := io.ReadFull(c.in, next[len(kept):cap(next)])
	c.base += int64(keep)
	c.buf = next[:len(kept)+n]
	switch {
	case err == io.EOF || err == io.ErrUnexpectedEOF:
		c.eof = true
	case err != nil:
		return geo.BadInput(c.at(len(c.buf)), "file.unreadable", "error", err.Error())
	}
	return nil
}

// hand gives the geometries cut so far away.
func (c *cutter) hand() bool {
	if len(c.spans) == 0 {
		return true
	}
	b := batch{text: c.buf, base: c.base, spans: c.spans, first: c.count - len(c.spans), given: c.given, limits: c.limits}
	c.spans = nil
	return c.yield(b.decode, nil)
}

// batch is a run of geometries and the text they stand in.
type batch struct {
	text   []byte
	base   int64
	spans  [][2]int
	first  int
	given  bool
	limits feature.Limits
}

func (b batch) decode(yield func(feature.Feature, error) bool) {
	for i, s := range b.spans {
		number := b.first + i
		p := parser{b: b.text[s[0]:s[1]], place: geo.At{Feature: number + 1, Byte: b.base + int64(s[0])}, limits: &b.limits}
		g, err := p.whole()
		f := feature.Feature{Index: number, Byte: p.place.Byte, Kind: g.Kind, CRS: g.CRS, Shape: g.Shape, Notes: g.Notes}
		if b.given {
			f.CRS = ""
		}
		if !yield(f, err) || err != nil {
			return
		}
	}
}
