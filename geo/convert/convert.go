// Package convert takes boundary files from one format and coordinate system to
// another.
package convert

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/geo/boundary"
	"zhenjie/geo/crs"
	"zhenjie/geo/feature"
	"zhenjie/geo/format"
	"zhenjie/geo/topology"
)

// Options say how a file is read and what it is brought to.
type Options struct {
	boundary.Options // but for Attributes and Native, which are always on
	// To is the coordinate system, as crs.Lookup knows it; "" keeps the file's, or
	// takes degrees on CGCS2000 where the format written has nothing but degrees.
	To string
	// Replace allows to write over a file that is there.
	Replace bool
}

// Summary tells of a file that was converted.
type Summary struct {
	Read     boundary.Summary
	Format   string     // that was written
	Points   int        // of a table that was converted point by point, else 0
	From, To crs.System // unknown when no feature has a shape
	Lost     []words.Text
	Repaired []Repaired
}

// Repaired is a feature that a repair changed. The places of the changes are in the
// coordinates of the file that was read.
type Repaired struct {
	Index   int // of the feature, from 0
	Name    string
	Changes []topology.Change
}

// File reads the file in and writes its features to the file out, in the format of
// its name's extension: all of it, or none. Coordinates that stay in their system
// keep every bit as far as the format does. A table becomes another table point by
// point, with all rows and columns, unless its shapes are to be repaired. The errors
// are InputErrors.
func File(ctx context.Context, in, out string, o Options) (Summary, error) {
	to, err := writer(out)
	if err != nil {
		return Summary{}, err
	}
	if err := apart(in, out); err != nil {
		return Summary{}, err
	}
	if _, err := os.Lstat(out); err == nil && !o.Replace {
		return Summary{}, geo.InFile(geo.BadInput(geo.At{}, "convert.exists"), out)
	}
	w, err := newWay(o, to.LonLat)
	if err != nil {
		return Summary{}, err
	}
	if sum, done, err := w.points(ctx, in, out, to, o); done {
		return sum, err
	}
	features, sum, err := w.read(ctx, in, o)
	if err != nil {
		return Summary{}, err
	}
	sum.Format = to.Name
	if to.Losses != nil {
		sum.Lost = to.Losses(features)
	}
	if err := ctx.Err(); err != nil {
		return sum, err
	}
	return sum, geo.InFile(to.WriteFile(out, features), out)
}

// writer finds the format of a file to be written.
func writer(out string) (format.Format, error) {
	f, ok := format.ByExt(out)
	if !ok || !f.Writes() {
		var names []string
		for _, f := range format.All {
			if f.Writes() {
				names = append(names, f.Name+" ("+f.Ext+")")
			}
		}
		return f, geo.InFile(geo.BadInput(geo.At{}, "convert.extension", "formats", strings.Join(names, ", ")), out)
	}
	return f, nil
}

// apart refuses to write over the file that is read, under whatever name.
func apart(in, out string) error {
	if sameFile(in, out) || sameShapefile(in, out) {
		return geo.InFile(geo.BadInput(geo.At{}, "convert.same_file"), out)
	}
	return nil
}

// sameShapefile reports whether two names are those of files of one shapefile,
// which is written as a whole and may be read by each of them.
func sameShapefile(a, b string) bool {
	parts := []string{".shp", ".shx", ".dbf"}
	x, y := strings.ToLower(filepath.Ext(a)), strings.ToLower(filepath.Ext(b))
	return slices.Contains(parts, x) && slices.Contains(parts, y) && stem(a) == stem(b) &&
		sameFile(filepath.Dir(a), filepath.Dir(b))
}

func sameFile(a, b string) bool {
	x, err := os.Stat(a)
	if err != nil {
		return false
	}
	y, err := os.Stat(b)
	return err == nil && os.SameFile(x, y)
}

// stem is the name of a file without its extension; the case of letters does not
// matter everywhere.
func stem(path string) string {
	return strings.ToLower(strings.TrimSuffix(filepath.Base(path), filepath.Ext(path)))
}

// read reads the features of a file, brought to where they are wanted.
func (w *way) read(ctx context.Context, in string, o Options) (all []feature.Feature, sum Summary, err error) {
	o.Attributes, o.Native = true, true
	sum.Read, err = boundary.Each(ctx, in, o.Options, w.move, func(m moved) error {
		if m.err != nil {
			return m.err
		}
		all = append(all, m.Feature)
		if len(m.Changes) > 0 {
			sum.Repaired = append(sum.Repaired, Repaired{m.Feature.Index, m.Feature.Name, m.Changes})
		}
		if m.Feature.Shape.IsEmpty() {
			return nil
		}
		switch {
		case sum.To.IsZero():
			sum.From, sum.To = m.System, m.to
		case m.to != sum.To:
			return geo.BadInput(geo.At{Feature: m.Feature.Index + 1}, "convert.several_systems", "first", sum.To.String(), "other", m.to.String())
		}
		return nil
	})
	if err != nil {
		return nil, sum, err
	}
	// What has no coordinates is in the system of the others.
	for i := range all {
		if all[i].Shape.IsEmpty() && !sum.To.IsZero() {
			all[i].CRS = sum.To.String()
		}
	}
	return all, sum, nil
}
