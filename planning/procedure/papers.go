package procedure

import "zhenjie/planning/rulebook"

// Paper is one paper of the checklist.
type Paper struct {
	rulebook.Item
	InBook bool  // the rulebook lists it
	Of     Place // the first step that asks for it; empty when none does
}

// Papers is the checklist of a rulebook and a procedure: the rulebook's papers in
// its order, then those that the procedure alone asks for. d may be nil.
func Papers(book *rulebook.Rulebook, d *Definition) []Paper {
	var all []Paper
	at := map[string]int{}
	for _, it := range book.Materials {
		at[it.ID] = len(all)
		all = append(all, Paper{Item: it, InBook: true})
	}
	if d == nil {
		return all
	}
	for p := range d.All() {
		for _, it := range p.Step.Papers {
			i, known := at[it.ID]
			if !known {
				i = len(all)
				at[it.ID] = i
				all = append(all, Paper{Item: it})
			}
			if all[i].Of.Step == nil {
				all[i].Of = p
			}
		}
	}
	return all
}
