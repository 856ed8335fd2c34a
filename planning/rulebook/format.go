package rulebook

import (
	"bytes"
	"fmt"
	"math"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"zhenjie/assets/words"
	"zhenjie/planning"
)

// Format writes a rulebook as a person would: what is left out of a file stays
// out, and Parse reads the same rulebook again.
func Format(b *Rulebook) []byte {
	var w writer
	w.key("id", scalar(b.ID))
	w.text("title", b.Title, words.Raw(b.ID))
	w.text("source", b.Source, words.Text{})
	w.word("confirmed", string(b.Confirmed), "")
	w.WriteString("\nrules:\n")
	for i, r := range b.Rules {
		if i > 0 {
			w.WriteByte('\n')
		}
		w.rule(r, b)
	}
	base := Default().Lists
	for i, list := range b.each() {
		if len(*list) > 0 && !reflect.DeepEqual(*list, *base.each()[i]) {
			w.list(listNames[i], *list)
		}
	}
	return w.Bytes()
}

// listNames are the keys of the lists, in the order of Lists.each.
var listNames = [...]string{"industries", "declarations", "materials", "indicators"}

type writer struct {
	bytes.Buffer
	indent string // in front of keys
}

func (w *writer) key(key, value string) { fmt.Fprintf(w, "%s%s: %s\n", w.indent, key, value) }

// word writes a key, unless it has the value that it has when it is left out.
func (w *writer) word(key, value, otherwise string) {
	if value != otherwise {
		w.key(key, scalar(value))
	}
}

func (w *writer) text(key string, t, otherwise words.Text) {
	if !reflect.DeepEqual(t, otherwise) {
		w.key(key, inBoth(t))
	}
}

func (w *writer) names(key string, names []string) {
	if len(names) > 0 {
		w.key(key, flow(names))
	}
}

func (w *writer) rule(r Rule, b *Rulebook) {
	fmt.Fprintf(w, "  - id: %s\n", scalar(r.ID))
	w.indent = "    "
	w.text("title", r.Title, words.Raw(r.ID))
	w.text("source", r.Source, b.Source)
	w.word("confirmed", string(r.Confirmed), string(b.Confirmed))
	w.key("measure", scalar(string(r.Measure)))
	if r.Measure.ByYear() && r.Years != planning.DefaultYears {
		w.key("years", strconv.Itoa(r.Years))
	}
	w.names("excludes", plainNames(r.Excludes))
	w.word("of", string(r.Of), "")
	if r.Measure.Numeric() {
		w.key("limit", written(r.Limit))
	}
	if r.Relaxed != nil {
		w.key("relaxed", fmt.Sprintf("{limit: %s, for: %s}", written(r.Relaxed.Limit), flow(r.Relaxed.For)))
	}
	w.names("items", r.Items)
	if r.Preferred {
		w.key("preferred", "true")
	}
	w.examples(r.Examples)
	w.names("never", r.Examples.Never)
	w.indent = ""
}

func plainNames[S ~string](names []S) (plain []string) {
	for _, n := range names {
		plain = append(plain, string(n))
	}
	return plain
}

func (w *writer) list(name string, items []Item) {
	fmt.Fprintf(w, "\n%s:\n", name)
	for _, it := range items {
		pairs := []string{"id: " + scalar(it.ID)}
		if it.Group != "" {
			pairs = append(pairs, "group: "+scalar(it.Group))
		}
		if it.Unit != "" {
			pairs = append(pairs, "unit: "+scalar(string(it.Unit)))
		}
		if !reflect.DeepEqual(it.Title, words.Raw(it.ID)) {
			pairs = append(pairs, "title: "+inBoth(it.Title))
		}
		fmt.Fprintf(w, "  - {%s}\n", strings.Join(pairs, ", "))
	}
}

// examples writes sigma, then the verdicts in the order of the alphabet.
func (w *writer) examples(e Examples) {
	var pairs []string
	if e.Sigma != 0 {
		pairs = append(pairs, "sigma: "+decimal(e.Sigma))
	}
	verdicts := make([]string, 0, len(e.Cases))
	for v := range e.Cases {
		verdicts = append(verdicts, v)
	}
	slices.Sort(verdicts)
	for _, v := range verdicts {
		pairs = append(pairs, scalar(v)+": "+example(e.Cases[v]))
	}
	if len(pairs) > 0 {
		w.key("examples", "{"+strings.Join(pairs, ", ")+"}")
	}
}

// example writes a value of the type it was read in.
func example(v any) string {
	switch v := v.(type) {
	case nil:
		return "null"
	case string:
		return scalar(v)
	case float64:
		if s := decimal(v); strings.Contains(s, ".") {
			return s
		}
		return decimal(v) + ".0"
	}
	return fmt.Sprint(v)
}

// written is a limit as bounds, or as a target.
func written(l Limit) string {
	var pairs []string
	add := func(key string, x float64) { pairs = append(pairs, key+": "+decimal(x)) }
	if l.About != 0 {
		add("about", l.About)
		add("tolerance", l.Tolerance)
		if l.Failure != l.Tolerance {
			add("failure", l.Failure)
		}
	} else {
		for _, bound := range []struct {
			key          string
			x, otherwise float64
		}{
			{"min", l.Min, math.Inf(-1)}, {"expected_min", l.ExpectedMin, l.Min},
			{"expected_max", l.ExpectedMax, l.Max}, {"max", l.Max, math.Inf(1)},
		} {
			if bound.x != bound.otherwise {
				add(bound.key, bound.x)
			}
		}
	}
	return "{" + strings.Join(append(pairs, "unit: "+scalar(string(l.Unit))), ", ") + "}"
}

// decimal writes a number so that it is read back to the last bit.
func decimal(x float64) string {
	if abs := math.Abs(x); abs != 0 && (abs < 1e-9 || abs >= 1e15) {
		s := strconv.FormatFloat(x, 'e', -1, 64)
		if mantissa, exponent, _ := strings.Cut(s, "e"); !strings.Contains(mantissa, ".") {
			return mantissa + ".0e" + exponent
		}
		return s
	}
	return strconv.FormatFloat(x, 'f', -1, 64)
}

// inBoth writes a text once where both languages say the same.
func inBoth(t words.Text) string {
	zh, en := t.In(words.Zh), t.In(words.En)
	if zh == en {
		return scalar(zh)
	}
	return "{zh: " + scalar(zh) + ", en: " + scalar(en) + "}"
}

func flow(names []string) string {
	quoted := make([]string, len(names))
	for i, n := range names {
		quoted[i] = scalar(n)
	}
	return "[" + strings.Join(quoted, ", ") + "]"
}

// bare are texts that need no quotes, wherever they stand; reserved mean something
// else without.
var (
	bare     = regexp.MustCompile(`^[\p{Han}A-Za-z《（“][\p{Han}A-Za-z0-9 _.\-〔〕《》（）、，；：“”·]*$`)
	reserved = regexp.MustCompile(`^(?i:null|true|false|yes|no|on|off|y|n)$`)
)

// scalar writes a text, in quotes if it needs them.
func scalar(s string) string {
	if bare.MatchString(s) && !reserved.MatchString(s) && !strings.HasSuffix(s, " ") {
		return s
	}
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == ' ' || unicode.IsPrint(r):
			b.WriteRune(r)
		case r <= 0xffff:
			fmt.Fprintf(&b, `\u%04x`, r)
		default:
			fmt.Fprintf(&b, `\U%08x`, r)
		}
	}
	b.WriteByte('"')
	return b.String()
}
