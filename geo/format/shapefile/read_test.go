package shapefile

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/geo/feature"
)

// readSource reads everything, up to the first fault.
func readSource(src feature.Source) (all []feature.Feature, err error) {
	if src.Limits == (feature.Limits{}) {
		src.Limits = feature.DefaultLimits
	}
	return collect(Read(src))
}

func collect(batches feature.Batches) (all []feature.Feature, err error) {
	for batch, err := range batches {
		if err != nil {
			return all, err
		}
		for f, err := range batch {
			if err != nil {
				return all, err
			}
			all = append(all, f)
		}
	}
	return all, nil
}

// open makes a source of a file.
func open(t testing.TB, path string) feature.Source {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return feature.Source{
		Path: path, Text: bytes.NewReader(text), At: bytes.NewReader(text), Size: int64(len(text)), Attributes: true,
	}
}

func mustRead(t testing.TB, path string) []feature.Feature {
	t.Helper()
	all, err := readSource(open(t, path))
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// files are the contents of a shapefile by extension.
type files map[string][]byte

// filesOf reads the files of a shapefile in testdata.
func filesOf(t testing.TB, name string) files {
	t.Helper()
	all := files{}
	for _, ext := range []string{".shp", ".shx", ".dbf", ".prj", ".cpg"} {
		if text, err := os.ReadFile(filepath.Join("testdata", name+ext)); err == nil {
			all[ext] = text
		}
	}
	return all
}

// read reads the files as if they stood in a folder, the .shp at any place or
// else only in turn.
func (all files) read(limits feature.Limits, anyPlace bool) ([]feature.Feature, error) {
	set := set{}
	for ext, text := range all {
		m := &member{name: "x" + ext, size: int64(len(text))}
		m.open = func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(text)), nil }
		if anyPlace {
			m.at = bytes.NewReader(text)
		}
		set[ext] = m
	}
	return collect(func(yield func(feature.Batch, error) bool) {
		r := reader{src: feature.Source{Limits: limits, Attributes: true}, yield: yield}
		if err := r.layer("", set); err != nil && !errors.Is(err, errStopped) {
			yield(nil, err)
		}
	})
}

func noteIDs(all []feature.Feature) (ids []words.ID) {
	for _, f := range all {
		for _, n := range f.Notes {
			if !slices.Contains(ids, n.ID) {
				ids = append(ids, n.ID)
			}
		}
	}
	return ids
}

func kindOf(err error) words.ID {
	var bad *geo.InputError
	if errors.As(err, &bad) {
		return bad.Kind
	}
	if err != nil {
		return "none for people"
	}
	return ""
}

func TestWhatIsAssumedIsSaid(t *testing.T) {
	for name, want := range map[string][]words.ID{
		"gbk.shp":    {"shapefile.note.encoding_declared", "shapefile.note.null_shape"},
		"silent.shp": {"shapefile.note.encoding_detected", "shapefile.note.no_prj", "shapefile.note.null_shape"},
		"heights.shp": {
			"shapefile.note.encoding_declared", "shapefile.note.heights", "shapefile.note.null_shape",
		},
		"lines.shp": {
			"shapefile.note.encoding_declared", "shapefile.note.no_prj", "shapefile.note.lines_closed",
			"shapefile.note.open_lines", "shapefile.note.some_closed",
		},
		"edited.shp": {"shapefile.note.encoding_declared"},
	} {
		if got := noteIDs(mustRead(t, filepath.Join("testdata", name))); !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", name, got, want)
		}
	}
}

func TestAttributesKeepTheirDigits(t *testing.T) {
	want := []feature.Attribute{
		{Key: "编号", Text: "XZ-2"},
		{Key: "名称", Text: "云栖小镇"},
		{Key: "面积亩", Kind: feature.Number, Text: "7.500000000000000"},
	}
	for _, name := range []string{"gbk", "silent", "heights"} {
		f := mustRead(t, "testdata/"+name+".shp")[1]
		if !slices.Equal(f.Attributes, want) || f.ID != "XZ-2" || f.Name != "云栖小镇" {
			t.Errorf("%s: %q %q %v", name, f.ID, f.Name, f.Attributes)
		}
	}
}

func TestAnyFileOfAShapefileOpensItInAnyLetters(t *testing.T) {
	dir := t.TempDir()
	for ext, text := range filesOf(t, "gbk") {
		if err := os.WriteFile(filepath.Join(dir, "小镇"+strings.ToUpper(ext)), text, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, ext := range []string{".SHP", ".SHX", ".DBF"} {
		all := mustRead(t, filepath.Join(dir, "小镇"+ext))
		if len(all) != 4 || all[0].Name != "梦想小镇" || !strings.HasPrefix(all[0].CRS, "PROJCS[") {
			t.Errorf("%s: %+v", ext, all)
		}
	}
	if err := os.Remove(filepath.Join(dir, "小镇.SHP")); err != nil {
		t.Fatal(err)
	}
	if _, err := readSource(open(t, filepath.Join(dir, "小镇.DBF"))); kindOf(err) != "shapefile.no_shp" {
		t.Errorf("a table alone: %v", err)
	}
}

func TestTheShapesAloneCanBeRead(t *testing.T) {
	all, err := files{".shp": filesOf(t, "gbk")[".shp"]}.read(feature.DefaultLimits, false)
	want := []words.ID{"shapefile.note.no_dbf", "shapefile.note.no_prj", "shapefile.note.null_shape"}
	if err != nil || len(all) != 4 || !slices.Equal(noteIDs(all), want) || all[0].Attributes != nil {
		t.Errorf("%v %v %+v", err, noteIDs(all), all)
	}
}

// TestEncodings writes the table's texts again and says this or that of them.
func TestEncodings(t *testing.T) {
	gb, utf := filesOf(t, "gbk"), filesOf(t, "heights")
	for _, c := range []struct {
		name string
		dbf  []byte
		cpg  string
		byte byte
		want words.ID
	}{
		{"by the .cpg", gb[".dbf"], "GBK", 0, "shapefile.note.encoding_declared"},
		{"by a number", gb[".dbf"], "ANSI 936\n", 0, "shapefile.note.encoding_declared"},
		{"by the language byte", gb[".dbf"], "", 0x4d, "shapefile.note.encoding_declared"},
		{"Windows-1252, which is nobody's choice", gb[".dbf"], "", 0x57, "shapefile.note.encoding_detected"},
		{"a .cpg that lies", gb[".dbf"], "UTF-8", 0, "shapefile.note.encoding_overruled"},
		{"a .cpg of nonsense", gb[".dbf"], "天书", 0, "shapefile.note.cpg_unknown"},
		{"UTF-8 unsaid", utf[".dbf"], "", 0, "shapefile.note.encoding_detected"},
		{"UTF-8 as GBK", utf[".dbf"], "", 0x4d, "shapefile.note.encoding_overruled"},
		{"UTF-8", utf[".dbf"], "65001", 0, "shapefile.note.encoding_declared"},
	} {
		set := files{".shp": gb[".shp"], ".dbf": bytes.Clone(c.dbf), ".prj": gb[".prj"]}
		set[".dbf"][29] = c.byte
		if c.cpg != "" {
			set[".cpg"] = []byte(c.cpg)
		}
		all, err := set.read(feature.DefaultLimits, false)
		if err != nil || all[0].Name != "梦想小镇" || all[0].Attributes[2].Key != "面积亩" || !slices.Contains(noteIDs(all), c.want) {
			t.Errorf("%s: %v %v %+v", c.name, err, noteIDs(all), all)
		}
	}
}

func TestTheIndexCountsOnlyWhereItFits(t *testing.T) {
	old := filesOf(t, "edited")
	byIndex, err := old.read(feature.DefaultLimits, true)
	if err != nil || len(byIndex) != 3 {
		t.Fatalf("%d features, %v", len(byIndex), err)
	}
	inMemory, err := old.read(feature.DefaultLimits, false)
	if err != nil || !slices.EqualFunc(byIndex, inMemory, func(a, b feature.Feature) bool { return a.Shape.Equal(b.Shape) }) {
		t.Errorf("read in turn: %v %v, want %v", err, inMemory, byIndex)
	}
	good := filesOf(t, "gbk")
	for name, change := range map[string]func([]byte) []byte{
		"another file's":        func([]byte) []byte { return old[".shx"] },
		"cut off":               func(b []byte) []byte { return b[:len(b)-8] },
		"cut in an entry":       func(b []byte) []byte { return b[:len(b)-3] },
		"no index":              func([]byte) []byte { return []byte("nothing") },
		"offsets beyond":        func(b []byte) []byte { b[100] = 0x7f; return b },
		"negative lengths":      func(b []byte) []byte { b[104] = 0xff; return b },
		"all the same place":    func(b []byte) []byte { copy(b[108:], b[100:108]); return b },
		"more than the file":    func(b []byte) []byte { return append(b, b[100:108]...) },
		"in the wrong sequence": func(b []byte) []byte { return append(b[:100:100], append(bytes.Clone(b[108:116]), b[100:108]...)...) },
	} {
		set := filesOf(t, "gbk")
		set[".shx"] = change(set[".shx"])
		for _, anyPlace := range []bool{true, false} {
			all, err := set.read(feature.DefaultLimits, anyPlace)
			if err != nil || len(all) != 4 || !slices.Contains(noteIDs(all), "shapefile.note.bad_shx") {
				t.Errorf("%s: %v %v %d", name, err, noteIDs(all), len(all))
			}
		}
	}
	if all, err := good.read(feature.DefaultLimits, true); err != nil || slices.Contains(noteIDs(all), "shapefile.note.bad_shx") {
		t.Errorf("the right one: %v %v", err, noteIDs(all))
	}
}

func TestTablesOfAnotherLength(t *testing.T) {
	set := filesOf(t, "gbk")
	set[".dbf"][4] = 3
	all, err := set.read(feature.DefaultLimits, true)
	if err != nil || len(all) != 4 || all[3].Name != "" || !slices.Contains(noteIDs(all[3:]), "shapefile.note.no_row") {
		t.Errorf("a row too few: %v %+v", err, all)
	}
	set = filesOf(t, "gbk")
	set[".dbf"] = append(set[".dbf"][:len(set[".dbf"])-1], set[".dbf"][130:]...)
	set[".dbf"][4] = 5
	if all, err = set.read(feature.DefaultLimits, true); err != nil || !slices.Contains(noteIDs(all), "shapefile.note.more_rows") {
		t.Errorf("a row too many: %v %v", err, noteIDs(all))
	}
	set[".dbf"][4], set[".dbf"][7] = 5, 0x7f
	set[".dbf"] = set[".dbf"][:200]
	if _, err = set.read(feature.DefaultLimits, true); kindOf(err) != "shapefile.dbf_truncated" {
		t.Errorf("a table that breaks off: %v", err)
	}
}
