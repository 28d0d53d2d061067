// Package generator turns a folder of content into a site, in four steps:
//
//	read      content files to typed values              generator/folder, content
//	line up   who reported what, and what it adds up to  generator/digest
//	plan      every file of the site, ready to render    generator/page, feed, export, takeaway, card, search
//	publish   the output folder made equal to the plan   generator/publish
//
// Each step takes values and returns values together with the problems it
// found in them. Problems of all steps are reported at once; while there is
// an error among them nothing is published.
package generator

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"slices"
	"sync"

	"collate/generator/card"
	"collate/generator/digest"
	"collate/generator/export"
	"collate/generator/feed"
	"collate/generator/i18n"
	"collate/generator/page"
	"collate/generator/parallel"
	"collate/generator/plan"
	"collate/generator/problem"
	"collate/generator/publish"
	"collate/generator/search"
	"collate/generator/takeaway"
)

// Site is a content folder, read, lined up and planned.
type Site struct {
	Digest *digest.Digest
	Plan   *plan.Plan
	Words  *i18n.Words // of the site's language
	input  Input
	lint   *lintCache
}

// Make reads the input and plans the site from it. Where a problem is an
// error the site is not whole and must not be published. An error is a folder
// that can't be read.
func Make(in Input) (*Site, problem.List, error) {
	return (&Cache{once: true}).Make(in, nil)
}

// Make makes the site once more. Where changed is not nil it names, as the
// operating system does, all files that may have changed since the last Make;
// if none of them has, the site is the same.
func (m *Cache) Make(in Input, changed []string) (*Site, problem.List, error) {
	files, templatesChanged := in.changes(changed)
	var templates loaded
	var loading sync.WaitGroup
	loading.Go(func() { templates = m.loadTemplates(in, templatesChanged) })
	read, problems, err := in.read(&m.content, files)
	loading.Wait()
	if err = cmp.Or(templates.err, err); err != nil {
		return nil, nil, err
	}
	if read == m.read && !templatesChanged {
		return m.site, m.problems, nil
	}
	m.release()
	lined, more := m.digest.LineUp(read)
	problems = slices.Concat(templates.problems, problems, more)

	site := &Site{Digest: lined, Plan: m.newPlan(), input: in, lint: &m.lint}
	pages, more := page.Plan(site.Plan, lined, templates.Templates, assetFiles(in.Content), &m.pages)
	site.Words = pages.Words()
	problems = append(problems, more...)
	problems = append(problems, feed.Plan(site.Plan, lined, site.Words,
		feed.Texts{Sentence: pages.Sentence, Content: pages.Content, Editions: editions(pages)})...)
	problems = append(problems, export.Plan(site.Plan, lined)...)
	problems = append(problems, takeaway.Plan(site.Plan, lined, site.Words)...)
	problems = append(problems, card.Plan(site.Plan, lined, site.Words)...)
	problems = append(problems, search.Plan(site.Plan, lined, site.Words)...)
	problems.Sort()
	m.read, m.site, m.problems = read, site, problems
	return site, problems, nil
}

// editions are the weeks of a site as its feeds have them.
func editions(pages *page.Site) []feed.Edition {
	var all []feed.Edition
	for _, w := range pages.Weeks() {
		last := w.Summaries[len(w.Summaries)-1]
		all = append(all, feed.Edition{Path: w.Path(), Title: pages.WeekTitle(w), Updated: last.Date.Time,
			Letter: func(b *bytes.Buffer) error { return pages.Letter(b, w) }})
	}
	return all
}

// Check renders every file of the site and keeps none, and gives what a build
// would fail of as problems.
func (s *Site) Check() problem.List {
	paths := s.Plan.Paths()
	failed := make([]error, len(paths))
	parallel.Do(len(paths), func(i int) {
		file, _ := s.Plan.File(paths[i])
		failed[i] = tryFile(file)
	})
	var problems problem.List
	said := map[string]bool{} // a mistake in a template comes up on many pages
	for i, err := range failed {
		if err == nil || said[err.Error()] {
			continue
		}
		said[err.Error()] = true
		file, _ := s.Plan.File(paths[i])
		problems = append(problems, problem.Problem{
			Place: problem.Place{File: file.Origin}, Severity: problem.Error,
			Message: fmt.Sprintf("cannot render %s: %v", paths[i], err),
		})
	}
	problems.Sort()
	return problems
}

// tryFile makes a file, part by part where it has parts. Of a picture the
// version is enough, which says what would be drawn.
func tryFile(f plan.File) error {
	var page bytes.Buffer
	if f.Version != nil {
		_, err := f.Version()
		return err
	}
	if f.Parts == nil {
		return f.Render(&page)
	}
	for part := range f.Parts {
		page.Reset()
		if err := part(&page); err != nil {
			return err
		}
	}
	return nil
}

// Publish makes the folder equal to the site; progress, if not nil, hears how
// many of all files are done. When the context is done before files are moved,
// nothing changes.
func (s *Site) Publish(ctx context.Context, dir string, progress func(done, total int)) (publish.Result, error) {
	return publish.Write(ctx, dir, s.Plan, publish.Options{Inputs: s.input.folders(), Progress: progress})
}
