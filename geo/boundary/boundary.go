// Package boundary reads boundary files of any format as shapes in degrees on
// CGCS2000, on all cores, in file order.
package boundary

import (
	"context"

	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/geo/crs"
	"zhenjie/geo/feature"
	"zhenjie/geo/format"
	"zhenjie/geo/topology"
)

// CRSSource says how a feature's coordinate system is known.
type CRSSource string

// The ways to know a coordinate system.
const (
	Given    CRSSource = "given"    // the user named it
	Declared CRSSource = "declared" // the file names it
	Detected CRSSource = "detected" // the coordinates leave no other; a warning says so
	Assumed  CRSSource = "assumed"  // nobody names it: degrees, as GeoJSON has them
)

// Located is a feature whose place on the earth is known.
type Located struct {
	Feature feature.Feature // its Shape in degrees on CGCS2000, or as Options.Native says
	Box     geo.Bound       // round the Shape; means nothing when that has no point
	System  crs.System      // what the file's coordinates are in
	Swapped bool            // northing or latitude stands first in the file
	Source  CRSSource
	Changes []topology.Change // what a repair did to the Shape
}

// Options say how a file is read.
type Options struct {
	// From is the coordinate system, as crs.LookupOrder knows it: "EPSG:4549:yx"
	// where the northing stands first. "" for what the file says, or its numbers.
	From string
	// Shift takes 西安80 or 北京54 to CGCS2000; nil refuses files in them.
	Shift *crs.Shift
	// Near is the box in degrees round what the plan holds already: where a file's
	// numbers fit several systems, the one is taken that puts them there. nil when
	// there is nothing.
	Near *geo.Bound
	// Layer is the only layer that is read; "" reads all.
	Layer string
	// Attributes asks for all attributes of the features.
	Attributes bool
	// Repair mends shapes; nil leaves them as they are.
	Repair *topology.RepairOptions
	// Native leaves the shapes in their own system, longitude or easting first.
	Native   bool
	Limits   feature.Limits // the zero value stands for feature.DefaultLimits
	Progress func(read, total int64)
}

// Summary tells of a file that was read.
type Summary struct {
	Format   string
	Features int
	Warnings []words.Text // each once, with the features it is about
}

// Locate finds the place on the earth of a feature that did not come through this
// package, with what is to be told of it; of o count From, Shift, Near and Native.
func Locate(f feature.Feature, o Options) (Located, []words.Text, error) {
	l, err := newLocator(o, false)
	if err != nil {
		return Located{}, nil, err
	}
	return l.locate(f)
}

// Load reads all features of a file.
func Load(ctx context.Context, path string, o Options) ([]Located, Summary, error) {
	f, err := format.Open(path)
	if err != nil {
		return nil, Summary{}, err
	}
	defer f.Close()
	return loadOf(ctx, f, o)
}

// LoadBytes reads all features of a file whose content is in memory; name
// stands for its path.
func LoadBytes(ctx context.Context, name string, content []byte, o Options) ([]Located, Summary, error) {
	f, err := format.OfBytes(name, content)
	if err != nil {
		return nil, Summary{}, err
	}
	return loadOf(ctx, f, o)
}

func loadOf(ctx context.Context, f *format.File, o Options) ([]Located, Summary, error) {
	var all []Located
	keep := func(l Located) Located { return l }
	s, err := eachOf(ctx, f, o, keep, func(l Located) error {
		all = append(all, l)
		return nil
	})
	if err != nil {
		return nil, s, err
	}
	return all, s, nil
}
