// Package icon embeds the program's icon: the four sides of an extent with its
// core inside.
package icon

import "embed"

// SVG is the drawing; PNG and PNG256 are made from it, 512 and 256 pixels wide.
var (
	//go:embed icon.svg
	SVG []byte
	//go:embed icon.png
	PNG []byte
	//go:embed icon-256.png
	PNG256 []byte
)

//go:embed tools/*.svg
var tools embed.FS

// Tool returns the drawing of a tool of the map, one colour on nothing; nil for
// a tool that has none.
func Tool(name string) []byte {
	data, err := tools.ReadFile("tools/" + name + ".svg")
	if err != nil {
		return nil
	}
	return data
}
