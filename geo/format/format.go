// Package format is the list of the file formats that are read and written.
// Adding one is a package below this one and a line in All.
package format

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/geo/feature"
	"zhenjie/geo/format/dxf"
	"zhenjie/geo/format/geojson"
	"zhenjie/geo/format/gpkg"
	"zhenjie/geo/format/kml"
	"zhenjie/geo/format/parcels"
	"zhenjie/geo/format/shapefile"
	"zhenjie/geo/format/table"
	"zhenjie/geo/format/wkt"
)

// Format is one file format.
type Format struct {
	Name string
	Ext  string // file name extensions, the usual one first, with spaces between

	// Sniff judges by the first bytes of a file; name is its base name.
	Sniff func(head []byte, name string) bool
	Read  func(feature.Source) feature.Batches
	// LonLat says that the format has no other coordinates than degrees, longitude
	// first.
	LonLat bool
	// Write is nil for a format that is only read.
	Write func(io.Writer, []feature.Feature) error
	// WriteFiles is set for a format that may keep its parts in files side by
	// side; it writes all of them, by the name of the first, or none.
	WriteFiles func(path string, features []feature.Feature) error
	// Losses says what of features the format will not keep as it is; nil where
	// there is nothing to say.
	Losses func([]feature.Feature) []words.Text
}

// Writes reports whether the format is written and not only read.
func (f Format) Writes() bool { return f.Write != nil || f.WriteFiles != nil }

// WriteFile writes features to a file of the format, all of it or nothing. The
// errors are InputErrors; those of the disk name the file.
func (f Format) WriteFile(path string, features []feature.Feature) error {
	if f.WriteFiles != nil {
		return f.WriteFiles(path, features)
	}
	return geo.WriteWith(path, func(w io.Writer) error { return f.Write(w, features) })
}

// All lists the formats, the more particular before the more general.
var All = []Format{
	{Name: "GeoJSON", Ext: ".geojson .json .geojsonl .geojsons .ndjson", LonLat: true, Sniff: geojson.Sniff, Read: geojson.Read, Write: geojson.Write, Losses: geojson.Losses},
	{Name: "KML", Ext: ".kml .kmz", LonLat: true, Sniff: kml.Sniff, Read: kml.Read, Write: kml.Write, WriteFiles: kml.WriteFiles},
	{Name: "Shapefile", Ext: ".shp .zip .shx .dbf", Sniff: shapefile.Sniff, Read: shapefile.Read, Write: shapefile.Write, WriteFiles: shapefile.WriteFiles, Losses: shapefile.Losses},
	{Name: "DXF", Ext: ".dxf", Sniff: dxf.Sniff, Read: dxf.Read, Write: dxf.Write, Losses: dxf.Losses},
	{Name: "GeoPackage", Ext: ".gpkg", Sniff: gpkg.Sniff, Read: gpkg.Read, Write: gpkg.Write},
	{Name: "WKT", Ext: ".wkt", Sniff: wkt.Sniff, Read: wkt.Read, Write: wkt.Write, Losses: wkt.Losses},
	{Name: "界址点 TXT", Ext: ".txt", Sniff: parcels.Sniff, Read: parcels.Read, Write: parcels.Write, Losses: parcels.Losses},
	{Name: "CSV", Ext: ".csv .tsv .tab", Sniff: table.Sniff, Read: table.Read, Write: table.Write, Losses: table.Losses},
	{Name: "XLSX", Ext: ".xlsx .xlsm", Sniff: table.SniffXLSX, Read: table.ReadXLSX, Write: table.WriteXLSX, Losses: table.LossesXLSX},
}

// headSize is how much of a file's beginning formats are told apart by.
const headSize = 4096

// File is an open file of a known format.
type File struct {
	Input
	Format Format
	Path   string
	Size   int64
}

// Input is what a file is read through.
type Input interface {
	io.Reader
	io.ReaderAt
	io.Closer
}

// OfBytes is a file whose content is in memory; name stands for its path. The
// errors are InputErrors and name the file.
func OfBytes(name string, content []byte) (*File, error) {
	format, err := detect(content[:min(len(content), headSize)], filepath.Base(name))
	if err != nil {
		return nil, geo.InFile(err, name)
	}
	return &File{Input: inMemory{bytes.NewReader(content)}, Format: format, Path: name, Size: int64(len(content))}, nil
}

type inMemory struct{ *bytes.Reader }

func (inMemory) Close() error { return nil }

// Open opens a file and finds out its format: by its content, or else by the
// extension of its name, so that a damaged file is told what is wrong with it.
// The errors are InputErrors and name the file.
func Open(path string) (*File, error) {
	f, err := open(path)
	if err != nil {
		return nil, geo.InFile(err, path)
	}
	return f, nil
}

func open(path string) (file *File, err error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, geo.FileFault(err)
	}
	defer func() {
		if err != nil {
			f.Close()
		}
	}()
	info, err := f.Stat()
	switch {
	case err != nil:
		return nil, geo.FileFault(err)
	case info.IsDir():
		return nil, geo.BadInput(geo.At{}, "file.directory")
	}
	head := make([]byte, headSize)
	n, err := f.ReadAt(head, 0)
	switch {
	case err != nil && err != io.EOF:
		return nil, geo.FileFault(err)
	case n == 0:
		return nil, geo.BadInput(geo.At{}, "file.empty")
	}
	format, err := detect(head[:n], filepath.Base(path))
	if err != nil {
		return nil, err
	}
	return &File{Input: f, Format: format, Path: path, Size: info.Size()}, nil
}

// Detect finds out the format of the file at path.
func Detect(path string) (Format, error) {
	f, err := Open(path)
	if err != nil {
		return Format{}, err
	}
	return f.Format, f.Close()
}

func detect(head []byte, name string) (Format, error) {
	for _, f := range All {
		if f.Sniff(head, name) {
			return f, nil
		}
	}
	if f, ok := ByExt(name); ok {
		return f, nil
	}
	return Format{}, geo.BadInput(geo.At{}, "format.unknown", "formats", names())
}

// ByExt finds a format by the extension of a file's name.
func ByExt(name string) (Format, bool) {
	ext := strings.ToLower(filepath.Ext(name))
	for _, f := range All {
		if ext != "" && slices.Contains(strings.Fields(f.Ext), ext) {
			return f, true
		}
	}
	return Format{}, false
}

// names lists what can be read, for a sentence.
func names() string {
	var all []string
	for _, f := range All {
		all = append(all, f.Name+" ("+f.Ext+")")
	}
	return strings.Join(all, ", ")
}
