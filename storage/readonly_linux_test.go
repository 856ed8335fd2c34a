package storage

import (
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
)

// TestNoPermissionIsSaid opens projects as somebody who may not write them;
// root may write everything, so the child becomes nobody.
func TestNoPermissionIsSaid(t *testing.T) {
	if os.Getuid() == 0 {
		needNobody(t)
	}
	for name, c := range map[string]struct {
		file, folder os.FileMode
		want         string
	}{
		"file read-only":   {0o444, 0o777, "storage.read_only"},
		"folder read-only": {0o666, 0o555, "storage.read_only_folder"},
		"file unreadable":  {0o000, 0o777, "file.denied"},
		"both writable":    {0o666, 0o777, ""},
	} {
		t.Run(name, func(t *testing.T) {
			path := closed(t, samplePlan(5))
			folder := filepath.Dir(path)
			for p, m := range map[string]os.FileMode{path: c.file, folder: c.folder, filepath.Dir(folder): 0o755} {
				if err := os.Chmod(p, m); err != nil {
					t.Fatal(err)
				}
			}
			defer func() { _ = os.Chmod(folder, 0o777) }()
			cmd := child("open", path)
			if os.Getuid() == 0 {
				asNobody(cmd)
			}
			if out, err := cmd.Output(); err != nil || string(out) != c.want {
				t.Errorf("opening says %q, %v; want %q", out, err, c.want)
			}
			only(t, path)
		})
	}
}

func asNobody(cmd *exec.Cmd) {
	cmd.Path = "/proc/self/exe" // the binary lies in a folder of root's
	cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 65534, Gid: 65534}}
}

// needNobody skips a test where root may not become nobody (a container with one
// user), or nobody may not go to where tests keep files.
func needNobody(t *testing.T) {
	t.Helper()
	for folder := filepath.Dir(filepath.Dir(t.TempDir())); ; folder = filepath.Dir(folder) {
		if info, err := os.Stat(folder); err != nil || info.Mode()&1 == 0 {
			t.Skipf("nobody may not enter %s (%v)", folder, err)
		}
		if folder == filepath.Dir(folder) {
			break
		}
	}
	cmd := exec.Command(os.Args[0], "-test.run=^$")
	asNobody(cmd)
	if err := cmd.Run(); err != nil {
		t.Skip("root may not become nobody:", err)
	}
}
