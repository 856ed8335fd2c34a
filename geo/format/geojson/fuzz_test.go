package geojson

import (
	"bytes"
	"encoding/json"
	"errors"
	"math"
	"strings"
	"testing"
	"unicode/utf8"

	"zhenjie/geo"
	"zhenjie/geo/feature"
)

// FuzzRead checks that the reader never panics, keeps its limits, reads the
// same from a stream as from a file, and agrees with a slow reader on top of
// encoding/json on what is valid and on every coordinate.
func FuzzRead(f *testing.F) {
	for _, s := range []string{
		poly, coll(town(`{"name":"甲"}`) + "," + poly), town(`{"a":[1,{"b":null}]}`) + "\n" + poly,
		`{"features":[],"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"EPSG:4490"}}}`,
		`{"type":"GeometryCollection","geometries":[` + poly + `,{"type":"Point","coordinates":[1,2]}]}`,
		`{"type":"MultiPolygon","coordinates":[[[[1.5e3,2,3],[ 4 , 5 ]],[]],[]]}`,
		`{"type":"Polygon","coordinates":[[],[]],"crs":"x"}`, `{"coordinates":[[[1,01]]],"type":"Polygon"}`,
		"\ufeff{}", `{"type":"Feature","geometry":null,"id":"\ud842\udfb7"}`, `[`, `{"type":"Polygon","coordinates":[[[1,2],[3,4],]]}`,
		"{\"type\":\"Feature\",\"properties\":{\"name\":\"\xc3\xceCF\xe5\\\"}}",
	} {
		f.Add([]byte(s))
	}
	limits := feature.Limits{Depth: 16, FeatureBytes: 1 << 20, Vertices: 50, Rings: 10, StringBytes: 500, AttributeBytes: 1000}
	f.Fuzz(func(t *testing.T, text []byte) {
		got, err := readAll(text, limits, true)
		streamed, errStreamed := readAll(text, limits, false)
		if kind(errStreamed) != "geojson.crs_late" && (kind(err) != kind(errStreamed) || utf8.Valid(text) && show(got) != show(streamed)) {
			t.Errorf("seen ahead %v %s, as a stream %v %s", err, show(got), errStreamed, show(streamed))
		}
		checkLimits(t, got, limits)
		var bad *geo.InputError
		if err != nil && !errors.As(err, &bad) {
			t.Fatalf("not an error for people: %v", err)
		}
		if bad != nil {
			checkSentence(t, bad)
			if bad.At.Byte > int64(len(text)) {
				t.Errorf("a place beyond the end: %+v", bad.At)
			}
		}
		if !utf8.Valid(text) || bytes.IndexByte(text, 0x1e) >= 0 || mayDiffer[kind(err)] {
			return
		}
		want, ok := reference(text)
		if ok != (err == nil) {
			t.Fatalf("the reader says %v, the reference accepts: %v", err, ok)
		}
		if ok && !same(got, want) {
			t.Fatalf("read %s, the reference %v", show(got), want)
		}
	})
}

// mayDiffer are refusals that the reference knows nothing of.
var mayDiffer = map[string]bool{
	"geojson.depth": true, "geojson.feature_bytes": true, "geojson.vertices": true, "geojson.rings": true,
	"geojson.string_bytes": true, "geojson.attribute_bytes": true, "geojson.crs_late": true,
}

func kind(err error) string {
	var bad *geo.InputError
	if errors.As(err, &bad) {
		return string(bad.Kind)
	}
	return ""
}

func checkLimits(t *testing.T, all []feature.Feature, limits feature.Limits) {
	for _, f := range all {
		points, rings := 0, 0
		for _, r := range f.Shape.All() {
			points += r.Len()
			rings++
		}
		if points > limits.Vertices || rings > limits.Rings {
			t.Errorf("%d points in %d rings", points, rings)
		}
	}
}

func same(got []feature.Feature, want []refFeature) bool {
	if len(got) != len(want) {
		return false
	}
	for i, f := range got {
		if f.Kind != want[i].kind {
			return false
		}
		var numbers []float64
		for _, r := range f.Shape.All() {
			numbers = append(numbers, math.Inf(1)) // between rings
			for _, p := range r.Points() {
				numbers = append(numbers, p[0], p[1])
			}
		}
		if len(numbers) != len(want[i].numbers) {
			return false
		}
		for k, x := range numbers {
			if math.Float64bits(x) != math.Float64bits(want[i].numbers[k]) {
				return false
			}
		}
	}
	return true
}

// refFeature is what the slow reader finds: the type of geometry, and all
// coordinates, with an infinity in front of every ring.
type refFeature struct {
	kind    string
	numbers []float64
}

// refFault ends the slow reader.
type refFault struct{}

func refuse(unless bool) {
	if !unless {
		panic(refFault{})
	}
}

type refMember struct {
	key   string
	value json.RawMessage
}

func refMembers(raw json.RawMessage) (all []refMember) {
	refuse(len(raw) > 0 && raw[0] == '{')
	dec := json.NewDecoder(bytes.NewReader(raw))
	_, err := dec.Token()
	for err == nil && dec.More() {
		var key json.Token
		key, err = dec.Token()
		m := refMember{key: key.(string)}
		if err == nil {
			err = dec.Decode(&m.value)
		}
		all = append(all, m)
	}
	refuse(err == nil)
	return all
}

func refList(raw json.RawMessage) (all []json.RawMessage) {
	refuse(len(raw) > 0 && raw[0] == '[')
	refuse(json.Unmarshal(raw, &all) == nil)
	return all
}

func refText(raw json.RawMessage) (s string) {
	refuse(raw[0] == '"' && json.Unmarshal(raw, &s) == nil)
	return s
}

// reference reads a whole file of values in UTF-8.
func reference(text []byte) (all []refFeature, ok bool) {
	defer func() {
		if r := recover(); r != nil {
			if _, expected := r.(refFault); !expected {
				panic(r)
			}
			all, ok = nil, false
		}
	}()
	text = bytes.TrimPrefix(text, byteOrderMark)
	// Line breaks and tabs are let pass within strings.
	text = []byte(strings.NewReplacer("\n", " ", "\r", " ", "\t", " ").Replace(string(text)))
	dec := json.NewDecoder(bytes.NewReader(text))
	values := 0
	for ; ; values++ {
		var raw json.RawMessage
		if err := dec.Decode(&raw); err != nil {
			refuse(err.Error() == "EOF")
			break
		}
		all = append(all, refValue(raw)...)
	}
	refuse(values > 0)
	return all, true
}

func refValue(raw json.RawMessage) (all []refFeature) {
	kind, crs, isCollection := "", false, false
	for _, m := range refMembers(raw) {
		switch {
		case m.key == "features" && m.value[0] == '[' && (kind == "" || kind == "FeatureCollection"):
			refuse(!isCollection)
			isCollection = true
			for _, f := range refList(m.value) {
				all = append(all, refFeatureOf(f))
			}
		case m.key == "type":
			refuse(kind == "")
			kind = refText(m.value)
		case m.key == "crs":
			refuse(!crs)
			crs = true
			refCRS(m.value)
		}
	}
	if isCollection {
		refuse(kind == "FeatureCollection")
		return all
	}
	return []refFeature{refFeatureOf(raw)}
}

func refCRS(raw json.RawMessage) {
	name := ""
	switch raw[0] {
	case 'n', '"':
		return
	}
	for _, m := range refMembers(raw) {
		if m.key != "properties" || m.value[0] != '{' {
			continue
		}
		for _, p := range refMembers(m.value) {
			switch {
			case (p.key == "name" || p.key == "href") && p.value[0] == '"':
				name = refText(p.value)
			case p.key == "code" && p.value[0] != '{' && p.value[0] != '[':
				name = "EPSG:"
			}
		}
	}
	refuse(name != "")
}

func refOnce(all []refMember, names ...string) map[string]json.RawMessage {
	found := map[string]json.RawMessage{}
	for _, m := range all {
		for _, n := range names {
			if m.key == n {
				refuse(found[n] == nil)
				found[n] = m.value
			}
		}
	}
	return found
}

func refFeatureOf(raw json.RawMessage) (f refFeature) {
	members := refMembers(raw)
	found := refOnce(members, "type")
	refuse(found["type"] != nil)
	if f.kind = refText(found["type"]); f.kind != "Feature" {
		f.geometry(f.kind, members)
		return f
	}
	f.kind = ""
	found = refOnce(members, "type", "id", "geometry", "properties", "crs")
	if p := found["properties"]; p != nil && p[0] != 'n' {
		refMembers(p)
	}
	if c := found["crs"]; c != nil {
		refCRS(c)
	}
	if g := found["geometry"]; g != nil && g[0] != 'n' {
		inner := refMembers(g)
		kind := refOnce(inner, "type")["type"]
		refuse(kind != nil)
		f.kind = refText(kind)
		f.geometry(f.kind, inner)
	}
	return f
}

func (f *refFeature) geometry(kind string, members []refMember) {
	content := "coordinates"
	if kind == "GeometryCollection" {
		content = "geometries"
	}
	found := refOnce(members, "type", "crs", content)
	if c := found["crs"]; c != nil {
		refCRS(c)
	}
	refuse(found[content] != nil)
	list := refList(found[content])
	switch kind {
	case "Polygon":
		f.polygon(list)
	case "MultiPolygon":
		for _, p := range list {
			f.polygon(refList(p))
		}
	case "GeometryCollection":
		for _, g := range list {
			inner := refMembers(g)
			kind := refOnce(inner, "type")["type"]
			refuse(kind != nil)
			f.geometry(refText(kind), inner)
		}
	case "Point", "MultiPoint", "LineString", "MultiLineString":
	default:
		refuse(false)
	}
}

func (f *refFeature) polygon(rings []json.RawMessage) {
	for i, r := range rings {
		positions := refList(r)
		if len(positions) == 0 {
			continue
		}
		refuse(i == 0 || len(refList(rings[0])) > 0)
		f.numbers = append(f.numbers, math.Inf(1))
		for _, p := range positions {
			var numbers []*float64 // null leaves nil
			refuse(json.Unmarshal(p, &numbers) == nil && len(numbers) >= 2)
			for k, x := range numbers {
				refuse(x != nil)
				if k < 2 {
					f.numbers = append(f.numbers, *x)
				}
			}
		}
	}
}
