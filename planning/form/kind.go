package form

import (
	"math"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/planning/form/workbook"
)

// kind is how a value of the plan stands in a cell.
type kind interface {
	// blank is the value of a cell in which nothing stands.
	blank() any
	// read takes the value of a cell that holds something. The error says what
	// is wrong and what to do.
	read(c workbook.Cell, x terms) (any, error)
	// write is what stands in the cell: a string or a float64; nil for nothing.
	write(v any, x terms) any
	// show says the value to a person who compares.
	show(v any, x terms) words.Text
	// look is the style of the cell that holds the value.
	look(v any) look
}

// terms are what cells are written and read with.
type terms struct {
	Choices
	lang    words.Lang // that is written
	epoch04 bool       // of the dates that are read
}

// typed is what a person typed into a cell as a text, whatever the program made
// of it.
func typed(c workbook.Cell) (string, error) {
	switch c.Kind {
	case workbook.Fault:
		return "", geo.BadInput(geo.At{}, "form.cell_fault", "text", c.Text)
	case workbook.Unkept:
		return "", geo.BadInput(geo.At{}, "form.cell_unkept")
	case workbook.Bool:
		if c.Text == "1" {
			return "TRUE", nil
		}
		return "FALSE", nil
	case workbook.Number:
		return typedNumber(c)
	}
	return c.Text, nil
}

// typedNumber writes a number out. One with more digits than a spreadsheet
// keeps was a text, such as a code, and its end is lost.
func typedNumber(c workbook.Cell) (string, error) {
	f, err := strconv.ParseFloat(c.Text, 64)
	if err != nil || math.IsInf(f, 0) {
		return "", geo.BadInput(geo.At{}, "number.unreadable", "text", c.Text)
	}
	if math.Abs(f) >= 1e15 {
		return "", geo.BadInput(geo.At{}, "form.digits_lost", "text", c.Text)
	}
	if c.Percent {
		return plainNumber(f*100) + "%", nil
	}
	return plainNumber(f), nil
}

// plainNumber writes a number without an exponent, rounded to the 15 digits a
// spreadsheet shows: what it computes ends in digits nobody typed.
func plainNumber(f float64) string {
	return strconv.FormatFloat(kept(f), 'f', -1, 64)
}

// textKind is a text, as it is.
type textKind struct{ style look }

func (textKind) blank() any { return "" }

func (textKind) read(c workbook.Cell, x terms) (any, error) {
	if c.Kind == workbook.Number && c.Date {
		if day, ok := dayOf(c, x); ok {
			return day.Format(time.DateOnly), nil
		}
	}
	s, err := typed(c)
	if err != nil {
		return nil, err
	}
	s = Clean(s)
	if n := len([]rune(s)); n > MaxText {
		return nil, geo.BadInput(geo.At{}, "form.text_too_long", "n", n, "max", MaxText)
	}
	return s, nil
}

func (textKind) write(v any, _ terms) any {
	if s := Clean(v.(string)); s != "" {
		return s
	}
	return nil
}

func (textKind) show(v any, _ terms) words.Text { return words.Raw(v.(string)) }
func (k textKind) look(any) look                { return k.style }

// Clean is a text as a workbook keeps it: lines end in one character, and what
// no XML may hold is gone.
func Clean(s string) string {
	if utf8.ValidString(s) && !strings.ContainsFunc(s, unkept) {
		return s
	}
	s = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\v", "\n", "\f", "\n").Replace(strings.ToValidUTF8(s, ""))
	return strings.Map(func(r rune) rune {
		if unkept(r) {
			return -1
		}
		return r
	}, s)
}

func unkept(r rune) bool {
	return r < ' ' && r != '\n' && r != '\t' || r == 0xFFFE || r == 0xFFFF
}

// choiceKind is one of some options, kept as its id.
type choiceKind struct {
	options options
	none    string // the id of a cell in which nothing stands
}

func (k choiceKind) blank() any { return k.none }

func (k choiceKind) read(c workbook.Cell, x terms) (any, error) {
	s, err := typed(c)
	if err != nil {
		return nil, err
	}
	all := k.options(x.Choices)
	if id, ok := meant(all, s); ok {
		if id == "" {
			id = k.none
		}
		return id, nil
	}
	return nil, geo.BadInput(geo.At{}, "form.no_choice", "text", s, "choices", someTitles(all))
}

// someTitles lists the first options.
func someTitles(all []Option) words.Text {
	const most = 8
	var list words.Text
	for i, o := range all {
		switch {
		case i == 0:
			list = o.Title
		case i == most:
			return words.Say("form.and_more", "list", list)
		default:
			list = words.Say("form.and", "list", list, "next", o.Title)
		}
	}
	if list.IsZero() {
		return words.Say("form.nothing")
	}
	return list
}

func (k choiceKind) write(v any, x terms) any {
	if s := written(k.options(x.Choices), v.(string), x.lang); s != "" {
		return s
	}
	return nil
}

func (k choiceKind) show(v any, x terms) words.Text {
	if o, ok := option(k.options(x.Choices), v.(string)); ok {
		return o.Title
	}
	return words.Raw(v.(string))
}

func (choiceKind) look(any) look { return lookShort }

// yesKind is yes, or nothing for no.
type yesKind struct{}

func (yesKind) blank() any { return false }

// yeses are the ways to say yes and no.
var yeses = map[string]bool{
	"是": true, "yes": true, "y": true, "true": true, "1": true, "√": true, "✓": true, "✔": true, "有": true, "对": true,
	"否": false, "no": false, "n": false, "false": false, "0": false, "×": false, "x": false, "✗": false, "无": false, "": false,
}

func (yesKind) read(c workbook.Cell, _ terms) (any, error) {
	s, err := typed(c)
	if err != nil {
		return nil, err
	}
	if yes, ok := yeses[folded(s)]; ok {
		return yes, nil
	}
	return nil, geo.BadInput(geo.At{}, "form.no_yes", "text", s)
}

func (yesKind) write(v any, x terms) any {
	if v.(bool) {
		return words.Say("form.yes").In(x.lang)
	}
	return nil
}

func (yesKind) show(v any, _ terms) words.Text {
	if v.(bool) {
		return words.Say("form.yes")
	}
	return words.Say("form.no")
}

func (yesKind) look(any) look { return lookShort }
