package form

import (
	"math"
	"strconv"

	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/planning"
	"zhenjie/planning/form/workbook"
)

// moneyKind is an amount, in 万元.
type moneyKind struct{}

func (moneyKind) blank() any { return planning.Money(0) }

func (moneyKind) read(c workbook.Cell, _ terms) (any, error) {
	if c.Kind == workbook.Number && !c.Percent {
		// Most are whole 分, of which the cell has the nearest number there is.
		f, err := strconv.ParseFloat(c.Text, 64)
		fen := math.Round(f * float64(planning.Wan))
		if err == nil && f == fen/float64(planning.Wan) && fen >= 0 && fen <= float64(planning.MaxMoney) {
			return planning.Money(fen), nil
		}
	}
	s, err := typed(c)
	if err != nil {
		return nil, err
	}
	return asAny(planning.ParseWan(s))
}

// write gives the number; 分 of all amounts a plan may hold need 14 digits, and
// a spreadsheet keeps 15.
func (moneyKind) write(v any, _ terms) any {
	m := v.(planning.Money)
	if m == 0 {
		return nil
	}
	f, err := strconv.ParseFloat(m.InWan(), 64)
	if err != nil || m < 0 || m > planning.MaxMoney {
		return m.InWan()
	}
	return f
}

func (moneyKind) show(v any, _ terms) words.Text {
	if m := v.(planning.Money); m != 0 {
		return m.Text()
	}
	return words.Text{}
}

func (moneyKind) look(v any) look {
	switch m, _ := v.(planning.Money); {
	case m%(planning.Wan/100) != 0:
		return lookFen
	case m != 0 && m%planning.Wan == 0:
		return lookWhole
	default:
		return lookMoney
	}
}

// areaKind is an area, in a unit.
type areaKind struct{ unit geo.Unit }

func (areaKind) blank() any { return geo.Area(0) }

func (k areaKind) read(c workbook.Cell, _ terms) (any, error) {
	if c.Kind == workbook.Number && !c.Percent {
		if f, err := strconv.ParseFloat(c.Text, 64); err == nil {
			return asAny(planning.ParseArea(strconv.FormatFloat(f, 'f', -1, 64), k.unit))
		}
	}
	s, err := typed(c)
	if err != nil {
		return nil, err
	}
	return asAny(planning.ParseArea(s, k.unit))
}

// write gives the number if it is read back to the last bit, and otherwise the
// square metres as a text with its unit, which always is.
func (k areaKind) write(v any, _ terms) any {
	a := v.(geo.Area)
	if a == 0 {
		return nil
	}
	if f, ok := k.exact(a); ok {
		return f
	}
	return plainArea(a) + " m²"
}

// exact is the area in the unit, if that is read back to the last bit.
func (k areaKind) exact(a geo.Area) (float64, bool) {
	f := kept(a.In(k.unit))
	back, err := planning.ParseArea(strconv.FormatFloat(f, 'f', -1, 64), k.unit)
	return f, err == nil && back == a
}

// kept is a number with the 15 digits that spreadsheets keep.
func kept(f float64) float64 {
	f, _ = strconv.ParseFloat(strconv.FormatFloat(f, 'g', 15, 64), 64)
	return f
}

func plainArea(a geo.Area) string { return strconv.FormatFloat(a.M2(), 'f', -1, 64) }

// show says all digits: areas that differ must look different.
func (k areaKind) show(v any, _ terms) words.Text {
	a := v.(geo.Area)
	if a == 0 {
		return words.Text{}
	}
	if f, ok := k.exact(a); ok {
		return words.Say(words.ID("quantity."+string(k.unit)), "n", strconv.FormatFloat(f, 'f', -1, 64))
	}
	return words.Say("quantity.m2", "n", plainArea(a))
}

func (areaKind) look(any) look { return lookNumber }

// shareKind is a share, in percent.
type shareKind struct{}

func (shareKind) blank() any { return planning.BasisPoints(0) }

func (shareKind) read(c workbook.Cell, _ terms) (any, error) {
	s, err := typed(c)
	if err != nil {
		return nil, err
	}
	return asAny(planning.ParseShare(s))
}

func (shareKind) write(v any, _ terms) any {
	b := v.(planning.BasisPoints)
	if b == 0 {
		return nil
	}
	return float64(b) / 100
}

func (shareKind) show(v any, _ terms) words.Text {
	if b := v.(planning.BasisPoints); b != 0 {
		return words.Raw(b.InPercent() + "%")
	}
	return words.Text{}
}

func (shareKind) look(any) look { return lookNumber }

// wholeKind is a whole number between two limits; 0 is none.
type wholeKind struct{ least, most int }

func (wholeKind) blank() any { return 0 }

func (k wholeKind) read(c workbook.Cell, _ terms) (any, error) {
	s, err := typed(c)
	if err != nil {
		return nil, err
	}
	f, err := planning.ParseNumber(s)
	if err != nil {
		return nil, err
	}
	if f != math.Trunc(f) || f != 0 && (f < float64(k.least) || f > float64(k.most)) {
		return nil, geo.BadInput(geo.At{}, "form.whole_range", "text", s, "least", k.least, "most", k.most)
	}
	return int(f), nil
}

func (wholeKind) write(v any, _ terms) any {
	if n := v.(int); n != 0 {
		return float64(n)
	}
	return nil
}

func (wholeKind) show(v any, _ terms) words.Text {
	if n := v.(int); n != 0 {
		return words.Raw(strconv.Itoa(n))
	}
	return words.Text{}
}

func (wholeKind) look(any) look { return lookInteger }

// numberKind is any number; nil is none, which is not 0.
type numberKind struct{}

func (numberKind) blank() any { return nil }

func (numberKind) read(c workbook.Cell, _ terms) (any, error) {
	if c.Kind == workbook.Number && !c.Percent {
		if f, err := strconv.ParseFloat(c.Text, 64); err == nil && !math.IsInf(f, 0) && !math.IsNaN(f) {
			return f, nil
		}
	}
	s, err := typed(c)
	if err != nil {
		return nil, err
	}
	f, err := planning.ParseNumber(s)
	if exact, fault := strconv.ParseFloat(s, 64); err != nil && fault == nil && !math.IsInf(exact, 0) && !math.IsNaN(exact) {
		return exact, nil
	}
	return asAny(f, err)
}

// write gives the number, or its digits as a text where they are more than a
// spreadsheet keeps.
func (numberKind) write(v any, _ terms) any {
	f, ok := v.(float64)
	switch {
	case !ok:
		return nil
	case kept(f) == f:
		return f
	}
	return strconv.FormatFloat(f, 'g', -1, 64)
}

func (numberKind) show(v any, _ terms) words.Text {
	if f, ok := v.(float64); ok {
		return words.Raw(strconv.FormatFloat(f, 'f', -1, 64))
	}
	return words.Text{}
}

func (numberKind) look(any) look { return lookNumber }

func asAny[V any](v V, err error) (any, error) { return v, err }
