package storage

import (
	"database/sql"

	"zhenjie/planning"
)

// sweep drops the contents that no step of the history refers to, undone ones
// included, and pieces of what was never finished. It runs when a project is
// opened: then nothing is on its way into the file, so that nothing kept for a
// step still to come can be lost. Where the history cannot be read to its end,
// everything stays.
func (f *File) sweep() error {
	kept, err := f.Kept()
	if err != nil {
		return err
	}
	referred := map[string]bool{}
	if len(kept) > 0 {
		if referred, err = referredTo(f.db); err != nil {
			return nil
		}
	}
	var unused []string
	for hash := range kept {
		if !referred[hash] {
			unused = append(unused, hash)
		}
	}
	loose, err := texts(f.db, `SELECT DISTINCT file FROM zhenjie_chunk WHERE file NOT IN (SELECT id FROM zhenjie_file)`)
	if err != nil || len(unused)+len(loose) == 0 {
		return err
	}
	return transact(f.db, func(w *writer) {
		for _, hash := range unused {
			w.dropContent(hash)
		}
		w.exec(`DELETE FROM zhenjie_chunk WHERE file NOT IN (SELECT id FROM zhenjie_file)`)
	})
}

// referredTo lists the hashes of all files attached at any step.
func referredTo(db *sql.DB) (map[string]bool, error) {
	referred := map[string]bool{}
	rows, err := db.Query(`SELECT sum, value FROM zhenjie_change WHERE part = ?`, string(planning.PartAttachments))
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var want int64
		var value []byte
		if err := rows.Scan(&want, &value); err != nil {
			return nil, err
		}
		var p planning.Plan
		if sum(value) != want || decode(&p, planning.PartAttachments, value) != nil {
			return nil, damaged(string(planning.PartAttachments))
		}
		for _, a := range p.Attachments.All() {
			referred[a.Hash] = true
		}
	}
	return referred, rows.Err()
}

// dropContent takes a content out of the file.
func (w *writer) dropContent(hash string) {
	w.exec(`DELETE FROM zhenjie_chunk WHERE file IN (SELECT id FROM zhenjie_file WHERE sha256 = ?)`, hash)
	w.exec(`DELETE FROM zhenjie_file WHERE sha256 = ?`, hash)
}
