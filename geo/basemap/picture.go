package basemap

import (
	"context"
	"image"
	"io"
	"math"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/image/draw"

	"zhenjie/geo"
	"zhenjie/geo/crs"
)

// The limits of a picture: 80 million pixels take 430 MB, the smaller copies
// that serve far views included.
const (
	maxPictureBytes  = 512 << 20
	maxPicturePixels = 80_000_000
	maxPictureSide   = 60_000
)

// Picture is a base map of one PNG or JPEG with a world file.
type Picture struct {
	levels []*image.RGBA // each half as wide and high as the one before
	world  WorldFile
	system crs.System
	bound  geo.Bound
}

// IsPicture reports whether a file is named like a picture that can be one.
func IsPicture(path string) bool {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".png", ".jpg", ".jpeg":
		return true
	}
	return false
}

// PictureFile is what there is to know about a picture before it is decoded.
type PictureFile struct {
	Path          string
	Width, Height int
	World         WorldFile
}

// LookAt reads a picture's head and its world file. What is missing, is no
// picture or too large is an InputError that names the file.
func LookAt(path string) (PictureFile, error) {
	p := PictureFile{Path: path}
	size, err := Size(path)
	if err != nil {
		return p, geo.InFile(err, path)
	}
	if size > maxPictureBytes {
		return p, geo.InFile(geo.BadInput(geo.At{}, "layers.picture_bytes", "limit", maxPictureBytes>>20), path)
	}
	if p.World, err = readWorldFile(path); err != nil {
		return p, err
	}
	f, err := os.Open(path)
	if err != nil {
		return p, geo.InFile(geo.FileFault(err), path)
	}
	defer f.Close()
	config, format, err := image.DecodeConfig(f)
	if err != nil || format != "png" && format != "jpeg" {
		return p, geo.InFile(geo.BadInput(geo.At{}, "layers.picture_unreadable"), path)
	}
	p.Width, p.Height = config.Width, config.Height
	if p.Width < 1 || p.Height < 1 || max(p.Width, p.Height) > maxPictureSide || p.Width*p.Height > maxPicturePixels {
		return p, geo.InFile(geo.BadInput(geo.At{}, "layers.picture_size",
			"width", p.Width, "height", p.Height, "limit", maxPicturePixels/10_000), path)
	}
	return p, nil
}

// Bound returns the picture's box in the numbers of its world file.
func (p PictureFile) Bound() geo.Bound { return p.World.Bound(p.Width, p.Height) }

// Open decodes the picture, whose world file counts in a system.
func (p PictureFile) Open(ctx context.Context, system crs.System) (*Picture, error) {
	if err := system.Usable(); err != nil {
		return nil, geo.InFile(err, p.Path)
	}
	out := &Picture{world: p.World, system: system}
	var ok bool
	if out.bound, ok = out.degrees(p.Width, p.Height); !ok {
		return nil, geo.InFile(geo.BadInput(geo.At{}, "layers.off_globe", "system", system.Name()), p.Path)
	}
	f, err := os.Open(p.Path)
	if err != nil {
		return nil, geo.InFile(geo.FileFault(err), p.Path)
	}
	defer f.Close()
	img, _, err := image.Decode(stoppable{ctx, f})
	switch {
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case err != nil:
		return nil, geo.InFile(geo.BadInput(geo.At{}, "layers.picture_unreadable"), p.Path)
	case img.Bounds().Dx() != p.Width || img.Bounds().Dy() != p.Height: // the file was changed just now
		return nil, geo.InFile(geo.BadInput(geo.At{}, "layers.picture_unreadable"), p.Path)
	}
	out.levels = levels(img)
	return out, ctx.Err()
}

// stoppable ends the reading of a file with its context.
type stoppable struct {
	ctx  context.Context
	from io.Reader
}

func (s stoppable) Read(p []byte) (int, error) {
	if err := s.ctx.Err(); err != nil {
		return 0, err
	}
	return s.from.Read(p)
}

// levels returns a picture and its halves down to about the size of a cell.
func levels(img image.Image) []*image.RGBA {
	whole := image.NewRGBA(image.Rect(0, 0, img.Bounds().Dx(), img.Bounds().Dy()))
	draw.Copy(whole, image.Point{}, img, img.Bounds(), draw.Src, nil)
	out := []*image.RGBA{whole}
	for last := whole; min(last.Rect.Dx(), last.Rect.Dy()) >= 2*TileSize; {
		last = halved(last)
		out = append(out, last)
	}
	return out
}

// degrees returns the picture's box in degrees, from points along its border;
// false where it does not lie on the globe.
func (p *Picture) degrees(width, height int) (geo.Bound, bool) {
	const steps = 8
	var b geo.Bound
	for i := range 4 * steps {
		t := float64(i%steps) / steps
		corner := [4][2]float64{{t, 0}, {1, t}, {1 - t, 1}, {0, 1 - t}}[i/steps]
		x, y := corner[0]*float64(width), corner[1]*float64(height)
		at := p.system.ToDegrees(p.world.Place(x, y))
		// Metres beyond the pole come back as somewhere else, and show it on the way back.
		backX, backY := p.world.Pixel(p.system.FromDegrees(at))
		if !(math.Abs(at[0]) <= 360 && math.Abs(at[1]) <= 90 && math.Abs(backX-x)+math.Abs(backY-y) < 1) {
			return b, false
		}
		if i == 0 {
			b = geo.Bound{Min: at, Max: at}
		}
		b = b.Extend(at)
	}
	return b, true
}

// Bound is the box of the picture in degrees.
func (p *Picture) Bound() geo.Bound { return p.bound }

// Attribution is empty: a picture does not say whose it is.
func (p *Picture) Attribution() string { return "" }

func (p *Picture) paint(_ context.Context, b *board) error {
	m := b.mesh(func(at geo.Point) (x, y float64) { return p.world.Pixel(p.system.FromDegrees(at)) })
	n := min(m.reduction(), len(p.levels)-1)
	b.sample(p.levels[n], m.scaled(math.Ldexp(1, n)))
	return nil
}
