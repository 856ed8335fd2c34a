package workspace

import (
	"bufio"
	"context"
	"fmt"
	"math"
	"os"
	"strings"
	"testing"

	"zhenjie/geo"
	"zhenjie/geo/area"
	"zhenjie/geo/boundary"
	"zhenjie/geo/crs"
	"zhenjie/geo/feature"
)

// features makes features of names, each larger than the one before.
func features(names ...string) []boundary.Located {
	var all []boundary.Located
	for i, n := range names {
		all = append(all, boundary.Located{Feature: feature.Feature{
			Index: i, Name: n, Shape: circle(12, 120+float64(i), 30, 0.001*float64(i+1)),
		}})
	}
	return all
}

func TestCandidates(t *testing.T) {
	for _, c := range []struct {
		names []string
		roles []Role
		sure  bool
	}{
		{nil, nil, false},
		{[]string{""}, []Role{ExtentRole}, true},
		{[]string{"任意"}, []Role{ExtentRole}, true},
		{[]string{"核心区", "规划范围"}, []Role{CoreRole, ExtentRole}, true},
		{[]string{"规划范围", "核心区"}, []Role{ExtentRole, CoreRole}, true}, // by name, though the core is the larger
		{[]string{"Extent", "CORE a", "core b"}, []Role{ExtentRole, CoreRole, CoreRole}, true},
		{[]string{"规划范围内的核心区", "四至"}, []Role{CoreRole, ExtentRole}, true},
		{[]string{"XX镇建设用地红线"}, []Role{CoreRole}, false},
		{[]string{"Score board"}, []Role{ExtentRole}, true},
		{[]string{"核心区"}, []Role{CoreRole}, false},
		{[]string{"核心区一", "核心区二"}, []Role{CoreRole, CoreRole}, false},
		{[]string{"非核心区", "核心区"}, []Role{CoreRole, ExtentRole}, false}, // by size: a person is asked
		{[]string{"规划范围", "四至"}, []Role{CoreRole, ExtentRole}, false},
		{[]string{"核心区", ""}, []Role{CoreRole, ExtentRole}, false},
		{[]string{"", ""}, []Role{CoreRole, ExtentRole}, false},
		{[]string{"a", "b", "c"}, []Role{NoRole, NoRole, ExtentRole}, false},
	} {
		all, sure := Candidates(features(c.names...))
		var roles []Role
		for i, a := range all {
			roles = append(roles, a.Role)
			if a.Name != c.names[i] || !a.Area.Known() {
				t.Errorf("%q: candidate %d is %q of %v m²", c.names, i, a.Name, a.Area.M2())
			}
		}
		if fmt.Sprint(roles) != fmt.Sprint(c.roles) || sure != c.sure {
			t.Errorf("%q: roles %v, sure %v; want %v, %v", c.names, roles, sure, c.roles, c.sure)
		}
	}
}

func TestRolesOfNames(t *testing.T) {
	for want, names := range map[Role][]string{
		CoreRole: {
			"核心区", "核心", "龙溪茶镇（示例）核心区", "规划范围内的核心区", "核心区1", "核心区（二）", "核心区-东片", "核心区范围", "核心区红线",
			"建设用地", "核心区建设用地", "core", "CORE a", "core_2", "CoreArea", "Core area boundary",
		},
		ExtentRole: {
			"规划范围", "四至", "四至范围", "规划区", "红线", "用地红线", "规划范围线 2", "Extent", "boundary", "site_boundary", "PlanBoundary",
		},
		NoRole: {
			"", "甲", "非核心区", "核心区外围", "核心区以外", "规划范围外", "非建设用地", "Score board", "scored", "non-core", "Corefield", "extents", "encore",
		},
	} {
		for _, name := range names {
			if got := roleOf(name); got != want {
				t.Errorf("%q has the role %d, want %d", name, got, want)
			}
		}
	}
}

func TestWhatIsNoPolygonIsNoCandidate(t *testing.T) {
	all, sure := Candidates(append(features("规划范围"), boundary.Located{Feature: feature.Feature{Name: "道路"}}))
	if len(all) != 1 || !sure || all[0].Role != ExtentRole {
		t.Errorf("%d candidates, sure %v", len(all), sure)
	}
}

func TestRolesJoinTheirCandidates(t *testing.T) {
	all, _ := Candidates(features("core 1", "core 2", "extent"))
	extent, core := Roles(all)
	if extent == nil || !extent.Equal(all[2].Shape) {
		t.Errorf("the extent is %v", extent)
	}
	if core == nil || !core.Equal(geo.Join(all[0].Shape, all[1].Shape)) {
		t.Errorf("the core is %v", core)
	}
	if extent, core := Roles(nil); extent != nil || core != nil {
		t.Error("nobody has a role, and yet there are shapes")
	}
}

// TestSampleAreas: testdata/areas.txt of assets/sample holds the areas by
// GeographicLib's Planimeter on CGCS2000, as the files are drawn.
func TestSampleAreas(t *testing.T) {
	const folder = "../../assets/sample/"
	list, err := os.Open(folder + "testdata/areas.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer list.Close()
	files := 0
	for lines := bufio.NewScanner(list); lines.Scan(); files++ {
		var file string
		var corners int
		var m2 float64
		if _, err := fmt.Sscan(lines.Text(), &file, &corners, &m2); err != nil {
			t.Fatalf("%q: %v", lines.Text(), err)
		}
		located, _, err := boundary.Load(context.Background(), folder+file, boundary.Options{})
		if err != nil {
			t.Error(err)
			continue
		}
		var s geo.Shape
		for _, l := range located {
			s = geo.Join(s, l.Feature.Shape)
		}
		got := area.GeodesicOn(s, crs.CGCS2000).M2()
		// 1e-9 of the area, and half of the last printed digit
		if math.Abs(got-m2) > 1e-9*m2+5e-5 || s.Vertices() != corners {
			t.Errorf("%s: %.6f m² of %d corners, want %.4f of %d", file, got, s.Vertices(), m2, corners)
		}
	}
	if files < 6 {
		t.Errorf("%d files, want 6: %s", files, strings.TrimSpace(folder))
	}
}

func TestAFileGivenForOneRole(t *testing.T) {
	for _, c := range []struct {
		names          []string
		extents, cores string // which candidates are taken for the one and the other
		sure           bool   // of the extent
	}{
		{[]string{"x"}, "0", "0", true},
		{[]string{"核心区"}, "0", "0", true},
		{[]string{"规划范围"}, "0", "0", true},
		{[]string{"核心区", "规划范围"}, "1", "0", true},
		{[]string{"core a", "x", "core b"}, "012", "02", false},
		{[]string{"x", "y"}, "01", "01", false},
		{[]string{"规划范围", "四至"}, "01", "01", false},
	} {
		all, _ := Candidates(features(c.names...))
		extent, sure := As(ExtentRole, all)
		core, _ := As(CoreRole, all)
		if !extent.Equal(those(all, c.extents)) || !core.Equal(those(all, c.cores)) || sure != c.sure {
			t.Errorf("%q: extent of %d parts, sure %v, core of %d parts; want %s, %v, %s",
				c.names, extent.Parts(), sure, core.Parts(), c.extents, c.sure, c.cores)
		}
	}
	if s, sure := As(CoreRole, nil); s != nil || sure {
		t.Error("nothing makes a shape")
	}
}

// those joins the candidates whose places, one digit each, are listed.
func those(all []Candidate, places string) (s geo.Shape) {
	for _, i := range places {
		s = geo.Join(s, all[i-'0'].Shape)
	}
	return s
}
