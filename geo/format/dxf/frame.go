package dxf

import (
	"fmt"
	"strconv"
	"strings"

	"zhenjie/geo"
)

// head writes everything in front of the entities.
func (w *writer) head(p *plan) {
	w.put(999, madeHere)
	if p.crs != "" {
		w.put(999, crsComment+p.crs)
	}
	units := "6" // metres
	if p.degrees() {
		units = "0"
	}
	w.frame(`0 SECTION
2 HEADER
9 $ACADVER
1 AC1015
9 $DWGCODEPAGE
3 ANSI_936
9 $INSUNITS
70 ` + units + `
9 $MEASUREMENT
70 1
9 $HANDSEED
5 ` + fmt.Sprintf("%X", firstHandle+len(p.layers)+p.objects))
	w.corner("$EXTMIN", p.box.Min)
	w.corner("$EXTMAX", p.box.Max)
	w.frame(`0 ENDSEC
0 SECTION
2 CLASSES
0 ENDSEC
0 SECTION
2 TABLES
0 TABLE
2 VPORT
5 8
330 0
100 AcDbSymbolTable
70 1
0 VPORT
5 29
330 8
100 AcDbSymbolTableRecord
100 AcDbViewportTableRecord
2 *Active
70 0`)
	w.view(p.box)
	w.frame(openingTables)
	w.layers(p.layers)
	w.frame(furtherTables)
}

func (w *writer) corner(name string, at geo.Point) {
	w.put(9, name)
	w.number(10, at[0])
	w.number(20, at[1])
	w.put(30, "0")
}

// view shows all of the drawing when it is opened.
func (w *writer) view(box geo.Bound) {
	const margin, aspect = 1.1, 1.6
	for _, corner := range []struct{ code, at string }{{"10", "0"}, {"20", "0"}, {"11", "1"}, {"21", "1"}} {
		w.frame(corner.code + " " + corner.at)
	}
	w.number(12, box.Center()[0])
	w.number(22, box.Center()[1])
	width, height := box.Max[0]-box.Min[0], box.Max[1]-box.Min[1]
	w.number(40, margin*max(height, width/aspect, 1e-6))
	w.number(41, aspect)
}

func (w *writer) layers(names []string) {
	w.frame(`0 TABLE
2 LAYER
5 2
330 0
100 AcDbSymbolTable
70 ` + strconv.Itoa(len(names)))
	for i, name := range names {
		handle := "10"
		if i > 0 {
			handle = w.nextHandle()
		}
		w.put(0, "LAYER")
		w.put(5, handle)
		w.frame(`330 2
100 AcDbSymbolTableRecord
100 AcDbLayerTableRecord`)
		w.put(2, encode(name))
		w.frame(`70 0
62 ` + strconv.Itoa(colour(i)) + `
6 Continuous`)
	}
	w.frame("0 ENDTAB")
}

// colour is black or white for the layer 0, and goes round the six others that
// are easily told apart.
func colour(layer int) int {
	if layer == 0 {
		return 7
	}
	return 1 + (layer-1)%6
}

// frame writes groups given one a line, the code and the value with a space
// between.
func (w *writer) frame(text string) {
	for line := range strings.SplitSeq(text, "\n") {
		code, value, _ := strings.Cut(line, " ")
		w.WriteString(code)
		w.WriteByte('\n')
		w.WriteString(value)
		w.WriteByte('\n')
	}
}
