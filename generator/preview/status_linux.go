package preview

import (
	"io/fs"
	"syscall"
)

// statusTime gives when anything about a file last changed, in nanoseconds
// since 1970; 0 if that is not to be had.
func statusTime(info fs.FileInfo) int64 {
	if s, ok := info.Sys().(*syscall.Stat_t); ok {
		return s.Ctim.Nano()
	}
	return 0
}
