package storage

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"errors"
	"hash"
	"io"

	"zhenjie/geo"
)

// Contents of attached files are kept once each, under their SHA-256, in pieces:
// memory stays bounded however large a file is, and between two pieces the plan
// can be worked on. A piece without its row in zhenjie_file is one of a file that
// did not come to its end.
const attachSchema = `
CREATE TABLE zhenjie_file (
  id INTEGER PRIMARY KEY NOT NULL,
  sha256 TEXT NOT NULL UNIQUE,
  size INTEGER NOT NULL
);
CREATE TABLE zhenjie_chunk (
  id INTEGER PRIMARY KEY NOT NULL,
  file INTEGER NOT NULL,
  n INTEGER NOT NULL,
  data BLOB NOT NULL,
  UNIQUE (file, n)
);
`

// attachTables hold the contents of attached files, since version 3.
var attachTables = []string{"zhenjie_file", "zhenjie_chunk"}

const chunkBytes = 1 << 20

// makeAttachTables adds the tables of attached files.
func (w *writer) makeAttachTables() {
	w.exec(attachSchema)
	for _, t := range attachTables {
		w.exec(insertAttributes, t, t)
	}
}

// Keep stores the content of a file and returns its SHA-256, in hexadecimal
// digits, and its size in bytes. When it returns, the content is on the disk;
// after an error, or when ctx is done, nothing of it is kept; an error of r is
// returned as it is. The content belongs
// to nobody until a step of the history refers to it: the next Open drops what no
// step does.
//
// Keep and Content may run beside the other methods, on goroutines of their own.
// progress, which may be nil, is told the bytes done.
func (f *File) Keep(ctx context.Context, r io.Reader, progress func(done int64)) (hash string, size int64, err error) {
	k := &keeping{db: f.db, sum: sha256.New()}
	if err = k.chunks(ctx, r, progress); err == nil {
		err = k.finish()
	}
	if err != nil {
		k.drop()
		if k.outer != nil {
			return "", 0, k.outer
		}
		return "", 0, explain(err, f.path)
	}
	return k.hash(), k.size, nil
}

// keeping is a content on its way into the file.
type keeping struct {
	db   *sql.DB
	id   int64
	n    int
	size int64
	sum  hash.Hash

	outer error // of the source, or of the context: not of the project file
}

func (k *keeping) hash() string { return hex.EncodeToString(k.sum.Sum(nil)) }

// chunks writes the pieces, of which an empty content has one.
func (k *keeping) chunks(ctx context.Context, r io.Reader, progress func(int64)) error {
	buffer := make([]byte, chunkBytes)
	for {
		n, err := io.ReadFull(r, buffer)
		ended := errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF)
		if err == nil || ended {
			k.outer = ctx.Err()
		} else {
			k.outer = err
		}
		if k.outer != nil {
			return k.outer
		}
		if n > 0 || k.n == 0 {
			if err := k.chunk(buffer[:n]); err != nil {
				return err
			}
		}
		if progress != nil {
			progress(k.size)
		}
		if ended {
			return nil
		}
	}
}

// chunk writes one piece in a transaction of its own; the first takes a number
// for the file that nobody has.
func (k *keeping) chunk(data []byte) error {
	err := transact(k.db, func(w *writer) {
		if k.n == 0 {
			w.err = w.tx.QueryRow(`SELECT coalesce(max(file), 0) + 1 FROM zhenjie_chunk`).Scan(&k.id)
		}
		w.exec(`INSERT INTO zhenjie_chunk (file, n, data) VALUES (?,?,?)`, k.id, k.n, data)
	})
	k.sum.Write(data)
	k.size += int64(len(data))
	k.n++
	return err
}

// finish makes the pieces a content; where it is kept already the pieces go,
// unless what is kept is damaged, which then goes itself.
func (k *keeping) finish() error {
	old, err := openContent(k.db, k.hash())
	if err == nil {
		_, err = io.Copy(io.Discard, old)
	}
	return transact(k.db, func(w *writer) {
		if err == nil {
			w.exec(`DELETE FROM zhenjie_chunk WHERE file = ?`, k.id)
			return
		}
		w.dropContent(k.hash())
		w.exec(`INSERT INTO zhenjie_file (id, sha256, size) VALUES (?,?,?)`, k.id, k.hash(), k.size)
	})
}

// drop takes the pieces away; those it cannot, the next Open does.
func (k *keeping) drop() {
	if k.n > 0 {
		_ = transact(k.db, func(w *writer) { w.exec(`DELETE FROM zhenjie_chunk WHERE file = ?`, k.id) })
	}
}

// Content reads a content kept in the file. The reader compares what it has read
// with the hash and ends with attachment.damaged where they differ, so that what
// came before must not be used until it has said io.EOF. It fails with
// attachment.no_content where nothing of this hash is kept.
func (f *File) Content(hash string) (io.Reader, error) {
	c, err := openContent(f.db, hash)
	if err != nil {
		return nil, explain(err, f.path)
	}
	c.path = f.path
	return c, nil
}

// pieces reads a content.
type pieces struct {
	db   *sql.DB
	path string
	want string
	id   int64
	left int64 // bytes
	n    int   // the next piece
	rest []byte
	sum  hash.Hash
	err  error
}

func openContent(db *sql.DB, hash string) (*pieces, error) {
	c := &pieces{db: db, want: hash, sum: sha256.New()}
	err := db.QueryRow(`SELECT id, size FROM zhenjie_file WHERE sha256 = ?`, hash).Scan(&c.id, &c.left)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, geo.BadInput(geo.At{}, "attachment.no_content")
	}
	return c, misread(err)
}

// Read is for io.Reader.
func (c *pieces) Read(b []byte) (int, error) {
	if len(b) == 0 {
		return 0, nil
	}
	for len(c.rest) == 0 {
		if c.err == nil {
			if c.err = c.next(); c.err != io.EOF {
				c.err = explain(c.err, c.path)
			}
		}
		if c.err != nil {
			return 0, c.err
		}
	}
	n := copy(b, c.rest)
	c.rest = c.rest[n:]
	return n, nil
}

// next fetches a piece; behind the last one it says io.EOF if the hash is right.
func (c *pieces) next() error {
	if c.left == 0 && c.n > 0 {
		if hex.EncodeToString(c.sum.Sum(nil)) != c.want {
			return geo.BadInput(geo.At{}, "attachment.damaged")
		}
		return io.EOF
	}
	var length int64
	err := c.db.QueryRow(`SELECT length(data), CASE WHEN length(data) <= ? THEN data END FROM zhenjie_chunk WHERE file = ? AND n = ?`,
		chunkBytes, c.id, c.n).Scan(&length, &c.rest)
	if errors.Is(err, sql.ErrNoRows) || err == nil && (length != int64(len(c.rest)) || length > c.left) {
		return geo.BadInput(geo.At{}, "attachment.damaged")
	}
	if err != nil {
		return misread(err)
	}
	c.n++
	c.left -= length
	c.sum.Write(c.rest)
	return nil
}

// Kept lists the contents in the file by their hashes, with their sizes in bytes.
func (f *File) Kept() (map[string]int64, error) {
	kept := map[string]int64{}
	rows, err := f.db.Query(`SELECT sha256, size FROM zhenjie_file`)
	if err != nil {
		return nil, explain(err, f.path)
	}
	defer rows.Close()
	for rows.Next() {
		var hash string
		var size int64
		if err := rows.Scan(&hash, &size); err != nil {
			return nil, explain(misread(err), f.path)
		}
		kept[hash] = size
	}
	return kept, explain(rows.Err(), f.path)
}
