package publish

import (
	"errors"

	"golang.org/x/sys/unix"
)

var (
	errFixed   = errors.New("it is immutable or append-only: change that with chattr -ia")
	errMounted = errors.New("something is mounted there, which no file can be moved to: unmount it, or publish to " +
		"another folder")
)

// obstacle says why a path below a folder can't be replaced, or moved to,
// whatever its permissions are.
func obstacle(path, folder string) error {
	here, err := statx(path)
	if err != nil {
		return nil // whoever comes next has the same error, and reports it
	}
	if here.Attributes&(unix.STATX_ATTR_IMMUTABLE|unix.STATX_ATTR_APPEND) != 0 {
		return errFixed
	}
	top, err := statx(folder)
	if err == nil && here.Mask&top.Mask&unix.STATX_MNT_ID != 0 && here.Mnt_id != top.Mnt_id {
		return errMounted
	}
	return nil
}

func statx(path string) (s unix.Statx_t, err error) {
	err = unix.Statx(unix.AT_FDCWD, path, unix.AT_SYMLINK_NOFOLLOW, unix.STATX_TYPE|unix.STATX_MNT_ID, &s)
	return s, err
}
