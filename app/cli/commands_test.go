package cli

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/encoding/simplifiedchinese"

	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/planning"
	"zhenjie/storage"
)

// The lines of --json, as docs/cli.md describes them.
type (
	areaLine struct {
		File      string         `json:"file"`
		Feature   *int           `json:"feature"`
		ID        string         `json:"id"`
		Name      string         `json:"name"`
		Geometry  string         `json:"geometry"`
		CRS       string         `json:"crs"`
		CRSSource string         `json:"crs_source"`
		Vertices  int            `json:"vertices"`
		Parts     int            `json:"parts"`
		Holes     int            `json:"holes"`
		Valid     *bool          `json:"valid"`
		Problems  []areaProblem  `json:"problems"`
		Area      *areaOfFeature `json:"area_m2"`
		PlaneCRS  *string        `json:"plane_crs"`
		Sigma     *float64       `json:"sigma_m2"`
		Box       []float64      `json:"bbox"`
	}
	areaProblem struct {
		Kind    string  `json:"kind"`
		Lon     float64 `json:"lon"`
		Lat     float64 `json:"lat"`
		Part    int     `json:"part"`
		Ring    int     `json:"ring"`
		Message string  `json:"message"`
	}
	areaOfFeature struct {
		Survey   *float64 `json:"survey"`
		Geodesic *float64 `json:"geodesic"`
		Plane    *float64 `json:"plane"`
	}
	areaSum struct {
		File     string   `json:"file"`
		Summary  bool     `json:"summary"`
		Features int      `json:"features"`
		Survey   *float64 `json:"survey_m2"`
		Warnings []string `json:"warnings"`
	}
)

// decode reads a line of JSON that has just the keys of v.
func decode(t *testing.T, line string, v any) {
	t.Helper()
	d := json.NewDecoder(strings.NewReader(line))
	d.DisallowUnknownFields()
	if err := d.Decode(v); err != nil {
		t.Fatalf("%v in %s", err, line)
	}
	var got, want map[string]any
	again, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	if json.Unmarshal([]byte(line), &got) != nil || json.Unmarshal(again, &want) != nil || len(got) != len(want) {
		t.Fatalf("%d keys, want %d: %s", len(got), len(want), line)
	}
}

// lines splits what area --json prints into features and summaries.
func areaLines(t *testing.T, out string) (features []areaLine, sums []areaSum) {
	t.Helper()
	for s := bufio.NewScanner(strings.NewReader(out)); s.Scan(); {
		if strings.Contains(s.Text(), `"summary":true`) {
			var sum areaSum
			decode(t, s.Text(), &sum)
			sums = append(sums, sum)
			continue
		}
		var l areaLine
		decode(t, s.Text(), &l)
		features = append(features, l)
	}
	return features, sums
}

func findings(t *testing.T, out string) map[string]findingLine {
	t.Helper()
	all := map[string]findingLine{}
	for s := bufio.NewScanner(strings.NewReader(out)); s.Scan(); {
		var l findingLine
		decode(t, s.Text(), &l)
		all[l.Rule] = l
	}
	return all
}

func TestAreaOfTheTown(t *testing.T) {
	inFolder(t)
	r := run("area", "--json", "extent.geojson", "core.geojson")
	features, sums := areaLines(t, r.out)
	if r.status != exitHolds || r.err != "" || len(features) != 2 || len(sums) != 2 {
		t.Fatalf("status %d, %q, %d features, %d sums", r.status, r.err, len(features), len(sums))
	}
	// assets/sample/testdata/areas.txt, by GeographicLib's Planimeter
	for i, want := range []struct {
		file            string
		vertices, parts int
		m2              float64
	}{{"extent.geojson", 91, 1, 3603216.6670}, {"core.geojson", 48, 2, 1000163.8695}} {
		f := features[i]
		if f.File != want.file || *f.Feature != 0 || f.Vertices != want.vertices || f.Parts != want.parts || f.Holes != 0 || !*f.Valid {
			t.Errorf("%+v, want %+v", f, want)
		}
		if d := *f.Area.Geodesic - want.m2; d > 0.005 || d < -0.005 {
			t.Errorf("%s: geodesic %v m², want %v", want.file, *f.Area.Geodesic, want.m2)
		}
		if sums[i].File != want.file || sums[i].Features != 1 || *sums[i].Survey != *f.Area.Survey || len(sums[i].Warnings) != 0 {
			t.Errorf("summary %+v", sums[i])
		}
	}
	text := run("area", "extent.geojson")
	if text.status != exitHolds || !strings.Contains(text.out, "3603216.67 m²") || !strings.Contains(text.out, "5404.83 亩") {
		t.Errorf("status %d\n%s", text.status, text.out)
	}
}

func TestOneMethodAlone(t *testing.T) {
	inFolder(t)
	for method, known := range map[string][3]bool{
		"all": {true, true, true}, "survey": {true, false, false}, "geodesic": {false, true, false}, "plane": {false, false, true},
	} {
		r := run("area", "--json", "--method", method, "extent.geojson")
		features, sums := areaLines(t, r.out)
		if len(features) != 1 || len(sums) != 1 {
			t.Fatalf("%s: status %d, %q", method, r.status, r.err)
		}
		a := features[0].Area
		if got := [3]bool{a.Survey != nil, a.Geodesic != nil, a.Plane != nil}; got != known {
			t.Errorf("%s: survey, geodesic, plane known %v, want %v", method, got, known)
		}
		if (features[0].PlaneCRS != nil) != known[2] || (sums[0].Survey != nil) != known[0] {
			t.Errorf("%s: plane_crs %v, sum %v", method, features[0].PlaneCRS, sums[0].Survey)
		}
		text := run("area", "--lang", "en", "--method", method, "extent.geojson").out
		if got := [3]bool{strings.Contains(text, "survey (statutory)"), strings.Contains(text, "  geodesic "), strings.Contains(text, "plane EPSG:4549")}; got != known {
			t.Errorf("%s: rows of survey, geodesic, plane %v in\n%s", method, got, text)
		}
	}
}

func TestAnInvalidOutlineFallsShort(t *testing.T) {
	t.Chdir(t.TempDir())
	write(t, "a.geojson", collection(ring("a", large), ring("b", tie)))
	r := run("area", "--json", "a.geojson")
	features, _ := areaLines(t, r.out)
	if r.status != exitShort || len(features) != 2 || !*features[0].Valid || *features[1].Valid {
		t.Fatalf("status %d, %s", r.status, r.out)
	}
	p := features[1].Problems
	if len(p) == 0 || p[0].Kind != "self_intersection" || p[0].Lon < 120 || p[0].Lon > 120.02 || p[0].Message == "" {
		t.Errorf("problems %+v", p)
	}
	if text := run("area", "a.geojson"); text.status != exitShort || !strings.Contains(text.out, "以上面积不能作为依据") {
		t.Errorf("status %d\n%s", text.status, text.out)
	}
}

func TestOneBadFileDoesNotHideTheOthers(t *testing.T) {
	inFolder(t)
	write(t, "bad.geojson", []byte(`{"type":"FeatureCollection","features":[`))
	r := run("area", "--json", "none.geojson", "extent.geojson", "bad.geojson", "core.geojson")
	fails(t, r, "none.geojson: 找不到这个文件", "bad.geojson: ")
	features, sums := areaLines(t, r.out)
	if len(features) != 2 || len(sums) != 2 || sums[1].File != "core.geojson" {
		t.Errorf("printed %s", r.out)
	}
}

func TestFilesAsWindowsProgramsSaveThem(t *testing.T) {
	t.Chdir(t.TempDir())
	plain := collection(ring("规划范围", large))
	gbk, err := simplifiedchinese.GBK.NewEncoder().Bytes(plain)
	if err != nil {
		t.Fatal(err)
	}
	write(t, "plain.geojson", plain)
	write(t, "bom.geojson", append([]byte("\ufeff"), plain...))
	write(t, "gbk.geojson", gbk)
	for _, file := range []string{"plain.geojson", "bom.geojson", "gbk.geojson"} {
		r := run("area", "--json", file)
		features, _ := areaLines(t, r.out)
		if r.status != exitHolds || len(features) != 1 || features[0].Name != "规划范围" {
			t.Errorf("%s: status %d, %q\n%s", file, r.status, r.err, r.out)
		}
		if f := findings(t, run("check", "--json", file).out)["extent_area"]; f.Verdict != "pass" {
			t.Errorf("%s: checked %+v", file, f)
		}
	}
	write(t, "utf16.geojson", []byte("\xff\xfe{\x00}\x00"))
	fails(t, run("area", "utf16.geojson"), "UTF-16")
}

func TestTheCoordinateSystemGivenCounts(t *testing.T) {
	t.Chdir(t.TempDir())
	// a square of 2 km in metres, the easting without a zone number
	write(t, "metres.geojson", collection(ring("a", "[500000,3300000],[502000,3300000],[502000,3302000],[500000,3302000],[500000,3300000]")))
	r := run("area", "--json", "--from", "EPSG:4549", "metres.geojson")
	features, _ := areaLines(t, r.out)
	if r.status != exitHolds || len(features) != 1 || features[0].CRS != "EPSG:4549" || features[0].CRSSource != "given" {
		t.Fatalf("status %d, %q, %s", r.status, r.err, r.out)
	}
	if a := *features[0].Area.Plane; a < 3_999_999.9 || a > 4_000_000.1 {
		t.Errorf("plane area %v m², want 4 km²", a)
	}
	for _, c := range []string{"area", "check"} {
		r := run(c, "metres.geojson")
		fails(t, r, "请指明其中一个（命令行用 --from）")
		if !strings.Contains(r.err, "EPSG:4549 (120°E)") {
			t.Errorf("%s does not name the systems that fit: %s", c, r.err)
		}
	}
}

func TestASumOfWhatIsNotKnownIsNotKnown(t *testing.T) {
	t.Chdir(t.TempDir())
	pole := "[0,89],[90,89],[180,89],[-90,89],[0,89]" // no zone holds it
	write(t, "a.geojson", collection(ring("a", large), ring("b", pole)))
	features, sums := areaLines(t, run("area", "--json", "a.geojson").out)
	if len(features) != 2 || features[0].Area.Survey == nil || features[1].Area.Survey != nil || features[1].Area.Geodesic == nil {
		t.Fatalf("features %+v", features)
	}
	if sums[0].Survey != nil {
		t.Errorf("the sum is %v m²", *sums[0].Survey)
	}
}

// TestCheckAndAreaGiveTheSameNumber compares them to the printed digit.
func TestCheckAndAreaGiveTheSameNumber(t *testing.T) {
	inFolder(t)
	features, _ := areaLines(t, run("area", "--json", "extent.geojson", "core.geojson").out)
	checked := findings(t, run("check", "--json", "extent.geojson", "--core", "core.geojson").out)
	for i, rule := range []string{"extent_area", "core_area"} {
		f := checked[rule]
		if got, want := geo.Decimal(*f.Measured*1e6, 2), geo.Decimal(*features[i].Area.Survey, 2); f.Unit != "km2" || got != want {
			t.Errorf("%s: check says %s m², area %s", rule, got, want)
		}
		if got, want := geo.Decimal(*f.Sigma*1e6, 2), geo.Decimal(*features[i].Sigma, 2); got != want {
			t.Errorf("%s: check says ± %s m², area ± %s", rule, got, want)
		}
	}
	areaText, checkText := run("area", "extent.geojson").out, run("check", "extent.geojson").out
	for _, number := range []string{"3.6032", "5404.83 亩"} {
		if !strings.Contains(areaText, number) || !strings.Contains(checkText, number) {
			t.Errorf("%s does not stand in both of\n%s\n%s", number, areaText, checkText)
		}
	}
}

func TestCheckOfBoundaries(t *testing.T) {
	t.Chdir(t.TempDir())
	for name, content := range map[string][]byte{
		"extent.geojson":  collection(ring("", large)),
		"core.geojson":    collection(ring("", small)),
		"cores.geojson":   collection(ring("", small), ring("", tiny)),
		"both.geojson":    collection(ring("核心区", small), ring("规划范围", large)),
		"two.geojson":     collection(ring("甲", large), ring("乙", small)),
		"coreA.geojson":   collection(ring("核心区", small)),
		"board.geojson":   collection(ring("Score board", large)),
		"named.geojson":   collection(ring("核心区一", small), ring("核心区二", tiny)),
		"outside.geojson": collection(ring("核心区", strings.ReplaceAll(small, "120.0", "121.0"))),
		"line.geojson":    []byte(`{"type":"LineString","coordinates":[[120,30],[121,31]]}`),
		"empty.geojson":   collection(),
	} {
		write(t, name, content)
	}
	for args, want := range map[string][3]string{ // verdicts of extent, core and core inside
		"extent.geojson":                        {"pass", "missing", "missing"},
		"both.geojson":                          {"pass", "pass", "pass"},
		"extent.geojson --core core.geojson":    {"pass", "pass", "pass"},
		"extent.geojson --core cores.geojson":   {"pass", "borderline", "pass"}, // both parts together are over 10 % too much
		"extent.geojson --core both.geojson":    {"pass", "pass", "pass"},
		"both.geojson --core cores.geojson":     {"pass", "borderline", "pass"},
		"extent.geojson --core outside.geojson": {"pass", "pass", "fail"},
		"coreA.geojson":                         {"fail", "missing", "missing"}, // one polygon is the extent, whatever it calls itself
		"board.geojson":                         {"pass", "missing", "missing"},
		"extent.geojson --core named.geojson":   {"pass", "borderline", "pass"},
	} {
		r := run(append([]string{"check", "--json"}, strings.Fields(args)...)...)
		all := findings(t, r.out)
		got := [3]string{all["extent_area"].Verdict, all["core_area"].Verdict, all["core_inside"].Verdict}
		if got != want || r.status != exitShort || r.err != "" {
			t.Errorf("check %s: status %d, %q, verdicts %v; want %v", args, r.status, r.err, got, want)
		}
	}
	for args, want := range map[string]string{
		"two.geojson":                        "two.geojson: 文件里有 2 个面，看不出哪个是规划范围（甲, 乙）",
		"named.geojson":                      "named.geojson: 文件里有 2 个面，看不出哪个是规划范围（核心区一, 核心区二）",
		"two.geojson --core core.geojson":    "two.geojson: 文件里有 2 个面",
		"line.geojson":                       "line.geojson: 文件里没有面要素",
		"extent.geojson --core none.geojson": "none.geojson: 找不到",
		"extent.geojson --core line.geojson": "line.geojson: 文件里没有面要素",
		"empty.geojson":                      "empty.geojson: 文件里没有面要素",
		"none.geojson":                       "none.geojson: 找不到",
		".":                                  ".: 这是文件夹",
	} {
		r := run(append([]string{"check"}, strings.Fields(args)...)...)
		fails(t, r, want)
		if r.out != "" {
			t.Errorf("check %s printed %q", args, r.out)
		}
	}
}

func TestCheckByAnotherRulebook(t *testing.T) {
	inFolder(t)
	write(t, "county.yaml", []byte("id: county\nrules:\n  - {id: only, measure: extent.area, limit: {min: 1, max: 2, unit: km2}}\n"))
	write(t, "bad.yaml", []byte("id: county\nrules: []\n"))
	for rules, want := range map[string]struct {
		book, rule, verdict string
	}{
		"guide-2017": {"guide-2017", "extent_area", "pass"}, "zhejiang-2015": {"zhejiang-2015", "extent_area", "borderline"},
		"county.yaml": {"county", "only", "fail"},
	} {
		r := run("check", "--json", "extent.geojson", "--rules", rules)
		f, ok := findings(t, r.out)[want.rule]
		if !ok || f.Rulebook != want.book || f.Verdict != want.verdict || r.status != exitShort {
			t.Errorf("--rules %s: status %d, %+v; want %+v", rules, r.status, f, want)
		}
	}
	fails(t, run("check", "extent.geojson", "--rules", "none"), "没有规则集“none”；可用的有：guide-2017, hubei-2017, ")
	fails(t, run("check", "extent.geojson", "--rules", "bad.yaml"), "bad.yaml: 规则文件里没有规则")
	fails(t, run("check", "extent.geojson", "--rules", "none.yaml"), "none.yaml: 找不到")
}

func TestCheckTellsOfAFaultyRulebookAndGoesOn(t *testing.T) {
	inFolder(t)
	config, err := os.UserConfigDir()
	if err != nil {
		t.Fatal(err)
	}
	folder := filepath.Join(config, "zhenjie", "rulebooks")
	if err := os.MkdirAll(folder, 0o777); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(folder) })
	write(t, filepath.Join(folder, "bad.yaml"), []byte("id: county\nrules: []\n"))
	r := run("check", "extent.geojson")
	if r.status != exitShort || strings.Count(r.err, "\n") != 1 || !strings.Contains(r.err, "bad.yaml: 规则文件里没有规则") {
		t.Errorf("status %d, %q", r.status, r.err)
	}
	if !strings.Contains(r.out, "3.6032") {
		t.Errorf("it printed\n%s", r.out)
	}
}

func TestTheAccuracyAskedForCounts(t *testing.T) {
	inFolder(t)
	for _, sigma := range []string{"0.05", "0.5", "5"} {
		f := findings(t, run("check", "--json", "--sigma", sigma, "extent.geojson").out)["extent_area"]
		features, _ := areaLines(t, run("area", "--json", "--sigma", sigma, "extent.geojson").out)
		if got, want := geo.Decimal(*f.Sigma*1e6, 2), geo.Decimal(*features[0].Sigma, 2); got != want {
			t.Errorf("--sigma %s: check ± %s m², area ± %s", sigma, got, want)
		}
	}
	for _, command := range []string{"area", "check"} { // none is not the same as not known
		fails(t, run(command, "--sigma", "0", "extent.geojson"), "大于 0 米，不超过 100 米")
	}
}

func TestSample(t *testing.T) {
	t.Chdir(t.TempDir())
	first := run("sample", "out")
	if first.status != exitHolds || first.err != "" {
		t.Fatalf("status %d, %q", first.status, first.err)
	}
	summary, err := os.ReadFile(filepath.Join("out", "summary.txt"))
	if err != nil || !strings.HasPrefix(first.out, string(summary)) || !strings.Contains(string(summary), "达标 9 项，临界 0 项，不达标 0 项，待补 0 项") {
		t.Errorf("%v, the summary is\n%s", err, summary)
	}
	project := filepath.Join("out", "sample.gpkg")
	before, err := os.ReadFile(project)
	if err != nil {
		t.Fatal(err)
	}
	fails(t, run("sample", "out"), "sample.gpkg: 文件已存在")
	if after, err := os.ReadFile(project); err != nil || !bytes.Equal(before, after) {
		t.Errorf("the project that was there was touched, %v", err)
	}
	forced := run("sample", "out", "--force", "--json")
	if all := findings(t, forced.out); forced.status != exitHolds || len(all) != 9 || all["investment"].Verdict != "pass" {
		t.Errorf("status %d, %q\n%s", forced.status, forced.err, forced.out)
	}
	checked := run("check", project)
	if checked.status != exitHolds || !strings.Contains(checked.out, "达标 9 项") || checked.out != string(summary) {
		t.Errorf("status %d, %q\n%s", checked.status, checked.err, checked.out)
	}
	fails(t, run("check", project, "--core", "x.geojson"), "项目文件里已有核心区")
	write(t, "file", nil)
	fails(t, run("sample", "file"), "file: 没有这个文件夹")
}

func TestSampleLeavesAProjectInUse(t *testing.T) {
	t.Chdir(t.TempDir())
	if r := run("sample", "out"); r.status != exitHolds {
		t.Fatal(r)
	}
	path := filepath.Join("out", "sample.gpkg")
	f, err := storage.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	fails(t, run("sample", "out", "--force"), "sample.gpkg: 这个项目正在另一个窗口或程序中打开")
	next := f.Plan()
	next.Identity.Name = "改名"
	if err := f.Commit(storage.Step{At: time.Now()}, next); err != nil {
		t.Error(err)
	}
	if err := f.Close(); err != nil {
		t.Error(err)
	}
	if p, err := storage.Read(path); err != nil || p.Identity.Name != "改名" {
		t.Errorf("the step after it is gone: %q, %v", p.Identity.Name, err)
	}
}

func TestNew(t *testing.T) {
	inFolder(t)
	r := run("new", "town.gpkg", "--extent", "extent.geojson", "--core", "core.geojson", "--name", "龙溪", "--rules", "zhejiang-2015")
	if r.status != exitHolds || r.err != "" || !strings.Contains(r.out, "已新建项目 town.gpkg") {
		t.Fatalf("status %d, %q\n%s", r.status, r.err, r.out)
	}
	p, err := storage.Read("town.gpkg")
	if err != nil {
		t.Fatal(err)
	}
	if p.Identity.Name != "龙溪" || p.Settings.Rulebook != "zhejiang-2015" || p.Settings.Source != "extent.geojson" || p.Extent.Vertices() != 91 || p.Core.Parts() != 2 {
		t.Errorf("the project holds %+v, %d corners, %d parts", p.Identity, p.Extent.Vertices(), p.Core.Parts())
	}
	if f := findings(t, run("check", "--json", "town.gpkg").out); f["extent_area"].Rulebook != "zhejiang-2015" {
		t.Errorf("checked by %q", f["extent_area"].Rulebook)
	}
	if r := run("new", "bare.GPKG", "--json"); r.status != exitHolds {
		t.Errorf("status %d, %q", r.status, r.err)
	} else {
		var l madeLine
		decode(t, r.out, &l)
		if l.File != "bare.GPKG" || !l.Valid || len(l.Warnings) > 0 {
			t.Errorf("printed %+v", l)
		}
	}
}

func TestNewTellsOfAnInvalidOutline(t *testing.T) {
	t.Chdir(t.TempDir())
	write(t, "tie.geojson", collection(ring("a", tie)))
	r := run("new", "tie.gpkg", "--extent", "tie.geojson")
	if r.status != exitShort || r.err != "" || !strings.Contains(r.out, "规划范围：") || !strings.Contains(r.out, "已新建项目") {
		t.Errorf("status %d, %q\n%s", r.status, r.err, r.out)
	}
	var l madeLine
	r = run("new", "tie2.gpkg", "--extent", "tie.geojson", "--json")
	decode(t, r.out, &l)
	if r.status != exitShort || l.Valid || len(l.Warnings) == 0 {
		t.Errorf("status %d, %q, printed %s", r.status, r.err, r.out)
	}
	f := findings(t, run("check", "--json", "tie.gpkg").out)["extent_area"]
	if f.Verdict != "borderline" || f.Valid || f.Measured == nil {
		t.Errorf("checked %+v", f)
	}
	if r := run("check", "tie.gpkg"); !strings.Contains(r.out, "km²（") || !strings.Contains(r.out, "（图形有错，不足为凭）") {
		t.Errorf("checked\n%s", r.out)
	}
}

// Eastings of six digits fit several zones: nobody but the user can say which.
func TestNewAsksWhichZone(t *testing.T) {
	t.Chdir(t.TempDir())
	write(t, "metres.geojson", collection(ring("a", "[500000,3300000],[502000,3300000],[502000,3302000],[500000,3302000],[500000,3300000]")))
	r := run("new", "metres.gpkg", "--extent", "metres.geojson")
	if r.status != exitFailed || !strings.Contains(r.err, "--from") || !strings.Contains(r.err, "EPSG:4549") {
		t.Errorf("status %d, %q", r.status, r.err)
	}
	if _, err := os.Stat("metres.gpkg"); err == nil {
		t.Error("a project was made all the same")
	}
	if r = run("new", "metres.gpkg", "--extent", "metres.geojson", "--from", "EPSG:4549"); r.status != exitHolds {
		t.Errorf("with --from: status %d, %q", r.status, r.err)
	}
}

func TestNewWritesNothingWhenItFails(t *testing.T) {
	inFolder(t)
	write(t, "county.yaml", []byte("id: county\nrules:\n  - {id: only, measure: extent.area, limit: {min: 1, unit: km2}}\n"))
	write(t, "cores.geojson", collection(ring("核心区一", small), ring("核心区二", tiny)))
	write(t, "bad.geojson", []byte("{"))
	write(t, "there.gpkg", []byte("mine"))
	for args, want := range map[string]string{
		"there.gpkg":                         "there.gpkg: 已有同名文件",
		"there.gpkg --extent extent.geojson": "there.gpkg: 已有同名文件",
		"x.txt":                              "x.txt: 项目文件的扩展名是 .gpkg",
		"x.gpkg --extent bad.geojson":        "bad.geojson: ",
		"x.gpkg --extent none.geojson":       "none.geojson: 找不到",
		"x.gpkg --extent extent.geojson --core bad.geojson":      "bad.geojson: ",
		"x.gpkg --extent extent.geojson --rules none":            "没有规则集“none”",
		"x.gpkg --rules county.yaml":                             "county.yaml: 项目只记规则集的编号；请先把这个文件放进规则文件夹 ",
		"x.gpkg --extent cores.geojson":                          "cores.geojson: 文件里有 2 个面，看不出哪个是规划范围",
		"x.gpkg --from EPSG:4549":                                "有 --from 而没有边界文件",
		"x.gpkg --core core.geojson":                             "有 --core 而没有 --extent",
		"x.gpkg --name " + strings.Repeat("长", 20_001):           "文字超过 20000 个字",
		filepath.Join("none", "x.gpkg"):                          "x.gpkg: 没有这个文件夹",
		"x.gpkg --extent extent.geojson --from EPSG:1":           "不认识坐标系",
		"there.gpkg --extent extent.geojson --core core.geojson": "there.gpkg: 已有同名文件",
	} {
		r := run(append([]string{"new"}, strings.Fields(args)...)...)
		fails(t, r, want)
		if r.out != "" {
			t.Errorf("new %s printed %q", args, r.out)
		}
		nothingElse(t, "bad.geojson", "core.geojson", "cores.geojson", "county.yaml", "extent.geojson", "there.gpkg")
	}
	if data, err := os.ReadFile("there.gpkg"); string(data) != "mine" {
		t.Errorf("the file that was there became %q, %v", data, err)
	}
}

func TestAPointHasNoArea(t *testing.T) {
	t.Chdir(t.TempDir())
	write(t, "a.geojson", []byte(`{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[120,30]}}`))
	features, sums := areaLines(t, run("area", "--json", "a.geojson").out)
	if len(features) != 1 || len(sums) != 1 || len(sums[0].Warnings) != 1 {
		t.Fatalf("%d features, %+v", len(features), sums)
	}
	f := features[0]
	if f.Area.Survey != nil || f.Area.Geodesic != nil || f.Area.Plane != nil || f.Sigma != nil || f.PlaneCRS != nil {
		t.Errorf("it has %+v", f)
	}
}

func TestADamagedProjectIsSpokenOfAsOne(t *testing.T) {
	inFolder(t)
	if r := run("new", "town.gpkg", "--extent", "extent.geojson"); r.status != exitHolds {
		t.Fatal(r)
	}
	whole, err := os.ReadFile("town.gpkg")
	if err != nil {
		t.Fatal(err)
	}
	random := append(bytes.Repeat([]byte{7, 1, 255}, 40), whole[120:]...)
	for name, c := range map[string]struct {
		content []byte
		want    string
	}{
		"cut.gpkg":    {whole[:len(whole)/2], "项目文件已损坏"},
		"short.gpkg":  {whole[:16], "这不是镇界项目文件，或者文件开头已经损坏"},
		"random.gpkg": {random, "这不是镇界项目文件，或者文件开头已经损坏"},
		"empty.gpkg":  {nil, "项目文件是空的"},
		"text.GPKG":   {[]byte("text, and enough of it to be no header of a database at all"), "这不是镇界项目文件"},
	} {
		write(t, name, c.content)
		fails(t, run("check", name), name+": "+c.want)
	}
	fails(t, run("check", "none.gpkg"), "none.gpkg: 找不到")
	fails(t, run("check", "town.gpkg", "--from", "EPSG:9999999"), "town.gpkg: 项目文件里的边界已是经纬度")
}

func TestWhatJSONHasNoPlaceForIsSaidBesideIt(t *testing.T) {
	inFolder(t)
	write(t, "metres.geojson", collection(ring("a", "[500000,3300000],[502000,3300000],[502000,3302000],[500000,3302000],[500000,3300000]")))
	write(t, "wgs84.geojson", []byte(`{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:OGC:1.3:CRS84"}},"features":[`+ring("a", large)+`]}`))
	if r := run("check", "--json", "wgs84.geojson"); !strings.HasPrefix(r.err, "zhenjie: wgs84.geojson: 文件声明为 WGS 84") || len(findings(t, r.out)) != 9 {
		t.Errorf("status %d, %q", r.status, r.err)
	}
	f, err := storage.Create("odd.gpkg", storage.Step{At: time.Now()}, planning.Plan{Settings: planning.Settings{Rulebook: "gone"}})
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	if r := run("check", "--json", "odd.gpkg"); !strings.HasPrefix(r.err, "zhenjie: odd.gpkg: 项目选用的规则集“gone”在这台电脑上没有") {
		t.Errorf("status %d, %q", r.status, r.err)
	}
}

// TestCancelled runs commands in a session whose context has ended, as an
// interrupt ends it.
func TestCancelled(t *testing.T) {
	inFolder(t)
	for name, c := range map[string]command{
		"area":  &areaCmd{Files: []string{"none.geojson", "extent.geojson"}, Method: "all", Sigma: 0.5},
		"check": &checkCmd{File: "extent.geojson"},
		"new":   &newCmd{Out: "x.gpkg", Extent: "extent.geojson"},
	} {
		ctx, cancel := context.WithCancel(context.Background())
		cancel()
		var out, errs bytes.Buffer
		s := &session{Context: ctx, out: bufio.NewWriter(&out), err: &errs, lang: words.En, env: chinese}
		r := result{s.end(c.run(s)), out.String(), errs.String()}
		if name == "area" { // the file that is not there is found before the context is looked at
			fails(t, r, "none.geojson")
			continue
		}
		fails(t, r, "cancelled; no file was written")
		nothingElse(t, "core.geojson", "extent.geojson")
	}
}
