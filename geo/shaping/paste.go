package shaping

import (
	"strings"

	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/geo/coordtext"
	"zhenjie/geo/crs"
)

// Notation is how pasted coordinates were written.
type Notation int

// The notations.
const (
	DecimalDegrees Notation = iota
	Sexagesimal             // degrees, minutes and seconds
	Metres                  // of a Gauss–Krüger zone
)

// Pasted are coordinates as read from text.
type Pasted struct {
	Points     []geo.Point // degrees on CGCS2000, as many as there were; a repeated first point at the end is one more
	Notation   Notation
	NorthFirst bool       // latitude or northing stood first
	Zone       crs.System // that the metres were taken in
}

// Say tells what the text was taken for, so that a person can see whether it was
// meant: 读入 4 点：按度分秒，纬度在前.
func (p Pasted) Say() words.Text {
	notation := words.Say("paste.decimal")
	switch p.Notation {
	case Sexagesimal:
		notation = words.Say("paste.sexagesimal")
	case Metres:
		notation = words.Say("paste.metres", "zone", p.Zone.Name())
	}
	order := [...]words.ID{"paste.east_first", "paste.north_first"}
	first := words.Say(order[0])
	if p.NorthFirst {
		first = words.Say(order[1])
	}
	return words.Say("paste.taken", "n", len(p.Points), "notation", notation, "order", first)
}

// Limits of what is pasted.
const (
	mostPasted = 100_000 // points
	mostBytes  = 8 << 20
	mostLine   = 2000 // bytes that hold one point
)

// ParsePoints reads coordinates as people paste them, one point a line or divided
// by semicolons:
//
//	119.3012,30.2045              decimal degrees, either order
//	J1  30.2045  119.3012  12.5   a name before and other columns behind
//	东经119°18′04.3″，北纬30°12′16″   degrees, minutes, seconds; N E 度 分 秒 too
//	3342512.35  40528996.20       Gauss–Krüger metres, either order, 3° and 6° zones
//	X=3342512.35  Y=528996.20     without zone number: taken in plane's zone
//	119.30 30.20, 119.31 30.21    nothing but points, one after the other
//
// Full-width signs are read as plain ones. Latitude and longitude are told apart by
// where China lies (73–136°E, 3–54°N) and, elsewhere, by a value beyond 90 or else
// by longitude standing first; northings by their size. Lines with at most one
// number before the first point are headings and passed over; a first column of
// running numbers is told from coordinates. All points must be degrees or all
// metres, in one order and zone, and all in China or none.
//
// Errors name the line: "paste.unreadable", "paste.mixed_notation", "paste.mixed_order",
// "paste.mixed_zone", "paste.mixed_place", "paste.outside" for what no place on
// earth is, "paste.zone" for a zone China does not have, "paste.zone_needed" for
// metres without a zone when plane is the zero Plane, "paste.line_long"; and
// "paste.empty", "paste.too_many", "paste.too_long" for the whole.
func ParsePoints(text string, plane Plane) (Pasted, error) {
	if len(text) > mostBytes {
		return Pasted{}, geo.BadInput(geo.At{}, "paste.too_long", "limit", mostBytes>>20)
	}
	var pairs []pair
	number := 0
	for line := range strings.Lines(text) {
		number++
		found, err := readLine(coordtext.Plain(line), number, len(pairs) > 0)
		if err != nil {
			return Pasted{}, err
		}
		if pairs = append(pairs, found...); len(pairs) > mostPasted {
			return Pasted{}, geo.BadInput(geo.At{Line: number}, "paste.too_many", "limit", mostPasted)
		}
	}
	if len(pairs) == 0 {
		return Pasted{}, geo.BadInput(geo.At{}, "paste.empty")
	}
	return understood(inColumns(pairs), plane)
}

// readLine finds the points of a line made plain. Semicolons stand between points
// or, where what is between them is none, between the coordinates of one. begun
// says that points stand before, so that this is no heading.
func readLine(line string, number int, begun bool) ([]pair, error) {
	var pairs []pair
	odd := ""
	for piece := range strings.FieldsFuncSeq(line, isSemicolon) {
		if p, found := readPair(piece, number); found {
			pairs = append(pairs, p.all()...)
		} else if odd == "" && strings.ContainsAny(piece, "0123456789") {
			odd = piece
		}
	}
	switch {
	case len(pairs) > 0 && odd != "":
		return nil, unreadable(odd, number)
	case len(pairs) > 0:
		return pairs, nil
	case len(line) > mostLine:
		return nil, geo.BadInput(geo.At{Line: number}, "paste.line_long", "limit", mostLine)
	}
	line = strings.NewReplacer(";", " ", "|", " ").Replace(line)
	if p, found := readPair(line, number); found {
		return []pair{p}, nil
	}
	if hasNumbers(line) || begun && odd != "" {
		return nil, unreadable(line, number)
	}
	return nil, nil
}

func unreadable(text string, line int) error {
	return geo.BadInput(geo.At{Line: line}, "paste.unreadable", "text", excerpt(text))
}

func isSemicolon(r rune) bool { return r == ';' || r == '|' }

// ParsePoint reads one point; "paste.one_point" is the error when there are more.
func ParsePoint(text string, plane Plane) (geo.Point, Pasted, error) {
	all, err := ParsePoints(text, plane)
	if err == nil && len(all.Points) != 1 {
		err = geo.BadInput(geo.At{}, "paste.one_point", "n", len(all.Points))
	}
	if err != nil {
		return geo.Point{}, Pasted{}, err
	}
	return all.Points[0], all, nil
}

// excerpt is the beginning of a text, short enough for a sentence.
func excerpt(text string) string {
	const most = 40
	if r := []rune(strings.TrimSpace(text)); len(r) > most {
		return string(r[:most]) + "…"
	}
	return strings.TrimSpace(text)
}
