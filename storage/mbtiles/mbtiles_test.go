package mbtiles

import (
	"bytes"
	"compress/gzip"
	"context"
	"database/sql"
	"errors"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/geo/basemap"
)

// made makes an MBTiles file through SQL: statements, which end in a
// semicolon, each followed by its values.
func made(t testing.TB, statements ...any) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "图 块.mbtiles")
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for i := 0; i < len(statements); i++ {
		query := statements[i].(string)
		var args []any
		for i+1 < len(statements) {
			if s, ok := statements[i+1].(string); ok && strings.HasSuffix(s, ";") {
				break
			}
			i++
			args = append(args, statements[i])
		}
		if _, err := db.Exec(query, args...); err != nil {
			t.Fatalf("%s: %v", query, err)
		}
	}
	return path
}

const schema = `CREATE TABLE metadata (name TEXT, value TEXT);
	CREATE TABLE tiles (zoom_level INTEGER, tile_column INTEGER, tile_row INTEGER, tile_data BLOB);
	CREATE UNIQUE INDEX tile_index ON tiles (zoom_level, tile_column, tile_row);`

const insert = `INSERT INTO tiles VALUES (?, ?, ?, ?);`

func tile(c color.Color) []byte {
	img := image.NewRGBA(image.Rect(0, 0, 256, 256))
	for i := range 256 * 256 {
		img.Set(i%256, i/256, c)
	}
	var b bytes.Buffer
	_ = png.Encode(&b, img)
	return b.Bytes()
}

func jpegTile(c color.Color, side int) []byte {
	img := image.NewRGBA(image.Rect(0, 0, side, side))
	for i := range side * side {
		img.Set(i%side, i/side, c)
	}
	var b bytes.Buffer
	_ = jpeg.Encode(&b, img, nil)
	return b.Bytes()
}

var red, blue = color.RGBA{200, 0, 0, 255}, color.RGBA{0, 0, 200, 255}

func open(t testing.TB, path string) *File {
	t.Helper()
	f, err := Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

func kind(err error) words.ID {
	var bad *geo.InputError
	if errors.As(err, &bad) {
		return bad.Kind
	}
	return ""
}

// TestTilesAreFoundFromTheNorth: MBTiles 1.3 counts rows from the south; row 0
// of two from the north is row 1 of the file.
func TestTilesAreFoundFromTheNorth(t *testing.T) {
	f := open(t, made(t, schema,
		insert, 1, 0, 1, tile(red), insert, 1, 0, 0, tile(blue), insert, 3, 7, 7, jpegTile(red, 512),
		`INSERT INTO metadata VALUES ('name', '试 验'), ('format', 'png'), ('bounds', '119.5, 30,120.5,31'),
			('attribution', '<a href="http://x">© 某测绘院</a> &amp; 合作者'), ('minzoom', '7'), ('maxzoom', '9');`))
	if least, most := f.Zooms(); least != 1 || most != 3 {
		t.Errorf("levels %d to %d; the file has tiles of 1 and 3", least, most)
	}
	if want := (geo.Bound{Min: geo.Point{119.5, 30}, Max: geo.Point{120.5, 31}}); f.Bound() != want {
		t.Errorf("box %v, want %v", f.Bound(), want)
	}
	if f.Name() != "试 验" || f.Attribution() != "© 某测绘院 & 合作者" || f.Shift() {
		t.Errorf("name %q, attribution %q", f.Name(), f.Attribution())
	}
	for _, c := range []struct {
		z, x, y int
		want    color.RGBA
	}{{1, 0, 0, red}, {1, 0, 1, blue}, {3, 7, 0, red}} {
		img, err := f.Tile(t.Context(), c.z, c.x, c.y)
		if err != nil || img == nil {
			t.Fatalf("tile %d/%d/%d: %v, %v", c.z, c.x, c.y, img, err)
		}
		if img.Bounds().Dx() != 256 {
			t.Errorf("tile %d/%d/%d is %v", c.z, c.x, c.y, img.Bounds())
		}
		got := color.RGBAModel.Convert(img.At(100, 100)).(color.RGBA)
		for _, d := range []int{int(got.R) - int(c.want.R), int(got.B) - int(c.want.B)} {
			if max(d, -d) > 3 { // JPEG
				t.Errorf("tile %d/%d/%d is %v, want %v", c.z, c.x, c.y, got, c.want)
			}
		}
	}
	for _, none := range [][3]int{{1, 1, 0}, {2, 0, 0}, {30, 0, 0}, {-1, 0, 0}, {1, 0, 9}} {
		if img, err := f.Tile(t.Context(), none[0], none[1], none[2]); img != nil || err != nil {
			t.Errorf("tile %v: %v, %v; the file has none", none, img, err)
		}
	}
}

// TestTilesMayBeAView, as in the files of most programs.
func TestTilesMayBeAView(t *testing.T) {
	f := open(t, made(t, `CREATE TABLE metadata (name TEXT, value TEXT);
		CREATE TABLE map (zoom_level INTEGER, tile_column INTEGER, tile_row INTEGER, tile_id TEXT);
		CREATE TABLE images (tile_id TEXT PRIMARY KEY, tile_data BLOB);
		CREATE VIEW tiles AS SELECT zoom_level, tile_column, tile_row, tile_data FROM map JOIN images USING (tile_id);
		INSERT INTO map VALUES (0, 0, 0, 'a');`, `INSERT INTO images VALUES ('a', ?);`, tile(blue)))
	if img, err := f.Tile(t.Context(), 0, 0, 0); img == nil || err != nil {
		t.Errorf("%v, %v", img, err)
	}
	if f.Bound() != basemap.World {
		t.Errorf("without bounds the box is %v", f.Bound())
	}
	if f.Name() != "图 块" {
		t.Errorf("without a name it is called %q", f.Name())
	}
}

func TestFilesThatCannotBeShownAreRefused(t *testing.T) {
	var zipped bytes.Buffer
	w := gzip.NewWriter(&zipped)
	w.Write([]byte("a vector tile"))
	w.Close()
	webp := append([]byte("RIFF\x00\x00\x00\x00WEBPVP8 "), make([]byte, 40)...)
	empty := filepath.Join(t.TempDir(), "empty.mbtiles")
	text := filepath.Join(t.TempDir(), "text.mbtiles")
	_ = os.WriteFile(empty, nil, 0o666)
	_ = os.WriteFile(text, []byte(strings.Repeat("no database ", 400)), 0o666)
	for name, c := range map[string]struct {
		path string
		want words.ID
	}{
		"vector by name":      {made(t, schema, insert, 0, 0, 0, tile(red), `INSERT INTO metadata VALUES ('format', 'pbf');`), "layers.vector"},
		"vector by content":   {made(t, schema, insert, 0, 0, 0, zipped.Bytes()), "layers.vector"},
		"webp by name":        {made(t, schema, insert, 0, 0, 0, tile(red), `INSERT INTO metadata VALUES ('format', 'webp');`), "layers.webp"},
		"webp by content":     {made(t, schema, insert, 0, 0, 0, webp), "layers.webp"},
		"no tiles":            {made(t, schema), "layers.no_tiles"},
		"other tables":        {made(t, `CREATE TABLE gpkg_contents (x);`), "layers.not_mbtiles"},
		"an empty file":       {empty, "layers.not_mbtiles"},
		"a text":              {text, "layers.not_mbtiles"},
		"no file":             {filepath.Join(t.TempDir(), "x.mbtiles"), "file.missing"},
		"a folder":            {t.TempDir(), "file.directory"},
		"a tile of nothing":   {made(t, schema, insert, 0, 0, 0, []byte("nothing")), "layers.tile_unreadable"},
		"a number for a tile": {made(t, schema, insert, 0, 0, 0, 17), "layers.tile_unreadable"},
		"a tile too large":    {made(t, schema, `INSERT INTO tiles VALUES (0, 0, 0, zeroblob(9000000));`), "layers.tile_bytes"},
		"a tile too wide":     {made(t, schema, insert, 0, 0, 0, jpegTile(red, 1100)), "layers.tile_size"},
		"missing columns":     {made(t, `CREATE TABLE tiles (a); CREATE TABLE metadata (name, value);`), "layers.damaged"},
		"a view without end": {made(t, `CREATE TABLE metadata (name, value);
			CREATE VIEW tiles AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)
			SELECT i AS zoom_level, i AS tile_column, i AS tile_row, 'x' AS tile_data FROM n WHERE i % 2 = 7;`), "layers.slow"},
	} {
		t.Run(name, func(t *testing.T) {
			if c.want == "layers.slow" {
				defer func(was time.Duration) { patience = was }(patience)
				patience = 200 * time.Millisecond
			}
			f, err := Open(t.Context(), c.path)
			if err == nil {
				f.Close()
			}
			if kind(err) != c.want {
				t.Fatalf("%v (%s), want %s", err, kind(err), c.want)
			}
			if said := words.Explain(err).In(words.Zh); !strings.Contains(said, filepath.Base(c.path)) {
				t.Errorf("said %q, which does not name the file", said)
			}
		})
	}
}

func TestNothingIsWritten(t *testing.T) {
	path := made(t, schema, insert, 0, 0, 0, tile(red))
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	f := open(t, path)
	if _, err := f.db.Exec(`DELETE FROM tiles`); err == nil {
		t.Error("the file can be written to")
	}
	f.Close()
	after, err := os.ReadFile(path)
	if err != nil || !bytes.Equal(before, after) {
		t.Errorf("the file changed: %v", err)
	}
	if beside, _ := filepath.Glob(filepath.Join(filepath.Dir(path), "*")); len(beside) != 1 {
		t.Errorf("files were left: %v", beside)
	}
}

func TestATileNobodyWaitsForIsNoFault(t *testing.T) {
	f := open(t, made(t, schema, insert, 0, 0, 0, tile(red)))
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := f.Tile(ctx, 0, 0, 0); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
}

// FuzzMetadata: whatever a file says, the box is one, and texts are short and
// plain.
func FuzzMetadata(f *testing.F) {
	f.Add("bounds", "119,30,121,31", "<b>x</b> &lt;y&gt;")
	f.Add("bounds", "-1e999,NaN,,", "<<<>>>&#x10ffff;&#0;")
	f.Add("bounds", "180,85,-180,-85", strings.Repeat("长", 3000))
	f.Fuzz(func(t *testing.T, name, bounds, attribution string) {
		m := parse(map[string]string{name: bounds, "bounds": bounds, "attribution": attribution, "format": name})
		b := m.bound
		if !(b.Min[0] < b.Max[0] && b.Min[1] < b.Max[1] && b.Min[0] >= -180 && b.Max[0] <= 180 && b.Min[1] >= -86 && b.Max[1] <= 86) {
			t.Errorf("box %v", b)
		}
		if n := len([]rune(m.attribution)); n > mostText || strings.ContainsAny(m.attribution, "\n\t\x00") {
			t.Errorf("attribution of %d characters: %q", n, m.attribution)
		}
		_ = m.check()
	})
}

// FuzzFile opens databases with damage in them: no panic, no hang, and an
// answer or a sentence.
func FuzzFile(f *testing.F) {
	path := made(f, schema, insert, 0, 0, 0, tile(red), insert, 1, 0, 1, tile(blue))
	whole, err := os.ReadFile(path)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(0, byte(0))
	f.Add(100, byte(255))
	f.Add(4096, byte(1))
	f.Fuzz(func(t *testing.T, at int, value byte) {
		if at < 0 || at >= len(whole) {
			return
		}
		spoilt := bytes.Clone(whole)
		spoilt[at] ^= value
		path := filepath.Join(t.TempDir(), "x.mbtiles")
		if err := os.WriteFile(path, spoilt, 0o666); err != nil {
			t.Fatal(err)
		}
		ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
		defer cancel()
		file, err := Open(ctx, path)
		if err != nil {
			if kind(err) == "" {
				t.Errorf("no sentence: %v", err)
			}
			return
		}
		defer file.Close()
		if _, err := file.Tile(ctx, 1, 0, 0); err != nil && kind(err) == "" {
			t.Errorf("no sentence: %v", err)
		}
	})
}
