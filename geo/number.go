package geo

import "strconv"

// shortest is the shortest decimal that reads back as x.
func shortest(x float64) string { return strconv.FormatFloat(x, 'g', -1, 64) }
