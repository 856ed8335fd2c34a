package pdf

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"image/color"
	"io"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"zhenjie/planning/chart/typeface"
)

func written(t *testing.T, pages int, text string) []byte {
	d := New("标题 (1)", "zh-CN")
	for range pages {
		p := d.Page(100, 50)
		red := color.NRGBA{255, 0, 0, 255}
		p.MoveTo(10, 10)
		p.LineTo(20, 10)
		p.CubeTo(30, 10, 30, 20, 20, 20)
		p.Close()
		p.Paint(&red, nil, 0, nil)
		p.Text(10, 30, 4, typeface.Regular, color.NRGBA{}, text)
		p.Text(10, 40, 4, typeface.Bold, color.NRGBA{}, text)
	}
	var b bytes.Buffer
	if err := d.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// objects reads a file by its table, as a reader would.
func objects(t *testing.T, file []byte) map[int]string {
	m := regexp.MustCompile(`startxref\n(\d+)\n%%EOF\n$`).FindSubmatch(file)
	if m == nil {
		t.Fatal("no startxref at the end")
	}
	at, _ := strconv.Atoi(string(m[1]))
	lines := strings.Split(string(file[at:]), "\n")
	var n int
	if _, err := fmt.Sscanf(lines[1], "0 %d", &n); err != nil || lines[0] != "xref" {
		t.Fatalf("the table begins with %q", lines[:2])
	}
	out := map[int]string{}
	for i := 1; i < n; i++ {
		offset, _ := strconv.Atoi(lines[2+i][:10])
		body := string(file[offset:])
		head := fmt.Sprintf("%d 0 obj\n", i)
		if !strings.HasPrefix(body, head) {
			t.Fatalf("object %d does not stand at %d", i, offset)
		}
		end := strings.Index(body, "\nendobj\n")
		out[i] = body[len(head):end]
	}
	return out
}

// streamOf unpacks a stream, whose length must be the one told.
func streamOf(t *testing.T, object string) []byte {
	m := regexp.MustCompile(`^<</Length (\d+)/`).FindStringSubmatch(object)
	_, data, ok := strings.Cut(object, ">>\nstream\n")
	data, ended := strings.CutSuffix(data, "\nendstream")
	if m == nil || !ok || !ended || m[1] != strconv.Itoa(len(data)) {
		t.Fatalf("no stream: %.80q", object)
	}
	z, err := zlib.NewReader(strings.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	out, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestAFileIsWhatAReaderExpects(t *testing.T) {
	all := objects(t, written(t, 2, "特色小镇，𬭎。"))
	pages, fonts := 0, 0
	for n, body := range all {
		for _, ref := range regexp.MustCompile(`(\d+) 0 R`).FindAllStringSubmatch(body, -1) {
			if id, _ := strconv.Atoi(ref[1]); !strings.Contains(body, "stream") && all[id] == "" {
				t.Errorf("object %d refers to %d, which is not there", n, id)
			}
		}
		if strings.Contains(body, "\nstream\n") {
			streamOf(t, body)
		}
		if strings.HasPrefix(body, "<</Type/Page/") {
			pages++
			// 100 × 50 mm in points of 1/72 inch.
			if !strings.Contains(body, "/MediaBox[0 0 283.46 141.73]") {
				t.Errorf("page: %s", body)
			}
		}
		if strings.Contains(body, "/Subtype/Type0") {
			fonts++
		}
	}
	if pages != 2 || fonts != 2 {
		t.Errorf("%d pages and %d fonts, want 2 and 2", pages, fonts)
	}
}

// TestGlyphsLeadBackToTheirCharacters, those beyond the first 65,536 too.
func TestGlyphsLeadBackToTheirCharacters(t *testing.T) {
	const text = "特色𬭎目目"
	all := objects(t, written(t, 1, text))
	var shown, maps []string
	for _, body := range all {
		if !strings.Contains(body, "\nstream\n") {
			continue
		}
		s := string(streamOf(t, body))
		if m := regexp.MustCompile(`<([0-9A-F]+)> Tj`).FindStringSubmatch(s); m != nil {
			shown = append(shown, m[1])
		}
		if strings.Contains(s, "beginbfchar") {
			maps = append(maps, s)
		}
	}
	if len(shown) != 1 || len(maps) != 2 {
		t.Fatalf("%d texts, %d maps", len(shown), len(maps))
	}
	for _, m := range maps {
		got := ""
		for i := 0; i+4 <= len(shown[0]); i += 4 {
			to := regexp.MustCompile(`<` + shown[0][i:i+4] + `> <([0-9A-F]+)>`).FindStringSubmatch(m)
			if to == nil {
				t.Fatalf("glyph %s stands for nothing", shown[0][i:i+4])
			}
			got += to[1]
		}
		// UTF-16: 特 7279, 色 8272, 𬭎 D872 DF4E, 目 76EE
		if want := "72798272D872DF4E76EE76EE"; got != want {
			t.Errorf("the glyphs stand for %s, want %s", got, want)
		}
	}
}

func TestADocumentWithoutTextOrPages(t *testing.T) {
	objects(t, written(t, 0, ""))
	objects(t, written(t, 1, ""))
	objects(t, written(t, 1, "\u200b"))
}
