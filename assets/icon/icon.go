// Package icon embeds the program's icon: the four sides of an extent with its
// core inside.
package icon

import _ "embed"

// SVG is the drawing; PNG and PNG256 are made from it, 512 and 256 pixels wide.
var (
	//go:embed icon.svg
	SVG []byte
	//go:embed icon.png
	PNG []byte
	//go:embed icon-256.png
	PNG256 []byte
)
