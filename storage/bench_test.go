package storage

import (
	"path/filepath"
	"testing"

	"zhenjie/planning"
)

// modes are the ways to keep a journal that were compared; the first is the
// one in use.
var modes = []struct {
	name string
	m    mode
}{
	{"exclusive log", writing},
	{"shared log", mode{"mode=rw&_txlock=immediate", []string{"journal_mode(WAL)", "synchronous(FULL)", "foreign_keys(ON)"}}},
	{"rollback journal", mode{"mode=rw&_txlock=immediate", []string{"journal_mode(DELETE)", "synchronous(FULL)", "foreign_keys(ON)"}}},
	{"exclusive rollback journal", mode{"mode=rw&_txlock=immediate", []string{
		"locking_mode(EXCLUSIVE)", "journal_mode(TRUNCATE)", "synchronous(FULL)", "foreign_keys(ON)"}}},
}

// BenchmarkCommit moves one corner of an extent of 1,000.
func BenchmarkCommit(b *testing.B) {
	for _, c := range modes {
		b.Run(c.name, func(b *testing.B) {
			p := samplePlan(1000)
			f := project(b, p)
			if err := f.db.Close(); err != nil {
				b.Fatal(err)
			}
			var err error
			if f.db, err = connect(f.path, c.m); err != nil {
				b.Fatal(err)
			}
			k := 0
			for b.Loop() {
				k++
				commit(b, f, k, moved(p, k))
			}
		})
	}
}

func BenchmarkUndo(b *testing.B) {
	p := samplePlan(1000)
	f := project(b, p)
	for k := range 100 {
		commit(b, f, k, moved(p, k))
	}
	k := 0
	for b.Loop() {
		k++
		if err := f.MoveTo(k % 100); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkOpen opens a project of 2,000 steps on an extent of 1,000 corners,
// 33 MB.
func BenchmarkOpen(b *testing.B) {
	path := filepath.Join(b.TempDir(), "p.gpkg")
	f, err := Create(path, made(), planning.Plan{})
	if err != nil {
		b.Fatal(err)
	}
	p := samplePlan(1000)
	for k := range 2000 {
		commit(b, f, k, moved(p, k))
	}
	for b.Loop() {
		if err := f.Close(); err != nil {
			b.Fatal(err)
		}
		if f, err = Open(path); err != nil {
			b.Fatal(err)
		}
	}
	b.StopTimer()
	_ = f.Close()
}
