package geojson

import (
	"bytes"
	"io"

	"zhenjie/geo"
	"zhenjie/geo/feature"
)

// cutter walks the outer structure of a file and cuts it into features.
type cutter struct {
	in     io.Reader
	size   int64
	limits feature.Limits
	given  bool // the client names the coordinate system
	wanted bool // the client wants all attributes
	yield  func(feature.Batch, error) bool
	home   *blocks

	buf  []byte // text in memory
	base int64  // its offset in the file
	pos  int    // next byte to be looked at
	keep int    // buf[keep:] is still needed
	eof  bool
	gb   bool // strings are in GB 18030

	tailCRS  string // of a crs member found ahead, at the end of the file
	batchCRS string // declared for the features of the batch in hand
	spans    []span // of the features in buf
	count    int    // features so far
	number   int    // of the feature being cut, from 1; 0 outside of features
}

func newCutter(src feature.Source, yield func(feature.Batch, error) bool) *cutter {
	c := &cutter{
		in: src.Text, size: src.Size, limits: src.Limits, given: src.CRSGiven, wanted: src.Attributes, yield: yield, home: new(blocks),
	}
	c.buf = c.home.get(blockSize)
	if src.At != nil && !src.CRSGiven {
		c.tailCRS = c.crsInTail(src.At, src.Size)
	}
	return c
}

// here is the place of the next byte.
func (c *cutter) here() geo.At { return geo.At{Feature: c.number, Byte: c.base + int64(c.pos)} }

// file cuts all values of the file: one, or one a line.
func (c *cutter) file() error {
	if err := c.beginning(); err != nil {
		return err
	}
	for first := true; ; first = false {
		c.keep = c.pos
		b, err := c.ahead("\x1e")
		c.keep = c.pos
		switch {
		case err != nil:
			return err
		case c.eof && c.pos == len(c.buf) && first:
			return geo.BadInput(geo.At{}, "file.empty")
		case c.eof && c.pos == len(c.buf):
			return c.flush()
		case b != '{' && first:
			return geo.BadInput(c.here(), "geojson.no_object", "got", c.cursor().snippet())
		case b != '{':
			return geo.BadInput(c.here(), "geojson.unexpected_end", "got", c.cursor().snippet())
		}
		if !first {
			c.number = c.count + 1
		}
		if err := c.value(); err != nil {
			return err
		}
		c.number = 0
	}
}

// beginning passes over a byte order mark and refuses other encodings.
func (c *cutter) beginning() error {
	for len(c.buf) < len(byteOrderMark) {
		if ok, err := c.more(); err != nil {
			return err
		} else if !ok {
			break
		}
	}
	if isUTF16(c.buf) {
		return geo.BadInput(geo.At{}, "geojson.utf16")
	}
	if bytes.HasPrefix(c.buf, byteOrderMark) {
		c.pos = len(byteOrderMark)
	}
	return nil
}

// flush hands out what is left.
func (c *cutter) flush() error {
	if len(c.spans) > 0 && !c.hand() {
		return errStopped
	}
	return nil
}

// ahead passes over white space, and the bytes of also, and returns the next
// byte without passing over it; 0 at the end of the file. White space in front
// of everything that is still needed is not kept.
func (c *cutter) ahead(also string) (byte, error) {
	idle := c.keep == c.pos
	for {
		for ; c.pos < len(c.buf); c.pos++ {
			if b := c.buf[c.pos]; !isSpace(b) && bytes.IndexByte([]byte(also), b) < 0 {
				return b, nil
			}
		}
		if idle {
			c.keep = c.pos
		}
		if ok, err := c.more(); !ok {
			return 0, err
		}
	}
}

// cursor reads the text in memory from c.pos on.
func (c *cutter) cursor() *cursor {
	return &cursor{b: c.buf, i: c.pos, base: c.base, feature: c.number, gb: c.gb, given: c.given, limits: &c.limits}
}

// truncated is the fault of a file that ends too early.
func (c *cutter) truncated() error {
	c.pos = len(c.buf)
	return geo.BadInput(c.here(), "geojson.truncated")
}

// pass goes over one value of any kind, only looking for its end.
func (c *cutter) pass() error {
	b, err := c.ahead("")
	if err != nil {
		return err
	}
	switch b {
	case '{':
		return c.passNest(nest{open: '{', end: '}'})
	case '[':
		return c.passNest(nest{open: '[', end: ']'})
	case '"':
		return c.passString()
	}
	return c.passWord()
}

func (c *cutter) passNest(n nest) error {
	for {
		passed, done := n.run(c.buf[c.pos:], c.gb)
		if c.pos += passed; done {
			return nil
		}
		if len(c.buf)-c.pos > c.limits.StringBytes {
			return geo.BadInput(c.here(), "geojson.string_bytes", "limit", c.limits.StringBytes)
		}
		if ok, err := c.more(); err != nil {
			return err
		} else if !ok {
			return c.truncated()
		}
	}
}

func (c *cutter) passString() error {
	for {
		if end := stringEnd(c.buf, c.pos, c.gb); end >= 0 {
			c.pos = end
			return nil
		}
		if len(c.buf)-c.pos > c.limits.StringBytes {
			return geo.BadInput(c.here(), "geojson.string_bytes", "limit", c.limits.StringBytes)
		}
		if ok, err := c.more(); err != nil {
			return err
		} else if !ok {
			return c.truncated()
		}
	}
}

// passWord goes over a number, true, false, null, or what stands in their
// place.
func (c *cutter) passWord() error {
	for {
		for ; c.pos < len(c.buf); c.pos++ {
			if b := c.buf[c.pos]; isSpace(b) || bytes.IndexByte([]byte(",:{}[]\""), b) >= 0 {
				return nil
			}
		}
		if ok, err := c.more(); err != nil {
			return err
		} else if !ok {
			return c.truncated()
		}
	}
}
