package pdf

import (
	"fmt"
	"strings"
	"unicode/utf16"
)

// file is the bytes of a document and where its objects stand in them.
type file struct {
	bytes   []byte
	offsets []int // by number, from 1
}

func (f *file) raw(s string) { f.bytes = append(f.bytes, s...) }

// reserve gives out the number of an object to be put later.
func (f *file) reserve() int {
	f.offsets = append(f.offsets, 0)
	return len(f.offsets)
}

func (f *file) put(n int, body string) {
	f.offsets[n-1] = len(f.bytes)
	f.bytes = fmt.Appendf(f.bytes, "%d 0 obj\n%s\nendobj\n", n, body)
}

func (f *file) object(body string) int {
	n := f.reserve()
	f.put(n, body)
	return n
}

// stream puts data, compressed; entries are further ones of its dictionary.
func (f *file) stream(entries string, data []byte) int {
	small := deflated(data)
	return f.object(fmt.Sprintf("<</Length %d/Filter/FlateDecode%s>>\nstream\n%s\nendstream", len(small), entries, small))
}

// finish writes the table of objects and the trailer.
func (f *file) finish(catalog, info int) {
	start := len(f.bytes)
	f.bytes = fmt.Appendf(f.bytes, "xref\n0 %d\n0000000000 65535 f \n", len(f.offsets)+1)
	for _, at := range f.offsets {
		f.bytes = fmt.Appendf(f.bytes, "%010d 00000 n \n", at)
	}
	f.bytes = fmt.Appendf(f.bytes, "trailer\n<</Size %d/Root %d 0 R/Info %d 0 R>>\nstartxref\n%d\n%%%%EOF\n",
		len(f.offsets)+1, catalog, info, start)
}

// unicode is a text string of PDF.
func unicode(s string) string {
	var b strings.Builder
	b.WriteString("<FEFF")
	for _, u := range utf16.Encode([]rune(s)) {
		fmt.Fprintf(&b, "%04X", u)
	}
	b.WriteString(">")
	return b.String()
}

// font puts the subset of a face as a font of two-byte glyph numbers, with the
// characters they stand for, so that text can be searched and copied.
func (f *file) font(used font, i int) int {
	data := used.subset.File()
	name := fmt.Sprintf("%s+NotoSansSC%d", "ZHENJI", i)
	program := f.stream(fmt.Sprintf("/Length1 %d", len(data)), data)
	descriptor := f.object(fmt.Sprintf("<</Type/FontDescriptor/FontName/%s/Flags 4/FontBBox[-1002 -1048 2928 1808]"+
		"/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 733/StemV 80/FontFile2 %d 0 R>>", name, program))
	var widths strings.Builder
	used.subset.Characters(func(n int, _ rune, advance float64) { fmt.Fprintf(&widths, "%d[%.0f]", n, advance*1000) })
	descendant := f.object(fmt.Sprintf("<</Type/Font/Subtype/CIDFontType2/BaseFont/%s/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"+
		"/FontDescriptor %d 0 R/DW 1000/W[%s]/CIDToGIDMap/Identity>>", name, descriptor, widths.String()))
	toUnicode := f.stream("", []byte(characters(used)))
	return f.object(fmt.Sprintf("<</Type/Font/Subtype/Type0/BaseFont/%s/Encoding/Identity-H/DescendantFonts[%d 0 R]/ToUnicode %d 0 R>>",
		name, descendant, toUnicode))
}

// characters is the map from glyph numbers to characters.
func characters(used font) string {
	var lines []string
	used.subset.Characters(func(n int, r rune, _ float64) {
		text := strings.TrimPrefix(unicode(string(r)), "<FEFF")
		lines = append(lines, fmt.Sprintf("<%04X> <%s\n", n, text))
	})
	var b strings.Builder
	b.WriteString("/CIDInit/ProcSet findresource begin 12 dict begin begincmap\n" +
		"/CMapName/Zhenjie def /CMapType 2 def\n1 begincodespacerange <0000> <FFFF> endcodespacerange\n")
	const most = 100 // in one block (Adobe technical note 5014)
	for len(lines) > 0 {
		n := min(len(lines), most)
		fmt.Fprintf(&b, "%d beginbfchar\n%sendbfchar\n", n, strings.Join(lines[:n], ""))
		lines = lines[n:]
	}
	b.WriteString("endcmap CMapName currentdict /CMap defineresource pop end end\n")
	return b.String()
}
