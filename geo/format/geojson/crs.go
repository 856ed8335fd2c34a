package geojson

import (
	"bytes"
	"io"

	"zhenjie/geo"
	"zhenjie/geo/charset"
)

// crsMember reads the crs member of GeoJSON 2008, section 3:
//
//	{"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::4490"}}
//
// besides the forms that went before it: {"type": "EPSG", "properties":
// {"code": 4490}}, a bare text, and null for "not known". A link is kept as it
// stands: no coordinate system is known by that name, and it is refused.
func (c *cursor) crsMember(into *string) error {
	*into = ""
	if c.given {
		return c.skip()
	}
	switch c.peek() {
	case 'n':
		return c.skip()
	case '"':
		raw, _, err := c.str()
		*into = c.text(raw)
		return err
	}
	from := c.i
	err := c.members(func(key []byte) error {
		if string(key) != "properties" || c.peek() != '{' {
			return c.skip()
		}
		return c.members(func(key []byte) error { return c.crsProperty(string(key), into) })
	})
	if err == nil && *into == "" {
		return geo.BadInput(c.at(from), "geojson.crs_form")
	}
	return err
}

func (c *cursor) crsProperty(key string, into *string) error {
	from := c.i
	switch {
	case (key == "name" || key == "href") && c.peek() == '"':
		raw, _, err := c.str()
		*into = c.text(raw)
		return err
	case key == "code" && c.peek() != '{' && c.peek() != '[':
		err := c.skip()
		*into = "EPSG:" + string(bytes.Trim(c.b[from:c.i], `"`))
		return err
	}
	return c.skip()
}

// tailSize is how much of a file's end is searched for a late crs member.
const tailSize = 64 << 10

// crsInTail looks for a crs member that stands in a file's outermost object
// near its end, behind the features, so that they can be read knowing it. Only
// in an object that closes at the very end of the file can this be said
// without reading the file from its beginning.
func (c *cutter) crsInTail(at io.ReaderAt, size int64) string {
	n := min(size, tailSize)
	tail := make([]byte, n)
	if got, err := at.ReadAt(tail, size-n); err != nil && err != io.EOF || int64(got) < n {
		return ""
	}
	tail = bytes.TrimRight(tail, " \t\r\n")
	key := []byte(`"crs"`)
	for i := bytes.LastIndex(tail, key); i >= 0; i = bytes.LastIndex(tail[:i], key) {
		if name, ok := c.outermostCRS(tail, i); ok {
			return name
		}
	}
	return ""
}

// outermostCRS reads the crs member whose key stands at tail[i], if it belongs
// to the object that ends with tail.
func (c *cutter) outermostCRS(tail []byte, i int) (name string, ok bool) {
	before := bytes.TrimRight(tail[:i], " \t\r\n")
	if len(before) == 0 || before[len(before)-1] != ',' && before[len(before)-1] != '{' {
		return "", false
	}
	if charset.LooksGB(tail) {
		c.gb = true
	}
	around := nest{open: '{', end: '}', depth: 1}
	if passed, done := around.run(tail[i:], c.gb); !done || i+passed != len(tail) {
		return "", false
	}
	cur := cursor{b: tail, i: i, gb: c.gb, limits: &c.limits}
	if _, err := cur.key(); err != nil || cur.crsMember(&name) != nil {
		return "", false
	}
	return name, true
}
