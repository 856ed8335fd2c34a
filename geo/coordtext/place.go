// Package coordtext reads coordinates as people write them: degrees in their many
// spellings, metres, and which of two numbers is which by where China lies.
package coordtext

import "math"

// InChina bounds the land and its waters, degrees.
func InChina(lon, lat float64) bool { return lon >= 73 && lon <= 136 && lat >= 3 && lat <= 54 }

// IsNorthing holds for 9° to 54° of latitude, metres from the equator.
func IsNorthing(x float64) bool { return x >= 1_000_000 && x < 6_000_000 }

// IsEasting holds for eastings with a zone number in front, and for those without
// one that lie within a 6° zone.
func IsEasting(y float64) bool { return y >= 13e6 && y < 46e6 || y >= 100_000 && y < 900_000 }

// ZoneNumber is what stands in front of the six digits of an easting, 0 for none.
// 13–23 number 6° zones, 25–45 3° zones.
func ZoneNumber(east float64) int { return int(math.Floor(east / 1e6)) }
