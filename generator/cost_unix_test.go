//go:build unix

package generator

import (
	"os"
	"runtime"
	"syscall"
)

// memoryOf is the most memory that a process had, in bytes.
func memoryOf(p *os.ProcessState) int64 {
	usage, ok := p.SysUsage().(*syscall.Rusage)
	if !ok {
		return 0
	}
	if runtime.GOOS == "darwin" {
		return int64(usage.Maxrss) //nolint:unconvert // an int32 on some systems; in bytes there
	}
	return int64(usage.Maxrss) << 10 //nolint:unconvert // an int32 on some systems
}
