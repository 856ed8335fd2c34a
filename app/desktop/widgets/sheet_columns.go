package widgets

import "fyne.io/fyne/v2/theme"

// leastColumn is the least width of a column that does not say one, and
// squeezedColumn what those that may shrink keep where there is not even room for
// that, in widths of a Han character.
const (
	leastColumn    = 6
	squeezedColumn = 4
)

// elastic reports whether a column may shrink. One that says its width and no
// least one holds numbers or dates, which are of no use cut.
func (c Column) elastic() bool { return c.Width == 0 || c.Least > 0 }

// least is the width below which a column shrinks only where there is no other
// way.
func (c Column) least(s skin) float32 {
	switch {
	case c.Least > 0:
		return c.Least*s.em() + 2*s.size(theme.SizeNameInnerPadding)
	case c.Width > 0:
		return c.wanted(s)
	default:
		return leastColumn * s.em()
	}
}

// wanted is the width of a column whose Width is not 0.
func (c Column) wanted(s skin) float32 {
	return max(c.Width, c.Least)*s.em() + 2*s.size(theme.SizeNameInnerPadding)
}

// shareOut gives columns their widths out of the room there is. First each has
// its least; from left to right they then grow to what they want; what is left
// goes to those that take a share, or where there are none to those that may
// shrink.
func shareOut(columns []Column, s skin, room float32) []float32 {
	widths, left := make([]float32, len(columns)), room
	for i, c := range columns {
		widths[i] = c.least(s)
		left -= widths[i]
	}
	if left < 0 {
		return squeeze(widths, columns, s, room)
	}
	for i, c := range columns {
		if c.Width > 0 {
			more := min(c.wanted(s)-widths[i], left)
			widths[i] += more
			left -= more
		}
	}
	takers := takers(columns)
	for _, i := range takers {
		widths[i] += left / float32(len(takers))
	}
	return widths
}

// squeeze gives columns less than their least widths: at first those that may
// shrink and do not say how far, then those that do, then all alike.
func squeeze(widths []float32, columns []Column, s skin, room float32) []float32 {
	over := -room
	for _, w := range widths {
		over += w
	}
	for _, says := range []bool{false, true} {
		spared, spare := make([]float32, len(columns)), float32(0)
		for i, c := range columns {
			if c.elastic() && (c.Least > 0) == says {
				spared[i] = max(widths[i]-squeezedColumn*s.em(), 0)
				spare += spared[i]
			}
		}
		if spare > 0 && over > 0 {
			share := min(over/spare, 1)
			for i := range widths {
				widths[i] -= spared[i] * share
			}
			over -= spare * share
		}
	}
	if over > 0 {
		total := room + over
		for i := range widths {
			widths[i] *= max(room, 0) / total
		}
	}
	return widths
}

// takers are the columns that take what is left.
func takers(columns []Column) []int {
	var shares, elastic []int
	for i, c := range columns {
		if c.Width == 0 {
			shares = append(shares, i)
		} else if c.elastic() {
			elastic = append(elastic, i)
		}
	}
	if len(shares) > 0 {
		return shares
	}
	return elastic
}
