package storage

import (
	"bufio"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"modernc.org/sqlite"

	"zhenjie/geo"
)

// The test binary plays the other process too: with this variable set it does
// the work named and no test.
const role = "ZHENJIE_STORAGE_TEST"

func TestMain(m *testing.M) {
	switch os.Getenv(role) {
	case "":
		os.Exit(m.Run())
	case "commit":
		commitForever(os.Args[1])
	case "open":
		openOnce(os.Args[1])
	case "replace":
		_, err := Replace(os.Args[1], made(), samplePlan(3))
		fmt.Print(kindOf(err))
	}
}

func child(work, path string) *exec.Cmd {
	cmd := exec.Command(os.Args[0], path)
	cmd.Env = append(os.Environ(), role+"="+work)
	return cmd
}

// commitForever goes on from where the project stands and prints the number of
// each step once it is on the disk. Every seventh step an undo comes first, to
// have steps dropped as well.
func commitForever(path string) {
	f, err := Open(path)
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	for n := f.Current() + 1; ; n++ {
		if n%7 == 0 {
			if err := f.MoveTo(n - 2); err != nil {
				fmt.Println(err)
				os.Exit(1)
			}
			if err := f.MoveTo(n - 1); err != nil {
				fmt.Println(err)
				os.Exit(1)
			}
		}
		if err := f.Commit(step(n), moved(samplePlan(100), n)); err != nil {
			fmt.Println(err)
			os.Exit(1)
		}
		fmt.Println(n)
	}
}

// openOnce prints the kind of error Open gives.
func openOnce(path string) {
	f, err := Open(path)
	fmt.Print(kindOf(err))
	if err == nil {
		_ = f.Close()
	}
}

// kindOf is the id of an error's sentence: "" for none, "no sentence" for an
// error a user could not read.
func kindOf(err error) string {
	var bad *geo.InputError
	switch {
	case err == nil:
		return ""
	case errors.As(err, &bad):
		return string(bad.Kind)
	default:
		return "no sentence: " + err.Error()
	}
}

// TestNothingAcknowledgedIsLost kills a process that commits, 200 times at
// random moments, and opens what it leaves.
func TestNothingAcknowledgedIsLost(t *testing.T) {
	path := closed(t, samplePlan(100))
	random := rand.New(rand.NewPCG(7, 7))
	last := 0
	for kill := range 200 {
		last = killOnce(t, path, time.Duration(random.IntN(15_000))*time.Microsecond, last)
		if t.Failed() {
			t.Fatalf("after kill %d", kill)
		}
	}
	if last < 200 {
		t.Errorf("only %d steps in all: the child was killed before it could work", last)
	}
}

// killOnce lets a child commit for a while from its first step on, kills it,
// and checks the project; it returns the last step there is.
func killOnce(t *testing.T, path string, after time.Duration, last int) int {
	cmd := child("commit", path)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	acknowledged := last
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		n, err := strconv.Atoi(lines.Text())
		if err != nil {
			t.Error(lines.Text())
			break
		}
		if acknowledged == last {
			time.AfterFunc(after, func() { _ = cmd.Process.Kill() })
		}
		acknowledged = n
	}
	_ = cmd.Process.Kill()
	_ = cmd.Wait()
	return checkAfterKill(t, path, acknowledged)
}

func checkAfterKill(t *testing.T, path string, acknowledged int) int {
	f, err := Open(path)
	if err != nil {
		t.Error(err)
		return 0
	}
	defer f.Close()
	n := f.Current()
	// One step may be on the disk that was not told of any more. A kill between
	// the two moves of a seventh step leaves the project one step back.
	steps := len(f.Steps()) - 1
	if steps < acknowledged || steps > acknowledged+1 || n < steps-1 {
		t.Errorf("stands at %d of %d steps, %d were acknowledged", n, steps, acknowledged)
		return 0
	}
	if _, err := os.Stat(path + "-shm"); err == nil {
		t.Error("a shared-memory file was left")
	}
	for i := max(steps-3, 1); i <= steps; i++ {
		if p, err := f.PlanAt(i); err != nil || !p.Equal(moved(samplePlan(100), i)) {
			t.Errorf("step %d: %v, or another plan", i, err)
		}
	}
	if len(f.Notices()) != 0 {
		t.Errorf("notices %v", f.Notices())
	}
	if n < steps {
		if err := f.MoveTo(steps); err != nil {
			t.Error(err)
		}
	}
	return steps
}

func TestSecondOpenerIsToldSo(t *testing.T) {
	f := project(t, samplePlan(10))
	tell := func(when string) {
		t.Helper()
		out, err := child("open", f.Path()).Output()
		if err != nil || string(out) != "storage.in_use" {
			t.Errorf("%s: another process is told %q, %v", when, out, err)
		}
		if _, err := Open(f.Path()); kindOf(err) != "storage.in_use" {
			t.Errorf("%s: this process is told %v", when, err)
		}
	}
	tell("opened")
	commit(t, f, 1, moved(f.Plan(), 1))
	tell("after a commit")
	if !IsProject(f.Path()) {
		t.Error("an open project is not seen as one")
	}
	tell("after a look at the first page")
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	if out, err := child("open", f.Path()).Output(); err != nil || len(out) != 0 {
		t.Errorf("closed: another process is told %q, %v", out, err)
	}
}

// A file that anybody in the process reads and closes loses POSIX locks; where
// the system has better ones the project keeps its own.
func TestReadingTheFileElsewhereLeavesTheLock(t *testing.T) {
	if !sqlite.OFDLockingEnabled() {
		t.Skip("only Linux has locks that survive this")
	}
	f := project(t, samplePlan(10))
	if _, err := os.ReadFile(f.Path()); err != nil {
		t.Fatal(err)
	}
	if out, err := child("open", f.Path()).Output(); err != nil || string(out) != "storage.in_use" {
		t.Errorf("another process is told %q, %v", out, err)
	}
}

// crashed leaves a closed project and a log beside it with at least one step.
func crashed(t *testing.T, path string) {
	t.Helper()
	f, err := Create(path, made(), samplePlan(20))
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	cmd := child("commit", path)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	bufio.NewScanner(out).Scan()
	_ = cmd.Process.Kill()
	_ = cmd.Wait()
	if _, err := os.Stat(path + "-wal"); err != nil {
		t.Fatal("the crash left no log:", err)
	}
}

func TestAnOlderProjectsLogIsNotPlayedBack(t *testing.T) {
	path := filepath.Join(t.TempDir(), "p.gpkg")
	crashed(t, path)
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	want := samplePlan(33)
	f, err := Create(path, made(), want)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if !f.Plan().Equal(want) || len(f.Steps()) != 1 {
		t.Errorf("%d steps; the plan differs in %v", len(f.Steps()), f.Plan().Changed(want))
	}
}

// TestAProjectInUseIsNotReplaced holds the target open in another process, and
// in this one.
func TestAProjectInUseIsNotReplaced(t *testing.T) {
	f := project(t, samplePlan(10))
	target := filepath.Join(t.TempDir(), "other.gpkg")
	g, err := Create(target, made(), samplePlan(30))
	if err != nil {
		t.Fatal(err)
	}
	for name, overwrite := range map[string]func() error{
		"copy":    func() error { return f.CopyTo(target) },
		"replace": func() error { _, err := Replace(target, made(), samplePlan(5)); return err },
		"child": func() error {
			out, err := child("replace", target).Output()
			if string(out) != "storage.in_use" {
				t.Errorf("another process is told %q, %v", out, err)
			}
			return f.CopyTo(target)
		},
	} {
		if err := overwrite(); kindOf(err) != "storage.in_use" {
			t.Errorf("%s: told %v", name, err)
		}
		next := moved(g.Plan(), len(g.Steps()))
		commit(t, g, len(g.Steps()), next)
	}
	want := g.Plan()
	if err := g.Close(); err != nil {
		t.Fatal(err)
	}
	if g, err = Open(target); err != nil || !g.Plan().Equal(want) || len(g.Steps()) != 4 {
		t.Fatalf("its work is gone: %v", err)
	}
	if err := g.Close(); err != nil {
		t.Fatal(err)
	}
	if err := f.CopyTo(target); err != nil {
		t.Errorf("closed, it is not replaced: %v", err)
	}
	only(t, target)
	if p, err := Read(target); err != nil || !p.Equal(f.Plan()) {
		t.Errorf("the copy: %v", err)
	}
}

// TestAProjectThatMakesWayIsWhole: should replacing fail, nothing of what stood
// there is lost.
func TestAProjectThatMakesWayIsWhole(t *testing.T) {
	path := filepath.Join(t.TempDir(), "p.gpkg")
	crashed(t, path)
	if err := makeWay(path); err != nil {
		t.Fatal(err)
	}
	only(t, path)
	f := mustOpen(t, path)
	if n := len(f.Steps()); n < 2 {
		t.Errorf("%d steps are left of what the log held", n)
	}
}

func TestWhatIsNoProjectIsReplaced(t *testing.T) {
	for name, content := range map[string]string{
		"empty": "", "text": "old", "long text": strings.Repeat("SQLite format? ", 999),
		"broken": "SQLite format 3\x00" + strings.Repeat("\x01", 5000),
	} {
		path := filepath.Join(t.TempDir(), "p.gpkg")
		for _, suffix := range []string{"", "-wal"} {
			if err := os.WriteFile(path+suffix, []byte(content), 0o666); err != nil {
				t.Fatal(err)
			}
		}
		f, err := Replace(path, made(), samplePlan(7))
		if err != nil || !f.Plan().Equal(samplePlan(7)) {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if err := f.Close(); err != nil {
			t.Error(err)
		}
		only(t, path)
	}
}
