package page

import (
	"fyne.io/fyne/v2"

	"zhenjie/app/desktop/widgets"
)

// line is a sentence in a colour of the theme.
type line struct {
	text   string
	colour fyne.ThemeColorName
}

// lines are sentences below each other, as many as there are.
type lines struct {
	form  *widgets.Form
	prose []*widgets.Prose
}

func newLines() *lines { return &lines{form: widgets.NewForm()} }

// mostLines bounds the sentences shown; nobody reads more before mending some.
const mostLines = 60

// show shows other sentences.
func (l *lines) show(all []line) {
	all = all[:min(len(all), mostLines)]
	for len(l.prose) < len(all) {
		p := widgets.NewProse("")
		l.prose = append(l.prose, p)
		l.form.Wide(p)
	}
	for i, p := range l.prose {
		if i >= len(all) {
			p.Hide()
			continue
		}
		p.Show()
		p.Set(all[i].text)
		p.SetColour(all[i].colour)
	}
	l.form.Arrange()
}
