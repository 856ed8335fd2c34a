package feature

import "zhenjie/assets/words"

// Roles say what the columns of a table of coordinates hold, for a person to see
// and to change. Columns and lines count from 1; 0 stands for none.
type Roles struct {
	Heading     int // the line that names the columns
	East, North int // longitude or easting, latitude or northing
	ID, Name    int // of the feature a point belongs to; rows with another one begin the next
	Ring, Point int // number of the ring, name of the point
	WKT         int // whole geometries as well-known text
	Angles      Angles
	Why         []words.Text // how they were told, one sentence each
}

// Angles says how degrees, minutes and seconds are written.
type Angles int

// The ways to write them.
const (
	Signed  Angles = iota // 30.2557, 30°15′20.5″, 30 15 20.5; or metres
	Packed                // 301520.5
	Pointed               // 30.15205
)
