package kml

import (
	"archive/zip"
	"bufio"
	"bytes"
	"errors"
	"io"
	"path"
	"slices"
	"strings"

	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/geo/feature"
)

// What a .kmz may ask of the machine. The text is read as a stream, so that only
// time needs bounds: text shrinks to a tenth and seldom to a thirtieth, while
// deflate can blow up bytes a thousand times.
const (
	mostMembers  = 1 << 16
	mostUnpacked = 4 << 30   // all .kml together
	mostRatio    = 100       // of one, unpacked against packed
	ratioFrom    = 16 << 20  // unpacked; below it no ratio hurts
	mostHeld     = 256 << 20 // a .kmz that can only be read in turn
)

// read reads KML, or all the KML of a KMZ.
func read(src feature.Source, yield func(feature.Batch, error) bool) error {
	text := bufio.NewReaderSize(src.Text, 1<<16)
	head, _ := text.Peek(4)
	c := cutter{src: src, yield: yield}
	if !src.CRSGiven {
		c.notes = append(c.notes, words.Say("kml.note.check_shift"))
	}
	if !isZip(head) {
		return c.file(text)
	}
	members, err := packed(src, text)
	if err != nil {
		return err
	}
	c.packed = true
	c.linked = len(members) > 1 // its network links lead to the others
	for _, m := range members {
		if err := c.member(m); err != nil {
			return err
		}
	}
	return nil
}

func (c *cutter) member(m *zip.File) error {
	in, err := m.Open()
	if err != nil {
		return readFault(err)
	}
	defer in.Close()
	return c.file(in)
}

// packed finds the texts of a KMZ: doc.kml first, then those nearest to the root.
// GDAL gives each layer a text of its own, to which doc.kml has links.
func packed(src feature.Source, text io.Reader) ([]*zip.File, error) {
	at, size := src.At, src.Size
	if at == nil || size == 0 {
		held, err := io.ReadAll(io.LimitReader(text, mostHeld))
		if err != nil {
			return nil, readFault(err)
		}
		at, size = bytes.NewReader(held), int64(len(held))
	}
	archive, err := zip.NewReader(at, size)
	if err != nil {
		return nil, geo.BadInput(geo.At{}, "kml.zip_broken")
	}
	if len(archive.File) > mostMembers {
		return nil, geo.BadInput(geo.At{}, "kml.zip_members", "limit", mostMembers)
	}
	var all []*zip.File
	left := uint64(mostUnpacked)
	for _, f := range archive.File {
		base := path.Base(strings.ReplaceAll(f.Name, `\`, "/"))
		if !strings.EqualFold(path.Ext(base), ".kml") || strings.HasPrefix(base, "._") { // "._" is what macOS adds
			continue
		}
		if err := allowed(f, left); err != nil {
			return nil, err
		}
		left -= f.UncompressedSize64
		all = append(all, f)
	}
	if len(all) == 0 {
		return nil, geo.BadInput(geo.At{}, "kml.zip_without_kml")
	}
	slices.SortStableFunc(all, func(a, b *zip.File) int { return rank(a) - rank(b) })
	return all, nil
}

// rank is 0 for the member that KMZ readers open.
func rank(f *zip.File) int {
	name := strings.ToLower(strings.ReplaceAll(f.Name, `\`, "/"))
	n := 2 * strings.Count(name, "/")
	if path.Base(name) != "doc.kml" {
		n++
	}
	return n
}

func allowed(f *zip.File, left uint64) error {
	const encrypted = 1
	switch {
	case f.Flags&encrypted != 0:
		return geo.BadInput(geo.At{}, "kml.zip_encrypted")
	case f.Method != zip.Store && f.Method != zip.Deflate:
		return geo.BadInput(geo.At{}, "kml.zip_method", "method", f.Method)
	case f.UncompressedSize64 > left, f.UncompressedSize64 > ratioFrom && f.UncompressedSize64/mostRatio > f.CompressedSize64:
		return geo.BadInput(geo.At{}, "kml.zip_bomb", "limit", mostUnpacked>>30, "ratio", mostRatio)
	}
	return nil
}

// readFault turns an error of reading into a sentence.
func readFault(err error) error {
	var bad *geo.InputError
	switch {
	case errors.As(err, &bad):
		return err
	case errors.Is(err, zip.ErrFormat), errors.Is(err, zip.ErrChecksum), errors.Is(err, zip.ErrAlgorithm), errors.Is(err, io.ErrUnexpectedEOF):
		return geo.BadInput(geo.At{}, "kml.zip_broken")
	}
	return geo.BadInput(geo.At{}, "file.unreadable", "error", err.Error())
}
