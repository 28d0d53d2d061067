package publish

import (
	"os"

	"golang.org/x/sys/windows"
)

// errBusy says that somebody else has the lock.
var errBusy error = windows.ERROR_LOCK_VIOLATION

// lock takes the file's lock, or fails at once. Closing the file, or the end
// of the process, releases it. What is locked is a byte far behind the
// contents, which others can then still read.
func lock(f *os.File) error {
	const how = windows.LOCKFILE_EXCLUSIVE_LOCK | windows.LOCKFILE_FAIL_IMMEDIATELY
	return windows.LockFileEx(windows.Handle(f.Fd()), how, 0, 1, 0, &windows.Overlapped{OffsetHigh: 1})
}
