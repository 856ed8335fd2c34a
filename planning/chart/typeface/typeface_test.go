package typeface

import (
	"math"
	"slices"
	"strings"
	"testing"

	"golang.org/x/image/font/sfnt"
	"pgregory.net/rapid"
)

func TestLines(t *testing.T) {
	for _, c := range []struct {
		text  string
		width float64
		want  []string
	}{
		{"", 5, nil},
		{"特色小镇", 4, []string{"特色小镇"}},
		{"特色小镇规划", 4, []string{"特色小镇", "规划"}},
		{"特色小镇。规划", 4, []string{"特色小", "镇。规划"}}, // no full stop begins a line
		{"plan of a town", 4, []string{"plan of", "a town"}},
		{"一\n二", 4, []string{"一", "二"}},
		{"一\r\n二\n", 4, []string{"一", "二"}},
		{"国国国", 1.5, []string{"国", "国", "国"}},
		{"国国", 0, []string{"国", "国"}}, // no room at all
	} {
		if got := Regular.Lines(c.text, c.width); !slices.Equal(got, c.want) {
			t.Errorf("%q at %v em: %q, want %q", c.text, c.width, got, c.want)
		}
	}
}

// TestLinesFit and hold all of the text but blanks.
func TestLinesFit(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOf(rapid.SampledFrom([]rune("国 a，。《b c—1-,\n"))).Draw(t, "text")
		width := rapid.Float64Range(1, 8).Draw(t, "width")
		lines := Regular.Lines(text, width)
		for _, l := range lines {
			if w := Regular.Width(l); w > width+1e-9 {
				t.Fatalf("line %q is %v em wide, more than %v", l, w, width)
			}
		}
		bare := func(s string) string { return strings.Join(strings.Fields(s), "") }
		if got, want := bare(strings.Join(lines, "")), bare(text); got != want {
			t.Fatalf("lines hold %q, want %q", got, want)
		}
	})
}

func TestCut(t *testing.T) {
	for _, c := range []struct {
		text  string
		width float64
		want  string
	}{
		{"特色小镇", 4, "特色小镇"}, {"特色小镇", 3.9, "特色…"}, {"特色小镇", 1, "…"}, {"特色小镇", 0.5, ""}, {"", 1, ""},
	} {
		if got := Regular.Cut(c.text, c.width); got != c.want {
			t.Errorf("%q cut to %v em is %q, want %q", c.text, c.width, got, c.want)
		}
	}
}

func TestWidthsAreThoseOfTheFont(t *testing.T) {
	// The OS/2 and hmtx tables of Noto Sans SC: Han characters one em, digits 0.555.
	for text, want := range map[string]float64{"国": 1, "2026": 4 * 0.555, "\u200b\ufe0f": 0} {
		if got := Regular.Width(text); math.Abs(got-want) > 1e-9 {
			t.Errorf("%q is %v em wide, want %v", text, got, want)
		}
	}
	if Regular.Glyph('\u200d').Segments != nil || Regular.Glyph('国').Segments == nil {
		t.Error("a joiner is drawn, or a character is not")
	}
}

// TestASubsetIsTheFontItCameFrom: read by another reader of TrueType files
// (golang.org/x/image), every glyph has the outline it has in the whole font.
func TestASubsetIsTheFontItCameFrom(t *testing.T) {
	const text = "特色小镇 Zhenjie 2026é½Åẵ国国𬭎㎡"
	for name, face := range map[string]*Face{"regular": Regular, "bold": Bold} {
		s := NewSubset(face)
		ids := map[rune]uint16{}
		for _, r := range text {
			ids[r] = s.ID(r)
		}
		file := s.File()
		if len(file) > 60_000 {
			t.Errorf("%s: %d bytes for %d characters", name, len(file), len(ids))
		}
		parsed, err := sfnt.Parse(withNames(file))
		if err != nil {
			t.Fatal(name, err)
		}
		for r, id := range ids {
			got, err := parsed.LoadGlyph(nil, sfnt.GlyphIndex(id), 1000, nil)
			if err != nil {
				t.Fatalf("%s: %c: %v", name, r, err)
			}
			want, err := face.parsed.LoadGlyph(nil, sfnt.GlyphIndex(face.Glyph(r).ID), 1000, nil)
			if err != nil {
				t.Fatal(err)
			}
			if !slices.Equal(got, want) {
				t.Errorf("%s: %c has another outline in the subset", name, r)
			}
		}
	}
}

// withNames adds the tables a document does without and the reader insists on.
func withNames(file []byte) []byte {
	t := tablesOf(file)
	whole := tablesOf(Regular.file)
	var parts []table
	for _, name := range []string{"OS/2", "cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "post", "prep"} {
		data := t[name]
		if data == nil {
			data = whole[name]
		}
		parts = append(parts, table{name, data})
	}
	return assemble(parts)
}
