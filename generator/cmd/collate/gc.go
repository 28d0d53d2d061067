package main

import (
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

// Memory is collected whenever so many bytes have been added to it, or so many
// percent of what was in use where that is more. The room spares small sites a
// fifth of their time; the percentage lets the time and memory of large ones
// grow as they do.
const (
	gcRoom    = 80 << 20
	gcPercent = 120
)

// tuneGC says when memory is collected, unless GOGC or GOMEMLIMIT do.
func tuneGC() {
	if os.Getenv("GOGC") != "" || os.Getenv("GOMEMLIMIT") != "" {
		return
	}
	const least = 4 << 20 // Go takes as many percent of this where less is in use
	debug.SetGCPercent(100 * gcRoom / least)
	afterCollection(func() {
		used := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
		metrics.Read(used)
		debug.SetGCPercent(max(gcPercent, int(100*gcRoom/max(used[0].Value.Uint64(), least))))
	})
}

// afterCollection calls do after every collection of memory.
func afterCollection(do func()) {
	lost := new(*int) // the next collection finds that nobody has it
	runtime.AddCleanup(lost, func(struct{}) {
		do()
		afterCollection(do)
	}, struct{}{})
}
