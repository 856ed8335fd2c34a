package geo

import (
	"errors"
	"io"
	"os"
	"path/filepath"
)

// WriteFile writes a whole file or none of it: the content goes to a file
// beside the target, which takes its name once it is on the disk. The error is
// an InputError that names the file.
func WriteFile(path string, content []byte) error {
	return WriteWith(path, func(w io.Writer) error {
		_, err := w.Write(content)
		return err
	})
}

// WriteWith is WriteFile for a content that write brings piece by piece. An
// InputError of write is returned as it is.
func WriteWith(path string, write func(io.Writer) error) error {
	err := writeFile(path, write)
	var bad *InputError
	if err == nil || errors.As(err, &bad) {
		return err
	}
	return InFile(WriteFault(err), path)
}

func writeFile(path string, write func(io.Writer) error) (err error) {
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
	if err = write(f); err != nil {
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
