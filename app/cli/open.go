package cli

import (
	"runtime"

	"zhenjie/geo"
)

// openCmd opens the window.
type openCmd struct {
	File   string `arg:"" optional:"" name:"file"`
	Sample bool   `hidden:"" help:"cli.help.sample"`
	Shot   string `hidden:"" placeholder:"PNG" help:"cli.help.shot"`
	Page   string `hidden:"" placeholder:"PAGE" help:"cli.help.shot"`
	Theme  string `hidden:"" enum:"light,dark,system," default:"" placeholder:"light|dark|system" help:"cli.help.shot"`
}

func (c *openCmd) run(s *session) (short bool, err error) {
	switch {
	case s.window == nil:
		return false, geo.BadInput(geo.At{}, "cli.no_window")
	case runtime.GOOS == "linux" && s.env("DISPLAY") == "" && s.env("WAYLAND_DISPLAY") == "":
		return false, geo.BadInput(geo.At{}, "cli.no_display")
	}
	return false, s.window(Opening{
		File: c.File, Sample: c.Sample, Lang: s.lang, Locale: s.locale,
		Shot: c.Shot, Page: c.Page, Theme: c.Theme,
	})
}
