package basemap

import (
	"context"
	"image"

	"zhenjie/geo"
)

// Source gives tiles by number: level z, column x from the west, row y from
// the north. It may be asked by any number of goroutines at once.
type Source interface {
	// Tile returns a tile, or nil where the source has none. An error says why
	// it could not be had this time; it will be asked for again.
	Tile(ctx context.Context, z, x, y int) (image.Image, error)
	Zooms() (least, most int) // the levels there are
	Bound() geo.Bound         // degrees, as the source counts them
	Attribution() string
	Shift() bool // tiles are on GCJ-02
}
