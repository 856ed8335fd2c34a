// Package shaping draws and edits outlines: corners, whole shapes, new outlines,
// offsets, cuts, target areas, and coordinates that people paste.
//
// Shapes come and go in degrees on CGCS2000 and are never changed. What needs
// metres happens in the Gauss–Krüger plane of the 3° zone of the shape's middle
// (see Plane), in which edges are straight: that is where the survey area takes
// them, so that a corner put on an edge leaves the area alone. In the plane of
// longitude and latitude, which validity and the overlays of package topology
// take, such a corner lies beside the edge: by 1 cm on an edge of 1 km at 30°,
// growing with the square of the length.
//
// Corners that an operation does not move keep their bits; those it makes are
// rounded to 1e-9° (0.1 mm). Rings stay closed or open as they were; new ones are
// closed. Errors are geo.InputErrors, whose kinds the functions name.
package shaping
