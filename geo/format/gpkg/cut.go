package gpkg

import (
	"context"
	"database/sql"
	"os"
	"strings"
	"time"

	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/geo/feature"
)

// blockSize is how many bytes of geometry make a batch.
const blockSize = 256 << 10

// patience bounds the reading of the schema, which takes milliseconds.
const patience = time.Minute

type reader struct {
	src   feature.Source
	yield func(feature.Batch, error) bool
	count int          // features so far
	left  int64        // bytes that the file can still give
	notes []words.Text // for the next feature
}

func (r *reader) file() error {
	path, done, err := onDisk(r.src)
	if err != nil {
		return err
	}
	defer done()
	db, err := open(path)
	if err != nil {
		return err
	}
	defer db.Close()
	all, views, err := r.schema(db)
	if err != nil {
		return err
	}
	if len(views) > 0 {
		r.notes = append(r.notes, words.Say("gpkg.note.views", "layers", strings.Join(views[:min(len(views), 10)], ", ")))
	}
	for _, l := range all {
		// Each byte is a part of one row at most: a tree of pages that gives more
		// goes in circles.
		r.left = bytesOf(path)
		if err := r.layer(db, l); err != nil {
			return err
		}
	}
	return nil
}

// bytesOf is the size of a database with its write-ahead log.
func bytesOf(path string) (n int64) {
	for _, p := range []string{path, path + "-wal"} {
		if info, err := os.Stat(p); err == nil {
			n += info.Size()
		}
	}
	return n
}

func (r *reader) schema(db *sql.DB) (all []layer, views []string, err error) {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	tx, err := db.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return nil, nil, err
	}
	defer func() { _ = tx.Rollback() }()
	return layers(tx, r.src.Attributes)
}

// layer reads the rows of a layer into batches. Those before a fault come first.
func (r *reader) layer(db *sql.DB, l layer) error {
	if l.crs == "" && !r.src.CRSGiven {
		r.notes = append(r.notes, words.Say("gpkg.note.no_crs"))
	}
	if r.src.CRSGiven {
		l.crs = ""
	}
	rows, err := db.Query(l.query())
	if err != nil {
		return err
	}
	defer rows.Close()
	b := r.batch(l)
	var geom sql.RawBytes
	to := make([]any, 1+len(l.columns))
	to[0] = &geom
	for rows.Next() {
		values := make([]any, len(l.columns))
		for i := range values {
			to[1+i] = &values[i]
		}
		if err := rows.Scan(to...); err != nil {
			return r.after(b, err)
		}
		if err := r.believe(geom, values); err != nil {
			return r.after(b, err)
		}
		b.block = append(b.block, geom...)
		b.rows = append(b.rows, row{end: len(b.block), null: geom == nil, values: values})
		r.count++
		if len(b.block) >= blockSize || len(b.rows) >= mostRows {
			if !r.hand(b) {
				return errStopped
			}
			b = r.batch(l)
		}
	}
	return r.after(b, rows.Err())
}

// mostRows is how many features without much geometry make a batch.
const mostRows = 2048

// believe refuses a row that is too large, and what the file is too small for.
func (r *reader) believe(geom []byte, values []any) error {
	const least = 2 // bytes that a row takes in its page
	attributes := 0
	for _, v := range values {
		switch v := v.(type) {
		case string:
			attributes += len(v)
		case []byte:
			attributes += len(v)
		}
	}
	at := geo.At{Feature: r.count + 1}
	switch r.left -= int64(least + len(geom) + attributes); {
	case r.left < 0:
		return geo.BadInput(at, "gpkg.damaged", "detail", "b-tree")
	case int64(len(geom)) > r.src.Limits.FeatureBytes:
		return geo.BadInput(at, "gpkg.feature_bytes", "limit", r.src.Limits.FeatureBytes>>20)
	case attributes > r.src.Limits.AttributeBytes:
		return geo.BadInput(at, "gpkg.attribute_bytes", "limit", r.src.Limits.AttributeBytes>>20)
	}
	return nil
}

func (r *reader) batch(l layer) *batch {
	b := &batch{layer: l, first: r.count, limits: r.src.Limits, wanted: r.src.Attributes, notes: r.notes}
	b.block = make([]byte, 0, blockSize+blockSize/8)
	r.notes = nil
	return b
}

// after hands out what was read before an error, or before the layer's end.
func (r *reader) after(b *batch, err error) error {
	if len(b.rows) == 0 {
		r.notes = b.notes
		return err
	}
	if !r.hand(b) {
		return errStopped
	}
	return err
}

func (r *reader) hand(b *batch) bool { return r.yield(b.decode, nil) }
