package gpkg

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"

	"zhenjie/geo"
	"zhenjie/geo/crs"
	"zhenjie/geo/feature"
	"zhenjie/geo/format/gpkg/container"
	"zhenjie/geo/shaping/flat"
)

const mostColumns = 1990 // SQLite takes 2000

// sheet is a layer to be written.
type sheet struct {
	table, key, geom string
	geometry         string // its type
	srs              container.SRS
	columns          []outColumn
	features         []feature.Feature
	numbers          []int // of the features among all, from 1
	keys             []int64
}

// outColumn is a column of attributes: where they stand in each feature.
type outColumn struct {
	key      string
	name     string
	declared string
}

// sheetsOf sorts features by their layers, in the order these are met.
func sheetsOf(features []feature.Feature) ([]*sheet, error) {
	at := map[string]*sheet{}
	var all []*sheet
	used := map[string]bool{}
	for i, f := range features {
		s := at[f.Layer]
		if s == nil {
			s = &sheet{table: tableName(f.Layer, used), key: "fid", geom: "geom"}
			at[f.Layer] = s
			all = append(all, s)
		}
		s.features = append(s.features, f)
		s.numbers = append(s.numbers, i+1)
	}
	if len(all) == 0 {
		all = []*sheet{{table: tableName("", used), key: "fid", geom: "geom"}}
	}
	for i, s := range all {
		if err := s.arrange(i); err != nil {
			return nil, err
		}
	}
	return all, nil
}

// tableName makes a table's name of a layer's, unlike all others and those that
// SQLite and GeoPackage keep for themselves.
func tableName(layer string, used map[string]bool) string {
	const most = 100 // characters
	name := []rune(strings.TrimSpace(strings.Map(func(r rune) rune {
		if r < ' ' || r == '"' || r == 0x7f {
			return '_'
		}
		return r
	}, strings.ToValidUTF8(layer, "_"))))
	one := cmp.Or(string(name[:min(len(name), most)]), "boundary")
	for _, prefix := range []string{"sqlite_", "gpkg_", "rtree_"} {
		if strings.HasPrefix(strings.ToLower(one), prefix) {
			one = "layer_" + one
		}
	}
	return unlike(one, used)
}

// unlike adds a number to a name that is taken; the case of letters does not
// tell names apart in SQLite.
func unlike(name string, used map[string]bool) string {
	one := name
	for n := 2; used[strings.ToLower(one)]; n++ {
		one = fmt.Sprint(name, "_", n)
	}
	used[strings.ToLower(one)] = true
	return one
}

// arrange finds the layer's columns and its coordinate system; index tells its
// own system from those of other layers.
func (s *sheet) arrange(index int) error {
	s.geometry = "POLYGON"
	declared := ""
	for i, f := range s.features {
		if f.Shape.Parts() > 1 || f.Kind == "MultiPolygon" {
			s.geometry = "MULTIPOLYGON"
		}
		if i > 0 && f.CRS != declared {
			return geo.BadInput(geo.At{Feature: s.numbers[i]}, "gpkg.write_mixed_crs", "layer", excerpt(s.table))
		}
		declared = f.CRS
	}
	s.srs = system(declared, index)
	if len(s.features) > 0 && len(s.features[0].Attributes) == 0 {
		s.nameOnly()
	}
	return s.choose()
}

// nameOnly gives features without attributes their name as one.
func (s *sheet) nameOnly() {
	named := make([]feature.Feature, len(s.features))
	copy(named, s.features)
	for i, f := range named {
		if f.Name != "" && len(f.Attributes) == 0 {
			named[i].Attributes = []feature.Attribute{{Key: "name", Text: f.Name}}
		}
	}
	s.features = named
}

// firstOwnSRS numbers the systems that have no code, far from all codes.
const firstOwnSRS = 990001

// system is the row of gpkg_spatial_ref_sys for what features declare.
func system(declared string, index int) container.SRS {
	if strings.TrimSpace(declared) == "" {
		return container.Systems[1]
	}
	known, err := crs.Lookup(declared)
	switch {
	case err == nil && known.EPSG == container.CGCS2000.ID:
		return container.CGCS2000
	case err == nil && known.EPSG > 0:
		return container.SRS{Name: known.String(), ID: known.EPSG, Organization: "EPSG", Code: known.EPSG, Definition: cmp.Or(known.WKT(), "undefined")}
	case strings.Contains(declared, "["):
		return container.SRS{Name: "own", ID: firstOwnSRS + index, Organization: "NONE", Code: firstOwnSRS + index, Definition: declared}
	}
	return container.SRS{Name: declared, ID: firstOwnSRS + index, Organization: "NONE", Code: firstOwnSRS + index, Definition: "undefined"}
}

// choose makes the columns, in the order the attributes are met.
func (s *sheet) choose() error {
	at := map[string]int{}
	var kinds []sort
	for _, f := range s.features {
		for _, a := range f.Attributes {
			i, ok := at[a.Key]
			if !ok {
				i = len(s.columns)
				at[a.Key] = i
				s.columns = append(s.columns, outColumn{key: a.Key})
				kinds = append(kinds, unknown)
			}
			kinds[i] = kinds[i].with(sortOf(a))
		}
	}
	if len(s.columns) > mostColumns {
		return geo.BadInput(geo.At{}, "gpkg.write_too_wide", "limit", mostColumns)
	}
	used := map[string]bool{"geom": true}
	if i, ok := at["fid"]; ok && s.takeKeys() {
		s.columns = append(s.columns[:i], s.columns[i+1:]...)
		kinds = append(kinds[:i], kinds[i+1:]...)
	}
	used["fid"] = true
	for i := range s.columns {
		c := &s.columns[i]
		c.name = unlike(cmp.Or(strings.Map(func(r rune) rune {
			if r < ' ' {
				return '_'
			}
			return r
		}, strings.ToValidUTF8(c.key, "_")), "field"), used)
		c.declared = kinds[i].declared()
	}
	return nil
}

// takeKeys makes the attribute "fid" the key of the table, if it can be one.
func (s *sheet) takeKeys() bool {
	keys := make([]int64, len(s.features))
	seen := map[int64]bool{}
	for i, f := range s.features {
		for _, a := range f.Attributes {
			if a.Key == "fid" && a.Kind == feature.Number {
				n, err := strconv.ParseInt(a.Text, 10, 64)
				if err != nil || n < 0 || seen[n] {
					return false
				}
				keys[i], seen[n] = n, true
			}
		}
		if len(seen) != i+1 {
			return false
		}
	}
	s.keys = keys
	return true
}

// box is the layer's extent, NULL when there is none.
func (s *sheet) box() (box [4]any) {
	var all *geo.Bound
	for _, f := range s.features {
		if b, ok := container.FiniteBound(f.Shape); ok {
			if all != nil {
				b = all.Union(b)
			}
			all = &b
		}
	}
	if all != nil {
		box = [4]any{all.Min[0], all.Min[1], all.Max[0], all.Max[1]}
	}
	return box
}

// row is the values of a feature: key, geometry, attributes.
func (s *sheet) row(i int) ([]any, error) {
	f := s.features[i]
	values := make([]any, 2, 2+len(s.columns))
	if s.keys != nil {
		values[0] = s.keys[i]
	}
	if !f.Shape.IsEmpty() {
		shape, finite := tidied(f.Shape)
		if !finite {
			return nil, geo.BadInput(geo.At{Feature: s.numbers[i]}, "gpkg.write_not_a_number")
		}
		values[1] = container.AppendBlob(make([]byte, 0, container.BlobSize(shape)), shape, s.srs.ID, s.geometry == "POLYGON")
	}
	given := make(map[string]feature.Attribute, len(f.Attributes))
	for _, a := range f.Attributes {
		given[a.Key] = a
	}
	for _, c := range s.columns {
		values = append(values, valueOf(given[c.key], c.declared))
	}
	return values, nil
}

// tidied closes the rings and turns them as the standard has them: outer ones
// counter-clockwise. The first corner stays.
func tidied(s geo.Shape) (_ geo.Shape, finite bool) {
	var b geo.Builder
	for at, r := range s.All() {
		if at.Ring == 0 {
			b.Part()
		}
		pts := r.Points()
		if len(pts) > 0 && !r.Closed() {
			pts = append(pts, pts[0])
		}
		if (flat.Twice(pts) < 0) != (at.Ring > 0) {
			for i, j := 0, len(pts)-1; i < j; i, j = i+1, j-1 {
				pts[i], pts[j] = pts[j], pts[i]
			}
		}
		for _, p := range pts {
			if (p[0]-p[0])+(p[1]-p[1]) != 0 {
				return s, false
			}
		}
		b.Ring(pts)
	}
	return b.Shape(), true
}
