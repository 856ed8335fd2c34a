package shapefile

import (
	"io"

	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/geo/feature"
	"zhenjie/geo/format/shapefile/internal/dbf"
)

// blockSize is how much of the .shp makes a batch: large beside the cost of
// handing a batch over, small beside the memory allowed.
const blockSize = 256 << 10

// span is a record's content within a block.
type span struct {
	at       int64 // of the record in the file
	from, to int
}

// batch is a run of records and their rows.
type batch struct {
	layer  *layer
	block  []byte
	rows   []byte
	spans  []span
	first  int // number of the first feature, from 0
	notes  []words.Text
	limits feature.Limits
}

// cut reads a layer's records into batches. Those before a fault come first.
func (r *reader) cut(l *layer) error {
	b := &batch{}
	row := 0
	for {
		if b.spans == nil || len(b.block) >= blockSize {
			if err := r.hand(b); err != nil {
				return err
			}
			b = &batch{layer: l, first: r.count, limits: r.src.Limits, block: make([]byte, 0, blockSize+blockSize/8)}
			b.notes, l.notes = l.notes, nil
		}
		err := b.add(r.count+1, row)
		if err != nil {
			if stopped := r.hand(b); stopped != nil {
				return stopped
			}
			if err == io.EOF {
				return l.shp.fault(l.finish())
			}
			return err
		}
		r.count++
		row++
	}
}

func (r *reader) hand(b *batch) error {
	if len(b.spans) > 0 && !r.yield(b.decode, nil) {
		return errStopped
	}
	return nil
}

// add reads one record and its row into the batch.
func (b *batch) add(number, row int) error {
	l, from := b.layer, len(b.block)
	block, at, err := l.records(b.block, number)
	b.block = block
	if err == io.EOF {
		return err
	}
	if err != nil {
		return l.shp.fault(err)
	}
	if l.table != nil && row < l.table.Rows {
		size := l.table.RowBytes
		n := len(b.rows)
		b.rows = append(b.rows, make([]byte, size)...)
		if err := l.table.Row(l.rows, b.rows[n:], row); err != nil {
			return l.table.member.fault(err)
		}
	}
	b.spans = append(b.spans, span{at, from, len(b.block)})
	return nil
}

// row is the row of the i-th record, nil where the table has none.
func (b *batch) row(i int) []byte {
	if b.layer.table == nil {
		return nil
	}
	size := b.layer.table.RowBytes
	if (i+1)*size > len(b.rows) {
		return nil
	}
	return b.rows[i*size : (i+1)*size]
}

func (b *batch) decode(yield func(feature.Feature, error) bool) {
	for i, s := range b.spans {
		row := b.row(i)
		if row != nil && dbf.Deleted(row) {
			continue
		}
		f, err := b.feature(i, s, row)
		if err != nil {
			err = b.layer.shp.fault(err)
		}
		if !yield(f, err) || err != nil {
			return
		}
	}
}

func (b *batch) feature(i int, s span, row []byte) (feature.Feature, error) {
	d := decoder{
		b: b.block[s.from:s.to], place: geo.At{Feature: b.first + i + 1, Byte: s.at + recordHeader}, limits: &b.limits,
	}
	if err := d.decode(); err != nil {
		return feature.Feature{}, err
	}
	f := feature.Feature{
		Index: b.first + i, Byte: s.at, Kind: d.kind, CRS: b.layer.crs, Layer: b.layer.name, Shape: d.shape,
	}
	f.Notes, b.notes = b.notes, nil
	f.Notes = append(f.Notes, d.notes...)
	t := b.layer.table
	switch {
	case t == nil:
	case row == nil:
		f.Notes = append(f.Notes, words.Say("shapefile.note.no_row"))
	default:
		if t.describe(&f, row) {
			f.Notes = append(f.Notes, words.Say("shapefile.note.damaged_text"))
		}
		if t.passed && t.wanted {
			f.Notes = append(f.Notes, words.Say("shapefile.note.fields_passed"))
		}
	}
	return f, nil
}
