package preview

import (
	"runtime"
	"testing"
)

// Memory is collected when much of it was used since the last time, and not
// before.
func TestCollectionDue(t *testing.T) {
	kept := make([]byte, 64<<20) // so that what else goes on counts little
	runtime.GC()
	if collectionDue() {
		t.Error("due just after a collection")
	}
	more := make([]byte, 48<<20)
	if !collectionDue() {
		t.Error("not due when most of what may be used is")
	}
	runtime.KeepAlive(kept)
	runtime.KeepAlive(more)
}
