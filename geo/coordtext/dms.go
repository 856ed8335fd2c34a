package coordtext

import (
	"fmt"
	"math"
)

// DMS prints an angle that is not negative as degrees, minutes and seconds with
// some decimals: 30°15′20.50″. It rounds once, so that there are never sixty of
// either; what is no number is "–".
func DMS(deg float64, places int) string {
	if math.IsNaN(deg) || math.IsInf(deg, 0) {
		return "–"
	}
	unit := math.Pow10(places)
	n := math.Round(deg * 3600 * unit)
	whole := math.Floor(n / unit)
	seconds := fmt.Sprintf("%02.0f", math.Mod(whole, 60))
	if places > 0 {
		seconds += fmt.Sprintf(".%0*.0f", places, n-whole*unit)
	}
	return fmt.Sprintf("%.0f°%02.0f′%s″", math.Floor(whole/3600), math.Mod(math.Floor(whole/60), 60), seconds)
}
