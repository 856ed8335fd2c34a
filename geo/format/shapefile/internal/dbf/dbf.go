// Package dbf reads and writes dBase III tables, as shapefiles have them: a
// header, the fields, and rows of one length.
package dbf

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io"

	"zhenjie/geo"
)

const (
	prefixSize  = 32 // of the header, before the fields
	fieldSize   = 32
	nameSize    = 11 // with the zero at its end
	fieldsEnd   = 0x0d
	rowPresent  = ' '
	rowDeleted  = '*'
	fileVersion = 3
)

// Table is what the header says of a table.
type Table struct {
	Rows     int
	RowBytes int // of one row, the mark of deletion included
	Language byte
	Fields   []Field
}

// Field is a column.
type Field struct {
	Name            []byte // in the table's encoding
	Type            byte
	Width, Decimals int
	from            int // place in a row
}

// ReadHeader reads a table's header and leaves r at the first row. The number
// of rows is only what the header says; it takes no room.
func ReadHeader(r io.Reader) (Table, error) {
	head := make([]byte, prefixSize)
	if err := full(r, head, 0); err != nil {
		return Table{}, err
	}
	size := int(binary.LittleEndian.Uint16(head[8:]))
	t := Table{
		Rows: int(binary.LittleEndian.Uint32(head[4:])), RowBytes: int(binary.LittleEndian.Uint16(head[10:])), Language: head[29],
	}
	if size <= prefixSize || t.RowBytes == 0 {
		return t, geo.BadInput(geo.At{Byte: 8}, "shapefile.dbf_header")
	}
	rest := make([]byte, size-prefixSize)
	if err := full(r, rest, prefixSize); err != nil {
		return t, err
	}
	from := 1
	for at := prefixSize; len(rest) >= fieldSize && rest[0] != fieldsEnd; at += fieldSize {
		name, _, _ := bytes.Cut(rest[:nameSize], []byte{0})
		f := Field{Name: bytes.TrimSpace(name), Type: rest[11], Width: int(rest[16]), Decimals: int(rest[17]), from: from}
		if from += f.Width; from > t.RowBytes {
			return t, geo.BadInput(geo.At{Byte: int64(at)}, "shapefile.dbf_fields", "row", t.RowBytes)
		}
		t.Fields = append(t.Fields, f)
		rest = rest[fieldSize:]
	}
	return t, nil
}

func full(r io.Reader, into []byte, at int64) error {
	switch n, err := io.ReadFull(r, into); err {
	case nil:
		return nil
	case io.EOF, io.ErrUnexpectedEOF:
		return geo.BadInput(geo.At{Byte: at + int64(n)}, "shapefile.dbf_truncated")
	default:
		var bad *geo.InputError
		if errors.As(err, &bad) {
			return err
		}
		return geo.BadInput(geo.At{Byte: at + int64(n)}, "file.unreadable", "error", err.Error())
	}
}

// Row reads the next row into a buffer of RowBytes.
func (t Table) Row(r io.Reader, into []byte, number int) error {
	return full(r, into, int64(prefixSize+fieldSize*len(t.Fields)+1)+int64(number)*int64(t.RowBytes))
}

// Deleted reports whether a row is marked as deleted.
func Deleted(row []byte) bool { return row[0] == rowDeleted }

// Raw is a field's bytes in a row.
func (f Field) Raw(row []byte) []byte { return row[f.from : f.from+f.Width] }
