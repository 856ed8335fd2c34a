package table

import (
	"math"
	"regexp"
	"strings"

	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/geo/coordtext"
	"zhenjie/geo/feature"
)

// headingLines is how far down the line that names the columns is looked for.
const headingLines = 20

// rolesOf tells what the columns of a table hold. The error is an InputError that
// shows the headings and says what is missing.
func rolesOf(s sample) (feature.Roles, error) {
	for i, row := range s.rows[:min(len(s.rows), headingLines)] {
		if h := headed(s, i, row); h.hasPair() || h.at(wktOf) != 0 {
			return h.roles()
		}
	}
	if r, ok := unheaded(s); ok {
		return r, nil
	}
	return feature.Roles{}, noRoles(s)
}

// names are the columns by what their headings say.
type names struct {
	sample
	line    int
	heading []string
	column  map[role]int // from 1
}

func headed(s sample, at int, row []string) names {
	n := names{sample: s, line: s.line[at], heading: row, column: map[role]int{}}
	n.rows = s.rows[at+1:]
	for i, text := range row {
		if r := roleOf(text); r != none && n.column[r] == 0 {
			n.column[r] = i + 1
		}
	}
	return n
}

func (n names) at(r role) int { return n.column[r] }

func (n names) has(a, b role) bool { return n.at(a) != 0 && n.at(b) != 0 }

// pair is the columns of the coordinates, as their headings have them; known says
// that the headings tell which is which.
func (n names) pair() (east, north int, known bool) {
	switch {
	case n.has(longitude, latitude):
		return n.at(longitude), n.at(latitude), true
	case n.has(easting, northing):
		return n.at(easting), n.at(northing), true
	case n.has(xAxis, yAxis):
		return n.at(xAxis), n.at(yAxis), false
	}
	return 0, 0, false
}

func (n names) hasPair() bool { east, _, _ := n.pair(); return east != 0 }

func (n names) title(column int) string { return excerpt(n.heading[column-1]) }

// roles are the roles of a table with headings.
func (n names) roles() (feature.Roles, error) {
	r := feature.Roles{Heading: n.line, ID: n.at(idOf), Name: n.at(nameOf), Ring: n.at(ringOf), Point: n.at(pointOf)}
	if len(n.rows) == 0 {
		return feature.Roles{}, geo.BadInput(geo.At{Line: n.line}, "table.no_rows")
	}
	if !n.hasPair() {
		r.WKT = n.at(wktOf)
		r.Why = append(r.Why, words.Say("table.why.wkt", "column", n.title(r.WKT)))
		return r, nil
	}
	a, b, known := n.pair()
	if pointed(n.title(a)) || pointed(n.title(b)) {
		r.Angles = feature.Pointed
	} else if n.packed(a, b) {
		r.Angles = feature.Packed
	}
	switch turned, told := n.turned(a, b, r.Angles, known); {
	case told && turned:
		r.East, r.North = b, a
	case told || known:
		r.East, r.North = a, b
	default:
		return feature.Roles{}, geo.BadInput(geo.At{Line: n.line}, "table.order_unknown", "x", n.title(a), "y", n.title(b))
	}
	why := words.ID("table.why.headings")
	if r.East != a && known {
		why = "table.why.swapped"
	} else if !known {
		why = "table.why.size"
	}
	r.Why = append(r.Why, words.Say(why, "east", n.title(r.East), "north", n.title(r.North)))
	n.points(&r)
	r.Why = append(r.Why, whyRest(r, n.title)...)
	return r, nil
}

// whyRest says what the columns besides the coordinates were taken for.
func whyRest(r feature.Roles, title func(int) string) (why []words.Text) {
	switch r.Angles {
	case feature.Packed:
		why = append(why, words.Say("table.why.packed"))
	case feature.Pointed:
		why = append(why, words.Say("table.why.pointed"))
	}
	key := r.ID
	if key == 0 {
		key = r.Name
	}
	if key == 0 {
		why = append(why, words.Say("table.why.empty_rows"))
	} else {
		why = append(why, words.Say("table.why.features", "column", title(key)))
	}
	if r.Ring != 0 {
		why = append(why, words.Say("table.why.rings", "column", title(r.Ring)))
	}
	return why
}

// pointName is a name that points have and towns do not.
var pointName = regexp.MustCompile(`^(?:[A-Za-z]{0,3}-?|界址点|拐点|界|点)\d{1,6}\.?$`)

// points finds the columns of ids and names that number the points: another value
// on every row, and only such as points have.
func (n names) points(r *feature.Roles) {
	for _, column := range []*int{&r.ID, &r.Name} {
		if *column == 0 || !n.namesPoints(*column) {
			continue
		}
		if r.Point == 0 {
			r.Point = *column
		}
		*column = 0
	}
}

func (s sample) namesPoints(column int) bool {
	seen := map[string]bool{}
	first := ""
	rows := 0
	for _, row := range s.rows {
		v := cell(row, column)
		if v == "" {
			continue
		}
		if rows++; first == "" {
			first = v
		}
		if !pointName.MatchString(v) || seen[v] && v != first { // the first comes again where the ring closes
			return false
		}
		seen[v] = true
	}
	return rows >= 3 && len(seen) >= rows-1
}

func cell(row []string, column int) string {
	if column < 1 || column > len(row) {
		return ""
	}
	return row[column-1]
}

// turned tells from the numbers whether the second column is the longitude or
// easting; told is false when the numbers leave it open. Headings that name it are
// only overruled by points that lie in China the other way round.
func (s sample) turned(a, b int, angles feature.Angles, named bool) (turned, told bool) {
	for _, row := range s.rows {
		x, okX := number(cell(row, a), angles)
		y, okY := number(cell(row, b), angles)
		switch {
		case !okX || !okY:
		case fits(x, y), !named && onlyLongitude(x, y):
			return false, true
		case fits(y, x), !named && onlyLongitude(y, x):
			return true, true
		}
	}
	return false, false
}

// onlyLongitude reports whether x, with y, can be a longitude but no latitude.
func onlyLongitude(x, y float64) bool {
	return math.Abs(x) > 90 && math.Abs(x) <= 180 && math.Abs(y) <= 90
}

// fits reports whether a point can lie in China, in degrees or metres.
func fits(east, north float64) bool {
	return coordtext.InChina(east, north) || coordtext.IsEasting(east) && coordtext.IsNorthing(north)
}

// packed reports whether two columns hold angles such as 301520.5, in China. Numbers
// that could be metres of its south, where there is only sea, are taken so too.
func (s sample) packed(a, b int) bool {
	rows := 0
	for _, row := range s.rows {
		if cell(row, a) == "" && cell(row, b) == "" {
			continue
		}
		x, okX := coordtext.ParsePacked(cell(row, a))
		y, okY := coordtext.ParsePacked(cell(row, b))
		if !okX || !okY || !coordtext.InChina(x.Degrees, y.Degrees) && !coordtext.InChina(y.Degrees, x.Degrees) {
			return false
		}
		rows++
	}
	return rows > 0
}

// unheaded tells the roles of a table without headings from what stands in the
// columns: the first two neighbours that can be points in China on every row.
func unheaded(s sample) (feature.Roles, bool) {
	width := 0
	for _, row := range s.rows {
		width = max(width, len(row))
	}
	for a := 1; a < min(width, 50); a++ {
		angles := feature.Signed
		if s.packed(a, a+1) {
			angles = feature.Packed
		}
		if !s.everywhere(a, angles) {
			continue
		}
		r := feature.Roles{East: a, North: a + 1, Angles: angles}
		if turned, _ := s.turned(a, a+1, angles, false); turned {
			r.East, r.North = r.North, r.East
		}
		s.before(&r, a)
		r.Why = append(r.Why, words.Say("table.why.no_headings", "east", letter(r.East), "north", letter(r.North)))
		r.Why = append(r.Why, whyRest(r, letter)...)
		return r, true
	}
	return feature.Roles{}, false
}

// everywhere reports whether columns a and a+1 can be points in China on all rows
// that have any.
func (s sample) everywhere(a int, angles feature.Angles) bool {
	rows := 0
	for _, row := range s.rows {
		x, okX := number(cell(row, a), angles)
		y, okY := number(cell(row, a+1), angles)
		if !okX && !okY {
			continue // a title, or an empty row
		}
		if !okX || !okY || !fits(x, y) && !fits(y, x) {
			return false
		}
		rows++
	}
	return rows > 0
}

// before tells what the columns before the coordinates hold: names of points, or
// of features where the same comes on many rows.
func (s sample) before(r *feature.Roles, coordinates int) {
	for column := 1; column < coordinates; column++ {
		switch {
		case s.namesPoints(column) && r.Point == 0:
			r.Point = column
		case s.repeats(column) && r.Name == 0:
			r.Name = column
		}
	}
}

// repeats reports whether a column holds texts, most of them that of the row above.
func (s sample) repeats(column int) bool {
	same, rows, last := 0, 0, ""
	for _, row := range s.rows {
		v := cell(row, column)
		if _, isNumber := number(v, feature.Signed); v == "" || isNumber {
			continue
		}
		if rows++; v == last {
			same++
		}
		last = v
	}
	return rows > 0 && same*2 >= rows
}

// letter names a column as spreadsheets do.
func letter(column int) string {
	name := ""
	for ; column > 0; column = (column - 1) / 26 {
		name = string(rune('A'+(column-1)%26)) + name
	}
	return name
}

// noRoles is the fault of a table without coordinates.
func noRoles(s sample) error {
	if len(s.rows) == 0 {
		return geo.BadInput(geo.At{}, "table.empty")
	}
	best := s.rows[0] // the row of the most texts names the columns
	for _, row := range s.rows[:min(len(s.rows), headingLines)] {
		if texts(row) > texts(best) {
			best = row
		}
	}
	missing := words.Say("table.missing.both")
	for _, text := range best {
		switch roleOf(text) {
		case longitude, easting:
			missing = words.Say("table.missing.north")
		case latitude, northing:
			missing = words.Say("table.missing.east")
		}
	}
	return geo.BadInput(geo.At{}, "table.no_roles", "headings", shown(best), "missing", missing)
}

func texts(row []string) (n int) {
	for _, v := range row {
		if _, isNumber := number(v, feature.Signed); v != "" && !isNumber {
			n++
		}
	}
	return n
}

// shown lists headings, for a sentence.
func shown(row []string) string {
	const most = 12
	var all []string
	for _, v := range row[:min(len(row), most)] {
		if v != "" {
			all = append(all, excerpt(v))
		}
	}
	if len(row) > most {
		all = append(all, "…")
	}
	return strings.Join(all, " | ")
}

// excerpt is the beginning of a text, short enough for a sentence.
func excerpt(text string) string {
	const most = 30
	text = strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f {
			return ' '
		}
		return r
	}, text)
	if r := []rune(text); len(r) > most {
		return string(r[:most]) + "…"
	}
	return text
}
