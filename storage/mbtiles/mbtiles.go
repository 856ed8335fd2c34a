// Package mbtiles reads the tiles of an MBTiles file (version 1.3), an SQLite
// database, in PNG or JPEG. It never writes to one.
//
// The files come from elsewhere. In most of them tiles is a view, so views are
// read; but a file can make nothing run outside the database, its values are
// bounded, and a view that computes for ever is stopped.
package mbtiles

import (
	"context"
	"database/sql"
	"errors"
	"image"
	"net/url"
	"path/filepath"
	"strings"
	"time"

	"modernc.org/sqlite"
	lib "modernc.org/sqlite/lib"

	"zhenjie/geo"
	"zhenjie/geo/basemap"
)

// patience bounds one question to the database: a tile takes well below a
// millisecond.
var patience = 5 * time.Second

// readers is the number of connections, and so of tiles read at once.
const readers = 2

// File is an open MBTiles file, a basemap.Source.
type File struct {
	path string
	db   *sql.DB
	meta metadata
}

// Open opens a file. What it says about itself and one of its tiles are
// looked at: no database, no table of tiles, vector tiles and WebP are
// InputErrors that name the file.
func Open(ctx context.Context, path string) (*File, error) {
	f := &File{path: path}
	if err := f.open(ctx); err != nil {
		if f.db != nil {
			f.db.Close()
		}
		return nil, geo.InFile(explain(err), path)
	}
	return f, nil
}

// Close closes the file; tiles asked for later are errors.
func (f *File) Close() error { return f.db.Close() }

func (f *File) open(ctx context.Context) (err error) {
	if _, err := basemap.Size(f.path); err != nil {
		return err
	}
	// A file beside which nothing can be written, and which another program
	// left with a write-ahead log, can be read only as it is.
	for _, query := range []string{"mode=ro", "mode=ro&immutable=1"} {
		if f.db, err = connect(f.path, query); err != nil {
			return err
		}
		if f.meta, err = readMetadata(ctx, f.db); code(err) != lib.SQLITE_CANTOPEN && code(err) != lib.SQLITE_READONLY {
			break
		}
	}
	if err != nil {
		return err
	}
	return f.tryTile(ctx)
}

func connect(path, query string) (*sql.DB, error) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	p := filepath.ToSlash(abs)
	if !strings.HasPrefix(p, "/") {
		p = "/" + p // file:///C:/…
	}
	db, err := sql.Open("sqlite", "file://"+(&url.URL{Path: p}).EscapedPath()+"?_dqs=0&"+query+
		"&_pragma=trusted_schema(OFF)&_pragma=cell_size_check(ON)&_pragma=query_only(ON)&_pragma=busy_timeout(300)")
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(readers)
	db.SetMaxIdleConns(readers)
	return db, nil
}

// ask runs a question on a connection whose values are bounded.
func ask(ctx context.Context, db *sql.DB, question func(context.Context, *sql.Conn) error) error {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	c, err := db.Conn(ctx)
	if err != nil {
		return err
	}
	defer c.Close()
	if _, err := sqlite.Limit(c, lib.SQLITE_LIMIT_LENGTH, basemap.MaxTileBytes+1<<16); err != nil {
		return err
	}
	return question(ctx, c)
}

// Tile returns a tile, or nil where the file has none. (MBTiles counts rows
// from the south.)
func (f *File) Tile(ctx context.Context, z, x, y int) (image.Image, error) {
	if z < 0 || z > basemap.MaxZoom {
		return nil, nil
	}
	var data []byte
	err := ask(ctx, f.db, func(ctx context.Context, c *sql.Conn) error {
		return c.QueryRowContext(ctx, `SELECT tile_data FROM tiles WHERE zoom_level = ? AND tile_column = ? AND tile_row = ?`,
			z, x, 1<<z-1-y).Scan(&data)
	})
	switch {
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case errors.Is(err, sql.ErrNoRows) || err == nil && len(data) == 0:
		return nil, nil
	case err != nil:
		return nil, geo.InFile(explain(err), f.path)
	}
	img, err := basemap.DecodeTile(data)
	if err != nil {
		return nil, geo.InFile(err, f.path)
	}
	return img, nil
}

// tryTile decodes one tile, so that a file of something else is refused when
// it is opened.
func (f *File) tryTile(ctx context.Context) error {
	var data []byte
	err := ask(ctx, f.db, func(ctx context.Context, c *sql.Conn) error {
		return c.QueryRowContext(ctx, `SELECT tile_data FROM tiles WHERE zoom_level = ? LIMIT 1`, f.meta.most).Scan(&data)
	})
	if errors.Is(err, sql.ErrNoRows) {
		return geo.BadInput(geo.At{}, "layers.no_tiles")
	}
	if err != nil {
		return err
	}
	_, err = basemap.DecodeTile(data)
	return err
}

// Name is what the file calls itself, or else its own name.
func (f *File) Name() string {
	if f.meta.name != "" {
		return f.meta.name
	}
	return strings.TrimSuffix(filepath.Base(f.path), filepath.Ext(f.path))
}

// Zooms returns the levels the file has.
func (f *File) Zooms() (least, most int) { return f.meta.least, f.meta.most }

// Bound is the box the file says it covers; the whole world where it does not.
func (f *File) Bound() geo.Bound { return f.meta.bound }

// Attribution is the text the file asks for, without its markup.
func (f *File) Attribution() string { return f.meta.attribution }

// Shift is false: MBTiles is on WGS 84 by its specification.
func (f *File) Shift() bool { return false }
