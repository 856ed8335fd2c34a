package cli

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"

	"github.com/alecthomas/kong"

	"zhenjie/assets/sample"
)

// result is what a run of the program leaves behind.
type result struct {
	status   int
	out, err string
}

// chinese is the surroundings of a Chinese desktop with a folder of its own.
func chinese(name string) string { return map[string]string{"LANG": "zh_CN.UTF-8"}[name] }

func run(args ...string) result { return runIn(chinese, nil, args...) }

func runIn(env func(string) string, window Window, args ...string) result {
	var out, errs bytes.Buffer
	status := Run(args, Streams{Out: &out, Err: &errs, Env: env}, window)
	return result{status, out.String(), errs.String()}
}

// TestMain keeps the rulebooks of whoever runs the tests out of them.
func TestMain(m *testing.M) {
	home, err := os.MkdirTemp("", "zhenjie")
	if err != nil {
		panic(err)
	}
	for _, name := range []string{"HOME", "XDG_CONFIG_HOME", "AppData"} {
		os.Setenv(name, home)
	}
	status := m.Run()
	os.RemoveAll(home)
	os.Exit(status)
}

// fails fails unless the program could not do it, said so in lines of one
// sentence each, and printed nothing that looks like an answer.
func fails(t *testing.T, r result, lines ...string) {
	t.Helper()
	if r.status != exitFailed {
		t.Errorf("status %d, want %d; it said %q", r.status, exitFailed, r.err)
	}
	got := strings.Split(strings.TrimSuffix(r.err, "\n"), "\n")
	if len(got) != len(lines) {
		t.Errorf("%d lines %q, want %d", len(got), r.err, len(lines))
		return
	}
	for i, line := range lines {
		if !strings.HasPrefix(got[i], "zhenjie: ") || !strings.Contains(got[i], line) {
			t.Errorf("it said %q, want %q", got[i], line)
		}
	}
}

// inFolder makes an empty folder the working directory, with the town in it.
func inFolder(t *testing.T) {
	t.Helper()
	t.Chdir(t.TempDir())
	write(t, "extent.geojson", sample.Extent)
	write(t, "core.geojson", sample.Core)
}

func write(t *testing.T, name string, content []byte) {
	t.Helper()
	if err := os.WriteFile(name, content, 0o666); err != nil {
		t.Fatal(err)
	}
}

// ring is one polygon feature of GeoJSON.
func ring(name, points string) string {
	return `{"type":"Feature","properties":{"name":"` + name + `"},"geometry":{"type":"Polygon","coordinates":[[` + points + `]]}}`
}

func collection(features ...string) []byte {
	return []byte(`{"type":"FeatureCollection","features":[` + strings.Join(features, ",") + `]}`)
}

const (
	large = "[120,30],[120.02,30],[120.02,30.02],[120,30.02],[120,30]"
	small = "[120.005,30.005],[120.015,30.005],[120.015,30.015],[120.005,30.015],[120.005,30.005]"
	tiny  = "[120.016,30.016],[120.018,30.016],[120.018,30.018],[120.016,30.018],[120.016,30.016]"
	tie   = "[120,30],[120.02,30.02],[120.02,30],[120,30.021],[120,30]" // crosses itself
)

func TestHelpOfEveryCommandInBothLanguages(t *testing.T) {
	model := grammarModel(t)
	commands := [][]string{nil}
	for _, c := range model.Children {
		if !c.Hidden {
			commands = append(commands, []string{c.Name})
		}
	}
	if len(commands) < 5 {
		t.Fatalf("only %d commands", len(commands)-1)
	}
	han := regexp.MustCompile(`\p{Han}`)
	for _, c := range commands {
		zh, en := run(append(c, "--help")...), run(append(c, "--lang", "en", "--help")...)
		for _, r := range []result{zh, en} {
			if r.status != exitHolds || r.err != "" {
				t.Errorf("%v --help: status %d, %q", c, r.status, r.err)
			}
			if strings.Contains(r.out, "cli.") || strings.ContainsAny(r.out, "{}") {
				t.Errorf("%v --help lacks a sentence:\n%s", c, r.out)
			}
			for _, flag := range flagsOf(model, c) {
				if !strings.Contains(r.out, "--"+flag) {
					t.Errorf("%v --help does not tell of --%s:\n%s", c, flag, r.out)
				}
			}
		}
		if !han.MatchString(zh.out) || !strings.Contains(zh.out, "用法：zhenjie ") {
			t.Errorf("%v --help in Chinese:\n%s", c, zh.out)
		}
		if en := strings.ReplaceAll(en.out, "镇界", ""); han.MatchString(en) || !strings.Contains(en, "Usage: zhenjie ") {
			t.Errorf("%v --help in English:\n%s", c, en)
		}
	}
}

func grammarModel(t *testing.T) *kong.Node {
	t.Helper()
	parser, err := kong.New(&grammar{}, kong.Name("zhenjie"), kong.Vars{"version": "x"})
	if err != nil {
		t.Fatal(err)
	}
	return parser.Model.Node
}

// flagsOf lists the flags that a command, or the program itself, shows.
func flagsOf(root *kong.Node, command []string) []string {
	nodes := []*kong.Node{root}
	for _, c := range root.Children {
		if len(command) > 0 && c.Name == command[0] {
			nodes = append(nodes, c)
		}
	}
	var names []string
	for _, n := range nodes {
		for _, f := range n.Flags {
			if !f.Hidden {
				names = append(names, f.Name)
			}
		}
	}
	return names
}

func TestTheLanguageIsAskedForAnywhere(t *testing.T) {
	inFolder(t)
	const zh, en = "达标", "met"
	english := func(name string) string { return map[string]string{"LC_ALL": "", "LANG": "en_GB.UTF-8"}[name] }
	nothing := func(string) string { return "" }
	lcAll := func(name string) string { return map[string]string{"LC_ALL": "zh_TW", "LANG": "en_GB"}[name] }
	for _, c := range []struct {
		env  func(string) string
		args string
		want string
	}{
		{nothing, "check extent.geojson", zh},
		{english, "check extent.geojson", en},
		{lcAll, "check extent.geojson", zh},
		{chinese, "--lang en check extent.geojson", en},
		{chinese, "check --lang=en extent.geojson", en},
		{chinese, "check extent.geojson --lang en", en},
		{english, "check extent.geojson --lang zh", zh},
		{english, "check extent.geojson --lang auto", en},
	} {
		r := runIn(c.env, nil, strings.Fields(c.args)...)
		if r.status != exitShort || !strings.Contains(r.out, c.want) || r.err != "" {
			t.Errorf("%s: status %d, %q; want %s in\n%s", c.args, r.status, r.err, c.want, r.out)
		}
	}
	// Complaints speak the language too, those about the command line itself included.
	fails(t, run("check", "--nope", "--lang", "en"), "there is no option --nope")
	fails(t, run("check", "--nope"), "没有选项 --nope")
	fails(t, run("--lang", "fr", "area", "x"), "--lang")
}

func TestCommandLinesThatCannotBeRead(t *testing.T) {
	inFolder(t)
	for args, want := range map[string]string{
		"area":                              "缺少参数 FILE；",
		"check":                             "缺少参数 FILE；",
		"new":                               "缺少参数 OUT.GPKG；",
		"sample":                            "缺少参数 DIR；",
		"check extent.geojson core.geojson": "多余的参数 core.geojson；",
		"area --method x extent.geojson":    "（--method）",
		"area --sigma abc extent.geojson":   "（--sigma）",
		"area --sigma":                      "--sigma",
		"area --sigma=-1 extent.geojson":    "大于 0 米，不超过 100 米",
		"area --sigma NaN extent.geojson":   "大于 0 米，不超过 100 米",
		"area --sigma 101 extent.geojson":   "大于 0 米，不超过 100 米",
		"check --sigma NaN extent.geojson":  "大于 0 米，不超过 100 米",
		"check --sigma=-1 extent.geojson":   "大于 0 米，不超过 100 米",
		"area extent.geojson --from EPSG:1": "不认识坐标系“EPSG:1”",
	} {
		t.Run(args, func(t *testing.T) {
			r := run(strings.Fields(args)...)
			fails(t, r, want)
			if r.out != "" {
				t.Errorf("it printed %q", r.out)
			}
		})
	}
}

func TestVersion(t *testing.T) {
	if r := run("--version"); r.status != exitHolds || r.out != "zhenjie dev\n" {
		t.Errorf("status %d, %q", r.status, r.out)
	}
}

func TestWithoutACommandTheWindowOpens(t *testing.T) {
	display := func(name string) string { return map[string]string{"DISPLAY": ":0", "LANG": "en"}[name] }
	var got Opening
	window := func(o Opening) error { got = o; return nil }
	if r := runIn(display, window, "镇.gpkg"); r.status != exitHolds || got.File != "镇.gpkg" || !got.Locale || got.Lang.String() != "en" {
		t.Errorf("status %d, opened with %+v", r.status, got)
	}
	if r := runIn(display, window, "--lang", "zh"); r.status != exitHolds || got.File != "" || got.Locale || got.Lang.String() != "zh" {
		t.Errorf("status %d, opened with %+v", r.status, got)
	}
	broken := func(Opening) error { return errors.New("no\ngraphics") }
	fails(t, runIn(display, broken), "no graphics")
	fails(t, runIn(display, nil), "this build has no window")
}

// reader is the other end of a pipe that goes away after some bytes.
type reader struct{ left int }

func (r *reader) Write(b []byte) (int, error) {
	if r.left -= len(b); r.left < 0 {
		return 0, &os.PathError{Op: "write", Path: "/dev/stdout", Err: syscall.EPIPE}
	}
	return len(b), nil
}

func TestAReaderThatGoesAwayIsNoFailure(t *testing.T) {
	inFolder(t)
	write(t, "many.geojson", collection(strings.Split(strings.Repeat(ring("a", large)+"\n", 2000), "\n")[:2000]...))
	for _, args := range []string{
		"area --json extent.geojson", "area --json many.geojson many.geojson", "area many.geojson", "check extent.geojson", "--help",
	} {
		for _, bytesRead := range []int{0, 70_000} {
			var errs bytes.Buffer
			status := Run(strings.Fields(args), Streams{Out: &reader{bytesRead}, Err: &errs, Env: chinese}, nil)
			if status == exitFailed || errs.Len() > 0 {
				t.Errorf("%s, gone after %d bytes: status %d, %q", args, bytesRead, status, errs.String())
			}
		}
	}
}

// full is a disk that takes nothing more.
type full struct{}

func (full) Write([]byte) (int, error) {
	return 0, &os.PathError{Op: "write", Path: "/dev/stdout", Err: syscall.ENOSPC}
}

func TestOutputThatCannotBeWrittenIsAFailure(t *testing.T) {
	inFolder(t)
	for _, args := range []string{"area --json extent.geojson", "check extent.geojson", "check --json extent.geojson", "--help"} {
		var errs bytes.Buffer
		status := Run(strings.Fields(args), Streams{Out: full{}, Err: &errs, Env: chinese}, nil)
		fails(t, result{status, "", errs.String()}, "磁盘已满")
	}
}

var _ io.Writer = full{}

// nothingElse fails for files in the working directory beside those named.
func nothingElse(t *testing.T, names ...string) {
	t.Helper()
	found, err := filepath.Glob("*")
	if err != nil {
		t.Fatal(err)
	}
	hidden, _ := filepath.Glob(".*")
	want := strings.Join(names, " ")
	if got := strings.Join(append(found, hidden...), " "); got != want {
		t.Errorf("the folder holds %s, want %s", got, want)
	}
}
