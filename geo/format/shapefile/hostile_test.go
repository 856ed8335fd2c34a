package shapefile

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"io"
	"math"
	"runtime"
	"strings"
	"testing"

	"zhenjie/assets/words"
	"zhenjie/geo/feature"
)

// Places in gbk.shp: the first record's content begins at 108, its parts at
// 152, its points at 160.
func TestLyingNumbersCostASentence(t *testing.T) {
	be, le := binary.BigEndian, binary.LittleEndian
	for _, c := range []struct {
		name   string
		change func(b []byte)
		want   words.ID
	}{
		{"nothing", func([]byte) {}, ""},
		{"another file", func(b []byte) { b[2] = 0 }, "shapefile.not_shp"},
		{"another version", func(b []byte) { b[28] = 0 }, "shapefile.not_shp"},
		{"a length beyond the file", func(b []byte) { be.PutUint32(b[24:], 10_000) }, "shapefile.truncated"},
		{"a negative length", func(b []byte) { be.PutUint32(b[24:], 1<<31) }, ""},
		{"no length", func(b []byte) { be.PutUint32(b[24:], 0) }, ""},
		{"a length within a record", func(b []byte) { be.PutUint32(b[24:], 80) }, "shapefile.record_length"},
		{"a huge record", func(b []byte) { be.PutUint32(b[104:], math.MaxInt32) }, "shapefile.record_length"},
		{"a negative record", func(b []byte) { be.PutUint32(b[104:], math.MaxUint32) }, "shapefile.record_length"},
		{"an empty record", func(b []byte) { be.PutUint32(b[104:], 0) }, "shapefile.record_length"},
		{"a record of some bytes", func(b []byte) { be.PutUint32(b[104:], 10) }, "shapefile.record_short"},
		{"a type of its own", func(b []byte) { le.PutUint32(b[108:], 7) }, "shapefile.type_unknown"},
		{"a negative type", func(b []byte) { le.PutUint32(b[108:], 1<<31) }, "shapefile.type_unknown"},
		{"null with heights", func(b []byte) { le.PutUint32(b[108:], 20) }, "shapefile.type_unknown"},
		{"many parts", func(b []byte) { le.PutUint32(b[144:], math.MaxInt32) }, "shapefile.counts"},
		{"many points", func(b []byte) { le.PutUint32(b[148:], math.MaxInt32) }, "shapefile.counts"},
		{"a part too many", func(b []byte) { le.PutUint32(b[144:], 3) }, "shapefile.counts"},
		{"negative parts", func(b []byte) { le.PutUint32(b[144:], math.MaxUint32) }, "shapefile.counts"},
		{"negative points", func(b []byte) { le.PutUint32(b[148:], math.MaxUint32) }, "shapefile.counts"},
		{"no parts", func(b []byte) { le.PutUint32(b[144:], 0) }, ""},
		{"parts that overlap", func(b []byte) { le.PutUint32(b[152:], 6) }, "shapefile.parts_order"},
		{"a part beyond the points", func(b []byte) { le.PutUint32(b[156:], 11) }, "shapefile.parts_order"},
		{"a part before the points", func(b []byte) { le.PutUint32(b[156:], math.MaxUint32) }, "shapefile.parts_order"},
		{"a part without points", func(b []byte) { le.PutUint32(b[156:], 10) }, ""},
		{"not a number", func(b []byte) { le.PutUint64(b[160:], math.Float64bits(math.NaN())) }, "shapefile.not_a_number"},
		{"infinite", func(b []byte) { le.PutUint64(b[168:], math.Float64bits(math.Inf(-1))) }, "shapefile.not_a_number"},
	} {
		for _, anyPlace := range []bool{true, false} {
			set := filesOf(t, "gbk")
			c.change(set[".shp"])
			if _, err := set.read(feature.DefaultLimits, anyPlace); kindOf(err) != c.want {
				t.Errorf("%s: %v, want %q", c.name, err, c.want)
			}
		}
	}
}

func TestLimitsHold(t *testing.T) {
	for want, limits := range map[words.ID]feature.Limits{
		"shapefile.feature_bytes": {FeatureBytes: 100, Rings: 100, Vertices: 100},
		"shapefile.rings":         {FeatureBytes: 1 << 20, Rings: 1, Vertices: 100},
		"shapefile.vertices":      {FeatureBytes: 1 << 20, Rings: 100, Vertices: 9},
	} {
		for _, name := range []string{"gbk", "edited"} {
			if _, err := filesOf(t, name).read(limits, true); kindOf(err) != want {
				t.Errorf("%s: %v, want %s", name, err, want)
			}
		}
	}
}

func TestLyingTables(t *testing.T) {
	le := binary.LittleEndian
	for _, c := range []struct {
		name   string
		change func(b []byte)
		want   words.ID
	}{
		{"no header", func(b []byte) { le.PutUint16(b[8:], 0) }, "shapefile.dbf_header"},
		{"a header beyond the file", func(b []byte) { le.PutUint16(b[8:], 65535) }, "shapefile.dbf_truncated"},
		{"no row", func(b []byte) { le.PutUint16(b[10:], 0) }, "shapefile.dbf_header"},
		{"rows too short", func(b []byte) { le.PutUint16(b[10:], 100) }, "shapefile.dbf_fields"},
		{"rows too long", func(b []byte) { le.PutUint16(b[10:], 65535) }, "shapefile.dbf_truncated"},
		{"many rows", func(b []byte) { le.PutUint32(b[4:], math.MaxUint32) }, ""},
		{"a field too wide", func(b []byte) { b[48] = 255 }, "shapefile.dbf_fields"},
		{"a field of no width", func(b []byte) { b[48] = 0 }, ""},
		{"a field of no known type", func(b []byte) { b[43] = '?' }, ""},
		{"fields without an end", func(b []byte) { b[128] = 'x' }, ""},
	} {
		set := filesOf(t, "gbk")
		c.change(set[".dbf"])
		if _, err := set.read(feature.DefaultLimits, true); kindOf(err) != c.want {
			t.Errorf("%s: %v, want %q", c.name, err, c.want)
		}
	}
}

// TestEveryTruncationIsTold cuts the files at every byte.
func TestEveryTruncationIsTold(t *testing.T) {
	whole := filesOf(t, "gbk")
	for _, ext := range []string{".shp", ".dbf"} {
		for n := range len(whole[ext]) - 1 { // a table's last byte says nothing
			set := filesOf(t, "gbk")
			set[ext] = whole[ext][:n]
			want := words.ID("shapefile.truncated")
			if ext == ".dbf" {
				want = "shapefile.dbf_truncated"
			}
			if _, err := set.read(feature.DefaultLimits, n%2 == 0); kindOf(err) != want {
				t.Fatalf("%s of %d bytes: %v, want %s", ext, n, err, want)
			}
		}
	}
}

// TestALyingRecordTakesNoMemory claims a gigabyte in a stream of unknown size.
func TestALyingRecordTakesNoMemory(t *testing.T) {
	text := filesOf(t, "gbk")[".shp"]
	binary.BigEndian.PutUint32(text[24:], 1<<30)
	binary.BigEndian.PutUint32(text[104:], 1<<29-1<<10)
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	_, err := readSource(feature.Source{Path: "x.shp", Text: bytes.NewReader(text)})
	runtime.ReadMemStats(&after)
	if kindOf(err) != "shapefile.truncated" || after.TotalAlloc-before.TotalAlloc > 16<<20 {
		t.Errorf("%v, %d bytes", err, after.TotalAlloc-before.TotalAlloc)
	}
}

// packed makes a .zip of members that change may alter.
func packed(t *testing.T, change func(*zip.FileHeader), members ...string) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	set := filesOf(t, "gbk")
	for _, name := range members {
		h := &zip.FileHeader{Name: name, Method: zip.Deflate}
		if change != nil {
			change(h)
		}
		m, err := w.CreateHeader(h)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := m.Write(set[extension(name)]); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func readZip(text []byte) ([]feature.Feature, error) {
	return readSource(feature.Source{Path: "x.zip", Text: bytes.NewReader(text), At: bytes.NewReader(text), Size: int64(len(text))})
}

func TestZipsAsPeopleMakeThem(t *testing.T) {
	for _, c := range []struct {
		name    string
		members []string
		layers  string
	}{
		{"folders", []string{"a/b/甲.shp", "a/b/甲.DBF", "a/乙.SHP", "a/b/乙.dbf"}, "甲=梦想小镇 乙="},
		{"what macOS adds", []string{"甲.shp", "甲.dbf", "__MACOSX/._甲.shp", "._甲.shp"}, "甲=梦想小镇"},
		{"ways out", []string{"../../etc/甲.shp", "../../etc/甲.dbf", `..\..\乙.shp`, "/丙.shp"}, "甲=梦想小镇 乙= 丙="},
		{"twice the same", []string{"甲.shp", "甲.shp", "甲.dbf"}, "甲=梦想小镇"},
	} {
		text := packed(t, nil, c.members...)
		for _, inTurn := range []bool{false, true} {
			src := feature.Source{Path: "x.zip", Text: bytes.NewReader(text)}
			if !inTurn {
				src.At, src.Size = bytes.NewReader(text), int64(len(text))
			}
			all, err := readSource(src)
			var got []string
			for i := 0; i < len(all); i += 4 {
				got = append(got, all[i].Layer+"="+all[i].Name)
			}
			if err != nil || strings.Join(got, " ") != c.layers {
				t.Errorf("%s: %v %v, want %s", c.name, err, got, c.layers)
			}
		}
	}
	// Names in GBK without a flag, as the Windows shell packs them.
	all, err := readZip(packed(t, func(h *zip.FileHeader) { h.NonUTF8 = true }, "\xbc\xd7.shp"))
	if err != nil || all[0].Layer != "甲" {
		t.Errorf("%v %+v", err, all)
	}
}

func TestHostileZips(t *testing.T) {
	good := packed(t, nil, "a.shp", "a.dbf")
	flat := bytes.Clone(good)
	if i := bytes.Index(flat, filesOf(t, "gbk")[".shp"][:20]); i >= 0 {
		t.Fatal("the .zip is not packed")
	}
	copy(flat[45:], "damaged")
	sum := binary.LittleEndian.AppendUint32(nil, crc32.ChecksumIEEE(filesOf(t, "gbk")[".shp"]))
	bomb := &bytes.Buffer{}
	w := zip.NewWriter(bomb)
	m, err := w.Create("a.shp")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.Copy(m, io.LimitReader(endless{}, 64<<20)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	var many []string
	for i := range mostMembers + 1 {
		many = append(many, fmt.Sprint(i, ".txt"))
	}
	for _, c := range []struct {
		name string
		text []byte
		want words.ID
	}{
		{"no directory", good[:len(good)-30], "shapefile.zip_broken"},
		{"no shapefile", packed(t, nil, "a.kml", "a.dbf"), "shapefile.zip_without_shp"},
		{"empty", packed(t, nil), "shapefile.zip_without_shp"},
		{"damaged bytes", flat, "shapefile.zip_broken"},
		{"another checksum", bytes.ReplaceAll(good, sum, []byte("abcd")), "shapefile.zip_broken"},
		{"a bomb", bomb.Bytes(), "shapefile.zip_bomb"},
		{"many members", packed(t, func(h *zip.FileHeader) { h.Method = zip.Store }, many...), "shapefile.zip_members"},
		{"a password", bytes.ReplaceAll(good, []byte("PK\x01\x02\x14\x00\x14\x00\x08\x00"), []byte("PK\x01\x02\x14\x00\x14\x00\x09\x00")), "shapefile.zip_encrypted"},
		{"another method", bytes.ReplaceAll(good, []byte("PK\x01\x02\x14\x00\x14\x00\x08\x00\x08"), []byte("PK\x01\x02\x14\x00\x14\x00\x08\x00\x09")), "shapefile.zip_method"},
	} {
		if _, err := readZip(c.text); kindOf(err) != c.want {
			t.Errorf("%s: %v, want %s", c.name, err, c.want)
		}
	}
}

// endless is zeros without end.
type endless struct{}

func (endless) Read(b []byte) (int, error) {
	clear(b)
	return len(b), nil
}
