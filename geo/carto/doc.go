// Package carto draws the map: outlines, places to look at, graticule, scale
// bar and north arrow.
//
// A Scene says what is shown; a Picture is how it is drawn on a screen: one
// opaque image of device pixels, made by a rasteriser of our own.
//
// # The frame
//
// The map plane is the Mercator projection of the CGCS2000 ellipsoid, in
// metres at the equator. It is conformal, so that angles and the shape of a
// town are right everywhere, north is up everywhere, and it needs no zone. Its
// scale grows with latitude: lengths on the ground, such as the scale bar's,
// are those of the parallel through the middle of the picture. It is for
// looking at; areas and lengths of record are computed elsewhere.
//
// # Pixels
//
// A View ties a point of the plane, its anchor, to the corner of a pixel.
// Every vertex is rounded to 1/256 pixel counted from the anchor, and all
// drawing is done in whole numbers or in terms that depend on differences
// between vertices alone. Panning moves the picture's corner by whole pixels
// and leaves the anchor where it is; so a scrolled picture equals one drawn
// afresh byte for byte, and so do pictures drawn in one piece and in bands.
package carto
