package dxf

import (
	"testing"

	"zhenjie/geo/charset"
)

func textOf(layer string, x, y float64, s string) string {
	return "0 TEXT|8 " + layer + "|10 " + ftoa(x) + "|20 " + ftoa(y) + "|40 2.5|1 " + s + "|"
}

func TestNames(t *testing.T) {
	for _, c := range []struct {
		name, entities string
		want           []string // by feature
	}{
		{"one text", square("A", 0, 0, 10) + textOf("B", 5, 5, "梦想小镇"), []string{"梦想小镇"}},
		{"beside it", square("A", 0, 0, 10) + textOf("B", 15, 5, "梦想小镇"), []string{""}},
		{"several", square("A", 0, 0, 10) + textOf("B", 5, 5, "甲") + textOf("B", 6, 5, "乙"), []string{""}},
		{"the same twice", square("A", 0, 0, 10) + textOf("B", 5, 5, "甲") + textOf("B", 6, 5, "甲"), []string{"甲"}},
		{"a name and heights", square("A", 0, 0, 10) + textOf("B", 5, 5, "12.34") + textOf("B", 6, 5, "甲") + textOf("B", 7, 5, "12.5"), []string{"甲"}},
		{"a number alone", square("A", 0, 0, 10) + textOf("B", 5, 5, "17"), []string{"17"}},
		{"ring in ring", square("A", 0, 0, 10) + square("A", 4, 4, 2) + textOf("B", 1, 1, "规划范围") + textOf("B", 5, 5, "核心区"), []string{"规划范围", "核心区"}},
		{"of its own layer", square("范围", 0, 0, 10) + square("核心", 4, 4, 2) + textOf("范围", 5, 5, "大") + textOf("核心", 5, 5, "小"), []string{"大", "小"}},
		{"drawn on two layers", square("A", 0, 0, 10) + square("B", 0, 0, 10) + textOf("C", 5, 5, "甲"), []string{"甲", "甲"}},
		{"in a hole", hatchOf("0", loopOf("2", 0, 0, 100), loopOf("2", 40, 40, 20)) + textOf("绿地", 50, 50, "湖"), []string{""}},
		{"beside a hole", hatchOf("0", loopOf("2", 0, 0, 100), loopOf("2", 40, 40, 20)) + textOf("绿地", 10, 50, "湖岸"), []string{"湖岸"}},
		{"aligned to its middle", square("A", 0, 0, 10) + "0 TEXT|10 -5|20 5|11 5|21 5|72 1|1 甲", []string{"甲"}},
		{"long, with a look", square("A", 0, 0, 10) + `0 MTEXT|10 5|20 5|3 {\fSimSun;\H2.5x;梦想|1 \C1;小镇}\P{\L一期\l}`, []string{"梦想小镇 一期"}},
		{"an attribute", square("A", 0, 0, 10) + "0 INSERT|2 nowhere|66 1|10 5|20 5|0 ATTRIB|10 5|20 5|1 330110|2 DKBH|0 ATTRIB|10 5|20 5|1 甲|2 名称|0 ATTRIB|10 5|20 5|1 乙|2 权利人|0 SEQEND", []string{"甲"}},
	} {
		all := mustRead(t, modelOf(c.entities))
		if len(all) != len(c.want) {
			t.Errorf("%s: %d features", c.name, len(all))
			continue
		}
		for i, f := range all {
			if f.Name != c.want[i] {
				t.Errorf("%s: feature %d is named %q, want %q", c.name, i, f.Name, c.want[i])
			}
		}
	}
}

func TestPlainTexts(t *testing.T) {
	for _, c := range []struct {
		rich bool
		in   string
		want string
	}{
		{false, "%%u甲%%u 30%%d %%p1 %%c5 100%%% %%", "甲 30° ±1 Ø5 100%"},
		{false, `{a}\P`, `{a}\P`},
		{true, `\A1;{\fSimSun|b0|i0|c134|p2;甲\P乙}`, "甲 乙"},
		{true, `\S1/2; \S3#4;`, "1/2 3/4"},
		{true, `a\~b \\ \{c\}`, `a b \ {c}`},
		{true, `\H3`, ""},
		{true, `end\`, `end\`},
		{false, `\U+68A6\u+\U+60F3`, `梦\u+想`},
		{false, `\U+D842\U+DFB7`, "𠮷"},
		{false, `\U+D842x`, "\ufffdx"},
		{false, `\M+5C3CE\M+2A4A4\M+1ABCD`, `梦中\M+1ABCD`},
	} {
		x := text{rich: c.rich, raw: []byte(c.in)}
		if got := x.plain(utf8Texts); got != c.want {
			t.Errorf("%q reads %q, want %q", c.in, got, c.want)
		}
	}
}

func TestEncodings(t *testing.T) {
	head := func(version, page string) string {
		return "0 SECTION|2 HEADER|9 $ACADVER|1 " + version + "|9 $DWGCODEPAGE|3 " + page + "|9 $INSUNITS|70 6|0 ENDSEC|0 SECTION|2 ENTITIES|"
	}
	gb := "\xc3\xce\xcf\xeb\xd0\xa1\xd5\xf2" // 梦想小镇
	if string(charset.GB([]byte(gb))) != "梦想小镇" {
		t.Fatal("the sample is wrong")
	}
	big5 := "\xb9\xda\xb7\x51\xa4\x70\xc2\xed" // 夢想小鎮
	for _, c := range []struct{ name, version, page, layer, want, notes string }{
		{"declared GBK", "AC1015", "ANSI_936", gb, "梦想小镇", ""},
		{"declared Big5", "AC1015", "ANSI_950", big5, "夢想小鎮", ""},
		{"UTF-8 since 2007", "AC1021", "ANSI_936", "梦想小镇", "梦想小镇", ""},
		{"GBK, though UTF-8 is declared", "AC1021", "ANSI_1252", gb, "梦想小镇", "gb18030"},
		{"UTF-8, though GBK is declared", "AC1015", "ANSI_936", "梦想小镇", "梦想小镇", ""},
		{"UTF-8, undeclared", "AC1018", "ANSI_1252", "梦想小镇", "梦想小镇", ""},
		{"GBK, undeclared", "AC1018", "ANSI_1252", gb, "梦想小镇", "gb18030"},
		{"escapes", "AC1015", "ANSI_1252", `\U+68A6\U+60F3\M+5D0A1\M+5D5F2`, "梦想小镇", ""},
	} {
		all := mustRead(t, groupsOf(head(c.version, c.page)+square(c.layer, 0, 0, 10)+textOf(c.layer, 5, 5, c.layer)+"0 ENDSEC|0 EOF"))
		if f := all[0]; f.Layer != c.want || f.Name != c.want || noteIDs(f) != c.notes {
			t.Errorf("%s: layer %q, name %q, notes %q", c.name, f.Layer, f.Name, noteIDs(f))
		}
	}
}
