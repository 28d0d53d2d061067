package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
)

// commit moves what was prepared into place and removes what is stale.
func (b *build) commit() (Result, error) {
	stale := b.stale()
	result := b.result(stale)
	if err := b.allowed(stale); err != nil {
		return Result{}, err
	}
	if len(result.Changed) > 0 {
		if err := b.listBoth(); err != nil {
			return Result{}, err
		}
	}
	if err := b.bringIn(); err != nil {
		return Result{}, err
	}
	if err := b.move(stale); err != nil {
		return Result{}, fmt.Errorf("%w: some files are new by now and others old; when that can be done, build again",
			err)
	}
	return result, b.state.writeList(b.paths, b.fresh)
}

// listBoth puts old and new names on the list.
func (b *build) listBoth() error {
	names := maps.Clone(b.listed)
	for _, file := range b.paths {
		names[file] = true
	}
	if len(names) == len(b.listed) {
		return nil // it has them all
	}
	return b.state.writeList(slices.Sorted(maps.Keys(names)), nil)
}

func (b *build) result(stale []string) Result {
	r := Result{Removed: len(stale), Changed: slices.Clone(stale)}
	for i, f := range b.actions {
		if f.top == "" {
			r.Unchanged++
			continue
		}
		r.Written++
		r.Changed = append(r.Changed, b.paths[i])
	}
	slices.Sort(r.Changed)
	return r
}

// move changes the output folder: first new files come, then changed ones,
// then stale ones go.
func (b *build) move(stale []string) error {
	stale, err := b.unblock(stale)
	if err != nil {
		return err
	}
	for _, added := range []bool{true, false} {
		last := ""
		for i, f := range b.actions {
			if f.top == "" || f.added != added || f.top == last {
				continue // paths are sorted, so what moves as a whole is in a row
			}
			last = f.top
			if err := b.root.Rename(path.Join(unfinished, b.waiting(i, f.top)), f.top); err != nil {
				return failed("put in place", b.name(f.top), err)
			}
		}
	}
	for _, file := range stale {
		if err := b.remove(file, ""); err != nil {
			return err
		}
	}
	return nil
}

// unblock removes the stale files that stand where others go, a file where a
// folder is needed now or the other way round, and gives those that remain.
func (b *build) unblock(stale []string) (rest []string, err error) {
	blocked := map[string]bool{}
	for _, f := range b.actions {
		if f.blocked != "" {
			blocked[f.blocked] = true
		}
	}
	for _, file := range stale {
		at := file
		for at != "." && !blocked[at] {
			at = path.Dir(at)
		}
		if at == "." {
			rest = append(rest, file)
		} else if err := b.remove(file, at); err != nil {
			return nil, err
		}
	}
	return rest, nil
}

// stale gives the files that earlier builds made, are still there, and are no
// longer planned. What stands in their place by now, or behind a link, is not
// ours.
func (b *build) stale() []string {
	var stale []string
	l := inspector{b.output, map[string]fs.FileMode{}}
	for _, file := range slices.Sorted(maps.Keys(b.listed)) {
		if _, planned := b.plan.File(file); planned {
			continue
		}
		there, err := l.inspect(file)
		if err != nil || there.size < 0 {
			continue
		}
		if like, ok := b.plan.Like(file); ok && l.sameFile(file, like) {
			continue
		}
		stale = append(stale, file)
	}
	return stale
}

// remove removes a stale file, and the folders that this empties: all of them,
// or those within one.
func (b *build) remove(file, within string) error {
	if err := b.root.Remove(file); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return failed("remove", b.name(file), err)
	}
	for folder := path.Dir(file); folder != "." && len(folder) >= len(within); folder = path.Dir(folder) {
		if b.root.Remove(folder) != nil {
			return nil // something else is in it
		}
	}
	return nil
}
