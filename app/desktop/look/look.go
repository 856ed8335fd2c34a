// Package look is the theme of the window: the bundled typeface, the colours
// of the map carried over to everything round it, and the sizes of a dense
// office program. Widgets take every colour and length from the theme, by name.
package look

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"zhenjie/assets/fonts"
)

// Mode says whether the window is light or dark. The strings are stable: the
// settings keep them.
type Mode string

// The modes; anything else is System.
const (
	System Mode = "system" // as the desktop round the window is
	Light  Mode = "light"
	Dark   Mode = "dark"
)

// Modes lists the modes in the order settings show them.
var Modes = []Mode{System, Light, Dark}

// IsDark reports whether a window of this mode is dark now, for what is drawn
// without the theme (the map picture).
func (m Mode) IsDark() bool {
	return m.variant(fyne.CurrentApp().Settings().ThemeVariant()) == theme.VariantDark
}

func (m Mode) variant(system fyne.ThemeVariant) fyne.ThemeVariant {
	switch m {
	case Light:
		return theme.VariantLight
	case Dark:
		return theme.VariantDark
	default:
		return system
	}
}

// New makes the theme: app.Settings().SetTheme(look.New(mode)).
func New(m Mode) fyne.Theme { return &look{m} }

type look struct{ mode Mode }

// Color looks a name up in the palette of the mode; names the palette does not
// hold are Fyne's own.
func (l *look) Color(name fyne.ThemeColorName, system fyne.ThemeVariant) color.Color {
	variant := l.mode.variant(system)
	p := &light
	if variant == theme.VariantDark {
		p = &dark
	}
	if c, ok := (*p)[name]; ok {
		return c
	}
	return theme.DefaultTheme().Color(name, variant)
}

var (
	regular = fyne.NewStaticResource("NotoSansSC-Regular.ttf", fonts.Regular)
	bold    = fyne.NewStaticResource("NotoSansSC-Bold.ttf", fonts.Bold)
)

// Font returns the bundled typeface for every style but symbols: without it,
// Chinese in italics or a fixed pitch would be drawn as boxes. There is no
// slanted Chinese, and the digits of the typeface are all of one width.
func (l *look) Font(style fyne.TextStyle) fyne.Resource {
	switch {
	case style.Symbol:
		return theme.DefaultTheme().Font(style)
	case style.Bold:
		return bold
	default:
		return regular
	}
}

// Icon returns Fyne's icons.
func (l *look) Icon(name fyne.ThemeIconName) fyne.Resource {
	return theme.DefaultTheme().Icon(name)
}

// Size returns lengths in Fyne units, one pixel where the screen is not scaled.
func (l *look) Size(name fyne.ThemeSizeName) float32 {
	if s, ok := sizes[name]; ok {
		return s
	}
	return theme.DefaultTheme().Size(name)
}
