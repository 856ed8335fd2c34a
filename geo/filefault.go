package geo

import (
	"errors"
	"io/fs"
)

// FileFault turns an error of the operating system into an InputError, which
// does not name the file yet.
func FileFault(err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return BadInput(At{}, "file.missing")
	case errors.Is(err, fs.ErrPermission):
		return BadInput(At{}, "file.denied")
	}
	var path *fs.PathError
	if errors.As(err, &path) {
		err = path.Err
	}
	return BadInput(At{}, "file.unreadable", "error", err.Error())
}
