package workspace

import (
	"bytes"
	"context"
	"errors"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"zhenjie/assets/words"
	"zhenjie/planning"
)

var table = planning.OfMaterial("base_table")

func none(int64, int64) {}

// noise is n bytes that no luck can make up.
func noise(n int) []byte {
	b := make([]byte, n)
	_, _ = rand.NewChaCha8([32]byte{byte(n), byte(n >> 8), 3}).Read(b)
	return b
}

func put(t testing.TB, name string, b []byte) (path string) {
	t.Helper()
	path = filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, b, 0o666); err != nil {
		t.Fatal(err)
	}
	return path
}

func attach(t testing.TB, w *Workspace, paths ...string) []words.Text {
	t.Helper()
	found, err := w.Gather(t.Context(), table, paths, none)
	if err != nil {
		t.Fatal(err)
	}
	said, err := w.Attach(found)
	if err != nil {
		t.Fatal(err)
	}
	return said
}

// extracts checks that an attached file gives just these bytes.
func extracts(t testing.TB, w *Workspace, a planning.Attachment, want []byte) {
	t.Helper()
	to := filepath.Join(t.TempDir(), "out")
	if err := w.Extract(t.Context(), a, to, none); err != nil {
		t.Fatal(err)
	}
	if got, err := os.ReadFile(to); err != nil || !bytes.Equal(got, want) {
		t.Errorf("%s: %d bytes came out as %d, %v", a.Name, len(want), len(got), err)
	}
}

func reopened(t *testing.T, w *Workspace) *Workspace {
	t.Helper()
	path := w.State().Path
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	w, err := Open(path, Books{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = w.Close() })
	return w
}

func TestAnAttachedFileComesBackTheSame(t *testing.T) {
	w, b := project(t, planning.Plan{}), noise(3<<20+1)
	began := time.Now().Format(time.DateOnly)
	if said := attach(t, w, put(t, "报告.pdf", b)); len(said) > 0 {
		t.Errorf("said %v", said)
	}
	a := w.State().Plan.Attachments.At(0)
	want := planning.Attachment{Owner: table, Name: "报告.pdf", Hash: a.Hash, Size: 3<<20 + 1, Added: a.Added}
	if today := time.Now().Format(time.DateOnly); a.Added != began && a.Added != today { // midnight may have passed
		t.Errorf("added on %s, today is %s", a.Added, today)
	}
	if a != want || len(a.Hash) != 64 {
		t.Errorf("attached %+v, want %+v", a, want)
	}
	if err := w.Undo(); err != nil || w.State().Plan.Attachments.Len() != 0 {
		t.Fatalf("undone: %v", err)
	}
	w = reopened(t, w)
	if err := w.Redo(); err != nil {
		t.Fatal(err)
	}
	extracts(t, w, w.State().Plan.Attachments.At(0), b)
}

// TestAHashOfAnotherProgram: sha256sum of GNU coreutils 9.1, of printf 'abc' and
// of head -c 1000000 /dev/zero.
func TestAHashOfAnotherProgram(t *testing.T) {
	w := project(t, planning.Plan{})
	w.inside = 100
	attach(t, w, put(t, "abc.txt", []byte("abc")), put(t, "zero.bin", make([]byte, 1_000_000)))
	for i, want := range []string{
		"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
		"d29751f2649b32ff572b5e0a9f541ea660a50f94ff0beedfb0b692b924cc8025",
	} {
		if got := w.State().Plan.Attachments.At(i); got.Hash != want || got.Inside() != (i == 0) {
			t.Errorf("file %d has the hash %s and the path %q", i, got.Hash, got.Path)
		}
	}
}

func TestNamesAndCopies(t *testing.T) {
	w := project(t, planning.Plan{})
	one := put(t, "表.xlsx", []byte("1"))
	attach(t, w, one, put(t, "表.xlsx", []byte("2")))
	said := attach(t, w, one, put(t, "表.XLSX", []byte("3")), put(t, "同.xlsx", []byte("1")))
	var names []string
	for _, a := range w.State().Plan.Attachments.All() {
		names = append(names, a.Name)
	}
	if want := []string{"表.xlsx", "表 2.xlsx", "表 3.XLSX"}; !reflect.DeepEqual(names, want) {
		t.Errorf("named %q, want %q", names, want)
	}
	if len(said) != 2 || said[0].ID != "attachment.same" || said[1].ID != "attachment.same" {
		t.Errorf("said %v", said)
	}
	steps := w.State().Current
	if attach(t, w, one); w.State().Current != steps {
		t.Error("nothing new made a step")
	}
}

// TestLongNamesGetNumbers: the number must not be what is cut off.
func TestLongNamesGetNumbers(t *testing.T) {
	w := project(t, planning.Plan{})
	name := strings.Repeat("表", 65) + ".xlsx" // 200 bytes, the most there may be
	for n := range 11 {
		attach(t, w, put(t, name, noise(n+1)))
	}
	taken := map[string]bool{}
	for _, a := range w.State().Plan.Attachments.All() {
		if taken[a.Name] || len(a.Name) > 200 || !strings.HasSuffix(a.Name, ".xlsx") {
			t.Errorf("called %q, of %d bytes", a.Name, len(a.Name))
		}
		taken[a.Name] = true
	}
}

func TestWhatIsNoFile(t *testing.T) {
	w, good := project(t, planning.Plan{}), put(t, "a.pdf", []byte("a"))
	for path, want := range map[string]words.ID{t.TempDir(): "attachment.folder", filepath.Join(t.TempDir(), "none"): "file.missing"} {
		if found, err := w.Gather(t.Context(), table, []string{good, path}, none); kind(err) != want || found != nil {
			t.Errorf("%s: %v, %v", path, found, err)
		}
	}
}

func TestCancelledInTheMiddleNothingIsLeft(t *testing.T) {
	w := project(t, planning.Plan{})
	ctx, cancel := context.WithCancel(t.Context())
	var last int64
	_, err := w.Gather(ctx, table, []string{put(t, "a.bin", noise(6<<20))}, func(done, total int64) {
		if last = done; done >= 2<<20 {
			cancel()
		}
	})
	if !errors.Is(err, context.Canceled) || last > 4<<20 {
		t.Errorf("ended with %v after %d bytes", err, last)
	}
	if kept, err := w.file.Kept(); err != nil || len(kept) != 0 || w.State().Current != 0 {
		t.Errorf("kept %v, %v", kept, err)
	}
	if err := w.Extract(ctx, planning.Attachment{Hash: strings.Repeat("0", 64)}, filepath.Join(t.TempDir(), "x"), none); kind(err) != "attachment.no_content" {
		t.Errorf("extracting what is not there: %v", err)
	}
}

func TestAStoppedExtractLeavesTheOldFile(t *testing.T) {
	w := project(t, planning.Plan{})
	attach(t, w, put(t, "a.bin", noise(3<<20)))
	to := put(t, "out.bin", []byte("old"))
	ctx, cancel := context.WithCancel(t.Context())
	if err := w.Extract(ctx, w.State().Plan.Attachments.At(0), to, func(int64, int64) { cancel() }); err == nil {
		t.Error("a stopped extract succeeded")
	}
	entries, _ := os.ReadDir(filepath.Dir(to))
	if b, _ := os.ReadFile(to); string(b) != "old" || len(entries) != 1 {
		t.Errorf("the file holds %q, beside %d others", b, len(entries)-1)
	}
}

// TestTheContentIsThereBeforeThePlanSaysSo copies the project as a crash would
// leave it, at each moment that matters.
func TestTheContentIsThereBeforeThePlanSaysSo(t *testing.T) {
	w, b := project(t, planning.Plan{}), noise(2<<20)
	crash := func() *Workspace {
		to := filepath.Join(t.TempDir(), "镇.gpkg")
		for _, suffix := range []string{"", "-wal"} {
			data, err := os.ReadFile(w.State().Path + suffix)
			if err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(to+suffix, data, 0o666); err != nil {
				t.Fatal(err)
			}
		}
		c, err := Open(to, Books{})
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = c.Close() })
		return c
	}
	path, halfway := put(t, "a.bin", b), (*Workspace)(nil)
	found, err := w.Gather(t.Context(), table, []string{path}, func(done, total int64) {
		if halfway == nil && done == 1<<20 {
			halfway = crash()
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	gathered := crash()
	for when, c := range map[string]*Workspace{"halfway": halfway, "gathered": gathered} {
		if kept, err := c.file.Kept(); err != nil || len(kept) != 0 || c.State().Plan.Attachments.Len() != 0 {
			t.Errorf("%s: kept %v, %v", when, kept, err)
		}
	}
	if _, err := w.Attach(found); err != nil {
		t.Fatal(err)
	}
	c := crash()
	extracts(t, c, c.State().Plan.Attachments.At(0), b)
}

func TestFilesKeptOutside(t *testing.T) {
	w, b := project(t, planning.Plan{}), noise(3<<20)
	w.inside = 1 << 20
	path := put(t, "视频.mp4", b)
	said := attach(t, w, path, put(t, "a.pdf", []byte("a")))
	a := w.State().Plan.Attachments.At(0)
	if len(said) != 1 || said[0].ID != "attachment.huge" || a.Path != path || w.State().Plan.KeptSize() != 1 {
		t.Errorf("said %v, attached %+v, %d bytes inside", said, a, w.State().Plan.KeptSize())
	}
	troubles := func() (ids []words.ID) {
		t.Helper()
		all, err := w.CheckFiles(t.Context(), w.State().Plan, none)
		if err != nil {
			t.Fatal(err)
		}
		for _, one := range all {
			ids = append(ids, one.Text.ID)
		}
		return ids
	}
	if got := troubles(); got != nil {
		t.Errorf("troubles with files that are there: %v", got)
	}
	extracts(t, w, a, b)

	b[1<<20]++
	if err := os.WriteFile(path, b, 0o666); err != nil {
		t.Fatal(err)
	}
	if got := troubles(); !reflect.DeepEqual(got, []words.ID{"attachment.changed"}) {
		t.Errorf("changed: %v", got)
	}
	if err := w.Extract(t.Context(), a, filepath.Join(t.TempDir(), "x"), none); kind(err) != "attachment.changed" {
		t.Errorf("extracting a changed file: %v", err)
	}
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	if got := troubles(); !reflect.DeepEqual(got, []words.ID{"attachment.gone"}) {
		t.Errorf("gone: %v", got)
	}
	b[1<<20]-- // handed over beside the project
	if err := os.WriteFile(filepath.Join(filepath.Dir(w.State().Path), "视频.mp4"), b, 0o666); err != nil {
		t.Fatal(err)
	}
	if got := troubles(); got != nil {
		t.Errorf("beside the project: %v", got)
	}
	extracts(t, w, a, b)
}

func TestPreview(t *testing.T) {
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	t.Setenv("LocalAppData", t.TempDir())
	t.Setenv("HOME", t.TempDir())
	w := project(t, planning.Plan{})
	attach(t, w, put(t, "图.PDF", []byte("%PDF")), put(t, "run.exe", []byte("MZ")), put(t, "run", []byte("#!")))
	all := w.State().Plan.Attachments
	for range 2 {
		path, err := w.Preview(t.Context(), all.At(0), none)
		if err != nil {
			t.Fatal(err)
		}
		if b, err := os.ReadFile(path); err != nil || string(b) != "%PDF" || filepath.Base(path) != "图.PDF" {
			t.Errorf("%s holds %q, %v", path, b, err)
		}
		if err := os.Chmod(path, 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte("else"), 0o600); err != nil { // somebody saved over it
			t.Fatal(err)
		}
	}
	for i := 1; i < 3; i++ {
		if _, err := w.Preview(t.Context(), all.At(i), none); kind(err) != "attachment.not_opened" {
			t.Errorf("%s: %v", all.At(i).Name, err)
		}
	}
}

// TestPreviewOpensNoProgramUnderAnotherName: a project from elsewhere may call a
// program outside of it a paper.
func TestPreviewOpensNoProgramUnderAnotherName(t *testing.T) {
	w := project(t, planning.Plan{})
	path := put(t, "run.exe", noise(9))
	for _, at := range []string{path, filepath.Join("gone", "run.exe"), `C:\gone\run.exe`} {
		a := planning.Attachment{Owner: table, Name: "paper.pdf", Path: at, Hash: strings.Repeat("0", 64)}
		if got, err := w.Preview(t.Context(), a, none); kind(err) != "attachment.not_opened" {
			t.Errorf("%s: opened as %q, %v", at, got, err)
		}
	}
}

func TestSalvageBringsAttachedFiles(t *testing.T) {
	w, b, c := project(t, planning.Plan{Identity: planning.Identity{Name: "龙溪"}}), noise(200_000), noise(300_000)
	attach(t, w, put(t, "a.bin", b), put(t, "c.bin", c))
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(w.State().Path)
	if err != nil {
		t.Fatal(err)
	}
	// The plan's own damage, and a bit of one content.
	at := bytes.Index(data, c[150_000:150_016])
	name := bytes.Index(data, []byte(`{"name":"龙溪"`))
	if at < 0 || name < 0 {
		t.Fatal("the file is not laid out as this test takes it to be")
	}
	data[at] ^= 4
	data[name] ^= 4
	path := put(t, "damaged.gpkg", data)
	if _, err := Open(path, Books{}); err == nil {
		t.Fatal("the damaged project opens")
	}
	s, lost, err := Salvage(t.Context(), path, filepath.Join(t.TempDir(), "new.gpkg"), Books{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	var said []string
	for _, l := range lost {
		said = append(said, l.In(words.En))
	}
	if text := strings.Join(said, "; "); len(said) != 2 || !strings.Contains(text, "name and place") || !strings.Contains(text, "c.bin") {
		t.Errorf("lost: %s", text)
	}
	extracts(t, s, s.State().Plan.Attachments.At(0), b)
	if err := s.Extract(t.Context(), s.State().Plan.Attachments.At(1), filepath.Join(t.TempDir(), "x"), none); kind(err) != "attachment.no_content" {
		t.Errorf("the damaged content: %v", err)
	}
}
