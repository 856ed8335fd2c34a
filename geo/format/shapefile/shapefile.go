// Package shapefile reads and writes ESRI shapefiles: the .shp with its .shx,
// .dbf, .prj and .cpg beside it, in names of any case, or any number of them in
// a .zip. It follows the ESRI Shapefile Technical Description (July 1998) and
// dBase III.
//
// The records are cut from the .shp, and the rows from the .dbf, one after the
// other; the batches decode them. Nothing is ever unpacked to the disk.
package shapefile

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"path/filepath"
	"strings"

	"zhenjie/geo"
	"zhenjie/geo/feature"
)

const (
	headerSize  = 100
	fileCode    = 9994
	fileVersion = 1000
)

// Sniff reports whether a file that begins with head is the .shp or .shx of a
// shapefile, or a .zip that may hold one.
func Sniff(head []byte, name string) bool {
	if isZip(head) {
		return extension(name) == ".zip" || bytes.Contains(bytes.ToLower(head), []byte(".shp"))
	}
	return isShape(head)
}

func isZip(head []byte) bool {
	return bytes.HasPrefix(head, []byte("PK\x03\x04")) || bytes.HasPrefix(head, []byte("PK\x05\x06"))
}

func isShape(head []byte) bool {
	return len(head) >= 32 && binary.BigEndian.Uint32(head) == fileCode && binary.LittleEndian.Uint32(head[28:]) == fileVersion
}

func extension(name string) string { return strings.ToLower(filepath.Ext(name)) }

// Read cuts a shapefile, or all those of a .zip, into batches of features. The
// file opened may be any of the shapefile's.
func Read(src feature.Source) feature.Batches {
	return func(yield func(feature.Batch, error) bool) {
		r := reader{src: src, yield: yield}
		if err := r.file(); err != nil && !errors.Is(err, errStopped) {
			yield(nil, err)
		}
	}
}

var errStopped = errors.New("the reader's client wants no more")

type reader struct {
	src   feature.Source
	yield func(feature.Batch, error) bool
	count int // features so far
}

func (r *reader) file() error {
	text := bufio.NewReaderSize(r.src.Text, 1<<16)
	head, _ := text.Peek(32)
	if isZip(head) {
		return r.zipped(text)
	}
	set := beside(r.src.Path)
	if ext := extension(r.src.Path); ext == ".shp" || isShape(head) && ext != ".shx" {
		set[".shp"] = &member{
			size: r.src.Size, at: r.src.At,
			open: func() (io.ReadCloser, error) { return io.NopCloser(text), nil },
		}
	}
	return r.layer("", set)
}

// layer reads one shapefile.
func (r *reader) layer(name string, set set) error {
	if set[".shp"] == nil {
		return geo.BadInput(geo.At{}, "shapefile.no_shp")
	}
	l, err := r.openLayer(name, set)
	if err != nil {
		return err
	}
	defer l.close()
	return r.cut(l)
}
