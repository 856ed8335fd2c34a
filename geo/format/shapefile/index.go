package shapefile

import (
	"bufio"
	"encoding/binary"
	"io"

	"zhenjie/geo"
	"zhenjie/geo/feature"
)

const entrySize = 8 // of the .shx: offset and length, in words of 2 bytes

// useIndex looks at the .shx. Mostly it says what reading in turn finds too.
// Where records were rewritten in place the old ones still stand in the file,
// and the index alone tells which count. An index that does not fit the file
// is passed over.
func (l *layer) useIndex(shx *member, in io.Reader, end int64) error {
	entries, err := readIndex(shx)
	if err != nil {
		return err
	}
	stop, follow := entries.follow()
	fits := follow && stop == end
	if !follow && entries.fit(l.shp.size) {
		if fits, err = l.byIndex(entries, in, end); err != nil {
			return err
		}
	}
	switch {
	case !fits:
		l.note("shapefile.note.bad_shx")
	case l.table != nil && l.table.Rows > len(entries):
		l.note("shapefile.note.more_rows", "rows", l.table.Rows, "shapes", len(entries))
	}
	return nil
}

// byIndex has the records read by the index, if they are those it means.
func (l *layer) byIndex(entries entries, in io.Reader, end int64) (fits bool, err error) {
	at := l.shp.at
	if at == nil {
		if l.shp.size > mostInMemory {
			return false, nil
		}
		if at, err = inMemory(in, l.shp.size); err != nil {
			return false, l.shp.fault(broken(geo.At{}, headerSize, err))
		}
		l.records = inTurn(io.NewSectionReader(at, headerSize, l.shp.size-headerSize), end, l.limits)
	}
	if !entries.name(at) {
		return false, nil
	}
	l.records = byIndex(at, entries, l.limits)
	return true, nil
}

// entry is where a record stands and how long its content is, in bytes.
type entry struct{ at, size int64 }

type entries []entry

// readIndex reads a .shx; nil means that it is none, or too long.
func readIndex(m *member) (entries, error) {
	const most = 4 << 20
	in, err := m.open()
	if err != nil {
		return nil, m.fault(err)
	}
	defer in.Close()
	r := bufio.NewReaderSize(in, 1<<16)
	head := make([]byte, headerSize)
	if _, err := io.ReadFull(r, head); err != nil || !isShape(head) {
		return nil, nil
	}
	all := entries{}
	for one := head[:entrySize]; ; {
		if _, err := io.ReadFull(r, one); err == io.EOF {
			return all, nil
		} else if err != nil || len(all) == most {
			return nil, nil
		}
		word := func(b []byte) int64 { return 2 * int64(int32(binary.BigEndian.Uint32(b))) }
		all = append(all, entry{word(one), word(one[4:])})
	}
}

// follow reports whether the records follow each other from the first byte
// behind the header on, and where they stop.
func (e entries) follow() (stop int64, follow bool) {
	stop = headerSize
	for _, one := range e {
		if one.at != stop || one.size < 0 {
			return stop, false
		}
		stop += recordHeader + one.size
	}
	return stop, e != nil
}

// fit reports whether all records can stand in a file of that size, each in a
// place of its own.
func (e entries) fit(size int64) bool {
	left := size - headerSize
	for _, one := range e {
		if one.at < headerSize || one.size < 4 || one.at+recordHeader+one.size > size {
			return false
		}
		if left -= recordHeader + one.size; left < 0 {
			return false
		}
	}
	return len(e) > 0
}

// name reports whether each record bears its number, counted from 1, and its
// length in the file too.
func (e entries) name(file io.ReaderAt) bool {
	head := make([]byte, recordHeader)
	for i, one := range e {
		if _, err := file.ReadAt(head, one.at); err != nil {
			return false
		}
		if int64(binary.BigEndian.Uint32(head)) != int64(i+1) || 2*int64(binary.BigEndian.Uint32(head[4:])) != one.size {
			return false
		}
	}
	return true
}

// byIndex reads the records that the index names, in its order.
func byIndex(file io.ReaderAt, e entries, limits feature.Limits) records {
	return func(block []byte, number int) ([]byte, int64, error) {
		if len(e) == 0 {
			return block, 0, io.EOF
		}
		one := e[0]
		e = e[1:]
		place := geo.At{Feature: number, Byte: one.at}
		if one.size > limits.FeatureBytes {
			return block, one.at, geo.BadInput(place, "shapefile.feature_bytes", "limit", limits.FeatureBytes>>20)
		}
		block, err := grow(io.NewSectionReader(file, one.at+recordHeader, one.size), block, int(one.size))
		if err != nil {
			err = broken(place, recordHeader, err)
		}
		return block, one.at, err
	}
}
