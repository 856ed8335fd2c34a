package kml

import (
	"bytes"
	"io"
	"maps"
	"strings"

	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/geo/feature"
)

// blockSize is how much text makes a batch.
const blockSize = 256 << 10

// element is one that is open.
type element struct {
	name  string
	title string // of a folder or a document
}

// cutter walks the tags of a file and cuts it into Placemarks.
type cutter struct {
	src    feature.Source
	yield  func(feature.Batch, error) bool
	packed bool // in a KMZ
	linked bool // network links lead to other texts that are read

	in     io.Reader
	asIs   bool // places in the text are places in the file
	buf    []byte
	base   int64 // offset of buf in the text
	pos    int   // next token
	keep   int   // buf[keep:] is still needed
	eof    bool
	open   []element
	inside int    // the Placemark that is open begins here; -1 outside
	depth  int    // of open at that Placemark
	schema schema // never changed once a batch has it
	spans  []span
	count  int          // Placemarks so far
	notes  []words.Text // for the next feature
}

// span is a Placemark in the text and the folders it stands in.
type span struct {
	from, to int
	layer    string
}

// schema is the types of typed fields by their names.
type schema map[string]string

func (c *cutter) at(i int) geo.At {
	at := geo.At{Byte: c.base + int64(i)}
	if c.inside >= 0 {
		at.Feature = c.count + 1
	}
	if !c.asIs {
		at.Byte = 0
	}
	return at
}

// file cuts one text. What was cut before a fault comes first.
func (c *cutter) file(in io.Reader) error {
	text, asIs, notes, err := utf8Reader(in)
	if err != nil {
		return err
	}
	c.in, c.asIs = text, asIs && !c.packed
	c.notes = append(c.notes, notes...)
	c.buf, c.base, c.pos, c.keep, c.eof = nil, 0, 0, 0, false
	c.open, c.inside, c.schema = nil, -1, nil
	err = c.tokens()
	switch {
	case !c.hand():
		return errStopped
	case err == io.EOF:
		return nil
	}
	return err
}

func (c *cutter) tokens() error {
	seen := false
	for {
		if c.inside < 0 {
			c.keep = c.pos
		}
		t, err := c.next()
		if err == io.EOF {
			return c.ended(seen)
		}
		if err != nil {
			return err
		}
		switch t.sort {
		case doctypeToken:
			return geo.BadInput(c.at(c.pos), "kml.doctype")
		case startToken:
			seen = true
			err = c.start(t)
		case endToken:
			err = c.end(t)
		case textToken:
			c.text(t)
			if !seen && len(bytes.TrimSpace(t.text)) > 0 {
				return geo.BadInput(geo.At{}, "kml.not_kml", "got", snippet(bytes.TrimSpace(t.text)))
			}
		}
		if err != nil {
			return err
		}
	}
}

// ended checks that the file does not break off.
func (c *cutter) ended(seen bool) error {
	switch {
	case !seen:
		return geo.BadInput(geo.At{}, "file.empty")
	case c.inside >= 0 || len(c.open) > 0:
		return geo.BadInput(c.at(len(c.buf)), "kml.truncated")
	}
	return io.EOF
}

// next reads the next token and passes over it.
func (c *cutter) next() (token, error) {
	for {
		if c.pos < len(c.buf) {
			if t, end := scan(c.buf, c.pos, c.eof); end >= 0 {
				c.pos = end
				return t, nil
			}
		}
		if c.eof {
			if c.pos < len(c.buf) {
				return token{}, geo.BadInput(c.at(len(c.buf)), "kml.truncated")
			}
			return token{}, io.EOF
		}
		if err := c.more(); err != nil {
			return token{}, err
		}
	}
}

func (c *cutter) start(t token) error {
	if len(c.open) >= c.src.Limits.Depth {
		return geo.BadInput(c.at(c.pos), "kml.depth", "limit", c.src.Limits.Depth)
	}
	if c.inside < 0 {
		c.outside(t)
	}
	if t.empty {
		if t.name == "Placemark" && c.inside >= 0 && c.depth == len(c.open) {
			c.cut()
		}
		return nil
	}
	c.open = append(c.open, element{name: t.name})
	return nil
}

// outside takes what matters of a start that is in no Placemark.
func (c *cutter) outside(t token) {
	switch t.name {
	case "Placemark":
		c.inside, c.depth = c.keep, len(c.open)
	case "SimpleField":
		if c.inSchema() {
			c.schema = maps.Clone(c.schema)
			if c.schema == nil {
				c.schema = schema{}
			}
			c.schema[attribute(t.attrs, "name")] = attribute(t.attrs, "type")
		}
	case "NetworkLink":
		if !c.linked {
			c.note("kml.note.network_link")
		}
	}
}

const mostFields = 2000

func (c *cutter) inSchema() bool {
	return len(c.open) > 0 && c.open[len(c.open)-1].name == "Schema" && len(c.schema) < mostFields
}

func (c *cutter) note(id words.ID) {
	for _, n := range c.notes {
		if n.ID == id {
			return
		}
	}
	c.notes = append(c.notes, words.Say(id))
}

func (c *cutter) end(t token) error {
	if len(c.open) == 0 || c.open[len(c.open)-1].name != t.name {
		open := ""
		if len(c.open) > 0 {
			open = c.open[len(c.open)-1].name
		}
		return geo.BadInput(c.at(c.pos), "kml.mismatch", "end", excerpt(t.name), "open", excerpt(open))
	}
	c.open = c.open[:len(c.open)-1]
	if c.inside >= 0 && len(c.open) == c.depth {
		c.cut()
	}
	return nil
}

// text keeps the name of a folder or a document.
func (c *cutter) text(t token) {
	n := len(c.open)
	if c.inside >= 0 || n < 2 || c.open[n-1].name != "name" || c.open[n-2].name != "Folder" && c.open[n-2].name != "Document" {
		return
	}
	said := t.text
	if !t.plain {
		said = []byte(unescape(said))
	}
	const most = 200 // bytes of a folder's name
	title := strings.ToValidUTF8(c.open[n-2].title+string(said[:min(len(said), most)]), "")
	c.open[n-2].title = strings.TrimSpace(title[:min(len(title), most)])
}

// layer is the path of the folders that are open, or else the document's name.
func (c *cutter) layer() string {
	var path []string
	document := ""
	for _, e := range c.open {
		switch {
		case e.title == "":
		case e.name == "Folder":
			path = append(path, e.title)
		default:
			document = e.title
		}
	}
	if len(path) == 0 {
		return document
	}
	return strings.Join(path, "/")
}

// cut ends the Placemark that is open.
func (c *cutter) cut() {
	c.spans = append(c.spans, span{c.inside, c.pos, c.layer()})
	c.count++
	c.inside = -1
}

// more hands out the Placemarks cut so far with their text, and reads on behind
// what is still needed; that gets room to grow, so that no byte is scanned more
// than a few times.
func (c *cutter) more() error {
	kept := c.buf[c.keep:]
	if int64(len(kept)) > c.src.Limits.FeatureBytes {
		return geo.BadInput(c.at(c.keep), "kml.feature_bytes", "limit", c.src.Limits.FeatureBytes>>20)
	}
	next := append(make([]byte, 0, max(blockSize, 2*len(kept))), kept...)
	if !c.hand() {
		return errStopped
	}
	n, err := io.ReadFull(c.in, next[len(kept):cap(next)])
	c.base += int64(c.keep)
	c.pos -= c.keep
	if c.inside >= 0 {
		c.inside -= c.keep
	}
	c.buf, c.keep = next[:len(kept)+n], 0
	switch {
	case err == io.EOF || err == io.ErrUnexpectedEOF:
		c.eof = true
	case err != nil:
		return readFault(err)
	}
	return nil
}

// hand gives the Placemarks cut so far away.
func (c *cutter) hand() bool {
	if len(c.spans) == 0 {
		return true
	}
	b := &batch{
		text: c.buf, base: c.base, asIs: c.asIs, first: c.count - len(c.spans), spans: c.spans,
		schema: c.schema, wanted: c.src.Attributes, limits: c.src.Limits, notes: c.notes,
	}
	c.spans, c.notes = nil, nil
	return c.yield(b.decode, nil)
}
