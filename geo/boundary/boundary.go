// Package boundary reads boundary files of any format as shapes in degrees on
// CGCS2000, on all cores, in file order.
package boundary

import (
	"context"

	"zhenjie/assets/words"
	"zhenjie/geo/crs"
	"zhenjie/geo/feature"
)

// CRSSource says how a feature's coordinate system is known.
type CRSSource string

// The ways to know a coordinate system.
const (
	Given    CRSSource = "given"    // the user named it
	Declared CRSSource = "declared" // the file names it
	Detected CRSSource = "detected" // the coordinates leave no other
	Assumed  CRSSource = "assumed"  // nobody names it: degrees, as GeoJSON has them
)

// Located is a feature whose place on the earth is known.
type Located struct {
	Feature feature.Feature // its Shape in degrees on CGCS2000
	System  crs.System      // what the file's coordinates are in
	Source  CRSSource
}

// Options say how a file is read.
type Options struct {
	From     string         // coordinate system, as crs.Lookup knows it; "" for what the file says
	Limits   feature.Limits // the zero value stands for feature.DefaultLimits
	Progress func(read, total int64)
}

// Summary tells of a file that was read.
type Summary struct {
	Format   string
	Features int
	Warnings []words.Text // each once, with the features it is about
}

// Load reads all features of a file.
func Load(ctx context.Context, path string, o Options) ([]Located, Summary, error) {
	var all []Located
	keep := func(l Located) Located { return l }
	s, err := Each(ctx, path, o, keep, func(l Located) error {
		all = append(all, l)
		return nil
	})
	if err != nil {
		return nil, s, err
	}
	return all, s, nil
}
