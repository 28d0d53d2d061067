package generator

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"collate/generator/content"
	"collate/generator/folder"
	"collate/generator/page"
	"collate/generator/problem"
)

// Input is all that a site depends on.
type Input struct {
	Content   string    // folder of content
	Templates string    // folder whose files stand in for the built-in templates; may be empty
	URL       string    // stands in for the site's own url; may be empty
	Drafts    bool      // take drafts in
	Future    bool      // take summaries in that are dated after Now
	Now       time.Time // the only clock; decides what is future and nothing else

	// Open are texts that stand in the place of files of the content folder, by
	// slash path in it, or are there beside them: what an editor has not saved.
	Open map[string][]byte
}

// read reads the content folder, of which only what changed names may have
// changed since memory was used; nil is everything.
func (in Input) read(cache *folder.Cache, changed []string) (*content.Site, problem.List, error) {
	root, err := os.OpenRoot(in.Content)
	if err != nil {
		return nil, nil, fmt.Errorf("content: %w", err)
	}
	defer root.Close()
	site, problems := cache.Read(over(root.FS(), in.Open), folder.Options{
		Prefix: filepath.ToSlash(in.Content),
		URL:    in.URL,
		Drafts: in.Drafts,
		Future: in.Future,
		Now:    in.Now,
	}, changed)
	return site, problems, nil
}

// text is a file of the content folder as it stands there or is open; empty where
// it can't be read.
func (in Input) text(name string) string {
	if open, ok := in.Open[name]; ok {
		return string(open)
	}
	data, _ := os.ReadFile(filepath.Join(in.Content, filepath.FromSlash(name)))
	return string(data)
}

// templates loads the built-in templates and those that stand in for them.
func (in Input) templates() (*page.Templates, problem.List, error) {
	if in.Templates == "" {
		templates, problems := page.Load(nil, "")
		return templates, problems, nil
	}
	root, err := os.OpenRoot(in.Templates)
	if err != nil {
		return nil, nil, fmt.Errorf("templates: %w", err)
	}
	defer root.Close()
	templates, problems := page.Load(root.FS(), filepath.ToSlash(in.Templates))
	return templates, problems, nil
}

// folders are the folders that the site is made from.
func (in Input) folders() []string {
	if in.Templates == "" {
		return []string{in.Content}
	}
	return []string{in.Content, in.Templates}
}

// assetFiles opens the files of a folder, out of which no link leads.
type assetFiles string

func (dir assetFiles) Open(name string) (fs.File, error) {
	return os.OpenInRoot(string(dir), filepath.FromSlash(name))
}
