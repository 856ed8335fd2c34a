package storage

import (
	"cmp"
	"context"
	"database/sql"
	"io"
	"slices"
)

// Rescue keeps, of the contents that are left in a damaged project, those that
// the plan refers to. A content is known by its hash alone, so that nothing of
// that file need be whole but its pieces. What is still missing, Kept says.
func (f *File) Rescue(ctx context.Context, path string) error {
	wanted := map[string]bool{}
	for _, a := range f.plan.Attachments.All() {
		wanted[a.Hash] = true
	}
	db, err := look(path, rescuing)
	if err != nil {
		return explain(err, path)
	}
	defer db.Close()
	for _, rows := range rowsLeft(db) {
		r := &salvaging{db: db, rows: rows}
		hash, _, err := f.Keep(ctx, r, nil)
		if err == nil && !wanted[hash] {
			err = explain(transact(f.db, func(w *writer) { w.dropContent(hash) }), f.path)
		}
		if err != nil && r.err == nil { // pieces that cannot be read are passed over
			return err
		}
	}
	return nil
}

// chunkRow is a row of zhenjie_chunk.
type chunkRow struct{ id, n int64 }

// rowsLeft lists the rows of each content, in order, as far as they can be read.
// The index is not asked: it may be what is damaged.
func rowsLeft(db *sql.DB) map[int64][]chunkRow {
	found := map[int64][]chunkRow{}
	if plainTable(db, "zhenjie_chunk", columns["zhenjie_chunk"]...) != nil {
		return nil
	}
	rows, err := db.Query(`SELECT id, file, n FROM zhenjie_chunk NOT INDEXED`)
	if err != nil {
		return nil
	}
	defer rows.Close()
	for rows.Next() {
		var file int64
		var r chunkRow
		if rows.Scan(&r.id, &file, &r.n) == nil {
			found[file] = append(found[file], r)
		}
	}
	for _, pieces := range found {
		slices.SortFunc(pieces, func(a, b chunkRow) int { return cmp.Compare(a.n, b.n) })
	}
	return found
}

// salvaging reads the pieces of one content by their rows.
type salvaging struct {
	db   *sql.DB
	rows []chunkRow
	rest []byte
	err  error
}

// Read is for io.Reader.
func (s *salvaging) Read(b []byte) (int, error) {
	for len(s.rest) == 0 {
		if len(s.rows) == 0 {
			return 0, io.EOF
		}
		s.err = s.db.QueryRow(`SELECT CASE WHEN length(data) <= ? THEN data END FROM zhenjie_chunk NOT INDEXED WHERE id = ?`,
			chunkBytes, s.rows[0].id).Scan(&s.rest)
		if s.err != nil {
			return 0, s.err
		}
		s.rows = s.rows[1:]
	}
	n := copy(b, s.rest)
	s.rest = s.rest[n:]
	return n, nil
}
