package preview

import (
	"os"
	"path/filepath"
	"testing"
	"testing/synctest"

	"github.com/fsnotify/fsnotify"
)

// Nobody passes a fence whose event does not come, and an event that is late
// lets nobody pass who came after it was due.
func TestFenceLate(t *testing.T) {
	file, err := os.Create(filepath.Join(t.TempDir(), "fence"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	synctest.Test(t, func(t *testing.T) {
		f := &fence{file: file}
		if f.pass(t.Context()) {
			t.Error("passed without the event")
		}
		passed := make(chan bool, 1)
		go func() { passed <- f.pass(t.Context()) }()
		synctest.Wait()
		f.arrive(fsnotify.Write)
		synctest.Wait()
		if len(passed) > 0 {
			t.Error("passed by the event of an earlier write")
		}
		f.arrive(fsnotify.Write)
		if !<-passed {
			t.Error("not passed by its own event")
		}
	})
}
