package table

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"strings"

	"zhenjie/geo"
	"zhenjie/geo/feature"
)

// The most that is believed of a workbook.
const (
	mostPacked   = 512 << 20 // bytes of the file, where it cannot be read at any place
	mostUnpacked = 4 << 30   // bytes of all its parts together
	mostStrings  = 256 << 20 // bytes of the texts that its sheets share
	mostSheets   = 1000
)

// book is an open workbook: ECMA-376 part 1, chapter 18. excelize, which writes
// them, needs five times as long to read one as GDAL.
type book struct {
	parts  map[string]*zip.File
	sheets []sheetPart
	texts  []string // that cells share
	left   int64    // bytes that may still be unpacked
}

type sheetPart struct{ name, part string }

func openBook(src feature.Source) (*book, error) {
	at, size := src.At, src.Size
	if at == nil || size <= 0 {
		text, err := io.ReadAll(io.LimitReader(src.Text, mostPacked+1))
		switch {
		case err != nil:
			return nil, geo.BadInput(geo.At{}, "file.unreadable", "error", err.Error())
		case len(text) > mostPacked:
			return nil, geo.BadInput(geo.At{}, "table.xlsx_large", "limit", mostPacked>>20)
		}
		at, size = bytes.NewReader(text), int64(len(text))
	}
	archive, err := zip.NewReader(at, size)
	if err != nil {
		var head [4]byte
		if at.ReadAt(head[:], 0); string(head[:]) == "\xd0\xcf\x11\xe0" {
			return nil, geo.BadInput(geo.At{}, "table.xlsx_protected")
		}
		return nil, broken(err)
	}
	b := &book{parts: map[string]*zip.File{}, left: mostUnpacked}
	for _, f := range archive.File {
		b.parts[strings.ToLower(strings.TrimPrefix(f.Name, "/"))] = f
	}
	if err := b.list(); err != nil {
		return nil, err
	}
	return b, b.share()
}

func broken(err error) error {
	return geo.BadInput(geo.At{}, "table.xlsx_broken", "error", excerpt(err.Error()))
}

var errMissing = errors.New("a part is missing")

// open opens a part, which must not unpack to more than is left.
func (b *book) open(part string) (io.ReadCloser, error) {
	f := b.parts[strings.ToLower(part)]
	if f == nil {
		return nil, broken(errMissing)
	}
	in, err := f.Open()
	if err != nil {
		return nil, broken(err)
	}
	return &budgeted{in, b}, nil
}

// budgeted counts what is unpacked.
type budgeted struct {
	io.ReadCloser
	book *book
}

func (r *budgeted) Read(to []byte) (int, error) {
	n, err := r.ReadCloser.Read(to)
	if r.book.left -= int64(n); r.book.left < 0 {
		return 0, geo.BadInput(geo.At{}, "table.xlsx_large", "limit", mostUnpacked>>20)
	}
	if err != nil && err != io.EOF {
		err = broken(err)
	}
	return n, err
}

// decode reads a small part.
func (b *book) decode(part string, into any) error {
	const most = 8 << 20
	in, err := b.open(part)
	if err != nil {
		return err
	}
	defer in.Close()
	if err := xml.NewDecoder(io.LimitReader(in, most)).Decode(into); err != nil {
		return broken(err)
	}
	return nil
}

// list finds the sheets and their parts.
func (b *book) list() error {
	const folder = "xl"
	var of struct {
		Sheets []struct {
			Name string `xml:"name,attr"`
			ID   string `xml:"id,attr"` // r:id, of whichever namespace
		} `xml:"sheets>sheet"`
	}
	var to struct {
		All []struct {
			ID     string `xml:"Id,attr"`
			Type   string `xml:"Type,attr"`
			Target string `xml:"Target,attr"`
		} `xml:"Relationship"`
	}
	if err := b.decode(folder+"/workbook.xml", &of); err != nil {
		return err
	}
	if err := b.decode(folder+"/_rels/workbook.xml.rels", &to); err != nil {
		return err
	}
	targets := map[string]string{}
	for _, r := range to.All {
		target := r.Target
		if !strings.HasPrefix(target, "/") {
			target = folder + "/" + target
		}
		if strings.HasSuffix(r.Type, "/worksheet") { // and no sheet of a chart
			targets[r.ID] = strings.TrimPrefix(path.Clean(target), "/")
		}
	}
	for _, s := range of.Sheets[:min(len(of.Sheets), mostSheets)] {
		if part := targets[s.ID]; part != "" {
			b.sheets = append(b.sheets, sheetPart{s.Name, part})
		}
	}
	if len(b.sheets) == 0 {
		return broken(errMissing)
	}
	return nil
}

// share reads the texts that cells share, if there are any.
func (b *book) share() error {
	const part = "xl/sharedstrings.xml"
	if b.parts[part] == nil {
		return nil
	}
	in, err := b.open(part)
	if err != nil {
		return err
	}
	defer in.Close()
	x := newScanner(in)
	total := 0
	for {
		name, _, err := x.tag()
		switch {
		case err == io.EOF:
			return nil
		case err != nil:
			return err
		case name == "/si" || name == "si/":
			if total += len(x.value); total > mostStrings {
				return geo.BadInput(geo.At{}, "table.xlsx_large", "limit", mostStrings>>20)
			}
			b.texts = append(b.texts, string(x.value))
			x.value = x.value[:0]
		}
	}
}
