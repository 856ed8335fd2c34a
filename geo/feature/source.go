package feature

import (
	"io"
	"iter"
)

// Source is a file being read.
type Source struct {
	Path string      // for formats that keep their parts in files side by side
	Text io.Reader   // the file from its first byte
	At   io.ReaderAt // the same file at any place; nil when it cannot be had
	Size int64       // bytes in all, 0 when not known
	// CRSGiven says that the reader's client names the coordinate system, so
	// that what the file declares of it does not matter.
	CRSGiven bool
	// Attributes asks for all attributes of the features and not only for what
	// names them.
	Attributes bool
	// Roles say what the columns of a table hold, by layer; a table that is not
	// in it is looked at.
	Roles  map[string]Roles
	Limits Limits
}

// Batch is a run of features cut out of a file and not yet decoded. Ranging
// over it decodes them in file order; any goroutine may do so, once. After an
// error it ends. The features share no memory with the batch.
type Batch iter.Seq2[Feature, error]

// Batches cuts a file into batches, in file order. The cutting is sequential
// and quick, the decoding is left to the batches; after an error it ends.
type Batches iter.Seq2[Batch, error]
