//go:build !windows

package cli

import (
	"errors"
	"syscall"
)

// readerGone reports whether writing failed because nobody reads any more.
func readerGone(err error) bool { return errors.Is(err, syscall.EPIPE) }
