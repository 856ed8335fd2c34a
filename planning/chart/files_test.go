package chart

import (
	"bytes"
	"encoding/xml"
	"errors"
	"image/png"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

func samples() map[string]Chart {
	return map[string]Chart{"radar": sampleRadar(), "gantt": sampleGantt(20), "bars": sampleBars(), "flow": sampleFlow()}
}

// texts are the texts of a drawing.
func texts(d *Drawing) []string {
	var all []string
	for _, m := range d.marks {
		if m.text != nil {
			all = append(all, m.text.text)
		}
	}
	return all
}

func TestSVGIsWellFormedAndSaysItsTexts(t *testing.T) {
	for name, c := range samples() {
		d := c.Draw(200, 150)
		d.Title = `a < b & "c"` + "\x01"
		var b bytes.Buffer
		if err := d.SVG(&b, Print); err != nil {
			t.Fatal(err)
		}
		if b.Len() > 300_000 {
			t.Errorf("%s: %d bytes", name, b.Len())
		}
		said := map[string]bool{}
		glyphs, used := map[string]bool{}, map[string]bool{}
		for dec := xml.NewDecoder(&b); ; {
			token, err := dec.Token()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			start, ok := token.(xml.StartElement)
			if !ok {
				continue
			}
			for _, a := range start.Attr {
				switch a.Name.Local {
				case "aria-label":
					said[a.Value] = true
				case "id":
					glyphs["#"+a.Value] = true
				case "href":
					used[a.Value] = true
				}
			}
		}
		for _, text := range texts(d) {
			if !said[text] {
				t.Errorf("%s: %q is not said", name, text)
			}
		}
		for id := range used {
			if !glyphs[id] {
				t.Errorf("%s: the outline %s is missing", name, id)
			}
		}
		if len(used) == 0 || len(used) != len(glyphs) {
			t.Errorf("%s: %d outlines, %d used", name, len(glyphs), len(used))
		}
	}
}

// TestTextOfAPDFCanBeCopied by an independent reader.
func TestTextOfAPDFCanBeCopied(t *testing.T) {
	reader, err := exec.LookPath("pdftotext")
	if err != nil {
		t.Skip("pdftotext (poppler) is not installed; package pdf tests the file without it")
	}
	for name, c := range samples() {
		file := filepath.Join(t.TempDir(), "chart.pdf")
		var b bytes.Buffer
		d := c.Draw(200, 150)
		if err := d.PDF(&b, Print); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
		out, err := exec.Command(reader, "-raw", file, "-").Output()
		if err != nil {
			t.Fatal(name, err)
		}
		for _, text := range texts(d) {
			if !strings.Contains(string(out), text) {
				t.Errorf("%s: %q cannot be copied from the PDF", name, text)
			}
		}
	}
}

func TestWrite(t *testing.T) {
	for _, f := range Formats {
		var b bytes.Buffer
		if err := Write(&b, sampleBars(), f); err != nil {
			t.Fatal(err)
		}
		begins := map[Format]string{SVG: "<svg ", PDF: "%PDF-1.7", PNG: "\x89PNG"}[f]
		if !strings.HasPrefix(b.String(), begins) {
			t.Errorf("%s begins with %.10q", f, b.String())
		}
		if f == PNG {
			// A4 on its side less 15 mm on each, at 200 dpi.
			c, err := png.DecodeConfig(&b)
			if err != nil || c.Width != 2102 || c.Height != 1417 {
				t.Errorf("a picture of %d × %d, %v", c.Width, c.Height, err)
			}
		}
	}
	if err := Write(io.Discard, sampleBars(), "gif"); err == nil {
		t.Error("a GIF was written")
	}
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("disk full") }

func TestAFullDiskIsTold(t *testing.T) {
	for _, f := range Formats {
		if Write(full{}, sampleBars(), f) == nil {
			t.Errorf("%s: nothing told", f)
		}
	}
}
