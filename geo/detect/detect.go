// Package detect finds out which coordinate systems a file's numbers may be
// counted in. It knows where China lies and how its zones are numbered, and says
// what speaks for each system; it never chooses between two that fit.
package detect

import (
	"math"
	"slices"

	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/geo/crs"
)

// Input is what is known of a file's numbers.
type Input struct {
	Box geo.Bound // round the numbers, in the order they stand in
	// Declared is the system that the file names; the zero System for none. Where
	// the numbers do not fit it, those on its datum are candidates.
	Declared crs.System
	// Near is a place that the file should lie at, in degrees: the box round what
	// the plan holds already. nil when there is none.
	Near *geo.Bound
}

// Candidate is a system that the numbers fit.
type Candidate struct {
	System  crs.System
	Swapped bool       // northing or latitude stands first
	Why     words.Text // what speaks for it; the same for all numbers of the system
	Score   float64    // 0 to 1, to be compared within one Result alone
	Place   geo.Point  // of the middle of the box, degrees on the system's datum
}

// From is the candidate's name as boundary.Options.From takes it.
func (c Candidate) From() string {
	if c.Swapped {
		return c.System.String() + crs.SwappedSuffix
	}
	return c.System.String()
}

// Result lists the candidates, the likeliest first.
type Result struct {
	Candidates []Candidate
	// Certain says that the first is the only one that fits: the only one at all,
	// or the only one that lies at the place where the file should. The datum is
	// not in the numbers: they are taken to be on CGCS2000, the national one, when
	// no file says otherwise.
	Certain bool
}

// Scores before a place is known: what tells a system from all others is likelier
// than what leaves a choice.
const (
	scoreDeclared  = 1
	scoreTold      = 0.9 // degrees of China, a zone number, Web Mercator
	scoreElsewhere = 0.5 // degrees on another part of the earth
	scoreZone3     = 0.5 // surveys of towns use 3° zones
	scoreZone6     = 0.4
	scoreUTM       = 0.3 // receivers of satellite positions
	swappedCosts   = 0.05
	elsewhere      = 0.5 // what is left of the score away from the place
)

// Detect finds the candidates for a file's numbers.
func Detect(in Input) Result {
	datum := crs.DatumCGCS2000
	if d := in.Declared; !d.IsZero() {
		datum = d.Datum
		if c, ok := fits(d, in.Box, false); ok {
			c.Score, c.Why = scoreDeclared, words.Say("detect.declared")
			return Result{[]Candidate{c}, true}
		}
	}
	var r Result
	for _, swapped := range [...]bool{false, true} {
		r.degrees(in.Box, datum, swapped)
		r.metres(in.Box, datum, swapped)
	}
	r.Candidates = withoutTwins(r.Candidates)
	r.Certain = len(r.Candidates) == 1
	if in.Near != nil && len(r.Candidates) > 1 {
		r.near(in.Box, *in.Near)
	}
	slices.SortStableFunc(r.Candidates, func(a, b Candidate) int {
		switch {
		case a.Score > b.Score:
			return -1
		case a.Score < b.Score:
			return 1
		}
		return 0
	})
	return r
}

// degrees adds longitude and latitude: in China whichever stands first, elsewhere
// on the earth in the usual order.
func (r *Result) degrees(box geo.Bound, datum crs.Datum, swapped bool) {
	if swapped {
		box = Swap(box)
	}
	if !InDegrees(box) {
		return
	}
	place := middle(box)
	c := Candidate{System: crs.Degrees(datum), Swapped: swapped, Score: scoreTold, Place: place}
	switch home := inChina(place[0], place[1]); {
	case home && swapped:
		c.Why, c.Score = words.Say("detect.degrees_swapped"), c.Score-swappedCosts
	case home:
		c.Why = words.Say("detect.degrees")
	case swapped:
		return
	default:
		c.Why, c.Score = words.Say("detect.degrees_elsewhere"), scoreElsewhere
	}
	r.Candidates = append(r.Candidates, c)
}

// metres adds the planes that the numbers lie in China in.
func (r *Result) metres(box geo.Bound, datum crs.Datum, swapped bool) {
	if InDegrees(box) || InDegrees(Swap(box)) {
		return // within 200 m of the equator no zone lies in China
	}
	if swapped {
		box = Swap(box)
	}
	for _, s := range planes() {
		// A plane on WGS 84 is nobody's second guess for a survey on an old datum.
		if s.Datum != datum && !(s.Datum == crs.DatumWGS84 && datum == crs.DatumCGCS2000) {
			continue
		}
		if c, ok := fits(s, box, swapped); ok && inChina(c.Place[0], c.Place[1]) {
			c.Why, c.Score = why(s)
			if swapped {
				c.Why, c.Score = words.Say("detect.swapped", "why", c.Why), c.Score-swappedCosts
			}
			r.Candidates = append(r.Candidates, c)
		}
	}
}

// why says what speaks for a plane that the numbers fit.
func why(s crs.System) (words.Text, float64) {
	switch {
	case s.Kind == crs.WebMercator:
		return words.Say("detect.mercator"), scoreTold
	case s.Zone != 0:
		return words.Say("detect.zone", "width", s.Width, "zone", s.Zone), scoreTold
	case s.Datum == crs.DatumWGS84:
		return words.Say("detect.utm", "name", s.Name()), scoreUTM
	case s.Width == 3:
		return words.Say("detect.bare", "meridian", s.CentralMeridian()), scoreZone3
	}
	return words.Say("detect.bare", "meridian", s.CentralMeridian()), scoreZone6
}

// withoutTwins leaves out the 6° zone of a meridian where the 3° zone, which is
// the same plane, is there too.
func withoutTwins(all []Candidate) []Candidate {
	return slices.DeleteFunc(all, func(c Candidate) bool {
		s := c.System
		return s.Width == 6 && slices.ContainsFunc(all, func(o Candidate) bool {
			return o.System.Width == 3 && o.Swapped == c.Swapped && o.System.Projection() == s.Projection()
		})
	})
}

// near weighs the candidates by a place: those that lie within it keep their
// score. Where that is one alone it is certain.
func (r *Result) near(box, place geo.Bound) {
	const margin = 0.1 // of the place's size
	place = geo.Bound{Min: place.Min, Max: place.Max}
	for i := range place.Min {
		by := margin * (place.Max[i] - place.Min[i])
		place.Min[i], place.Max[i] = place.Min[i]-by, place.Max[i]+by
	}
	within := 0
	for i := range r.Candidates {
		c := &r.Candidates[i]
		if inside(c.degrees(box), place) {
			c.Why = words.Say("detect.near", "why", c.Why)
			within++
			continue
		}
		// The farther the less likely: a degree away is half as likely as next to it.
		away := math.Hypot(c.Place[0]-(place.Min[0]+place.Max[0])/2, c.Place[1]-(place.Min[1]+place.Max[1])/2)
		c.Score *= elsewhere / (1 + away)
	}
	r.Certain = within == 1
}

func inside(b, place geo.Bound) bool {
	return b.Min[0] >= place.Min[0] && b.Max[0] <= place.Max[0] && b.Min[1] >= place.Min[1] && b.Max[1] <= place.Max[1]
}
