package main

import (
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

// room is how many bytes of memory may be used and given up before any are
// collected, whatever the size of the site: it spares small sites a fifth of
// their time.
const room = 80 << 20

// collectLate says when memory is collected: whenever the room, and so many
// percent of what is in use, have been added to it. What GOGC and GOMEMLIMIT
// say goes first.
func collectLate(percent int) {
	if os.Getenv("GOGC") != "" || os.Getenv("GOMEMLIMIT") != "" {
		return
	}
	const least = 4 << 20 // Go takes as many percent of this where less is in use
	debug.SetGCPercent(percent + 100*room/least)
	afterCollection(func() {
		used := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
		metrics.Read(used)
		debug.SetGCPercent(percent + int(100*room/max(used[0].Value.Uint64(), least)))
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
