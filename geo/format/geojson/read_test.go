package geojson

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"golang.org/x/text/encoding/simplifiedchinese"

	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/geo/feature"
)

// readAll reads text as a file. Without ahead it is a stream whose end cannot
// be looked at beforehand, and comes a byte at a time.
func readAll(text []byte, limits feature.Limits, ahead bool) (all []feature.Feature, err error) {
	src := feature.Source{Text: bytes.NewReader(text), Limits: limits}
	if ahead {
		src.At, src.Size = bytes.NewReader(text), int64(len(text))
	} else {
		src.Text = iotest.OneByteReader(src.Text)
	}
	for batch, err := range Read(src) {
		if err != nil {
			return all, err
		}
		for f, err := range batch {
			if err != nil {
				return all, err
			}
			all = append(all, f)
		}
	}
	return all, nil
}

// show prints features in the notation of the tables: kind, coordinates, and
// what else is known of them.
func show(all []feature.Feature) string {
	var out []string
	for _, f := range all {
		s := f.Kind
		for at, r := range f.Shape.All() {
			if at.Ring == 0 {
				s += " /"
			}
			s += fmt.Sprint(" ", r.Points())
		}
		for _, extra := range [][2]string{{"id", f.ID}, {"name", f.Name}, {"crs", f.CRS}} {
			if extra[1] != "" {
				s += " " + extra[0] + "=" + extra[1]
			}
		}
		for _, n := range f.Notes {
			s += " !" + strings.TrimPrefix(string(n.ID), "geojson.note.")
		}
		out = append(out, strings.TrimSpace(s))
	}
	return strings.Join(out, "; ")
}

const (
	tri    = `[[1,2],[3,4],[5,6],[1,2]]`
	triOut = `[[1 2] [3 4] [5 6] [1 2]]`
	poly   = `{"type":"Polygon","coordinates":[` + tri + `]}`
)

func feat(members string) string { return `{"type":"Feature",` + members + `}` }
func coll(features string) string {
	return `{"type":"FeatureCollection","features":[` + features + `]}`
}

// town is a Feature with a sound polygon and these properties.
func town(properties string) string {
	return feat(`"properties":` + properties + `,"geometry":` + poly)
}

func TestReadGood(t *testing.T) {
	gb, _ := simplifiedchinese.GB18030.NewEncoder().String(coll(town(`{"名称":"梦想小镇","note":"鎈"}`)))
	for _, c := range []struct{ name, text, want string }{
		{"bare polygon", poly, "Polygon / " + triOut},
		{"type last", `{"coordinates":[` + tri + `],"type":"Polygon"}`, "Polygon / " + triOut},
		{"feature, type last", `{"geometry":{"coordinates":[` + tri + `],"type":"Polygon"},"properties":{"name":"a"},"type":"Feature"}`, "Polygon / " + triOut + " name=a"},
		{"hole", `{"type":"Polygon","coordinates":[` + tri + `,` + tri + `]}`, "Polygon / " + triOut + " " + triOut},
		{"multipolygon", `{"type":"MultiPolygon","coordinates":[[` + tri + `],[` + tri + `]]}`, "MultiPolygon / " + triOut + " / " + triOut},
		{"empty multipolygon", `{"type":"MultiPolygon","coordinates":[]}`, "MultiPolygon"},
		{"empty polygon", `{"type":"Polygon","coordinates":[]}`, "Polygon"},
		{"empty ring alone", `{"type":"Polygon","coordinates":[[]]}`, "Polygon !empty_ring"},
		{"empty hole", `{"type":"Polygon","coordinates":[` + tri + `,[]]}`, "Polygon / " + triOut + " !empty_ring"},
		{"open ring", `{"type":"Polygon","coordinates":[[[1,2],[3,4]]]}`, "Polygon / [[1 2] [3 4]]"},
		{"feature", town(`null`), "Polygon / " + triOut},
		{"collection", coll(town(`{"name":"甲"}`) + `,` + town(`{"name":"乙"}`)), "Polygon / " + triOut + " name=甲; Polygon / " + triOut + " name=乙"},
		{"no features", coll(``), ""},
		{"geometry as feature", coll(poly), "Polygon / " + triOut},
		{"type of the collection last", `{"features":[` + town(`{}`) + `],"type":"FeatureCollection"}`, "Polygon / " + triOut},
		{"white space everywhere", "\r\n\t { \"type\" : \"Polygon\" , \"coordinates\" : [ [ [ 1 , 2 ] , [ 3 , 4 ] , [ 5 , 6 ] , [ 1 , 2 ] ] ] } \n", "Polygon / " + triOut},
		{"byte order mark", "\ufeff" + poly, "Polygon / " + triOut},
		{"byte order mark, collection", "\ufeff" + coll(town(`{}`)), "Polygon / " + triOut},
		{"one a line", town(`{"name":"a"}`) + "\n" + town(`{"name":"b"}`) + "\n", "Polygon / " + triOut + " name=a; Polygon / " + triOut + " name=b"},
		{"one a record", "\x1e" + town(`{"name":"a"}`) + "\n\x1e" + poly + "\n", "Polygon / " + triOut + " name=a; Polygon / " + triOut},
		{"two collections", coll(poly) + "\n" + coll(poly), "Polygon / " + triOut + "; Polygon / " + triOut},
		{"heights", `{"type":"Polygon","coordinates":[[[1,2,9],[3,4,9,-1e3],[5,6],[1,2,9]]]}`, "Polygon / " + triOut + " !extra_numbers"},
		{"point", feat(`"properties":{"name":"p"},"geometry":{"type":"Point","coordinates":[1,2]}`), "Point name=p !not_polygonal"},
		{"line", feat(`"properties":{},"geometry":{"type":"LineString","coordinates":[[1,2],[3,4]]}`), "LineString !not_polygonal"},
		{"empty point", `{"type":"Point","coordinates":[]}`, "Point !not_polygonal"},
		{"null geometry", feat(`"properties":{"name":"x"},"geometry":null`), "name=x !no_geometry"},
		{"no geometry", feat(`"properties":{"name":"x"}`), "name=x !no_geometry"},
		{"geometry collection", `{"type":"GeometryCollection","geometries":[` + poly + `,{"type":"Point","coordinates":[1,2]},{"type":"MultiPolygon","coordinates":[[` + tri + `]]},{"type":"LineString","coordinates":[]}]}`, "GeometryCollection / " + triOut + " / " + triOut + " !collection_others"},
		{"nested geometry collection", `{"type":"GeometryCollection","geometries":[{"type":"GeometryCollection","geometries":[` + poly + `]}]}`, "GeometryCollection / " + triOut},
		{"empty geometry collection", `{"type":"GeometryCollection","geometries":[]}`, "GeometryCollection"},
		{"crs before", `{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::4549"}},"features":[` + poly + `]}`, "Polygon / " + triOut + " crs=urn:ogc:def:crs:EPSG::4549"},
		{"crs of a feature", coll(town(`{}`) + `,` + feat(`"geometry":`+poly+`,"crs":{"type":"name","properties":{"name":"EPSG:4326"}}`)), "Polygon / " + triOut + "; Polygon / " + triOut + " crs=EPSG:4326"},
		{"crs of a geometry", `{"type":"Polygon","crs":{"type":"name","properties":{"name":"EPSG:4326"}},"coordinates":[]}`, "Polygon crs=EPSG:4326"},
		{"crs of 2007", `{"type":"Polygon","coordinates":[],"crs":{"type":"EPSG","properties":{"code":4490}}}`, "Polygon crs=EPSG:4490"},
		{"crs as text", `{"type":"Polygon","coordinates":[],"crs":"EPSG:4490"}`, "Polygon crs=EPSG:4490"},
		{"crs null", `{"type":"Polygon","coordinates":[],"crs":null}`, "Polygon"},
		{"crs linked", `{"type":"Polygon","coordinates":[],"crs":{"type":"link","properties":{"href":"http://x/crs/42","type":"proj4"}}}`, "Polygon crs=http://x/crs/42"},
		{"foreign members", `{"type":"FeatureCollection","name":"x","bbox":[1,2,3,4],"meta":{"features":[{}],"crs":1},"features":[` + feat(`"bbox":[0],"x":{"y":[true,false,null,"}"]},"geometry":`+poly) + `],"totalFeatures":1}`, "Polygon / " + triOut},
		{"foreign features in a feature", feat(`"features":[1,2],"geometry":` + poly), "Polygon / " + triOut},
		{"escapes", town(`{"name":"\u68A6\u60f3\"\\\/小镇\ud842\udfb7\n"}`), "Polygon / " + triOut + ` name=梦想"\/小镇𠮷`},
		{"half a surrogate", town(`{"name":"a\ud842b"}`), "Polygon / " + triOut + " name=a\ufffdb"},
		{"two first halves", town(`{"name":"\ud842\ud842\udfb7"}`), "Polygon / " + triOut + " name=\ufffd𠮷"},
		{"brackets in a name", town(`{"name":"]}{[\"}"}`), "Polygon / " + triOut + ` name=]}{["}`},
		{"backslashes before a quote", town(`{"x":"\\\\","name":"a\\\""}`), "Polygon / " + triOut + ` name=a\"`},
		{"escaped key", "{\"t\\u0079pe\":\"Feature\",\"properties\":{\"n\\u0061me\":\"a\"},\"geometry\":" + poly + "}", "Polygon / " + triOut + " name=a"},
		{"line break within a name", town("{\"name\":\"a\n\tb\"}"), "Polygon / " + triOut + " name=a\n\tb"},
		{"gb18030", gb, "Polygon / " + triOut + " name=梦想小镇 !gb18030"},
		{"damaged name", coll(town("{\"name\":\"梦想小\xe9\x95\"}")), "Polygon / " + triOut + " name=梦想小\ufffd\ufffd !damaged_text"},
		{"ids", coll(feat(`"id":7,"geometry":null`) + `,` + feat(`"id":"x","properties":{"id":3},"geometry":null`) + `,` + town(`{"编号":"T-1","fid":9}`)), "id=7 !no_geometry; id=x !no_geometry; Polygon / " + triOut + " id=T-1"},
		{"the better name", town(`{"label":"c","NAME":"a","Title":"b"}`), "Polygon / " + triOut + " name=a"},
		{"the name that is not empty", town(`{"name":" ","名称":"甲镇","mc":null}`), "Polygon / " + triOut + " name=甲镇"},
		{"a number as name", town(`{"XZQMC":12}`), "Polygon / " + triOut + " name=12"},
		{"no name in a list", town(`{"name":["a"]}`), "Polygon / " + triOut},
		{"numbers", `{"type":"Polygon","coordinates":[[[-0.5,1E2],[1e-2,12.5e+1],[123456789012345678901234567890,-0]]]}`, "Polygon / [[-0.5 100] [0.01 125] [1.2345678901234568e+29 -0]]"},
		{"a tiny number is zero", `{"type":"Polygon","coordinates":[[[1e-999,2]]]}`, "Polygon / [[0 2]]"},
	} {
		t.Run(c.name, func(t *testing.T) {
			for _, ahead := range []bool{true, false} {
				all, err := readAll([]byte(c.text), feature.DefaultLimits, ahead)
				if err != nil {
					t.Fatalf("seen ahead %v: %v", ahead, err)
				}
				if got := show(all); got != c.want {
					t.Errorf("seen ahead %v: read\n%s\nwant\n%s", ahead, got, c.want)
				}
			}
		})
	}
}

func TestReadBad(t *testing.T) {
	limits := feature.DefaultLimits
	limits.Vertices, limits.Rings, limits.StringBytes, limits.AttributeBytes = 8, 3, 100, 300
	// The place is marked by ¦ in the text; an error without a place has none.
	for _, c := range []struct {
		name, text string
		kind       words.ID
		feature    int
	}{
		{"empty", ``, "file.empty", 0},
		{"white space", " \n\t", "file.empty", 0},
		{"not json", `¦PK`, "geojson.no_object", 0},
		{"a list", `¦[` + poly + `]`, "geojson.no_object", 0},
		{"a text", `¦"x"`, "geojson.no_object", 0},
		{"utf-16", "\xff\xfe{\x00", "geojson.utf16", 0},
		{"utf-16 without a mark", "{\x00\"\x00", "geojson.utf16", 0},
		{"something behind", poly + ` ¦x`, "geojson.unexpected_end", 0},
		{"features with commas, no list", poly + `¦,` + poly, "geojson.unexpected_end", 0},
		{"nothing but a brace", `{¦`, "geojson.truncated", 0},
		{"cut in a name", coll(poly)[:3] + `¦`, "geojson.truncated", 0},
		{"cut in the coordinates", `{"type":"FeatureCollection","features":[` + poly + `,{"type":"Polygon","coordinates":[[[1,2],[3¦`, "geojson.truncated", 2},
		{"cut behind the features", `{"type":"FeatureCollection","features":[]¦`, "geojson.truncated", 0},
		{"cut between features", `{"type":"FeatureCollection","features":[` + poly + `,¦`, "geojson.truncated", 2},
		{"cut in a text", `{"type":"Feat¦`, "geojson.truncated", 0},
		{"cut in the second line", poly + "\n{\"type\":¦", "geojson.truncated", 2},
		{"comma behind the last feature", coll(poly + `,¦`), "geojson.trailing_comma", 2},
		{"comma behind the last member", `{"type":"FeatureCollection","features":[],¦}`, "geojson.trailing_comma", 0},
		{"comma behind the last point", coll(`{"type":"Polygon","coordinates":[[[1,2],[3,4]¦,]]}`), "geojson.trailing_comma", 1},
		{"comma behind the last ring", coll(`{"type":"Polygon","coordinates":[` + tri + `¦, ]}`), "geojson.trailing_comma", 1},
		{"comma behind the last property", coll(town(`{"name":"a"¦,}`)), "geojson.trailing_comma", 1},
		{"comma behind a number", coll(`{"type":"Polygon","coordinates":[[[1,2,¦]]]}`), "geojson.unexpected", 1},
		{"two commas", coll(poly + `,¦,` + poly), "geojson.unexpected", 2},
		{"no comma", coll(poly + `¦` + poly), "geojson.unexpected", 1},
		{"no comma between points", coll(`{"type":"Polygon","coordinates":[[[1,2]¦[3,4]]]}`), "geojson.unexpected", 1},
		{"no colon", coll(`{"type"¦"Polygon"}`), "geojson.unexpected", 1},
		{"no colon outside", `{"type"¦"Polygon"}`, "geojson.unexpected", 0},
		{"key without quotes", `{¦type:"Polygon"}`, "geojson.unexpected", 0},
		{"single quotes", `{¦'type':'Polygon'}`, "geojson.unexpected", 0},
		{"null as feature", coll(`¦null`), "geojson.unexpected", 1},
		{"a number as feature", coll(poly + `,¦7`), "geojson.unexpected", 2},
		{"wrong bracket", coll(`{"type":"Polygon","coordinates":[[[1,2¦}]]]}`), "geojson.unexpected", 1},
		{"NaN", coll(poly + `,{"type":"Polygon","coordinates":[[[1,¦NaN]]]}`), "geojson.not_a_number", 2},
		{"Infinity", coll(`{"type":"Polygon","coordinates":[[[¦-Infinity,1]]]}`), "geojson.not_a_number", 1},
		{"Windows' infinity", coll(`{"type":"Polygon","coordinates":[[[1,¦1.#INF]]]}`), "geojson.not_a_number", 1},
		{"NaN in a property", coll(town(`{"x":¦NaN}`)), "geojson.not_a_number", 1},
		{"null as number", coll(`{"type":"Polygon","coordinates":[[[¦null,1]]]}`), "geojson.unexpected", 1},
		{"text as number", coll(`{"type":"Polygon","coordinates":[[[1,¦"2"]]]}`), "geojson.unexpected", 1},
		{"beyond float64", coll(`{"type":"Polygon","coordinates":[[[1,¦1e999]]]}`), "geojson.huge_number", 1},
		{"leading zero", coll(`{"type":"Polygon","coordinates":[[[1,¦01]]]}`), "geojson.unexpected", 1},
		{"leading plus", coll(`{"type":"Polygon","coordinates":[[[1,¦+1]]]}`), "geojson.unexpected", 1},
		{"one number", coll(`{"type":"Polygon","coordinates":[[[1¦]]]}`), "geojson.short_position", 1},
		{"no number", coll(`{"type":"Polygon","coordinates":[[[¦]]]}`), "geojson.short_position", 1},
		{"a point too few brackets", coll(`{"type":"Polygon","coordinates":[[¦1,2]]}`), "geojson.unexpected", 1},
		{"a ring too few brackets", coll(`{"type":"Polygon","coordinates":[¦1,2]}`), "geojson.unexpected", 1},
		{"one bracket too many", coll(`{"type":"Polygon","coordinates":[[[¦[1,2]]]]}`), "geojson.unexpected", 1},
		{"a multipolygon's brackets missing", coll(`{"type":"MultiPolygon","coordinates":[[[¦1,2]]]}`), "geojson.unexpected", 1},
		{"coordinates null", coll(`{"type":"Polygon","coordinates":¦null}`), "geojson.unexpected", 1},
		{"a point's coordinates", coll(`{"type":"Point","coordinates":¦{}}`), "geojson.unexpected", 1},
		{"no coordinates", coll(`¦{"type":"Polygon"}`), "geojson.content_missing", 1},
		{"no geometries", `{"type":"FeatureCollection","features":[¦{"type":"GeometryCollection","coordinates":[]}]}`, "geojson.content_missing", 1},
		{"hole without an outside", coll(`{"type":"Polygon","coordinates":¦[[],` + tri + `]}`), "geojson.no_outer_ring", 1},
		{"no type", coll(`¦{}`), "geojson.type_missing", 1},
		{"no type outside", `{"features":[]}¦`, "geojson.type_missing", 0},
		{"type of a number", coll(`{"type":¦5}`), "geojson.unexpected", 1},
		{"type of a number outside", `{"type":¦5}`, "geojson.unexpected", 0},
		{"unknown type", coll(`¦{"type":"Curve","coordinates":[]}`), "geojson.type_unknown", 1},
		{"unknown geometry", coll(feat(`"geometry":¦{"type":"polygon"}`)), "geojson.type_unknown", 1},
		{"feature as geometry", coll(feat(`"geometry":¦` + town(`{}`))), "geojson.type_unknown", 1},
		{"geometry as text", coll(feat(`"geometry":¦"POLYGON"`)), "geojson.unexpected", 1},
		{"properties as list", coll(town(`¦[1]`)), "geojson.unexpected", 1},
		{"a collection in a collection", coll(`¦` + coll(poly)), "geojson.nested_collection", 1},
		{"a collection that ends otherwise", `{"features":[],"type":"Topology"}¦`, "geojson.type_unknown", 0},
		{"topojson", `¦{"type":"Topology","objects":{}}`, "geojson.topojson", 1},
		{"collection without a list", `{"type":"FeatureCollection"}¦`, "geojson.no_features", 0},
		{"features null", `{"type":"FeatureCollection","features":null}¦`, "geojson.no_features", 0},
		{"two geometries", coll(feat(`"geometry":null,"geometry":¦null`)), "geojson.duplicate", 1},
		{"two coordinates", coll(`{"type":"Polygon","coordinates":[],"coordinates":¦[]}`), "geojson.duplicate", 1},
		{"two types", coll(`{"type":"Polygon","type":¦"Point","coordinates":[]}`), "geojson.duplicate", 1},
		{"two types outside", `{"type":"Polygon","type":¦"Point"}`, "geojson.duplicate", 0},
		{"two lists", `{"type":"FeatureCollection","features":[],"features":¦[]}`, "geojson.duplicate", 0},
		{"two crs", `{"crs":null,"crs":¦null,"type":"FeatureCollection","features":[]}`, "geojson.duplicate", 0},
		{"bad escape", coll(town(`{"x":"¦\q"}`)), "geojson.escape", 1},
		{"bad unicode escape", coll(town(`{"x":"¦\u12G4"}`)), "geojson.escape", 1},
		{"control character", coll(town("{\"x\":\"a¦\x01\"}")), "geojson.control", 1},
		{"word cut short", coll(town(`{"x":¦tru}`)), "geojson.unexpected", 1},
		{"word too long", coll(town(`{"x":true¦r}`)), "geojson.unexpected", 1},
		{"bad member outside, before", `{"type":"FeatureCollection","x":¦bad,"features":[]}`, "geojson.unexpected", 0},
		{"bad member outside, behind", `{"type":"FeatureCollection","features":[],"x":[1¦}]}`, "geojson.unexpected", 0},
		{"crs without a name", coll(feat(`"crs":¦{"type":"name"}`)), "geojson.crs_form", 1},
		{"crs as number", coll(feat(`"crs":¦4490`)), "geojson.unexpected", 1},
		{"too deep", coll(town(`{"x":` + strings.Repeat("[", 62) + `¦[1]` + strings.Repeat("]", 62) + `}`)), "geojson.depth", 1},
		{"too many vertices", coll(`{"type":"Polygon","coordinates":[` + tri + `,` + tri + `,[¦[1,2]]]}`), "geojson.vertices", 1},
		{"too many rings", coll(`{"type":"Polygon","coordinates":[[],[],[],¦[]]}`), "geojson.rings", 1},
		{"too long a text", coll(town(`{"x":¦"` + strings.Repeat("x", 101) + `"}`)), "geojson.string_bytes", 1},
		{"too large properties", coll(town(`¦{"x":"` + strings.Repeat("x", 90) + strings.Repeat(`","x":"`, 50) + `"}`)), "geojson.attribute_bytes", 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			before, after, placed := strings.Cut(c.text, "¦")
			want := geo.At{Feature: c.feature}
			if placed {
				want.Byte = int64(len(before))
			}
			for _, ahead := range []bool{true, false} {
				_, err := readAll([]byte(before+after), limits, ahead)
				var bad *geo.InputError
				if !errors.As(err, &bad) {
					t.Fatalf("seen ahead %v: error %v, want %s", ahead, err, c.kind)
				}
				if bad.Kind != c.kind || bad.At != want {
					t.Errorf("seen ahead %v: %s at %+v, want %s at %+v: %v", ahead, bad.Kind, bad.At, c.kind, want, err)
				}
				checkSentence(t, bad)
			}
		})
	}
}

// checkSentence wants one sentence, complete in both languages.
func checkSentence(t *testing.T, bad *geo.InputError) {
	t.Helper()
	for _, lang := range []words.Lang{words.Zh, words.En} {
		s := bad.Say().In(lang)
		if strings.ContainsAny(s, "\n\r") || strings.Contains(s, string(bad.Kind)) || strings.Contains(s, "geojson.want") {
			t.Errorf("the sentence is not one: %q", s)
		}
	}
}

func TestLateCRS(t *testing.T) {
	const name = "urn:ogc:def:crs:EPSG::4549"
	late := `{"type":"FeatureCollection","features":[` + town(`{"crs":{"type":"name","properties":{"name":"no"}}}`) + `],"crs":{"type":"name","properties":{"name":"` + name + `"}}}`
	all, err := readAll([]byte(late), feature.DefaultLimits, true)
	if err != nil || len(all) != 1 || all[0].CRS != name {
		t.Errorf("a crs behind the features: %s, %v", show(all), err)
	}
	_, err = readAll([]byte(late), feature.DefaultLimits, false)
	checkKind(t, "in a stream", err, "geojson.crs_late")

	far := late[:len(late)-1] + `,"x":"` + strings.Repeat("x", tailSize) + `"}`
	_, err = readAll([]byte(far), feature.DefaultLimits, true)
	checkKind(t, "far from the end", err, "geojson.crs_late")

	for _, same := range []string{
		coll(town(`{"crs":{"type":"name","properties":{"name":"no"}}}`)),
		coll(town(`{"crs":"no"}`)) + "\n",
		coll(town(`{"x":"\",\"crs\":\"no\"}"}`)),
		`{"type":"FeatureCollection","features":[` + poly + `],"x":{"crs":"no"}}`,
	} {
		all, err := readAll([]byte(same), feature.DefaultLimits, true)
		if err != nil || len(all) != 1 || all[0].CRS != "" {
			t.Errorf("a crs elsewhere: %s, %v", show(all), err)
		}
	}
}

func checkKind(t *testing.T, what string, err error, want words.ID) {
	t.Helper()
	var bad *geo.InputError
	if !errors.As(err, &bad) || bad.Kind != want {
		t.Errorf("%s: %v, want %s", what, err, want)
	}
}

func TestGivenCRSPassesOverWhatIsDeclared(t *testing.T) {
	text := `{"type":"FeatureCollection","features":[` + feat(`"crs":5,"geometry":`+poly) + `],"crs":{"type":"name","properties":{"name":"EPSG:1"}}}`
	src := feature.Source{Text: strings.NewReader(text), Limits: feature.DefaultLimits, CRSGiven: true}
	for batch, err := range Read(src) {
		if err != nil {
			t.Fatal(err)
		}
		for f, err := range batch {
			if err != nil || f.CRS != "" {
				t.Errorf("read %s, %v", show([]feature.Feature{f}), err)
			}
		}
	}
}

// TestFeaturesAcrossBlocks reads features that end in every position of a
// block, and larger than one.
func TestFeaturesAcrossBlocks(t *testing.T) {
	var parts, want []string
	size := 0
	for i := 0; size < 3*blockSize; i++ {
		name := strings.Repeat("名", i%7*i%1000+1) + fmt.Sprint(i)
		if i%100 == 99 {
			name = strings.Repeat("x", blockSize+i)
		}
		f := town(`{"name":"` + name + `"}`)
		parts, want = append(parts, f), append(want, name)
		size += len(f)
	}
	for _, text := range []string{coll(strings.Join(parts, " ,\n")), strings.Join(parts, "\n")} {
		all, err := readAll([]byte(text), feature.DefaultLimits, true)
		if err != nil {
			t.Fatal(err)
		}
		if len(all) != len(want) {
			t.Fatalf("%d features, want %d", len(all), len(want))
		}
		for i, f := range all {
			if f.Name != want[i] || f.Index != i || !strings.HasPrefix(text[f.Byte:], parts[i]) {
				t.Fatalf("feature %d: index %d, byte %d, name %.20q", i, f.Index, f.Byte, f.Name)
			}
		}
	}
}

func TestErrorsOfReadingAreSaid(t *testing.T) {
	src := feature.Source{
		Text:   io.MultiReader(strings.NewReader(`{"type":`), iotest.ErrReader(errors.New("disk on fire"))),
		Limits: feature.DefaultLimits,
	}
	for _, err := range Read(src) {
		checkKind(t, "a broken disk", err, "file.unreadable")
		return
	}
	t.Error("no error")
}

func TestStopEarly(t *testing.T) {
	text := coll(strings.Join(slices.Repeat([]string{town(`{}`)}, 20_000), ","))
	seen := 0
	for range Read(feature.Source{Text: strings.NewReader(text), Limits: feature.DefaultLimits}) {
		seen++
		break
	}
	if seen != 1 {
		t.Errorf("%d batches", seen)
	}
}

func TestSniff(t *testing.T) {
	for _, c := range []struct {
		head, name string
		want       bool
	}{
		{`{"type":"Feature"`, "a", true},
		{"\ufeff \n{\"features\":", "a.txt", true},
		{"\x1e{\"type\":\"Feature\"", "a", true},
		{`{`, "a.GeoJSON", true},
		{`{"a":1}`, "a.txt", false},
		{`PK`, "a.json", false},
		{``, "a.json", false},
	} {
		if got := Sniff([]byte(c.head), c.name); got != c.want {
			t.Errorf("Sniff(%q, %q) = %v", c.head, c.name, got)
		}
	}
}
