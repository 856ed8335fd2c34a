package wkt

import (
	"bufio"
	"io"
	"math"
	"strconv"
	"strings"

	"zhenjie/geo"
	"zhenjie/geo/crs"
	"zhenjie/geo/feature"
)

// Write writes features one a line, with SRID=n; in front where the system they
// declare has a code of the EPSG registry, so that it is not lost; names and
// attributes are. Every ring is closed, coordinates have the fewest digits that
// read back as the same number.
func Write(w io.Writer, features []feature.Feature) error {
	out := bufio.NewWriterSize(w, 1<<16)
	var line []byte
	var known codes
	for i, f := range features {
		line = line[:0]
		if code := known.of(f.CRS); code > 0 {
			line = append(strconv.AppendInt(append(line, srid...), int64(code), 10), ';')
		}
		var finite bool
		if line, finite = appendShape(line, f.Shape, f.Kind == "MultiPolygon"); !finite {
			return geo.BadInput(geo.At{Feature: i + 1}, "wkt.write_not_a_number")
		}
		if _, err := out.Write(append(line, '\n')); err != nil {
			return err
		}
	}
	return out.Flush()
}

// codes remembers the last system that was looked up: features of a file share
// theirs.
type codes struct {
	declared string
	code     int
}

// of is the EPSG code of the system that a feature declares, 0 when it has none.
// A code need not be known here.
func (c *codes) of(declared string) int {
	if c.declared != declared {
		c.declared, c.code = declared, codeOf(declared)
	}
	return c.code
}

func codeOf(declared string) int {
	if s, err := crs.Lookup(declared); err == nil {
		return s.EPSG
	}
	digits, _ := strings.CutPrefix(strings.ToUpper(strings.TrimSpace(declared)), "EPSG:")
	if code, err := strconv.Atoi(digits); err == nil && code > 0 && code <= mostSRID {
		return code
	}
	return 0
}

// appendShape writes a POLYGON for one part, unless it was read as a multiple
// one; finite is false when a coordinate is not.
func appendShape(b []byte, s geo.Shape, multi bool) (_ []byte, finite bool) {
	if s.IsEmpty() {
		return append(b, "POLYGON EMPTY"...), true
	}
	finite = true
	multi = multi || s.Parts() > 1
	if multi {
		b = append(b, "MULTIPOLYGON ("...)
	} else {
		b = append(b, "POLYGON "...)
	}
	for p := range s.Parts() {
		if p > 0 {
			b = append(b, ", "...)
		}
		b = append(b, '(')
		for r := range s.Rings(p) {
			if r > 0 {
				b = append(b, ", "...)
			}
			b = appendRing(b, s.Ring(p, r), &finite)
		}
		b = append(b, ')')
	}
	if multi {
		b = append(b, ')')
	}
	return b, finite
}

func appendRing(b []byte, r geo.Ring, finite *bool) []byte {
	n := r.Corners()
	if n == 0 {
		return append(b, "EMPTY"...)
	}
	b = append(b, '(')
	for k := range n + 1 {
		if k > 0 {
			b = append(b, ", "...)
		}
		p := r.At(k % n)
		for i, x := range p {
			if math.IsNaN(x) || math.IsInf(x, 0) {
				*finite = false
			}
			if i > 0 {
				b = append(b, ' ')
			}
			b = strconv.AppendFloat(b, x+0, 'f', -1, 64) // -0 becomes 0
		}
	}
	return append(b, ')')
}
