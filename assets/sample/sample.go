// Package sample holds the made-up town the program opens to show itself, and
// real boundaries to try it on.
//
// The town is fictional and says so in its data; scripts/samples/town.py draws
// its boundaries. Where the real ones come from stands in real/SOURCES.md.
package sample

import (
	"embed"
	"io/fs"
)

// Extent is the town's 规划范围: GeoJSON, one polygon, degrees.
//
//go:embed town/extent.geojson
var Extent []byte

// Core is the town's 核心区: GeoJSON, one feature of two polygons, degrees.
//
//go:embed town/core.geojson
var Core []byte

// Plan is everything the town's application says beside its boundaries: a JSON
// object with one member for each part of a plan but extent and core, named as
// the part and written as package planning writes it.
//
//go:embed town/plan.json
var Plan []byte

//go:embed real
var real embed.FS

// Real is a folder of boundaries of real places, one *.geojson each, with
// SOURCES.md on their origin and licences.
func Real() fs.FS {
	folder, err := fs.Sub(real, "real")
	if err != nil {
		panic(err) // the name is a constant and embedded above
	}
	return folder
}
