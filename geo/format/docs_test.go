package format

import (
	"os"
	"strconv"
	"strings"
	"testing"

	"zhenjie/geo/feature"
)

// TestDocsNameEveryFormat compares the tables of docs/formats.md with the list of
// formats, both ways round, and with the limits.
func TestDocsNameEveryFormat(t *testing.T) {
	text, err := os.ReadFile("../../docs/formats.md")
	if err != nil {
		t.Fatal(err)
	}
	doc := strings.ReplaceAll(string(text), "\r\n", "\n")
	told := tableRows(doc, "| format |")
	if len(told) != len(All) {
		t.Errorf("docs/formats.md tells of %d formats, there are %d", len(told), len(All))
	}
	for _, f := range All {
		row, ok := told[f.Name]
		if !ok {
			t.Errorf("docs/formats.md does not tell of %s", f.Name)
			continue
		}
		if got := strings.ReplaceAll(row[1], "`", ""); got != f.Ext {
			t.Errorf("%s: docs/formats.md has the extensions %s, the list %s", f.Name, got, f.Ext)
		}
		for i, can := range map[int]bool{2: f.Read != nil, 3: f.Writes()} {
			if want := map[bool]string{true: "yes", false: "no"}[can]; row[i] != want {
				t.Errorf("%s: column %d of docs/formats.md is %q, want %q", f.Name, i+1, row[i], want)
			}
		}
		if alone := strings.Contains(row[4], "degrees alone"); alone != f.LonLat {
			t.Errorf("%s: docs/formats.md says degrees alone: %v, the list: %v", f.Name, alone, f.LonLat)
		}
	}
	l := feature.DefaultLimits
	limits := tableRows(doc, "| what |")
	for what, want := range map[string]int64{
		"text of one feature": l.FeatureBytes >> 20, "points of one feature": int64(l.Vertices), "rings of one feature": int64(l.Rings),
		"one text": int64(l.StringBytes) >> 20, "attributes of one feature": int64(l.AttributeBytes) >> 20, "nesting of the file's syntax": int64(l.Depth),
	} {
		if row := limits[what]; len(row) < 2 || strings.TrimSuffix(row[1], " MB") != strconv.FormatInt(want, 10) {
			t.Errorf("limits: %q is %v in docs/formats.md, want %d", what, row, want)
		}
	}
}

// tableRows are the rows of the table that begins with a heading, by their first
// cell.
func tableRows(doc, heading string) map[string][]string {
	_, table, _ := strings.Cut(doc, "\n"+heading)
	table, _, _ = strings.Cut(table, "\n\n")
	rows := map[string][]string{}
	for _, line := range strings.Split(table, "\n")[min(2, strings.Count(table, "\n")):] {
		cells := strings.Split(strings.Trim(line, "| "), " | ")
		rows[cells[0]] = cells
	}
	return rows
}
