// Package feature holds what a boundary file gives: features with names, and
// what the file says of their coordinates.
package feature

import (
	"zhenjie/assets/words"
	"zhenjie/geo"
)

// Feature is one object of a file.
type Feature struct {
	Index int    // place in the file, from 0
	Byte  int64  // offset of the feature's first byte, 0 when the format has none
	ID    string // as the file gives it, "" when it does not
	Name  string // from the attribute that best looks like a name, "" when none does
	Kind  string // geometry type as GeoJSON calls it ("Polygon", "Point" …); "" for none
	CRS   string // coordinate system the file declares for it, verbatim; "" when it declares none
	Layer string // layer, table or folder it stands in, "" when the format has none
	Shape geo.Shape
	// Attributes are its values in the file's order, when the reader was asked
	// for them; Name and ID are among them.
	Attributes []Attribute
	Notes      []words.Text // what was passed over or assumed while reading this feature
}

// Attribute is one named value of a feature. The value is kept as text, so that
// no number is rounded between two files.
type Attribute struct {
	Key  string
	Kind Kind
	Text string // a number in decimal digits, "true" or "false", "" for Null, the JSON of a Nested value
}

// Kind says what the text of an attribute stands for.
type Kind int

// The kinds of values.
const (
	Text Kind = iota
	Number
	Bool
	Null
	Nested // an object or a list, in formats that have them
)

// Limits bound what a reader believes and holds, so that a hostile file costs
// a sentence and not the machine.
type Limits struct {
	Depth          int   // nesting of the file's own syntax
	FeatureBytes   int64 // text of one feature
	Vertices       int   // points of one feature
	Rings          int   // rings of one feature
	StringBytes    int   // text of one string, quotes included
	AttributeBytes int   // text of all attributes of one feature
}

// DefaultLimits take every real boundary and refuse what is made to hurt.
var DefaultLimits = Limits{
	Depth: 64, FeatureBytes: 1 << 30, Vertices: 20_000_000, Rings: 1_000_000,
	StringBytes: 16 << 20, AttributeBytes: 64 << 20,
}
