package dxf

import (
	"zhenjie/assets/words"
	"zhenjie/geo"
)

// unit is what one unit of a drawing's coordinates is.
type unit struct {
	metres float64 // 1 for degrees too: they are left as they are
	degree bool
	note   words.Text
}

// inMetres are the units that $INSUNITS numbers.
var inMetres = map[int]struct {
	name   words.ID
	metres float64
}{
	1: {"dxf.unit.inch", 0.0254}, 2: {"dxf.unit.foot", 0.3048}, 3: {"dxf.unit.mile", 1609.344},
	4: {"dxf.unit.mm", 1e-3}, 5: {"dxf.unit.cm", 1e-2}, 6: {"dxf.unit.m", 1}, 7: {"dxf.unit.km", 1e3},
	10: {"dxf.unit.yard", 0.9144}, 14: {"dxf.unit.dm", 0.1}, 15: {"dxf.unit.dam", 10}, 16: {"dxf.unit.hm", 100},
}

// unit finds out the drawing's unit. The header is believed unless most of the
// coordinates say something else: programs fill it from a template in
// millimetres or inches, whatever the user draws in.
func (d *drawing) unit() unit {
	declared, known := inMetres[d.header.units]
	v := vote{left: 10_000}
	v.count(d, d.model, home, 0)
	switch {
	case v.degrees > v.all/2:
		return unit{metres: 1, degree: true, note: words.Say("dxf.note.degrees")}
	case known && declared.metres == 1:
		return unit{metres: 1}
	case !known:
		return unit{metres: 1, note: words.Say("dxf.note.no_unit")}
	case v.metres > v.all/2:
		return unit{metres: 1, note: words.Say("dxf.note.unit_not_believed", "unit", words.Say(declared.name))}
	}
	return unit{metres: declared.metres, note: words.Say("dxf.note.unit", "unit", words.Say(declared.name))}
}

// vote counts what the coordinates of the first entities look like.
type vote struct {
	all, metres, degrees int
	left                 int // entities that may still be looked at
}

func (v *vote) count(d *drawing, entities []entity, at place, depth int) {
	for i := range entities {
		if v.left--; v.left < 0 || depth > deepestBlock {
			return
		}
		e := &entities[i]
		if in, ok := e.body.(*insert); ok && d.blocks[in.name] != nil {
			b := d.blocks[in.name]
			v.count(d, b.entities, at.within(in.place(b.base, 0, 0)), depth+1)
		} else if p, ok := somePoint(e.body); ok && !e.paper {
			v.point(at.of(p))
		}
	}
}

func (v *vote) point(p geo.Point) {
	v.all++
	switch {
	case inChina(p[0], p[1]) || inChina(p[1], p[0]):
		v.degrees++
	case inZone(p[0], p[1]) || inZone(p[1], p[0]):
		v.metres++
	}
}

// inChina reports whether a longitude and a latitude lie in or near China.
func inChina(lon, lat float64) bool { return 73 <= lon && lon <= 136 && 3 <= lat && lat <= 54 }

// inZone reports whether an easting and a northing could be metres of a
// Gauss–Krüger zone in China, or of Web Mercator.
func inZone(east, north float64) bool {
	bare := 1e5 <= east && east <= 9e5
	zoned := 8e6 <= east && east <= 46e6
	return (bare || zoned) && 4e5 <= north && north <= 7.5e6
}

// somePoint is any point of an entity that has some.
func somePoint(b body) (geo.Point, bool) {
	switch b := b.(type) {
	case *polyline:
		if len(b.pts) > 0 {
			return b.pts[0], true
		}
	case *line:
		return b.ends[0], true
	case *arc:
		return b.centre, true
	case *ellipse:
		return b.centre, true
	case *spline:
		if len(b.controls) > 0 {
			return b.controls[0], true
		}
	case *hatch:
		if len(b.loops) > 0 {
			l := &b.loops[0]
			if len(l.edges) > 0 {
				return somePoint(l.edges[0])
			}
			return somePoint(l.line)
		}
	}
	return geo.Point{}, false
}

// tolerance are the distances of this reader, in the sheet's units.
type tolerance struct {
	chord float64 // that a chord may leave an arc
	join  float64 // within which two ends are one
	gap   float64 // over which a ring is closed
}

// The distances in metres; in degrees, the angles that are as long on a
// meridian, roughly.
var (
	metreTolerance  = tolerance{chord: 1e-2, join: 1e-3, gap: 1e-2}
	degreeTolerance = tolerance{chord: 1e-7, join: 1e-8, gap: 1e-7}
)
