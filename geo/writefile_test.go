package geo

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"syscall"
	"testing"

	"zhenjie/assets/words"
)

func TestWriteFileWritesAllOrNothing(t *testing.T) {
	path := filepath.Join(t.TempDir(), "镇.txt")
	for _, content := range []string{"first, and longer", "second"} {
		if err := WriteFile(path, []byte(content)); err != nil {
			t.Fatal(err)
		}
		if got, err := os.ReadFile(path); err != nil || string(got) != content {
			t.Errorf("the file holds %q, %v; want %q", got, err, content)
		}
	}
	if entries, err := os.ReadDir(filepath.Dir(path)); err != nil || len(entries) != 1 {
		t.Errorf("beside each other lie %v, %v", entries, err)
	}
}

func TestFaultsOfWritingSpeakOfWriting(t *testing.T) {
	folder := t.TempDir()
	file := filepath.Join(folder, "file")
	if err := os.WriteFile(file, nil, 0o666); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]words.ID{
		filepath.Join(folder, "none", "x"): "file.no_folder",
		filepath.Join(file, "x"):           "file.no_folder",
	} {
		err := WriteFile(path, nil)
		var bad *InputError
		if !errors.As(err, &bad) || bad.Kind != want || bad.File != path {
			t.Errorf("%s: %v, want %s", path, err, want)
		}
	}
	type fault struct {
		err  error
		want words.ID
	}
	faults := []fault{
		{&os.PathError{Op: "write", Path: "x", Err: syscall.ENOSPC}, "file.no_room"},
		{&os.PathError{Op: "open", Path: "x", Err: syscall.EACCES}, "file.write_denied"},
		{&os.LinkError{Op: "rename", Old: "x", New: "y", Err: syscall.EIO}, "file.unwritable"},
	}
	if runtime.GOOS == "windows" { // ERROR_DISK_FULL and ERROR_SHARING_VIOLATION of winerror.h
		faults = append(faults, fault{syscall.Errno(112), "file.no_room"}, fault{syscall.Errno(32), "file.write_denied"})
	}
	for _, f := range faults {
		var bad *InputError
		if err := WriteFault(f.err); !errors.As(err, &bad) || bad.Kind != f.want {
			t.Errorf("%v is said as %v, want %s", f.err, err, f.want)
		}
	}
}
