package fonts

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/text/encoding/simplifiedchinese"
)

// missing lists the runes of a text that a typeface has no glyph for.
func missing(t *testing.T, file []byte, text []rune) []rune {
	t.Helper()
	f, err := sfnt.Parse(file)
	if err != nil {
		t.Fatal(err)
	}
	var buf sfnt.Buffer
	var lacking []rune
	for _, r := range text {
		if i, err := f.GlyphIndex(&buf, r); err != nil || i == 0 {
			lacking = append(lacking, r)
		}
	}
	return lacking
}

// gb2312 is the 6763 Han characters of GB 2312-80: rows 16 to 87 of 94 cells,
// the last five of row 55 empty.
func gb2312(t *testing.T) []rune {
	t.Helper()
	var code []byte
	for row := byte(16); row <= 87; row++ {
		for cell := byte(1); cell <= 94; cell++ {
			if row == 55 && cell > 89 {
				break
			}
			code = append(code, 0xa0+row, 0xa0+cell)
		}
	}
	text, err := simplifiedchinese.GBK.NewDecoder().Bytes(code)
	if err != nil {
		t.Fatal(err)
	}
	han := []rune(string(text))
	if len(han) != 6763 || han[0] != '啊' || han[len(han)-1] != '齄' || slices.Contains(han, '\ufffd') {
		t.Fatalf("%d characters from %c to %c; GB 2312 has 6763 from 啊 to 齄", len(han), han[0], han[len(han)-1])
	}
	return han
}

// spoken is every rune in the texts the program carries.
func spoken(t *testing.T) []rune {
	t.Helper()
	seen := map[rune]bool{}
	err := filepath.WalkDir("..", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !slices.Contains([]string{".go", ".yaml", ".json", ".csv"}, filepath.Ext(path)) {
			return err
		}
		text, err := os.ReadFile(path)
		for _, r := range string(text) {
			seen[r] = r >= ' ' && !strings.HasSuffix(path, "_test.go") || seen[r]
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	var text []rune
	for r, said := range seen {
		if said && r != '\ufffd' { // the sign for what cannot be read: a box says as much
			text = append(text, r)
		}
	}
	if !seen['亩'] {
		t.Fatal("no text found: the test looks in the wrong place")
	}
	slices.Sort(text)
	return text
}

func TestEveryCharacterHasAGlyph(t *testing.T) {
	var ascii []rune
	for r := ' '; r <= '~'; r++ {
		ascii = append(ascii, r)
	}
	signs := []rune("²³°′″–—…±≈≥≤×·−σ‰％＋（）《》“”‘’、，。；：！？→√①②③")
	for name, file := range map[string][]byte{"Regular": Regular, "Bold": Bold} {
		for what, text := range map[string][]rune{
			"ASCII": ascii, "GB 2312": gb2312(t), "signs": signs, "what the program says": spoken(t),
		} {
			if lacking := missing(t, file, text); len(lacking) > 0 {
				t.Errorf("%s lacks %d of %s: %q", name, len(lacking), what, string(lacking))
			}
		}
	}
}

func TestTheLicenceIsTheTypefaces(t *testing.T) {
	licence, err := os.ReadFile("OFL.txt")
	if err != nil {
		t.Fatal(err)
	}
	f, err := sfnt.Parse(Regular)
	if err != nil {
		t.Fatal(err)
	}
	copyright, err := f.Name(nil, sfnt.NameIDCopyright)
	if err != nil {
		t.Fatal(err)
	}
	_, holder, _ := strings.Cut(copyright, ") ") // "(c) 2014-2021 Adobe …"
	if !strings.Contains(string(licence), strings.TrimSuffix(holder, ".")) {
		t.Errorf("OFL.txt does not name %q", copyright)
	}
	if !strings.Contains(string(licence), "SIL OPEN FONT LICENSE Version 1.1") {
		t.Error("OFL.txt is not the licence")
	}
}
