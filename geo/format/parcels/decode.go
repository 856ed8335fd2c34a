package parcels

import (
	"bytes"
	"math"
	"strconv"
	"strings"

	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/geo/charset"
	"zhenjie/geo/coordtext"
	"zhenjie/geo/decimal"
	"zhenjie/geo/feature"
	"zhenjie/geo/format/internal/lines"
	"zhenjie/geo/format/internal/nest"
	"zhenjie/geo/shaping/flat"
)

// batch decodes parcels as they are asked for.
func (r *reader) batch(b lines.Batch[*section], changed bool) feature.Batch {
	limits, wanted := r.src.Limits, r.src.Attributes
	return func(yield func(feature.Feature, error) bool) {
		for _, run := range b.Runs {
			d := decoder{section: run.Head, line: run.Line, gb: b.GB, wanted: wanted, limits: limits}
			d.f = feature.Feature{Index: run.Number, Byte: run.Byte, Kind: "Polygon"}
			if changed {
				d.f.Byte = 0
			}
			err := d.parcel(run.Text)
			if !yield(d.f, err) || err != nil {
				return
			}
		}
	}
}

type decoder struct {
	f       feature.Feature
	section *section
	header  header
	line    int
	gb      bool
	wanted  bool
	limits  feature.Limits

	rings  [][]geo.Point // as they stand: first and second coordinate
	number int           // of the last ring
	order  order
	zone   int // in front of the first easting
	points int
}

// order is which coordinate stands first.
type order int

const (
	unclear order = iota
	northFirst
	eastFirst
	latFirst
	lonFirst
)

func (d *decoder) note(id words.ID, args ...any) {
	d.f.Notes = append(d.f.Notes, words.Say(id, args...))
}

func (d *decoder) parcel(text []byte) error {
	for len(text) > 0 {
		line := text
		if i := bytes.IndexByte(text, '\n'); i >= 0 {
			line, text = text[:i], text[i+1:]
		} else {
			text = nil
		}
		if line = bytes.TrimSpace(line); len(line) > 0 {
			if err := d.read(line); err != nil {
				return err
			}
		}
		d.line++
	}
	return d.finish()
}

// read reads one line.
func (d *decoder) read(line []byte) error {
	if isParcel(line) {
		d.parcelLine(line)
		return nil
	}
	p, ring, ok := point(line)
	if !ok {
		plain := d.utf8(line)
		if p, ring, ok = point([]byte(coordtext.Plain(plain))); !ok {
			return geo.BadInput(geo.At{Line: d.line}, "parcels.point", "text", excerpt(plain))
		}
	}
	return d.add(p, ring)
}

func (d *decoder) utf8(line []byte) string {
	if d.gb {
		line = charset.GB(line)
	}
	return strings.ToValidUTF8(string(line), "\uFFFD")
}

// point reads the line of a point: name, ring, X, Y; or without the ring, which is
// then 0, or without the name too. Commas or white space stand between them, and
// more may follow.
func point(line []byte) (p geo.Point, ring int, ok bool) {
	var fields [4][]byte
	n := 0
	for n < len(fields) && len(line) > 0 {
		fields[n], line = field(line)
		n++
	}
	at := 1
	switch {
	case n < 2:
		return p, 0, false
	case n == 4:
		if ring, ok = ringNumber(fields[1]); ok {
			at = 2
		}
	case n == 2:
		at = 0
	}
	for i := range p {
		if p[i], ok = number(fields[at+i]); !ok {
			return p, 0, false
		}
	}
	return p, ring, true
}

// field takes one field off a line.
func field(line []byte) (field, rest []byte) {
	i := 0
	for i < len(line) && line[i] != ',' && line[i] != '\t' && line[i] != ' ' {
		i++
	}
	field, rest = line[:i], line[i:]
	for i = 0; i < len(rest) && (rest[i] == ' ' || rest[i] == '\t'); i++ {
	}
	if i < len(rest) && rest[i] == ',' {
		i++
	}
	for i < len(rest) && (rest[i] == ' ' || rest[i] == '\t') {
		i++
	}
	return field, rest[i:]
}

func ringNumber(field []byte) (int, bool) {
	if len(field) == 0 || len(field) > 6 {
		return 0, false
	}
	n, err := strconv.Atoi(string(field))
	return n, err == nil && n >= 0
}

func number(field []byte) (float64, bool) {
	x, end := decimal.Number(field, 0)
	if end == len(field) {
		return x, !math.IsInf(x, 0)
	}
	x, err := strconv.ParseFloat(string(field), 64) // 0512345.0, +5
	return x, err == nil && !math.IsInf(x, 0) && !math.IsNaN(x)
}

// add puts a point into its ring.
func (d *decoder) add(p geo.Point, ring int) error {
	if len(d.rings) == 0 || ring != d.number {
		if len(d.rings) == d.limits.Rings {
			return geo.BadInput(geo.At{Line: d.line}, "parcels.rings", "limit", d.limits.Rings)
		}
		d.rings = append(d.rings, nil)
		d.number = ring
	}
	if d.points++; d.points > d.limits.Vertices {
		return geo.BadInput(geo.At{Line: d.line}, "parcels.vertices", "limit", d.limits.Vertices)
	}
	if err := d.agree(p); err != nil {
		return err
	}
	last := &d.rings[len(d.rings)-1]
	*last = append(*last, p)
	return nil
}

// agree has all points be of the first one's kind.
func (d *decoder) agree(p geo.Point) error {
	o := orderOf(p)
	zone := 0
	if o == northFirst || o == eastFirst {
		zone = coordtext.ZoneNumber(east(p, o))
	}
	if d.points == 1 {
		d.order, d.zone = o, zone
	}
	switch {
	case o == d.order && zone == d.zone:
		return nil
	case o == d.order:
		return geo.BadInput(geo.At{Line: d.line}, "parcels.mixed_zone")
	case o == unclear || d.order == unclear:
		return geo.BadInput(geo.At{Line: d.line}, "parcels.mixed_place")
	}
	return geo.BadInput(geo.At{Line: d.line}, "parcels.mixed_order")
}

func east(p geo.Point, o order) float64 {
	if o == eastFirst || o == lonFirst {
		return p[0]
	}
	return p[1]
}

// orderOf tells the coordinates of a point in China apart by their size.
func orderOf(p geo.Point) order {
	switch {
	case coordtext.IsNorthing(p[0]) && coordtext.IsEasting(p[1]):
		return northFirst
	case coordtext.IsNorthing(p[1]) && coordtext.IsEasting(p[0]):
		return eastFirst
	case coordtext.InChina(p[1], p[0]):
		return latFirst
	case coordtext.InChina(p[0], p[1]):
		return lonFirst
	}
	return unclear
}

// finish makes the shape of what was read.
func (d *decoder) finish() error {
	d.remarkCount()
	if d.gb {
		d.note("parcels.note.gb18030")
	}
	d.f.CRS = d.system()
	if d.points == 0 {
		d.note("parcels.note.no_points")
		return nil
	}
	d.turn()
	if d.header.kind != "" && !strings.Contains(d.header.kind, "面") {
		d.f.Kind = map[string]string{"线": "LineString", "点": "Point"}[d.header.kind]
		d.note("parcels.note.not_polygonal", "type", excerpt(d.header.kind))
		return nil
	}
	d.close()
	d.f.Shape, _ = nest.Rings(d.rings)
	d.remarkArea()
	if d.f.Shape.Parts() > 1 {
		d.f.Kind = "MultiPolygon"
		d.note("parcels.note.nested")
	}
	return nil
}

// turn puts longitudes and eastings first.
func (d *decoder) turn() {
	switch d.order {
	case unclear:
		d.note("parcels.note.order_assumed")
	case eastFirst:
		d.note("parcels.note.east_first")
	case latFirst, lonFirst:
		d.note("parcels.note.degrees")
	}
	if d.order == eastFirst || d.order == lonFirst {
		return
	}
	for _, ring := range d.rings {
		for i, p := range ring {
			ring[i] = geo.Point{p[1], p[0]}
		}
	}
}

// system is the name of the coordinate system.
func (d *decoder) system() string {
	degrees := d.order == latFirst || d.order == lonFirst
	name, zone := d.section.crs(d.zone, degrees)
	switch {
	case !d.section.declared:
		d.note("parcels.note.no_header")
	case name == "" && d.points > 0:
		d.note("parcels.note.no_zone")
	case zone != 0:
		d.note("parcels.note.zone_read", "zone", zone)
	}
	return name
}

// close makes every ring return to its first point.
func (d *decoder) close() {
	n := 0
	for i, ring := range d.rings {
		if last := len(ring) - 1; ring[0] != ring[last] {
			d.rings[i] = append(ring, ring[0])
			n++
		}
	}
	if n > 0 {
		d.note("parcels.note.closed", "n", n)
	}
}

// remarkCount compares the number of points with that of the parcel's line, which
// may count the closing points or not.
func (d *decoder) remarkCount() {
	claimed, err := strconv.Atoi(d.header.count)
	if err == nil && claimed != d.points && claimed != d.points-len(d.rings) {
		d.note("parcels.note.count", "claimed", claimed, "found", d.points)
	}
}

// areaOff is the share by which the area claimed may differ from the plane one:
// the area on the ellipsoid differs by up to 6·10⁻⁴ at the edge of a 3° zone.
const areaOff = 1e-3

// remarkArea compares the claimed area with the plane one of the rings.
func (d *decoder) remarkArea() {
	claimed, err := strconv.ParseFloat(d.header.area, 64)
	if err != nil || d.order == latFirst || d.order == lonFirst {
		return
	}
	found := hectares(d.f.Shape)
	rounding := 0.5
	if _, decimals, ok := strings.Cut(d.header.area, "."); ok {
		rounding /= math.Pow10(len(decimals))
	}
	if math.Abs(claimed-found) > rounding+areaOff*math.Abs(found) {
		d.note("parcels.note.area", "claimed", d.header.area, "found", geo.Decimal(found, 4))
	}
}

// hectares is the area of a shape in metres in the plane.
func hectares(s geo.Shape) (sum float64) {
	for at, ring := range s.All() {
		area := math.Abs(flat.Twice(ring.Points())) / 2 / 1e4
		if at.Ring > 0 {
			area = -area
		}
		sum += area
	}
	return sum
}

// excerpt is the beginning of a text, short enough for a sentence.
func excerpt(text string) string {
	const most = 40
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
