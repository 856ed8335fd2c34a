package planning_test

import (
	"encoding/json"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"zhenjie/planning"
)

func items[T comparable](l planning.List[T]) []T {
	out := []T{}
	for i, v := range l.All() {
		if v != l.At(i) || i != len(out) {
			panic("All and At disagree")
		}
		out = append(out, v)
	}
	return out
}

func TestAListIsNotTheSliceItWasMadeOf(t *testing.T) {
	from := []int{1, 2, 3}
	l := planning.ListOf(from...)
	from[0] = 9
	if got := items(l); !slices.Equal(got, []int{1, 2, 3}) {
		t.Errorf("the list became %v", got)
	}
}

// TestListsBehaveAsSlicesAndNeverChange does random changes to a list and to a
// slice, and looks at all lists made on the way at the end.
func TestListsBehaveAsSlicesAndNeverChange(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var l planning.List[int]
		model := []int{}
		var lists []planning.List[int]
		var models [][]int
		for range rapid.IntRange(0, 30).Draw(t, "steps") {
			n, v := len(model), rapid.Int().Draw(t, "v")
			switch op := rapid.IntRange(0, 6).Draw(t, "op"); {
			case op == 0:
				l, model = l.Append(v), append(slices.Clone(model), v)
			case op == 1:
				i := rapid.IntRange(0, n).Draw(t, "at")
				l, model = l.Insert(i, v), slices.Insert(slices.Clone(model), i, v)
			case op == 2 && n > 0:
				i := rapid.IntRange(0, n-1).Draw(t, "at")
				l, model = l.Without(i), slices.Delete(slices.Clone(model), i, i+1)
			case op == 3 && n > 0:
				i := rapid.IntRange(0, n-1).Draw(t, "at")
				l, model = l.With(i, v), slices.Clone(model)
				model[i] = v
			case op == 4:
				same := func(o int) bool { return o%8 == v%8 }
				l, model = l.Put(v, same), slices.Clone(model)
				if i := slices.IndexFunc(model, same); i >= 0 {
					model[i] = v
				} else {
					model = append(model, v)
				}
			case op == 5:
				l, model = l.Changed(func(o *int) bool {
					if *o%2 == 0 {
						return false
					}
					*o = v
					return true
				}), slices.Clone(model)
				for i, o := range model {
					if o%2 != 0 {
						model[i] = v
					}
				}
			case op == 6:
				keep := func(o int) bool { return o%2 == v%2 }
				l, model = l.Kept(keep), slices.DeleteFunc(slices.Clone(model), func(o int) bool { return !keep(o) })
			}
			lists, models = append(lists, l), append(models, model)
		}
		for i, l := range lists {
			if got := items(l); !slices.Equal(got, models[i]) || l.Len() != len(models[i]) {
				t.Fatalf("list %d is %v, want %v", i, got, models[i])
			}
			if !l.Equal(planning.ListOf(models[i]...)) {
				t.Fatalf("list %d does not equal one of the same items", i)
			}
		}
	})
}

func TestListsInJSON(t *testing.T) {
	var none planning.List[int]
	emptied := planning.ListOf(1).Without(0)
	for _, c := range []struct {
		list planning.List[int]
		json string
	}{{none, "[]"}, {emptied, "[]"}, {planning.ListOf(3, 1, 2), "[3,1,2]"}} {
		data, err := json.Marshal(c.list)
		if err != nil || string(data) != c.json {
			t.Errorf("%v is written %s, %v; want %s", c.list, data, err, c.json)
		}
		back := planning.ListOf(7, 7)
		if err := json.Unmarshal(data, &back); err != nil || !back.Equal(c.list) {
			t.Errorf("%s is read as %v, %v", data, items(back), err)
		}
	}
	kept := planning.ListOf(7)
	if err := json.Unmarshal([]byte(`[1,"two"]`), &kept); err == nil || !slices.Equal(items(kept), []int{7}) {
		t.Errorf("a list that cannot be read gives %v, %v; want the old one and an error", items(kept), err)
	}
}
