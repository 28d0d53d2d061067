package content

import (
	"fmt"
	"slices"
	"time"

	"collate/generator/problem"
)

// folderFiles are what the files of a folder say, each by itself: those of a
// story, or such as belong to none by where they stand. They never change
// once they are made, and depend on the files and on the options alone.
type folderFiles struct {
	inputs                // what belongs to the story
	all         []*parsed // what it is made from
	moved       []placed  // summaries that name their story
	pages       []*Page
	sourcePages []*SourcePage
	drafts      int       // summaries that are left out as drafts
	later       int       // summaries that are left out since they are dated in the future
	left        []string  // the sources of summaries that are left out
	hidden      int       // summaries of the story that are left out, as drafts or as later ones
	newest      time.Time // the date of the newest summary that is not; zero where there is none
	oldest      time.Time // the date of the oldest that is
	problems    problem.List
}

// placed is a summary that names its story.
type placed struct {
	*parsed
	left bool // it is left out
}

// newFolderFiles takes in the files of a folder.
func newFolderFiles(f folder, all []*parsed, files []found, o Options) *folderFiles {
	t := &folderFiles{all: all}
	for i, p := range all {
		t.add(f.name != "", prefixed(o.Prefix, files[i].name), p, o)
	}
	t.files = slices.Clip(t.files)
	return t
}

// holds reports whether the same files would give the same. Time may
// have passed, or been set back.
func (t *folderFiles) holds(all []*parsed, o Options) bool {
	return t.dated(o) && slices.Equal(t.all, all)
}

// dated reports whether the same summaries are left out for their dates.
func (t *folderFiles) dated(o Options) bool {
	return !o.late(t.newest) && (t.oldest.IsZero() || o.late(t.oldest))
}

// late reports whether a summary of a date is left out for it.
func (o Options) late(date time.Time) bool {
	return !o.Now.IsZero() && !o.Future && date.After(o.Now)
}

// add takes in a file; inStory reports whether it stands in a story's folder.
func (t *folderFiles) add(inStory bool, file string, p *parsed, o Options) {
	if p.err != nil {
		t.problems = append(t.problems, unreadable(file, p.err))
	}
	draft := p.summary != nil && p.summary.Draft && !o.Drafts
	if !draft && (p.err != nil || p.lost && p.problems.HasErrors()) {
		t.incomplete = true
	}
	t.problems = append(t.problems, lighter(p.problems, draft)...)
	switch {
	case p.summary != nil:
		t.summary(inStory, p, draft, o)
	case p.page != nil:
		t.pages = append(t.pages, p.page)
	case p.sourcePage != nil:
		t.sourcePages = append(t.sourcePages, p.sourcePage)
	case p.story != nil:
		t.index = p
	}
}

// summary takes in a summary. One without a story has been reported by parse.
func (t *folderFiles) summary(inStory bool, p *parsed, draft bool, o Options) {
	date := p.summary.Date.Time
	late := o.late(date)
	switch {
	case draft:
		t.drafts++
	case late:
		t.later++
		if t.oldest.IsZero() || date.Before(t.oldest) {
			t.oldest = date
		}
	case date.After(t.newest):
		t.newest = date
	}
	left := draft || late
	if left {
		t.left = append(t.left, p.summary.Source.Name)
	}
	switch {
	case p.names != nil:
		t.moved = append(t.moved, placed{p, left})
	case !inStory:
	case left:
		t.hidden++
	default:
		t.files = append(t.files, p)
	}
}

// lighter are the problems of a file, as warnings where it is left out.
func lighter(problems problem.List, left bool) problem.List {
	if !left {
		return problems
	}
	warnings := slices.Clone(problems)
	for i := range warnings {
		warnings[i].Severity = problem.Warning
	}
	return warnings
}

// unreadable is the problem of a file that the system does not let us read.
func unreadable(file string, err error) problem.Problem {
	return problem.Problem{Place: problem.Place{File: file}, Severity: problem.Error,
		Message: fmt.Sprintf("it can't be read: %v", withoutPath(err))}
}
