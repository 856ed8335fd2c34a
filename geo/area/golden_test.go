package area

import (
	"bufio"
	"fmt"
	"os"
	"strings"
	"testing"

	"zhenjie/geo"
	"zhenjie/geo/crs"
)

// goldenPolygon is a case of a golden file.
type goldenPolygon struct {
	name      string
	ellipsoid crs.Ellipsoid
	rings     [][]geo.Point
	want      float64 // m²
	args      []string
}

func (g goldenPolygon) shape() geo.Shape { return geo.Polygon(g.rings...) }

// readGolden reads cases of the form testdata/planimeter.py describes. Words of
// the polygon's line beyond the area are kept as args.
func readGolden(t testing.TB, path string, least int) []goldenPolygon {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var all []goldenPolygon
	for in := bufio.NewScanner(f); in.Scan(); {
		words := strings.Fields(in.Text())
		switch {
		case words[0] == "polygon":
			g := goldenPolygon{name: words[1], args: words[5:]}
			var rf float64
			if _, err := fmt.Sscan(strings.Join(words[2:5], " "), &g.ellipsoid.A, &rf, &g.want); err != nil {
				t.Fatalf("%q: %v", in.Text(), err)
			}
			g.ellipsoid.F = 1 / rf
			all = append(all, g)
		case words[0] == "ring":
			last := &all[len(all)-1]
			last.rings = append(last.rings, nil)
		default:
			var p geo.Point
			if _, err := fmt.Sscan(in.Text(), &p[0], &p[1]); err != nil {
				t.Fatalf("%q: %v", in.Text(), err)
			}
			rings := all[len(all)-1].rings
			rings[len(rings)-1] = append(rings[len(rings)-1], p)
		}
	}
	if len(all) < least {
		t.Fatalf("only %d cases in %s", len(all), path)
	}
	return all
}
