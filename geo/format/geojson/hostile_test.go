package geojson

import (
	"io"
	"runtime"
	"strings"
	"testing"

	"zhenjie/assets/words"
	"zhenjie/geo/feature"
)

// endless is a file that never ends: a beginning, then the same again and
// again. It counts what is read of it, so that a reader that goes on for ever
// fails and does not hang.
type endless struct {
	text, again string
	read        int
}

func (e *endless) Read(b []byte) (int, error) {
	if e.read > 1<<30 {
		return 0, io.ErrNoProgress
	}
	for len(e.text) < len(b) {
		e.text += strings.Repeat(e.again, 1+(len(b)-len(e.text))/len(e.again))
	}
	n := copy(b, e.text)
	e.text = e.text[n:]
	e.read += n
	return n, nil
}

// TestHostileFilesCostASentence reads files that never end. Each is refused by
// a limit, and before much more than the limit is in memory.
func TestHostileFilesCostASentence(t *testing.T) {
	limits := feature.DefaultLimits
	limits.FeatureBytes = 8 << 20
	limits.StringBytes = 4 << 20
	const open = `{"type":"FeatureCollection","features":[`
	for _, c := range []struct {
		name, text, again string
		want              words.ID
	}{
		{"brackets", "", "[", "geojson.no_object"},
		{"brackets as coordinates", `{"type":"Polygon","coordinates":`, "[", "geojson.feature_bytes"},
		{"brackets as properties", open + `{"type":"Feature","properties":`, "[", "geojson.feature_bytes"},
		{"objects in objects", open, `{"a":`, "geojson.feature_bytes"},
		{"one text", open + `{"type":"Feature","properties":{"name":"`, "x", "geojson.string_bytes"},
		{"one text outside", `{"name":"`, "x", "geojson.string_bytes"},
		{"one key", open + `{"`, "x", "geojson.string_bytes"},
		{"one text of quotes", open + `{"type":"Feature","properties":{"name":"`, `\"`, "geojson.string_bytes"},
		{"one number", `{"type":`, "1", "geojson.feature_bytes"},
		{"one ring", open + `{"type":"Polygon","coordinates":[[[1,2]`, ",[1,2]", "geojson.feature_bytes"},
		{"members", `{"type":"FeatureCollection"`, `,"a":1`, "geojson.feature_bytes"},
		{"features without a type", open + "{}", ",{}", "geojson.type_missing"},
	} {
		t.Run(c.name, func(t *testing.T) {
			text := &endless{text: c.text, again: c.again}
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			err := firstError(feature.Source{Text: text, Limits: limits})
			runtime.ReadMemStats(&after)
			checkKind(t, c.name, err, c.want)
			if text.read > 40<<20 {
				t.Errorf("%d MB read", text.read>>20)
			}
			if grown := int64(after.HeapSys) - int64(before.HeapSys); grown > 64<<20 {
				t.Errorf("%d MB taken", grown>>20)
			}
		})
	}
}

func firstError(src feature.Source) error {
	for batch, err := range Read(src) {
		if err != nil {
			return err
		}
		for _, err := range batch {
			if err != nil {
				return err
			}
		}
	}
	return nil
}

// TestDeepFilesThatEnd are refused by the decoder.
func TestDeepFilesThatEnd(t *testing.T) {
	deep := strings.Repeat("[", 10<<20)
	for name, text := range map[string]string{
		"coordinates": `{"type":"LineString","coordinates":` + deep + strings.Repeat("]", 10<<20) + `}`,
		"properties":  `{"type":"Feature","properties":{"a":` + deep + strings.Repeat("]", 10<<20) + `}}`,
		"objects":     `{"type":"Feature","properties":` + strings.Repeat(`{"a":`, 1<<20) + `1` + strings.Repeat("}", 1<<20) + `}`,
	} {
		_, err := readAll([]byte(text), feature.DefaultLimits, true)
		checkKind(t, name, err, "geojson.depth")
	}
}

// TestWhiteSpaceIsNotKept reads much of it where nothing else need be kept.
func TestWhiteSpaceIsNotKept(t *testing.T) {
	limits := feature.DefaultLimits
	limits.FeatureBytes = 1 << 20
	white := strings.Repeat(" \n", 4<<20)
	all, err := readAll([]byte(white+coll(white+poly+white+","+white+poly+white)+white), limits, true)
	if err != nil || len(all) != 2 {
		t.Errorf("%d features, %v", len(all), err)
	}
}
