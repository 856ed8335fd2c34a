// Package fonts embeds the typeface of the window and of everything handed in:
// Noto Sans SC, which covers GB 2312 and far beyond. The licence is OFL.txt.
package fonts

import _ "embed"

// Regular and Bold are TrueType files as the Noto project releases them (the
// static instances of Google Fonts); they must not be written to.
var (
	//go:embed NotoSansSC-Regular.ttf
	Regular []byte
	//go:embed NotoSansSC-Bold.ttf
	Bold []byte
)
