package form_test

import (
	"bytes"
	"context"
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

// FuzzSheet reads a sheet of the form written by anybody: the zip round it is
// left whole, so that the inside is reached.
func FuzzSheet(f *testing.F) {
	whole := write(f, town(), words.Zh)
	for _, part := range []string{"xl/worksheets/sheet2.xml", "xl/worksheets/sheet6.xml", "xl/worksheets/sheet8.xml"} {
		f.Add(part, partOf(f, whole, part))
	}
	f.Add("xl/styles.xml", partOf(f, whole, "xl/styles.xml"))
	f.Add("xl/workbook.xml", partOf(f, whole, "xl/workbook.xml"))
	f.Fuzz(func(t *testing.T, part, text string) {
		data := repacked(t, whole, func(name, was string) string {
			if name == part {
				return text
			}
			return was
		})
		got, err := form.Read(context.Background(), bytes.NewReader(data), int64(len(data)), choices, nil)
		if err != nil && words.Explain(err).ID == "unexpected" {
			t.Errorf("no sentence for %v", err)
		}
		if err == nil {
			form.Merge(town(), form.Compare(town(), got))
		}
	})
}
