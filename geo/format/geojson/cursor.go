package geojson

import (
	"bytes"

	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/geo/decimal"
	"zhenjie/geo/feature"
)

// cursor reads JSON (RFC 8259) from text in memory. It is strict but for tabs
// and line breaks within strings, which many programs write.
type cursor struct {
	b       []byte
	i       int   // next byte
	base    int64 // offset of b in the file
	feature int   // number of the feature from 1, 0 outside of one
	gb      bool  // strings are in GB 18030
	given   bool  // what the file declares of its coordinates does not matter
	depth   int
	limits  *feature.Limits
}

// at is a place in the file.
func (c *cursor) at(i int) geo.At { return geo.At{Feature: c.feature, Byte: c.base + int64(i)} }

// peek is the next byte, 0 at the end of the text.
func (c *cursor) peek() byte {
	if c.i < len(c.b) {
		return c.b[c.i]
	}
	return 0
}

func isSpace(b byte) bool { return b == ' ' || b == '\n' || b == '\r' || b == '\t' }

// space passes over white space.
func (c *cursor) space() {
	for c.i < len(c.b) && isSpace(c.b[c.i]) {
		c.i++
	}
}

// take passes over ch if it is next.
func (c *cursor) take(ch byte) bool {
	if c.peek() != ch || c.i == len(c.b) {
		return false
	}
	c.i++
	return true
}

// open enters an object or a list.
func (c *cursor) open(ch byte, want words.ID) error {
	if !c.take(ch) {
		return c.unexpected(want)
	}
	if c.depth++; c.depth > c.limits.Depth {
		return geo.BadInput(c.at(c.i-1), "geojson.depth", "limit", c.limits.Depth)
	}
	c.space()
	return nil
}

// members reads an object; each is called for every member, standing at its
// value, and must pass over it. A key is only lent.
func (c *cursor) members(each func(key []byte) error) error {
	if err := c.open('{', "geojson.want.object"); err != nil {
		return err
	}
	for first := true; ; first = false {
		if first && c.take('}') {
			break
		}
		key, err := c.key()
		if err != nil {
			return err
		}
		if err := each(key); err != nil {
			return err
		}
		if done, err := c.next('}', "geojson.want.object_goes_on"); err != nil {
			return err
		} else if done {
			break
		}
	}
	c.depth--
	return nil
}

// elements reads a list; each is called for every element, standing at it.
func (c *cursor) elements(each func() error) error {
	if err := c.open('[', "geojson.want.list"); err != nil {
		return err
	}
	for first := true; ; first = false {
		if first && c.take(']') {
			break
		}
		if err := each(); err != nil {
			return err
		}
		if done, err := c.next(']', "geojson.want.list_goes_on"); err != nil {
			return err
		} else if done {
			break
		}
	}
	c.depth--
	return nil
}

// next passes over what stands behind a member or an element: a comma, or the
// bracket that ends the object or list.
func (c *cursor) next(end byte, want words.ID) (done bool, err error) {
	c.space()
	if c.take(end) {
		return true, nil
	}
	comma := c.i
	if !c.take(',') {
		return false, c.unexpected(want)
	}
	c.space()
	if c.peek() == end {
		return false, geo.BadInput(c.at(comma), "geojson.trailing_comma")
	}
	return false, nil
}

// key reads the name of a member and the colon behind it.
func (c *cursor) key() ([]byte, error) {
	if c.peek() != '"' {
		return nil, c.unexpected("geojson.want.key")
	}
	raw, plain, err := c.str()
	if err != nil {
		return nil, err
	}
	c.space()
	if !c.take(':') {
		return nil, c.unexpected("geojson.want.colon")
	}
	c.space()
	if !plain {
		raw = []byte(c.text(raw))
	}
	return raw, nil
}

// str reads a string and returns what stands between its quotes; plain says
// that this is ASCII and stands for itself.
func (c *cursor) str() (raw []byte, plain bool, err error) {
	from := c.i + 1
	plain = true
	for i := from; i < len(c.b); i++ {
		switch b := c.b[i]; {
		case b == '"':
			c.i = i + 1
			if i-from+2 > c.limits.StringBytes {
				return nil, false, geo.BadInput(c.at(from-1), "geojson.string_bytes", "limit", c.limits.StringBytes)
			}
			return c.b[from:i], plain, nil
		case b == '\\':
			n := escape(c.b[i:])
			if n == 0 {
				return nil, false, geo.BadInput(c.at(i), "geojson.escape")
			}
			i += n - 1
			plain = false
		case b < ' ' && !isSpace(b):
			return nil, false, geo.BadInput(c.at(i), "geojson.control", "code", int(b))
		case b >= 0x80:
			plain = false
			if c.gb && isLeadGB(b) {
				i++
			}
		}
	}
	return nil, false, c.truncated()
}

// skip passes over any value.
func (c *cursor) skip() error {
	switch c.peek() {
	case '{':
		return c.members(func([]byte) error { return c.skip() })
	case '[':
		return c.elements(c.skip)
	case '"':
		_, _, err := c.str()
		return err
	case 't', 'f', 'n':
		for _, word := range []string{"true", "false", "null"} {
			if bytes.HasPrefix(c.b[c.i:], []byte(word)) {
				c.i += len(word)
				return nil
			}
		}
		return c.unexpected("geojson.want.value")
	}
	_, end := decimal.Number(c.b, c.i)
	if end < 0 {
		return c.notNumber("geojson.want.value")
	}
	c.i = end
	return nil
}

// hop passes over a value that is read a second time, without looking at it.
func (c *cursor) hop() error {
	var n nest
	switch c.peek() {
	case '{':
		n = nest{open: '{', end: '}'}
	case '[':
		n = nest{open: '[', end: ']'}
	default:
		return c.skip()
	}
	passed, done := n.run(c.b[c.i:], c.gb)
	if c.i += passed; !done {
		return c.truncated()
	}
	return nil
}
