package workbook

import (
	"encoding/xml"
	"strings"
	"testing"
)

// FuzzSheet reads any XML as a sheet: it must end, rows must ascend, and none may
// hold more than its columns.
func FuzzSheet(f *testing.F) {
	f.Add(`<worksheet><sheetData><row r="2"><c r="B2" t="s"><v>0</v></c><c t="inlineStr"><is><r><t>a</t></r><rPh><t>b</t></rPh></is></c></row>` +
		`<row><c r="$A$3"><f>1+1</f></c><c><v>1</v></c></row></sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells></worksheet>`)
	f.Add(`<x:worksheet xmlns:x="y"><x:row r="1048576"><x:c r="XFD1" t="e"><x:v>#REF!</x:v></x:c></x:row></x:worksheet>`)
	f.Fuzz(func(t *testing.T, text string) {
		var s Sheet
		d := sheetReader{book: &Book{strings: []string{"一"}, formats: []format{{}, {percent: true}}}, xml: xml.NewDecoder(strings.NewReader(text)), sheet: &s}
		if d.read() != nil {
			return
		}
		last := 0
		for _, row := range s.Rows {
			if row.Number <= last || len(row.Cells) == 0 || len(row.Cells) > MaxColumns {
				t.Fatalf("row %d after %d has %d cells", row.Number, last, len(row.Cells))
			}
			last = row.Number
		}
		for _, m := range s.Merged {
			if m.Top > m.Bottom || m.Left > m.Right || m.Top < 1 {
				t.Fatalf("merged %+v", m)
			}
		}
	})
}
