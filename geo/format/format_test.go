package format

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"zhenjie/assets/words"
	"zhenjie/geo"
)

func TestEveryFormatIsComplete(t *testing.T) {
	seen := map[string]string{}
	for _, f := range All {
		if f.Name == "" || f.Sniff == nil || f.Read == nil || f.Ext == "" {
			t.Errorf("%q lacks something", f.Name)
		}
		for ext := range strings.FieldsSeq(f.Ext) {
			if seen[ext] != "" || ext[0] != '.' || ext != strings.ToLower(ext) {
				t.Errorf("%s: extension %q (also of %q)", f.Name, ext, seen[ext])
			}
			seen[ext] = f.Name
		}
	}
}

func TestOpen(t *testing.T) {
	dir := t.TempDir()
	for _, c := range []struct {
		name, content string
		want          string // a format, or the kind of the fault
	}{
		{"a.geojson", `{"type":"Feature"}`, "GeoJSON"},
		{"b.txt", `{"type":"Feature"}`, "GeoJSON"}, // by content
		{"c.JSON", `[1]`, "GeoJSON"},               // by name: its reader says what is wrong
		{"d.docx", "PK\x03\x04", "format.unknown"},
		{"noext", "hello", "format.unknown"},
		{"e.geojson", "", "file.empty"},
		{"gone.geojson", "-", "file.missing"},
		{".", "-", "file.directory"},
	} {
		path := filepath.Join(dir, c.name)
		if c.content != "-" {
			if err := os.WriteFile(path, []byte(c.content), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		f, err := Detect(path)
		var bad *geo.InputError
		switch {
		case err == nil && f.Name != c.want:
			t.Errorf("%s: format %q, want %s", c.name, f.Name, c.want)
		case err != nil && (!errors.As(err, &bad) || string(bad.Kind) != c.want || bad.File != path):
			t.Errorf("%s: %v, want %s", c.name, err, c.want)
		}
	}
}

func TestUnknownFormatNamesThoseKnown(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x")
	if err := os.WriteFile(path, []byte("hello"), 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := Open(path)
	var bad *geo.InputError
	if !errors.As(err, &bad) {
		t.Fatal(err)
	}
	for _, f := range All {
		if !strings.Contains(bad.Say().In(words.Zh), f.Name) {
			t.Errorf("%q does not name %s", bad.Say().In(words.Zh), f.Name)
		}
	}
}

func TestNoPermission(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("root may read everything")
	}
	path := filepath.Join(t.TempDir(), "x.geojson")
	if err := os.WriteFile(path, []byte("{}"), 0); err != nil {
		t.Fatal(err)
	}
	_, err := Open(path)
	var bad *geo.InputError
	if !errors.As(err, &bad) || bad.Kind != "file.denied" {
		t.Errorf("%v, want file.denied", err)
	}
}
