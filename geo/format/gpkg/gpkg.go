// Package gpkg reads and writes GeoPackages, OGC 12-128r18: any vector layer of
// any program's, a project file's own among them.
//
// A file is opened for reading only, and nothing of its schema is run: only
// plain tables are read, column by stored column. SQLite needs a file; content
// that is in memory goes through a temporary one.
package gpkg

import (
	"bytes"
	"encoding/binary"
	"errors"
	"path/filepath"
	"strings"

	"zhenjie/geo/feature"
	"zhenjie/geo/format/gpkg/container"
)

var magic = []byte("SQLite format 3\x00")

// Places in the header of an SQLite database.
const (
	headerBytes   = 100
	readVersionAt = 19 // 2 for a write-ahead log
	applicationAt = 68
)

// Older GeoPackages have ids of their own: "GP10" and "GP11".
const (
	application10 = 0x47503130
	application11 = 0x47503131
)

// Sniff reports whether a file that begins with head is a GeoPackage: a database
// that says so, or one of such a name.
func Sniff(head []byte, name string) bool {
	if !bytes.HasPrefix(head, magic) || len(head) < headerBytes {
		return false
	}
	switch binary.BigEndian.Uint32(head[applicationAt:]) {
	case container.ApplicationID, application10, application11:
		return true
	}
	return strings.EqualFold(filepath.Ext(name), ".gpkg")
}

// Read cuts the layers of a GeoPackage into batches of features, layer by layer.
func Read(src feature.Source) feature.Batches {
	return func(yield func(feature.Batch, error) bool) {
		r := reader{src: src, yield: yield}
		if err := r.file(); err != nil && !errors.Is(err, errStopped) {
			yield(nil, explain(err))
		}
	}
}

var errStopped = errors.New("the reader's client wants no more")
