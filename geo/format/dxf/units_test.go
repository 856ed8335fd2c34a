package dxf

import (
	"math"
	"strings"
	"testing"

	"zhenjie/geo"
)

func TestUnits(t *testing.T) {
	for _, c := range []struct {
		name, units string // $INSUNITS, "" without
		x, y, side  float64
		want        geo.Point // the second corner in metres
		notes       string
	}{
		{"metres", "6", 0, 0, 10, geo.Point{10, 0}, ""},
		{"none", "", 0, 0, 10, geo.Point{10, 0}, "no_unit"},
		{"unitless", "0", 0, 0, 10, geo.Point{10, 0}, "no_unit"},
		{"unheard of", "99", 0, 0, 10, geo.Point{10, 0}, "no_unit"},
		{"millimetres", "4", 0, 0, 1e4, geo.Point{10, 0}, "unit"},
		{"centimetres", "5", 0, 0, 1e3, geo.Point{10, 0}, "unit"},
		{"kilometres", "7", 0, 0, 0.01, geo.Point{10, 0}, "unit"},
		{"inches", "1", 0, 0, 100, geo.Point{2.54, 0}, "unit"},
		{"millimetres of a zone", "4", 500000e3, 3350000e3, 1e4, geo.Point{500010, 3350000}, "unit"},
		{"a template's millimetres", "4", 500000, 3350000, 10, geo.Point{500010, 3350000}, "unit_not_believed"},
		{"a template's inches", "1", 40500000, 3350000, 10, geo.Point{40500010, 3350000}, "unit_not_believed"},
		{"the same, northing first", "1", 3350000, 40500000, 10, geo.Point{3350010, 40500000}, "unit_not_believed"},
		{"degrees", "1", 120, 30, 0.5, geo.Point{120.5, 30}, "degrees"},
	} {
		head := ""
		if c.units != "" {
			head = "0 SECTION|2 HEADER|9 $INSUNITS|70 " + c.units + "|0 ENDSEC|"
		}
		all := mustRead(t, groupsOf(head+"0 SECTION|2 ENTITIES|"+square("A", c.x, c.y, c.side)+"0 ENDSEC|0 EOF"))
		if p := all[0].Shape.Ring(0, 0).At(1); distance(p, c.want) > 1e-6 || noteIDs(all[0]) != c.notes {
			t.Errorf("%s: at %v, want %v; notes %q, want %q", c.name, p, c.want, noteIDs(all[0]), c.notes)
		}
	}
}

// TestDegreesAreNotJoinedOverMetres: a gap of 1e-5° is a metre.
func TestDegreesAreNotJoinedOverMetres(t *testing.T) {
	all := mustRead(t, groupsOf("0 SECTION|2 ENTITIES|0 LWPOLYLINE|10 120|20 30|10 120.01|20 30|10 120.01|20 30.01|10 120.00001|20 30|0 CIRCLE|10 121|20 30|40 0.01|0 ENDSEC|0 EOF"))
	if len(all) != 1 || !strings.Contains(noteIDs(all[0]), "open") {
		t.Fatalf("%d features, %q", len(all), said(all[0]))
	}
	if lack := math.Pi*1e-4 - planeArea(all[0].Shape); lack < 0 || lack > 1e-7*0.02*math.Pi {
		t.Errorf("the circle lacks %g square degrees", lack)
	}
}

// TestBlocksSayTheUnitToo: all coordinates may stand in one block.
func TestBlocksSayTheUnitToo(t *testing.T) {
	text := strings.Replace(drawingOf(blockOf("all", "", square("A", 500000, 3350000, 10)), "0 INSERT|2 all"), "70\n6\n", "70\n4\n", 1)
	if all := mustRead(t, text); noteIDs(all[0]) != "unit_not_believed" {
		t.Errorf("notes %q", noteIDs(all[0]))
	}
}

func TestLayers(t *testing.T) {
	tables := "0 SECTION|2 TABLES|0 TABLE|2 LAYER|70 3|0 LAYER|2 甲|70 0|62 7|0 LAYER|2 乙|70 0|62 -7|0 LAYER|2 丙|70 5|62 7|0 ENDTAB|0 ENDSEC|"
	all := mustRead(t, groupsOf(metreHead+tables+"0 SECTION|2 ENTITIES|"+square("甲", 0, 0, 1)+square("乙", 0, 0, 2)+square("丙", 0, 0, 3)+square("丁", 0, 0, 4)+
		"0 LWPOLYLINE|5 2F|70 1|10 0|20 0|10 9|20 0|10 0|20 9|0 ENDSEC|0 EOF"))
	for i, want := range []string{"甲 ", "乙 off", "丙 frozen", "丁 ", "0 "} {
		if got := all[i].Layer + " " + noteIDs(all[i]); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	if f := all[4]; f.ID != "2F" || len(f.Attributes) != 1 || f.Attributes[0].Text != "0" {
		t.Errorf("%+v", f)
	}
}
