package crs

import (
	"errors"
	"math"
	"os"
	"strconv"
	"strings"
	"testing"

	"zhenjie/assets/words"
	"zhenjie/geo"
)

type described struct {
	code          int
	dialect, text string
}

// goldenWKT reads testdata/wkt.txt, made by testdata/wkt.sh.
func goldenWKT(t testing.TB) []described {
	t.Helper()
	text, err := os.ReadFile("testdata/wkt.txt")
	if err != nil {
		t.Fatal(err)
	}
	var all []described
	for line := range strings.Lines(string(text)) {
		f := strings.Split(strings.TrimSpace(line), "\t")
		code, err := strconv.Atoi(f[0])
		if err != nil || len(f) != 3 {
			t.Fatalf("%q", line)
		}
		all = append(all, described{code, f[1], f[2]})
	}
	if len(all) < 200 {
		t.Fatalf("only %d descriptions", len(all))
	}
	return all
}

func TestDescriptionsByGDALAreTheirCodes(t *testing.T) {
	for _, d := range goldenWKT(t) {
		want, ok := ByEPSG(d.code)
		if s, err := Lookup(d.text); !ok || err != nil || s != want {
			t.Errorf("EPSG:%d as %s is %v, %v", d.code, d.dialect, s, err)
		}
	}
}

// What we write is what GDAL writes, letter by letter, so that GDAL reads it back.
func TestDescriptionsAreGDALs(t *testing.T) {
	for _, d := range goldenWKT(t) {
		if s, _ := ByEPSG(d.code); d.dialect == "esri" && s.WKT() != d.text {
			t.Errorf("EPSG:%d: %s\nGDAL has %s", d.code, s.WKT(), d.text)
		}
	}
	if gcj02.WKT() != "" || bd09.WKT() != "" || (System{}).WKT() != "" {
		t.Error("a system without a description has one")
	}
}

// arcGIS is the text ArcGIS writes, parameters to be filled in.
func arcGIS(name, gcs, method, parameters, tail string) string {
	return `PROJCS["` + name + `",` + gcs + `,PROJECTION["` + method + `"],` + parameters + `,UNIT["Meter",1.0]` + tail + `]`
}

const (
	gcsXian   = `GEOGCS["GCS_Xian_1980",DATUM["D_Xian_1980",SPHEROID["Xian_1980",6378140.0,298.257]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]`
	gcsNew    = `GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]`
	gcsUser   = `GEOGCS["GCS_User_Defined",DATUM["D_User_Defined",SPHEROID["User",6378137,298.257222]],PRIMEM["Greenwich",0],UNIT["Degree",0.01745329252]]`
	gcsWGS    = `GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]`
	zone38    = `PARAMETER["False_Easting",38500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",114.0],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0]`
	cm117     = `PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",117.0],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0]`
	cm120half = `PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",120.5],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0]`
)

// Texts of ArcGIS as they stand in public repositories, and ways people change
// them.
func TestDescriptionsByArcGIS(t *testing.T) {
	city := `PARAMETER["False_Easting",200048.066],PARAMETER["False_Northing",-3889958.45],PARAMETER["Central_Meridian",120.0],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0]`
	for _, c := range []struct{ text, want string }{
		{arcGIS("Xian_1980_3_Degree_GK_Zone_38", gcsXian, "Gauss_Kruger", zone38, `,AUTHORITY["EPSG",2362]`), "EPSG:2362"},
		{arcGIS("Xian_1980_3_Degree_GK_CM_117E", gcsXian, "Transverse_Mercator", cm117, ""), "EPSG:2384"},
		{arcGIS("Xian_1980_GK_CM_117E", gcsXian, "Gauss_Kruger", cm117, ""), "EPSG:2345"},
		{arcGIS("CGCS2000_3_Degree_GK_CM_117E", gcsNew, "Gauss_Kruger", cm117, ""), "EPSG:4548"},
		{arcGIS("CGCS2000_GK_CM_117E", gcsNew, "Gauss_Kruger", cm117, ""), "EPSG:4509"},
		{arcGIS("规划", gcsUser, "Gauss_Kruger", cm117, ""), "EPSG:4548"},
		{arcGIS("CGCS2000_GK_CM_117E", gcsNew, "Gauss_Kruger", cm117, `,AUTHORITY["EPSG","4548"]`), "EPSG:4548"},
		{arcGIS("CGCS2000_3_Degree_GK_CM_117E", gcsNew, "Gauss_Kruger", cm117, `,AUTHORITY["EPSG","4549"]`), "EPSG:4548"}, // the code is another's
		{arcGIS("CGCS2000_3_Degree_GK_CM_120E", gcsNew, "Gauss_Kruger", zone38, ""), "EPSG:4526"},                         // so is the name
		{arcGIS("Local", gcsNew, "Gauss_Kruger", cm120half, ""), "CGCS2000 / TM lon_0=120.5 x_0=500000 y_0=0 k=1"},
		{arcGIS("Xian_1980_3_Degree_GK_CM_120E", gcsXian, "Gauss_Kruger", city, ""), "Xian 1980 / TM lon_0=120 x_0=200048.066 y_0=-3889958.45 k=1"},
		{arcGIS("W", gcsWGS, "Gauss_Kruger", cm117, ""), "WGS 84 / TM lon_0=117 x_0=500000 y_0=0 k=1"},
		{gcsNew + `,VERTCS["Yellow_Sea_1985",VDATUM["Yellow_Sea_1985"],PARAMETER["Vertical_Shift",0.0],PARAMETER["Direction",1.0],UNIT["Meter",1.0]]`, "EPSG:4490"},
		{"\ufeff " + strings.ReplaceAll(gcsXian, ",", ",\r\n  ") + "\n", "EPSG:4610"},
		{`COMPD_CS["x",` + gcsWGS + `,VERT_CS["y",VERT_DATUM["z",2005],UNIT["metre",1]]]`, "EPSG:4326"},
		{`geogcs('a ''b''',datum("x",spheroid("y",6378245,298.3)),primem("g",0),unit("degree",0.0174532925199433))`, "EPSG:4214"},
	} {
		if s, err := Lookup(c.text); err != nil || s.String() != c.want {
			t.Errorf("%s: %v, %v, want %s", c.text, s, err, c.want)
		}
	}
}

func TestDescriptionsThatAreRefused(t *testing.T) {
	swap := func(text, old, by string) string {
		if !strings.Contains(text, old) {
			t.Fatalf("%s holds no %s", text, old)
		}
		return strings.Replace(text, old, by, 1)
	}
	tm := arcGIS("x", gcsNew, "Gauss_Kruger", cm117, "")
	for _, c := range []struct {
		name, text string
		want       words.ID
	}{
		{"feet", swap(tm, `UNIT["Meter",1.0]`, `UNIT["Foot_US",0.3048006096]`), "crs.wkt_unit"},
		{"kilometres", swap(tm, `UNIT["Meter",1.0]`, `UNIT["Kilometer",1000.0]`), "crs.wkt_unit"},
		{"gon", swap(gcsNew, `"Degree",0.0174532925199433`, `"Grad",0.01570796326794897`), "crs.wkt_unit"},
		{"Paris", swap(tm, `"Greenwich",0.0`, `"Paris",2.337229166667`), "crs.wkt_prime"},
		{"NAD27", swap(gcsNew, `6378137.0,298.257222101`, `6378206.4,294.978698213901`), "crs.wkt_ellipsoid"},
		{"a sphere", swap(gcsNew, `298.257222101`, `0.0`), "crs.wkt_ellipsoid"},
		{"New Beijing", swap(swap(gcsXian, `D_Xian_1980`, `D_New_Beijing`), `6378140.0,298.257`, `6378245.0,298.3`), "crs.wkt_datum"},
		{"a shift of its own", swap(gcsNew, `298.257222101]`, `298.257222101],TOWGS84[1,2,3,0,0,0,0]`), "crs.wkt_shift"},
		{"Lambert", arcGIS("x", gcsNew, "Lambert_Conformal_Conic", cm117, ""), "crs.wkt_method"},
		{"Mercator of the ellipsoid", arcGIS("x", gcsNew, "Mercator", cm117, ""), "crs.wkt_method"},
		{"south orientated", arcGIS("x", gcsNew, "Transverse_Mercator_South_Orientated", cm117, ""), "crs.wkt_method"},
		{"a parameter of another projection", swap(tm, `"Latitude_Of_Origin"`, `"Azimuth"`), "crs.wkt_parameter"},
		{"no number", swap(tm, `117.0`, `east`), "crs.wkt_parameter"},
		{"no meridian", swap(tm, `PARAMETER["Central_Meridian",117.0],`, ``), "crs.wkt_missing"},
		{"no ellipsoid", `GEOGCS["x",DATUM["y"]]`, "crs.wkt_missing"},
		{"no base", `PROJCS["x",PROJECTION["Gauss_Kruger"]]`, "crs.wkt_missing"},
		{"southwards", swap(tm, `,UNIT["Meter",1.0]`, `,UNIT["Meter",1.0],AXIS["x",SOUTH]`), "crs.wkt_axis"},
		{"too large", swap(tm, `500000.0`, `1e300`), "crs.wkt_range"},
		{"geocentric", `GEOCCS["x",DATUM["y",SPHEROID["z",6378137,298.257222101]]]`, "crs.wkt_kind"},
		{"local", `LOCAL_CS["x",UNIT["metre",1]]`, "crs.wkt_kind"},
		{"vertical", `VERTCS["x"]`, "crs.wkt_kind"},
		{"cut off", tm[:100], "crs.wkt_broken"},
		{"no end", tm[:len(tm)-1], "crs.wkt_broken"},
		{"empty", `GEOGCS[]`, "crs.wkt_broken"},
		{"an open quote", `GEOGCS["x`, "crs.wkt_broken"},
		{"deep", strings.Repeat("A[", 1000), "crs.wkt_deep"},
		{"long", `GEOGCS["` + strings.Repeat("x", mostWKT) + `"]`, "crs.wkt_long"},
		{"bound", `BOUNDCRS[SOURCECRS[` + gcsNew + `],TARGETCRS[` + gcsWGS + `],ABRIDGEDTRANSFORMATION["x",METHOD["y"],PARAMETER["X-axis translation",5]]]`, "crs.wkt_shift"},
	} {
		var bad *geo.InputError
		if s, err := Lookup(c.text); !errors.As(err, &bad) || bad.Kind != c.want || !s.IsZero() {
			t.Errorf("%s: %v, %v, want %s", c.name, s, err, c.want)
		}
	}
}

func TestOwnDescriptionsAreUnderstood(t *testing.T) {
	local, ok := Transverse(DatumXian80, NewGaussKruger(Xian80, 118.25, 50000).WithOrigin(30, 12.5, 1.00002), 0)
	if !ok {
		t.Fatal("refused")
	}
	for _, s := range []System{local, UTM(1, true), UTM(60, false), Zone3(72)} {
		got, err := Lookup(s.WKT())
		if err != nil || got != s {
			t.Errorf("%v is described as %s, which is %v, %v", s, s.WKT(), got, err)
		}
		if got, err = Lookup(s.String()); err != nil || got != s {
			t.Errorf("Lookup(%q) = %v, %v", s, got, err)
		}
	}
}

// Reference: echo 118.6 31.2 | cs2cs -f %.6f +proj=longlat +a=6378140 +rf=298.257 +to
// +proj=tmerc +lat_0=30 +lon_0=118.25 +k=1.00002 +x_0=50000 +y_0=12.5 +a=6378140 +rf=298.257
func TestOriginAndScale(t *testing.T) {
	g := NewGaussKruger(Xian80, 118.25, 50000).WithOrigin(30, 12.5, 1.00002)
	e, n := g.Forward(118.6, 31.2)
	if math.Abs(e-83357.304700) > 1e-6 || math.Abs(n-133103.164571) > 1e-6 {
		t.Errorf("%.6f %.6f", e, n)
	}
	if lon, lat := g.Inverse(e, n); math.Abs(lon-118.6) > 1e-11 || math.Abs(lat-31.2) > 1e-11 {
		t.Errorf("came back as %v %v", lon, lat)
	}
}

func FuzzWKT(f *testing.F) {
	for _, d := range goldenWKT(f)[170:] {
		f.Add(d.text)
	}
	f.Add(strings.Repeat("A[", 40))
	f.Fuzz(func(t *testing.T, text string) {
		s, err := fromWKT(text)
		if (err == nil) == s.IsZero() {
			t.Fatalf("%v, %v", s, err)
		}
		if err != nil {
			return
		}
		if again, err := Lookup(s.String()); err != nil || again != s {
			t.Fatalf("%v is found as %v, %v", s, again, err)
		}
		if again, err := fromWKT(s.WKT()); err != nil || again != s {
			t.Fatalf("%v is described as %s, which is %v, %v", s, s.WKT(), again, err)
		}
	})
}

func BenchmarkLookupWKT(b *testing.B) {
	text := UTM(50, false).WKT()
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		if _, err := Lookup(text); err != nil {
			b.Fatal(err)
		}
	}
}
