package detect

import "math"

// bands are the longitudes between which China lies, islands and claimed waters
// in, for every two degrees of latitude from 2°N on. They are drawn with half a
// degree to spare: they tell zones apart, which lie 3° from each other, and no
// boundary.
var bands = [...]struct{ west, east float64 }{
	{107, 119}, {107, 119}, {107, 119}, {107, 119}, {107, 119}, {107, 119}, {106, 119}, // 2–16
	{106, 120},     // 16
	{106.5, 120},   // 18
	{98.5, 122.5},  // 20: 西双版纳, the south of Taiwan
	{97, 122.5},    // 22
	{96.8, 123.5},  // 24
	{84.5, 124},    // 26
	{81.5, 124.5},  // 28
	{77.7, 124.5},  // 30
	{77.3, 123.5},  // 32
	{76.5, 123.5},  // 34
	{73.2, 123.8},  // 36
	{72.9, 125.2},  // 38
	{72.9, 131.5},  // 40
	{78.8, 132.5},  // 42
	{78.8, 135},    // 44
	{81, 135.5},    // 46
	{84.2, 135.5},  // 48
	{115, 131.5},   // 50
	{118.5, 128.5}, // 52–54
}

// inChina reports whether a place may lie in China.
func inChina(lon, lat float64) bool {
	i := math.Floor((lat - 2) / 2)
	return i >= 0 && i < float64(len(bands)) && lon >= bands[int(i)].west && lon <= bands[int(i)].east
}
