//go:build darwin || dragonfly || freebsd || linux || netbsd || openbsd

package publish

import (
	"errors"
	"os"
	"syscall"
)

// errBusy says that somebody else has the lock.
var errBusy error = syscall.EWOULDBLOCK

// lock takes the file's lock, or fails at once. Closing the file, or the end
// of the process, releases it.
func lock(f *os.File) error {
	for {
		err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
		if !errors.Is(err, syscall.EINTR) {
			return err
		}
	}
}
