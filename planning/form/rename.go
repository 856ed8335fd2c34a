package form

import "slices"

// renamed is the sheet of the schedule with the names that the form itself gives
// to projects and investors: where one was written over another on its own sheet,
// the rows of the schedule mean it too.
func (f Form) renamed() *content {
	in := *f.sheets[Schedule]
	project, investor := f.newNames(Projects), f.newNames(Investors)
	in.records = slices.Clone(in.records)
	for i, rec := range in.records {
		next := slices.Clone(rec.values)
		for field, name := range []func(string) string{project, investor} {
			if old, ok := next[field].(string); ok && rec.given[field] {
				next[field] = name(old)
			}
		}
		in.records[i].values = next
	}
	return &in
}

// newNames finds the name that a row of a sheet goes by now.
func (f Form) newNames(id ID) func(string) string {
	now, byMark := map[string]bool{}, map[string]string{}
	if in := f.sheets[id]; in != nil {
		for _, rec := range in.records {
			if name, ok := rec.values[0].(string); ok && rec.given[0] && name != "" {
				now[name] = true
				byMark[rec.mark] = name
			}
		}
	}
	delete(byMark, "")
	return func(name string) string {
		if next, ok := byMark[markOf([]string{name}, 1)]; ok && !now[name] && name != "" {
			return next
		}
		return name
	}
}
