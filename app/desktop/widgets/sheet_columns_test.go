package widgets

import (
	"math"
	"testing"

	"fyne.io/fyne/v2/theme"
)

// TestShareOut reckons in widths of a Han character, the insets of a cell
// counted as part of them.
func TestShareOut(t *testing.T) {
	s := NewSheet(nil)
	inWindow(t, s, 100, 100)
	k := skinOf(s)
	inset := 2 * k.size(theme.SizeNameInnerPadding) / k.em()
	number := Column{Width: 5 - inset}                   // 5, always
	name := Column{Width: 20 - inset, Least: 8 - inset}  // 8 to 20
	other := Column{Width: 12 - inset, Least: 6 - inset} // 6 to 12
	share := Column{}                                    // 6 and more
	for _, c := range []struct {
		what    string
		columns []Column
		room    float32
		want    []float32
	}{
		{"room for the least", []Column{name, other, number}, 19, []float32{8, 6, 5}},
		{"the first grows first", []Column{name, other, number}, 29, []float32{18, 6, 5}},
		{"then the next", []Column{name, other, number}, 34, []float32{20, 9, 5}},
		{"what is left goes to names", []Column{name, other, number}, 41, []float32{22, 14, 5}},
		{"or to those with a share", []Column{name, share, number, share}, 51, []float32{20, 13, 5, 13}},
		{"those with a share have their least first", []Column{name, share, number}, 20, []float32{9, 6, 5}},
		{"numbers alone", []Column{number, number}, 30, []float32{5, 5}},
		{"those that say no least are squeezed first", []Column{name, share, number}, 18, []float32{8, 5, 5}},
		{"then names", []Column{name, other, number}, 16, []float32{6, 5, 5}},
		{"as far as can be", []Column{name, other, number}, 13, []float32{4, 4, 5}},
		{"then all are", []Column{name, other, number}, 6.5, []float32{2, 2, 2.5}},
		{"no room", []Column{name, number}, -3, []float32{0, 0}},
		{"no column", nil, 10, nil},
	} {
		got := shareOut(c.columns, k, c.room*k.em())
		if len(got) != len(c.want) {
			t.Fatalf("%s: %v", c.what, got)
		}
		for i, w := range c.want {
			if math.Abs(float64(got[i]/k.em()-w)) > 1e-3 {
				t.Errorf("%s: column %d is %.3f wide, want %.3f", c.what, i, got[i]/k.em(), w)
			}
		}
	}
}
