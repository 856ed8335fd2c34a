package cli

import (
	"errors"
	"syscall"
)

// readerGone reports whether writing failed because nobody reads any more.
func readerGone(err error) bool {
	const noData = syscall.Errno(232) // "the pipe is being closed"
	return errors.Is(err, syscall.EPIPE) || errors.Is(err, syscall.ERROR_BROKEN_PIPE) || errors.Is(err, noData)
}
