package convert

import (
	"context"
	"errors"
	"io"
	"slices"
	"strings"

	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/geo/boundary"
	"zhenjie/geo/feature"
	"zhenjie/geo/format"
	"zhenjie/geo/format/table"
)

// isTable tells the formats that are tables, and workbooks among them.
var isTable = map[string]bool{"CSV": true, "XLSX": true}

const workbook = "XLSX"

// points converts a table to a table, point by point; done is false where that is
// not what is wanted, because either file is no table, shapes are to be repaired, or
// the table holds whole shapes.
func (w *way) points(ctx context.Context, in, out string, to format.Format, o Options) (sum Summary, done bool, err error) {
	if !isTable[to.Name] || o.Repair != nil {
		return sum, false, nil
	}
	from, err := format.Detect(in)
	if err != nil || !isTable[from.Name] {
		return sum, false, nil // reading the file tells what is wrong with it
	}
	grids, err := w.grids(in, from, o)
	if err != nil {
		return sum, true, geo.InFile(err, in)
	}
	if slices.ContainsFunc(grids, func(g table.Grid) bool { return g.Err == nil && g.Roles.WKT != 0 }) {
		return sum, false, nil
	}
	if to.Name != workbook && len(grids) > 1 {
		var names []string
		for _, g := range grids {
			names = append(names, g.Name)
		}
		return sum, true, geo.InFile(geo.BadInput(geo.At{}, "convert.several_sheets", "names", strings.Join(names, ", ")), in)
	}
	sum = Summary{Read: boundary.Summary{Format: from.Name}, Format: to.Name}
	for i := range grids {
		if err := w.grid(&grids[i], &sum, to, o); err != nil {
			return sum, true, geo.InFile(err, in)
		}
	}
	if err := ctx.Err(); err != nil {
		return sum, true, err
	}
	return sum, true, geo.InFile(geo.WriteWith(out, func(f io.Writer) error {
		return table.WriteGrids(f, grids, to.Name == workbook)
	}), out)
}

// grids reads the sheets that are wanted, at least one of which has coordinates.
func (w *way) grids(in string, from format.Format, o Options) ([]table.Grid, error) {
	f, err := format.Open(in)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	src := feature.Source{Path: in, Text: f, At: f, Size: f.Size, Limits: o.Limits}
	if src.Limits == (feature.Limits{}) {
		src.Limits = feature.DefaultLimits
	}
	all, err := table.ReadGrids(src, from.Name == workbook)
	if err != nil {
		return nil, err
	}
	if o.Layer != "" {
		names := make([]string, len(all))
		for i, g := range all {
			names[i] = g.Name
		}
		all = slices.DeleteFunc(all, func(g table.Grid) bool { return g.Name != o.Layer })
		if len(all) == 0 {
			return nil, geo.BadInput(geo.At{}, "boundary.layer_missing", "layer", o.Layer, "layers", strings.Join(names, ", "))
		}
	}
	if !slices.ContainsFunc(all, func(g table.Grid) bool { return g.Err == nil }) {
		return nil, all[0].Err
	}
	return all, nil
}

// grid takes the points of a sheet to the system that is wanted. Where that is
// theirs already, no cell is touched.
func (w *way) grid(g *table.Grid, sum *Summary, to format.Format, o Options) error {
	if g.Err != nil {
		sum.Read.Warnings = append(sum.Read.Warnings, words.Say("convert.sheet_as_it_is", "sheet", g.Name))
		return nil
	}
	points, rows, err := g.Points()
	if err != nil || len(points) == 0 {
		return err
	}
	sum.Points += len(points)
	sum.Read.Warnings = append(sum.Read.Warnings, g.Roles.Why...)
	o.Native = true
	l, notes, err := boundary.Locate(feature.Feature{Shape: geo.Polygon(points)}, o.Options)
	if err != nil {
		return notFeature(err)
	}
	sum.Read.Warnings = append(sum.Read.Warnings, notes...)
	m := w.move(l)
	switch {
	case m.err != nil:
		return notFeature(m.err)
	case sum.To.IsZero():
		sum.From, sum.To = m.System, m.to
		sum.Lost = to.Losses([]feature.Feature{{CRS: m.to.String()}})
	case m.to != sum.To:
		return geo.BadInput(geo.At{}, "convert.several_systems", "first", sum.To.String(), "other", m.to.String())
	}
	if m.to == m.System {
		return nil
	}
	if l.Swapped { // whatever the headings say
		g.Roles.East, g.Roles.North = g.Roles.North, g.Roles.East
	}
	g.Put(m.Feature.Shape.Ring(0, 0).Points(), rows, m.to.Metres(), m.System.Metres())
	return nil
}

// notFeature takes the place off a fault of the one feature that stands for a
// sheet.
func notFeature(err error) error {
	var bad *geo.InputError
	if !errors.As(err, &bad) {
		return err
	}
	whole := *bad
	whole.At = geo.At{}
	return &whole
}
