package table

import (
	"bytes"
	"errors"
	"fmt"
	"math"
	"strings"
	"testing"
	"testing/iotest"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"

	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/geo/feature"
)

// read reads a whole table, at a byte a time too, which must make no difference.
func read(t testing.TB, text string, limits feature.Limits) ([]feature.Feature, error) {
	t.Helper()
	all, err := readFrom(Read, feature.Source{Text: strings.NewReader(text), Limits: limits, Attributes: true})
	slow, errSlow := readFrom(Read, feature.Source{Text: iotest.OneByteReader(strings.NewReader(text)), Limits: limits, Attributes: true})
	if len(all) != len(slow) || kind(err) != kind(errSlow) {
		t.Fatalf("a byte at a time %d features and %v, else %d and %v", len(slow), errSlow, len(all), err)
	}
	return all, err
}

func readFrom(read func(feature.Source) feature.Batches, src feature.Source) (all []feature.Feature, err error) {
	for batch, err := range read(src) {
		if err != nil {
			return all, err
		}
		for f, err := range batch {
			if err != nil {
				return all, err
			}
			all = append(all, f)
		}
	}
	return all, nil
}

func kind(err error) string {
	var bad *geo.InputError
	if errors.As(err, &bad) {
		return string(bad.Kind)
	}
	return ""
}

func notes(f feature.Feature) string {
	var ids []string
	for _, n := range f.Notes {
		if id := strings.TrimPrefix(string(n.ID), "table."); id != "why.empty_rows" {
			ids = append(ids, strings.TrimPrefix(strings.TrimPrefix(id, "why."), "note."))
		}
	}
	return strings.Join(ids, " ")
}

// The corners of a field, in degrees and, by PROJ 9.1.1 (cs2cs EPSG:4490 to
// EPSG:4528), in metres.
var corners = [][4]string{
	{"119.3012", "30.2045", "40432713.2282", "3342989.5121"},
	{"119.312", "30.2045", "40433752.2553", "3342983.1186"},
	{"119.312", "30.215", "40433760.2081", "3344147.2098"},
	{"119.3012", "30.2045", "40432713.2282", "3342989.5121"},
}

// of writes a table of the corners by a pattern of a row, in which {n}, {lon},
// {lat}, {y} and {x} are replaced, and {DMS}, {dms} by the packed angles.
func of(heading, pattern string) string {
	packed := map[string]string{"119.3012": "1191804.32", "119.312": "1191843.2", "30.2045": "301216.2", "30.215": "301254"}
	dms := map[string]string{"119.3012": `119°18′04.32″`, "119.312": `119°18′43.2″`, "30.2045": `30°12′16.2″`, "30.215": `30°12′54″`}
	dash := strings.NewReplacer("°", "-", "′", "-", "″", "")
	pointed := map[string]string{"119.3012": "119.180432", "119.312": "119.18432", "30.2045": "30.12162", "30.215": "30.1254"}
	out := heading
	for i, c := range corners {
		out += strings.NewReplacer("{n}", fmt.Sprint(i%3+1), "{lon}", c[0], "{lat}", c[1], "{y}", c[2], "{x}", c[3], "{LON}", packed[c[0]], "{LAT}", packed[c[1]],
			"{dlon}", dms[c[0]], "{dlat}", dms[c[1]], "{slon}", dash.Replace(dms[c[0]]), "{slat}", dash.Replace(dms[c[1]]),
			"{plon}", pointed[c[0]], "{plat}", pointed[c[1]], "{y0}", strings.TrimPrefix(c[2], "40")).Replace(pattern) + "\n"
	}
	return out
}

func TestWhatPeopleKeepInTables(t *testing.T) {
	gb, _ := simplifiedchinese.GBK.NewEncoder().String(of("点号,经度,纬度\n", "界{n},{lon},{lat}"))
	utf16, _ := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(of("点号\t经度\t纬度\n", "J{n}\t{lon}\t{lat}"))
	for name, c := range map[string]struct{ text, notes string }{
		"Chinese headings":    {of("点号,经度,纬度\n", "J{n},{lon},{lat}"), "headings"},
		"English headings":    {of("id,Longitude,Latitude\n", "{n},{lon},{lat}"), "headings"},
		"lat first":           {of("No;lat;lng\n", "{n};{lat};{lon}"), "headings"},
		"byte order mark":     {"\ufeff" + of("经度,纬度\n", "{lon},{lat}"), "headings"},
		"GBK":                 {gb, "headings gb18030"},
		"UTF-16":              {utf16, "headings"},
		"Windows":             {strings.ReplaceAll(of("经度,纬度\n", "{lon},{lat}"), "\n", "\r\n"), "headings"},
		"quotes":              {of(`"点号","经度","纬度"`+"\n", `"J{n}","{lon}","{lat}"`), "headings"},
		"a break in quotes":   {of("\"点\n号\",\"经度\n(°)\",纬度\n", `"J`+"\n"+`{n}",{lon},{lat}`), "headings"},
		"titles above":        {of("某县界址点成果表,,\n单位：度,,\n点号,经度（°）,纬度（°）\n", "J{n},{lon},{lat}"), "headings"},
		"swapped headings":    {of("点号,经度,纬度\n", "J{n},{lat},{lon}"), "swapped"},
		"x is lon":            {of("x,y\n", "{lon},{lat}"), "size"},
		"X is lat":            {of("X,Y\n", "{lat},{lon}"), "size"},
		"X is the northing":   {of("点号,X坐标(m),Y坐标(m)\n", "J{n},{x},{y}"), "size"},
		"POINT_X":             {of("OBJECTID,POINT_X,POINT_Y\n", "{n},{y},{x}"), "size"},
		"northing, easting":   {of("点号,北坐标,东坐标\n", "J{n},{x},{y}"), "headings"},
		"纵 横":                 {of("点号,纵坐标X,横坐标Y\n", "J{n},{x},{y}"), "headings"},
		"E N":                 {of("P,E,N\n", "{n},{y},{x}"), "headings"},
		"no headings":         {of("", "{lon},{lat}"), "no_headings"},
		"no headings, names":  {of("", "J{n}\t{lat}\t{lon}\t12.5"), "no_headings"},
		"no headings, metres": {of("", "J{n} ,{x},{y}"), "no_headings"},
		"angles":              {of("点号,经度,纬度\n", "J{n},{dlon},{dlat}"), "headings"},
		"angles, ASCII":       {of("点号,经度,纬度\n", strings.NewReplacer().Replace(`J{n},{dlon}E,N{dlat}`)), "headings"},
		"angles, dashes":      {of("点号,经度,纬度\n", "J{n},{slon},{slat}"), "headings"},
		"angles, colons":      {strings.ReplaceAll(of("点号,经度,纬度\n", "J{n},{slon},{slat}"), "-", ":"), "headings"},
		"angles, spaces":      {strings.ReplaceAll(of("点号,经度,纬度\n", "J{n},E{slon},N{slat}"), "-", " "), "headings"},
		"angles, Chinese":     {strings.NewReplacer("°", "度", "′", "分", "″", "秒").Replace(of("点号,经度,纬度\n", "J{n},东经{dlon},北纬{dlat}")), "headings"},
		"angles in one":       {of("点号,经度,纬度\n", "J{n},{LON},{LAT}"), "headings packed"},
		"the same, X and Y":   {of("点号,X,Y\n", "J{n},{LAT},{LON}"), "size packed"},
		"the same, bare":      {of("", "{LAT},{LON}"), "no_headings packed"},
		"instruments":         {of("点号,经度(度.分秒),纬度(度.分秒)\n", "J{n},{plon},{plat}"), "headings pointed"},
		"ring numbers":        {of("圈号,点号,经度,纬度\n", "1,J{n},{lon},{lat}"), "headings rings"},
		"names":               {of("地块名称,点号,经度,纬度\n", "甲,J{n},{lon},{lat}"), "headings features"},
		"merged cells":        {strings.Replace(of("名称,经度,纬度\n", ",{lon},{lat}"), ",119", "甲,119", 1), "headings features"},
		"points called names": {of("名称,经度,纬度\n", "J{n},{lon},{lat}"), "headings"},
		"headings again":      {strings.Replace(of("点号,经度,纬度\n", "J{n},{lon},{lat}"), "\nJ3", "\n点号,经度,纬度\nJ3", 1), "headings"},
		"thousands":           {strings.ReplaceAll(of("点号;X;Y\n", "J{n};{x};{y}"), "3342", "3,342"), "size"},
		"exponents":           {strings.ReplaceAll(of("经度,纬度\n", "{lon},{lat}"), "119.312", "1.19312E2"), "headings"},
		"closed by itself":    {strings.Join(strings.SplitAfter(of("经度,纬度\n", "{lon},{lat}"), "\n")[:4], ""), "headings closed"},
	} {
		all, err := read(t, c.text, feature.DefaultLimits)
		if err != nil || len(all) != 1 {
			t.Errorf("%s: %d features, %v", name, len(all), err)
			continue
		}
		f := all[0]
		if notes(f) != c.notes || f.Kind != "Polygon" || f.Shape.Vertices() != 3 {
			t.Errorf("%s: %s of %d corners, notes %q; want %q", name, f.Kind, f.Shape.Vertices(), notes(f), c.notes)
			continue
		}
		for i, p := range f.Shape.Ring(0, 0).Points() {
			want, tolerance := geo.Point{num(corners[i][0]), num(corners[i][1])}, 1e-12
			if p[0] > 1000 {
				want, tolerance = geo.Point{num(corners[i][2]), num(corners[i][3])}, 1e-9
			}
			if math.Abs(p[0]-want[0]) > tolerance || math.Abs(p[1]-want[1]) > tolerance {
				t.Errorf("%s: point %d is %.9f, want %.9f", name, i, p, want)
			}
		}
	}
}

func num(text string) float64 {
	x, _ := number(text, feature.Signed)
	return x
}

func TestFeaturesAndRings(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"by name":            {"名称,lon,lat\n甲,119.1,30\n甲,119.2,30\n甲,119.2,30.1\n乙,119.1,31\n乙,119.2,31\n乙,119.2,31.1\n", "甲 1/0, 乙 1/0"},
		"by id":              {"图斑编号,名称,lon,lat\n7,甲,119.1,30\n7,甲,119.2,30\n7,甲,119.2,30.1\n8,甲,119.1,31\n8,甲,119.2,31\n8,甲,119.2,31.1\n", "7 甲 1/0, 8 甲 1/0"},
		"by empty rows":      {"lon,lat\n119.1,30\n119.2,30\n119.2,30.1\n,\n\n119.1,31\n119.2,31\n119.2,31.1\n", " 1/0,  1/0"},
		"by titles":          {"点号,lon,lat\n甲,,\nJ1,119.1,30\nJ2,119.2,30\nJ3,119.2,30.1\n乙,,\nJ1,119.1,31\nJ2,119.2,31\nJ3,119.2,31.1\n", "甲 1/0, 乙 1/0"},
		"a hole":             {"名称,圈号,lon,lat\n甲,1,119,30\n甲,1,120,30\n甲,1,120,31\n甲,1,119,31\n甲,2,119.2,30.2\n甲,2,119.4,30.2\n甲,2,119.4,30.4\n", "甲 1/1"},
		"a hole by closing":  {"lon,lat\n119,30\n120,30\n120,31\n119,31\n119,30\n119.2,30.2\n119.4,30.2\n119.4,30.4\n119.2,30.2\n", " 1/1"},
		"two parts":          {"名称,圈号,lon,lat\n甲,1,119,30\n甲,1,119.1,30\n甲,1,119,30.1\n甲,2,119.2,30.2\n甲,2,119.4,30.2\n甲,2,119.4,30.4\n", "甲 2/0"},
		"a list of places":   {"名称,经度,纬度\n甲镇,119,30\n乙镇,120,31\n丙镇,121,32\n", "甲镇 Point, 乙镇 Point, 丙镇 Point"},
		"a name without any": {"名称,经度,纬度\n甲镇,,\n乙镇,120,31\n乙镇,120,32\n乙镇,121,31\n", "甲镇 , 乙镇 1/0"},
		"WKT":                {"name;WKT\n甲;POLYGON((119 30,120 30,120 31,119 30))\n\"乙\";\"POLYGON((119 30,120 30,120 31,119 30))\"\n", "甲 1/0, 乙 1/0"},
	} {
		all, err := read(t, c.text, feature.DefaultLimits)
		var got []string
		for _, f := range all {
			s := f.ID + " " + f.Name + " "
			if f.ID == "" {
				s = f.Name + " "
			}
			if f.Shape.IsEmpty() {
				s += f.Kind
			} else {
				s += fmt.Sprintf("%d/%d", f.Shape.Parts(), f.Shape.Holes())
			}
			got = append(got, s)
		}
		if s := strings.Join(got, ", "); err != nil || s != c.want {
			t.Errorf("%s: %q, %v; want %q", name, s, err, c.want)
		}
	}
}

func TestAttributes(t *testing.T) {
	all, err := read(t, "名称,点号,lon,lat,面积,备注,代码\n甲,J1,119.1,30,3.60,,007\n甲,J2,119.2,30,,村口,007\n甲,J3,119.2,30.1,3.60,桥,007\n", feature.DefaultLimits)
	want := "[{名称 0 甲} {面积 1 3.60} {代码 0 007}]"
	if err != nil || len(all) != 1 || fmt.Sprint(all[0].Attributes) != want {
		t.Errorf("%v, %v; want %s", all, err, want)
	}
}

func TestRefusals(t *testing.T) {
	few := feature.DefaultLimits
	few.Vertices, few.Rings, few.AttributeBytes = 3, 1, 10
	for name, c := range map[string]struct {
		text   string
		limits feature.Limits
		kind   string
		line   int
	}{
		"nothing":            {"", feature.DefaultLimits, "table.empty", 0},
		"only headings":      {"经度,纬度\n", feature.DefaultLimits, "table.no_rows", 1},
		"no coordinates":     {"名称,面积,负责人\n甲,3.6,张\n", feature.DefaultLimits, "table.no_roles", 0},
		"only a longitude":   {"名称,经度\n甲,119\n", feature.DefaultLimits, "table.no_roles", 0},
		"either way round":   {"X,Y\n1,2\n3,4\n5,6\n", feature.DefaultLimits, "table.order_unknown", 1},
		"local metres":       {"X,Y\n5000,6000\n5100,6000\n5100,6100\n", feature.DefaultLimits, "table.order_unknown", 1},
		"half a point":       {"经度,纬度\n119,30\n119.1,\n", feature.DefaultLimits, "table.coordinate", 3},
		"a letter":           {"经度,纬度\n119,30\n119.1,3O.1\n", feature.DefaultLimits, "table.coordinate", 3},
		"not a number":       {"经度,纬度\n119,30\nNaN,30\n", feature.DefaultLimits, "table.coordinate", 3},
		"sixty minutes":      {"经度,纬度\n119°60′,30°\n", feature.DefaultLimits, "table.coordinate", 2},
		"degrees and metres": {"经度,纬度\n119,30\n40432713,3342989\n", feature.DefaultLimits, "table.mixed_unit", 3},
		"turned round":       {"经度,纬度\n119,30\n30,119\n", feature.DefaultLimits, "table.mixed_order", 3},
		"another zone":       {"东,北\n40432713,3342989\n39432713,3342989\n", feature.DefaultLimits, "table.mixed_zone", 3},
		"beyond the pole":    {"经度,纬度\n10,30\n10,-98\n", feature.DefaultLimits, "table.outside", 3},
		"an open quote":      {"点号,经度,纬度\nJ1,119,30\n\"J2,119,31\nJ3,119,32\n", feature.DefaultLimits, "table.quote_open", 3},
		"points":             {of("经度,纬度\n", "{lon},{lat}"), few, "table.vertices", 5},
		"rings":              {"圈号,lon,lat\n1,119,30\n2,119,31\n", few, "table.rings", 3},
		"attributes":         {"备注,lon,lat\n一二三四五六七八,119,30\n", few, "table.attribute_bytes", 2},
		"bad WKT":            {"name;WKT\n甲;POLYGON((119 30,120\n", feature.DefaultLimits, "wkt.", 2},
	} {
		_, err := read(t, c.text, c.limits)
		var bad *geo.InputError
		if !errors.As(err, &bad) || !strings.HasPrefix(string(bad.Kind), c.kind) || bad.At.Line != c.line {
			t.Errorf("%s: %v, want %s in line %d", name, err, c.kind, c.line)
		}
	}
	_, err := read(t, "名称,面积,负责人\n甲,3.6,张\n", feature.DefaultLimits)
	if said := words.Explain(err).In(words.Zh); !strings.Contains(said, "名称 | 面积 | 负责人") || !strings.Contains(said, "经度") {
		t.Errorf("said %s", said)
	}
}

func TestRolesMayBeGiven(t *testing.T) {
	text := "X,Y\n1,2\n3,4\n5,9\n"
	src := feature.Source{Text: strings.NewReader(text), Limits: feature.DefaultLimits, Roles: map[string]feature.Roles{"": {Heading: 1, East: 2, North: 1}}}
	all, err := readFrom(Read, src)
	if err != nil || len(all) != 1 || all[0].Shape.Ring(0, 0).At(0) != (geo.Point{2, 1}) {
		t.Errorf("%v, %v", all, err)
	}
	sheets, err := Look(feature.Source{Text: strings.NewReader(of("点号,经度,纬度\n", "J{n},{lon},{lat}"))})
	if err != nil || len(sheets) != 1 || sheets[0].Err != nil || sheets[0].Roles.East != 2 || sheets[0].Roles.North != 3 || sheets[0].Roles.Point != 1 || len(sheets[0].Rows) != 5 {
		t.Errorf("%+v, %v", sheets, err)
	}
}

// A block holds many features, and one may be larger than a block.
func TestManyBlocks(t *testing.T) {
	var text bytes.Buffer
	text.WriteString("name,lon,lat\n")
	const towns = 300
	for i := range towns {
		n := 10
		if i == 100 {
			n = 30_000
		}
		for k := range n {
			fmt.Fprintf(&text, "镇%d,%.9f,%.9f\n", i, 119+float64(k)/1e6, 30+math.Sin(float64(k)))
		}
	}
	all, err := readFrom(Read, feature.Source{Text: &text, Limits: feature.DefaultLimits})
	if err != nil || len(all) != towns {
		t.Fatalf("%d features, %v", len(all), err)
	}
	for i, f := range all {
		want := 10
		if i == 100 {
			want = 30_000
		}
		if f.Index != i || f.Name != fmt.Sprint("镇", i) || f.Shape.Vertices() != want {
			t.Errorf("feature %d is %d %q of %d corners", i, f.Index, f.Name, f.Shape.Vertices())
		}
	}
}

func TestSniff(t *testing.T) {
	for name, want := range map[string]bool{"a.csv": true, "a.TSV": true, "a.txt": true, "a.geojson": false, "a": false} {
		if got := Sniff([]byte(of("点号,经度,纬度\n", "J{n},{lon},{lat}")), name); got != want {
			t.Errorf("%s: %v", name, got)
		}
	}
	if Sniff([]byte("hello\nthere\n"), "a.txt") || Sniff([]byte("PK\x03\x04"), "a.csv") || SniffXLSX([]byte("PK\x03\x04"), "a.docx") || !SniffXLSX([]byte("PK\x03\x04"), "a.xlsx") {
		t.Error("something else is taken for a table")
	}
}

func FuzzRead(f *testing.F) {
	gb, _ := simplifiedchinese.GBK.NewEncoder().String(of("点号,经度,纬度\n", "界{n},{lon},{lat}"))
	for _, s := range []string{
		gb, of("名称;圈号;x;y\n", "甲;1;{x};{y}"), of("", "{LAT},{LON}"), of("点号,经度,纬度\n", "J{n},{dlon},{dlat}"), "\xff\xfe1\x00", "name,WKT\na,\"POLYGON((1 2,3 4,5 6))\"\n",
		"\"\"\"\",\"\n,\"\n", "lon,lat\n甲,\n1,2\n\n3,4\n", of("经度(度.分秒),纬度\n", "{plon},{plat}"),
	} {
		f.Add([]byte(s))
	}
	limits := feature.Limits{FeatureBytes: 1 << 20, Vertices: 50, Rings: 10, StringBytes: 1 << 16, AttributeBytes: 1000, Depth: 8}
	f.Fuzz(func(t *testing.T, text []byte) {
		all, err := readFrom(Read, feature.Source{Text: bytes.NewReader(text), Limits: limits, Attributes: true})
		var bad *geo.InputError
		if err != nil && !errors.As(err, &bad) {
			t.Fatalf("not an error for people: %v", err)
		}
		if bad != nil && !words.Known(bad.Kind) {
			t.Fatalf("no words for %s", bad.Kind)
		}
		for _, f := range all {
			if n := f.Shape.Vertices(); n > limits.Vertices {
				t.Fatalf("%d points", n)
			}
			for _, n := range f.Notes {
				if !words.Known(n.ID) {
					t.Fatalf("no words for %s", n.ID)
				}
			}
		}
		if err == nil && len(all) > 0 {
			var out bytes.Buffer
			if Write(&out, all) == nil {
				if again, err := readFrom(Read, feature.Source{Text: &out, Limits: feature.DefaultLimits}); err == nil && len(again) != len(all) {
					t.Fatalf("%d features came back as %d", len(all), len(again))
				}
			}
		}
	})
}
