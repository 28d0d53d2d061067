//go:build darwin || dragonfly || freebsd || linux || netbsd || openbsd

package publish

import "syscall"

// mayChange says why files can't come and go in a folder.
func mayChange(folder string) error {
	const execute, write = 1, 2
	return syscall.Access(folder, write|execute)
}
