package publish

import (
	"cmp"
	"path"
	"path/filepath"
	"slices"
)

// allowed makes sure, before anything moves, that files may come and go in
// every folder where that is going to happen, that those which go can, and the
// list be written. All that forbids it is reported.
func (b *build) allowed(stale []string) error {
	var folders []string
	going := slices.Clone(stale)
	for _, f := range b.actions {
		if f.top == "" {
			continue
		}
		folders = append(folders, path.Dir(f.top))
		if !f.added {
			going = append(going, f.top)
		}
	}
	for _, file := range stale {
		folders = append(folders, path.Dir(file))
	}
	slices.Sort(folders)
	wrong := faults{}
	for i, folder := range slices.Compact(folders) {
		if err := cmp.Or(b.obstacle(folder), mayChange(b.full(folder))); err != nil {
			wrong[i] = failed("change", b.name(folder), err)
		}
	}
	for i, file := range going {
		if err := b.obstacle(file); err != nil {
			wrong[len(folders)+1+i] = failed("change", b.name(file), err)
		}
	}
	if len(folders) > 0 {
		if err := mayChange(b.state.root.Name()); err != nil {
			wrong[len(folders)] = failed("change", b.state.name(""), err)
		}
	}
	return wrong.err()
}

// obstacle says what keeps a file or folder from being changed in spite of its
// permissions.
func (b *build) obstacle(path string) error { return obstacle(b.full(path), b.root.Name()) }

// full gives the path of the file or folder as the system names it.
func (b *build) full(path string) string {
	return filepath.Join(b.root.Name(), filepath.FromSlash(path))
}
