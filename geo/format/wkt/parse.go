package wkt

import (
	"strings"

	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/geo/feature"
)

// Geometry is one geometry of well-known text.
type Geometry struct {
	Kind  string // as GeoJSON calls it
	CRS   string // "EPSG:n" of the prefix SRID=n; or ""
	Shape geo.Shape
	Notes []words.Text
}

// ParseGeometry reads the one geometry that text holds, as a cell of a table
// does. The errors are InputErrors whose place is a byte of text.
func ParseGeometry(text string, limits feature.Limits) (Geometry, error) {
	p := parser{b: []byte(text), limits: &limits}
	return p.whole()
}

const srid = "SRID="

// mostSRID is the highest code that is taken for one.
const mostSRID = 999_999

// class is how the types of geometry are read.
type class int

const (
	polygon class = iota
	multiPolygon
	lines // one or many lines: closed ones are outlines
	collection
	other
	curved
)

// types are those of OGC 06-103r4 and ISO 13249-3 by their names in capitals.
var types = map[string]struct {
	kind string
	class
}{
	"POLYGON": {"Polygon", polygon}, "TRIANGLE": {"Polygon", polygon}, "MULTIPOLYGON": {"MultiPolygon", multiPolygon},
	"LINESTRING": {"LineString", lines}, "LINEARRING": {"LineString", lines}, "MULTILINESTRING": {"MultiLineString", lines},
	"GEOMETRYCOLLECTION": {"GeometryCollection", collection},
	"POINT":              {"Point", other}, "MULTIPOINT": {"MultiPoint", other},
	"TIN": {"TIN", other}, "POLYHEDRALSURFACE": {"PolyhedralSurface", other},
	"CIRCULARSTRING": {"CircularString", curved}, "COMPOUNDCURVE": {"CompoundCurve", curved}, "CURVEPOLYGON": {"CurvePolygon", curved},
	"MULTICURVE": {"MultiCurve", curved}, "MULTISURFACE": {"MultiSurface", curved},
}

// typeOf finds a type by a word in any letters, Z and M at its end or not.
func typeOf(word string) (kind string, c class, ok bool) {
	word = strings.ToUpper(word)
	for _, end := range []string{"", "ZM", "Z", "M"} {
		if t, ok := types[strings.TrimSuffix(word, end)]; ok && strings.HasSuffix(word, end) {
			return t.kind, t.class, true
		}
	}
	return "", 0, false
}

// parser reads one geometry.
type parser struct {
	b      []byte
	i      int
	place  geo.At // of b
	limits *feature.Limits

	builder  geo.Builder
	vertices int
	rings    int
	seen     observations
}

func (p *parser) at() geo.At {
	return geo.At{Feature: p.place.Feature, Byte: p.place.Byte + int64(p.i)}
}

func (p *parser) fault(id words.ID, args ...any) error { return geo.BadInput(p.at(), id, args...) }

// whole reads all of the text: prefix, geometry and nothing behind it.
func (p *parser) whole() (g Geometry, err error) {
	p.space()
	if g.CRS, err = p.srid(); err != nil {
		return Geometry{}, err
	}
	if g.Kind, err = p.geometry(1); err != nil {
		return Geometry{}, err
	}
	if p.space(); p.i < len(p.b) {
		return Geometry{}, p.unexpected("wkt.want.end")
	}
	g.Shape = p.builder.Shape()
	if g.Kind == "LineString" && g.Shape.Parts() == 1 {
		g.Kind = "Polygon"
	} else if g.Kind == "MultiLineString" && !g.Shape.IsEmpty() {
		g.Kind = "MultiPolygon"
	}
	g.Notes = p.seen.notes(g)
	return g, nil
}

// srid reads the prefix that PostGIS writes.
func (p *parser) srid() (crs string, err error) {
	if len(p.b)-p.i < len(srid) || !strings.EqualFold(string(p.b[p.i:p.i+len(srid)]), srid) {
		return "", nil
	}
	p.i += len(srid)
	from := p.i
	for p.i < len(p.b) && p.b[p.i]-'0' <= 9 {
		p.i++
	}
	number := string(p.b[from:p.i])
	const most = 6 // digits of a code
	if number == "" || len(number) > most || !p.take(';') {
		p.i = from
		return "", p.fault("wkt.srid", "got", snippet(p.b[from:]))
	}
	p.space()
	if strings.Trim(number, "0") == "" {
		return "", nil // PostGIS: not known
	}
	return "EPSG:" + number, nil
}

func (p *parser) geometry(depth int) (kind string, err error) {
	if depth > p.limits.Depth {
		return "", p.fault("wkt.depth", "limit", p.limits.Depth)
	}
	word, end := wordAt(p.b, p.i)
	kind, c, ok := typeOf(word)
	if !ok {
		return "", p.fault("wkt.no_geometry", "got", snippet(p.b[p.i:]))
	}
	p.i = end
	p.space()
	if word, end := wordAt(p.b, p.i); isDimension(word) {
		p.i = end
		p.space()
	}
	if p.empty() {
		p.seen.empty = true
		return kind, nil
	}
	switch c {
	case polygon:
		return kind, p.polygon()
	case multiPolygon:
		return kind, p.list("wkt.want.polygon", p.polygonOrEmpty)
	case lines:
		return kind, p.lines(kind)
	case collection:
		return kind, p.list("wkt.want.geometry", func() error {
			_, err := p.geometry(depth + 1)
			return err
		})
	case curved:
		p.seen.curves = addOnce(p.seen.curves, kind)
	case other:
		p.seen.others = addOnce(p.seen.others, kind)
	}
	return kind, p.skip()
}

func isDimension(word string) bool {
	switch strings.ToUpper(word) {
	case "Z", "M", "ZM":
		return true
	}
	return false
}

// empty passes over the word EMPTY.
func (p *parser) empty() bool {
	word, end := wordAt(p.b, p.i)
	if !strings.EqualFold(word, "EMPTY") {
		return false
	}
	p.i = end
	return true
}

// list reads "(" one "," one … ")".
func (p *parser) list(want words.ID, one func() error) error {
	if !p.take('(') {
		return p.unexpected(want)
	}
	for {
		p.space()
		if err := one(); err != nil {
			return err
		}
		p.space()
		if p.take(')') {
			return nil
		}
		if !p.take(',') {
			return p.unexpected("wkt.want.goes_on")
		}
	}
}

// skip passes over a list of anything by its brackets.
func (p *parser) skip() error {
	if p.i >= len(p.b) || p.b[p.i] != '(' {
		return p.unexpected("wkt.want.list")
	}
	for depth := 0; p.i < len(p.b); {
		switch p.b[p.i] {
		case '(':
			depth++
		case ')':
			depth--
		}
		if p.i++; depth == 0 {
			return nil
		}
	}
	return p.fault("wkt.truncated")
}

// wordAt is the word that stands at b[i:], and the place behind it.
func wordAt(b []byte, i int) (word string, end int) {
	const most = 24
	end = i
	for end < len(b) && end-i < most && b[end]|0x20 >= 'a' && b[end]|0x20 <= 'z' {
		end++
	}
	return string(b[i:end]), end
}

func (p *parser) space() {
	for p.i < len(p.b) && isSpace(p.b[p.i]) {
		p.i++
	}
}

func isSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' }

func (p *parser) take(c byte) bool {
	if p.i < len(p.b) && p.b[p.i] == c {
		p.i++
		return true
	}
	return false
}

func (p *parser) unexpected(want words.ID) error {
	if p.i >= len(p.b) {
		return p.fault("wkt.truncated")
	}
	return p.fault("wkt.unexpected", "want", words.Say(want), "got", snippet(p.b[p.i:]))
}
