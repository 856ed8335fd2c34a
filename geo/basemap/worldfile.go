package basemap

import (
	"bytes"
	"io"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"zhenjie/geo"
)

// WorldFile places a picture: the middle of the pixel in column c and row r,
// counted from 0 at the upper left, lies at
//
//	x = A·c + B·r + C
//	y = D·c + E·r + F
//
// in degrees or metres. The file has the six numbers in the order A D B E C F,
// one a line (Esri, World files for raster datasets).
type WorldFile struct{ A, D, B, E, C, F float64 }

// maxWorldFile is the size of a world file in bytes that is still read.
const maxWorldFile = 4096

// ParseWorldFile reads a world file's content. Other than six numbers, numbers
// that are none, and an image squeezed into a line are InputErrors.
func ParseWorldFile(data []byte) (WorldFile, error) {
	if len(data) > maxWorldFile {
		return WorldFile{}, geo.BadInput(geo.At{}, "layers.world_size", "limit", maxWorldFile)
	}
	fields := bytes.Fields(bytes.TrimPrefix(data, []byte("\ufeff")))
	if len(fields) != 6 {
		return WorldFile{}, geo.BadInput(geo.At{}, "layers.world_count", "n", len(fields))
	}
	var v [6]float64
	for i, field := range fields {
		x, err := strconv.ParseFloat(string(field), 64)
		if err != nil || math.Abs(x) > 1e12 || math.IsNaN(x) {
			return WorldFile{}, geo.BadInput(geo.At{Line: i + 1}, "layers.world_number", "got", clipped(string(field)))
		}
		v[i] = x
	}
	w := WorldFile{v[0], v[1], v[2], v[3], v[4], v[5]}
	if d := w.determinant(); !(math.Abs(d) > 1e-24) {
		return WorldFile{}, geo.BadInput(geo.At{}, "layers.world_flat")
	}
	return w, nil
}

// clipped shortens what a file says to what fits into a sentence.
func clipped(s string) string {
	s = strings.ToValidUTF8(s, "�")
	if r := []rune(s); len(r) > 24 {
		return string(r[:24]) + "…"
	}
	return s
}

func (w WorldFile) determinant() float64 { return w.A*w.E - w.B*w.D }

// Place returns where a point of the picture lies; x and y are in pixels from
// its upper left corner.
func (w WorldFile) Place(x, y float64) geo.Point {
	c, r := x-0.5, y-0.5
	return geo.Point{w.A*c + w.B*r + w.C, w.D*c + w.E*r + w.F}
}

// Pixel is the inverse of Place.
func (w WorldFile) Pixel(p geo.Point) (x, y float64) {
	dx, dy, det := p[0]-w.C, p[1]-w.F, w.determinant()
	return (w.E*dx-w.B*dy)/det + 0.5, (w.A*dy-w.D*dx)/det + 0.5
}

// Bound returns the box of a picture of some size in the world file's numbers.
func (w WorldFile) Bound(width, height int) geo.Bound {
	x, y := float64(width), float64(height)
	b := geo.Bound{Min: w.Place(0, 0), Max: w.Place(0, 0)}
	for _, p := range []geo.Point{w.Place(x, 0), w.Place(0, y), w.Place(x, y)} {
		b = b.Extend(p)
	}
	return b
}

// FindWorldFile returns the world file beside a picture, "" if there is none:
// the picture's name with the ending of the first and last letter of its own
// and a w (.pgw, .jgw), its whole ending and a w (.pngw), or .wld.
func FindWorldFile(picture string) string {
	ext := filepath.Ext(picture)
	if len(ext) < 3 {
		return ""
	}
	base := strings.TrimSuffix(filepath.Base(picture), ext)
	entries, err := os.ReadDir(filepath.Dir(picture))
	if err != nil {
		return ""
	}
	for _, ending := range []string{ext[:2] + ext[len(ext)-1:] + "w", ext + "w", ".wld"} {
		for _, e := range entries {
			if !e.IsDir() && strings.EqualFold(e.Name(), base+ending) {
				return filepath.Join(filepath.Dir(picture), e.Name())
			}
		}
	}
	return ""
}

// readWorldFile reads the world file of a picture.
func readWorldFile(picture string) (WorldFile, error) {
	path := FindWorldFile(picture)
	if path == "" {
		return WorldFile{}, geo.InFile(geo.BadInput(geo.At{}, "layers.no_world"), picture)
	}
	f, err := os.Open(path)
	if err != nil {
		return WorldFile{}, geo.InFile(geo.FileFault(err), path)
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, maxWorldFile+1))
	if err != nil {
		return WorldFile{}, geo.InFile(geo.FileFault(err), path)
	}
	w, err := ParseWorldFile(data)
	return w, geo.InFile(err, path)
}
