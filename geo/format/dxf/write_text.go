package dxf

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf16"

	"golang.org/x/text/encoding/simplifiedchinese"

	"zhenjie/geo"
	"zhenjie/geo/charset"
	"zhenjie/geo/feature"
	"zhenjie/geo/shaping/flat"
)

// encode writes a text in GBK, which the drawing declares, and what that lacks
// as \U+XXXX of UTF-16; so it does control characters, and a backslash that
// could be taken for the beginning of such an escape.
func encode(s string) string {
	special := func(r rune) bool { return r < ' ' || r > '~' || r == '\\' }
	if !strings.ContainsFunc(s, special) {
		return s
	}
	var out strings.Builder
	for i, r := range s {
		switch {
		case ' ' <= r && r <= '~' && !(r == '\\' && couldEscape(s[i+1:])):
			out.WriteByte(byte(r))
			continue
		case r > '~':
			if gb, err := simplifiedchinese.GBK.NewEncoder().String(string(r)); err == nil && len(gb) == 2 && string(charset.GB([]byte(gb))) == string(r) {
				out.WriteString(gb)
				continue
			}
		}
		for _, unit := range utf16.Encode([]rune{r}) {
			fmt.Fprintf(&out, `\U+%04X`, unit)
		}
	}
	return out.String()
}

// couldEscape reports whether a backslash in front of rest could be read as an
// escape; it may be cut off there.
func couldEscape(rest string) bool {
	return rest == "" || rest == "U" || rest == "M" || strings.HasPrefix(rest, "U+") || strings.HasPrefix(rest, "M+")
}

// tag begins the extended data of an entity.
func (w *writer) tag(numbers ...int) {
	w.put(1001, application)
	for _, n := range numbers {
		w.put(1071, strconv.Itoa(n))
	}
}

// Limits of AutoCAD on extended data: bytes of one string and of all.
const (
	longestString = 250
	mostTagBytes  = 15_000
)

// contentOf are the strings for the id and for as many of the attributes as
// there is room for; kept is their number.
func contentOf(f *feature.Feature) (all []string, kept int) {
	const overhead = 8 // bytes of a group round its string
	left := mostTagBytes
	if id := encode(f.ID); id != "" && len(id) < longestString {
		all = append(all, "I"+id)
		left -= len(id) + overhead
	}
	for _, a := range f.Attributes {
		texts := append([]string{"A" + kinds[a.Kind:a.Kind+1] + encode(a.Key)}, pieces(a.Text)...)
		size := 0
		for _, s := range texts {
			size += len(s) + overhead
		}
		if size > left || len(texts[0]) > longestString {
			continue
		}
		left -= size
		kept++
		all = append(all, texts...)
	}
	return all, kept
}

// pieces cuts a value into encoded strings of a length that AutoCAD takes.
func pieces(text string) (all []string) {
	var piece strings.Builder
	for _, r := range text {
		one := encode(string(r))
		if piece.Len()+len(one) > longestString {
			all = append(all, "="+piece.String())
			piece.Reset()
		}
		piece.WriteString(one)
	}
	if piece.Len() > 0 {
		all = append(all, "="+piece.String())
	}
	return all
}

// name writes the name as a text in the middle of the shape.
func (w *writer) name(f *feature.Feature, layer string, number int) {
	at, width, height := middle(f.Shape)
	text := strings.Join(strings.Fields(f.Name), " ")
	if strings.Contains(text, "%%") { // which begin a sign: three are one
		text = strings.ReplaceAll(text, "%", "%%%")
	}
	size := min(width/float64(len([]rune(text))+2), height/10)
	if !(size > 0) {
		size = 1
	}
	w.begin("TEXT", layer, "AcDbText")
	w.number(10, at[0])
	w.number(20, at[1])
	w.number(40, size)
	w.put(1, encode(text))
	w.put(72, "1") // centred
	w.number(11, at[0])
	w.number(21, at[1])
	w.put(100, "AcDbText")
	w.put(73, "2") // in the middle of its height
	w.tag(number)
}

// middle is a place inside the shape's largest part, half-way up, with the
// width there and the height of the part.
func middle(s geo.Shape) (at geo.Point, width, height float64) {
	part, largest := 0, -1.0
	for p := range s.Parts() {
		if a := math.Abs(flat.Twice(s.Ring(p, 0).Points())); a > largest {
			part, largest = p, a
		}
	}
	box := s.Ring(part, 0).Bound()
	y := (box.Min[1] + box.Max[1]) / 2
	at = box.Center()
	left, right := widest(s.Part(part), y)
	if right > left {
		at = geo.Point{(left + right) / 2, y}
	}
	return at, right - left, box.Max[1] - box.Min[1]
}

// widest is the widest stretch of a part, its holes left out, at a height.
func widest(part geo.Shape, y float64) (left, right float64) {
	var crossings []float64
	for _, r := range part.All() {
		for i := range r.Corners() {
			a, b := r.At(i), r.Next(i)
			if (a[1] > y) != (b[1] > y) {
				crossings = append(crossings, a[0]+(y-a[1])/(b[1]-a[1])*(b[0]-a[0]))
			}
		}
	}
	slices.Sort(crossings)
	for i := 0; i+1 < len(crossings); i += 2 {
		if crossings[i+1]-crossings[i] > right-left {
			left, right = crossings[i], crossings[i+1]
		}
	}
	return left, right
}
