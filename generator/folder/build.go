package folder

import (
	"cmp"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"collate/generator/content"
	"collate/generator/parallel"
	"collate/generator/problem"
	"collate/generator/slug"
	"collate/generator/value"
)

// A builder puts parsed files together to a site.
type builder struct {
	site     *content.Site
	options  Options
	cache    *Cache
	walk     *walk
	problems problem.List
	folders  []*folderFiles               // of the walk's folders
	builds   []*storyBuild                // likewise; nil for texts that belong to no story by where they stand
	foreign  map[string]*foreignSummaries // by folder: summaries from elsewhere
}

// foreignSummaries are what stands elsewhere and says that it belongs to a story.
type foreignSummaries struct {
	files  []*parsed
	homes  map[*parsed]string // slugs of the stories in which the pages of those stand that name several
	hidden int                // those that are left out
}

// tell takes in the parsed files, folder by folder.
func (b *builder) tell(files []*parsed) {
	folders := make(map[string]*folderFiles, len(b.walk.folders))
	b.folders = make([]*folderFiles, len(b.walk.folders))
	for i, f := range b.walk.folders {
		t := b.cache.folders[f.name]
		if all := files[f.from:f.to]; t == nil || !t.holds(all, b.options) {
			t = newFolderFiles(f, all, b.walk.texts[f.from:f.to], b.options)
		}
		b.folders[i], folders[f.name] = t, t
		b.site.Pages = append(b.site.Pages, t.pages...)
		b.site.SourcePages = append(b.site.SourcePages, t.sourcePages...)
		b.site.Drafts += t.drafts
		b.site.Later += t.later
		if !t.oldest.IsZero() && (b.site.Due.IsZero() || t.oldest.Before(b.site.Due)) {
			b.site.Due = t.oldest
		}
		b.problems = append(b.problems, t.problems...)
	}
	b.cache.folders = folders
	b.foreign = map[string]*foreignSummaries{}
	for _, t := range b.folders {
		for _, m := range t.moved {
			b.move(m)
		}
	}
}

// move brings a summary to the stories that it names; its page stands in the
// first.
func (b *builder) move(m placed) {
	home, placed := "", map[string]bool{}
	for _, n := range m.StoryNames {
		name, ok := b.named(n.Value)
		if !ok {
			s := m.File.Trimmed()
			s.Fail(n, fmt.Sprintf("story: there is no story %s", problem.Quote(n.Value)), b.storyHint(n.Value))
			b.problems = append(b.problems, lighter(s.Problems, m.left)...)
			continue
		}
		home = cmp.Or(home, slug.Of(name))
		if !placed[name] {
			placed[name] = true
			b.place(m, name, home)
		}
	}
}

// place brings a summary to one story.
func (b *builder) place(m placed, name, home string) {
	g := b.foreign[name]
	if g == nil {
		g = &foreignSummaries{homes: map[*parsed]string{}}
		b.foreign[name] = g
	}
	if m.left {
		g.hidden++
		return
	}
	g.files = append(g.files, m.parsed)
	g.homes[m.parsed] = home
}

// named is the folder of the story that a folder's name or a slug means.
func (b *builder) named(written string) (folder string, ok bool) {
	written = strings.Trim(strings.TrimSpace(written), "/")
	if b.walk.names[written] {
		return written, true
	}
	folder, ok = b.walk.slugs[slug.Of(written)]
	return folder, ok
}

func (b *builder) storyHint(written string) string {
	names := slices.Sorted(maps.Keys(b.walk.names))
	if near, ok := problem.Nearest(written, names); ok {
		return "write story: " + near
	}
	return "make the folder " + shownPath(b.options.Prefix,
		slug.Of(written)) + ", or name one that is there: " + strings.Join(names[:min(len(names), 5)], ", ")
}

// finish puts summaries into their stories and stories into the site, and
// looks at them together.
func (b *builder) finish() {
	folders := b.walk.folders
	b.builds = make([]*storyBuild, len(folders))
	one := newOneNames(b.site.SourcePages)
	parallel.Do(len(folders), func(i int) {
		if f := folders[i]; f.name != "" {
			b.builds[i] = b.folders[i].put(f, b.foreign[f.name], one, b.cache.stories[f.name])
		}
	})
	stories := make(map[string]*storyBuild, len(folders))
	for i, p := range b.builds {
		if p == nil {
			continue
		}
		stories[folders[i].name] = p
		b.problems = append(b.problems, p.problems...)
		if b.unseen(i) {
			continue
		}
		if len(p.story.Summaries) == 0 && !p.story.Incomplete {
			b.problems = append(b.problems, problem.Problem{
				Place: problem.Place{File: p.story.File}, Severity: problem.Warning,
				Message: "the story has no summaries",
				Hint:    "write one: " + shownPath(b.options.Prefix, folders[i].name) + "/2026-02-27-reuters.md",
			})
		}
		b.site.Stories = append(b.site.Stories, p.story)
	}
	slices.SortFunc(b.site.Stories, func(x, y *content.Story) int {
		return cmp.Or(strings.Compare(x.Slug, y.Slug), strings.Compare(x.File, y.File))
	})
	slices.SortFunc(b.site.Pages, func(x, y *content.Page) int { return strings.Compare(x.File, y.File) })
	slices.SortFunc(b.site.SourcePages, func(x, y *content.SourcePage) int {
		return cmp.Or(strings.Compare(x.Slug, y.Slug), strings.Compare(x.File, y.File))
	})
	b.cache.stories = stories
	b.doubles()
	b.sources()
	b.lead()
}

// unseen reports whether nothing of a folder's story is to be seen yet: it is
// left out, or all its summaries are.
func (b *builder) unseen(i int) bool {
	if b.folders[i].private {
		return true
	}
	hidden := b.folders[i].hidden
	if g := b.foreign[b.walk.folders[i].name]; g != nil {
		hidden += g.hidden
	}
	return hidden > 0 && len(b.builds[i].story.Summaries) == 0
}

// put puts a story together from its files and foreign summaries, or takes it as it was
// before, where nothing of that differs.
func (t *folderFiles) put(f folder, g *foreignSummaries, one oneNames, before *storyBuild) *storyBuild {
	whole := t.inputs
	whole.oneNames = one.said
	if g != nil && len(g.files) > 0 {
		whole.files = slices.Concat(t.files, g.files)
		slices.SortFunc(whole.files, func(x, y *parsed) int { return strings.Compare(x.Summary.File, y.Summary.File) })
	}
	if before != nil && before.from.equal(whole) {
		return before
	}
	story := content.Story{Document: content.Document{File: f.file}}
	if t.index != nil {
		story = *t.index.Story
	}
	story.Slug = f.slug
	story.Incomplete = t.incomplete
	story.Title = cmp.Or(story.Title, content.TitleOf(f.name))
	names, turned := storyNames(story.Figures), turnedNames(story.Figures)
	summaries := make([]content.Summary, len(whole.files)) // side by side, as they are used
	for i, file := range whole.files {
		m := &summaries[i]
		*m = *file.Summary
		m.Story, m.Home = f.slug, f.slug
		if g != nil && g.homes[file] != "" {
			m.Home = g.homes[file]
		}
		m.Figures = names.rename(m.Figures, turned)
		one.rename(m)
		story.Summaries = append(story.Summaries, m)
	}
	p := &storyBuild{from: whole, story: &story}
	p.compare()
	return p
}

// knownNames are the names that a story has for its figures, by every folded name
// that they go by.
type knownNames map[string]content.Name

// turnedNames are the folded names of figures that stand for the figure with the
// other sign.
func turnedNames(specs []content.FigureSpec) map[string]bool {
	turned := map[string]bool{}
	for _, spec := range specs {
		for _, alias := range spec.Turned {
			turned[value.FoldName(alias)] = true
			turned[content.Name{Group: spec.Name.Group, Item: alias}.Key()] = true
		}
	}
	return turned
}

func storyNames(specs []content.FigureSpec) knownNames {
	names := knownNames{}
	for _, spec := range specs {
		names[spec.Name.Key()] = spec.Name
	}
	for _, spec := range specs {
		for _, alias := range spec.Aliases {
			names[value.FoldName(alias)] = spec.Name
		}
	}
	for _, spec := range specs {
		for _, alias := range spec.Aliases {
			if group := names.grouped(spec.Name).Group; group != "" {
				names[content.Name{Group: group, Item: alias}.Key()] = spec.Name
			}
		}
	}
	return names
}

// rename gives the figures of a file with the names that their story has for
// them. The file's own stay as they are.
func (k knownNames) rename(figures []content.Report, turned map[string]bool) []content.Report {
	own := true
	for i := range figures {
		name := k.of(figures[i].Name)
		if name == figures[i].Name {
			continue
		}
		if own {
			figures, own = slices.Clone(figures), false
		}
		figures[i] = figures[i].Renamed(name, turned[figures[i].Name.Key()])
	}
	return figures
}

// of is the story's name for a figure.
func (k knownNames) of(name content.Name) content.Name {
	if len(k) == 0 {
		return name
	}
	name = k.grouped(name)
	if own, ok := k[name.Key()]; ok {
		return k.grouped(own)
	}
	return name
}

// grouped is a name with the story's own name for its group, where that is an
// alias.
func (k knownNames) grouped(name content.Name) content.Name {
	if own, ok := k[value.FoldName(name.Group)]; ok && name.Group != "" && own.Group == "" {
		name.Group = own.Item
	}
	return name
}

// assets lists the files that are published as they are: those of a story
// beside its page.
func (b *builder) assets(fsys fs.FS) {
	at := map[string]int{}
	if len(b.walk.assets) > 0 {
		for i, f := range b.walk.folders {
			at[f.name] = i
		}
	}
	withheld := b.withheldAssets()
	for _, f := range b.walk.assets {
		if fault := b.cache.judge(fsys, b.options.Prefix, f); fault != nil {
			b.problems = append(b.problems, *fault)
		}
		if withheld[f.name] {
			continue
		}
		folder, rest, nested := strings.Cut(f.name, "/")
		path := f.name
		if i, ok := at[folder]; nested && ok {
			if b.unseen(i) {
				continue
			}
			path = b.builds[i].story.Slug + "/" + rest
		}
		b.site.Assets = append(b.site.Assets, content.Asset{File: f.name, Path: path})
	}
}
