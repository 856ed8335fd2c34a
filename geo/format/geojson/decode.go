package geojson

import (
	"errors"
	"slices"

	"zhenjie/geo"
	"zhenjie/geo/feature"
)

// decoder turns the text of one feature into a Feature.
type decoder struct {
	cursor
	index    int
	crs      string // declared for the file
	wanted   bool   // all attributes are
	idRank   int    // how well the id found so far looks like one, 0 best
	nameRank int
	builder  geo.Builder
	vertices int
	rings    int
	seen     observations
	f        feature.Feature
}

// geometryTypes are the names of RFC 7946, section 1.4.
var geometryTypes = []string{
	"Polygon", "MultiPolygon", "Point", "MultiPoint", "LineString", "MultiLineString", "GeometryCollection",
}

// feature decodes the whole text: a Feature or a bare geometry.
func (d *decoder) feature() (feature.Feature, error) {
	d.f = feature.Feature{Index: d.index, Byte: d.base, CRS: d.crs}
	d.idRank, d.nameRank = len(feature.IDKeys), len(feature.NameKeys)
	kind, err := d.typeAhead()
	if err == nil {
		if kind == "Feature" {
			err = d.featureMembers()
		} else {
			err = d.geometryMembers(kind)
			d.f.Kind = kind
		}
	}
	if err == nil && d.i < len(d.b) {
		err = d.unexpected("geojson.want.end")
	}
	if err != nil {
		return feature.Feature{}, err
	}
	d.f.Shape = d.builder.Shape()
	d.f.Notes = d.seen.notes(d.f.Kind)
	return d.f, nil
}

// errFound ends a walk through an object early.
var errFound = errors.New("found")

// typeAhead reads the member "type" of the object at the cursor and stays in
// front of it: everything else is read knowing the type, whatever the order.
func (d *decoder) typeAhead() (kind string, err error) {
	from, depth := d.i, d.depth
	err = d.members(func(key []byte) error {
		if string(key) != "type" {
			return d.hop()
		}
		if d.peek() != '"' {
			return d.unexpected("geojson.want.string")
		}
		raw, _, err := d.str()
		if err != nil {
			return err
		}
		kind = d.text(raw)
		return errFound
	})
	d.i, d.depth = from, depth
	switch {
	case err == nil:
		return "", geo.BadInput(d.at(from), "geojson.type_missing")
	case !errors.Is(err, errFound):
		return "", err
	}
	return kind, nil
}

// member is a member of a Feature or a geometry that is read; as a set, those
// already met.
type member uint

// The members read.
const (
	typeMember member = 1 << iota
	idMember
	geometryMember
	propertiesMember
	crsMember
	coordinatesMember
	geometriesMember

	ofFeature = typeMember | idMember | geometryMember | propertiesMember | crsMember
)

func memberOf(key []byte) member {
	switch string(key) {
	case "type":
		return typeMember
	case "id":
		return idMember
	case "geometry":
		return geometryMember
	case "properties":
		return propertiesMember
	case "crs":
		return crsMember
	case "coordinates":
		return coordinatesMember
	case "geometries":
		return geometriesMember
	}
	return 0
}

// meet refuses a second member of a name: the two could contradict each other.
func (d *decoder) meet(met *member, m member, key []byte) error {
	if *met&m != 0 {
		return geo.BadInput(d.at(d.i), "geojson.duplicate", "member", string(key))
	}
	*met |= m
	return nil
}

func (d *decoder) featureMembers() error {
	var met member
	err := d.members(func(key []byte) error {
		m := memberOf(key) & ofFeature
		if err := d.meet(&met, m, key); err != nil {
			return err
		}
		switch m {
		case geometryMember:
			return d.geometry()
		case propertiesMember:
			return d.properties()
		case idMember:
			return d.scalar(&d.f.ID, &d.idRank, 0)
		case crsMember:
			return d.crsMember(&d.f.CRS)
		}
		return d.skip()
	})
	if err == nil && d.f.Kind == "" {
		d.seen.noGeometry = true
	}
	return err
}

// geometry reads the value of a Feature's member "geometry".
func (d *decoder) geometry() error {
	if d.peek() == 'n' {
		return d.skip()
	}
	kind, err := d.typeAhead()
	if err != nil {
		return err
	}
	d.f.Kind = kind
	return d.geometryMembers(kind)
}

// geometryMembers reads a geometry of a known type; what is polygonal in it
// goes to the builder.
func (d *decoder) geometryMembers(kind string) error {
	if !slices.Contains(geometryTypes, kind) {
		return d.wrongType(kind)
	}
	content, name := coordinatesMember, "coordinates"
	if kind == "GeometryCollection" {
		content, name = geometriesMember, "geometries"
	}
	from := d.i
	var met member
	err := d.members(func(key []byte) error {
		m := memberOf(key) & (typeMember | crsMember | content)
		if err := d.meet(&met, m, key); err != nil {
			return err
		}
		switch m {
		case crsMember:
			return d.crsMember(&d.f.CRS)
		case content:
			return d.content(kind)
		}
		return d.skip()
	})
	if err == nil && met&content == 0 {
		return geo.BadInput(d.at(from), "geojson.content_missing", "type", kind, "member", name)
	}
	return err
}

// content reads the coordinates, or the members of a collection.
func (d *decoder) content(kind string) error {
	switch kind {
	case "Polygon":
		return d.polygon()
	case "MultiPolygon":
		return d.elements(d.polygon)
	case "GeometryCollection":
		return d.elements(d.collected)
	}
	if d.peek() != '[' {
		return d.unexpected("geojson.want.list")
	}
	d.seen.others = addOnce(d.seen.others, kind)
	return d.skip()
}

// collected reads one member of a GeometryCollection.
func (d *decoder) collected() error {
	kind, err := d.typeAhead()
	if err != nil {
		return err
	}
	return d.geometryMembers(kind)
}

func (d *decoder) wrongType(kind string) error {
	switch kind {
	case "FeatureCollection":
		return geo.BadInput(d.at(d.i), "geojson.nested_collection")
	case "Topology":
		return geo.BadInput(d.at(d.i), "geojson.topojson")
	}
	return geo.BadInput(d.at(d.i), "geojson.type_unknown", "type", shorten(kind))
}

// addOnce adds s to a list that holds everything once.
func addOnce(list []string, s string) []string {
	if slices.Contains(list, s) {
		return list
	}
	return append(list, s)
}

// shorten keeps a text from the file short enough for a sentence.
func shorten(s string) string {
	const most = 40
	if r := []rune(s); len(r) > most {
		s = string(r[:most]) + "…"
	}
	return printable([]byte(s))
}
