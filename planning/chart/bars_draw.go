package chart

import "math"

// bars is a Bars with places.
type bars struct {
	Bars
	sums   []float64 // by bar, that of all years included, in 分
	top    float64   // 分 at the upper end of the axis
	step   float64   // 分 between lines
	plot   Box
	slot   float64 // width a bar has for itself
	parted float64 // further gap before the bar of all years
}

// Draw lays the chart out.
func (c Bars) Draw(width, height float64) *Drawing {
	d := newDrawing(width, height)
	d.Title, d.Lang = c.Title, c.Lang
	if len(c.Years) == 0 {
		return d
	}
	b := &bars{Bars: c}
	if b.Unit <= 0 {
		b.Unit = 1_000_000
	}
	if b.Text == nil {
		b.Text = func(v int64) string { return decimal(float64(v) / float64(b.Unit)) }
	}
	b.add()
	b.place(d, b.legend(d))
	b.band(d)
	b.axis(d)
	for i := range b.sums {
		b.column(d, i)
	}
	return d
}

// add adds the values up and chooses the axis.
func (b *bars) add() {
	b.sums = make([]float64, len(b.Years), len(b.Years)+1)
	all := 0.0
	for i := range b.Years {
		for _, s := range b.Series {
			b.sums[i] += s.value(i)
		}
		all += b.sums[i]
	}
	if b.Sum != "" {
		b.sums = append(b.sums, all)
	}
	most := max(float64(b.Band.High), float64(b.Band.Low))
	for _, s := range b.sums {
		most = max(most, s)
	}
	b.step = roundStep(most*1.12/float64(b.Unit)/5) * float64(b.Unit)
	b.top = max(math.Ceil(most*1.12/b.step), 1) * b.step
}

func (s Series) value(i int) float64 {
	if i >= len(s.Values) {
		return 0
	}
	return float64(max(s.Values[i], 0))
}

// roundStep is the smallest of 1, 2, 2.5 and 5 times a power of ten that is no
// less than v.
func roundStep(v float64) float64 {
	if !(v > 0) || math.IsInf(v, 1) {
		return 1
	}
	power := math.Pow(10, math.Floor(math.Log10(v)))
	for _, k := range []float64{1, 2, 2.5, 5} {
		if k*power >= v {
			return k * power
		}
	}
	return 10 * power
}

// amount is a sum as it is to be read.
func (b *bars) amount(v float64) string {
	if v >= math.MaxInt64 {
		return b.Text(math.MaxInt64)
	}
	return b.Text(int64(math.Round(v)))
}

// legend names the series and returns the height it takes.
func (b *bars) legend(d *Drawing) float64 {
	const line, square = 5.0, 2.6
	s := style{small, false, Ink, left}
	x, y := 1.0, 2.6
	for i, one := range b.Series {
		name := cut(one.Name, d.Width-square-4, s)
		w := square + 1.2 + textWidth(name, s.size, false)
		if x > 1 && x+w > d.Width-1 {
			x, y = 1, y+line
		}
		d.rect(Box{x, y - square/2, square, square}, 0.5, series(i), Line{})
		d.write(x+square+1.2, y, s, name)
		x += w + 4
	}
	if len(b.Series) == 0 {
		return 0
	}
	return y + line/2
}

func (b *bars) place(d *Drawing, legend float64) {
	names := 0.0
	for v := 0.0; v <= b.top*1.0001; v += b.step {
		names = max(names, textWidth(b.amount(v), small, false))
	}
	top := legend + 2
	if b.UnitIs != "" {
		d.write(1, top+1.5, style{small, false, Faint, left}, b.UnitIs)
		top += 5.5
	}
	b.plot = Box{names + 3, top, max(d.Width-names-4, 1), max(d.Height-top-7, 1)}
	n := float64(len(b.sums))
	if b.Sum != "" {
		b.parted = min(6, b.plot.W*0.04)
	}
	b.slot = (b.plot.W - b.parted) / n
}

func (b *bars) y(v float64) float64 { return b.plot.bottom() - b.plot.H*v/b.top }

// x is the middle of a bar.
func (b *bars) x(i int) float64 {
	x := b.plot.X + b.slot*(float64(i)+0.5)
	if b.Sum != "" && i == len(b.Years) {
		x += b.parted
	}
	return x
}

// band marks the range of the sum of all years: behind its bar, or behind all
// where it has none.
func (b *bars) band(d *Drawing) {
	d.rect(b.plot, 0, Panel, Line{})
	if b.Band.Low <= 0 && b.Band.High <= 0 {
		return
	}
	r := b.plot
	if b.Sum != "" {
		r.X = b.x(len(b.Years)) - b.slot/2
		r.W = b.slot
	}
	top := b.plot.Y
	if b.Band.High > 0 {
		top = b.y(float64(b.Band.High))
	}
	bottom := b.y(float64(max(b.Band.Low, 0)))
	d.rect(Box{r.X, top, r.W, bottom - top}, 0, GoodTint, Line{})
	name := style{small, false, Good, right}
	d.write(r.right()-1, b.bandName(top), name, cut(b.Band.Name, r.W-2, name))
}

// bandName is the height of the band's name: above the band and, where the sum
// stands there, above that.
func (b *bars) bandName(top float64) float64 {
	const line = 3.8
	if b.Band.High <= 0 {
		top = b.y(float64(b.Band.Low))
	}
	at := top - 2
	if sum := b.y(b.sums[len(b.sums)-1]) - totalAbove; math.Abs(at-sum) < line {
		return sum - line
	}
	return at
}

// totalAbove is how far above a bar its sum stands.
const totalAbove = 2.3

// limits draws the edges of the band over the bars.
func (b *bars) limits(d *Drawing, x0, x1 float64) {
	for _, v := range []int64{b.Band.Low, b.Band.High} {
		if v > 0 {
			d.poly(Line{Role: Good, Width: 0.35, Dash: 1.2}, Point{x0, b.y(float64(v))}, Point{x1, b.y(float64(v))})
		}
	}
}

func (b *bars) axis(d *Drawing) {
	for v := 0.0; v <= b.top*1.0001; v += b.step {
		l := Line{Role: Grid, Width: hair}
		if v == 0 {
			l.Role = Edge
		}
		d.poly(l, Point{b.plot.X, b.y(v)}, Point{b.plot.right(), b.y(v)})
		d.write(b.plot.X-1.5, b.y(v), style{small, false, Faint, right}, b.amount(v))
	}
	if b.Sum != "" {
		x := b.x(len(b.Years)) - b.slot/2 - b.parted/2
		d.poly(Line{Role: Edge, Width: hair, Dash: 0.8}, Point{x, b.plot.Y}, Point{x, b.plot.bottom()})
	}
}

// column draws the bar of a year or, after the last one, of all years.
func (b *bars) column(d *Drawing, i int) {
	w := min(b.slot*0.56, 20)
	left, sum := b.x(i)-w/2, 0.0
	for s, one := range b.Series {
		v := 0.0
		if i < len(b.Years) {
			v = one.value(i)
		} else {
			for year := range b.Years {
				v += one.value(year)
			}
		}
		if v > 0 {
			d.rect(Box{left, b.y(sum + v), w, b.y(sum) - b.y(sum+v)}, 0, series(s), Line{})
		}
		sum += v
	}
	name := style{normal, false, Ink, centre}
	text := b.Sum
	if i < len(b.Years) {
		text = b.Years[i]
	} else {
		name.bold = true
		b.limits(d, b.x(i)-b.slot/2, b.x(i)+b.slot/2)
	}
	if b.Sum == "" && i == len(b.sums)-1 {
		b.limits(d, b.plot.X, b.plot.right())
	}
	d.write(b.x(i), b.plot.bottom()+3.4, name, cut(text, b.slot-0.5, name))
	total := style{normal, true, Ink, centre}
	if textWidth(b.amount(sum), total.size, true) > b.slot {
		total.size = small * 0.85
	}
	d.write(b.x(i), b.y(sum)-totalAbove, total, cut(b.amount(sum), b.slot, total))
	d.tell(text + " " + b.amount(sum) + " " + b.UnitIs)
}
