package points

import (
	"math"
	"strconv"
	"strings"

	"golang.org/x/text/width"

	"zhenjie/assets/words"
	"zhenjie/geo"
)

// Northing reads an X in metres as people type it: "3350123.456",
// "3,350,123.456 m". An unreadable one gives "points.metres".
func (t Table) Northing(text string) (float64, error) { return metres(text) }

// Easting reads a Y in metres. With the number of the table's zone in front
// ("40512345.678") that is taken off; that of another zone gives
// "points.other_zone".
func (t Table) Easting(text string) (float64, error) {
	y, err := metres(text)
	if err != nil || y < 1e7 { // eastings alone stay below 1,000,000; zones of China are 25 to 45
		return y, err
	}
	zone := math.Floor(y / 1e6)
	if own := t.Zone().CentralMeridian() / 3; zone != own {
		return 0, geo.BadInput(geo.At{}, "points.other_zone", "text", text, "zone", geo.Decimal(own, 0))
	}
	return y - zone*1e6, nil
}

func metres(text string) (float64, error) {
	number := strings.NewReplacer(",", "", " ", "").Replace(narrow(text))
	x, ok := plain(strings.TrimSuffix(strings.TrimSuffix(number, "米"), "m"))
	if !ok {
		return 0, geo.BadInput(geo.At{}, "points.metres", "text", text)
	}
	return x, nil
}

// Longitude reads a longitude in degrees as people type it: "120.1234567",
// "120°07′24.44″E", "东经120度7分24.44秒", "120 7 24.44". An unreadable one gives
// "points.longitude".
func Longitude(text string) (float64, error) {
	return angle(text, "points.longitude", 180, []string{"东经", "E"}, []string{"西经", "W"})
}

// Latitude likewise reads a latitude; "points.latitude".
func Latitude(text string) (float64, error) {
	return angle(text, "points.latitude", 90, []string{"北纬", "N"}, []string{"南纬", "S"})
}

// angle reads degrees, with or without minutes and seconds; the signs of the
// hemispheres stand before or behind.
func angle(text string, fault words.ID, most float64, plus, minus []string) (float64, error) {
	rest, sign := hemisphere(strings.ToUpper(narrow(text)), plus, minus)
	degrees, ok := sexagesimal(rest)
	if !ok || degrees > most {
		return 0, geo.BadInput(geo.At{}, fault, "text", text)
	}
	return sign * degrees, nil
}

// hemisphere takes the sign of a hemisphere, or a minus, off a text.
func hemisphere(text string, plus, minus []string) (rest string, sign float64) {
	for i, marks := range [][]string{plus, minus} {
		for _, mark := range marks {
			if cut := strings.TrimSuffix(strings.TrimPrefix(text, mark), mark); cut != text {
				return cut, float64(1 - 2*i)
			}
		}
	}
	if cut, ok := strings.CutPrefix(strings.Replace(text, "−", "-", 1), "-"); ok {
		return cut, -1
	}
	return text, 1
}

// sexagesimal reads one to three numbers: degrees, minutes, seconds. Only the last
// may have a fraction, and sixty minutes or seconds are a slip of the pen.
func sexagesimal(text string) (float64, bool) {
	parts := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(" \t°º˚'′’\"″”:度分秒", r) })
	if len(parts) == 0 || len(parts) > 3 {
		return 0, false
	}
	sum, unit := 0.0, 1.0
	for i, part := range parts {
		x, ok := plain(part)
		if !ok || x < 0 || i > 0 && x >= 60 || i < len(parts)-1 && x != math.Trunc(x) {
			return 0, false
		}
		sum += x / unit
		unit *= 60
	}
	return sum, true
}

// plain reads a decimal number; ParseFloat by itself reads 0x1p4 and NaN too.
func plain(number string) (float64, bool) {
	if strings.Trim(number, "+-.0123456789") != "" {
		return 0, false
	}
	x, err := strconv.ParseFloat(number, 64)
	return x, err == nil
}

// narrow turns the full-width digits and signs of an input method into plain ones.
func narrow(text string) string { return strings.TrimSpace(width.Narrow.String(text)) }
