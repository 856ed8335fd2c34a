package storage

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"zhenjie/geo"
	"zhenjie/planning"
)

// outside runs SQL on a project at rest, as another program would.
func outside(t *testing.T, path string, statements ...string) {
	t.Helper()
	db, err := connect(path, mode{query: "mode=rw"})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for _, s := range statements {
		if _, err := db.Exec(s); err != nil {
			t.Fatal(s, err)
		}
	}
}

func closed(t testing.TB, p planning.Plan) string {
	t.Helper()
	f := project(t, p)
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	return f.Path()
}

func TestARowAddedByGDALBecomesAStep(t *testing.T) {
	p := samplePlan(12)
	path := closed(t, p)
	extra := geo.Polygon([]geo.Point{{120.5, 30.5}, {120.75, 30.5}, {120.5, 30.75}, {120.5, 30.5}})
	file := filepath.Join(t.TempDir(), "extra.geojson")
	if err := os.WriteFile(file, geojsonOf(t, extra), 0o666); err != nil {
		t.Fatal(err)
	}
	gdal(t, "ogr2ogr", "-append", "-update", path, file, "-nln", "规划范围", "-a_srs", "EPSG:4490")

	want := p
	want.Extent = geo.Join(p.Extent, extra)
	if got, err := Read(path); err != nil || !got.Equal(want) {
		t.Errorf("Read: %v, differs in %v", err, got.Changed(want))
	}
	f := mustOpen(t, path)
	if !f.Plan().Equal(want) || f.Current() != 1 || len(f.Notices()) != 1 {
		t.Errorf("step %d, notices %v, the plan differs in %v", f.Current(), f.Notices(), f.Plan().Changed(want))
	}
	if name := f.Steps()[1].Name.ID; name != "storage.edited_outside" {
		t.Errorf("the step is called %q", name)
	}
	if err := f.MoveTo(0); err != nil || !f.Plan().Equal(p) {
		t.Errorf("undone: %v, differs in %v", err, f.Plan().Changed(p))
	}
	if f = reopen(t, f); f.Current() != 0 || len(f.Notices()) != 0 {
		t.Errorf("opened again: step %d, notices %v", f.Current(), f.Notices())
	}
}

// A spatial index brings triggers that call functions only GDAL has; adding a
// column is what people do in QGIS.
func TestIndexAndColumnsOfOtherProgramsDoNoHarm(t *testing.T) {
	p := samplePlan(12)
	path := closed(t, p)
	gdal(t, "ogrinfo", "-update", "-sql", `SELECT CreateSpatialIndex('规划范围','geom')`, path)
	gdal(t, "ogrinfo", "-update", "-sql", `ALTER TABLE "规划范围" ADD COLUMN remark TEXT`, path)
	gdal(t, "ogrinfo", "-update", "-sql", `UPDATE "规划范围" SET remark = '备注'`, path)
	f := mustOpen(t, path)
	if len(f.Notices()) != 0 {
		t.Errorf("notices %v", f.Notices())
	}
	commit(t, f, 1, moved(p, 1))
	if got, err := texts(f.db, `SELECT remark FROM "规划范围"`); err != nil || len(got) != 1 || got[0] != "备注" {
		t.Errorf("the added column holds %v, %v", got, err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	if out := gdal(t, "ogrinfo", "-ro", "-al", path, "规划范围"); !strings.Contains(out, "Feature Count: 1") {
		t.Error(out)
	}
}

func TestEmptiedLayerEmptiesTheShape(t *testing.T) {
	p := samplePlan(12)
	path := closed(t, p)
	outside(t, path, `DELETE FROM "核心区"`)
	f := mustOpen(t, path)
	p.Core = geo.Shape{}
	if !f.Plan().Equal(p) {
		t.Errorf("the plan differs in %v", f.Plan().Changed(p))
	}
}

func TestLayersThatCannotBeReadAreMadeAgain(t *testing.T) {
	for name, statements := range map[string][]string{
		"dropped":          {`DROP TABLE "规划范围"`, `DELETE FROM gpkg_geometry_columns WHERE table_name = '规划范围'`, `DELETE FROM gpkg_contents WHERE table_name = '规划范围'`},
		"renamed":          {`ALTER TABLE "规划范围" RENAME TO x`},
		"column dropped":   {`ALTER TABLE "规划范围" DROP COLUMN name`},
		"no geometry":      {`UPDATE "规划范围" SET geom = 'text'`},
		"a point":          {`UPDATE "规划范围" SET geom = x'4750000100000000' || x'010100000000000000000000000000000000000000'`},
		"other system":     {`UPDATE gpkg_geometry_columns SET srs_id = 4326 WHERE table_name = '规划范围'`},
		"endless view":     {`DROP TABLE "规划范围"`, `CREATE VIEW "规划范围" AS WITH RECURSIVE r(fid, geom, name) AS (SELECT 1, x'00', '' UNION ALL SELECT fid+1, geom, name FROM r) SELECT * FROM r`},
		"computed column":  {`DROP TABLE "规划范围"`, `CREATE TABLE "规划范围" (fid INTEGER PRIMARY KEY, name, geom AS (zeroblob(100000000)))`, `INSERT INTO "规划范围" (fid) VALUES (1)`},
		"gigantic":         {`UPDATE "规划范围" SET geom = zeroblob(268435457)`},
		"virtual":          {`DROP TABLE "规划范围"`, `CREATE VIRTUAL TABLE "规划范围" USING fts5(fid, geom, name)`},
		"trigger, dropped": {`CREATE TRIGGER t AFTER INSERT ON "规划范围" BEGIN SELECT no_such_function(1); END`, `UPDATE "规划范围" SET geom = 1`},
	} {
		t.Run(name, func(t *testing.T) {
			p := samplePlan(12)
			path := closed(t, p)
			outside(t, path, statements...)
			f := mustOpen(t, path)
			if !f.Plan().Equal(p) || len(f.Steps()) != 1 || len(f.Notices()) != 1 {
				t.Errorf("%d steps, notices %v, the plan differs in %v", len(f.Steps()), f.Notices(), f.Plan().Changed(p))
			}
			commit(t, f, 1, moved(p, 1))
			if f = reopen(t, f); len(f.Notices()) != 0 || !f.Plan().Equal(moved(p, 1)) {
				t.Errorf("opened again: notices %v", f.Notices())
			}
			backups, err := filepath.Glob(filepath.Join(filepath.Dir(path), "*.layers-backup.gpkg"))
			if err != nil || len(backups) != 1 {
				t.Errorf("put aside: %v, %v", backups, err)
			}
		})
	}
}
