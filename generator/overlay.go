package generator

import (
	"bytes"
	"io/fs"
	"path"
	"slices"
	"strings"
	"time"
)

// An overlay is a folder of files, and texts that stand in the place of some of
// them, or beside them: what an editor has open and has not saved.
type overlay struct {
	fs.FS
	open map[string][]byte // by slash path
}

// over lays texts over a folder; of none it is the folder itself.
func over(folder fs.FS, open map[string][]byte) fs.FS {
	if len(open) == 0 {
		return folder
	}
	return overlay{folder, open}
}

// Open opens an open text, else the file.
func (o overlay) Open(name string) (fs.File, error) {
	if text, ok := o.open[name]; ok {
		return &openText{bytes.NewReader(text), textInfo{path.Base(name), int64(len(text))}}, nil
	}
	return o.FS.Open(name)
}

// ReadDir lists a folder with the open texts in it.
func (o overlay) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, err := fs.ReadDir(o.FS, name)
	known := map[string]bool{}
	for i, e := range entries {
		known[e.Name()] = true
		if text, ok := o.open[path.Join(name, e.Name())]; ok {
			entries[i] = fs.FileInfoToDirEntry(textInfo{e.Name(), int64(len(text))})
		}
	}
	for file, text := range o.open {
		rest, in := strings.CutPrefix(file, name+"/")
		if name == "." {
			rest, in = file, true
		}
		if folder, _, deeper := strings.Cut(rest, "/"); in && !deeper && !known[rest] {
			entries = append(entries, fs.FileInfoToDirEntry(textInfo{rest, int64(len(text))}))
		} else if in && deeper && !known[folder] {
			known[folder] = true
			entries = append(entries, fs.FileInfoToDirEntry(folderInfo{textInfo{name: folder}}))
			err = nil
		}
		if in {
			err = nil
		}
	}
	slices.SortFunc(entries, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	return entries, err
}

// An openText is an open text as a file.
type openText struct {
	*bytes.Reader
	info textInfo
}

func (t *openText) Stat() (fs.FileInfo, error) { return t.info, nil }
func (t *openText) Close() error               { return nil }

// textInfo describes an open text.
type textInfo struct {
	name string
	size int64
}

func (i textInfo) Name() string       { return i.name }
func (i textInfo) Size() int64        { return i.size }
func (i textInfo) Mode() fs.FileMode  { return 0o644 }
func (i textInfo) ModTime() time.Time { return time.Time{} }
func (i textInfo) IsDir() bool        { return false }
func (i textInfo) Sys() any           { return nil }

// folderInfo describes a folder that only open texts are in.
type folderInfo struct{ textInfo }

func (folderInfo) Mode() fs.FileMode { return fs.ModeDir | 0o755 }
func (folderInfo) IsDir() bool       { return true }
