package storage

import (
	"bytes"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"zhenjie/planning"
)

// rich is the bytes of a project with a history.
func rich(t testing.TB) ([]byte, []planning.Plan) {
	t.Helper()
	f := project(t, samplePlan(300))
	plans := []planning.Plan{f.Plan()}
	for n := 1; n < 20; n++ {
		p := moved(f.Plan(), n)
		p.Claims.Investment++
		commit(t, f, n, p)
		plans = append(plans, p)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(f.Path())
	if err != nil {
		t.Fatal(err)
	}
	return b, plans
}

// TestDamageIsSaidAndNothingWritten flips bits and cuts: the project opens with
// its own plan, or with a plan whose boundary was changed outside, or the error
// is a sentence and the file is left as it was.
func TestDamageIsSaidAndNothingWritten(t *testing.T) {
	whole, plans := rich(t)
	want := plans[len(plans)-1]
	random := rand.New(rand.NewPCG(11, 13))
	opened, salvaged := 0, 0
	for i := range 400 {
		b := damage(random, whole, i)
		path := filepath.Join(t.TempDir(), "p.gpkg")
		if err := os.WriteFile(path, b, 0o666); err != nil {
			t.Fatal(err)
		}
		f, err := Open(path)
		if err == nil {
			opened++
			p := f.Plan()
			if len(f.Notices()) > 0 {
				p.Extent, p.Core = want.Extent, want.Core
			}
			if !p.Equal(want) {
				t.Errorf("damage %d: opened with another plan, different in %v", i, p.Changed(want))
			}
			_ = f.Close()
			continue
		}
		if kind := kindOf(err); !strings.HasPrefix(kind, "storage.") || kind == "storage.failed" {
			t.Errorf("damage %d: %s, %v", i, kind, err)
		}
		if salvage(t, path, plans) {
			salvaged++
		}
		left, err := os.ReadFile(path)
		if err != nil || !bytes.Equal(left, b) {
			t.Errorf("damage %d: the file was written to (%v)", i, err)
		}
	}
	t.Logf("of 400 damaged files %d opened and %d of the others gave a plan", opened, salvaged)
	if opened == 400 || salvaged < (400-opened)/2 {
		t.Errorf("%d opened, %d salvaged", opened, salvaged)
	}
}

func damage(random *rand.Rand, whole []byte, i int) []byte {
	b := slices.Clone(whole)
	switch i % 4 {
	case 0: // cut short
		return b[:random.IntN(len(b))]
	case 1: // a page of zeros, as after a power cut
		at := random.IntN(len(b)/4096) * 4096
		clear(b[at : at+4096])
	case 2:
		b[random.IntN(len(b))] ^= 1 << random.IntN(8)
	default:
		for range 50 {
			b[random.IntN(len(b))] = byte(random.Uint32())
		}
	}
	return b
}

// salvage checks that what is read of a damaged file was once in it, part by
// part.
func salvage(t *testing.T, path string, plans []planning.Plan) bool {
	p, lost, err := Salvage(path)
	if err != nil {
		if !strings.HasPrefix(kindOf(err), "storage.") {
			t.Error(err)
		}
		return false
	}
	for _, part := range planning.Parts {
		if slices.Contains(lost, part) || part == planning.PartExtent || part == planning.PartCore {
			continue // a shape read from a layer has no checksum
		}
		if !slices.ContainsFunc(plans, func(old planning.Plan) bool { return !slices.Contains(old.Changed(p), part) }) {
			t.Errorf("salvaged a %s that never was", part)
		}
	}
	return true
}

func TestSalvageFallsBackToOlderValues(t *testing.T) {
	p := samplePlan(40)
	f := project(t, p)
	commit(t, f, 1, moved(p, 1))
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	outside(t, f.Path(),
		`UPDATE zhenjie_change SET value = x'00' WHERE step = 1 AND part = 'extent'`,
		`UPDATE zhenjie_change SET value = '{}' WHERE part = 'identity'`)
	if _, err := Open(f.Path()); !Damaged(err) {
		t.Errorf("opening says %v", err)
	}
	got, lost, err := Salvage(f.Path())
	want := p
	want.Identity = planning.Identity{}
	if err != nil || !got.Equal(want) || !slices.Equal(lost, []planning.Part{planning.PartIdentity}) {
		t.Errorf("salvaged: %v, lost %v, differs in %v", err, lost, got.Changed(want))
	}
}

func TestHostileContentIsRefused(t *testing.T) {
	deep := strings.Repeat(`{"ID":"raw","Args":[{"Name":"text","Value":`, 2000) + `"x"` + strings.Repeat(`}]}`, 2000)
	for name, statement := range map[string]string{
		"deep name":         `UPDATE zhenjie_step SET name = '` + deep + `'`,
		"long name":         `UPDATE zhenjie_step SET name = zeroblob(100000)`,
		"no name":           `UPDATE zhenjie_step SET name = x'00'`,
		"no time":           `UPDATE zhenjie_step SET at = 'yesterday'`,
		"gap in steps":      `UPDATE zhenjie_step SET id = 3 WHERE id = 1`,
		"no steps":          `DELETE FROM zhenjie_step`,
		"step beyond":       `UPDATE zhenjie_state SET current = 99`,
		"step before":       `UPDATE zhenjie_state SET current = -1`,
		"step of text":      `UPDATE zhenjie_state SET current = 'x'`,
		"no state":          `DELETE FROM zhenjie_state`,
		"part missing":      `DELETE FROM zhenjie_change WHERE part = 'claims'`,
		"sum wrong":         `UPDATE zhenjie_change SET sum = 0 WHERE part = 'claims'`,
		"value gigantic":    `UPDATE zhenjie_change SET value = zeroblob(268435457) WHERE part = 'claims'`,
		"version of text":   `UPDATE zhenjie_meta SET value = 'x' WHERE key = 'schema_version'`,
		"version zero":      `UPDATE zhenjie_meta SET value = 0 WHERE key = 'schema_version'`,
		"no version":        `DELETE FROM zhenjie_meta`,
		"table dropped":     `DROP TABLE zhenjie_state`,
		"core table gone":   `ALTER TABLE gpkg_contents RENAME TO x`,
		"column dropped":    `ALTER TABLE zhenjie_change DROP COLUMN sum`,
		"endless view":      `DROP TABLE zhenjie_state; CREATE VIEW zhenjie_state AS WITH RECURSIVE r(id, current) AS (SELECT 2, 0 UNION ALL SELECT id + 1, 0 FROM r) SELECT * FROM r`,
		"endless meta":      `DROP TABLE zhenjie_meta; CREATE VIEW zhenjie_meta AS WITH RECURSIVE r(key, value) AS (SELECT 'a', 0 UNION ALL SELECT 'a', value FROM r) SELECT * FROM r`,
		"trigger":           `CREATE TRIGGER t AFTER INSERT ON zhenjie_step BEGIN DELETE FROM zhenjie_change; END`,
		"trigger, contents": `CREATE TRIGGER t AFTER UPDATE ON gpkg_contents BEGIN DELETE FROM zhenjie_change; END`,
	} {
		t.Run(name, func(t *testing.T) {
			f := project(t, samplePlan(10))
			commit(t, f, 1, moved(f.Plan(), 1))
			if err := f.Close(); err != nil {
				t.Fatal(err)
			}
			outside(t, f.Path(), statement)
			before, err := os.ReadFile(f.Path())
			if err != nil {
				t.Fatal(err)
			}
			if f, err := Open(f.Path()); !Damaged(err) {
				t.Errorf("opening says %v", err)
				if err == nil {
					_ = f.Close()
				}
			}
			if _, _, err := Salvage(f.Path()); err != nil && kindOf(err) != "storage.nothing_left" {
				t.Error(err)
			}
			after, err := os.ReadFile(f.Path())
			if err != nil || !bytes.Equal(before, after) {
				t.Errorf("the file was written to (%v)", err)
			}
		})
	}
}

func FuzzOpen(f *testing.F) {
	whole, err := os.ReadFile(closed(f, samplePlan(4)))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(whole)
	f.Add(whole[:4096])
	f.Add([]byte("SQLite format 3\x00"))
	f.Add([]byte(nil))
	path := filepath.Join(f.TempDir(), "p.gpkg")
	f.Fuzz(func(t *testing.T, b []byte) {
		if err := os.WriteFile(path, b, 0o666); err != nil {
			t.Fatal(err)
		}
		_ = IsProject(path)
		_, _, _ = Salvage(path)
		p, err := Open(path)
		if err != nil {
			if strings.HasPrefix(kindOf(err), "no sentence") {
				t.Error(err)
			}
			return
		}
		if err := p.Commit(step(1), samplePlan(3)); err != nil && strings.HasPrefix(kindOf(err), "no sentence") {
			t.Error(err)
		}
		_ = p.Close()
	})
}
