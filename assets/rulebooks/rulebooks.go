// Package rulebooks embeds the rulebooks that come with the program, one YAML
// file each; package planning/rulebook reads them and describes the format.
package rulebooks

import "embed"

// Files holds the rulebooks; the name of a file is the rulebook's id.
//
//go:embed *.yaml
var Files embed.FS

// Default is the id of the rulebook that holds where none is chosen.
const Default = "guide-2017"
