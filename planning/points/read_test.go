package points_test

import (
	"errors"
	"math"
	"testing"

	"zhenjie/geo"
	"zhenjie/planning/points"
)

func TestMetresAreReadAsPeopleTypeThem(t *testing.T) {
	table := points.Of(oblong) // zone 40
	for text, want := range map[string]float64{
		"3350123.456": 3350123.456, " 3,350,123.456 m": 3350123.456, "３３５０１２３．４５６": 3350123.456, "3350123米": 3350123, "0": 0, "-5": -5,
	} {
		if got, err := table.Northing(text); err != nil || got != want {
			t.Errorf("X %q is %v, %v; want %v", text, got, err, want)
		}
	}
	for text, want := range map[string]float64{"512345.678": 512345.678, "40512345.678": 512345.678, "999999.9": 999999.9} {
		if got, err := table.Easting(text); err != nil || math.Abs(got-want) > 1e-8 { // the zone takes two of sixteen digits
			t.Errorf("Y %q is %v, %v; want %v", text, got, err, want)
		}
	}
	for text, want := range map[string]string{
		"": "points.metres", "x": "points.metres", "1e5": "points.metres", "0x10": "points.metres", "NaN": "points.metres", "1.2.3": "points.metres",
		"39512345.678": "points.other_zone", "120512345": "points.other_zone",
	} {
		if _, err := table.Easting(text); kind(err) != want {
			t.Errorf("Y %q: %v, want %s", text, err, want)
		}
	}
}

func kind(err error) string {
	var bad *geo.InputError
	if errors.As(err, &bad) {
		return string(bad.Kind)
	}
	return ""
}

func TestDegreesAreReadAsPeopleTypeThem(t *testing.T) {
	const dms = 120 + 7.0/60 + 24.44/3600
	for text, want := range map[string]float64{
		"120.1234567": 120.1234567, "１２０．５": 120.5, "120": 120, "180": 180, "-0.5": -0.5, "−0.5": -0.5,
		"120°07′24.44″": dms, "120°7'24.44\"E": dms, "E120:07:24.44": dms, "120 7 24.44": dms, "东经120度7分24.44秒": dms, "120°07′24.44″ 东经": dms,
		"120º7.5′": 120.125, "西经120.5": -120.5, "120.5w": -120.5,
	} {
		if got, err := points.Longitude(text); err != nil || math.Abs(got-want) > 1e-13 {
			t.Errorf("longitude %q is %v, %v; want %v", text, got, err, want)
		}
	}
	for text, want := range map[string]float64{"北纬30°18′": 30.3, "30.3N": 30.3, "南纬30.3": -30.3, "30.3 S": -30.3, "90": 90} {
		if got, err := points.Latitude(text); err != nil || math.Abs(got-want) > 1e-13 {
			t.Errorf("latitude %q is %v, %v; want %v", text, got, err, want)
		}
	}
	for _, text := range []string{
		"", "°", "abc", "180.1", "120°60′", "120°7′60″", "120.5°7′", "120°7.5′3″", "1 2 3 4", "120N", "北纬30", "西经-120", "E120W", "1e2", "120°-7′", "Inf", "9999999999",
	} {
		if got, err := points.Longitude(text); kind(err) != "points.longitude" {
			t.Errorf("longitude %q is %v, %v", text, got, err)
		}
	}
	if _, err := points.Latitude("90.1"); kind(err) != "points.latitude" {
		t.Error("a latitude of 90.1° is read")
	}
}

func FuzzDegrees(f *testing.F) {
	for _, text := range []string{"120.1", "东经120°07′24.44″", "-120 7 24", "１２０º", "西经"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if lon, err := points.Longitude(text); err == nil && !(math.Abs(lon) <= 180) {
			t.Errorf("%q is %v", text, lon)
		}
		if lat, err := points.Latitude(text); err == nil && !(math.Abs(lat) <= 90) {
			t.Errorf("%q is %v", text, lat)
		}
	})
}
