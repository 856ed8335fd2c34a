package rulebook_test

import (
	"errors"
	"io/fs"
	"math"
	"strings"
	"testing"

	"zhenjie/assets/rulebooks"
	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/planning/rulebook"
)

// FuzzParse wants a sound rulebook, that can be written and read again, or a
// sentence of whatever it is given.
func FuzzParse(f *testing.F) {
	files, err := fs.Glob(rulebooks.Files, "*")
	if err != nil {
		f.Fatal(err)
	}
	for _, name := range files {
		data, err := fs.ReadFile(rulebooks.Files, name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Add([]byte(book))
	f.Add([]byte("a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\n"))
	for _, s := range []string{"- ", "[", "{a: ", "? ", "!a ", "''", "a: ", "\n", "...\n", "] "} {
		f.Add([]byte("id: x\n" + strings.Repeat(s, 300)))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		b, err := rulebook.Parse(data)
		if err != nil {
			var bad *geo.InputError
			if b != nil || !errors.As(err, &bad) || !words.Known(bad.Kind) {
				t.Fatalf("%v and %v: want no rulebook and a sentence", b, err)
			}
			return
		}
		again(t, b)
		if b.ID == "" || len(b.Rules) == 0 {
			t.Fatalf("a rulebook %q of %d rules", b.ID, len(b.Rules))
		}
		for _, r := range b.Rules {
			l := r.Limit
			if r.Measure.Numeric() && !(l.Min <= l.ExpectedMin && l.ExpectedMin <= l.ExpectedMax && l.ExpectedMax <= l.Max) {
				t.Fatalf("rule %s has the limit %+v", r.ID, l)
			}
			if r.Measure.Numeric() && math.IsInf(l.ExpectedMin, -1) && math.IsInf(l.ExpectedMax, 1) {
				t.Fatalf("rule %s limits nothing", r.ID)
			}
		}
	})
}
