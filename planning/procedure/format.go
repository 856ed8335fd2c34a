package procedure

import (
	"encoding/json"
	"strconv"
	"strings"

	"zhenjie/assets/words"
	"zhenjie/planning/rulebook"
)

// Format writes a definition as the file a person would write: Parse reads the
// same definition from it.
func Format(d *Definition) []byte {
	var w writer
	w.line(0, "id: "+quote(d.ID))
	w.text(0, "name", d.Name)
	w.text(0, "source", d.Source)
	if !d.Hint.Province.IsZero() {
		w.line(0, "hint: {confidence: "+string(d.Hint.Confidence)+", province: "+both(d.Hint.Province)+"}")
	}
	w.text(0, "note", d.Note)
	w.flag(0, "truncated", d.Truncated)
	w.line(0, "\nstages:")
	for _, s := range d.Stages {
		w.stage(s)
	}
	if e := d.Exit; e.Misses > 0 {
		w.line(0, "exit: {misses: "+strconv.Itoa(e.Misses)+", consecutive: "+strconv.FormatBool(e.Consecutive)+", effect: "+string(e.Effect)+"}")
	}
	w.reward(d.Reward)
	w.clawBack(d.ClawBack)
	return []byte(w.String())
}

// writer puts lines together; indent is in steps of two spaces.
type writer struct{ strings.Builder }

func (w *writer) line(indent int, s string) {
	w.WriteString(strings.Repeat("  ", indent) + s + "\n")
}

func (w *writer) text(indent int, key string, t words.Text) {
	if !t.IsZero() {
		w.line(indent, key+": "+both(t))
	}
}

func (w *writer) flag(indent int, key string, on bool) {
	if on {
		w.line(indent, key+": true")
	}
}

func (w *writer) stage(s Stage) {
	w.line(1, "- id: "+quote(s.ID))
	w.text(2, "name", s.Name)
	w.every(2, s.Every)
	w.list(2, "due", s.Due)
	w.line(2, "steps:")
	for _, t := range s.Steps {
		w.step(t)
	}
	w.WriteByte('\n')
}

func (w *writer) step(s Step) {
	w.line(3, "- id: "+quote(s.ID))
	w.text(4, "title", s.Title)
	w.text(4, "by", s.By)
	w.items("papers", s.Papers)
	w.items("covers", s.Covers)
	w.text(4, "result", s.Result)
	w.text(4, "note", s.Note)
	w.text(4, "when", s.When)
	w.every(4, s.Every)
	w.list(4, "due", s.Due)
	w.branch("pass", s.Yes)
	w.branch("fail", s.No)
}

func (w *writer) items(key string, items []rulebook.Item) {
	if len(items) == 0 {
		return
	}
	w.line(4, key+":")
	for _, it := range items {
		w.line(5, "- {id: "+quote(it.ID)+", title: "+both(it.Title)+"}")
	}
}

func (w *writer) every(indent int, e Every) {
	switch {
	case e.Assessed:
		w.line(indent, "every: {months: "+strconv.Itoa(e.Months)+", assessed: true}")
	case e.Months > 0:
		w.line(indent, "every: {months: "+strconv.Itoa(e.Months)+"}")
	}
}

func (w *writer) list(indent int, key string, list []string) {
	if len(list) == 0 {
		return
	}
	quoted := make([]string, len(list))
	for i, s := range list {
		quoted[i] = quote(s)
	}
	w.line(indent, key+": ["+strings.Join(quoted, ", ")+"]")
}

func (w *writer) branch(key string, b Branch) {
	var parts []string
	if b.To != "" {
		parts = append(parts, "to: "+quote(b.To))
	}
	if !b.Label.IsZero() {
		parts = append(parts, "label: "+both(b.Label))
	}
	if b.Inferred {
		parts = append(parts, "inferred: true")
	}
	if parts != nil {
		w.line(4, key+": {"+strings.Join(parts, ", ")+"}")
	}
}

func (w *writer) reward(r Reward) {
	if r.Share == 0 {
		return
	}
	w.line(0, "reward:")
	w.line(1, "percent: "+r.Share.InPercent())
	if r.Special > 0 {
		w.line(1, "special:")
		w.line(2, "percent: "+r.Special.InPercent())
		w.list(2, "for", r.For)
	}
	w.text(1, "source", r.Source)
	w.line(1, "confirmed: "+string(r.Confirmed))
}

func (w *writer) clawBack(c ClawBack) {
	if c.Factor == 0 {
		return
	}
	w.line(0, "claw_back:")
	w.line(1, "factor: "+strconv.Itoa(c.Factor))
	w.line(1, "years: "+strconv.Itoa(c.Years))
	w.text(1, "source", c.Source)
	w.line(1, "confirmed: "+string(c.Confirmed))
}

func both(t words.Text) string {
	return "{zh: " + quote(t.In(words.Zh)) + ", en: " + quote(t.In(words.En)) + "}"
}

// quote writes a text in double quotes, as YAML and JSON have them alike.
func quote(s string) string {
	var b strings.Builder
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	_ = enc.Encode(s) // a string can always be written
	return strings.TrimSuffix(b.String(), "\n")
}
