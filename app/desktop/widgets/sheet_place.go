package widgets

import "fyne.io/fyne/v2"

// RowAt is the row that lies at a place on the canvas, such as where files were
// dropped; −1 where there is none.
func (s *Sheet) RowAt(at fyne.Position) int {
	driver := fyne.CurrentApp().Driver()
	if on := at.Subtract(driver.AbsolutePositionForObject(s)); on.X < 0 || on.Y < 0 || on.X >= s.Size().Width || on.Y >= s.Size().Height {
		return -1
	}
	y := at.Y - driver.AbsolutePositionForObject(s.body).Y
	if row := int(y / s.body.rowHeight()); y >= 0 && row < len(s.rows) {
		return row
	}
	return -1
}
