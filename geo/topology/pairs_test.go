package topology

import "zhenjie/geo"

// splitmix is splitmix64 (Steele, Lea and Flood, 2014). What is drawn from it
// here, testdata/overlay.py draws too, bit for bit: the conversions keep
// compilers from fusing a product with a sum.
type splitmix struct{ state uint64 }

func (d *splitmix) bits() uint64 {
	d.state += 0x9e3779b97f4a7c15
	z := d.state
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

func (d *splitmix) unit() float64        { return float64(d.bits()>>11) / (1 << 53) }
func (d *splitmix) below(n int) int      { return int(d.bits() % uint64(n)) }
func among[T any](d *splitmix, v ...T) T { return v[d.below(len(v))] }

// starRing is a ring of n corners in view of the point c; the way round is a diamond's.
func (d *splitmix) starRing(n int, c geo.Point, size float64) []geo.Point {
	ring := make([]geo.Point, n)
	for k := range ring {
		f := (float64(k) + float64(0.8*d.unit())) / float64(n) * 4
		quarter := int(f)
		t := f - float64(quarter)
		dir := [...]geo.Point{{1 - t, t}, {-t, 1 - t}, {t - 1, -t}, {t, t - 1}}[quarter]
		r := float64((0.5 + float64(0.5*d.unit())) * size)
		ring[k] = geo.Point{c[0] + float64(dir[0]*r), c[1] + float64(dir[1]*r)}
	}
	return ring
}

func scaled(ring []geo.Point, c geo.Point, by float64) []geo.Point {
	out := make([]geo.Point, len(ring))
	for i, p := range ring {
		out[i] = geo.Point{c[0] + float64((p[0]-c[0])*by), c[1] + float64((p[1]-c[1])*by)}
	}
	return out
}

func middle(p, q geo.Point) geo.Point { return geo.Point{(p[0] + q[0]) / 2, (p[1] + q[1]) / 2} }

// movedTo is the ring moved so that p comes to q, or nearly.
func movedTo(ring []geo.Point, p, q geo.Point) []geo.Point {
	out := make([]geo.Point, len(ring))
	for i, r := range ring {
		out[i] = geo.Point{r[0] + (q[0] - p[0]), r[1] + (q[1] - p[1])}
		if r == p {
			out[i] = q
		}
	}
	return out
}

// band is a thin quadrilateral.
func (d *splitmix) band(c geo.Point, size, width float64) []geo.Point {
	x := d.unit() - 0.5
	y := d.unit() - 0.5
	sx := float64(d.unit() * width)
	sy := float64(d.unit() * width)
	p := geo.Point{c[0] - size, c[1] + float64(x*size)}
	q := geo.Point{c[0] + size, c[1] + float64(y*size)}
	return []geo.Point{p, {p[0], p[1] - float64((sx+width)*size)}, {q[0], q[1] - float64((sy+width)*size)}, q}
}

// stairs is columns of whole heights on a line.
func (d *splitmix) stairs(c geo.Point, size, dx, dy float64) []geo.Point {
	n := 2 + d.below(5)
	ring := []geo.Point{{0, 0}, {float64(n), 0}}
	for k := n; k > 0; k-- {
		h := float64(1 + d.below(4))
		for _, p := range []geo.Point{{float64(k), h}, {float64(k - 1), h}} {
			if p != ring[len(ring)-1] {
				ring = append(ring, p)
			}
		}
	}
	for i, p := range ring {
		ring[i] = geo.Point{c[0] + float64((p[0]+dx)*size), c[1] + float64((p[1]+dy)*size)}
	}
	return ring
}

// spot is where a pair lies and how large it is.
func (d *splitmix) spot() (geo.Point, float64) {
	c := among(d, geo.Point{0, 0}, geo.Point{119.3, 30.2}, geo.Point{-70.25, -20.5}, geo.Point{0.1, 0.1})
	if c == (geo.Point{}) {
		return c, among(d, 1e-9, 1e-7, 1e-4, 0.01, 1, 5)
	}
	return c, among(d, 1e-4, 1e-3, 0.01, 0.3)
}

type rings = [][]geo.Point

// seededPair is pair number i of the golden file; overlay.py says what each
// manner is for.
func seededPair(i int) (a, b geo.Shape) {
	d := &splitmix{uint64(i)}
	manner := d.below(10)
	c, size := d.spot()
	ring := d.starRing(5+d.below(20), c, size)
	one, other := d.second(manner, c, size, ring)
	shape := func(parts []rings) geo.Shape {
		var all []geo.Shape
		for _, rings := range parts {
			closed := make([][]geo.Point, len(rings))
			for k, r := range rings {
				closed[k] = append(r[:len(r):len(r)], r[0])
			}
			all = append(all, geo.Polygon(closed...))
		}
		return geo.Join(all...)
	}
	return shape(one), shape(other)
}

func (d *splitmix) second(manner int, c geo.Point, size float64, a []geo.Point) (one, other []rings) {
	n := len(a)
	k := d.below(n)
	p, q := a[k], a[(k+1)%n]
	one = []rings{{a}}
	switch manner {
	case 0: // anything
		o := d.near(c, size)
		other = []rings{{d.starRing(5+d.below(20), o, size)}}
	case 1: // with holes
		x := d.unit() - 0.5
		y := d.unit() - 0.5
		o := geo.Point{c[0] + float64(x*0.4*size), c[1] + float64(y*0.4*size)}
		b := d.starRing(5+d.below(20), o, size)
		one = []rings{{a, d.starRing(5+d.below(6), c, size*0.1)}}
		other = []rings{{b, d.starRing(5+d.below(6), o, size*0.1)}}
	case 2: // edges in common, beside or inside
		count := 2 + d.below(n-2)
		along := make([]geo.Point, count)
		for j := range along {
			along[j] = a[(k+j)%n]
		}
		back := scaled(along, c, among(d, 1.7, 0.5, 1.0009765625))
		for j := count - 1; j >= 0; j-- {
			along = append(along, back[j])
		}
		other = []rings{{along}}
	case 3: // a corner on a corner or on an edge
		b := d.starRing(5+d.below(9), c, size)
		at := among(d, p, middle(p, q))
		other = []rings{{movedTo(b, b[d.below(len(b))], at)}}
	case 4: // nearly the same lines
		shift := float64(size * among(d, 1e-15, 1e-13, 1e-12, 1e-10, 1e-8))
		b := make([]geo.Point, n)
		for j, p := range a {
			b[j] = d.near(p, shift)
		}
		other = []rings{{b}}
	case 5: // slivers, as thin as 1e-9 of their area is told by doubles
		w := among(d, 1e-2, 1e-4, 1e-6)
		one = []rings{{d.band(geo.Point{}, size, w)}}
		other = []rings{{d.band(geo.Point{}, size, w)}}
	case 6: // tiny, on a corner or on an edge
		at := among(d, p, middle(p, q))
		count := 5 + d.below(5)
		other = []rings{{d.starRing(count, at, float64(size*among(d, 1e-3, 1e-5, 1e-7)))}}
	case 7: // the same, begun elsewhere, run back, with more corners
		other = []rings{{d.again(a, k)}}
	case 8: // one in the other, or in its hole
		inner, half := scaled(a, c, 0.25), scaled(a, c, 0.5)
		one = among(d, []rings{{a}}, []rings{{a, inner}})
		other = among(d, []rings{{inner}}, []rings{{half}}, []rings{{a, half}})
	default: // whole steps, several parts
		first := d.stairs(c, size, 0, 0)
		dy := float64(d.below(3))
		one = []rings{{first}, {d.stairs(c, size, 8, dy)}}
		x := float64(d.below(5))
		y := float64(d.below(5) - 2)
		first = d.stairs(c, size, x, y)
		other = []rings{{first}, {d.stairs(c, size, x+8, y)}}
	}
	return one, other
}

func (d *splitmix) near(p geo.Point, size float64) geo.Point {
	x := p[0] + float64((d.unit()-0.5)*size)
	return geo.Point{x, p[1] + float64((d.unit()-0.5)*size)}
}

func (d *splitmix) again(a []geo.Point, k int) []geo.Point {
	b := append(append([]geo.Point(nil), a[k:]...), a[:k]...)
	if d.below(2) == 1 {
		for i, j := 0, len(b)-1; i < j; i, j = i+1, j-1 {
			b[i], b[j] = b[j], b[i]
		}
	}
	if d.below(2) == 0 {
		return b
	}
	var out []geo.Point
	for j, p := range b {
		out = append(out, p, middle(p, b[(j+1)%len(b)]))
	}
	return out
}
