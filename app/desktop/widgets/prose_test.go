package widgets

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// wide measures Han characters and full-width signs as two, others as one.
func wide(s string) float32 {
	w := float32(0)
	for _, r := range s {
		if r > 0x2000 {
			w++
		}
		w++
	}
	return w
}

func TestLinesBreakAsChineseIsBroken(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"", nil},
		{"规划面积", []string{"规划面积"}},
		{"规划面积不足，请补", []string{"规划面积", "不足，请", "补"}},
		{"规划面积，不足", []string{"规划面", "积，不足"}},          // no comma at the start of a line
		{"规划面《要点》", []string{"规划面", "《要点》"}},          // no opening bracket at the end
		{"面积 3.6 km² 是", []string{"面积 3.6", "km² 是"}}, // numbers and units stay whole
		{"abcdefghijkl", []string{"abcdefgh", "ijkl"}},
		{"一\n二", []string{"一", "二"}},
		{"一\n", []string{"一"}},
	} {
		if got := breakLines(c.text, 8, wide); !slices.Equal(got, c.want) {
			t.Errorf("%q breaks into %q, want %q", c.text, got, c.want)
		}
	}
}

func TestNothingIsLostInBreaking(t *testing.T) {
	text := "依据《要点》（第二条），“三年总投资”应≥50亿元；信息经济、旅游、金融、健康类可放宽到30亿元。Investment counts without housing."
	bare := func(s string) string { return strings.ReplaceAll(s, " ", "") }
	for width := float32(2); width < 60; width++ {
		lines := breakLines(text, width, wide)
		if got := bare(strings.Join(lines, "")); got != bare(text) {
			t.Errorf("at %v: %q", width, got)
		}
		for _, l := range lines {
			if wide(l) > width {
				t.Errorf("at %v the line %q is %v wide", width, l, wide(l))
			}
		}
	}
}

func TestProseIsAsHighAsItsLines(t *testing.T) {
	p := NewProse(strings.Repeat("三年总投资不少于五十亿元，", 10))
	inWindow(t, container.NewWithoutLayout(p), 500, 300)
	p.Resize(fyne.NewSize(400, 10))
	one := p.face.lineHeight(skinOf(p))
	wideHeight := p.MinSize().Height
	p.Resize(fyne.NewSize(200, 10))
	narrow := p.MinSize().Height
	// 130 characters of 14 units: 28 fit into 400, 14 into 200.
	if wideHeight != 5*one || narrow != 10*one {
		t.Errorf("%.1f lines at 400 units, %.1f at 200; want 5 and 10", wideHeight/one, narrow/one)
	}
	p.Set("短")
	if p.MinSize().Height != one {
		t.Errorf("one word is %.1f lines high", p.MinSize().Height/one)
	}
}
