package shapefile

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"math"
	"slices"

	"zhenjie/geo"
	"zhenjie/geo/feature"
)

const recordHeader = 8

// records gives the content of one record after the other: it is put behind
// what is in block. at is the record's place in the file; io.EOF ends it.
type records func(block []byte, number int) (grown []byte, at int64, err error)

// openRecords reads the header of the .shp, and decides by its index whether
// the records are read in turn.
func (l *layer) openRecords(shx *member) error {
	in, err := l.shp.opened()
	if err != nil {
		return err
	}
	l.closers = append(l.closers, in)
	head := make([]byte, headerSize)
	if n, err := io.ReadFull(in, head); err == io.EOF || err == io.ErrUnexpectedEOF {
		return l.shp.fault(geo.BadInput(geo.At{Byte: int64(n)}, "shapefile.truncated"))
	} else if err != nil {
		return l.shp.fault(err)
	}
	if !isShape(head) {
		return l.shp.fault(geo.BadInput(geo.At{}, "shapefile.not_shp"))
	}
	end := l.end(2 * int64(int32(binary.BigEndian.Uint32(head[24:]))))
	l.records = inTurn(in, end, l.limits)
	if shx == nil {
		return nil
	}
	return l.useIndex(shx, in, end)
}

// end is where the records end: where the header says, unless it was never
// filled in.
func (l *layer) end(declared int64) int64 {
	size := l.shp.size
	switch {
	case declared <= headerSize && size > headerSize:
		l.note("shapefile.note.length_unset")
		return size
	case declared < headerSize:
		return math.MaxInt64 // where the bytes end
	case size > declared:
		l.note("shapefile.note.bytes_behind", "n", size-declared)
	}
	return declared
}

// inTurn reads the records as they follow each other in the file.
func inTurn(in io.Reader, end int64, limits feature.Limits) records {
	pos := int64(headerSize)
	head := make([]byte, recordHeader)
	return func(block []byte, number int) ([]byte, int64, error) {
		at := pos
		if at >= end {
			return block, at, io.EOF
		}
		place := geo.At{Feature: number, Byte: at}
		switch n, err := io.ReadFull(in, head); {
		case err == io.EOF && end == math.MaxInt64:
			return block, at, io.EOF
		case err != nil:
			return block, at, broken(place, n, err)
		}
		size, err := length(head, end-at-recordHeader, place, limits)
		if err != nil {
			return block, at, err
		}
		block, err = grow(in, block, int(size))
		if err != nil {
			return block, at, broken(place, recordHeader, err)
		}
		pos = at + recordHeader + size
		return block, at, nil
	}
}

func broken(place geo.At, read int, err error) error {
	place.Byte += int64(read)
	var bad *geo.InputError
	switch {
	case errors.As(err, &bad):
		return err
	case err == io.EOF || err == io.ErrUnexpectedEOF:
		return geo.BadInput(place, "shapefile.truncated")
	}
	return geo.BadInput(place, "file.unreadable", "error", err.Error())
}

// length is the size of a record's content as its header gives it, believed as
// far as the file goes.
func length(head []byte, left int64, place geo.At, limits feature.Limits) (int64, error) {
	size := 2 * int64(int32(binary.BigEndian.Uint32(head[4:])))
	switch {
	case size < 4 || size > left:
		return 0, geo.BadInput(place, "shapefile.record_length", "bytes", size)
	case size > limits.FeatureBytes:
		return 0, geo.BadInput(place, "shapefile.feature_bytes", "limit", limits.FeatureBytes>>20)
	}
	return size, nil
}

// grow reads n bytes behind what is in buf. It takes no more room than twice
// what there is to read, whatever n says.
func grow(in io.Reader, buf []byte, n int) ([]byte, error) {
	for n > 0 {
		step := min(n, 1<<20)
		buf = slices.Grow(buf, step)
		got, err := io.ReadFull(in, buf[len(buf):len(buf)+step])
		buf = buf[:len(buf)+got]
		if err != nil {
			return buf, err
		}
		n -= step
	}
	return buf, nil
}

// mostInMemory is the size up to which a .shp is held in memory where its
// records cannot be read in turn and nothing else is to be had.
const mostInMemory = 256 << 20

// inMemory reads all of a file whose header is read already.
func inMemory(in io.Reader, size int64) (io.ReaderAt, error) {
	all, err := grow(in, make([]byte, headerSize), int(size-headerSize))
	return bytes.NewReader(all), err
}
