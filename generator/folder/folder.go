package folder

import (
	"fmt"
	"slices"
	"time"

	"collate/generator/content"
	"collate/generator/problem"
)

// folderFiles are what the files of a folder say, each by itself: those of a
// story, or such as belong to none by where they stand. They never change
// once they are made, and depend on the files and on the options alone.
type folderFiles struct {
	inputs                // what belongs to the story
	all         []*parsed // what it is made from
	moved       []placed  // summaries that name their story
	pages       []*content.Page
	sourcePages []*content.SourcePage
	drafts      int      // summaries that are left out as drafts
	later       int      // summaries that are left out since they are dated in the future
	left        []string // the sources of summaries that are left out
	hidden      int      // summaries of the story that are left out, as drafts or as later ones
	private     bool     // the story is left out as a whole, for its index.md says so
	// of the dates from which files are published, the newest that has come; zero
	// where none has
	newest   time.Time
	oldest   time.Time           // the oldest that has not
	expired  time.Time           // of the dates until which files are published, the newest that has come
	expires  time.Time           // the oldest that has not
	kept     []*content.Document // texts that are left out
	problems problem.List
}

// placed is a summary that names its story.
type placed struct {
	*parsed
	left bool // it is left out
}

// newFolderFiles takes in the files of a folder.
func newFolderFiles(f folder, all []*parsed, files []foundFile, o Options) *folderFiles {
	t := &folderFiles{all: all}
	for i, p := range all {
		t.add(f.name != "", shownPath(o.Prefix, files[i].name), p, o)
	}
	if t.private {
		t.withhold()
	}
	t.files = slices.Clip(t.files)
	return t
}

// withhold leaves the whole story out.
func (t *folderFiles) withhold() {
	for _, p := range t.files {
		t.left = append(t.left, p.Summary.Source.Name)
		t.leave(p)
	}
	t.drafts += len(t.files)
	t.hidden += len(t.files)
	t.files = nil
}

// holds reports whether the same files would give the same. Time may
// have passed, or been set back.
func (t *folderFiles) holds(all []*parsed, o Options) bool {
	return t.dated(o) && slices.Equal(t.all, all)
}

// dated reports whether the same summaries are left out for their dates.
func (t *folderFiles) dated(o Options) bool {
	return !o.late(t.newest) && (t.oldest.IsZero() || o.late(t.oldest)) &&
		(t.expired.IsZero() || o.over(t.expired)) && (t.expires.IsZero() || !o.over(t.expires))
}

// add takes in a file; inStory reports whether it stands in a story's folder.
func (t *folderFiles) add(inStory bool, file string, p *parsed, o Options) {
	if p.err != nil {
		t.problems = append(t.problems, unreadable(file, p.err))
	}
	draft, late := o.leavesOut(p.Release)
	if p.Summary != nil {
		late = t.due(p.Summary.Date.Time, o) || late
	}
	late = t.due(p.Release.From, o) || late
	t.expiry(p.Release.Until, o)
	if !draft && (p.err != nil || p.NamesLost && p.Problems.HasErrors()) {
		t.incomplete = true
	}
	t.problems = append(t.problems, lighter(p.Problems, draft)...)
	switch {
	case p.Summary != nil:
		t.summary(inStory, p, draft, late)
	case p.Story != nil:
		t.index = p
		t.private = draft || late
	case draft || late:
		t.count(draft)
	case p.Page != nil:
		t.pages = append(t.pages, p.Page)
	case p.SourcePage != nil:
		t.sourcePages = append(t.sourcePages, p.SourcePage)
	}
	if draft || late {
		t.leave(p)
	}
}

// due takes a date from which something is published into account, and reports
// whether it has not come.
func (t *folderFiles) due(from time.Time, o Options) (late bool) {
	switch late = o.late(from); {
	case late && (t.oldest.IsZero() || from.Before(t.oldest)):
		t.oldest = from
	case !late && from.After(t.newest):
		t.newest = from
	}
	return late
}

// expiry takes a date until which something is published into account.
func (t *folderFiles) expiry(until time.Time, o Options) {
	switch over := o.over(until); {
	case until.IsZero():
	case over && until.After(t.expired):
		t.expired = until
	case !over && (t.expires.IsZero() || until.Before(t.expires)):
		t.expires = until
	}
}

// leave remembers the text of a file that is left out.
func (t *folderFiles) leave(p *parsed) {
	if text := p.Document(); text != nil && text.Body != "" {
		t.kept = append(t.kept, text)
	}
}

// count counts a text that is left out, as a draft or else for its date.
func (t *folderFiles) count(draft bool) {
	if draft {
		t.drafts++
	} else {
		t.later++
	}
}

// summary takes in a summary. One without a story has been reported by parse.
func (t *folderFiles) summary(inStory bool, p *parsed, draft, late bool) {
	left := draft || late
	if left {
		t.count(draft)
		t.left = append(t.left, p.Summary.Source.Name)
	}
	switch {
	case p.StoryNames != nil:
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
