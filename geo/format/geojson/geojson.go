// Package geojson reads and writes GeoJSON: RFC 7946 and what people really
// send, that is a bare geometry, a Feature, a FeatureCollection, one value a
// line, the crs member of the 2008 edition, heights, a byte order mark, names
// in GB 18030.
//
// Reading goes in two steps. A cutter walks the file once, knows only strings
// and brackets, and cuts it into features; decoders, on as many goroutines as
// there are, parse the text of their features strictly.
package geojson

import (
	"bytes"
	"errors"
	"path/filepath"
	"strings"

	"zhenjie/geo/feature"
)

// Sniff reports whether a file that begins with head looks like GeoJSON.
func Sniff(head []byte, name string) bool {
	text := bytes.TrimLeft(bytes.TrimPrefix(head, byteOrderMark), " \t\r\n\x1e")
	if len(text) == 0 || text[0] != '{' {
		return false
	}
	switch strings.ToLower(filepath.Ext(name)) {
	case ".geojson", ".geojsonl", ".geojsons", ".json", ".ndjson":
		return true
	}
	return bytes.Contains(text, []byte(`"type"`)) || bytes.Contains(text, []byte(`"features"`))
}

// Read cuts a file into batches of features.
func Read(src feature.Source) feature.Batches {
	return func(yield func(feature.Batch, error) bool) {
		c := newCutter(src, yield)
		err := c.file()
		if errors.Is(err, errStopped) || err == nil {
			return
		}
		// What was cut before the fault comes first: it may hold an earlier one.
		if c.flush() == nil {
			yield(nil, err)
		}
	}
}
