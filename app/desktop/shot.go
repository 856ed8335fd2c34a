package desktop

import (
	"bytes"
	"image/png"
	"time"

	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/software"

	"zhenjie/app/cli"
	"zhenjie/geo"
)

// shootWhenReady draws the window into a PNG file once it shows what was asked
// for, and closes it: the pictures of the documentation are made so.
func (w *window) shootWhenReady(o cli.Opening) {
	const wait, patience = 200 * time.Millisecond, 100
	go func() {
		for range patience {
			time.Sleep(wait)
			ready := make(chan bool)
			w.post(func() { ready <- w.ws != nil || o.File == "" && !o.Sample })
			if <-ready {
				break
			}
		}
		time.Sleep(3 * wait)
		w.post(func() {
			w.failed = w.shoot(o.Shot)
			w.quit()
		})
	}()
}

// shoot draws with the software painter: what a graphics driver leaves in the
// window's buffer differs from one to the next. The menu bar is the driver's and
// not in the picture.
func (w *window) shoot(path string) error {
	c := software.NewCanvas()
	c.SetPadded(false)
	size, content := w.win.Canvas().Size(), w.win.Content()
	w.win.SetContent(container.NewStack())
	c.SetContent(content)
	c.Resize(size)
	var b bytes.Buffer
	if err := png.Encode(&b, c.Capture()); err != nil {
		return err
	}
	return geo.WriteFile(path, b.Bytes())
}
