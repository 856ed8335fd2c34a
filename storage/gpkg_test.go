package storage

import (
	"encoding/json"
	"fmt"
	"math"
	"os/exec"
	"strings"
	"testing"

	"zhenjie/geo"
	"zhenjie/planning"
)

// TestGeoPackageRules asks a saved file the questions of OGC 12-128r18, annex
// A, that SQL can answer; every query lists what breaks the rule.
func TestGeoPackageRules(t *testing.T) {
	f := project(t, samplePlan(20))
	commit(t, f, 1, moved(f.Plan(), 2))
	for rule, query := range map[string]string{
		"2: application id and version": `SELECT 'is not GPKG 1.3' WHERE (SELECT application_id FROM pragma_application_id) <> 1196444487 OR (SELECT user_version FROM pragma_user_version) <> 10300`,
		"5: column types":               `SELECT m.name || '.' || c.name || ' ' || c.type FROM gpkg_contents t JOIN sqlite_schema m ON m.name = t.table_name, pragma_table_info(m.name) c WHERE c.type NOT IN ('INTEGER','TEXT','BLOB','DOUBLE','GEOMETRY','MULTIPOLYGON')`,
		"6: integrity":                  `SELECT integrity_check FROM pragma_integrity_check WHERE integrity_check <> 'ok'`,
		"7: foreign keys":               `SELECT "table" FROM pragma_foreign_key_check`,
		"11: required systems":          `SELECT n FROM (SELECT -1 n UNION SELECT 0 UNION SELECT 4326) WHERE n NOT IN (SELECT srs_id FROM gpkg_spatial_ref_sys)`,
		"12: systems used":              `SELECT table_name FROM gpkg_contents WHERE srs_id NOT IN (SELECT srs_id FROM gpkg_spatial_ref_sys)`,
		"13: contents are tables":       `SELECT table_name FROM gpkg_contents WHERE table_name NOT IN (SELECT name FROM sqlite_schema)`,
		"15: last change":               `SELECT last_change FROM gpkg_contents WHERE strftime('%Y-%m-%dT%H:%M:%fZ', last_change) IS NOT last_change`,
		"18: feature tables":            `SELECT '规划范围, 核心区, 建设项目' WHERE (SELECT count(*) FROM gpkg_contents WHERE data_type = 'features') <> 3`,
		"22: geometry columns":          `SELECT table_name FROM gpkg_contents WHERE data_type = 'features' EXCEPT SELECT table_name FROM gpkg_geometry_columns`,
		"23: contents of columns":       `SELECT table_name FROM gpkg_geometry_columns EXCEPT SELECT table_name FROM gpkg_contents`,
		"24: columns exist":             `SELECT g.table_name FROM gpkg_geometry_columns g WHERE g.column_name NOT IN (SELECT name FROM pragma_table_info(g.table_name))`,
		"25: geometry types":            `SELECT geometry_type_name FROM gpkg_geometry_columns WHERE geometry_type_name <> CASE table_name WHEN '建设项目' THEN 'GEOMETRY' ELSE 'MULTIPOLYGON' END`,
		"29: primary keys":              `SELECT table_name FROM gpkg_contents t WHERE (SELECT count(*) FROM pragma_table_info(t.table_name) WHERE pk = 1 AND type = 'INTEGER') <> 1`,
		"146: srs of both tables":       `SELECT c.table_name FROM gpkg_contents c JOIN gpkg_geometry_columns g USING (table_name) WHERE c.srs_id <> g.srs_id`,
		"all tables are registered":     `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'gpkg_%' AND name NOT LIKE 'sqlite_%' EXCEPT SELECT table_name FROM gpkg_contents`,
	} {
		broken, err := texts(f.db, query)
		if err != nil || len(broken) > 0 {
			t.Errorf("requirement %s: broken by %v %v", rule, broken, err)
		}
	}
}

func TestContentsBoxFollowsTheShape(t *testing.T) {
	box := func(f *File) string {
		got, err := texts(f.db, `SELECT coalesce(min_x||' '||min_y||' '||max_x||' '||max_y, 'none') FROM gpkg_contents WHERE table_name = '规划范围'`)
		if err != nil {
			t.Fatal(err)
		}
		return got[0]
	}
	f := project(t, planning.Plan{Extent: geo.Polygon([]geo.Point{{119, 30}, {120, 30.5}, {119, 31}})})
	if got := box(f); got != "119.0 30.0 120.0 31.0" {
		t.Errorf("made: %s", got)
	}
	commit(t, f, 1, planning.Plan{})
	if got := box(f); got != "none" {
		t.Errorf("emptied: %s", got)
	}
	if err := f.MoveTo(0); err != nil {
		t.Fatal(err)
	}
	if got := box(f); got != "119.0 30.0 120.0 31.0" {
		t.Errorf("undone: %s", got)
	}
}

// gdal runs one of GDAL's programs; warnings fail the test.
func gdal(t *testing.T, program string, args ...string) string {
	t.Helper()
	if _, err := exec.LookPath(program); err != nil {
		t.Skipf("GDAL's %s is not installed", program)
	}
	out, err := exec.Command(program, args...).CombinedOutput()
	if err != nil || strings.Contains(string(out), "Warning") || strings.Contains(string(out), "ERROR") {
		t.Fatalf("%s %v: %v\n%s", program, args, err, out)
	}
	return string(out)
}

func TestGDALSeesTheLayers(t *testing.T) {
	p := samplePlan(360)
	f := project(t, p)
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	out := gdal(t, "ogrinfo", "-ro", "-al", f.Path(), "规划范围", "核心区")
	for _, want := range []string{
		"Layer name: 规划范围", "Layer name: 核心区", "Geometry: Multi Polygon", "Feature Count: 1",
		"Extent: (120.090000, 30.190000) - (120.110000, 30.210000)",
		"Extent: (120.098000, 30.193000) - (120.102000, 30.207000)",
		`ID["EPSG",4490]`, "name (String) = 云栖小镇", "MULTIPOLYGON (((120.11 30.2,",
	} {
		if !strings.Contains(out, want) {
			t.Errorf("ogrinfo does not say %q", want)
		}
	}
	// The area in square degrees, by GDAL: that of the ring less the hole.
	out = gdal(t, "ogrinfo", "-ro", "-sql", `SELECT OGR_GEOM_AREA AS a FROM "规划范围"`, "-dialect", "OGRSQL", f.Path())
	want := planeArea(p.Extent.Ring(0, 0)) - planeArea(p.Extent.Ring(0, 1))
	var got float64
	if _, err := fmt.Sscanf(out[strings.Index(out, "a (Real) = "):], "a (Real) = %g", &got); err != nil {
		t.Fatal(err)
	}
	// GDAL sums products of whole coordinates, about 3600 times the square of
	// the ring's size: it may lose four digits of sixteen.
	if d := got/want - 1; math.Abs(d) > 1e-11 {
		t.Errorf("GDAL measures %v square degrees, want %v", got, want)
	}
}

func planeArea(r geo.Ring) float64 {
	sum := 0.0
	o := r.At(0)
	for i := range r.Corners() {
		a, b := r.At(i), r.Next(i)
		sum += (a[0]-o[0])*(b[1]-o[1]) - (b[0]-o[0])*(a[1]-o[1])
	}
	return sum / 2
}

// geojson writes a shape as a file of one feature.
func geojsonOf(t *testing.T, s geo.Shape) []byte {
	t.Helper()
	b, err := json.Marshal(map[string]any{"type": "FeatureCollection", "features": []any{
		map[string]any{"type": "Feature", "properties": map[string]any{}, "geometry": map[string]any{"type": "MultiPolygon", "coordinates": s.Orb()}}}})
	if err != nil {
		t.Fatal(err)
	}
	return b
}
