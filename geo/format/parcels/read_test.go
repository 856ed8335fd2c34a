package parcels

import (
	"bytes"
	"errors"
	"math"
	"strings"
	"testing"
	"testing/iotest"

	"golang.org/x/text/encoding/simplifiedchinese"

	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/geo/crs"
	"zhenjie/geo/feature"
)

const heading = "[属性描述]\n坐标系=2000国家大地坐标系\n几度分带=3\n投影类型=高斯克吕格\n计量单位=米\n带号=40\n精度=0.001\n转换参数=,,,,,,\n[地块坐标]\n"

// square is 100 m × 100 m, closed; hole is 20 m × 20 m within.
const (
	square = "J1,1,3342900.000,40432700.000\nJ2,1,3343000.000,40432700.000\nJ3,1,3343000.000,40432800.000\nJ4,1,3342900.000,40432800.000\nJ1,1,3342900.000,40432700.000\n"
	hole   = "J5,2,3342940.000,40432740.000\nJ6,2,3342940.000,40432760.000\nJ7,2,3342960.000,40432760.000\nJ8,2,3342960.000,40432740.000\nJ5,2,3342940.000,40432740.000\n"
	sound  = heading + "10,0.9600,1,规划范围,面,,特色小镇,,@\n" + square + hole
)

// read reads a whole file, at a byte a time too, which must make no difference.
func read(t testing.TB, text string, limits feature.Limits) ([]feature.Feature, error) {
	t.Helper()
	all, err := readFrom(feature.Source{Text: strings.NewReader(text), Limits: limits, Attributes: true})
	slow, errSlow := readFrom(feature.Source{Text: iotest.OneByteReader(strings.NewReader(text)), Limits: limits, Attributes: true})
	if len(all) != len(slow) || kind(err) != kind(errSlow) {
		t.Fatalf("a byte at a time %d features and %v, else %d and %v", len(slow), errSlow, len(all), err)
	}
	return all, err
}

func readFrom(src feature.Source) (all []feature.Feature, err error) {
	for batch, err := range Read(src) {
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
		ids = append(ids, strings.TrimPrefix(string(n.ID), "parcels.note."))
	}
	return strings.Join(ids, " ")
}

func TestWhatLandDepartmentsSend(t *testing.T) {
	gb, err := simplifiedchinese.GBK.NewEncoder().String(sound)
	if err != nil {
		t.Fatal(err)
	}
	eastFirst := "J1,1,40432700,3342900\nJ2,1,40432700,3343000\nJ3,1,40432800,3343000\nJ4,1,40432800,3342900\nJ1,1,40432700,3342900\n"
	without := strings.ReplaceAll(square, ",40432", ",432")
	for name, c := range map[string]struct {
		text, crs, notes string
		holes            int
	}{
		"as the norm has it":             {sound, "EPSG:4528", "", 1},
		"a byte order mark":              {"\ufeff" + sound, "EPSG:4528", "", 1},
		"Windows":                        {strings.ReplaceAll(sound, "\n", "\r\n"), "EPSG:4528", "", 1},
		"GBK":                            {gb, "EPSG:4528", "gb18030", 1},
		"no holes":                       {heading + "5,1.0000,1,规划范围,面,,,,@\n" + square, "EPSG:4528", "", 0},
		"closing points not counted":     {heading + "4,1.0000,1,规划范围,面,,,,@\n" + square, "EPSG:4528", "", 0},
		"not closed":                     {heading + "4,1,1,规划范围,面,,,,@\n" + square[:strings.LastIndex(square, "J1")], "EPSG:4528", "closed", 0},
		"easting first":                  {heading + "5,1,1,规划范围,面,,,,@\n" + eastFirst, "EPSG:4528", "east_first", 0},
		"no section":                     {"5,1,1,规划范围,面,,,,@\n" + square, "", "no_header", 0},
		"only points":                    {square, "", "no_header", 0},
		"points without ring":            {strings.ReplaceAll(square, ",1,", ","), "", "no_header", 0},
		"points without name":            {"3342900 40432700\n3343000 40432700\n3343000 40432800\n", "", "no_header closed", 0},
		"blank lines":                    {strings.ReplaceAll(sound, "\n", "\n\n"), "EPSG:4528", "", 1},
		"a blank line before the points": {"\n\n[地块坐标]\n\n5,1,1,规划范围,面,,,,@\n\n" + square, "", "no_header", 0},
		"spaces":                         {heading + " 5 , 1 , 1 , 规划范围 , 面 , , , , @ \n" + strings.ReplaceAll(square, ",", " , "), "EPSG:4528", "", 0},
		"tabs":                           {heading + "5,1,1,规划范围,面,,,,@\n" + strings.ReplaceAll(square, ",", "\t"), "EPSG:4528", "", 0},
		"Chinese commas":                 {heading + "5，1，1，规划范围，面，，，，@\n" + strings.ReplaceAll(square, ",", "，"), "EPSG:4528", "", 0},
		"full width":                     {heading + "5,1,1,规划范围,面,,,,＠\n" + strings.ReplaceAll(square, "J1,1,", "Ｊ１，１，"), "EPSG:4528", "", 0},
		"other brackets":                 {strings.NewReplacer("[", "【", "]", "】", "=", "＝").Replace(sound), "EPSG:4528", "", 1},
		"more behind a point":            {heading + "5,1,1,规划范围,面,,,,@\n" + strings.ReplaceAll(square, ".000\n", ".000,12.5,水泥桩\n"), "EPSG:4528", "", 0},
		"a heading above":                {"某县界址点成果表\n点号,圈号,X,Y\n" + square, "", "no_header", 0},
		"no zone in front":               {heading + "5,1,1,规划范围,面,,,,@\n" + without, "EPSG:4549", "", 0},
		"zone of the eastings":           {strings.Replace(heading, "带号=40", "带号=", 1) + "5,1,1,规划范围,面,,,,@\n" + square, "EPSG:4528", "zone_read", 0},
		"no zone at all":                 {strings.Replace(heading, "带号=40", "带号=", 1) + "5,1,1,规划范围,面,,,,@\n" + without, "", "no_zone", 0},
		"a meridian for a zone":          {strings.Replace(heading, "带号=40", "带号=120", 1) + "5,1,1,规划范围,面,,,,@\n" + without, "EPSG:4549", "", 0},
		"six degrees":                    {strings.NewReplacer("带号=40", "带号=21", "几度分带=3", "几度分带=6").Replace(heading) + "5,1,1,规划范围,面,,,,@\n" + without, "EPSG:4510", "", 0},
		"80":                             {strings.Replace(heading, "2000国家大地坐标系", "80国家大地坐标系", 1) + "5,1,1,规划范围,面,,,,@\n" + square, "EPSG:2364", "", 0},
		"Xi'an":                          {strings.Replace(heading, "2000国家大地坐标系", "1980西安坐标系", 1) + "5,1,1,规划范围,面,,,,@\n" + square, "EPSG:2364", "", 0},
		"54":                             {strings.Replace(heading, "2000国家大地坐标系", "1954北京坐标系", 1) + "5,1,1,规划范围,面,,,,@\n" + square, "EPSG:2416", "", 0},
		"a city's own":                   {strings.Replace(heading, "2000国家大地坐标系", "某市独立坐标系", 1) + "5,1,1,规划范围,面,,,,@\n" + square, "某市独立坐标系", "", 0},
		"another projection":             {strings.Replace(heading, "高斯克吕格", "墨卡托", 1) + "5,1,1,规划范围,面,,,,@\n" + square, "2000国家大地坐标系 墨卡托", "", 0},
		"points missing":                 {heading + "7,1,1,规划范围,面,,,,@\n" + square, "EPSG:4528", "count", 0},
		"another area":                   {heading + "5,1.5,1,规划范围,面,,,,@\n" + square, "EPSG:4528", "area", 0},
		"a coarse area":                  {heading + "5,1.004,1,规划范围,面,,,,@\n" + square, "EPSG:4528", "area", 0},
		"the ellipsoid's area":           {heading + "5,1.0004,1,规划范围,面,,,,@\n" + square, "EPSG:4528", "", 0},
	} {
		all, err := read(t, c.text, feature.DefaultLimits)
		if err != nil || len(all) != 1 {
			t.Errorf("%s: %d parcels, %v", name, len(all), err)
			continue
		}
		f := all[0]
		if f.CRS != c.crs || notes(f) != c.notes || f.Shape.Parts() != 1 || f.Shape.Holes() != c.holes || f.Kind != "Polygon" {
			t.Errorf("%s: %s in %q, %d holes, notes %q; want %q, %d, %q", name, f.Kind, f.CRS, f.Shape.Holes(), notes(f), c.crs, c.holes, c.notes)
		}
		if strings.Contains(c.text, "规划范围") && f.Name != "规划范围" {
			t.Errorf("%s: named %q", name, f.Name)
		}
		if p := f.Shape.Ring(0, 0).At(0); math.Mod(p[0], 1e6) != 432700 || p[1] != 3342900 {
			t.Errorf("%s: the first point is %v", name, p)
		}
	}
}

// Reference: 30.2045 119.3012 by PROJ 9.1.1, cs2cs -f %.4f EPSG:4490 EPSG:4528.
func TestPlace(t *testing.T) {
	all, err := read(t, strings.Replace(sound, "3342900.000,40432700.000", "3342989.5121,40432713.2282", 1), feature.DefaultLimits)
	if err != nil {
		t.Fatal(err)
	}
	system, err := crs.Lookup(all[0].CRS)
	if err != nil {
		t.Fatal(err)
	}
	p := system.ToDegrees(all[0].Shape.Ring(0, 0).At(0))
	if math.Abs(p[0]-119.3012) > 1e-9 || math.Abs(p[1]-30.2045) > 1e-9 { // 0.1 mm
		t.Errorf("the point lies at %.10f", p)
	}
}

func TestDegrees(t *testing.T) {
	for _, text := range []string{
		heading + "4,1,1,a,面,,,,@\nJ1,1,30.20,119.30\nJ2,1,30.21,119.30\nJ3,1,30.21,119.31\nJ1,1,30.20,119.30\n",
		heading + "4,1,1,a,面,,,,@\nJ1,1,119.30,30.20\nJ2,1,119.30,30.21\nJ3,1,119.31,30.21\nJ1,1,119.30,30.20\n",
	} {
		all, err := read(t, text, feature.DefaultLimits)
		if err != nil || len(all) != 1 || all[0].CRS != "EPSG:4490" || notes(all[0]) != "degrees" {
			t.Fatalf("%v, %v", all, err)
		}
		if p := all[0].Shape.Ring(0, 0).At(1); p != (geo.Point{119.30, 30.21}) {
			t.Errorf("the second point is %v", p)
		}
	}
}

func TestManyParcels(t *testing.T) {
	far := strings.NewReplacer("33429", "33439", "33430", "33440").Replace(square)
	text := sound +
		"10,2,2,两块,面,K-1,,,@\n" + square + strings.ReplaceAll(far, ",1,", ",2,") +
		"2,0,3,道路,线,,,,@\nJ1,1,3342900,40432700\nJ2,1,3342950,40432700\n" +
		"0,0,4,空,面,,,,@\n" + strings.Replace(heading, "带号=40", "带号=39", 1) + "5,1,5,邻带,面,,,,@\n" + strings.ReplaceAll(square, ",40432", ",39432")
	all, err := read(t, text, feature.DefaultLimits)
	if err != nil || len(all) != 5 {
		t.Fatalf("%d parcels, %v", len(all), err)
	}
	for i, want := range []struct{ id, name, kind, crs, notes string }{
		{"1", "规划范围", "Polygon", "EPSG:4528", ""}, {"2", "两块", "MultiPolygon", "EPSG:4528", "nested"},
		{"3", "道路", "LineString", "EPSG:4528", "not_polygonal"}, {"4", "空", "Polygon", "EPSG:4528", "no_points"},
		{"5", "邻带", "Polygon", "EPSG:4527", ""},
	} {
		if f := all[i]; f.ID != want.id || f.Name != want.name || f.Kind != want.kind || f.CRS != want.crs && i != 3 || notes(f) != want.notes || f.Index != i {
			t.Errorf("parcel %d is %q %q %s %q, notes %q; want %+v", i, f.ID, f.Name, f.Kind, f.CRS, notes(f), want)
		}
		if at := all[i].Byte; !strings.HasPrefix(text[at:], strings.SplitN(text[at:], "\n", 2)[0]) || strings.Count(strings.SplitN(text[at:], "\n", 2)[0], "@") != 1 {
			t.Errorf("parcel %d begins at byte %d", i, at)
		}
	}
	if a := all[1].Attributes; len(a) != 6 || a[5] != (feature.Attribute{Key: "图幅号", Text: "K-1"}) {
		t.Errorf("attributes %v", a)
	}
}

func TestRefusals(t *testing.T) {
	few := feature.DefaultLimits
	few.Rings, few.Vertices = 1, 8
	small := feature.DefaultLimits
	small.FeatureBytes = 1000
	long := heading + "1,1,1,a,面,,,,@\n" + strings.Repeat("J1,1,3342900.000,40432700.000\n", 50_000)
	for name, c := range map[string]struct {
		text   string
		limits feature.Limits
		kind   string
		line   int
	}{
		"nothing":              {"\n", feature.DefaultLimits, "parcels.none", 0},
		"prose":                {"你好\n再见\n", feature.DefaultLimits, "parcels.none", 0},
		"only a section":       {heading, feature.DefaultLimits, "parcels.none", 0},
		"a digit that is none": {strings.Replace(sound, "3343000.000,40432800", "33430OO.000,40432800", 1), feature.DefaultLimits, "parcels.point", 13},
		"a first digit":        {"J1,1,33429O0,40432700\n" + square, feature.DefaultLimits, "parcels.point", 1},
		"half a point":         {sound + "J9,1,3342900", feature.DefaultLimits, "parcels.mixed_place", 21},
		"infinite":             {sound + "J9,1,1e999,1", feature.DefaultLimits, "parcels.point", 21},
		"turned round":         {sound + "J9,2,40432740,3342940", feature.DefaultLimits, "parcels.mixed_order", 21},
		"another zone":         {sound + "J9,2,3342940,39432740", feature.DefaultLimits, "parcels.mixed_zone", 21},
		"rings":                {sound, few, "parcels.rings", 16},
		"vertices":             {heading + "@\n" + square + strings.ReplaceAll(hole, ",2,", ",1,"), few, "parcels.vertices", 19},
		"one huge parcel":      {long, small, "lines.feature_bytes", 10},
		"a huge line":          {strings.Repeat("1", 1<<20), feature.DefaultLimits, "lines.line_long", 1},
		"a huge section":       {"[属性描述]\n" + strings.Repeat("a=b\n", 2000), feature.DefaultLimits, "parcels.section_long", 1002},
	} {
		_, err := read(t, c.text, c.limits)
		var bad *geo.InputError
		if !errors.As(err, &bad) || string(bad.Kind) != c.kind || bad.At.Line != c.line {
			t.Errorf("%s: %v, want %s in line %d", name, err, c.kind, c.line)
		}
	}
	_, err := readFrom(feature.Source{Text: iotest.ErrReader(errors.New("gone")), Limits: feature.DefaultLimits})
	if kind(err) != "file.unreadable" {
		t.Errorf("a broken disk: %v", err)
	}
}

// A parcel before a fault is read, and nothing behind it.
func TestWhatStandsBeforeAFaultIsRead(t *testing.T) {
	all, err := read(t, sound+"5,1,2,b,面,,,,@\nJ1,1,x,y\n", feature.DefaultLimits)
	if len(all) != 1 || all[0].Name != "规划范围" || kind(err) != "parcels.point" {
		t.Errorf("%d parcels, %v", len(all), err)
	}
}

func TestSniff(t *testing.T) {
	gb, _ := simplifiedchinese.GBK.NewEncoder().String(sound)
	for text, want := range map[string]bool{
		sound: true, gb: true, "5,1,1,a,面,,,,@\n" + square: true, "5，1，1，a，面，，，，@\r\nJ1，1，3342900，40432700": true,
		"": false, "hello": false, `{"type":"Feature"}`: false, "a,b,@\nc,d": false, "name,lon,lat\na,1,2\n": false,
	} {
		if got := Sniff([]byte(text), "a.txt"); got != want {
			t.Errorf("%.40q: %v", text, got)
		}
	}
}

func FuzzRead(f *testing.F) {
	gb, _ := simplifiedchinese.GBK.NewEncoder().String(sound)
	for _, s := range []string{
		sound, gb, square, strings.ReplaceAll(sound, ",", "，"), "\xff\xfe[\x00", "[属性描述]\n带号=1e9\n几度分带=6\n坐标系=80\n@\nJ1,1,1,2\n",
		"@\n1 2\n3 4\n\n5 6", "1,1,1,a,线,,,,@\n1,2", "【】\n＠\n",
	} {
		f.Add([]byte(s))
	}
	limits := feature.Limits{FeatureBytes: 1 << 20, Vertices: 50, Rings: 10}
	f.Fuzz(func(t *testing.T, text []byte) {
		all, err := readFrom(feature.Source{Text: bytes.NewReader(text), Limits: limits, Attributes: true})
		var bad *geo.InputError
		if err != nil && !errors.As(err, &bad) {
			t.Fatalf("not an error for people: %v", err)
		}
		if bad != nil && (!words.Known(bad.Kind) || strings.ContainsAny(bad.Say().In(words.Zh), "{}\n\x00") && !bytes.ContainsAny(text, "{}")) {
			t.Fatalf("said %q", bad.Say().In(words.Zh))
		}
		for _, f := range all {
			points := 0
			for _, r := range f.Shape.All() {
				points += r.Corners()
				if !r.Closed() && r.Len() > 1 {
					t.Fatal("a ring is open")
				}
			}
			if points > limits.Vertices {
				t.Fatalf("%d points", points)
			}
			for _, n := range f.Notes {
				if !words.Known(n.ID) {
					t.Fatalf("unknown note %s", n.ID)
				}
			}
		}
		if err == nil {
			writeBack(t, all)
		}
	})
}
