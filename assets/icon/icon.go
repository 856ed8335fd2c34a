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
func Tool(name string) []byte { return drawing(tools, "tools", name) }

//go:embed pages/*.svg
var pages embed.FS

// Page returns the drawing of a page of the window, as Tool does.
func Page(name string) []byte { return drawing(pages, "pages", name) }

func drawing(in embed.FS, folder, name string) []byte {
	data, err := in.ReadFile(folder + "/" + name + ".svg")
	if err != nil {
		return nil
	}
	return data
}
