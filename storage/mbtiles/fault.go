package mbtiles

import (
	"context"
	"errors"

	"modernc.org/sqlite"
	lib "modernc.org/sqlite/lib"

	"zhenjie/geo"
	"zhenjie/geo/basemap"
)

// code is SQLite's primary result code, 0 for other errors.
func code(err error) int {
	var e *sqlite.Error
	if errors.As(err, &e) {
		return e.Code() & 0xff
	}
	return 0
}

// explain turns whatever went wrong into a sentence.
func explain(err error) error {
	var bad *geo.InputError
	switch {
	case errors.As(err, &bad), errors.Is(err, context.Canceled):
		return err
	case errors.Is(err, context.DeadlineExceeded), code(err) == lib.SQLITE_INTERRUPT:
		return geo.BadInput(geo.At{}, "layers.slow")
	}
	switch code(err) {
	case lib.SQLITE_NOTADB:
		return geo.BadInput(geo.At{}, "layers.not_mbtiles")
	case lib.SQLITE_TOOBIG:
		return geo.BadInput(geo.At{}, "layers.tile_bytes", "limit", basemap.MaxTileBytes>>20)
	case lib.SQLITE_BUSY, lib.SQLITE_LOCKED:
		return geo.BadInput(geo.At{}, "layers.busy")
	case lib.SQLITE_CANTOPEN, lib.SQLITE_PERM:
		return geo.BadInput(geo.At{}, "file.denied")
	}
	return geo.BadInput(geo.At{}, "layers.damaged", "detail", err.Error())
}
