package planning_test

import (
	"testing"

	"pgregory.net/rapid"

	"zhenjie/assets/words"
	"zhenjie/planning"
)

func TestParseShare(t *testing.T) {
	for typed, want := range map[string]planning.BasisPoints{
		"": 0, " % ": 0, "0": 0, "35": 3500, "35.25%": 3525, "３５％": 3500, "100": 10_000, "0.01 %": 1, "35。5": 3550, "7.50": 750,
	} {
		if got, err := planning.ParseShare(typed); err != nil || got != want {
			t.Errorf("ParseShare(%q) = %d, %v; want %d", typed, got, err, want)
		}
	}
	for typed, want := range map[string]words.ID{
		"x": "share.unreadable", "1/3": "share.unreadable", "35%%": "share.unreadable", "三成": "share.unreadable",
		"100.01": "share.out_of_range", "-1": "share.out_of_range", "33.333": "share.too_fine",
	} {
		if got, err := planning.ParseShare(typed); kind(err) != want || got != 0 {
			t.Errorf("ParseShare(%q) = %d, %v; want %s", typed, got, err, want)
		}
	}
}

func TestSharesComeBackFromTheirText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b := planning.BasisPoints(rapid.IntRange(0, int(planning.Whole)).Draw(t, "share"))
		if back, err := planning.ParseShare(b.InPercent() + "%"); err != nil || back != b {
			t.Fatalf("%d is written %q and read as %d, %v", b, b.InPercent(), back, err)
		}
	})
}

func TestParseMonth(t *testing.T) {
	for typed, want := range map[string]planning.Month{
		"": "", "2026-3": "2026-03", "2026-03": "2026-03", "2026年3月": "2026-03", "2026/03": "2026-03", "２０２６．１２": "2026-12",
		"2026 年 11 月": "2026-11", "202607": "2026-07", "2026-03-15": "2026-03", "2026年3月份": "2026-03", "20260315": "2026-03", "2026.3.5": "2026-03", "2026年3月15日": "2026-03",
	} {
		if got, err := planning.ParseMonth(typed); err != nil || got != want {
			t.Errorf("ParseMonth(%q) = %q, %v; want %q", typed, got, err, want)
		}
	}
	for typed, want := range map[string]words.ID{
		"明年": "month.unreadable", "2026": "month.unreadable", "3月": "month.unreadable", "26-3": "month.unreadable", "2026-3-": "month.unreadable",
		"2026-123": "month.unreadable", "2026-3-45": "month.unreadable", "2026-3-0": "month.unreadable", "2026-3 15": "month.unreadable",
		"2026035": "month.unreadable", "20260332": "month.unreadable",
		"2026-13": "month.out_of_range", "2026-0": "month.out_of_range", "1999-12": "month.out_of_range", "2106-1": "month.out_of_range",
	} {
		if got, err := planning.ParseMonth(typed); kind(err) != want || got != "" {
			t.Errorf("ParseMonth(%q) = %q, %v; want %s", typed, got, err, want)
		}
	}
}
