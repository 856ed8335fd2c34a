package table

import (
	"bufio"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"

	"zhenjie/geo"
	"zhenjie/geo/crs"
	"zhenjie/geo/feature"
)

// The headings of a table that is written. Read knows them.
const (
	idHeading    = "地块号"
	nameHeading  = "名称"
	ringHeading  = "圈号"
	pointHeading = "点号"
)

// Write writes features as CSV in UTF-8 with a byte order mark, by which Excel
// knows it: a row for each point, every ring closed by its first. Coordinates are
// longitude and latitude or, of features in metres, X to the north and Y to the
// east, in the fewest digits that read back as the same number. Attributes stand
// in the first row of their feature.
func Write(w io.Writer, features []feature.Feature) error {
	return writeText(w, func(row func([]string) error) error { return rowsOf(features, row) })
}

// writeText writes the rows that are handed over.
func writeText(w io.Writer, rows func(row func([]string) error) error) error {
	out := bufio.NewWriterSize(w, 1<<16)
	out.WriteString("\ufeff")
	var line []byte
	err := rows(func(cells []string) error {
		line = line[:0]
		for i, c := range cells {
			if i > 0 {
				line = append(line, ',')
			}
			line = appendQuoted(line, c)
		}
		_, err := out.Write(append(line, '\r', '\n'))
		return err
	})
	if err != nil {
		return err
	}
	return out.Flush()
}

// appendQuoted appends a cell, in quotes where it needs them.
func appendQuoted(b []byte, cell string) []byte {
	if !strings.ContainsAny(cell, ",;\t\"\r\n") && strings.TrimSpace(cell) == cell {
		return append(b, cell...)
	}
	b = append(b, quote)
	b = append(b, strings.ReplaceAll(cell, `"`, `""`)...)
	return append(b, quote)
}

// rowsOf hands the rows of a table over, the headings first. The slice is used
// again.
func rowsOf(features []feature.Feature, row func([]string) error) error {
	t := writer{row: row, ids: idsOf(features), keys: keysOf(features)}
	metres, err := inMetres(features)
	if err != nil {
		return err
	}
	headings := []string{idHeading, nameHeading, ringHeading, pointHeading, "经度", "纬度"}
	if metres {
		headings[4], headings[5] = "北坐标X", "东坐标Y"
		t.northFirst = true
	}
	if err := row(append(headings, t.keys...)); err != nil {
		return err
	}
	for i, f := range features {
		if err := t.feature(f, i); err != nil {
			return err
		}
	}
	return nil
}

type writer struct {
	row        func([]string) error
	northFirst bool
	ids, keys  []string
	cells      []string
}

// idsOf are the ids of features, or their numbers where two have the same or one
// has none.
func idsOf(features []feature.Feature) []string {
	ids := make([]string, len(features))
	seen := map[string]bool{"": true}
	for i, f := range features {
		if seen[strings.TrimSpace(f.ID)] {
			for k := range ids {
				ids[k] = strconv.Itoa(k + 1)
			}
			return ids
		}
		seen[strings.TrimSpace(f.ID)] = true
		ids[i] = f.ID
	}
	return ids
}

// keysOf are the keys of all attributes that are no roles, in the order in which
// they come.
func keysOf(features []feature.Feature) (keys []string) {
	seen := map[string]bool{idHeading: true, nameHeading: true}
	for _, f := range features {
		for _, a := range f.Attributes {
			if !seen[a.Key] {
				seen[a.Key] = true
				keys = append(keys, a.Key)
			}
		}
	}
	return keys
}

// inMetres reports whether features are in metres, which all must be or none.
func inMetres(features []feature.Feature) (metres bool, err error) {
	some := false
	for i, f := range features {
		box, ok := f.Shape.Bound()
		if !ok {
			continue
		}
		these := box.Min[0] < -180 || box.Max[0] > 180 || box.Min[1] < -90 || box.Max[1] > 90
		if s, err := crs.Lookup(f.CRS); err == nil && f.CRS != "" {
			these = s.Metres()
		}
		if some && these != metres {
			return false, geo.BadInput(geo.At{Feature: i + 1}, "table.write_mixed")
		}
		metres, some = these, true
	}
	return metres, nil
}

func (t *writer) feature(f feature.Feature, i int) error {
	t.cells = append(t.cells[:0], t.ids[i], f.Name, "", "", "", "")
	for _, key := range t.keys {
		at := slices.IndexFunc(f.Attributes, func(a feature.Attribute) bool { return a.Key == key })
		text := ""
		if at >= 0 {
			text = f.Attributes[at].Text
		}
		t.cells = append(t.cells, text)
	}
	point, ring := 1, 0
	for _, r := range f.Shape.All() {
		n := r.Corners()
		if n == 0 {
			continue
		}
		ring++
		for k := range n + 1 {
			if !t.point(r.At(k%n), ring, point+k%n) {
				return geo.BadInput(geo.At{Feature: i + 1}, "table.write_not_a_number")
			}
			if err := t.row(t.cells); err != nil {
				return err
			}
			t.cells = t.cells[:6]
		}
		point += n
	}
	if ring == 0 {
		return t.row(t.cells)
	}
	return nil
}

// point puts a point into the cells; false for one that is none.
func (t *writer) point(p geo.Point, ring, number int) bool {
	if math.IsNaN(p[0]+p[1]) || math.IsInf(p[0], 0) || math.IsInf(p[1], 0) {
		return false
	}
	if t.northFirst {
		p[0], p[1] = p[1], p[0]
	}
	t.cells[2], t.cells[3] = strconv.Itoa(ring), "J"+strconv.Itoa(number)
	for i, x := range p {
		t.cells[4+i] = strconv.FormatFloat(x, 'f', -1, 64)
	}
	return true
}
