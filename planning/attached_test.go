package planning_test

import (
	"reflect"
	"testing"

	"zhenjie/planning"
)

func TestFiling(t *testing.T) {
	table, decree := planning.OfMaterial("base_table"), planning.OfDeclaration("pollution")
	a := planning.Attachment{Owner: table, Name: "a.pdf", Hash: "aa", Size: 3}
	b := planning.Attachment{Owner: decree, Name: "b.pdf", Hash: "bb", Size: 5}
	c := planning.Attachment{Owner: table, Name: "c.pdf", Hash: "aa", Size: 3}
	far := planning.Attachment{Owner: table, Name: "film.mp4", Hash: "ff", Size: 1000, Path: `D:\film.mp4`}
	p := planning.Plan{Attachments: planning.ListOf(a, b, c, far)}
	want := []planning.Filed{{table, []planning.Attachment{a, c, far}}, {decree, []planning.Attachment{b}}}
	if got := p.Filing(); !reflect.DeepEqual(got, want) {
		t.Errorf("filed %v, want %v", got, want)
	}
	if got := p.Files(table); !reflect.DeepEqual(got, want[0]) || got.Size() != 1006 {
		t.Errorf("the table has %v, %d bytes", got, got.Size())
	}
	if got := p.Files("guide/core"); got.Files != nil || got.Size() != 0 {
		t.Errorf("nobody has %v", got)
	}
	if got := p.KeptSize(); got != 8 { // aa once, bb
		t.Errorf("%d bytes are kept, want 8", got)
	}
}

func TestOwnersAreTakenApart(t *testing.T) {
	for owner, want := range map[planning.Owner][2]string{
		planning.OfMaterial("base_table"): {"material", "base_table"}, planning.OfStep("county", "apply"): {"step", "county/apply"},
		planning.OfInvestor("甲/乙公司"): {"investor", "甲/乙公司"}, planning.OfGuide(planning.GuideCore): {"guide", string(planning.GuideCore)}, "x": {"x", ""},
	} {
		if kind, key := owner.Split(); kind != want[0] || key != want[1] {
			t.Errorf("%s is %q of %q", owner, key, kind)
		}
	}
}

func TestSizeText(t *testing.T) {
	for bytes, want := range map[int64]string{
		0: "0 B", 1: "1 B", 999: "999 B", 1000: "1.0 KB", 1024: "1.0 KB", 1536: "1.5 KB", 10 << 10: "10 KB", 20 << 20: "20 MB",
		1<<20 - 1: "1.0 MB", 1288490189: "1.2 GB", 1 << 40: "1.0 TB", 1 << 60: "1048576 TB",
	} {
		if got := planning.SizeText(bytes); got != want {
			t.Errorf("%d bytes are %q, want %q", bytes, got, want)
		}
	}
}
