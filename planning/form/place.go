package form

import (
	"encoding/json"
	"strings"

	"zhenjie/assets/words"
	"zhenjie/planning/form/workbook"
)

// The keys of a workbook.
const (
	sheetMark = "zhenjie:"      // before the id of a sheet, in its first cell
	noRow     = "#"             // begins the mark of a row that holds no values
	headMark  = noRow + "head"  // of the captions
	noteMark  = noRow + "note"  // of titles and notes
	totalMark = noRow + "total" // of sums
	titleKey  = noRow + "title" // of the column that names the rows that are given
	valueKey  = noRow + "value" // of the column of the values that stand below one another
	metaSheet = "_zhenjie"      // the hidden sheet that tells the version
	metaMark  = "zhenjie-form"
)

// place is where a sheet has what.
type place struct {
	sheet   *sheet
	head    int         // the last row before those that hold values
	caption int         // the row of the captions
	columns map[int]int // by field
	title   int         // the column that names rows that are given, -1 for none
	value   int         // the column of values that stand below one another
	unknown []int       // columns that are none of the form's
}

// searched is how many rows are looked through for keys and captions.
const searched = 30

// placed finds out what sheet of the form this is and where it has what.
func placed(name string, from workbook.Sheet) (place, bool) {
	top := from.Rows[:min(len(from.Rows), searched)]
	for i, row := range top {
		if id, ok := strings.CutPrefix(mark(row), sheetMark); ok {
			s := sheetOf(ID(id))
			if s == nil {
				return place{}, false
			}
			return byKeys(s, row, top[i+1:]), true
		}
	}
	for _, s := range sheets {
		if title := s.id.Title(); !isOneOf(name, title) {
			continue
		}
		return byCaptions(s, top)
	}
	return place{}, false
}

func isOneOf(text string, t words.Text) bool {
	text = folded(text)
	return text == folded(t.In(words.Zh)) || text == folded(t.In(words.En))
}

// byKeys reads the row of keys.
func byKeys(s *sheet, keys workbook.Row, below []workbook.Row) place {
	p := place{sheet: s, head: keys.Number, caption: keys.Number, columns: map[int]int{}, title: -1}
	var captions workbook.Row
	for _, row := range below {
		if mark(row) == headMark {
			captions = row
			p.caption, p.head = row.Number, row.Number
			break
		}
	}
	for c := 1; c < max(len(keys.Cells), len(captions.Cells)); c++ {
		switch key := keys.At(c).Text; {
		case key == titleKey:
			p.title = c
		case key == valueKey:
			p.value = c
		case strings.HasPrefix(key, noRow):
		case key == "":
			if s.layout != oneRow && captions.At(c).Kind != workbook.Blank {
				p.unknown = append(p.unknown, c)
			}
		default:
			p.put(key, c)
		}
	}
	return p
}

// put notes the column of a key; of two, copies of each other, the first counts.
func (p *place) put(key string, column int) {
	for i := range p.sheet.fields {
		if _, has := p.columns[i]; p.sheet.fields[i].key == key && !has {
			p.columns[i] = column
		}
	}
}

// byCaptions looks for the row of captions, where the keys have gone.
func byCaptions(s *sheet, top []workbook.Row) (p place, ok bool) {
	p = place{sheet: s, columns: map[int]int{}, title: -1}
	if s.layout == oneRow {
		return p.besideCaption(top)
	}
	for _, row := range top {
		found := place{sheet: s, head: row.Number, caption: row.Number, columns: map[int]int{}, title: -1}
		for c, cell := range row.Cells {
			found.name(c, cell.Text)
		}
		if s.id == Schedule {
			found.nameYears(row)
		}
		if len(found.columns) > len(p.columns) {
			p = found
		}
	}
	if len(p.columns) < 2 {
		return p, false
	}
	for _, row := range top {
		if row.Number == p.head+1 && s.totals && isOneOf(row.At(p.columns[0]).Text, words.Say("form.total")) {
			p.head++ // the sums stand between the captions and the rows
		}
	}
	return p, true
}

// name takes a column for what its caption says.
func (p *place) name(column int, caption string) {
	if isOneOf(caption, words.Say("form.asked")) {
		p.title = column
		return
	}
	for i := range p.sheet.fields {
		f := &p.sheet.fields[i]
		if _, has := p.columns[i]; !has && isOneOf(caption, p.sheet.caption(f)) {
			p.columns[i] = column
			return
		}
	}
}

// besideCaption takes for the values the column behind the captions.
func (p place) besideCaption(top []workbook.Row) (place, bool) {
	found := map[int]int{}
	for _, row := range top {
		for c, cell := range row.Cells {
			if _, ok := p.captioned(cell.Text); ok {
				found[c+1]++
				if found[c+1] > found[p.value] {
					p.value = c + 1
				}
			}
		}
	}
	return p, found[p.value] >= 2
}

func (p place) captioned(text string) (field int, ok bool) {
	for i := range p.sheet.fields {
		if isOneOf(text, p.sheet.caption(&p.sheet.fields[i])) {
			return i, true
		}
	}
	return 0, false
}

// fieldOf is the field that a row of values below one another is about.
func (p place) fieldOf(row workbook.Row) (field int, ok bool) {
	key := mark(row)
	for i := range p.sheet.fields {
		if p.sheet.fields[i].key == key && p.value > 0 {
			return i, true
		}
	}
	if key != "" || p.value == 0 {
		return 0, false
	}
	return p.captioned(row.At(p.value - 1).Text)
}

// fieldAt is the field whose column this is.
func (p place) fieldAt(column int) (field int, ok bool) {
	for i, c := range p.columns {
		if c == column {
			return i, true
		}
	}
	return 0, false
}

// keyOf is the key of a row that is given: by its mark or, where that has gone,
// by its name.
func (p place) keyOf(row workbook.Row, c Choices) (key []string, ok bool) {
	want := len(p.sheet.key(p.sheet.fresh([]string{"", ""})))
	if json.Unmarshal([]byte(mark(row)), &key) == nil && len(key) == want {
		return key, true
	}
	if p.title < 0 {
		return nil, false
	}
	title := row.At(p.title).Text
	for _, o := range p.sheet.offer(c) {
		if title != "" && isOneOf(title, o.title) {
			return o.key, true
		}
	}
	return nil, false
}
