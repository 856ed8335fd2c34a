package form

import (
	"strings"

	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/planning"
)

// field is one thing that a sheet asks: a column of its table or, on the sheet
// of the town, a row.
type field struct {
	key   string // stable: workbooks carry it
	kind  kind
	width float64 // of the column, in widths of a digit
	get   func(row any) any
	set   func(row, v any)
	// narrow says that the column is folded away for a plan that does not use it.
	narrow func(planning.Plan) bool
	// level folds columns into a group that the reader can open.
	level uint8
}

// of makes a field of what stands at a place in a row. A row is a *T.
func of[T any, V comparable](key string, k kind, width float64, at func(*T) *V) field {
	return field{
		key: key, kind: k, width: width,
		get: func(row any) any { return *at(row.(*T)) },
		set: func(row, v any) { *at(row.(*T)) = v.(V) },
	}
}

func name[T any](key string, at func(*T) *string) field {
	return of(key, textKind{lookShort}, 26, at)
}

func short[T any](key string, width float64, at func(*T) *string) field {
	return of(key, textKind{lookShort}, width, at)
}

func prose[T any](key string, at func(*T) *string) field {
	return of(key, textKind{lookProse}, 42, at)
}

func choice[T any, V ~string](key string, width float64, o options, at func(*T) *V) field {
	return choiceOr(key, width, o, "", at)
}

// choiceOr is a choice where an empty cell means an option.
func choiceOr[T any, V ~string](key string, width float64, o options, none V, at func(*T) *V) field {
	return field{
		key: key, kind: choiceKind{o, string(none)}, width: width,
		get: func(row any) any { return string(*at(row.(*T))) },
		set: func(row, v any) { *at(row.(*T)) = V(v.(string)) },
	}
}

func money[T any](key string, at func(*T) *planning.Money) field {
	return of(key, moneyKind{}, 14, at)
}

func area[T any](key string, u geo.Unit, at func(*T) *geo.Area) field {
	return of(key, areaKind{u}, 14, at)
}

func day[T any](key string, at func(*T) *string) field {
	return of(key, dayKind{}, 13, at)
}

func month[T any](key string, at func(*T) *string) field {
	return of(key, monthKind{}, 11, at)
}

// layout is how a sheet is laid out.
type layout int

const (
	oneRow layout = iota // the fields below one another, one row of values
	rows                 // a table whose rows people add and remove
	given                // a table whose rows are given
)

// ID names a sheet of the form. The strings are stable: workbooks carry them.
type ID string

// The sheets of the form, in their order.
const (
	Town        ID = "town"
	Competitors ID = "competitors"
	Teams       ID = "teams"
	Guide       ID = "guide"
	Investors   ID = "investors"
	Projects    ID = "projects"
	Schedule    ID = "schedule"
	Indicators  ID = "indicators"
	Eligibility ID = "eligibility"
	Materials   ID = "materials"
	Steps       ID = "steps"
	Assessments ID = "assessments"
)

// Title is what the sheet is called.
func (id ID) Title() words.Text { return words.Say("form.sheet." + words.ID(id)) }

// sheet is one sheet of the form and the part of the plan that stands on it.
// Its rows are pointers to copies of what the plan holds.
type sheet struct {
	id     ID
	layout layout
	fields []field
	most   int // rows
	load   func(planning.Plan) []any
	store  func(*planning.Plan, []any)
	fresh  func(key []string) any                       // a row of which nothing is said
	key    func(row any) []string                       // by which a row is known
	offer  func(Choices) []offer                        // rows that are given
	settle func(row any)                                // completes a row that was read; may be nil
	holds  func(row any) bool                           // a row that does not is not kept; nil: all do
	check  func(row any) (field string, why words.Text) // what is wrong with a row as a whole; may be nil
	order  func(a, b any) int                           // in which the plan keeps the rows; nil: as they come
	totals bool                                         // sums stand above the rows and at their ends
}

// offer is a row of a sheet whose rows are given.
type offer struct {
	key   []string
	title words.Text
	note  words.Text
}

// caption is what the form calls a field.
func (s *sheet) caption(f *field) words.Text {
	return words.Say("form." + words.ID(s.id) + "." + words.ID(f.key))
}

// bare is the caption without its unit, for values that bring their own.
func (s *sheet) bare(f *field) words.Text {
	caption := s.caption(f)
	switch f.kind.(type) {
	case moneyKind, areaKind, shareKind:
		zh, _, _ := strings.Cut(caption.In(words.Zh), "（")
		en, _, _ := strings.Cut(caption.In(words.En), " (")
		return words.Both(zh, en)
	}
	return caption
}

// listed makes the load and the store of a list of the plan.
func listed[T any](at func(*planning.Plan) *planning.List[T]) (func(planning.Plan) []any, func(*planning.Plan, []any)) {
	load := func(p planning.Plan) []any {
		list := at(&p)
		all := make([]any, list.Len())
		for i, v := range list.All() {
			all[i] = &v
		}
		return all
	}
	store := func(p *planning.Plan, all []any) {
		items := make([]T, len(all))
		for i, row := range all {
			items[i] = *row.(*T)
		}
		*at(p) = planning.ListOf(items...)
	}
	return load, store
}

// table is a sheet of a list that people add to and remove from.
func table[T any](id ID, most int, at func(*planning.Plan) *planning.List[T], key func(*T) []string, fields ...field) *sheet {
	load, store := listed(at)
	return &sheet{
		id: id, layout: rows, fields: fields, most: most, load: load, store: store,
		fresh: func([]string) any { return new(T) },
		key:   func(row any) []string { return key(row.(*T)) },
	}
}

// asked is a sheet of a list with a row for each thing that is asked.
func asked[T any](id ID, at func(*planning.Plan) *planning.List[T], key func(*T) []string, fresh func([]string) T, offer func(Choices) []offer, fields ...field) *sheet {
	load, store := listed(at)
	return &sheet{
		id: id, layout: given, fields: fields, most: MaxRows, load: load, store: store, offer: offer,
		fresh: func(key []string) any { v := fresh(key); return &v },
		key:   func(row any) []string { return key(row.(*T)) },
	}
}
