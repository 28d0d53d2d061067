package content

import (
	"cmp"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"collate/generator/parallel"
	"collate/generator/problem"
	"collate/generator/value"
)

// A builder puts parsed files together to a site.
type builder struct {
	site     *Site
	options  Options
	memory   *Memory
	problems problem.List
	folders  map[string]*telling // by folder
	order    []string            // the folders, sorted
}

// A telling is a story while it is put together.
type telling struct {
	*Story
	from
	folder string
	hidden int  // summaries that are left out
	joined bool // by summaries from elsewhere, so that files may be out of order
}

// error reports a problem of a whole file.
func (b *builder) error(file, message, hint string) {
	b.problems = append(b.problems, problem.Problem{
		Place: problem.Place{File: file}, Severity: problem.Error, Message: message, Hint: hint,
	})
}

// unreadable reports a file that the system does not let us read.
func (b *builder) unreadable(name string, err error) {
	b.error(shown(b.options.Prefix, name), fmt.Sprintf("it can't be read: %v", plainly(err)), "")
}

// stories begins a story for each folder that holds Markdown.
func (b *builder) stories(folders map[string]bool) {
	b.folders = map[string]*telling{}
	slugs := map[string]string{}
	b.order = slices.Sorted(maps.Keys(folders))
	for _, folder := range b.order {
		t := &telling{Story: b.blank(folder), folder: folder}
		b.folders[folder] = t
		file := shown(b.options.Prefix, folder)
		if other, twice := slugs[t.Slug]; twice {
			b.error(file, fmt.Sprintf("/%s/ is the page of the folder %s already", t.Slug, other), "rename one of the two")
		}
		if Taken(t.Slug) {
			b.error(file, fmt.Sprintf("/%s/ is a page that every site has", t.Slug), "rename the folder")
		}
		slugs[t.Slug] = file
	}
}

// blank is the story of a folder without index.md.
func (b *builder) blank(folder string) *Story {
	var s Story
	if before := b.memory.stories[folder]; before != nil {
		s.Slug, s.File = before.story.Slug, before.story.File
	} else {
		s.Slug, s.File = Slug(folder), shown(b.options.Prefix, folder+"/index.md")
	}
	return &s
}

// add takes in a parsed file.
func (b *builder) add(name string, p *parsed) {
	folder, _, _ := strings.Cut(name, "/")
	t := b.folders[folder]
	if p.err != nil {
		b.unreadable(name, p.err)
	}
	left := p.summary != nil && p.summary.Draft && !b.options.Drafts
	if t != nil && !left && (p.err != nil || p.problems.HasErrors()) {
		t.incomplete = true
	}
	b.report(p.problems, left)
	if m := p.summary; m != nil {
		late := !b.options.Now.IsZero() && m.Date.Time.After(b.options.Now) && !b.options.Future
		switch {
		case left:
			b.site.Drafts++
		case late:
			b.site.Later++
		}
		left = left || late
		b.summary(t, p, left)
		return
	}
	switch {
	case p.page != nil:
		b.site.Pages = append(b.site.Pages, p.page)
	case p.outlet != nil:
		b.site.Outlets = append(b.site.Outlets, p.outlet)
	case p.story != nil:
		told := *p.story
		told.Slug = t.Slug
		t.Story, t.index = &told, p
	}
}

// report takes in the problems of a file, as warnings where it is left out.
func (b *builder) report(problems problem.List, left bool) {
	for _, p := range problems {
		if left {
			p.Severity = problem.Warning
		}
		b.problems = append(b.problems, p)
	}
}

// summary finds the story of a summary, and files it there.
func (b *builder) summary(t *telling, p *parsed, left bool) {
	if n := p.names; n != nil {
		named := b.named(n.Value)
		if named == nil {
			s := &sheet{file: p.sheet.file, lines: p.sheet.lines}
			s.fail(n, fmt.Sprintf("story: there is no story %s", show(n.Value)), b.storyHint(n.Value))
			b.report(s.problems, left)
			return
		}
		t, named.joined = named, true
	}
	switch {
	case t == nil: // reported by parse
	case left:
		t.hidden++
	default:
		t.files = append(t.files, p)
	}
}

// named is the story of a folder or slug; nil where there is none.
func (b *builder) named(written string) *telling {
	written = strings.Trim(strings.TrimSpace(written), "/")
	if t := b.folders[written]; t != nil {
		return t
	}
	for _, folder := range b.order {
		if t := b.folders[folder]; t.Slug == Slug(written) {
			return t
		}
	}
	return nil
}

func (b *builder) storyHint(written string) string {
	if near, ok := problem.Nearest(written, b.order); ok {
		return "write story: " + near
	}
	return "make the folder " + shown(b.options.Prefix, Slug(written)) + ", or name one that is there: " + strings.Join(b.order[:min(len(b.order), 5)], ", ")
}

// finish puts summaries into their stories and stories into the site, and
// looks at them together.
func (b *builder) finish() {
	stories := map[string]*put{}
	puts := make([]*put, len(b.order))
	parallel.Do(len(b.order), func(i int) { puts[i] = b.folders[b.order[i]].put(b.memory.stories[b.order[i]]) })
	for i, p := range puts {
		t := b.folders[b.order[i]]
		t.Story, stories[t.folder] = p.story, p
		b.problems = append(b.problems, p.problems...)
		if len(t.Summaries) == 0 && t.hidden > 0 {
			continue // nothing of it is to be seen yet
		}
		if len(t.Summaries) == 0 && !t.Incomplete {
			b.problems = append(b.problems, problem.Problem{
				Place: problem.Place{File: t.File}, Severity: problem.Warning,
				Message: "the story has no summaries", Hint: "write one: " + shown(b.options.Prefix, t.folder) + "/2026-02-27-reuters.md",
			})
		}
		b.site.Stories = append(b.site.Stories, t.Story)
	}
	slices.SortFunc(b.site.Stories, func(x, y *Story) int {
		return cmp.Or(strings.Compare(x.Slug, y.Slug), strings.Compare(x.File, y.File))
	})
	slices.SortFunc(b.site.Pages, func(x, y *Page) int { return strings.Compare(x.File, y.File) })
	slices.SortFunc(b.site.Outlets, func(x, y *Outlet) int {
		return cmp.Or(strings.Compare(x.Slug, y.Slug), strings.Compare(x.File, y.File))
	})
	b.memory.stories = stories
	b.doubles()
	b.sources()
}

// put puts a story together from its files, or takes it as it was before,
// where nothing of that differs.
func (t *telling) put(before *put) *put {
	if t.joined {
		slices.SortFunc(t.files, func(x, y *parsed) int { return strings.Compare(x.summary.File, y.summary.File) })
	}
	if before != nil && before.from.equal(t.from) {
		return before
	}
	p := &put{from: t.from, story: t.Story}
	p.story.Incomplete = t.incomplete
	p.story.Title = cmp.Or(p.story.Title, fromName(t.folder))
	names := storyNames(p.story.Figures)
	summaries := make([]Summary, len(t.files)) // side by side, as they are used
	for i, file := range t.files {
		m := &summaries[i]
		*m = *file.summary
		m.Story = t.Slug
		m.Figures = names.rename(m.Figures)
		p.story.Summaries = append(p.story.Summaries, m)
	}
	p.compare()
	return p
}

// known are the names that a story has for its figures, by every folded name
// that they go by.
type known map[string]Name

func storyNames(specs []FigureSpec) known {
	names := known{}
	for _, spec := range specs {
		names[spec.Name.Key()] = spec.Name
	}
	for _, spec := range specs {
		for _, alias := range spec.Aliases {
			if spec.Name.Group != "" {
				names[Name{spec.Name.Group, alias}.Key()] = spec.Name
			}
			names[value.FoldName(alias)] = spec.Name
		}
	}
	return names
}

// rename gives the figures of a file with the names that their story has for
// them. The file's own stay as they are.
func (k known) rename(figures []Figure) []Figure {
	own := true
	for i := range figures {
		name := k.of(figures[i].Name)
		if name == figures[i].Name {
			continue
		}
		if own {
			figures, own = slices.Clone(figures), false
		}
		figures[i].Name = name
	}
	return figures
}

// of is the story's name for a figure.
func (k known) of(name Name) Name {
	if len(k) == 0 {
		return name
	}
	if own, ok := k[value.FoldName(name.Group)]; ok && name.Group != "" && own.Group == "" {
		name.Group = own.Item
	}
	if own, ok := k[name.Key()]; ok {
		return own
	}
	return name
}

// assets lists the files that are published as they are: those of a story
// beside its page.
func (b *builder) assets(fsys fs.FS, w *walk) {
	for _, f := range w.assets {
		if fault := b.memory.judge(fsys, b.options.Prefix, f); fault != nil {
			b.problems = append(b.problems, *fault)
		}
		folder, rest, nested := strings.Cut(f.name, "/")
		path := f.name
		if t := b.folders[folder]; nested && t != nil {
			if len(t.Summaries) == 0 && t.hidden > 0 {
				continue
			}
			path = t.Slug + "/" + rest
		}
		b.site.Assets = append(b.site.Assets, Asset{File: f.name, Path: path, Size: f.size})
	}
}
