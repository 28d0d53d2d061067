package page

import (
	"collate/generator/content"
	"collate/generator/digest"
	"collate/generator/markdown"
	"collate/generator/parallel"
	"collate/generator/problem"
)

// Cache remembers the texts of the site that was planned last: parsed, by what
// they were parsed from, and what is wrong with those of a story by
// themselves, by the story. So nothing in it can be stale. The zero value
// remembers nothing yet; it serves one Plan at a time.
type Cache struct {
	language string
	texts    *texts
}

// texts are all texts of a site. They never change once they are read.
type texts struct {
	stories map[string]*storyTexts // by slug
	others  []text
	byFile  map[string]*markdown.Document // of others
}

// storyTexts are the texts of a story.
type storyTexts struct {
	story     *digest.Story
	own       *markdown.Document   // of its index.md; nil where there is none
	summaries []*markdown.Document // in their order
	problems  problem.List         // what is wrong with them, the rest of the site aside
	outward   []text               // those that name something outside the story
}

// text is one document and where its references belong.
type text struct {
	*content.Document
	story   *digest.Story
	summary *digest.Summary
	path    string // of the page that shows it
	doc     *markdown.Document
}

// of is the parsed text of a document; nil where there is none.
func (t *texts) of(x text) *markdown.Document {
	switch {
	case x.summary != nil:
		return t.stories[x.summary.Story.Slug].summaries[x.summary.At]
	case x.story != nil:
		return t.stories[x.story.Slug].own
	}
	return t.byFile[x.File]
}

// read reads the texts of a site, and takes those that have not changed from
// memory.
func (m *Cache) read(s *Site) *texts {
	d, before := s.digest, m.texts
	if before == nil || m.language != d.Config.Language {
		before = &texts{}
	}
	r := reader{language: d.Config.Language}
	t := &texts{stories: make(map[string]*storyTexts, len(d.Stories)), byFile: map[string]*markdown.Document{}}
	var fresh []*storyTexts
	for _, story := range d.Stories {
		known := before.stories[story.Slug]
		if known == nil || known.story != story {
			known = r.story(story, known)
			fresh = append(fresh, known)
		}
		t.stories[story.Slug] = known
	}
	t.others = others(d)
	for i := range t.others {
		r.parse(&t.others[i].doc, *t.others[i].Document, nil)
	}
	r.run()
	for _, x := range t.others {
		t.byFile[x.File] = x.doc
	}
	parallel.Do(len(fresh), func(i int) { fresh[i].examine(s) })
	m.language, m.texts = d.Config.Language, t
	return t
}

// others are the documents that belong to no story.
func others(d *digest.Digest) []text {
	all := []text{{Document: &d.Home}}
	for _, p := range d.Pages {
		all = append(all, text{Document: &p.Document, path: digest.PagePath(p)})
	}
	for _, o := range d.Outline.SourcePages {
		all = append(all, text{Document: &o.Document, path: digest.SourcePath(o.Slug)})
	}
	return all
}

// texts lists the texts of a story.
func (t *storyTexts) texts() []text {
	all := make([]text, 0, 1+len(t.summaries))
	if t.own != nil {
		all = append(all, text{Document: &t.story.Document, story: t.story, path: t.story.Path(), doc: t.own})
	}
	for i, sum := range t.story.Summaries {
		if !sum.Guest() {
			all = append(all, text{Document: &sum.Document, story: t.story, summary: sum, path: sum.Path(),
				doc: t.summaries[i]})
		}
	}
	return all
}

// examine finds what is wrong with the texts by themselves, and which of them
// name something outside the story.
func (t *storyTexts) examine(s *Site) {
	for _, x := range t.texts() {
		t.problems = append(t.problems, x.doc.Problems()...)
		outward := len(x.doc.Fences()) > 0
		for _, r := range x.doc.References() {
			if r.Story == "" {
				t.problems = append(t.problems, s.checkReference(x, r)...)
			}
			outward = outward || r.Story != ""
		}
		if outward || len(x.doc.Links()) > 0 {
			t.outward = append(t.outward, x)
		}
	}
}

// A reader parses texts, several at a time.
type reader struct {
	language string
	todo     []parsing
}

// A parsing is a document that is to be parsed, and where the result goes.
type parsing struct {
	to   **markdown.Document
	from content.Document
}

// story begins to read the texts of a story. Known is what it had before; nil
// where that is nothing.
func (r *reader) story(story *digest.Story, known *storyTexts) *storyTexts {
	before := map[content.Document]*markdown.Document{}
	if known != nil {
		for _, x := range known.texts() {
			before[*x.Document] = x.doc
		}
	}
	t := &storyTexts{story: story, summaries: make([]*markdown.Document, len(story.Summaries))}
	if story.Document.File != "" {
		r.parse(&t.own, story.Document, before)
	}
	for i, sum := range story.Summaries {
		r.parse(&t.summaries[i], sum.Document, before)
	}
	return t
}

// parse sees to it that a document is parsed, unless it is known.
func (r *reader) parse(to **markdown.Document, from content.Document, known map[content.Document]*markdown.Document) {
	if *to = known[from]; *to == nil {
		r.todo = append(r.todo, parsing{to, from})
	}
}

// run parses what is to be parsed.
func (r *reader) run() {
	parallel.Do(len(r.todo), func(i int) {
		from := r.todo[i].from
		*r.todo[i].to = markdown.Parse(from.Body,
			markdown.Position{File: from.File, Line: from.First, Language: r.language})
	})
}
