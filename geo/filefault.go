package geo

import (
	"errors"
	"io/fs"
	"os"
	"runtime"
	"syscall"
)

// FileFault turns an error of the operating system over a file that was to be
// read into an InputError, which does not name the file yet.
func FileFault(err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return BadInput(At{}, "file.missing")
	case errors.Is(err, fs.ErrPermission):
		return BadInput(At{}, "file.denied")
	}
	return BadInput(At{}, "file.unreadable", "error", bare(err))
}

// WriteFault is FileFault for a file or folder that was to be written.
func WriteFault(err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, syscall.ENOTDIR):
		return BadInput(At{}, "file.no_folder")
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS), onWindows(err, errorSharingViolation):
		return BadInput(At{}, "file.write_denied")
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EDQUOT), onWindows(err, errorHandleDiskFull), onWindows(err, errorDiskFull):
		return BadInput(At{}, "file.no_room")
	}
	return BadInput(At{}, "file.unwritable", "error", bare(err))
}

// Codes of Windows that Go has no common name for.
const (
	errorSharingViolation = 32
	errorHandleDiskFull   = 39
	errorDiskFull         = 112
)

func onWindows(err error, code syscall.Errno) bool {
	return runtime.GOOS == "windows" && errors.Is(err, code)
}

// bare is what the system says, without the paths.
func bare(err error) string {
	var path *fs.PathError
	var link *os.LinkError
	switch {
	case errors.As(err, &path):
		err = path.Err
	case errors.As(err, &link):
		err = link.Err
	}
	return err.Error()
}
