package form_test

import (
	"bytes"
	"context"
	"testing"

	"pgregory.net/rapid"

	"zhenjie/assets/words"
	"zhenjie/planning"
	"zhenjie/planning/form"
)

func write(t rapid.TB, p planning.Plan, lang words.Lang) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := form.Write(&b, p, choices, lang); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func read(t rapid.TB, data []byte) form.Form {
	t.Helper()
	f, err := form.Read(context.Background(), bytes.NewReader(data), int64(len(data)), choices, nil)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func list(f form.Form) (all []string) {
	for _, p := range f.Problems {
		all = append(all, p.Say().In(words.En))
	}
	return all
}

// TestAFormSaysWhatThePlanSays: a plan that was written and read differs in
// nothing, and taken over by an empty plan it is the same plan.
func TestAFormSaysWhatThePlanSays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := anyPlan.Draw(t, "plan")
		lang := rapid.SampledFrom([]words.Lang{words.Zh, words.En}).Draw(t, "lang")
		f := read(t, write(t, p, lang))
		if len(f.Problems) > 0 {
			t.Fatalf("problems: %q", list(f))
		}
		for _, d := range form.Compare(p, f) {
			t.Errorf("%s: %s: %q became %q", d.Cell, d.Field.In(words.En), d.Old.In(words.Zh), d.New.In(words.Zh))
		}
		all := form.Compare(planning.Plan{}, f)
		next, at := form.Merge(planning.Plan{}, all)
		for i, row := range at {
			if row < 0 {
				t.Errorf("%s: %s has come to stand nowhere", all[i].Cell, all[i].Where.In(words.En))
			}
		}
		if left := form.Compare(next, f); len(left) > 0 {
			t.Errorf("after taking it %s still differs: %q", left[0].Cell, left[0].Field.In(words.En))
		}
		sameParts(t, p, next)
	})
}

// sameParts compares the parts of which the form keeps the order.
func sameParts(t *rapid.T, p, next planning.Plan) {
	for _, part := range p.Changed(next) {
		switch part {
		case planning.PartEligibility, planning.PartMaterials, planning.PartIndicators, planning.PartGuide, planning.PartProcedure:
			continue // rows that say nothing are not taken; Compare has found no other difference
		}
		t.Errorf("%s: %+v became %+v", part, p, next)
	}
}
