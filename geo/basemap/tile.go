package basemap

import (
	"bytes"
	"image"
	_ "image/jpeg" // the two formats of tiles
	_ "image/png"

	"golang.org/x/image/draw"

	"zhenjie/geo"
)

// The limits of a tile: some have twice the usual side.
const (
	MaxTileBytes = 4 << 20
	maxTileSide  = 1024
)

// DecodeTile decodes a tile in PNG or JPEG, of any size up to 1024 pixels a
// side, into one of TileSize. Any other content is an InputError.
func DecodeTile(data []byte) (*image.RGBA, error) {
	if err := sniff(data); err != nil {
		return nil, err
	}
	config, format, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil || format != "png" && format != "jpeg" {
		return nil, geo.BadInput(geo.At{}, "layers.tile_unreadable")
	}
	if config.Width < 1 || config.Height < 1 || config.Width > maxTileSide || config.Height > maxTileSide {
		return nil, geo.BadInput(geo.At{}, "layers.tile_size", "width", config.Width, "height", config.Height, "limit", maxTileSide)
	}
	img, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, geo.BadInput(geo.At{}, "layers.tile_unreadable")
	}
	return sized(img), nil
}

// sniff refuses by name what other programs put into tiles.
func sniff(data []byte) error {
	switch {
	case len(data) > MaxTileBytes:
		return geo.BadInput(geo.At{}, "layers.tile_bytes", "limit", MaxTileBytes>>20)
	case len(data) >= 12 && string(data[:4]) == "RIFF" && string(data[8:12]) == "WEBP":
		return geo.BadInput(geo.At{}, "layers.webp")
	case len(data) >= 2 && data[0] == 0x1f && data[1] == 0x8b:
		return geo.BadInput(geo.At{}, "layers.vector")
	}
	return nil
}

// sized returns a picture as one of TileSize with its corner at 0, 0.
func sized(img image.Image) *image.RGBA {
	square := image.Rect(0, 0, TileSize, TileSize)
	if rgba, ok := img.(*image.RGBA); ok && rgba.Rect == square {
		return rgba
	}
	out := image.NewRGBA(square)
	if img.Bounds().Size() == square.Size() {
		draw.Copy(out, image.Point{}, img, img.Bounds(), draw.Src, nil)
	} else {
		draw.CatmullRom.Scale(out, square, img, img.Bounds(), draw.Src, nil)
	}
	return out
}
