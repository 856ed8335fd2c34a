package chart

import "image/color"

// Role says what a colour is for.
type Role byte

// The roles. A …Tint is a ground on which Ink can be read.
const (
	None Role = iota
	Paper
	Panel // boxes on the paper
	Ink
	Faint // notes
	Grid
	Edge // of boxes, arrows
	Accent
	AccentTint
	OnAccent
	Good
	GoodTint
	Warn
	WarnTint
	Bad
	BadTint
	Series1
	Series2
	Series3
	Series4
	Series5
	Series6
	roles
)

// Palette is a colour for each role.
type Palette [roles]color.NRGBA

// series is the role of the i-th series.
func series(i int) Role { return Series1 + Role(i%6) }

func rgb(hex uint32) color.NRGBA {
	return color.NRGBA{uint8(hex >> 16), uint8(hex >> 8), uint8(hex), 0xff}
}

// The palettes: two for the window, one for paper.
var (
	Light = Palette{
		Paper: rgb(0xf7f5f0), Panel: rgb(0xffffff), Ink: rgb(0x2b333b), Faint: rgb(0x5c6060), Grid: rgb(0xe2ded4), Edge: rgb(0x8f9499),
		Accent: rgb(0x1f5f80), AccentTint: rgb(0xd9e6ec), OnAccent: rgb(0xffffff),
		Good: rgb(0x2a6a3a), GoodTint: rgb(0xe0ecdd), Warn: rgb(0x8a4f08), WarnTint: rgb(0xf5e6cf), Bad: rgb(0xb3261e), BadTint: rgb(0xf6dcd8),
		Series1: rgb(0x3b7a99), Series2: rgb(0xd2903f), Series3: rgb(0x7c9a63), Series4: rgb(0x9b6f96), Series5: rgb(0xbf7a66), Series6: rgb(0x8d9297),
	}
	Dark = Palette{
		Paper: rgb(0x1b2026), Panel: rgb(0x262d35), Ink: rgb(0xe4e8ec), Faint: rgb(0xa6b0b9), Grid: rgb(0x333c45), Edge: rgb(0x7a858f),
		Accent: rgb(0x6fbce0), AccentTint: rgb(0x24404f), OnAccent: rgb(0x10161b),
		Good: rgb(0x7fc98f), GoodTint: rgb(0x24392b), Warn: rgb(0xf0b45c), WarnTint: rgb(0x44361f), Bad: rgb(0xf58a82), BadTint: rgb(0x4a2b2a),
		Series1: rgb(0x5a9dbd), Series2: rgb(0xd49a52), Series3: rgb(0x88a672), Series4: rgb(0xa683a3), Series5: rgb(0xc28877), Series6: rgb(0x808a93),
	}
	Print = printed()
)

// printed is Light on white paper.
func printed() Palette {
	p := Light
	p[Paper] = rgb(0xffffff)
	p[Grid] = rgb(0xe0e0e0)
	return p
}
