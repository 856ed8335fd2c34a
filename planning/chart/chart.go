// Package chart lays charts out as drawings, which become a picture for the
// screen, an SVG or a PDF. It knows no plan: a chart is given numbers and the
// texts to show.
//
// Lengths are in mm. On an unscaled screen a mm is 96/25.4 pixels, so that text
// of a chart and of the window round it have the same size.
package chart

// Chart is something that can be laid out.
type Chart interface {
	// Draw lays the chart out for a sheet of a width and height in mm. The
	// drawing is that wide and high, or larger where the chart would not fit.
	Draw(width, height float64) *Drawing
}

// PixelsPerMM is how many pixels a mm has on a screen that is not scaled.
const PixelsPerMM = 96 / 25.4

// Sizes of text, the em in mm.
const (
	small  = 2.9 // notes, numbers on axes
	normal = 3.3
)

// hair is the width of thin lines.
const hair = 0.26 // one pixel
