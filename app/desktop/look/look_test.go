package look

import (
	"fmt"
	"image/color"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"zhenjie/assets/words"
	"zhenjie/geo/carto"
)

var variants = map[Mode]fyne.ThemeVariant{Light: theme.VariantLight, Dark: theme.VariantDark}

// contrast is the contrast ratio of WCAG 2.2, 1 to 21.
func contrast(a, b color.Color) float64 {
	la, lb := luminance(a), luminance(b)
	return (max(la, lb) + 0.05) / (min(la, lb) + 0.05)
}

// luminance is the relative luminance of WCAG 2.2, 0 to 1.
func luminance(c color.Color) float64 {
	n := color.NRGBAModel.Convert(c).(color.NRGBA)
	linear := func(v uint8) float64 {
		s := float64(v) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(n.R) + 0.7152*linear(n.G) + 0.0722*linear(n.B)
}

// over is a translucent colour laid over another.
func over(top, below color.Color) color.Color {
	t, b := color.NRGBAModel.Convert(top).(color.NRGBA), color.NRGBAModel.Convert(below).(color.NRGBA)
	mix := func(t8, b8 uint8) uint8 { return uint8((int(t8)*int(t.A) + int(b8)*(255-int(t.A))) / 255) }
	return color.NRGBA{mix(t.R, b.R), mix(t.G, b.G), mix(t.B, b.B), 255}
}

func TestContrastOfWhiteAndBlack(t *testing.T) {
	if c := contrast(color.White, color.Black); math.Abs(c-21) > 1e-9 {
		t.Errorf("white on black: %v, WCAG says 21", c)
	}
	// A pair WCAG's own understanding documents name: #767676 on white, 4.54:1.
	if c := contrast(rgb(0x767676), color.White); math.Abs(c-4.54) > 0.005 {
		t.Errorf("#767676 on white: %v, want 4.54", c)
	}
}

func TestTextCanBeRead(t *testing.T) {
	test.NewTempApp(t)
	texts := []fyne.ThemeColorName{
		ColorPass, ColorFail, ColorBorderline, ColorMissing,
		theme.ColorNameForeground, theme.ColorNamePlaceHolder, theme.ColorNamePrimary,
		theme.ColorNameError, theme.ColorNameWarning, theme.ColorNameSuccess,
	}
	grounds := []fyne.ThemeColorName{
		theme.ColorNameBackground, theme.ColorNameInputBackground, theme.ColorNameOverlayBackground,
		theme.ColorNameMenuBackground, theme.ColorNameHeaderBackground,
	}
	for mode, variant := range variants {
		l := New(mode)
		ground := func(n fyne.ThemeColorName) color.Color { return l.Color(n, variant) }
		for _, text := range texts {
			for _, g := range grounds {
				if c := contrast(l.Color(text, variant), ground(g)); c < 4.5 {
					t.Errorf("%s: %s on %s stands out by %.2f:1", mode, text, g, c)
				}
			}
			// A chosen row keeps its verdict's colour and its small print.
			chosen := over(l.Color(theme.ColorNameSelection, variant), ground(theme.ColorNameBackground))
			if c := contrast(l.Color(text, variant), chosen); c < 3 {
				t.Errorf("%s: %s on a chosen row stands out by %.2f:1", mode, text, c)
			}
		}
		for on, g := range map[fyne.ThemeColorName]fyne.ThemeColorName{
			theme.ColorNameForegroundOnPrimary: theme.ColorNamePrimary,
			theme.ColorNameForegroundOnError:   theme.ColorNameError,
			theme.ColorNameForegroundOnSuccess: theme.ColorNameSuccess,
			theme.ColorNameForegroundOnWarning: theme.ColorNameWarning,
			theme.ColorNameForeground:          theme.ColorNameButton,
		} {
			if c := contrast(l.Color(on, variant), l.Color(g, variant)); c < 4.5 {
				t.Errorf("%s: %s on %s stands out by %.2f:1", mode, on, g, c)
			}
		}
	}
}

func TestTheWindowMatchesTheMap(t *testing.T) {
	for mode, style := range map[Mode]carto.Style{Light: carto.Light, Dark: carto.Dark} {
		l := New(mode)
		for name, want := range map[fyne.ThemeColorName]color.Color{
			theme.ColorNameBackground: style.Paper,
			theme.ColorNameForeground: style.Ink,
			theme.ColorNamePrimary:    style.Areas[carto.Extent].Line,
		} {
			if got := l.Color(name, variants[mode]); got != want {
				t.Errorf("%s: %s is %v, on the map %v", mode, name, got, want)
			}
		}
	}
}

func TestModes(t *testing.T) {
	test.NewTempApp(t)
	for mode, variant := range variants {
		other := theme.VariantLight + theme.VariantDark - variant
		forced, system := New(mode), New(System)
		if forced.Color(theme.ColorNameBackground, other) != forced.Color(theme.ColorNameBackground, variant) {
			t.Errorf("%s follows the system", mode)
		}
		if system.Color(theme.ColorNameBackground, variant) != forced.Color(theme.ColorNameBackground, variant) {
			t.Errorf("the system's %s is another", mode)
		}
		if mode.IsDark() != (mode == Dark) {
			t.Errorf("%s is dark: %v", mode, mode.IsDark())
		}
	}
	if Mode("").IsDark() != System.IsDark() {
		t.Error("an unknown mode is not the system's")
	}
}

func TestWhatThePaletteLacksIsFynes(t *testing.T) {
	test.NewTempApp(t)
	for mode, variant := range variants {
		name := theme.ColorNameInnerWindowBorder
		if got, want := New(mode).Color(name, variant), theme.DefaultTheme().Color(name, variant); got != want {
			t.Errorf("%s: %s is %v, Fyne's %v", mode, name, got, want)
		}
	}
	if got, want := New(Light).Size(theme.SizeNameWindowTitleBarHeight), theme.DefaultTheme().Size(theme.SizeNameWindowTitleBarHeight); got != want {
		t.Errorf("a title bar is %v high, Fyne's %v", got, want)
	}
}

func TestFontsCoverChinese(t *testing.T) {
	test.NewTempApp(t)
	l := New(Light)
	for _, style := range []fyne.TextStyle{{}, {Italic: true}, {Monospace: true}, {Bold: true}, {Bold: true, Italic: true}, {Bold: true, Monospace: true}} {
		want := regular
		if style.Bold {
			want = bold
		}
		if l.Font(style) != want {
			t.Errorf("%+v is set in %s", style, l.Font(style).Name())
		}
	}
	if f := l.Font(fyne.TextStyle{Symbol: true}); f == regular || f == nil {
		t.Error("symbols are set in the text's typeface")
	}
}

func TestSpeak(t *testing.T) {
	test.NewTempApp(t)
	for l, want := range map[words.Lang]string{words.Zh: "复制 取消 名称", words.En: "Copy Cancel Name"} {
		if err := Speak(l); err != nil {
			t.Fatal(err)
		}
		if got := fmt.Sprint(lang.L("Copy"), " ", lang.L("Cancel"), " ", lang.X("file.name", "?")); got != want {
			t.Errorf("in %v Fyne says %q, want %q", l, got, want)
		}
	}
}
