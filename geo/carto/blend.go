package carto

import (
	"encoding/binary"
	"image/color"
)

// lanes picks every other byte of two pixels, leaving room for a product.
const lanes = 0x00ff00ff00ff00ff

// paint is a colour ready to be blended: opaque bytes, and its alpha from 0 to
// 256 apart.
type paint struct {
	even, odd uint64 // the opaque colour of two pixels: bytes 0, 2 … and 1, 3 …
	alpha     uint32
}

func paintOf(c color.NRGBA) paint {
	px := uint64(c.R) | uint64(c.G)<<8 | uint64(c.B)<<16 | 0xff<<24
	px |= px << 32
	return paint{px & lanes, px >> 8 & lanes, (uint32(c.A)*256 + 127) / 255}
}

// span blends the paint over whole pixels; a, from 0 to 256, multiplies its
// alpha.
func (p *paint) span(pix []byte, a uint32) {
	a = a * p.alpha >> 8
	if a == 0 {
		return
	}
	even, odd, rest := p.even*uint64(a), p.odd*uint64(a), uint64(256-a)
	for len(pix) >= 16 { // two at a time: the loop itself costs as much as a blend
		d, n := binary.LittleEndian.Uint64(pix), binary.LittleEndian.Uint64(pix[8:])
		e, o := (d&lanes)*rest+even, (d>>8&lanes)*rest+odd
		binary.LittleEndian.PutUint64(pix, e>>8&lanes|o&^uint64(lanes))
		e, o = (n&lanes)*rest+even, (n>>8&lanes)*rest+odd
		binary.LittleEndian.PutUint64(pix[8:], e>>8&lanes|o&^uint64(lanes))
		pix = pix[16:]
	}
	for ; len(pix) >= 4; pix = pix[4:] {
		p.pixel(pix, a)
	}
}

// pixel blends the paint over one pixel with an alpha from 0 to 256 that
// already holds the paint's own.
func (p *paint) pixel(pix []byte, a uint32) {
	d := binary.LittleEndian.Uint32(pix)
	const half = 0x00ff00ff
	rest := 256 - a
	e := (d&half)*rest + uint32(p.even)*a
	o := (d>>8&half)*rest + uint32(p.odd)*a
	binary.LittleEndian.PutUint32(pix, e>>8&half|o&^uint32(half))
}
