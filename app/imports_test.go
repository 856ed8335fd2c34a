// Package app_test keeps the house's one rule: imports run one way,
// app → storage → planning → geo, and assets is read by any of them.
package app_test

import (
	"os/exec"
	"strings"
	"testing"
)

const module = "zhenjie/"

// floors are the storeys of the house, lowest first; a package may import its
// own storey and those below it.
var floors = []string{"assets", "geo", "planning", "storage", "app"}

// private names the outside modules that only one place may use, so that they
// can be replaced there.
var private = map[string][]string{
	"fyne.io/":                             {"app/desktop"},
	"github.com/ncruces/zenity":            {"app/desktop"},
	"github.com/alecthomas/kong":           {"app/cli"},
	"modernc.org/sqlite":                   {"storage", "geo/format/gpkg"},
	"database/sql":                         {"storage", "geo/format/gpkg"},
	"github.com/paulmach/orb":              {"geo"},
	"github.com/twpayne/go-geom":           {"geo"},
	"github.com/peterstace/simplefeatures": {"geo"},
	"github.com/xuri/excelize/v2":          {"planning/form", "geo/format/table"},
}

func TestImportsRunOneWay(t *testing.T) {
	seen := 0
	for _, tags := range []string{"", "nodesktop"} {
		for _, line := range list(t, tags) {
			pkg, imports, _ := strings.Cut(line, " ")
			place := strings.TrimPrefix(pkg, module)
			for _, imported := range strings.Fields(imports) {
				checkFloor(t, place, imported)
				checkPrivate(t, place, imported)
			}
			seen++
		}
	}
	if seen < 10 {
		t.Fatalf("only %d packages listed: the test looks in the wrong place", seen)
	}
}

func TestTheCommandLineAloneLinksNoWindow(t *testing.T) {
	cmd := exec.Command("go", "list", "-tags", "nodesktop", "-deps", "..")
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	for dep := range strings.FieldsSeq(string(out)) {
		if strings.HasPrefix(dep, "fyne.io/") {
			t.Errorf("with the tag nodesktop the program still links %s", dep)
		}
	}
}

func list(t *testing.T, tags string) []string {
	t.Helper()
	cmd := exec.Command("go", "list", "-tags", tags, "-f", `{{.ImportPath}} {{join .Imports " "}}`, "../...")
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(strings.TrimSpace(string(out)), "\n")
}

func floor(place string) int {
	for i, f := range floors {
		if place == f || strings.HasPrefix(place, f+"/") {
			return i
		}
	}
	return len(floors) // main.go, bench: above the house
}

func checkFloor(t *testing.T, place, imported string) {
	below, ours := strings.CutPrefix(imported, module)
	if ours && floor(below) > floor(place) {
		t.Errorf("%s imports %s, which stands above it", place, below)
	}
}

func checkPrivate(t *testing.T, place, imported string) {
	for outside, owners := range private {
		if !strings.HasPrefix(imported, outside) {
			continue
		}
		allowed := false
		for _, o := range owners {
			allowed = allowed || place == o || strings.HasPrefix(place, o+"/")
		}
		if !allowed {
			t.Errorf("%s imports %s, which only %v may", place, imported, owners)
		}
	}
}
