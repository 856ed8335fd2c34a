package points

import "zhenjie/geo"

// Coordinate is one of the numbers of a point that a person may type.
type Coordinate int

// The coordinates, in the order of the table.
const (
	X   Coordinate = iota // northing, metres
	Y                     // easting, metres
	Lon                   // degrees
	Lat                   // degrees
)

// Text is a coordinate as the table prints it.
func (p Point) Text(c Coordinate) string {
	return printed(c, [...]float64{X: p.North, Y: p.East, Lon: p.Degrees[0], Lat: p.Degrees[1]}[c])
}

func printed(c Coordinate, x float64) string {
	if c == X || c == Y {
		return geo.Decimal(x, MetrePlaces)
	}
	return geo.Decimal(x, DegreePlaces)
}

// Moved is where a point goes when one of its coordinates is typed anew and the
// other of the pair stays. A number that the table prints as the old one leaves
// the point where it is, to the bit. Metres are put into degrees rounded to 1e-9
// (0.1 mm). Besides what reading can find fault with, metres where the table has
// no zone give "points.no_zone".
func (t Table) Moved(p Point, c Coordinate, text string) (geo.Point, error) {
	x, err := t.read(c, text)
	if err != nil || printed(c, x) == p.Text(c) {
		return p.Degrees, err
	}
	switch c {
	case X:
		return t.plane.ToDegrees(geo.Point{p.East, x}), nil
	case Y:
		return t.plane.ToDegrees(geo.Point{x, p.North}), nil
	case Lon:
		return geo.Point{x, p.Degrees[1]}, nil
	default:
		return geo.Point{p.Degrees[0], x}, nil
	}
}

func (t Table) read(c Coordinate, text string) (float64, error) {
	switch {
	case c == Lon:
		return Longitude(text)
	case c == Lat:
		return Latitude(text)
	case t.plane.IsZero():
		return 0, geo.BadInput(geo.At{}, "points.no_zone")
	case c == X:
		return t.Northing(text)
	default:
		return t.Easting(text)
	}
}
