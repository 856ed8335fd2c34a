package cli

import (
	"strconv"
	"strings"

	"zhenjie/geo"
	"zhenjie/geo/crs"
)

// axes ends parameters whose rotations turn the axes and not the position.
const axes = "frame"

// shiftOf reads the value of --shift: 3 or 7 numbers with commas between. "" is
// nil.
func shiftOf(text string) (*crs.Shift, error) {
	if text == "" {
		return nil, nil
	}
	var f crs.Shift
	parts := strings.Split(strings.ReplaceAll(text, "，", ","), ",")
	if last := len(parts) - 1; strings.EqualFold(strings.TrimSpace(parts[last]), axes) {
		f.CoordinateFrame, parts = true, parts[:last]
	}
	into := []*float64{&f.DX, &f.DY, &f.DZ, &f.RX, &f.RY, &f.RZ, &f.PPM}
	good := len(parts) == 7 || len(parts) == 3 && !f.CoordinateFrame
	for i := 0; good && i < len(parts); i++ {
		var err error
		*into[i], err = strconv.ParseFloat(strings.TrimSpace(parts[i]), 64)
		good = err == nil
	}
	if !good {
		return nil, geo.BadInput(geo.At{}, "cli.shift", "got", text)
	}
	return &f, f.Check()
}
