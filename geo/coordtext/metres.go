package coordtext

import (
	"strconv"
	"strings"
)

// ParseMetres reads metres as people type them: "3350123.456", "3,350,123.456 m",
// "３３５０１２３米". ok is false for everything else.
func ParseMetres(text string) (metres float64, ok bool) {
	number := ungrouped.Replace(Plain(text))
	number = strings.TrimSuffix(strings.TrimSuffix(number, "米"), "M")
	if strings.Trim(number, "+-.0123456789") != "" { // ParseFloat by itself reads 0x1p4 and NaN too
		return 0, false
	}
	metres, err := strconv.ParseFloat(number, 64)
	return metres, err == nil
}

var ungrouped = strings.NewReplacer(",", "", " ", "")
