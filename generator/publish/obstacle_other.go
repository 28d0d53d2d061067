//go:build !linux

package publish

// obstacle is not known to this system beforehand; the error that comes when
// files are moved says what to do.
func obstacle(path, folder string) error { return nil }
