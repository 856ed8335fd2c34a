package form_test

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"os"
	"testing"

	"zhenjie/assets/words"
	"zhenjie/planning"
	"zhenjie/planning/form"
)

// FuzzRead reads whatever it is given: it must end, say what is wrong in both
// languages, and what it has read must be fit to be compared and merged.
func FuzzRead(f *testing.F) {
	f.Add(write(f, town(), words.Zh))
	f.Add(write(f, planning.Plan{}, words.En))
	saved, err := os.ReadFile("testdata/libreoffice.xlsx")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(saved)
	f.Fuzz(func(t *testing.T, data []byte) {
		got, err := form.Read(context.Background(), bytes.NewReader(data), int64(len(data)), choices, nil)
		if err != nil {
			if words.Explain(err).ID == "unexpected" {
				t.Errorf("no sentence for %v", err)
			}
			return
		}
		for _, p := range got.Problems {
			if p.Say().In(words.Zh) == "" || p.Say().In(words.En) == "" {
				t.Errorf("a problem without words: %+v", p)
			}
		}
		form.Merge(town(), form.Compare(town(), got))
	})
}

// FuzzSheet reads a sheet of the form written by anybody, in a workbook that has
// no other and is not compressed, so that it goes fast.
func FuzzSheet(f *testing.F) {
	whole := write(f, town(), words.Zh)
	bare := map[string]string{
		"_rels/.rels":                partOf(f, whole, "_rels/.rels"),
		"xl/styles.xml":              partOf(f, whole, "xl/styles.xml"),
		"xl/workbook.xml":            `<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="表" r:id="a"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="a" Type="x/worksheet" Target="sheet.xml"/><Relationship Id="b" Type="x/styles" Target="styles.xml"/></Relationships>`,
	}
	for n := 2; n <= 13; n++ {
		f.Add(partOf(f, whole, fmt.Sprint("xl/worksheets/sheet", n, ".xml")))
	}
	f.Fuzz(func(t *testing.T, text string) {
		bare["xl/sheet.xml"] = text
		data := zipped(t, zip.Store, bare)
		got, err := form.Read(context.Background(), bytes.NewReader(data), int64(len(data)), choices, nil)
		if err != nil {
			if words.Explain(err).ID == "unexpected" {
				t.Errorf("no sentence for %v", err)
			}
			return
		}
		form.Merge(town(), form.Compare(town(), got))
	})
}
