package desktop

import (
	"bytes"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"

	"zhenjie/app/desktop/widgets"
	"zhenjie/geo"
	"zhenjie/planning/chart"
)

// saveChart asks where a chart is to be saved, and writes it there.
func (w *window) saveChart(c chart.Chart, title string, f chart.Format) {
	w.dialogs.savePath("chart.save_title", fileName(title)+"."+string(f), func(path string) {
		w.ifReplaced(path, func() { w.writeChart(c, f, path) })
	})
}

// writeChart draws a chart, which takes a few tenths of a second at most, and
// writes it beside the file before it takes its place.
func (w *window) writeChart(c chart.Chart, f chart.Format, path string) {
	w.notices.begin()
	var b bytes.Buffer
	err := chart.Write(&b, c, f)
	if err == nil {
		err = geo.WriteFile(path, b.Bytes())
	}
	if err != nil {
		w.complain(err)
		return
	}
	w.notices.tell(widgets.Info, w.say("chart.saved", "file", path))
}

// fileName is a title without what a file name may not hold on one system or
// another.
func fileName(title string) string {
	name := strings.Map(func(r rune) rune {
		if r < ' ' || strings.ContainsRune(`<>:"/\|?*`, r) {
			return '-'
		}
		return r
	}, title)
	return strings.Trim(name, " .")
}

// enlargeChart shows a chart over the whole window.
func (w *window) enlargeChart(c chart.Chart, title string) {
	large := widgets.NewChart(w.lang())
	large.Zoomable, large.Post, large.OnSave = true, w.post, w.saveChart
	large.Display(c)
	d := dialog.NewCustom(title, w.say("chart.close"), large, w.win)
	size := w.win.Canvas().Size()
	w.ask(d)
	d.Resize(fyne.NewSize(size.Width*0.98, size.Height*0.96))
}
