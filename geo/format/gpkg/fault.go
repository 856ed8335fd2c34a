package gpkg

import (
	"context"
	"errors"

	lib "modernc.org/sqlite/lib"

	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/geo/format/gpkg/container"
)

// faults are SQLite's result codes a user can do something about.
var faults = map[int]words.ID{
	lib.SQLITE_BUSY: "gpkg.in_use", lib.SQLITE_LOCKED: "gpkg.in_use",
	lib.SQLITE_CANTOPEN: "gpkg.unfinished", lib.SQLITE_READONLY: "gpkg.unfinished",
}

// explain turns whatever went wrong while reading into a sentence.
func explain(err error) error {
	var bad *geo.InputError
	if errors.As(err, &bad) {
		return err
	}
	code := container.ResultCode(err)
	switch primary := code & 0xff; {
	case faults[primary] != "":
		return geo.BadInput(geo.At{}, faults[primary])
	case primary == lib.SQLITE_CORRUPT, primary == lib.SQLITE_NOTADB, primary == lib.SQLITE_TOOBIG,
		code == lib.SQLITE_IOERR_SHORT_READ, errors.Is(err, context.DeadlineExceeded), primary == lib.SQLITE_INTERRUPT:
		return damaged(err.Error())
	}
	return geo.BadInput(geo.At{}, "gpkg.failed", "detail", excerpt(err.Error()))
}

func damaged(detail string) error {
	return geo.BadInput(geo.At{}, "gpkg.damaged", "detail", excerpt(detail))
}
