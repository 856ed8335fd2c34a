package storage

import (
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/planning"
)

// built is a town with three projects, two of them on the map.
func built() planning.Plan {
	return planning.Plan{
		Projects: planning.ListOf(planning.Project{Name: "数据中心", Kind: planning.ProjectIndustry, Budget: 12_345_600 * planning.Yuan},
			planning.Project{Name: "广场", Kind: planning.ProjectPublic}, planning.Project{Name: "学校"}),
		Sites: planning.ListOf(planning.Site{Project: "数据中心", Point: geo.Point{120.5, 30.25}},
			planning.Site{Project: "广场", Shape: geo.Polygon([]geo.Point{{120, 30}, {120.5, 30}, {120.5, 30.5}, {120, 30}})}),
		Schedule: planning.Schedule{Rows: planning.ListOf(planning.ScheduleItem{Project: "广场", Amounts: [planning.MaxYears]planning.Money{planning.Wan, planning.Wan / 2}})},
	}
}

// rowsOf lists the layer with plain SQL: geometry in hexadecimal digits, name,
// kind and money.
func rowsOf(t testing.TB, f *File) []string {
	t.Helper()
	rows, err := texts(f.db, `SELECT name || ' ' || kind || ' ' || money_wan || ' ' || hex(geom) FROM "建设项目" ORDER BY fid`)
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// TestTheLayerOfSites holds the rows against geometries written by hand after
// OGC 12-128r18 2.1.3 and OGC 06-103r4 8.2: header, little endian, 4490 = 0x118A.
func TestTheLayerOfSites(t *testing.T) {
	const head, box = "47500001" + "8A110000", "47500003" + "8A110000" + "0000000000005E40" + "0000000000205E40" + "0000000000003E40" + "0000000000803E40"
	point := head + "01" + "01000000" + "0000000000205E40" + "0000000000403E40"
	corner := func(x, y string) string { return "0000000000" + x + "5E40" + "0000000000" + y + "3E40" }
	ground := box + "01" + "06000000" + "01000000" + "01" + "03000000" + "01000000" + "04000000" +
		corner("00", "00") + corner("20", "00") + corner("20", "80") + corner("00", "00")
	f := project(t, built())
	want := []string{"数据中心 产业 1234.56 " + point, "广场 公共服务 1.5 " + ground}
	if got := rowsOf(t, f); !slices.Equal(got, want) {
		t.Errorf("the layer holds\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	extent := func() string {
		got, err := texts(f.db, `SELECT coalesce(min_x||' '||min_y||' '||max_x||' '||max_y, 'none') FROM gpkg_contents WHERE table_name = '建设项目'`)
		if err != nil {
			t.Fatal(err)
		}
		return got[0]
	}
	if got := extent(); got != "120.0 30.0 120.5 30.5" {
		t.Errorf("its box is %s", got)
	}
	p := built()
	p.Sites = planning.List[planning.Site]{}
	commit(t, f, 1, p)
	if got := rowsOf(t, f); len(got) != 0 || extent() != "none" {
		t.Errorf("without sites it holds %v in %s", got, extent())
	}
	if err := f.MoveTo(0); err != nil {
		t.Fatal(err)
	}
	if got := rowsOf(t, f); !slices.Equal(got, want) {
		t.Errorf("undone, it holds %v", got)
	}
	if f = reopen(t, f); len(f.Notices()) != 0 || !f.Plan().Equal(built()) {
		t.Errorf("opened again: notices %v", f.Notices())
	}
}

func TestTheLayerOfSitesFollowsNamesKindsAndMoney(t *testing.T) {
	f := project(t, built())
	p := built()
	hall := p.Projects.At(1)
	hall.Kind = planning.ProjectTourism
	p.Projects = p.Projects.With(1, hall)
	commit(t, f, 1, p)
	row := p.Schedule.Rows.At(0)
	row.Amounts[0] = 7 * planning.Wan
	p.Schedule.Rows = p.Schedule.Rows.With(0, row)
	commit(t, f, 2, p)
	if got := rowsOf(t, f)[1]; !strings.HasPrefix(got, "广场 旅游与文化 7.5 ") {
		t.Errorf("the row says %.40s", got)
	}
}

func TestSitesMovedInAnotherProgramBecomeAStep(t *testing.T) {
	moved := "X'" + hex.EncodeToString(siteBlob(planning.Site{Point: geo.Point{121, 31}})) + "'"
	for _, c := range []struct {
		what, sql string
		want      []planning.Site
		notices   []words.ID
	}{
		{"a point moved", `UPDATE "建设项目" SET geom = ` + moved + ` WHERE fid = 1`,
			[]planning.Site{{Project: "数据中心", Point: geo.Point{121, 31}}, built().Sites.At(1)}, []words.ID{"site.edited_outside_notice"}},
		{"a row taken away", `DELETE FROM "建设项目" WHERE fid = 1`,
			[]planning.Site{built().Sites.At(1)}, []words.ID{"site.edited_outside_notice"}},
		{"a project placed", `INSERT INTO "建设项目" (geom, name) VALUES (` + moved + `, '学校')`,
			[]planning.Site{built().Sites.At(0), built().Sites.At(1), {Project: "学校", Point: geo.Point{121, 31}}}, []words.ID{"site.edited_outside_notice"}},
		{"no such project", `INSERT INTO "建设项目" (geom, name) VALUES (` + moved + `, '码头')`,
			[]planning.Site{built().Sites.At(0), built().Sites.At(1)}, []words.ID{"site.layer_restored"}},
		{"a project twice", `INSERT INTO "建设项目" (geom, name) VALUES (` + moved + `, '广场')`,
			[]planning.Site{built().Sites.At(0), built().Sites.At(1)}, []words.ID{"site.layer_restored"}},
		{"other money", `UPDATE "建设项目" SET money_wan = 'viel'`,
			[]planning.Site{built().Sites.At(0), built().Sites.At(1)}, []words.ID{"site.layer_restored"}},
		{"no geometry, and a move", `UPDATE "建设项目" SET geom = CASE fid WHEN 1 THEN ` + moved + ` ELSE X'4750' END`,
			[]planning.Site{{Project: "数据中心", Point: geo.Point{121, 31}}, built().Sites.At(1)}, []words.ID{"site.layer_restored", "site.edited_outside_notice"}},
		{"a view", `DROP TABLE "建设项目"; CREATE VIEW "建设项目" AS SELECT 1`,
			[]planning.Site{built().Sites.At(0), built().Sites.At(1)}, []words.ID{"storage.layer_remade"}},
	} {
		t.Run(c.what, func(t *testing.T) {
			path := closed(t, built())
			outside(t, path, c.sql)
			want := built()
			want.Sites = planning.ListOf(c.want...)
			if p, err := Read(path); err != nil || !p.Equal(want) {
				t.Errorf("Read: %v; differs in %v", err, p.Changed(want))
			}
			f := mustOpen(t, path)
			var told []words.ID
			for _, n := range f.Notices() {
				told = append(told, n.ID)
			}
			if !slices.Equal(told, c.notices) || !f.Plan().Equal(want) {
				t.Errorf("notices %v, want %v; sites %+v", told, c.notices, f.Plan().Sites)
			}
			if got := fmt.Sprint(rowsOf(t, f)); got != fmt.Sprint(rowsOf(t, project(t, want))) {
				t.Errorf("the layer holds %s", got)
			}
			if f = reopen(t, f); len(f.Notices()) != 0 {
				t.Errorf("opened again: %v", f.Notices())
			}
		})
	}
}

func TestSitesAreSalvagedFromTheirLayer(t *testing.T) {
	path := closed(t, built())
	outside(t, path, `UPDATE zhenjie_change SET value = X'00' WHERE part = 'sites'`)
	p, lost, err := Salvage(path)
	if err != nil || len(lost) > 0 || !p.Sites.Equal(built().Sites) {
		t.Errorf("%v; lost %v, sites %+v", err, lost, p.Sites)
	}
}

// anySites draws sites for some of the projects.
var anySites = rapid.Custom(func(t *rapid.T) planning.Plan {
	p := built()
	p.Sites = planning.List[planning.Site]{}
	for _, v := range p.Projects.All() {
		switch rapid.IntRange(0, 2).Draw(t, v.Name) {
		case 1:
			p.Sites = p.Sites.Append(planning.Site{Project: v.Name, Point: geo.Point{rapid.Float64Range(-180, 180).Draw(t, "lon"), 30}})
		case 2:
			p.Sites = p.Sites.Append(planning.Site{Project: v.Name, Shape: built().Sites.At(1).Shape})
		}
	}
	return p
})

// TestTheLayerShowsWhateverSitesThereAre changes sites at random and reads them
// back.
func TestTheLayerShowsWhateverSitesThereAre(t *testing.T) {
	f := project(t, built())
	rapid.Check(t, func(t *rapid.T) {
		p := anySites.Draw(t, "sites")
		if err := transact(f.db, func(w *writer) { w.writeSites(p) }); err != nil {
			t.Fatal(err)
		}
		rows, err := readSiteRows(f.db)
		if err != nil {
			t.Fatal(err)
		}
		if sites, foreign := sitesOver(rows, p); foreign || !sites.Equal(p.Sites) || len(rows) != p.Sites.Len() {
			t.Fatalf("the layer says %+v, want %+v", sites, p.Sites)
		}
	})
}

func TestGDALSeesTheSites(t *testing.T) {
	path := closed(t, built())
	out := gdal(t, "ogrinfo", "-ro", "-al", path, "建设项目")
	for _, want := range []string{
		"Layer name: 建设项目", "Feature Count: 2", "POINT (120.5 30.25)", "MULTIPOLYGON (((120 30,120.5 30.0,120.5 30.5,120 30)))",
		"name (String) = 数据中心", "kind (String) = 产业", "money_wan (Real) = 1234.56", `ID["EPSG",4490]`,
	} {
		if !strings.Contains(out, want) {
			t.Errorf("ogrinfo does not say %q in\n%s", want, out)
		}
	}
}

// BenchmarkSites is what a change of the schedule costs with 1,000 sites.
func BenchmarkSites(b *testing.B) {
	p := planning.Plan{}
	for i := range 1000 {
		name := fmt.Sprint("项目", i)
		p.Projects = p.Projects.Append(planning.Project{Name: name})
		p.Sites = p.Sites.Append(planning.Site{Project: name, Point: geo.Point{120, 30}})
	}
	f := project(b, p)
	for i := 0; b.Loop(); i++ {
		if err := transact(f.db, func(w *writer) { w.writeSites(p) }); err != nil {
			b.Fatal(err)
		}
	}
}
