package form

import (
	"github.com/xuri/excelize/v2"

	"zhenjie/assets/words"
)

// rows writes the rows of the plan, those that are asked, and some to be filled
// in.
func (p *page) rows() error {
	list := p.sheet.load(p.plan)
	if p.sheet.layout == given {
		return p.given(list)
	}
	seen := counter{}
	for _, row := range list {
		key := p.sheet.key(row)
		if err := p.line(markOf(key, seen.next(key)), nil, row); err != nil {
			return err
		}
	}
	for range spare {
		if err := p.line("", nil, p.sheet.fresh(nil)); err != nil {
			return err
		}
	}
	return nil
}

// given writes the rows that are asked in their order, and behind them those
// that the plan has beside.
func (p *page) given(list []any) error {
	byKey := map[string]any{}
	for _, row := range list {
		byKey[keyText(p.sheet.key(row))] = row
	}
	for _, o := range p.sheet.offer(p.x.Choices) {
		key := keyText(o.key)
		row := byKey[key]
		if row == nil {
			row = p.sheet.fresh(o.key)
		}
		delete(byKey, key)
		if err := p.line(key, p.asked(o.title, o.note), row); err != nil {
			return err
		}
	}
	for _, row := range list {
		key := p.sheet.key(row)
		if byKey[keyText(key)] != row {
			continue
		}
		if err := p.line(keyText(key), p.asked(words.Raw(key[len(key)-1]), words.Text{}), row); err != nil {
			return err
		}
	}
	return nil
}

func (p *page) asked(title, note words.Text) []any {
	cells := []any{p.cell(lookFixed, p.say(title))}
	if p.lead > 2 {
		cells = append(cells, p.cell(lookSmall, p.say(note)))
	}
	return cells
}

// line writes a row of values.
func (p *page) line(mark string, before []any, row any) error {
	cells := make([]any, 0, p.lead+len(p.sheet.fields)+1)
	cells = append(cells, mark)
	cells = append(cells, before...)
	high := 0.0
	for c, v := range before {
		high = max(high, height(v.(excelize.Cell).Value, beforeWidths[c]))
	}
	for i := range p.sheet.fields {
		f := &p.sheet.fields[i]
		c, err := p.value(f, f.get(row))
		if err != nil {
			return err
		}
		cells = append(cells, c)
		high = max(high, height(c.Value, f.width))
	}
	if p.sheet.totals {
		cells = append(cells, p.rowTotal(row))
	}
	return p.put(high, cells...)
}
