package desktop

import (
	"testing"

	"zhenjie/app/cli"
	"zhenjie/assets/words"
)

// TestTheWindowFitsASmallScreen: 1024 pixels are what an old projector has.
func TestTheWindowFitsASmallScreen(t *testing.T) {
	for _, lang := range []words.Lang{words.Zh, words.En} {
		h := opened(t, cli.Opening{Sample: true, Lang: lang})
		h.settleProject()
		h.setLang(lang)
		for _, pg := range h.project.pages {
			h.project.showPageOf(pg.ID())
			if size := h.win.Content().MinSize(); size.Width > 1024 || size.Height > 720 {
				t.Errorf("%v, %s: the window needs %v", lang, pg.ID(), size)
			}
		}
	}
}
