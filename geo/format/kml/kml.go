// Package kml reads and writes KML 2.2 and 2.3, OGC 12-007r2, and KMZ, as Google
// Earth, ArcGIS, GDAL and 奥维 write them.
//
// Reading goes in two steps. A cutter walks the tags and cuts the file into
// Placemarks; the batches decode them. The XML is scanned here: no document type,
// no entity but the five of XML itself is ever expanded, and nothing is fetched.
package kml

import (
	"bytes"
	"errors"
	"path/filepath"
	"strings"

	"zhenjie/geo/feature"
)

// Sniff reports whether a file that begins with head looks like KML, or is a .zip
// with KML in it.
func Sniff(head []byte, name string) bool {
	ext := strings.ToLower(filepath.Ext(name))
	if isZip(head) {
		low := bytes.ToLower(head)
		return ext == ".kmz" || bytes.Contains(low, []byte(".kml")) && !bytes.Contains(low, []byte(".shp"))
	}
	text := bytes.TrimLeft(utf8Of(head), " \t\r\n")
	if len(text) == 0 || text[0] != '<' {
		return false
	}
	return ext == ".kml" || bytes.Contains(text, []byte("<kml")) || bytes.Contains(text, []byte("opengis.net/kml")) ||
		bytes.Contains(text, []byte("<Placemark"))
}

func isZip(head []byte) bool {
	return bytes.HasPrefix(head, []byte("PK\x03\x04")) || bytes.HasPrefix(head, []byte("PK\x05\x06"))
}

// Read cuts a file into batches of features, one for each Placemark.
func Read(src feature.Source) feature.Batches {
	return func(yield func(feature.Batch, error) bool) {
		if err := read(src, yield); err != nil && !errors.Is(err, errStopped) {
			yield(nil, err)
		}
	}
}

var errStopped = errors.New("the reader's client wants no more")
