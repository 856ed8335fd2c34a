package workbook

import (
	"archive/zip"
	"bytes"
	"context"
	"reflect"
	"testing"

	"zhenjie/geo"
)

// strictBook is a workbook as the strict form of the standard has it, with a
// prefix for each element, absolute targets and days from 1904.
var strictBook = map[string]string{
	"_rels/.rels": `<Relationships><Relationship Id="r1" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="/xl/workbook.xml"/></Relationships>`,
	"xl/workbook.xml": `<x:workbook xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main" xmlns:r="http://purl.oclc.org/ooxml/officeDocument/relationships">` +
		`<x:workbookPr date1904="1"/><x:sheets><x:sheet name="表" sheetId="7" r:id="a"/></x:sheets></x:workbook>`,
	"xl/_rels/workbook.xml.rels": `<Relationships>` +
		`<Relationship Id="a" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet" Target="/xl/worksheets/one.xml"/>` +
		`<Relationship Id="b" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/styles" Target="styles.xml"/>` +
		`<Relationship Id="c" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/sharedStrings" Target="sharedStrings.xml"/>` +
		`<Relationship Id="d" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/hyperlink" Target="http://nowhere" TargetMode="External"/></Relationships>`,
	"xl/styles.xml": `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="0.0&quot;年&quot;%"/><numFmt numFmtId="165" formatCode="[$-804]yyyy&quot;年&quot;m&quot;月&quot;"/>` +
		`<numFmt numFmtId="166" formatCode="[Red]#,##0\d"/></numFmts>` +
		`<cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="57"/><xf numFmtId="10"/></cellXfs></styleSheet>`,
	"xl/sharedStrings.xml": `<sst><si><t xml:space="preserve"> 茶 </t></si><si><r><rPr><b/></rPr><t>龙</t></r><r><t>溪_x000D_</t></r><rPh sb="0" eb="1"><t>lóng</t></rPh></si></sst>`,
	"xl/worksheets/one.xml": `<x:worksheet xmlns:x="y"><x:sheetData>` +
		`<x:row><x:c t="s"><x:v>0</x:v></x:c><x:c t="s"><x:v>1</x:v></x:c><x:c t="s"><x:v>2</x:v></x:c><x:c t="inlineStr"><x:is><x:t>_xD83D__xDE00_ _x005F_x0041_</x:t></x:is></x:c></x:row>` +
		`<x:row r="5"><x:c r="B5" s="1"><x:v>0.5</x:v></x:c><x:c r="C5" s="2"><x:v>45000</x:v></x:c><x:c r="D5" s="3"><x:v>7</x:v></x:c><x:c r="E5" s="4"><x:v>8</x:v></x:c><x:c r="F5" s="5"><x:v>9</x:v></x:c></x:row>` +
		`<x:row r="6"><x:c r="A6" t="b"><x:v>1</x:v></x:c><x:c r="B6" t="e"><x:v>#N/A</x:v></x:c><x:c r="C6"><x:f>A1</x:f></x:c><x:c r="D6" t="str"><x:f>A1</x:f><x:v></x:v></x:c><x:c r="E6" t="d"><x:v>2026-05-01T00:00:00</x:v></x:c></x:row>` +
		`<x:row r="7"><x:c r="A7" s="1"/></x:row></x:sheetData><x:mergeCells><x:mergeCell ref="A1:B2"/></x:mergeCells></x:worksheet>`,
}

func packed(t *testing.T, parts map[string]string) *bytes.Reader {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, text := range parts {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return bytes.NewReader(b.Bytes())
}

func TestCellsAreToldApart(t *testing.T) {
	file := packed(t, strictBook)
	b, err := Open(file, file.Size())
	if err != nil {
		t.Fatal(err)
	}
	if !b.Epoch04 || !reflect.DeepEqual(b.Names, []string{"表"}) {
		t.Errorf("names %q, from 1904: %v", b.Names, b.Epoch04)
	}
	s, err := b.Read(context.Background(), 0)
	if err != nil {
		t.Fatal(err)
	}
	want := []Row{
		{1, []Cell{{Text: " 茶 ", Kind: Text}, {Text: "龙溪\r", Kind: Text}, {Text: "2", Kind: Fault}, {Text: "😀 _x0041_", Kind: Text}}},
		{5, []Cell{{}, {Text: "0.5", Kind: Number, Percent: true}, {Text: "45000", Kind: Number, Date: true}, {Text: "7", Kind: Number}, {Text: "8", Kind: Number, Date: true}, {Text: "9", Kind: Number, Percent: true}}},
		{6, []Cell{{Text: "1", Kind: Bool}, {Text: "#N/A", Kind: Fault}, {Kind: Unkept}, {}, {Text: "2026-05-01", Kind: Text}}},
	}
	if !reflect.DeepEqual(s.Rows, want) {
		t.Errorf("rows\n%+v\nwant\n%+v", s.Rows, want)
	}
	if !reflect.DeepEqual(s.Merged, []Range{{1, 0, 2, 1}}) || s.Cut {
		t.Errorf("merged %+v, cut %v", s.Merged, s.Cut)
	}
}

func TestMissingPartsAreTold(t *testing.T) {
	for part := range strictBook {
		parts := map[string]string{}
		for name, text := range strictBook {
			if name != part {
				parts[name] = text
			}
		}
		file := packed(t, parts)
		b, err := Open(file, file.Size())
		if err == nil {
			_, err = b.Read(context.Background(), 0)
		}
		if bad, ok := err.(*geo.InputError); !ok || bad.Kind != "form.damaged" {
			t.Errorf("without %s: %v", part, err)
		}
	}
}

func TestRowsOutOfOrderAreDamage(t *testing.T) {
	for _, rows := range []string{
		`<row r="5"/><row r="4"/>`, `<row r="x"/>`, `<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>1</v></c></row>`, `<row><c r="1A"><v>1</v></c></row>`,
	} {
		parts := map[string]string{}
		for name, text := range strictBook {
			parts[name] = text
		}
		parts["xl/worksheets/one.xml"] = "<worksheet><sheetData>" + rows + "</sheetData></worksheet>"
		file := packed(t, parts)
		b, err := Open(file, file.Size())
		if err != nil {
			t.Fatal(err)
		}
		if _, err := b.Read(context.Background(), 0); err == nil {
			t.Errorf("%s is read", rows)
		}
	}
}

func TestRefs(t *testing.T) {
	for ref, want := range map[string][2]int{"A1": {1, 0}, "Z9": {9, 25}, "AA10": {10, 26}, "XFD1048576": {1 << 20, 1<<14 - 1}} {
		row, column, ok := parseRef(ref)
		if !ok || row != want[0] || column != want[1] || Ref(row, column) != ref {
			t.Errorf("%s is row %d, column %d (%v), written %s", ref, row, column, ok, Ref(row, column))
		}
	}
	for _, bad := range []string{"", "A", "1", "A0", "XFE1", "A1048577", "AAAA1", "a-1"} {
		if _, _, ok := parseRef(bad); ok {
			t.Errorf("%q is a cell", bad)
		}
	}
}
