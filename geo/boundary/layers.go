package boundary

import (
	"slices"
	"strings"
	"sync"

	"zhenjie/geo"
)

// layers picks the features of one layer. It may be used by any number of
// goroutines.
type layers struct {
	wanted string // "" takes all
	mu     sync.Mutex
	passed []string // names of those passed over, as many as fit a sentence
}

const mostLayers = 20

// want reports whether a feature of a layer is read.
func (l *layers) want(name string) bool {
	if l.wanted == "" || name == l.wanted {
		return true
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	if len(l.passed) <= mostLayers && !slices.Contains(l.passed, name) {
		l.passed = append(l.passed, name)
	}
	return false
}

// missing says of a layer that was asked for and not found which there are; nil
// when all were read.
func (l *layers) missing() error {
	if l.wanted == "" {
		return nil
	}
	slices.Sort(l.passed)
	names := slices.DeleteFunc(l.passed, func(name string) bool { return name == "" })
	if len(names) == 0 {
		return geo.BadInput(geo.At{}, "boundary.no_layers", "layer", shorten(l.wanted))
	}
	list := names[:min(len(names), mostLayers)]
	for i := range list {
		list[i] = shorten(list[i])
	}
	if len(names) > len(list) {
		list = append(list[:len(list):len(list)], "…")
	}
	return geo.BadInput(geo.At{}, "boundary.layer_missing", "layer", shorten(l.wanted), "layers", strings.Join(list, ", "))
}
