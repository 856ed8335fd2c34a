package words

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

var placeholder = regexp.MustCompile(`\{([a-z_0-9]+)\}`)

func names(s string) []string {
	var out []string
	for _, m := range placeholder.FindAllStringSubmatch(s, -1) {
		if !slices.Contains(out, m[1]) {
			out = append(out, m[1])
		}
	}
	slices.Sort(out)
	return out
}

func TestEverySentenceStandsInBothLanguagesWithTheSameValues(t *testing.T) {
	seen := map[ID]bool{}
	for _, table := range tables {
		for id, s := range table {
			if seen[id] {
				t.Errorf("%s stands in two tables", id)
			}
			seen[id] = true
			if s[Zh] == "" || s[En] == "" {
				t.Errorf("%s lacks a language: %q", id, s)
			}
			if zh, en := names(s[Zh]), names(s[En]); !slices.Equal(zh, en) {
				t.Errorf("%s: the Chinese names %v, the English %v", id, zh, en)
			}
		}
	}
}

// TestEverySentenceSaidExists reads the program's source: each id written out
// in a call of Say or BadInput must be in a table, and be given just the
// values it names.
func TestEverySentenceSaidExists(t *testing.T) {
	said := 0
	err := filepath.WalkDir("../..", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && strings.HasPrefix(d.Name(), ".") && d.Name() != ".." {
			return filepath.SkipDir
		}
		if strings.HasSuffix(path, ".go") && !strings.HasSuffix(path, "_test.go") {
			said += checkSource(t, path)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if said == 0 {
		t.Fatal("no sentence found in the source: the test looks in the wrong place")
	}
}

// firstArg is where the id stands in a call of each function.
var firstArg = map[string]int{"Say": 0, "say": 0, "BadInput": 1}

func checkSource(t *testing.T, path string) int {
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, path, nil, parser.SkipObjectResolution)
	if err != nil {
		t.Error(err)
		return 0
	}
	said := 0
	ast.Inspect(file, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok {
			return true
		}
		at, known := firstArg[called(call)]
		if !known || len(call.Args) <= at {
			return true
		}
		id, ok := literal(call.Args[at])
		if !ok || called(call) == "say" && !strings.Contains(id, ".") {
			return true // not an id: some other function of that name
		}
		said++
		checkCall(t, fset.Position(call.Pos()).String(), ID(id), call, at)
		return true
	})
	return said
}

func checkCall(t *testing.T, where string, id ID, call *ast.CallExpr, at int) {
	s, ok := find(id)
	if !ok {
		t.Errorf("%s says %q, which is in no table", where, id)
		return
	}
	if call.Ellipsis.IsValid() {
		return
	}
	var given []string
	for i := at + 1; i < len(call.Args); i += 2 {
		name, ok := literal(call.Args[i])
		if !ok {
			return
		}
		given = append(given, name)
	}
	slices.Sort(given)
	if want := names(s[Zh]); !slices.Equal(given, want) {
		t.Errorf("%s gives %q the values %v; it names %v", where, id, given, want)
	}
}

func called(call *ast.CallExpr) string {
	switch f := call.Fun.(type) {
	case *ast.Ident:
		return f.Name
	case *ast.SelectorExpr:
		return f.Sel.Name
	}
	return ""
}

func literal(e ast.Expr) (string, bool) {
	lit, ok := e.(*ast.BasicLit)
	if !ok || lit.Kind != token.STRING {
		return "", false
	}
	s, err := strconv.Unquote(lit.Value)
	return s, err == nil
}

func TestTextSaysItsValuesInTheLanguageAskedFor(t *testing.T) {
	inner := Say("quantity.ha", "n", "1.5")
	outer := Say("input.at", "place", inner, "what", "x")
	if zh, en := outer.In(Zh), outer.In(En); zh != "1.5 公顷x" || en != "1.5 hax" {
		t.Errorf("said %q and %q", zh, en)
	}
	if got := Say("no.such.id").In(En); got != "no.such.id" {
		t.Errorf("an unknown id must show itself, said %q", got)
	}
	if got := (Text{}).In(Zh); got != "" {
		t.Errorf("the zero Text said %q", got)
	}
}

func TestParse(t *testing.T) {
	for locale, want := range map[string]Lang{
		"": Zh, "C": Zh, "en": En, "en_GB.UTF-8": En, "EN": En, "zh_CN.UTF-8": Zh, "de_DE": Zh,
	} {
		if got := Parse(locale); got != want {
			t.Errorf("Parse(%q) = %v, want %v", locale, got, want)
		}
	}
}
