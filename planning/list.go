package planning

import (
	"encoding/json"
	"iter"
	"slices"
)

// List is an immutable sequence: every change makes a new one, so that two
// plans can share the parts they have in common. Its items are values that can
// be compared with ==, or that have a method Equal; a test of the plan's lists
// says so.
type List[T any] struct{ items []T }

// ListOf copies items into a list.
func ListOf[T any](items ...T) List[T] { return List[T]{slices.Clone(items)} }

// Len is the number of items.
func (l List[T]) Len() int { return len(l.items) }

// At returns item i, 0 ≤ i < Len.
func (l List[T]) At(i int) T { return l.items[i] }

// All yields the items with their places, in order.
func (l List[T]) All() iter.Seq2[int, T] { return slices.All(l.items) }

// Equal reports whether both lists hold the same items in the same order. A
// list that two plans share is told at a glance, whatever its length.
func (l List[T]) Equal(o List[T]) bool {
	if len(l.items) > 0 && len(l.items) == len(o.items) && &l.items[0] == &o.items[0] {
		return true
	}
	return slices.EqualFunc(l.items, o.items, same[T])
}

// same compares two items.
func same[T any](a, b T) bool {
	if a, ok := any(a).(interface{ Equal(T) bool }); ok {
		return a.Equal(b)
	}
	return any(a) == any(b)
}

// With returns a list in which item i is v.
func (l List[T]) With(i int, v T) List[T] {
	next := slices.Clone(l.items)
	next[i] = v
	return List[T]{next}
}

// Insert returns a list with v before item i; i = Len appends.
func (l List[T]) Insert(i int, v T) List[T] {
	return List[T]{slices.Insert(slices.Clone(l.items), i, v)}
}

// Append returns a list with more items at the end.
func (l List[T]) Append(more ...T) List[T] { return List[T]{slices.Concat(l.items, more)} }

// Put returns a list in which v stands for the first item that is about the same
// thing or, where there is none, at the end.
func (l List[T]) Put(v T, same func(T) bool) List[T] {
	if i := slices.IndexFunc(l.items, same); i >= 0 {
		return l.With(i, v)
	}
	return l.Append(v)
}

// Changed returns a list whose items change has changed, where it says so; a list
// of which it changed none is the same one.
func (l List[T]) Changed(change func(*T) bool) List[T] {
	next, changed := slices.Clone(l.items), false
	for i := range next {
		changed = change(&next[i]) || changed
	}
	if !changed {
		return l
	}
	return List[T]{next}
}

// Kept returns a list of the items that keep wants; a list that it wants whole is
// the same one.
func (l List[T]) Kept(keep func(T) bool) List[T] {
	var next []T
	for _, v := range l.items {
		if keep(v) {
			next = append(next, v)
		}
	}
	if len(next) == len(l.items) {
		return l
	}
	return List[T]{next}
}

// Without returns a list without item i.
func (l List[T]) Without(i int) List[T] {
	return List[T]{slices.Delete(slices.Clone(l.items), i, i+1)}
}

// MarshalJSON writes the items as a JSON array.
func (l List[T]) MarshalJSON() ([]byte, error) {
	if l.items == nil {
		return []byte("[]"), nil
	}
	return json.Marshal(l.items)
}

// UnmarshalJSON reads a JSON array.
func (l *List[T]) UnmarshalJSON(data []byte) error {
	var items []T
	if err := json.Unmarshal(data, &items); err != nil {
		return err
	}
	if len(items) == 0 {
		items = nil // one form of the empty list, so that plans compare equal
	}
	l.items = items
	return nil
}
