package look

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// The colours of the verdicts, to be looked up in the theme. Each stands out
// from the background by 4.5:1 or more, in light and in dark.
const (
	ColorPass       fyne.ThemeColorName = "zhenjiePass"
	ColorFail       fyne.ThemeColorName = "zhenjieFail"
	ColorBorderline fyne.ThemeColorName = "zhenjieBorderline"
	ColorMissing    fyne.ThemeColorName = "zhenjieMissing"
)

type palette map[fyne.ThemeColorName]color.Color

func rgb(hex uint32) color.NRGBA { return rgba(hex, 0xff) }

func rgba(hex uint32, alpha uint8) color.NRGBA {
	return color.NRGBA{R: uint8(hex >> 16), G: uint8(hex >> 8), B: uint8(hex), A: alpha}
}

// light goes with carto.Light: its paper, its ink, the blue of the extent.
var light = palette{
	ColorPass:       rgb(0x2a6a3a),
	ColorFail:       rgb(0xb3261e),
	ColorBorderline: rgb(0x8a4f08),
	ColorMissing:    rgb(0x586470),

	theme.ColorNameBackground:          rgb(0xf7f5f0),
	theme.ColorNameForeground:          rgb(0x2b333b),
	theme.ColorNamePrimary:             rgb(0x1f5f80),
	theme.ColorNameHyperlink:           rgb(0x1f5f80),
	theme.ColorNameForegroundOnPrimary: rgb(0xffffff),
	theme.ColorNameFocus:               rgba(0x1f5f80, 0x40),
	theme.ColorNameSelection:           rgba(0x1f5f80, 0x38),
	theme.ColorNameHover:               rgba(0x1f5f80, 0x12),
	theme.ColorNamePressed:             rgba(0x1f5f80, 0x2c),
	theme.ColorNameButton:              rgb(0xe9e6dd),
	theme.ColorNameDisabledButton:      rgb(0xefede6),
	theme.ColorNameDisabled:            rgb(0x8d908e),
	theme.ColorNamePlaceHolder:         rgb(0x646867),
	theme.ColorNameHeaderBackground:    rgb(0xece9e1),
	theme.ColorNameInputBackground:     rgb(0xffffff),
	theme.ColorNameInputBorder:         rgb(0xc9c5ba),
	theme.ColorNameMenuBackground:      rgb(0xfdfcfa),
	theme.ColorNameOverlayBackground:   rgb(0xfbfaf7),
	theme.ColorNameSeparator:           rgb(0xdcd8ce),
	theme.ColorNameScrollBar:           rgba(0x2b333b, 0x70),
	theme.ColorNameShadow:              rgba(0x2b333b, 0x38),
	theme.ColorNameSuccess:             rgb(0x2a6a3a),
	theme.ColorNameWarning:             rgb(0x8a4f08),
	theme.ColorNameError:               rgb(0xb3261e),
	theme.ColorNameForegroundOnSuccess: rgb(0xffffff),
	theme.ColorNameForegroundOnWarning: rgb(0xffffff),
	theme.ColorNameForegroundOnError:   rgb(0xffffff),
}

// dark goes with carto.Dark.
var dark = palette{
	ColorPass:       rgb(0x7fc98f),
	ColorFail:       rgb(0xf58a82),
	ColorBorderline: rgb(0xf0b45c),
	ColorMissing:    rgb(0xa7b3bf),

	theme.ColorNameBackground:          rgb(0x1b2026),
	theme.ColorNameForeground:          rgb(0xe4e8ec),
	theme.ColorNamePrimary:             rgb(0x6fbce0),
	theme.ColorNameHyperlink:           rgb(0x6fbce0),
	theme.ColorNameForegroundOnPrimary: rgb(0x10161b),
	theme.ColorNameFocus:               rgba(0x6fbce0, 0x48),
	theme.ColorNameSelection:           rgba(0x6fbce0, 0x40),
	theme.ColorNameHover:               rgba(0x9fd4ee, 0x14),
	theme.ColorNamePressed:             rgba(0x9fd4ee, 0x30),
	theme.ColorNameButton:              rgb(0x2d353e),
	theme.ColorNameDisabledButton:      rgb(0x252c33),
	theme.ColorNameDisabled:            rgb(0x6c7680),
	theme.ColorNamePlaceHolder:         rgb(0x9aa4ae),
	theme.ColorNameHeaderBackground:    rgb(0x232a31),
	theme.ColorNameInputBackground:     rgb(0x252c34),
	theme.ColorNameInputBorder:         rgb(0x47515b),
	theme.ColorNameMenuBackground:      rgb(0x262d35),
	theme.ColorNameOverlayBackground:   rgb(0x20262d),
	theme.ColorNameSeparator:           rgb(0x363f48),
	theme.ColorNameScrollBar:           rgba(0xe4e8ec, 0x70),
	theme.ColorNameShadow:              rgba(0x000000, 0x80),
	theme.ColorNameSuccess:             rgb(0x7fc98f),
	theme.ColorNameWarning:             rgb(0xf0b45c),
	theme.ColorNameError:               rgb(0xf58a82),
	theme.ColorNameForegroundOnSuccess: rgb(0x10161b),
	theme.ColorNameForegroundOnWarning: rgb(0x10161b),
	theme.ColorNameForegroundOnError:   rgb(0x10161b),
}

// sizes are chosen so that a page of a form and the map fit side by side on a
// screen of 1280 × 800.
var sizes = map[fyne.ThemeSizeName]float32{
	theme.SizeNameText:           14,
	theme.SizeNameCaptionText:    12,
	theme.SizeNameSubHeadingText: 16,
	theme.SizeNameHeadingText:    20,
	theme.SizeNamePadding:        4,
	theme.SizeNameInnerPadding:   5,
	theme.SizeNameLineSpacing:    3,
	theme.SizeNameInlineIcon:     18,
	theme.SizeNameScrollBar:      11,
	theme.SizeNameScrollBarSmall: 4,
	theme.SizeNameInputBorder:    1,
	theme.SizeNameInputRadius:    3,
	theme.SizeNameButtonRadius:   3,
}
