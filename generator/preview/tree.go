package preview

import (
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// fileTree is what the watched folders were seen to hold: for each folder, by its
// full path, what stands in it.
type fileTree map[string]listing

// listing is what stands in one folder, by name.
type listing map[string]fileStamp

// fileStamp is what tells without reading it that a file is another than before.
type fileStamp struct {
	kind fs.FileMode // type bits
	size int64
	time int64 // of the last change of its bytes, in nanoseconds since 1970
	// status is the time of the last change of anything, name and permissions
	// included, which no program can set; 0 on systems that do not tell.
	status int64
	// young says that the file was changed so shortly before it was looked at
	// that another change may leave time and size as they are.
	young bool
}

func (s fileStamp) folder() bool { return s.kind.IsDir() }

// differs reports whether a file may have changed since it was seen as old.
// Folders are compared by what is in them, elsewhere.
func (s fileStamp) differs(old fileStamp) bool {
	if s.folder() && old.folder() {
		return false
	}
	return old.young || s.kind != old.kind || s.size != old.size || s.time != old.time || s.status != old.status
}

// stampOf gives the stamp of a file as it is now.
func stampOf(info fs.FileInfo) fileStamp {
	changed, status := info.ModTime(), statusTime(info)
	if status != 0 {
		changed = time.Unix(0, status)
	}
	tick := 50 * time.Millisecond // clocks of file systems tick every 1 to 10 ms
	if changed.Nanosecond() == 0 {
		tick = 2 * time.Second // and some by seconds
	}
	return fileStamp{
		kind:   info.Mode().Type(),
		size:   info.Size(),
		time:   info.ModTime().UnixNano(),
		status: status,
		young:  info.Mode().IsRegular() && time.Since(changed) < tick,
	}
}

// listFolder reads a folder, less what is ignored.
func listFolder(dir string, ignored func(name string) bool) (listing, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	now := make(listing, len(entries))
	for _, e := range entries {
		if ignored(e.Name()) {
			continue
		}
		if info, err := e.Info(); err == nil { // it may be gone already
			now[e.Name()] = stampOf(info)
		}
	}
	return now, nil
}

// known gives a path, or else the nearest one above it, that stands in a
// folder of the tree or is the given root.
func (t fileTree) known(name, root string) string {
	for name != root && t[filepath.Dir(name)] == nil {
		name = filepath.Dir(name)
	}
	return name
}

// at gives what was seen at a path.
func (t fileTree) at(name string) (fileStamp, bool) {
	s, ok := t[filepath.Dir(name)][filepath.Base(name)]
	return s, ok
}

// set notes what stands at a path, if its folder is in the tree.
func (t fileTree) set(name string, s fileStamp) {
	if folder := t[filepath.Dir(name)]; folder != nil {
		folder[filepath.Base(name)] = s
	}
}

// unset notes that nothing stands at a path.
func (t fileTree) unset(name string) {
	delete(t[filepath.Dir(name)], filepath.Base(name))
}
