package table

import (
	"errors"
	"strings"
	"testing"

	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/geo/feature"
)

// FuzzSheet reads any XML as a sheet: it must end, with a sentence where it fails.
func FuzzSheet(f *testing.F) {
	for _, s := range []string{
		`<row r="1"><c r="A1" t="inlineStr"><is><t>经度</t></is></c><c t="str"><v>纬度</v></c></row><row><c><v>119.5</v></c><c r="B2"><v>30&#46;5</v></c></row>`,
		`<x:row r="3"/><row r="1048576"><c r="XFD1" t="e"><v>#REF!</v></c></row>`, `<row><c t="s"><v>0</v></c><c/><c r="C1"/><c t="b"><v>1</v></c></row>`,
		`<row><c t="inlineStr"><is><r><t>a&quot;</t></r><rPh><t>b</t></rPh></is></c></row><!-- > -->`,
	} {
		f.Add(s)
	}
	limits := feature.Limits{FeatureBytes: 1 << 20, Vertices: 50, Rings: 10, StringBytes: 1 << 16, AttributeBytes: 1000, Depth: 8}
	f.Fuzz(func(t *testing.T, text string) {
		rows := &sheetRows{book: &book{texts: []string{"lon"}}, xml: newScanner(strings.NewReader(text))}
		r := newReader(feature.Source{Limits: limits, Attributes: true}, "", rows, func(b feature.Batch, err error) bool {
			for f, err := range b {
				if err == nil && f.Shape.Vertices() > limits.Vertices {
					t.Fatalf("%d points", f.Shape.Vertices())
				}
			}
			return true
		})
		var bad *geo.InputError
		if err := r.sheet(nil); err != nil && (!errors.As(err, &bad) || !words.Known(bad.Kind)) {
			t.Fatalf("not an error for people: %v", err)
		}
	})
}
