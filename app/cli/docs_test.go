package cli

import (
	"encoding/json"
	"flag"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"

	"zhenjie/planning/rulebook"
)

var update = flag.Bool("update", false, "write the program's output into the examples of docs/cli.md")

const docs = "../../docs/"

// The documents, read before a test changes the working directory.
var cliDoc, bookDoc = readDoc("cli.md"), readDoc("rulebooks.md")

func readDoc(name string) string {
	text, err := os.ReadFile(docs + name)
	if err != nil {
		panic(err)
	}
	return strings.ReplaceAll(string(text), "\r\n", "\n")
}

// sections splits a document at its second-level headings.
func sections(doc string) map[string]string {
	all := map[string]string{}
	for _, s := range strings.Split(doc, "\n## ")[1:] {
		name, text, _ := strings.Cut(s, "\n")
		all[name] = text
	}
	return all
}

// exampleBook is the complete example of docs/rulebooks.md.
func exampleBook(t *testing.T) []byte {
	t.Helper()
	_, text, ok := strings.Cut(bookDoc, "```yaml\n")
	if !ok {
		t.Fatal("docs/rulebooks.md has no example")
	}
	text, _, _ = strings.Cut(text, "```\n")
	return []byte(text)
}

var optionLine = regexp.MustCompile("(?m)^- `--([^`]+)`")

// TestDocsNameEveryCommandAndFlag compares docs/cli.md with the grammar, both
// ways round.
func TestDocsNameEveryCommandAndFlag(t *testing.T) {
	model := grammarModel(t)
	told := sections(cliDoc)
	want := map[string][]string{"Every command": nil}
	for _, f := range model.Flags {
		want["Every command"] = append(want["Every command"], strings.TrimPrefix(flagName(f), "--"))
	}
	for _, c := range model.Children {
		if c.Hidden {
			continue
		}
		want[c.Name] = nil
		for _, f := range c.Flags {
			if !f.Hidden {
				want[c.Name] = append(want[c.Name], strings.TrimPrefix(flagName(f), "--"))
			}
		}
		line := "\nzhenjie " + arguments(c) + " "
		if !strings.Contains(cliDoc, line) {
			t.Errorf("the list of commands lacks %q", line)
		}
	}
	for name, flags := range want {
		text, ok := told[name]
		if !ok {
			t.Errorf("no section %q", name)
			continue
		}
		var got []string
		for _, m := range optionLine.FindAllStringSubmatch(text, -1) {
			got = append(got, m[1])
		}
		slices.Sort(got)
		slices.Sort(flags)
		if !slices.Equal(got, flags) {
			t.Errorf("section %s tells of the options %q, there are %q", name, got, flags)
		}
	}
	for name := range told {
		if _, ok := want[name]; !ok {
			t.Errorf("section %q is of no command", name)
		}
	}
}

var listItem = regexp.MustCompile("(?m)^(- .*(?:\n  .*)*)")

// TestDocsNameEveryKey compares the JSON that the commands print with the keys
// in docs/cli.md, both ways round; documented says where a key stands there.
func TestDocsNameEveryKey(t *testing.T) {
	inFolder(t)
	write(t, "tie.geojson", collection(ring("a", tie)))
	printed := map[string]string{
		"area":    run("area", "--json", "tie.geojson").out + run("area", "--json", "--repair", "tie.geojson").out,
		"check":   run("check", "--json", "extent.geojson").out,
		"convert": run("convert", "--json", "--repair", "tie.geojson", "x.wkt").out,
		"new":     run("new", "--json", "x.gpkg").out,
		"sample":  run("sample", "--json", "out").out,
		"form":    run("form", "-", "blank.xlsx", "--json").out,
		"fill":    run("fill", "out/sample.gpkg", "blank.xlsx", "--json").out,

		"procedures": run("procedures", "--json").out + run("procedures", "p07", "--json").out +
			run("procedures", "--json", "--project", projectInProcedure(t)).out,
	}
	told := sections(cliDoc)
	for _, c := range grammarModel(t).Children {
		if c.Hidden {
			continue
		}
		want := map[string]bool{}
		for line := range strings.Lines(printed[c.Name]) {
			var v any
			if err := json.Unmarshal([]byte(line), &v); err != nil {
				t.Fatalf("%s: %v in %s", c.Name, err, line)
			}
			flatten(v, "", want)
		}
		_, list, _ := strings.Cut(told[c.Name], "### JSON\n")
		got := documented(list)
		for key := range want {
			if !slices.Contains(got, key) {
				t.Errorf("section %s does not tell of the key %s", c.Name, key)
			}
		}
		for _, key := range got {
			if !want[key] {
				t.Errorf("section %s tells of a key %s, which is not printed", c.Name, key)
			}
		}
	}
}

// flatten lists the keys of a JSON value: "area_m2.survey", "problems[].kind".
func flatten(v any, path string, keys map[string]bool) {
	switch v := v.(type) {
	case map[string]any:
		for k, inner := range v {
			full := strings.TrimPrefix(path+"."+k, ".")
			keys[full] = true
			flatten(inner, full, keys)
		}
	case []any:
		for _, inner := range v {
			flatten(inner, path+"[]", keys)
		}
	}
}

var keyName = regexp.MustCompile("`([a-z][a-z0-9_]*(?:(?:\\[\\])?\\.[a-z0-9_]+)*)`")

// documented lists the keys in backquotes that the items of a list are about:
// those in front of the colon of a sentence, those of items without a colon,
// and everywhere those with a path, such as problems[].kind.
func documented(list string) []string {
	var keys []string
	for _, item := range listItem.FindAllString(list, -1) {
		for _, sentence := range strings.SplitAfter(item, ". ") {
			head, _, isKey := strings.Cut(sentence, ":")
			if !isKey && strings.Count(item, ":") > 0 {
				continue
			}
			for _, m := range keyName.FindAllStringSubmatch(head, -1) {
				keys = append(keys, m[1])
			}
		}
		for _, m := range keyName.FindAllStringSubmatch(item, -1) {
			if strings.ContainsAny(m[1], ".[") {
				keys = append(keys, m[1])
			}
		}
	}
	return keys
}

var console = regexp.MustCompile("(?s)```console\n(.*?)```\n")

// TestExamplesOfTheDocs runs the examples of docs/cli.md, in order and in one
// folder, and compares what they print. With -update it writes them instead.
func TestExamplesOfTheDocs(t *testing.T) {
	path, err := filepath.Abs(docs + "cli.md")
	if err != nil {
		t.Fatal(err)
	}
	book := exampleBook(t)
	inFolder(t)
	write(t, "county.yaml", book)
	status, ran := 0, 0
	fresh := console.ReplaceAllStringFunc(cliDoc, func(block string) string {
		var b strings.Builder
		b.WriteString("```console\n")
		for line := range strings.Lines(block) {
			if command, ok := strings.CutPrefix(line, "$ "); ok {
				ran++
				b.WriteString(line)
				b.WriteString(example(t, strings.TrimSpace(command), &status))
			}
		}
		b.WriteString("```\n")
		return b.String()
	})
	if ran < 10 {
		t.Errorf("only %d examples", ran)
	}
	if *update {
		write(t, path, []byte(fresh))
		return
	}
	got, want := strings.Split(fresh, "\n"), strings.Split(cliDoc, "\n")
	if len(got) != len(want) {
		t.Errorf("the examples print other lines than docs/cli.md has; run go test ./app/cli -update and look at the difference")
		return
	}
	for i := range got {
		if !alike(got[i], want[i]) {
			t.Errorf("line %d of docs/cli.md:\n%s\nthe program prints\n%s", i+1, want[i], got[i])
		}
	}
}

// example runs a line of an example and returns what it prints; "echo $?"
// prints the status of the one before.
func example(t *testing.T, command string, status *int) string {
	t.Helper()
	if command == "echo $?" {
		return strconv.Itoa(*status) + "\n"
	}
	args, ok := strings.CutPrefix(command, "zhenjie ")
	if !ok {
		t.Fatalf("an example runs %q", command)
	}
	english := func(name string) string { return map[string]string{"LANG": "en_GB.UTF-8"}[name] }
	r := runIn(english, nil, strings.Fields(args)...)
	*status = r.status
	out := r.out + r.err
	if runtime.GOOS == "windows" {
		out = strings.ReplaceAll(strings.ReplaceAll(out, `\\`, "/"), `\`, "/")
	}
	return out
}

var decimalNumber = regexp.MustCompile(`-?\d+\.\d+`)

// alike reports whether two lines differ at most in the last digit of decimal
// numbers, or by 1e-9 of them: processors that fuse multiply and add round
// otherwise.
func alike(a, b string) bool {
	if decimalNumber.ReplaceAllString(a, "#") != decimalNumber.ReplaceAllString(b, "#") {
		return false
	}
	x, y := decimalNumber.FindAllString(a, -1), decimalNumber.FindAllString(b, -1)
	for i := range x {
		p, _ := strconv.ParseFloat(x[i], 64)
		q, _ := strconv.ParseFloat(y[i], 64)
		_, decimals, _ := strings.Cut(y[i], ".")
		last := math.Pow(10, -float64(len(decimals)))
		if math.Abs(p-q) > 1.01*last && math.Abs(p-q) > 1e-9*math.Abs(q) {
			return false
		}
	}
	return true
}

func TestAlikeTellsNumbersApart(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"1.25 km²", "1.26 km²", true}, {"1.25 km²", "1.27 km²", false}, {"1.25 km²", "1.25 ha", false},
		{"3 of 9", "4 of 9", false}, {"0.00058625", "0.00058632", false},
		{"0.0005862530597599491", "0.0005862530597599496", true},
	} {
		if alike(c.a, c.b) != c.want {
			t.Errorf("%q and %q are alike: %v, want %v", c.a, c.b, !c.want, c.want)
		}
	}
}

// TestDocsNameEveryMeasure looks for measures, units and built-in rulebooks in
// docs/rulebooks.md.
func TestDocsNameEveryMeasure(t *testing.T) {
	for _, b := range rulebook.Builtin() {
		want := []string{b.ID}
		for _, r := range b.Rules {
			want = append(want, string(r.Measure))
			if r.Measure.Numeric() {
				want = append(want, string(r.Limit.Unit))
			}
		}
		for _, word := range want {
			if !strings.Contains(bookDoc, "`"+word+"`") {
				t.Errorf("docs/rulebooks.md does not tell of %s", word)
			}
		}
	}
}
