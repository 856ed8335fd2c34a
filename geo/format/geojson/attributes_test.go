package geojson

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"zhenjie/geo/feature"
)

const attributed = `{"type":"Feature","properties":{"名称":"龙溪","面积":3.60321667000,"新建":true,"备注":null,` +
	`"标签":["茶", {"a":1}],"n":"一\n\"二\"","big":12345678901234567890,"e":-1e-7},"geometry":null}`

func TestAttributesAreKeptWhenAskedFor(t *testing.T) {
	want := []feature.Attribute{
		{Key: "名称", Text: "龙溪"},
		{Key: "面积", Kind: feature.Number, Text: "3.60321667000"},
		{Key: "新建", Kind: feature.Bool, Text: "true"},
		{Key: "备注", Kind: feature.Null},
		{Key: "标签", Kind: feature.Nested, Text: `["茶", {"a":1}]`},
		{Key: "n", Text: "一\n\"二\""},
		{Key: "big", Kind: feature.Number, Text: "12345678901234567890"},
		{Key: "e", Kind: feature.Number, Text: "-1e-7"},
	}
	f := one(t, attributed, true)
	if !slices.Equal(f.Attributes, want) || f.Name != "龙溪" {
		t.Errorf("%q has the attributes\n%v, want\n%v", f.Name, f.Attributes, want)
	}
	if f := one(t, attributed, false); f.Attributes != nil {
		t.Errorf("not asked for: %v", f.Attributes)
	}
	var out bytes.Buffer
	if err := Write(&out, []feature.Feature{f}); err != nil {
		t.Fatal(err)
	}
	if again := one(t, out.String(), true); !slices.Equal(again.Attributes, want) {
		t.Errorf("written and read again:\n%v, want\n%v", again.Attributes, want)
	}
}

// A shapefile's number may be "007" or "1,5", which JSON does not know.
func TestNumbersThatAreNoneInJSONBecomeText(t *testing.T) {
	f := feature.Feature{Attributes: []feature.Attribute{{Key: "代码", Kind: feature.Number, Text: "007"}, {Key: "x", Kind: feature.Nested, Text: "{"}}}
	var out bytes.Buffer
	if err := Write(&out, []feature.Feature{f}); err != nil {
		t.Fatal(err)
	}
	want := []feature.Attribute{{Key: "代码", Text: "007"}, {Key: "x", Text: "{"}}
	if again := one(t, out.String(), true); !slices.Equal(again.Attributes, want) {
		t.Errorf("read again: %v, want %v", again.Attributes, want)
	}
}

func one(t *testing.T, text string, attributes bool) (found feature.Feature) {
	t.Helper()
	src := feature.Source{Text: strings.NewReader(text), Limits: feature.DefaultLimits, Attributes: attributes}
	for batch, err := range Read(src) {
		if err != nil {
			t.Fatal(err)
		}
		for f, err := range batch {
			if err != nil {
				t.Fatal(err)
			}
			found = f
		}
	}
	return found
}
