package desktop

import (
	"fyne.io/fyne/v2/theme"

	"zhenjie/app/desktop/widgets"
	"zhenjie/assets/words"
	"zhenjie/planning"
	"zhenjie/planning/sites"
)

// siteRemark says which projects stand outside the extent, or on a ground that is
// wrong; it is hidden while there are none.
type siteRemark struct {
	*widgets.Prose
	lang words.Lang
	of   planning.Plan // looked at last
}

func newSiteRemark(lang words.Lang) *siteRemark {
	r := &siteRemark{Prose: widgets.NewHint(""), lang: lang}
	r.SetColour(theme.ColorNameWarning)
	r.Hide()
	return r
}

// show looks at a plan; nothing is computed while its sites and outlines are those
// looked at last.
func (r *siteRemark) show(p planning.Plan) {
	if r.of.Sites.Equal(p.Sites) && r.of.Extent.Equal(p.Extent) {
		return
	}
	r.of = p
	text := sites.Summary(sites.Of(p)).In(r.lang)
	r.Set(text)
	if text == "" {
		r.Hide()
	} else {
		r.Show()
	}
}
