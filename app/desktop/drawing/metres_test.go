package drawing

import "testing"

func TestParseMetres(t *testing.T) {
	for text, want := range map[string]float64{"12.5": 12.5, " -3 m": -3, "１０米": 10, "−2.5": -2.5, "1,200": 1200, "0": 0} {
		if got, err := ParseMetres(text); err != nil || got != want {
			t.Errorf("%q is %v, %v; want %v", text, got, err, want)
		}
	}
	for _, text := range []string{"", "m", "abc", "1e5", "0x10", "NaN", "12 km"} {
		if got, err := ParseMetres(text); err == nil {
			t.Errorf("%q was read as %v", text, got)
		}
	}
}
