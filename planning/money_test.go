package planning_test

import (
	"errors"
	"math"
	"math/big"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/planning"
)

// kind is the id of the sentence an error carries, "" for none.
func kind(err error) words.ID {
	var bad *geo.InputError
	if errors.As(err, &bad) {
		return bad.Kind
	}
	return ""
}

func TestParseWan(t *testing.T) {
	for typed, fen := range map[string]planning.Money{
		"": 0, "   ": 0, "\u3000": 0, "0": 0, "-0": 0,
		"1200":                 1_200_000_000,
		"1,200.5":              1_200_500_000,
		"1，200。5":              1_200_500_000,
		" 1 200 ":              1_200_000_000,
		"１２００":                 1_200_000_000,
		"１２００．５万元":             1_200_500_000,
		"0.000001":             1, // one 分
		"38.95亿元":              389_500_000_000,
		"38.95亿":               389_500_000_000,
		"1200万":                1_200_000_000,
		"5元":                   500,
		"0.01元":                1,
		"10000亿":               planning.MaxMoney,
		"1200 万":               1_200_000_000,
		"+7":                   7_000_000,
		"007.50":               7_500_000,
		"100000000.0000000000": 100_000_000_000_000,
	} {
		got, err := planning.ParseWan(typed)
		if err != nil || got != fen {
			t.Errorf("ParseWan(%q) = %d 分, %v; want %d", typed, got, err, fen)
		}
	}
}

func TestParseWanRefuses(t *testing.T) {
	for typed, want := range map[string]words.ID{
		"abc": "money.unreadable", "1.2.3": "money.unreadable", "1e3": "money.unreadable",
		"1/3": "money.unreadable", "0x10": "money.unreadable", "NaN": "money.unreadable", ".": "money.unreadable",
		"--1": "money.unreadable", "万": "money.unreadable", "亿": "money.unreadable", "万元": "money.unreadable", "元": "money.unreadable",
		"12万亿": "money.unreadable", "十二": "money.unreadable", "1e999999999": "money.unreadable",
		strings.Repeat("9", 1000): "money.unreadable",
		"0.0000001":               "money.below_fen", "0.001元": "money.below_fen", "1.00000000001亿": "money.below_fen",
		"-1": "money.out_of_range", "-0.5亿": "money.out_of_range", "10000.01亿": "money.out_of_range",
		"1,2": "money.unreadable", "3,5亿": "money.unreadable", "12,00": "money.unreadable", "1,200,5": "money.unreadable",
		"1 2": "money.unreadable", "3 . 6": "money.unreadable", ",200": "money.unreadable", "1200,": "money.unreadable",
		"99999999999999999999": "money.out_of_range",
	} {
		got, err := planning.ParseWan(typed)
		if kind(err) != want || got != 0 {
			t.Errorf("ParseWan(%q) = %d, %v; want 0 and %s", typed, got, err, want)
		}
	}
}

func TestMoneyComesBackFromItsText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := planning.Money(rapid.Int64Range(0, int64(planning.MaxMoney)).Draw(t, "fen"))
		for _, text := range []string{m.InWan(), m.InWan() + "万元", m.InYi() + "亿元"} {
			back, err := planning.ParseWan(text)
			if err != nil || back != m {
				t.Fatalf("%d 分 is written %q and read as %d, %v", m, text, back, err)
			}
		}
	})
}

func TestMoneyText(t *testing.T) {
	for m, want := range map[planning.Money][2]string{
		0:                         {"0 万元", "0 million yuan"},
		1:                         {"0.01 元", "0.01 yuan"},
		planning.Wan - 1:          {"9999.99 元", "9999.99 yuan"},
		10 * planning.Wan:         {"10 万元", "0.1 million yuan"},
		1200 * planning.Wan:       {"1200 万元", "12 million yuan"},
		planning.Yi - 1:           {"9999.999999 万元", "99.99999999 million yuan"},
		planning.Yi:               {"1 亿元", "0.1 billion yuan"},
		3_895 * planning.Yi / 100: {"38.95 亿元", "3.895 billion yuan"},
		-planning.Wan / 2:         {"-5000 元", "-5000 yuan"},
		-2 * planning.Yi:          {"-2 亿元", "-0.2 billion yuan"},
	} {
		if zh, en := m.Text().In(words.Zh), m.Text().In(words.En); zh != want[0] || en != want[1] {
			t.Errorf("%d 分 is said %q and %q, want %q", m, zh, en, want)
		}
	}
}

// TestSumsOfFullLists: 10,000 rows is what a plan's lists may hold (package edit).
func TestSumsOfFullLists(t *testing.T) {
	const rows = 10_000
	row := planning.ScheduleItem{Amounts: [planning.MaxYears]planning.Money{planning.MaxMoney, planning.MaxMoney, planning.MaxMoney, planning.MaxMoney, planning.MaxMoney}}
	all := make([]planning.ScheduleItem, rows)
	for i := range all {
		all[i] = row
	}
	s := planning.Schedule{Rows: planning.ListOf(all...)}
	if got, want := s.Total(), 5*rows*planning.MaxMoney; got != want || got.InYi() != "500000000" {
		t.Errorf("in all %s 亿元, want 500000000", got.InYi())
	}
	// A file may say anything.
	row.Amounts = [planning.MaxYears]planning.Money{math.MaxInt64, math.MaxInt64, 1}
	if got := row.Total(); got != math.MaxInt64 {
		t.Errorf("a sum that cannot be held is %d", got)
	}
}

func TestPlusStopsAtTheEnds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := rapid.Int64().Draw(t, "a"), rapid.Int64().Draw(t, "b")
		want := new(big.Int).Add(big.NewInt(a), big.NewInt(b))
		for _, end := range []int64{math.MaxInt64, math.MinInt64} {
			if !want.IsInt64() && (want.Sign() > 0) == (end > 0) {
				want.SetInt64(end)
			}
		}
		if got := planning.Money(a).Plus(planning.Money(b)); int64(got) != want.Int64() {
			t.Fatalf("%d + %d = %d, want %d", a, b, got, want)
		}
	})
}

func TestParseNumber(t *testing.T) {
	for typed, want := range map[string]float64{
		"0.5": 0.5, " ０．５ ": 0.5, "0。5": 0.5, "1,003.5": 1003.5, "１，００３": 1003, "-7": -7, "1 200": 1200, ".5": 0.5,
	} {
		if got, err := planning.ParseNumber(typed); err != nil || got != want {
			t.Errorf("ParseNumber(%q) = %v, %v; want %v", typed, got, err, want)
		}
	}
	for _, typed := range []string{"", "x", "0x1p-1", "1e3", "NaN", "Inf", "1_000", "1/2", "3,6", "1,2,3", "0.5 m"} {
		if got, err := planning.ParseNumber(typed); kind(err) != "number.unreadable" || got != 0 {
			t.Errorf("ParseNumber(%q) = %v, %v; want it refused", typed, got, err)
		}
	}
}

func TestPlain(t *testing.T) {
	for typed, want := range map[string]string{
		"　１，２００．５　": "1,200.5", "0。5": "0.5", "ＫＭ２": "KM2", "2026-05-01": "2026-05-01", "龙溪 ": "龙溪", "\u00a0": "",
	} {
		if got := planning.Plain(typed); got != want {
			t.Errorf("Plain(%q) = %q, want %q", typed, got, want)
		}
	}
}

func TestParseArea(t *testing.T) {
	for _, c := range []struct {
		typed string
		unit  geo.Unit
		m2    float64
	}{
		{"", geo.UnitMu, 0}, {"0", geo.UnitMu, 0},
		{"3.6", geo.UnitKm2, 3_600_000},
		{"3.9平方公里", geo.UnitMu, 3_900_000}, // 畲乡小镇, as its texts put it
		{"1,003.5 亩", geo.UnitKm2, 669_000},
		{"1500", geo.UnitMu, 1_000_000}, // 1 km² is 1500 亩 exactly
		{"1500市亩", geo.UnitMu, 1_000_000},
		{"３６０公顷", geo.UnitKm2, 3_600_000},
		{"3.6 KM2", geo.UnitMu, 3_600_000}, {"3.6km²", geo.UnitMu, 3_600_000},
		{"12.25 m²", geo.UnitMu, 12.25}, {"12.25平方米", geo.UnitMu, 12.25}, {"1 ha", geo.UnitMu, 10_000},
		{"3600000㎡", geo.UnitMu, 3_600_000}, {"3.6㎢", geo.UnitMu, 3_600_000}, {"3.6 ㎞²", geo.UnitMu, 3_600_000}, {"3.6km^2", geo.UnitMu, 3_600_000},
		{"360万平方米", geo.UnitMu, 3_600_000}, {"360 万㎡", geo.UnitMu, 3_600_000}, {"0.15 万亩", geo.UnitKm2, 1_000_000},
		{"1,500亩", geo.UnitKm2, 1_000_000}, {"１，５００　亩", geo.UnitKm2, 1_000_000},
	} {
		got, err := planning.ParseArea(c.typed, c.unit)
		if err != nil || got.M2() != c.m2 {
			t.Errorf("ParseArea(%q, %s) = %v m², %v; want %v", c.typed, c.unit, got.M2(), err, c.m2)
		}
	}
	for _, typed := range []string{"abc", "-1", "1e9", "亩", "km2", "3.6 平方英里", "1/2", "3,6", "1,20", "360万", "万平方米", "3 . 6", strings.Repeat("1", 60)} {
		if got, err := planning.ParseArea(typed, geo.UnitKm2); kind(err) != "area.unreadable" || got != 0 {
			t.Errorf("ParseArea(%q) = %v, %v; want it refused", typed, got, err)
		}
	}
}

// TestAScheduleHasNoMoreYearsThanItHolds whatever a file says: amounts are looked
// up by the year.
func TestAScheduleHasNoMoreYearsThanItHolds(t *testing.T) {
	for span, want := range map[int]int{-1: 3, 0: 3, 3: 3, 5: 5, 6: 5, 1 << 30: 5} {
		if got := (planning.Schedule{Span: span}).Years(); got != want {
			t.Errorf("a span of %d is %d years, want %d", span, got, want)
		}
	}
}
