package procedure

import (
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/planning/datafile"
	"zhenjie/planning/rulebook"
)

// MaxBytes bounds the text of a procedure.
const MaxBytes = 1 << 18

// Bounds on what a procedure holds.
const (
	maxStages = 30
	maxSteps  = 100 // of a stage
	maxItems  = 20  // of a step: papers, covers, dates
	maxText   = 2000
	maxFor    = 50
)

var kind = datafile.Kind{
	MaxBytes: MaxBytes, TooLarge: "procedure.too_large", Anchor: "procedure.anchor", Unreadable: "procedure.unreadable", TooMany: tooMany,
}

func tooMany() error {
	return geo.BadInput(geo.At{}, "procedure.too_many", "stages", maxStages, "steps", maxSteps, "items", maxItems)
}

// Parse reads a procedure. The errors are InputErrors that name the step at
// fault; they do not name the file.
func Parse(data []byte) (*Definition, error) {
	var f file
	if err := kind.Read(data, &f); err != nil {
		return nil, err
	}
	var r reader
	d := r.definition(f)
	if r.err != nil {
		return nil, r.err
	}
	return d, nil
}

// reader turns what is written into a definition, and keeps the first fault.
type reader struct{ err error }

func (r *reader) fail(what words.ID, args ...any) {
	if r.err == nil {
		r.err = geo.BadInput(geo.At{}, what, args...)
	}
}

func (r *reader) definition(f file) *Definition {
	r.id(f.ID)
	d := &Definition{
		ID: f.ID, Name: r.need(f.ID, "name", f.Name), Source: r.need(f.ID, "source", f.Source),
		Note: r.text(f.ID, f.Note), Truncated: f.Truncated,
		Exit: r.exit(f), Reward: r.reward(f), ClawBack: r.clawBack(f),
	}
	if f.Hint != nil {
		d.Hint = Hint{r.need("hint", "province", f.Hint.Province), oneOf(r, "hint", Confidence(f.Hint.Confidence), Possible, Probable)}
	}
	if len(f.Stages) == 0 {
		r.fail("procedure.no_stages")
	}
	if len(f.Stages) > maxStages {
		r.err = tooMany()
		return nil
	}
	seen := map[string]bool{}
	for _, s := range f.Stages {
		if r.twice(seen, "stage "+s.ID); r.err != nil {
			return nil
		}
		d.Stages = append(d.Stages, r.stage(s, seen))
	}
	r.branches(d)
	return d
}

func (r *reader) stage(s fileStage, seen map[string]bool) Stage {
	r.id(s.ID)
	if len(s.Steps) == 0 {
		r.fail("procedure.no_steps", "stage", s.ID)
	}
	if len(s.Steps) > maxSteps {
		r.err = tooMany()
		return Stage{}
	}
	out := Stage{ID: s.ID, Name: r.need(s.ID, "name", s.Name), Every: r.every(s.ID, s.Every), Due: r.dates(s.ID, s.Due)}
	for _, t := range s.Steps {
		r.twice(seen, t.ID)
		out.Steps = append(out.Steps, r.step(t))
	}
	return out
}

func (r *reader) step(s fileStep) Step {
	if r.id(s.ID); s.ID == ToExit {
		r.fail("procedure.reserved", "id", s.ID)
	}
	return Step{
		ID: s.ID, Title: r.need(s.ID, "title", s.Title), By: r.text(s.ID, s.By),
		Papers: r.items(s.ID, s.Papers), Covers: r.items(s.ID, s.Covers),
		Result: r.text(s.ID, s.Result), Note: r.text(s.ID, s.Note), When: r.text(s.ID, s.When),
		Every: r.every(s.ID, s.Every), Due: r.dates(s.ID, s.Due),
		Yes: r.branch(s.ID, s.Pass), No: r.refusal(s.ID, s.Fail),
	}
}

func (r *reader) id(id string) {
	if !datafile.GoodID.MatchString(id) {
		r.fail("procedure.bad_id", "id", cut(id))
	}
}

func (r *reader) twice(seen map[string]bool, id string) {
	if seen[id] {
		r.fail("procedure.twice", "id", cut(strings.TrimPrefix(id, "stage ")))
	}
	seen[id] = true
}

// text is a text that may be left out.
func (r *reader) text(at string, t *text) words.Text {
	if t == nil || t.Zh == "" && t.En == "" {
		return words.Text{}
	}
	for _, s := range []string{t.Zh, t.En} {
		if utf8.RuneCountInString(s) > maxText {
			r.fail("procedure.long_text", "where", at, "max", maxText)
		}
		if strings.ContainsFunc(s, unprintable) {
			r.fail("procedure.control", "where", at)
		}
	}
	return words.Both(t.Zh, t.En)
}

// unprintable characters cannot be seen in an editor, and YAML takes some of
// them for the end of a line.
func unprintable(c rune) bool {
	return c == utf8.RuneError || unicode.In(c, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp, unicode.Co)
}

// need is a text that must be there.
func (r *reader) need(at, key string, t *text) words.Text {
	said := r.text(at, t)
	if said.IsZero() {
		r.fail("procedure.no_text", "where", at, "key", key)
	}
	return said
}

func (r *reader) items(step string, from []fileItem) (items []rulebook.Item) {
	if len(from) > maxItems {
		r.err = tooMany()
		return nil
	}
	seen := map[string]bool{}
	for _, it := range from {
		r.id(it.ID)
		r.twice(seen, it.ID)
		items = append(items, rulebook.Item{ID: it.ID, Title: r.need(step, it.ID, it.Title)})
	}
	return items
}

func (r *reader) every(at string, e *fileEvery) Every {
	if e == nil {
		return Every{}
	}
	if e.Months < 1 || e.Months > 120 {
		r.fail("procedure.months", "where", at, "n", e.Months)
	}
	return Every{e.Months, e.Assessed}
}

func (r *reader) dates(at string, dates []string) []string {
	if len(dates) > maxItems {
		r.err = tooMany()
		return nil
	}
	for _, d := range dates {
		if _, err := time.Parse(time.DateOnly, d); err != nil {
			r.fail("procedure.date", "where", at, "text", cut(d))
		}
	}
	if !slices.IsSorted(dates) {
		r.fail("procedure.dates_order", "where", at)
	}
	return slices.Clip(dates)
}

func (r *reader) branch(at string, b *fileBranch) Branch {
	if b == nil {
		return Branch{}
	}
	return Branch{b.To, r.text(at, b.Label), b.Inferred}
}

// refusal is the branch that makes a step a decision.
func (r *reader) refusal(at string, b *fileBranch) Branch {
	if b != nil && b.To == "" {
		r.fail("procedure.no_target", "step", at)
	}
	return r.branch(at, b)
}

// branches refuses branches that lead nowhere.
func (r *reader) branches(d *Definition) {
	known := map[string]bool{"": true, ToExit: true}
	for p := range d.All() {
		known[p.Step.ID] = true
	}
	for p := range d.All() {
		for _, b := range []Branch{p.Step.Yes, p.Step.No} {
			if !known[b.To] || b.To == p.Step.ID {
				r.fail("procedure.bad_target", "step", p.Step.ID, "to", cut(b.To))
			}
		}
	}
}

// oneOf refuses a word that is not among those known.
func oneOf[T ~string](r *reader, at string, word T, known ...T) T {
	if !slices.Contains(known, word) {
		var all []string
		for _, k := range known {
			all = append(all, string(k))
		}
		r.fail("procedure.word", "where", at, "word", cut(string(word)), "known", strings.Join(all, ", "))
	}
	return word
}

// cut keeps what a file says short in a sentence.
func cut(s string) string {
	const most = 40
	if r := []rune(s); len(r) > most {
		return string(r[:most]) + "…"
	}
	return s
}
