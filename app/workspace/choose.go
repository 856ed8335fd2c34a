package workspace

import (
	"slices"

	"zhenjie/geo"
	"zhenjie/geo/area"
	"zhenjie/geo/boundary"
	"zhenjie/geo/crs"
)

// Role is what a polygon of a boundary file stands for.
type Role int

// The roles.
const (
	NoRole Role = iota
	ExtentRole
	CoreRole
)

// Candidate is a polygon of a boundary file.
type Candidate struct {
	Name  string
	Shape geo.Shape
	Area  geo.Area // geodesic: for telling candidates apart
	Role  Role     // as guessed
}

// Candidates are the polygons of a file with a guess at their roles. Sure
// reports that names, or there being just one, leave no doubt; otherwise a
// person has to be asked.
func Candidates(features []boundary.Located) (all []Candidate, sure bool) {
	for _, l := range features {
		if f := l.Feature; !f.Shape.IsEmpty() {
			all = append(all, Candidate{
				Name: f.Name, Shape: f.Shape, Area: area.GeodesicOn(f.Shape, crs.CGCS2000), Role: roleOf(f.Name),
			})
		}
	}
	extents, cores := count(all, ExtentRole), count(all, CoreRole)
	if len(all) > 0 && extents <= 1 && extents+cores == len(all) {
		return all, extents == 1 // cores alone may be anything to whoever drew them
	}
	bySize(all)
	return all, len(all) == 1
}

func count(all []Candidate, r Role) (n int) {
	for _, c := range all {
		if c.Role == r {
			n++
		}
	}
	return n
}

// bySize takes the largest candidate for the extent and, of two, the other for
// the core.
func bySize(all []Candidate) {
	largest := 0
	for i := range all {
		all[i].Role = NoRole
		if all[i].Area > all[largest].Area {
			largest = i
		}
	}
	if len(all) == 0 {
		return
	}
	all[largest].Role = ExtentRole
	if len(all) == 2 {
		all[1-largest].Role = CoreRole
	}
}

// Roles joins the candidates of each role into one shape; nil for a role that
// nobody has.
func Roles(all []Candidate) (extent, core *geo.Shape) {
	return joined(all, ExtentRole), joined(all, CoreRole)
}

// As joins the candidates of a file that is given for one role: those whose
// names say so or, where no name does, all. It is sure of a single one.
func As(r Role, all []Candidate) (s *geo.Shape, sure bool) {
	named := func(c Candidate) bool { return roleOf(c.Name) == r }
	if slices.ContainsFunc(all, named) {
		all = slices.DeleteFunc(slices.Clone(all), func(c Candidate) bool { return !named(c) })
	}
	var shapes []geo.Shape
	for _, c := range all {
		shapes = append(shapes, c.Shape)
	}
	return join(shapes), len(all) == 1
}

func joined(all []Candidate, r Role) *geo.Shape {
	var shapes []geo.Shape
	for _, c := range all {
		if c.Role == r {
			shapes = append(shapes, c.Shape)
		}
	}
	return join(shapes)
}

func join(shapes []geo.Shape) *geo.Shape {
	if len(shapes) == 0 {
		return nil
	}
	s := geo.Join(shapes...)
	return &s
}
