package coordtext_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"zhenjie/geo/coordtext"
)

const (
	lat = 30 + 15.0/60 + 20.5/3600
	lon = 120 + 7.0/60 + 24.44/3600
)

// exact is the tolerance: degrees of one part in 10¹⁶.
const exact = 3e-14

func TestAnglesInTheirManySpellings(t *testing.T) {
	for text, want := range map[string]coordtext.Angle{
		"30.5": {30.5, 0, false}, "-33.5": {-33.5, 0, false}, "−33.5": {-33.5, 0, false}, "+30.5": {30.5, 0, false}, "30.": {30, 0, false},
		"30.5°": {30.5, 0, false}, "30.5度": {30.5, 0, false}, "３０．５": {30.5, 0, false}, "120": {120, 0, false},
		"30.5N": {30.5, 'N', false}, "30.5 s": {-30.5, 'N', false}, "E120.5": {120.5, 'E', false}, "120.5°W": {-120.5, 'E', false},
		"北纬30.5": {30.5, 'N', false}, "北纬：30.5度": {30.5, 'N', false}, "120.5东经": {120.5, 'E', false}, "Lat 30.5": {30.5, 'N', false},
		"30°15′20.5″": {lat, 0, true}, `30°15'20.5"`: {lat, 0, true}, "30º15’20.5”": {lat, 0, true}, "30˚15´20.5''": {lat, 0, true},
		"30°15′20.5": {lat, 0, true}, "30° 15′ 20.5″ N": {lat, 'N', true}, "N 30°15′20.5″": {lat, 'N', true}, "30°15′20.5″北纬": {lat, 'N', true},
		"30度15分20.5秒": {lat, 0, true}, "北纬30度15分20.5秒": {lat, 'N', true}, "30 15 20.5": {lat, 0, true}, "N30 15 20.5": {lat, 'N', true},
		"30-15-20.5": {lat, 0, true}, "30:15:20.5": {lat, 0, true}, "30：15：20．5": {lat, 0, true}, "-30 15 20.5": {-lat, 0, true}, "-30-15-20.5": {-lat, 0, true},
		"E120:07:24.44": {lon, 'E', true}, "120°7′24.44″W": {-lon, 'E', true}, "0120°07′24.44″": {lon, 0, true},
		"30°15′": {30.25, 0, true}, "30°15.5′": {30 + 15.5/60, 0, true}, "30 15.5": {30 + 15.5/60, 0, true}, "30°15": {30.25, 0, true}, "-0°30′": {-0.5, 0, true},
		"30°0′0″": {30, 0, true}, "120°59′59.9999″": {120 + 59.0/60 + 59.9999/3600, 0, true},
	} {
		got, ok := coordtext.ParseAngle(text)
		if !ok || math.Abs(got.Degrees-want.Degrees) > exact || got.Axis != want.Axis || got.Minutes != want.Minutes {
			t.Errorf("%q is %+v, %v; want %+v", text, got, ok, want)
		}
	}
	for _, text := range []string{
		"", " ", "°", "abc", "N", "N N", "E30W", "-30S", "30-", "30:15:", "30--15", "30 -15", "30°-15′", "30.5°15′", "30°15.5′20″", "30°60′", "30°15′60″",
		"30'15°", `30"`, "30'", "1 2 3 4", "30°15′20″5", "30°15′20″30°", "1e2", "0x10", "NaN", "Inf", "30,5", "30..5", ".5", "--5", strings.Repeat("1", 30), "30 ° 15 x",
	} {
		if got, ok := coordtext.ParseAngle(text); ok {
			t.Errorf("%q is read as %+v", text, got)
		}
	}
}

func TestPackedAngles(t *testing.T) {
	for text, want := range map[string]float64{
		"301520.5": lat, "301520.50": lat, "1200724.44": lon, "0301520.5": lat, "30000": 3, "301520": 30 + 15.0/60 + 20.0/3600, "301520.": 30 + 15.0/60 + 20.0/3600,
	} {
		if got, ok := coordtext.ParsePacked(text); !ok || math.Abs(got.Degrees-want) > exact {
			t.Errorf("%q is %+v, %v; want %v", text, got, ok, want)
		}
	}
	for _, text := range []string{"", "3015", "306020", "301560", "12345678", "-301520", "30.1520", "3015x0", "301520.5.", "301520,5"} {
		if got, ok := coordtext.ParsePacked(text); ok {
			t.Errorf("packed %q is read as %+v", text, got)
		}
	}
	for text, want := range map[string]float64{
		"30.15205": lat, "120.072444": lon, "30": 30, "30.15": 30.25, "30.3": 30.5, "0.0001": 1.0 / 3600,
	} {
		if got, ok := coordtext.ParsePointed(text); !ok || math.Abs(got.Degrees-want) > exact {
			t.Errorf("%q is %+v, %v; want %v", text, got, ok, want)
		}
	}
	for _, text := range []string{"", ".15", "30.60", "30.1560", "30.7", "1200.15", "-30.15", "30.1x", "30.15.20"} {
		if got, ok := coordtext.ParsePointed(text); ok {
			t.Errorf("pointed %q is read as %+v", text, got)
		}
	}
}

// TestEveryMinuteComesBack prints and reads every minute of China's longitudes
// and seconds of one degree, in each spelling.
func TestEveryMinuteComesBack(t *testing.T) {
	spell := strings.NewReplacer("°", "-", "′", "-", "″", "")
	pack := strings.NewReplacer("°", "", "′", "", "″", "")
	check := func(deg float64, places int) {
		text := coordtext.DMS(deg, places)
		tolerance := 0.5000001/3600/math.Pow10(places) + exact
		for _, s := range []string{text, spell.Replace(text), strings.ReplaceAll(text, "″", "″E")} {
			if got, ok := coordtext.ParseAngle(s); !ok || math.Abs(got.Degrees-deg) > tolerance {
				t.Fatalf("%v is printed as %q and read as %+v, %v", deg, s, got, ok)
			}
		}
		if got, ok := coordtext.ParsePacked(pack.Replace(text)); !ok || math.Abs(got.Degrees-deg) > tolerance {
			t.Fatalf("%v is packed as %q and read as %+v, %v", deg, pack.Replace(text), got, ok)
		}
	}
	for minute := 73 * 60; minute <= 136*60; minute++ {
		check(float64(minute)/60, 0)
		check(float64(minute)/60+1e-9, 4)
	}
	for second := range 3600 {
		check(119+float64(second)/3600, 2)
		check(120-float64(second+1)*1e-7, 3) // next to a whole degree: never sixty
	}
}

func TestDMS(t *testing.T) {
	for _, c := range []struct {
		deg    float64
		places int
		want   string
	}{
		{lat, 2, "30°15′20.50″"}, {lon, 2, "120°07′24.44″"}, {lat, 0, "30°15′21″"}, {0, 2, "0°00′00.00″"}, {29.9999999999, 2, "30°00′00.00″"},
		{59.0/60 + 59.996/3600, 2, "1°00′00.00″"}, {1.0 / 3600, 0, "0°00′01″"}, {math.NaN(), 2, "–"}, {math.Inf(1), 2, "–"},
	} {
		if got := coordtext.DMS(c.deg, c.places); got != c.want {
			t.Errorf("DMS(%v, %d) = %q, want %q", c.deg, c.places, got, c.want)
		}
	}
}

func TestAnglesComeBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		deg := rapid.Float64Range(0, 180).Draw(t, "degrees")
		text := coordtext.DMS(deg, 9) // 0.03 µm
		got, ok := coordtext.ParseAngle(text)
		if !ok || math.Abs(got.Degrees-deg) > 2e-13 {
			t.Fatalf("%v is printed as %q and read as %+v, %v", deg, text, got, ok)
		}
		if got, ok := coordtext.ParseAngle(fmt.Sprint(math.Round(deg*1e9) / 1e9)); ok && math.Abs(got.Degrees-deg) > 6e-10 {
			t.Fatalf("%v is read as %v", deg, got.Degrees)
		}
	})
}

func TestMetres(t *testing.T) {
	for text, want := range map[string]float64{
		"3350123.456": 3350123.456, " 3,350,123.456 m": 3350123.456, "３３５０１２３．４５６": 3350123.456, "3350123米": 3350123, "-5": -5, "40 512 345": 40512345,
	} {
		if got, ok := coordtext.ParseMetres(text); !ok || got != want {
			t.Errorf("%q is %v, %v; want %v", text, got, ok, want)
		}
	}
	for _, text := range []string{"", "m", "x", "1e5", "0x10", "NaN", "1.2.3", "30°15′"} {
		if got, ok := coordtext.ParseMetres(text); ok {
			t.Errorf("%q is read as %v", text, got)
		}
	}
}

func FuzzParseAngle(f *testing.F) {
	for _, text := range []string{"120.1", "东经120°07′24.44″", "-120 7 24", "１２０º", "301520.5", "30-15-20"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, parse := range []func(string) (coordtext.Angle, bool){coordtext.ParseAngle, coordtext.ParsePacked, coordtext.ParsePointed} {
			if a, ok := parse(text); ok && (math.IsNaN(a.Degrees) || math.IsInf(a.Degrees, 0)) {
				t.Errorf("%q is %v", text, a.Degrees)
			}
		}
		if x, ok := coordtext.ParseMetres(text); ok && (math.IsNaN(x) || math.IsInf(x, 0)) {
			t.Errorf("%q is %v m", text, x)
		}
	})
}

func BenchmarkParseAngle(b *testing.B) {
	for _, text := range []string{"30.50123456", `30°15′20.5″`, "N30 15 20.5"} {
		b.Run(text, func(b *testing.B) {
			for b.Loop() {
				coordtext.ParseAngle(text)
			}
		})
	}
}
