package procedure

import (
	"io/fs"
	"strings"
	"sync"

	"zhenjie/assets/procedures"
	"zhenjie/geo"
	"zhenjie/planning"
)

// Builtin returns the procedures that come with the program, by their numbers.
func Builtin() []*Definition { return builtin() }

var builtin = sync.OnceValue(func() (all []*Definition) {
	names, _ := fs.Glob(procedures.Files, "*.yaml")
	for _, name := range names {
		all = append(all, embedded(name))
	}
	return all
})

// embedded parses a file of the program itself; a test reads them all, so that
// a fault cannot leave the workshop.
func embedded(name string) *Definition {
	data, err := procedures.Files.ReadFile(name)
	if err != nil {
		panic(err)
	}
	d, err := Parse(data)
	if err != nil {
		panic(name + ": " + err.Error())
	}
	return d
}

// ByID returns the program's procedure of an id.
func ByID(id string) (*Definition, error) {
	var ids []string
	for _, d := range Builtin() {
		if d.ID == id {
			return d, nil
		}
		ids = append(ids, d.ID)
	}
	return nil, geo.BadInput(geo.At{}, "procedure.unknown", "id", cut(id), "ids", strings.Join(ids, ", "))
}

// Of returns the procedure a plan follows: its own copy, or that of the
// program. It is nil, without an error, while none is chosen. A copy that
// cannot be read gives its error together with the program's procedure of that
// id, which is nil when there is none.
func Of(p planning.Procedure) (*Definition, error) {
	if p.Own != "" {
		d, err := Parse([]byte(p.Own))
		if err == nil {
			return d, nil
		}
		instead, _ := ByID(p.ID)
		return instead, err
	}
	if p.ID == "" {
		return nil, nil
	}
	return ByID(p.ID)
}
