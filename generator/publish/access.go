package publish

import (
	"path"
	"path/filepath"
	"slices"
)

// allowed makes sure, before anything moves, that files may come and go in
// every folder where that is going to happen, and the list be written. All
// folders that forbid it are reported.
func (b *build) allowed(stale []string) error {
	var folders []string
	for _, f := range b.actions {
		if f.top != "" {
			folders = append(folders, path.Dir(f.top))
		}
	}
	for _, file := range stale {
		folders = append(folders, path.Dir(file))
	}
	slices.Sort(folders)
	wrong := faults{}
	for i, folder := range slices.Compact(folders) {
		if err := mayChange(filepath.Join(b.root.Name(), filepath.FromSlash(folder))); err != nil {
			wrong[i] = failed("change", b.name(folder), err)
		}
	}
	if len(folders) > 0 {
		if err := mayChange(b.state.root.Name()); err != nil {
			wrong[len(folders)] = failed("change", b.state.name(""), err)
		}
	}
	return wrong.err()
}
