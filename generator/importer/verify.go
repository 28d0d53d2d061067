package importer

import (
	"archive/zip"
	"bytes"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"collate/generator/asset"
	"collate/generator/folder"
	"collate/generator/problem"
)

// verify reads what was made as content, and leaves out each file that has an
// error: whatever is brought over builds.
func (s *site) verify() {
	for range 3 {
		fsys, err := asFolder(s.files)
		if err != nil {
			return
		}
		_, problems := folder.Read(fsys, folder.Options{Drafts: true, Future: true})
		wrong := map[string]string{}
		for _, p := range problems {
			if p.Severity == problem.Error && wrong[p.Place.File] == "" {
				wrong[p.Place.File] = p.Message
			}
		}
		if len(wrong) == 0 {
			return
		}
		s.files = slices.DeleteFunc(s.files, func(f File) bool {
			message, bad := wrong[f.Path]
			if bad {
				old := s.oldPath(f.Path)
				s.leave("with errors as content", old, message+": the file is left out", "")
				if !isPost(s.posts, f.Path) {
					s.Files--
				}
			}
			return bad
		})
	}
}

func isPost(posts []*post, to string) bool {
	return slices.ContainsFunc(posts, func(p *post) bool { return p.to == to })
}

// oldPath is where a file came from.
func (s *site) oldPath(to string) string {
	for from, new := range s.moved {
		if new == to {
			return from
		}
	}
	return to
}

// asFolder are files as a folder to read.
func asFolder(files []File) (fs.FS, error) {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, f := range files {
		to, err := w.CreateHeader(&zip.FileHeader{Name: f.Path, Method: zip.Store})
		if err != nil {
			return nil, err
		}
		if strings.HasSuffix(f.Path, ".md") || asset.Needed(f.Path, int64(len(f.Data))) > 0 {
			if _, err := to.Write(f.Data); err != nil {
				return nil, err
			}
		}
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
}

func sortedKeys(fields map[string][]string) []string { return slices.Sorted(maps.Keys(fields)) }
