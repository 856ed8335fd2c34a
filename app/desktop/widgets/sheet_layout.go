package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// CreateRenderer is for Fyne.
func (s *Sheet) CreateRenderer() fyne.WidgetRenderer {
	r := &sheetRenderer{sheet: s}
	r.Refresh()
	return r
}

type sheetRenderer struct {
	sheet   *Sheet
	objects []fyne.CanvasObject
}

func (r *sheetRenderer) Destroy()                     {}
func (r *sheetRenderer) Objects() []fyne.CanvasObject { return r.objects }

// MinSize asks for room for all rows, up to MostRows.
func (r *sheetRenderer) MinSize() fyne.Size {
	s, k := r.sheet, skinOf(r.sheet)
	width := s.body.toolsWidth()
	for _, c := range s.columns {
		width += c.least(k)
	}
	rows := min(max(len(s.rows), 1), s.MostRows)
	h := s.body.rowHeight() * float32(rows+1) // and the titles
	if s.totals != nil {
		h += s.body.rowHeight()
	}
	return fyne.NewSize(width, whole(h+r.footHeight(k, s.inView().width)))
}

// footHeight is the height of what stands below the table.
func (r *sheetRenderer) footHeight(k skin, width float32) float32 {
	s := r.sheet
	h := float32(0)
	if s.OnAdd != nil {
		h = s.add.MinSize().Height
	}
	if s.fault.text != "" {
		h = max(h, s.fault.height(r.faultWidth(k, width))+2*k.pad())
	}
	return h
}

func (r *sheetRenderer) faultWidth(k skin, width float32) float32 {
	if r.sheet.OnAdd != nil {
		width -= r.sheet.add.MinSize().Width
	}
	return max(width-4*k.pad(), 8*k.em())
}

func (r *sheetRenderer) Layout(size fyne.Size) {
	s, k := r.sheet, skinOf(r.sheet)
	s.body.setWidth(k, size.Width)
	row, foot := s.body.rowHeight(), r.footHeight(k, s.inView().width)
	s.head.place(k, 0, size.Width, row)
	bottom := size.Height - foot
	if s.totals != nil {
		bottom -= row
	}
	bottom = min(bottom, row*float32(max(len(s.rows), 1)+1)) // the totals follow the last row
	if s.totals != nil {
		s.foot.place(k, bottom, size.Width, row)
	}
	r.placeBody(size.Width, row, bottom-row)
	inset := k.size(theme.SizeNameInnerPadding)
	place(s.empty, inset, row+(row-s.empty.face.lineHeight(k))/2, size.Width-2*inset, row)
	if len(s.rows) == 0 {
		s.rules.place(k, s.body.edges, 0, row) // not through what is said instead
	} else {
		s.rules.place(k, s.body.edges, 0, bottom)
	}
	below := bottom
	if s.totals != nil {
		below += row
	}
	r.placeFoot(k, below, foot)
	s.head.fill(k, r.titles(), true)
	s.foot.fill(k, s.totals, true)
	s.head.place(k, 0, size.Width, row) // a text aligned right moves with its words
	if s.totals != nil {
		s.foot.place(k, bottom, size.Width, row)
	}
}

// placeBody puts the rows: into a scroll only where they do not fit, because a
// scroll would keep the wheel from the page round the sheet.
func (r *sheetRenderer) placeBody(width, top, height float32) {
	s := r.sheet
	rows := s.body.rowHeight() * float32(len(s.rows))
	s.body.scrolls = rows > height+0.5
	r.collect()
	if s.body.scrolls {
		place(s.scroll, 0, top, width, height)
		s.scroll.Refresh()
	} else {
		place(s.body, 0, top, width, rows)
	}
	s.body.arrange()
	s.body.showEditor()
}

func (r *sheetRenderer) placeFoot(k skin, y, height float32) {
	s := r.sheet
	seen := s.inView()
	x := seen.from
	m := s.add.MinSize()
	place(s.add, x, y, m.Width, m.Height)
	if s.OnAdd != nil {
		x += m.Width
	}
	w := r.faultWidth(k, seen.width)
	place(s.fault, x+2*k.pad(), y+k.pad(), w, height-k.pad())
}

// slice is a part of a sheet from its top to its bottom.
type slice struct{ from, width float32 }

// inView is the part of the sheet that is not scrolled away sideways. What stands
// below the rows stays in it.
func (s *Sheet) inView() slice {
	if s.across == nil {
		return slice{0, s.Size().Width}
	}
	return slice{s.across.Offset.X, s.across.Size().Width}
}

// followView keeps what stands below the rows in view.
func (s *Sheet) followView(fyne.Position) {
	by := s.inView().from - s.add.Position().X
	if by == 0 {
		return
	}
	for _, o := range []fyne.CanvasObject{s.add, s.fault} {
		o.Move(o.Position().AddXY(by, 0))
	}
}

func (r *sheetRenderer) titles() []string {
	titles := make([]string, len(r.sheet.columns))
	for i, c := range r.sheet.columns {
		titles[i] = c.Title
	}
	return titles
}

// collect lists the objects that are to be seen, in the order of the Tab key.
func (r *sheetRenderer) collect() {
	s := r.sheet
	r.objects = append(r.objects[:0], s.head.objects...)
	if s.body.scrolls {
		r.objects = append(r.objects, s.scroll)
	} else {
		r.objects = append(r.objects, s.body)
	}
	r.objects = append(r.objects, s.empty)
	if s.totals != nil {
		r.objects = append(r.objects, s.foot.objects...)
	}
	for _, line := range s.rules {
		r.objects = append(r.objects, line)
	}
	r.objects = append(r.objects, s.add, s.fault)
}

func (r *sheetRenderer) Refresh() {
	s, k := r.sheet, skinOf(r.sheet)
	show(s.empty, len(s.rows) == 0)
	show(s.add, s.OnAdd != nil)
	s.fault.Set(s.faultText())
	show(s.fault, s.fault.text != "")
	paint(s.head.back, k.colour(theme.ColorNameHeaderBackground))
	paint(s.foot.back, k.colour(theme.ColorNameHeaderBackground))
	r.Layout(s.Size())
	canvas.Refresh(s)
}
