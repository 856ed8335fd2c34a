package chart

import (
	"fmt"
	"image/png"
	"io"
)

// Format is a kind of file a chart is saved as; it is the file's extension.
type Format string

// The formats.
const (
	SVG Format = "svg"
	PDF Format = "pdf"
	PNG Format = "png"
)

// Formats lists the formats in the order menus show them.
var Formats = []Format{SVG, PDF, PNG}

// The sheet a chart is saved on: A4 on its side, without margins of 15 mm.
const (
	sheetWidth  = 297 - 2*15
	sheetHeight = 210 - 2*15
	pngDPI      = 200.0
)

// Write writes a chart for paper.
func Write(w io.Writer, c Chart, f Format) error {
	d := c.Draw(sheetWidth, sheetHeight)
	switch f {
	case SVG:
		return d.SVG(w, Print)
	case PDF:
		return d.PDF(w, Print)
	case PNG:
		const most = 12_000.0 // pixels; the flow chart of a long procedure is high
		mm := min(pngDPI/25.4, most/d.Width, most/d.Height)
		return png.Encode(w, d.Image(int(d.Width*mm), int(d.Height*mm), mm/PixelsPerMM, Print))
	default:
		return fmt.Errorf("no chart is saved as %q", f)
	}
}
