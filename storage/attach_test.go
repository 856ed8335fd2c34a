package storage

import (
	"bytes"
	"context"
	"errors"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"zhenjie/planning"
)

// Hashes by sha256sum of GNU coreutils 9.1.
const (
	hashEmpty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855" // printf ''
	hashText  = "5fefa6f2333036c88212d8b151b125275b87c9230945b3acd329bf5080107dc7" // printf '龙溪茶镇'
)

func keeps(t testing.TB, f *File, b []byte) string {
	t.Helper()
	hash, size, err := f.Keep(t.Context(), bytes.NewReader(b), nil)
	if err != nil || size != int64(len(b)) {
		t.Fatalf("kept %d of %d bytes, %v", size, len(b), err)
	}
	return hash
}

func contentOf(f *File, hash string) ([]byte, error) {
	r, err := f.Content(hash)
	if err != nil {
		return nil, err
	}
	return io.ReadAll(r)
}

// holds checks that a project gives a content back.
func holds(t testing.TB, f *File, hash string, want []byte) {
	t.Helper()
	if got, err := contentOf(f, hash); err != nil || !bytes.Equal(got, want) {
		t.Errorf("%d bytes came back as %d, %v", len(want), len(got), err)
	}
}

// attached is a plan that has a file attached.
func attached(p planning.Plan, hash string) planning.Plan {
	p.Attachments = p.Attachments.Append(planning.Attachment{Owner: planning.OfMaterial("base_table"), Name: "表 " + hash[:8], Hash: hash})
	return p
}

// noise is bytes that no compression and no luck can make up.
func noise(n int) []byte {
	b := make([]byte, n)
	_, _ = rand.NewChaCha8([32]byte{byte(n), byte(n >> 8), 7}).Read(b)
	return b
}

func count(t testing.TB, f *File, table string) int {
	t.Helper()
	n := 0
	if err := f.db.QueryRow(`SELECT count(*) FROM ` + table).Scan(&n); err != nil {
		t.Fatal(err)
	}
	return n
}

func TestContentsComeBack(t *testing.T) {
	f := project(t, samplePlan(5))
	p := f.Plan()
	contents := map[string][]byte{}
	for _, b := range [][]byte{nil, []byte("龙溪茶镇"), noise(3<<20 + 17), noise(2 << 20), noise(1)} {
		hash := keeps(t, f, b)
		contents[hash] = b
		p = attached(p, hash)
	}
	if contents[hashEmpty] != nil || contents[hashText] == nil {
		t.Error("the hashes are not those of sha256sum")
	}
	commit(t, f, 1, p)
	check := func(f *File) {
		t.Helper()
		for hash, b := range contents {
			holds(t, f, hash, b)
		}
		if kept, err := f.Kept(); err != nil || len(kept) != len(contents) || kept[hashText] != 12 {
			t.Errorf("kept %v, %v", kept, err)
		}
	}
	check(f)
	f = reopen(t, f)
	check(f)
	to := filepath.Join(t.TempDir(), "copy.gpkg")
	if err := f.CopyTo(to); err != nil {
		t.Fatal(err)
	}
	check(mustOpen(t, to))
}

func TestTheSameContentIsKeptOnce(t *testing.T) {
	f, b := project(t, samplePlan(5)), noise(2<<20+5)
	hash := keeps(t, f, b)
	if again := keeps(t, f, b); again != hash || count(t, f, "zhenjie_file") != 1 || count(t, f, "zhenjie_chunk") != 3 {
		t.Errorf("kept as %s and %s in %d rows", hash, again, count(t, f, "zhenjie_chunk"))
	}
	holds(t, f, hash, b)
}

func TestUndoNeverLosesAContent(t *testing.T) {
	f, b := project(t, samplePlan(5)), noise(3<<20)
	hash := keeps(t, f, b)
	commit(t, f, 1, attached(f.Plan(), hash))
	if err := f.MoveTo(0); err != nil {
		t.Fatal(err)
	}
	f = reopen(t, f)
	if err := f.MoveTo(1); err != nil {
		t.Fatal(err)
	}
	holds(t, f, hash, b)
	detached := f.Plan()
	detached.Attachments = samplePlan(5).Attachments
	commit(t, f, 2, detached)
	f = reopen(t, f)
	holds(t, f, hash, b) // undo may bring it back
	if err := f.MoveTo(0); err != nil {
		t.Fatal(err)
	}
	commit(t, f, 3, moved(f.Plan(), 1)) // now nothing can
	holds(t, f, hash, b)                // but it goes only when the file is opened
	if f = reopen(t, f); count(t, f, "zhenjie_file") != 0 || count(t, f, "zhenjie_chunk") != 0 {
		t.Errorf("%d files in %d pieces are left", count(t, f, "zhenjie_file"), count(t, f, "zhenjie_chunk"))
	}
	if _, err := f.Content(hash); kindOf(err) != "attachment.no_content" {
		t.Errorf("asked for what is gone: %v", err)
	}
}

// stops gives some bytes, then does something, then goes on.
type stops struct {
	from io.Reader
	left int
	then func() error
}

func (s *stops) Read(b []byte) (int, error) {
	if s.left <= 0 {
		if err := s.then(); err != nil {
			return 0, err
		}
	}
	n, err := s.from.Read(b[:min(len(b), 64<<10)])
	s.left -= n
	return n, err
}

func TestAContentStoppedHalfwayIsNotKept(t *testing.T) {
	lost := errors.New("the drive has gone")
	ctx, cancel := context.WithCancel(t.Context())
	for name, c := range map[string]struct {
		then func() error
		want error
	}{
		"cancelled": {func() error { cancel(); return nil }, context.Canceled},
		"unread":    {func() error { return lost }, lost},
	} {
		f := project(t, samplePlan(5))
		used := ctx
		if name == "unread" {
			used = t.Context()
		}
		_, _, err := f.Keep(used, &stops{bytes.NewReader(noise(5 << 20)), 5 << 19, c.then}, nil)
		if !errors.Is(err, c.want) || count(t, f, "zhenjie_file") != 0 || count(t, f, "zhenjie_chunk") != 0 {
			t.Errorf("%s: %v, %d pieces", name, err, count(t, f, "zhenjie_chunk"))
		}
	}
}

func TestStepsAreTakenWhileAContentComes(t *testing.T) {
	f, b := project(t, samplePlan(5)), noise(4<<20)
	n := 0
	hash, _, err := f.Keep(t.Context(), &stops{bytes.NewReader(b), 1 << 20, func() error {
		n++
		return f.Commit(step(n), moved(f.Plan(), n))
	}}, nil)
	if err != nil || n < 3 || f.Current() != n {
		t.Errorf("%d steps, %v", n, err)
	}
	holds(t, f, hash, b)
}

func TestWhatACrashLeftIsDropped(t *testing.T) {
	f := project(t, samplePlan(5))
	hash := keeps(t, f, noise(100))
	commit(t, f, 1, attached(f.Plan(), hash))
	if _, err := f.db.Exec(`INSERT INTO zhenjie_chunk (file, n, data) VALUES (9, 0, x'00'), (9, 1, x'00')`); err != nil {
		t.Fatal(err)
	}
	if f = reopen(t, f); count(t, f, "zhenjie_chunk") != 1 {
		t.Errorf("%d pieces are left", count(t, f, "zhenjie_chunk"))
	}
	holds(t, f, hash, noise(100))
}

func TestNothingIsDroppedWhereTheHistoryIsDamaged(t *testing.T) {
	f := project(t, samplePlan(5))
	hash := keeps(t, f, noise(100))
	commit(t, f, 1, attached(f.Plan(), hash))
	commit(t, f, 2, samplePlan(5))
	if _, err := f.db.Exec(`UPDATE zhenjie_change SET sum = 0 WHERE part = 'attachments' AND step = 1`); err != nil {
		t.Fatal(err)
	}
	f = reopen(t, f)
	holds(t, f, hash, noise(100))
}

func TestAFlippedBitIsSaid(t *testing.T) {
	f, b := project(t, samplePlan(5)), noise(2<<20)
	hash := keeps(t, f, b)
	for what, statement := range map[string]string{
		"bit":      `UPDATE zhenjie_chunk SET data = cast(substr(data, 1, 99) || x'00' || substr(data, 101) AS BLOB) WHERE n = 1`,
		"no piece": `DELETE FROM zhenjie_chunk WHERE n = 1`,
		"no bytes": `UPDATE zhenjie_chunk SET data = x''`,
		"huge":     `UPDATE zhenjie_chunk SET data = zeroblob(100000000) WHERE n = 0`,
		"size":     `UPDATE zhenjie_file SET size = size - 1`,
		"negative": `UPDATE zhenjie_file SET size = -1`,
	} {
		if _, err := f.db.Exec(statement); err != nil {
			t.Fatal(err)
		}
		if _, err := contentOf(f, hash); kindOf(err) != "attachment.damaged" {
			t.Errorf("%s: %v", what, err)
		}
		if again := keeps(t, f, b); again != hash { // attached again, it is whole
			t.Error(again)
		}
		holds(t, f, hash, b)
	}
}

func TestAVersionTwoFileTakesContents(t *testing.T) {
	path, want := oldFile(t)
	if _, err := prepare(path, latest[:1]); err != nil {
		t.Fatal(err)
	}
	f := mustOpen(t, path)
	if ns := f.Notices(); !f.Plan().Equal(want) || len(ns) != 1 || ns[0].Args[0].Value != "old.v2-backup.gpkg" {
		t.Errorf("opened with notices %v, differs in %v", ns, f.Plan().Changed(want))
	}
	hash := keeps(t, f, noise(100))
	commit(t, f, 2, attached(f.Plan(), hash))
	holds(t, reopen(t, f), hash, noise(100))
}

func TestHostileTablesOfContentsAreRefused(t *testing.T) {
	for name, statement := range map[string]string{
		"dropped": `DROP TABLE zhenjie_file`,
		"trigger": `CREATE TRIGGER t AFTER INSERT ON zhenjie_chunk BEGIN DELETE FROM zhenjie_change; END`,
		"view":    `DROP TABLE zhenjie_chunk; CREATE VIEW zhenjie_chunk AS WITH RECURSIVE r(id, file, n, data) AS (SELECT 1, 1, 0, x'00' UNION ALL SELECT id + 1, 1, n + 1, data FROM r) SELECT * FROM r`,
	} {
		f := project(t, samplePlan(5))
		commit(t, f, 1, attached(f.Plan(), keeps(t, f, noise(100))))
		if err := f.Close(); err != nil {
			t.Fatal(err)
		}
		outside(t, f.Path(), statement)
		if _, err := Open(f.Path()); !Damaged(err) {
			t.Errorf("%s: opening says %v", name, err)
		}
		salvaged(t, f.Path())
	}
}

// TestDamagedContents flips bits and cuts a project that is all but attached
// files: what comes back is what was kept, whether it opens or is salvaged.
func TestDamagedContents(t *testing.T) {
	f := project(t, samplePlan(20))
	contents := map[string][]byte{}
	p := f.Plan()
	for i := range 12 {
		b := noise(40_000 + i)
		hash := keeps(t, f, b)
		contents[hash], p = b, attached(p, hash)
	}
	commit(t, f, 1, p)
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	whole, err := os.ReadFile(f.Path())
	if err != nil {
		t.Fatal(err)
	}
	random := rand.New(rand.NewPCG(3, 5))
	whole12, some, said := 0, 0, 0
	for i := range 80 {
		path := filepath.Join(t.TempDir(), "p.gpkg")
		if err := os.WriteFile(path, damage(random, whole, i), 0o666); err != nil {
			t.Fatal(err)
		}
		g, err := Open(path)
		if err != nil {
			if g = salvaged(t, path); g == nil {
				continue
			}
		}
		good := 0
		for hash, b := range contents {
			switch got, err := contentOf(g, hash); {
			case err == nil && !bytes.Equal(got, b):
				t.Errorf("damage %d: another content came back", i)
			case err == nil:
				good++
			case !strings.HasPrefix(kindOf(err), "attachment.") && !Damaged(err):
				t.Errorf("damage %d: %v", i, err)
			default:
				said++
			}
		}
		_ = g.Close()
		if good == len(contents) {
			whole12++
		} else if good > 0 {
			some++
		}
	}
	t.Logf("of 80 damaged files %d gave all contents, %d some; %d contents were said to be damaged", whole12, some, said)
	if whole12 < 3 || some < 20 || said == 0 {
		t.Errorf("%d gave all contents, %d some, %d were said", whole12, some, said)
	}
}

// salvaged is a new project of what is left of a damaged one, nil for nothing.
func salvaged(t *testing.T, path string) *File {
	t.Helper()
	p, _, err := Salvage(path)
	if err != nil {
		return nil
	}
	g, err := Create(filepath.Join(t.TempDir(), "new.gpkg"), made(), p)
	if err != nil {
		t.Fatal(err)
	}
	if err := g.Rescue(t.Context(), path); err != nil {
		t.Errorf("rescue: %v", err)
	}
	return g
}

// BenchmarkKeep keeps a file of 20 MB, the largest kept inside.
func BenchmarkKeep(b *testing.B) {
	f, data := project(b, samplePlan(5)), noise(20<<20)
	b.SetBytes(int64(len(data)))
	for i := 0; b.Loop(); i++ {
		data[0], data[1], data[2] = byte(i), byte(i>>8), byte(i>>16)
		keeps(b, f, data)
	}
}
