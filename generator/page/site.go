package page

import (
	"bytes"
	"fmt"
	"html/template"
	"io/fs"
	"maps"
	"net/url"
	"path"
	"slices"
	"strings"
	"sync"

	"collate/generator/agreement"
	"collate/generator/digest"
	"collate/generator/edition"
	"collate/generator/i18n"
	"collate/generator/markdown"
	"collate/generator/plan"
	"collate/generator/problem"
)

// Site is a digest with what it takes to show it. It never changes once made,
// and may be used from any goroutine.
type Site struct {
	editions func() *edition.Editions
	byPath   func() map[string]*markdown.Document // the texts, by the path of their page
	digest   *digest.Digest
	loaded   *Templates
	set      *template.Template
	words    *i18n.Words
	assets   map[string]templateFile // of the templates, by file: style.css
	texts    *texts
	targets  func() targets // what links in texts may lead to: paths by what a writer may call them
	chrome   map[chromeKey]chrome
	verdicts map[agreement.Kind]template.HTML // signs and words for how values agree
	root     string                           // path of the site's URL, with a slash at both ends
	faults   problem.List                     // of the templates, met while planning
}

// Words are the interface words of the site's language.
func (s *Site) Words() *i18n.Words { return s.words }

// pageKinds are the page kinds: each has a template of its name.
var pageKinds = []string{
	"home", "stories", "timeline", "month", "story", "table", "summary", "figures", "figure", "sources", "source",
	"tags", "tag", "disagreements", "changes", "edition", "editions", "search", "plain", "notfound",
	"alias",
}

// Plan plans every page of the digest, the templates' style sheet, script and
// icon, and the assets beside the content, which are read from files when
// they are rendered. Texts that memory knows are not parsed again. The problems
// are those of the texts, of the references, fences and links in them, of the
// templates that all pages share, and paths that clash.
func Plan(p *plan.Plan, d *digest.Digest, t *Templates, files fs.FS, cache *Cache) (*Site, problem.List) {
	w := t.words(d.Config.Language)
	s := &Site{digest: d, loaded: t, set: t.set(w), words: w, assets: t.assets, root: rootPath(d.Config.URL)}
	s.targets = sync.OnceValue(func() targets { return findTargets(d) })
	s.byPath = sync.OnceValue(s.documents)
	s.editions = sync.OnceValue(func() *edition.Editions { return edition.New(d) })
	s.verdicts = s.renderVerdicts()
	var problems problem.List
	var reading sync.WaitGroup
	reading.Go(func() {
		s.texts = cache.read(s)
		problems = s.checkTexts()
	})
	planner := &planner{plan: p, site: s, led: map[string]string{}}
	planner.addAll(files)
	planner.addAliases()
	s.chrome = s.chromes()
	reading.Wait()
	return s, slices.Concat(s.faults, problems, planner.problems)
}

// rootPath is the path at which the site is published: /news/ or /.
func rootPath(site string) string {
	u, err := url.Parse(site)
	if err != nil || u.Path == "" {
		return "/"
	}
	return strings.TrimSuffix(u.EscapedPath(), "/") + "/"
}

// planner adds the pages of a site to a plan.
type planner struct {
	plan     *plan.Plan
	site     *Site
	problems problem.List
	led      map[string]string // where former addresses lead that are planned
}

// page plans one page: kind is its template, view what the template is given.
func (p *planner) page(path, origin, kind string, view func(context) (any, error)) {
	s := p.site
	p.add(digest.File(path), origin, func(b *bytes.Buffer) error {
		return s.render(b, kind, context{Site: s, path: path}, view)
	})
}

// summary plans the page of a summary. Nearly all pages are, and this way they
// take less than by page.
func (p *planner) summary(sum *digest.Summary) {
	s := p.site
	p.add(sum.PageFile(), sum.File, func(b *bytes.Buffer) error {
		return s.render(b, "summary", context{Site: s, path: sum.Path()},
			func(h context) (any, error) { return h.summary(sum) })
	})
}

// render appends a page: kind is its template, view what the template is given.
func (s *Site) render(b *bytes.Buffer, kind string, h context, view func(context) (any, error)) error {
	v, err := view(h)
	if err != nil {
		return err
	}
	if err := s.set.ExecuteTemplate(b, kind+".html", v); err != nil {
		return fmt.Errorf("template %s.html: %w", kind, err)
	}
	return nil
}

func (p *planner) add(path, origin string, render func(*bytes.Buffer) error) {
	if problem := p.plan.Add(path, origin, render); problem != nil {
		p.problems = append(p.problems, *problem)
	}
}

func (p *planner) addAll(files fs.FS) {
	for _, file := range slices.Sorted(maps.Keys(p.site.assets)) {
		a := p.site.assets[file]
		p.add(a.path, "templates/"+file, func(b *bytes.Buffer) error { b.Write(a.data); return nil })
	}
	d, home := p.site.digest, p.site.digest.Home.File
	p.page("", home, "home", context.home)
	p.page("stories/", "the list of stories", "stories", context.stories)
	p.page("timeline/", "the timeline", "timeline", context.timeline)
	p.page("figures/", "the list of figures", "figures", context.figures)
	p.page("sources/", "the list of sources", "sources", context.sources)
	p.page("tags/", "the list of tags", "tags", context.tags)
	p.page("disagreements/", "the list of disagreements", "disagreements", context.disagreements)
	p.page("search/", "the search page", "search", context.search)
	for i, w := range p.site.weeks() {
		if i == 0 {
			p.page("editions/", "the list of editions", "editions", context.editionList)
		}
		p.page(w.Path(), "the edition "+w.Name(), "edition", func(h context) (any, error) { return h.edition(i) })
	}
	if hasChanges(d) {
		p.page(changesPath, "the log of changes", "changes", context.changes)
	}
	p.add("404.html", "the page for what is not there", func(b *bytes.Buffer) error {
		return p.site.render(b, "notfound", context{Site: p.site, path: "404.html", base: p.site.root},
			context.notFound)
	})
	for i, m := range d.Outline.Months {
		p.page(m.Path(), "the timeline", "month", func(h context) (any, error) { return h.month(i) })
	}
	for _, f := range d.Outline.Figures {
		p.page(digest.FigurePath(f.Slug), f.File, "figure",
			func(h context) (any, error) { return h.figure(d.Figure(f.Slug)) })
	}
	for _, s := range d.Outline.Sources {
		p.page(digest.SourcePath(s.Slug), s.File, "source",
			func(h context) (any, error) { return h.source(d.Source(s.Slug)) })
	}
	for _, t := range d.Outline.Tags {
		p.page(digest.TagPath(t.Slug), "the tag "+t.Name, "tag",
			func(h context) (any, error) { return h.tag(d.Tag(t.Slug)) })
	}
	p.addContent(files)
}

// addContent plans what has a file in the content folder.
func (p *planner) addContent(files fs.FS) {
	d := p.site.digest
	for _, page := range d.Pages {
		p.page(digest.PagePath(page), page.File, "plain", func(h context) (any, error) { return h.plain(page) })
	}
	for _, s := range d.Stories {
		p.page(s.Path(), storyOrigin(s), "story", func(h context) (any, error) { return h.story(s) })
		if len(s.Rows) > 0 {
			p.page(s.Path()+"table/", storyOrigin(s), "table", func(h context) (any, error) { return h.table(s) })
		}
		for _, sum := range s.Summaries {
			if !sum.Guest() {
				p.summary(sum)
			}
		}
	}
	for _, a := range d.Assets {
		origin := path.Join(path.Dir(d.Home.File), a.File)
		if problem := p.plan.AddFile(a.Path, origin,
			func() (fs.File, error) { return files.Open(a.File) }); problem != nil {
			p.problems = append(p.problems, *problem)
		}
	}
}

// storyOrigin is the file that asks for a story's page.
func storyOrigin(s *digest.Story) string {
	if s.Document.File == "" && len(s.Summaries) > 0 {
		return s.Summaries[0].File
	}
	return s.Document.File
}
