package generator

import (
	"path/filepath"
	"strings"
	"sync"

	"collate/generator/content"
	"collate/generator/digest"
	"collate/generator/markdown"
	"collate/generator/page"
	"collate/generator/plan"
	"collate/generator/problem"
)

// Memory remembers of the sites it makes what can be used in the next: parses
// of files and texts by their bytes, stories by their files, templates, and
// that the paths of a plan do not clash. Nothing is remembered that could be
// stale: what a Memory makes is what Make makes. The zero value remembers
// nothing yet; it serves one Make at a time and one Input.
type Memory struct {
	content   content.Memory
	digest    digest.Memory
	texts     texts
	templates *page.Templates
	plan      *plan.Plan

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
		if within(in.Templates, name) != "" {
			templates = true
		}
		switch file := within(in.Content, name); file {
		case "":
		case ".":
			return nil, true
		default:
			files = append(files, file)
		}
	}
	return files, templates
}

// within is the slash path of a file in a folder, empty if it is not in it.
func within(folder, name string) string {
	if folder == "" {
		return ""
	}
	rel, err := filepath.Rel(folder, name)
	if err != nil || rel == ".." || strings.HasPrefix(rel, ".."+string(filepath.Separator)) {
		return ""
	}
	return filepath.ToSlash(rel)
}

// texts remembers parsed Markdown by what it was parsed from.
type texts struct {
	language string
	known    map[string]text // by file
	lock     sync.Mutex
	fresh    []text // parsed since begin
}

type text struct {
	from   content.Document
	parsed *markdown.Document
}

// begin makes ready for a site of so many texts in a language. What is known
// of files that are gone is forgotten, with all else, when it outweighs the rest.
func (t *texts) begin(language string, count int) {
	if t.language != language || len(t.known) > 2*count {
		t.known, t.fresh = nil, nil
	}
	if t.known == nil {
		t.known = make(map[string]text, count)
	}
	for _, x := range t.fresh {
		t.known[x.from.File] = x
	}
	t.language, t.fresh = language, nil
}

// parse parses a text, unless it is known. It may be called from several
// goroutines.
func (t *texts) parse(d content.Document) *markdown.Document {
	x := t.known[d.File]
	if x.parsed == nil || x.from != d {
		x = text{d, markdown.Parse(d.Body, markdown.Position{File: d.File, Line: d.First, Language: t.language})}
		t.lock.Lock()
		t.fresh = append(t.fresh, x)
		t.lock.Unlock()
	}
	return x.parsed
}

// loaded is what loading the templates gave.
type loaded struct {
	*page.Templates
	problems problem.List
	err      error
}

// loadTemplates loads the templates, unless they are as they were.
func (m *Memory) loadTemplates(in Input, changed bool) loaded {
	if m.templates != nil && !changed {
		return loaded{Templates: m.templates}
	}
	templates, problems, err := in.templates()
	if m.templates = templates; len(problems) > 0 {
		m.templates = nil // so that they are told again
	}
	return loaded{templates, problems, err}
}

// newPlan is an empty plan.
func (m *Memory) newPlan() *plan.Plan {
	if m.plan == nil {
		m.plan = plan.New()
	} else {
		m.plan = m.plan.Again()
	}
	return m.plan
}
