package geo

import (
	"testing"

	"zhenjie/assets/words"
)

func TestAreaUnits(t *testing.T) {
	a := 3 * SquareKilometre
	for _, c := range []struct {
		unit Unit
		want float64
		text string
	}{
		{UnitM2, 3e6, "3000000.00 m²"},
		{UnitKm2, 3, "3.0000 km²"},
		{UnitHa, 300, "300.0000 公顷"},
		{UnitMu, 4500, "4500.00 亩"}, // 1 km² = 1500 亩 by definition
	} {
		if got := a.In(c.unit); got != c.want {
			t.Errorf("3 km² = %v %s, want %v", got, c.unit, c.want)
		}
		if got := a.Text(c.unit).In(words.Zh); got != c.text {
			t.Errorf("printed %q, want %q", got, c.text)
		}
	}
}

func TestDecimalRoundsHalfAwayFromZero(t *testing.T) {
	for _, c := range []struct {
		x      float64
		places int
		want   string
	}{
		{0.125, 2, "0.13"}, {2.675, 2, "2.68"}, {-0.125, 2, "-0.13"}, {-0.001, 2, "0.00"},
		{0.5, 0, "1"}, {1.5, 0, "2"}, {2.5, 0, "3"}, {1e21, 0, "1000000000000000000000"},
		{0, 2, "0.00"}, {9.995, 2, "10.00"}, {1e-300, 3, "0.000"},
	} {
		if got := Decimal(c.x, c.places); got != c.want {
			t.Errorf("Decimal(%v, %d) = %q, want %q", c.x, c.places, got, c.want)
		}
	}
}
