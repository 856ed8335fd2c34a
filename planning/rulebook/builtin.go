package rulebook

import (
	"io/fs"
	"sync"

	"zhenjie/assets/rulebooks"
)

// Builtin returns the rulebooks that come with the program, the default first.
func Builtin() []*Rulebook { return builtin() }

// Default returns the rulebook that holds where none is chosen.
func Default() *Rulebook { return defaultBook() }

var defaultBook = sync.OnceValue(func() *Rulebook { return embedded(rulebooks.Default+".yaml", nil) })

var builtin = sync.OnceValue(func() []*Rulebook {
	books := []*Rulebook{Default()}
	names, _ := fs.Glob(rulebooks.Files, "*.yaml")
	for _, name := range names {
		if name != rulebooks.Default+".yaml" {
			books = append(books, embedded(name, Default()))
		}
	}
	return books
})

// embedded parses a file of the program itself; a test reads them all, so that
// a fault cannot leave the workshop.
func embedded(name string, base *Rulebook) *Rulebook {
	data, err := rulebooks.Files.ReadFile(name)
	if err != nil {
		panic(err)
	}
	b, err := parse(data, base)
	if err != nil {
		panic(name + ": " + err.Error())
	}
	return b
}
