package cli

import (
	"os"
	"strings"
	"testing"
)

func TestConvertThereAndBack(t *testing.T) {
	inFolder(t)
	for _, out := range []string{"x.shp", "x.dxf", "x.zip"} {
		if r := run("convert", "extent.geojson", out, "--to", "EPSG:4549"); r.status != exitHolds || r.err != "" {
			t.Fatalf("%s: status %d, %q", out, r.status, r.err)
		}
		if r := run("convert", out, out+".geojson"); r.status != exitHolds || r.err != "" {
			t.Fatalf("%s back: status %d, %q", out, r.status, r.err)
		}
		want, got := run("area", "extent.geojson", "--method", "survey"), run("area", out+".geojson", "--method", "survey")
		if a, b := lastLine(want.out), strings.ReplaceAll(lastLine(got.out), out+".geojson", "extent.geojson"); a != b {
			t.Errorf("%s: %s, want %s", out, b, a)
		}
	}
}

func lastLine(text string) string {
	lines := strings.Split(strings.TrimSpace(text), "\n")
	return lines[len(lines)-1]
}

func TestConvertRefuses(t *testing.T) {
	inFolder(t)
	run("new", "town.gpkg", "--extent", "extent.geojson")
	for _, c := range []struct {
		args string
		want string
	}{
		{"convert extent.geojson extent.geojson --force", "会覆盖它"},
		{"convert extent.geojson core.geojson", "--force"},
		{"convert extent.geojson town.gpkg --force", "项目文件"},
		{"convert extent.geojson x.docx", "扩展名"},
		{"convert extent.geojson x.wkt --to EPSG:99", "--to"},
		{"convert extent.geojson x.wkt --layer 红线", "没有图层"},
		{"convert extent.geojson x.wkt --shift 1,2", "--shift"},
		{"convert extent.geojson x.wkt --shift 1,2,frame", "--shift"},
		{"convert extent.geojson x.wkt --shift 1,2,99999999", "平移"},
		{"check town.gpkg --repair", "--repair"},
		{"new y.gpkg --layer a", "--extent"},
	} {
		r := run(strings.Fields(c.args)...)
		fails(t, r, c.want)
	}
	if left, _ := os.ReadDir("."); len(left) != 3 {
		t.Errorf("left behind: %v", left)
	}
}

func TestRepairListsEveryChange(t *testing.T) {
	t.Chdir(t.TempDir())
	write(t, "tie.geojson", collection(ring("a", tie)))
	before := run("area", "tie.geojson")
	if before.status != exitShort || strings.Contains(before.out, "~") {
		t.Errorf("status %d\n%s", before.status, before.out)
	}
	after := run("area", "tie.geojson", "--repair")
	if after.status != exitHolds || !strings.Contains(after.out, "  ~ ") || !strings.Contains(after.out, "m²") {
		t.Errorf("status %d\n%s", after.status, after.out)
	}
	if r := run("convert", "tie.geojson", "whole.geojson", "--repair"); r.status != exitHolds || !strings.Contains(r.out, "要素 1 已修复：") {
		t.Errorf("convert: status %d\n%s%s", r.status, r.out, r.err)
	}
	if r := run("area", "whole.geojson"); r.status != exitHolds {
		t.Errorf("what was repaired: status %d\n%s", r.status, r.out)
	}
	if r := run("new", "whole.gpkg", "--extent", "tie.geojson", "--repair"); r.status != exitHolds || !strings.Contains(r.out, "要素 1 已修复：") {
		t.Errorf("new: status %d\n%s%s", r.status, r.out, r.err)
	}
	if r := run("check", "tie.geojson", "--repair"); !strings.Contains(r.out, "要素 1 已修复：") || strings.Contains(r.out, "\n! ") {
		t.Errorf("check: status %d\n%s%s", r.status, r.out, r.err)
	}
}

func TestShift(t *testing.T) {
	for text, want := range map[string][8]float64{
		"1,2,3":               {1, 2, 3},
		" 1, -2 ,3.5":         {1, -2, 3.5},
		"1,2,3,4,5,6,7":       {1, 2, 3, 4, 5, 6, 7},
		"1，2，3，4，5，6，7，FRAME": {1, 2, 3, 4, 5, 6, 7, 1},
	} {
		f, err := shiftOf(text)
		if err != nil {
			t.Errorf("%q: %v", text, err)
			continue
		}
		got := [8]float64{f.DX, f.DY, f.DZ, f.RX, f.RY, f.RZ, f.PPM}
		if f.CoordinateFrame {
			got[7] = 1
		}
		if got != want {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}
