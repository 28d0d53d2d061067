package generator

import (
	"path/filepath"
	"strings"

	"collate/generator/content"
	"collate/generator/digest"
	"collate/generator/folder"
	"collate/generator/page"
	"collate/generator/plan"
	"collate/generator/problem"
)

// Cache remembers of the sites it makes what can be used in the next: parses
// of files and texts by their bytes, stories by their files, templates, and
// that the paths of a plan do not clash. Nothing is remembered that could be
// stale: what a Cache makes is what Make makes. The zero value remembers
// nothing yet; it serves one Make at a time and one Input.
type Cache struct {
	content   folder.Cache
	digest    digest.Cache
	pages     page.Cache
	lint      lintCache
	templates *page.Templates
	plan      *plan.Plan

	once     bool          // it is for one Make
	read     *content.Site // of the last Make
	site     *Site
	problems problem.List
}

// changes sorts file names, as the operating system names them, into what may
// have changed in the content folder, as slash paths in it, and whether a
// template may have. Nil, and a change of the whole folder, is everything.
func (in Input) changes(names []string) (files []string, templates bool) {
	if names == nil {
		return nil, true
	}
	files = []string{}
	for _, name := range names {
		if withinFolder(in.Templates, name) != "" {
			templates = true
		}
		switch file := withinFolder(in.Content, name); file {
		case "":
		case ".":
			return nil, true
		default:
			files = append(files, file)
		}
	}
	return files, templates
}

// withinFolder is the slash path of a file in a folder, empty if it is not in it.
func withinFolder(folder, name string) string {
	if folder == "" {
		return ""
	}
	rel, err := filepath.Rel(folder, name)
	if err != nil || rel == ".." || strings.HasPrefix(rel, ".."+string(filepath.Separator)) {
		return ""
	}
	return filepath.ToSlash(rel)
}

// loaded is what loading the templates gave.
type loaded struct {
	*page.Templates
	problems problem.List
	err      error
}

// loadTemplates loads the templates, unless they are as they were.
func (m *Cache) loadTemplates(in Input, changed bool) loaded {
	if m.templates != nil && !changed {
		return loaded{Templates: m.templates}
	}
	templates, problems, err := in.templates()
	if m.templates = templates; len(problems) > 0 {
		m.templates = nil // so that they are told again
	}
	return loaded{templates, problems, err}
}

// release forgets what is kept of files, which only a next Make would use, where
// there is none: it is a part of what a large site takes.
func (m *Cache) release() {
	if m.once {
		m.content = folder.Cache{}
	}
}

// newPlan is an empty plan.
func (m *Cache) newPlan() *plan.Plan {
	if m.plan == nil {
		m.plan = plan.New()
	} else {
		m.plan = m.plan.Again()
	}
	return m.plan
}
