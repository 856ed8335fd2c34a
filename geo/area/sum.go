package area

// sum adds numbers with about twice the precision of a float64 (Knuth's
// two-sum), so that a million terms cost no digits.
type sum struct{ hi, lo float64 }

func (s *sum) add(x float64) {
	t := s.hi + x
	b := t - s.hi
	s.lo += (s.hi - (t - b)) + (x - b)
	s.hi = t
}

func (s *sum) join(o sum) {
	s.add(o.hi)
	s.lo += o.lo
}

func (s sum) value() float64 { return s.hi + s.lo }
