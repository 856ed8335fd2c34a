package geo

import (
	"os"
	"path/filepath"
)

// WriteFile writes a whole file or none of it: the content goes to a file
// beside the target, which takes its name once it is on the disk. The error is
// an InputError that names the file.
func WriteFile(path string, content []byte) error {
	if err := writeFile(path, content); err != nil {
		return InFile(WriteFault(err), path)
	}
	return nil
}

func writeFile(path string, content []byte) (err error) {
	f, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".*")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			f.Close()
			os.Remove(f.Name())
		}
	}()
	if _, err = f.Write(content); err != nil {
		return err
	}
	if err = f.Chmod(0o644); err != nil {
		return err
	}
	if err = f.Sync(); err != nil {
		return err
	}
	if err = f.Close(); err != nil {
		return err
	}
	return os.Rename(f.Name(), path)
}
