package shapefile

import (
	"archive/zip"
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"unicode"

	"zhenjie/geo"
	"zhenjie/geo/feature"
	"zhenjie/geo/format/shapefile/internal/dbf"
)

// Write writes features as a .zip with a shapefile for each of their layers.
//
// Outer rings run clockwise, holes the other way, every ring is closed;
// coordinates keep every bit. Texts are in UTF-8, cut to 254 bytes, names of
// fields to 10, between two characters; numbers keep their digits. Feature.CRS,
// in WKT or a name that crs.Lookup knows, becomes the .prj.
func Write(w io.Writer, features []feature.Feature) error {
	layers, names := byLayer(features)
	if len(layers) == 0 {
		layers, names = [][]feature.Feature{nil}, []string{layerName("", map[string]bool{})}
	}
	sheets := make([]*sheet, len(layers))
	for i, layer := range layers {
		var err error
		if sheets[i], err = newSheet(layer, false); err != nil {
			return err
		}
	}
	archive := zip.NewWriter(w)
	for i, s := range sheets {
		for _, p := range s.parts() {
			member, err := archive.Create(names[i] + p.ext)
			if err != nil {
				return err
			}
			if err := p.write(member); err != nil {
				return err
			}
		}
	}
	return archive.Close()
}

// WriteFiles writes features to path: a .zip as Write does, anything else as
// the files of one shapefile side by side. Then more layers than one become
// values of the attribute "layer". All files are written or none; those of an
// older shapefile of that name are replaced, its search indexes removed.
func WriteFiles(path string, features []feature.Feature) error {
	if extension(path) == ".zip" {
		return geo.WriteWith(path, func(w io.Writer) error { return Write(w, features) })
	}
	layers, _ := byLayer(features)
	s, err := newSheet(features, len(layers) > 1)
	if err != nil {
		return err
	}
	return writeBeside(strings.TrimSuffix(path, filepath.Ext(path)), s.parts())
}

// byLayer sorts features by their layers, in the order these are met, and finds
// a file name for each.
func byLayer(features []feature.Feature) (layers [][]feature.Feature, names []string) {
	at := map[string]int{}
	used := map[string]bool{}
	for _, f := range features {
		i, ok := at[f.Layer]
		if !ok {
			i = len(layers)
			at[f.Layer] = i
			layers = append(layers, nil)
			names = append(names, layerName(f.Layer, used))
		}
		layers[i] = append(layers[i], f)
	}
	return layers, names
}

// layerName makes a file name that every system takes, unlike all others.
func layerName(layer string, used map[string]bool) string {
	const most = 100
	name := strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || strings.ContainsRune(`/\:*?"<>|`, r) {
			return '_'
		}
		return r
	}, strings.ToValidUTF8(layer, "_"))
	if name = strings.Trim(dbf.Cut(name, most), " ."); name == "" {
		name = "boundary"
	}
	one := name
	for n := 2; used[strings.ToLower(one)]; n++ {
		one = fmt.Sprint(name, "_", n)
	}
	used[strings.ToLower(one)] = true
	return one
}
