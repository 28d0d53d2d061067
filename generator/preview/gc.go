package preview

import (
	"runtime"
	"runtime/metrics"
)

// collectGarbage collects memory if that would soon be due. It is called when nothing
// happens, so that a change need not wait while memory is collected: for a
// large site that takes as long as the change itself.
func collectGarbage() {
	if collectionDue() {
		go runtime.GC()
	}
}

// collectionDue reports whether three quarters of what may be used until the next
// collection are.
func collectionDue() bool {
	heap := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}, {Name: "/gc/heap/goal:bytes"}}
	metrics.Read(heap)
	used, goal := heap[0].Value.Uint64(), heap[1].Value.Uint64()
	return used > goal/4*3
}
