package boundary

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"testing"
)

// towns writes a collection of n towns of so many corners and returns its path
// and size: sides of about 4 km, 7 decimals.
func towns(t testing.TB, n, corners int) (path string, size int64) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "towns.geojson")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	w := bufio.NewWriterSize(f, 1<<20)
	w.WriteString(`{"type":"FeatureCollection","features":[`)
	b := make([]byte, 0, 64)
	for i := range n {
		if i > 0 {
			w.WriteByte(',')
		}
		fmt.Fprintf(w, `{"type":"Feature","properties":{"id":%d,"name":"小镇%d"},"geometry":{"type":"Polygon","coordinates":[[`, i, i)
		west, south := 100+float64(i%1000)/50, 30+float64(i/1000)/50
		for k := range corners + 1 {
			if k > 0 {
				w.WriteByte(',')
			}
			lon, lat := square(k%corners, corners)
			b = strconv.AppendFloat(append(b[:0], '['), west+lon, 'f', 7, 64)
			b = strconv.AppendFloat(append(b, ','), south+lat, 'f', 7, 64)
			w.Write(append(b, ']'))
		}
		w.WriteString(`]]}}`)
	}
	w.WriteString(`]}`)
	if err := w.Flush(); err != nil {
		t.Fatal(err)
	}
	info, err := f.Stat()
	if err != nil {
		t.Fatal(err)
	}
	return path, info.Size()
}

// square walks round a square of 0.02°, k of n steps.
func square(k, n int) (lon, lat float64) {
	const side = 0.02
	way := 4 * float64(k) / float64(n)
	part := (way - float64(int(way))) * side
	switch int(way) {
	case 0:
		return part, 0
	case 1:
		return side, part
	case 2:
		return side - part, side
	}
	return 0, side - part
}

// TestMemoryStaysBounded reads 100 MB. What the program holds meanwhile is a
// few blocks of text and their features for each core; 32 MB and one more a core
// are several times that (6 MB with 2 cores, 26 with 32), and a reader that kept
// the text or the shapes would need more than 100.
func TestMemoryStaysBounded(t *testing.T) {
	path, size := towns(t, 20_000, 200)
	if size < 90<<20 {
		t.Fatalf("the file has only %d bytes", size)
	}
	runtime.GC()
	var before, m runtime.MemStats
	runtime.ReadMemStats(&before)
	emitted, peak := 0, uint64(0)
	_, err := Each(t.Context(), path, Options{}, func(l Located) int { return l.Feature.Shape.Vertices() }, func(n int) error {
		if n != 200 {
			t.Errorf("%d vertices", n)
		}
		if emitted++; emitted%100 == 0 {
			runtime.ReadMemStats(&m)
			peak = max(peak, m.HeapInuse)
		}
		return nil
	})
	if err != nil || emitted != 20_000 {
		t.Fatalf("%d features, %v", emitted, err)
	}
	if grown := int64(peak) - int64(before.HeapInuse); grown > int64(32+runtime.GOMAXPROCS(0))<<20 {
		t.Errorf("%d MB taken", grown>>20)
	}
}
