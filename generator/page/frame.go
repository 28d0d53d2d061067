package page

import (
	"bytes"
	"html/template"
	"slices"
	"strings"

	"collate/generator/content"
	"collate/generator/digest"
)

// frame is what the templates top and bottom see of every page; views embed it.
type frame struct {
	Lang, Dir     string
	Title         string // of the tab: the page's own, then the site's
	Heading       string // of the page
	Description   string
	Canonical     string            // absolute; empty where the site has no URL
	CanonicalHref template.HTMLAttr // the same as an attribute
	SiteName      string
	Type          string // of Open Graph: website or article
	Published     string // article: RFC 3339 or a date
	// absolute URL of the picture that a shared link shows; empty where the site
	// has no URL
	Image     string
	ImageAlt  string            // what it shows
	Feed      template.HTMLAttr // of the page's own feed; empty where it has none
	FeedTitle string
	NoIndex   bool
	Bare      bool          // without masthead and foot, links lead out of the frame that it is shown in
	Data      template.JS   // JSON-LD; empty where there is none
	Citation  *citationView // nil but on the pages of stories with figures
	Chrome    chrome
}

// chrome is the part of a page that is the same on many: by the depth of the
// page and the section of the site that it belongs to. It is rendered once,
// when the site is planned.
type chrome struct {
	Head   template.HTML // style sheet, script, icon, feeds
	Top    template.HTML // skip link, name of the site, navigation
	Bottom template.HTML // footer
}

// sections are the entries of the navigation that have a page of their own;
// plain pages follow them. Depths are how many folders deep their pages lie.
var sections = []struct {
	path, key string
	depths    []int
}{
	{"stories/", "nav.home", []int{1}},
	{"timeline/", "nav.timeline", []int{1, 3}},
	{"disagreements/", "nav.disagreements", []int{1}},
	{"figures/", "nav.figures", []int{1, 2}},
	{"sources/", "nav.sources", []int{1, 2}},
	{"tags/", "nav.tags", []int{1, 2}},
	{"search/", "nav.search", []int{1}},
}

// navPages is how many plain pages the navigation lists. The home page lists
// the others.
const navPages = 6

// pagesOfNav are the plain pages in the navigation, and the others.
func (s *Site) pagesOfNav() (listed, others []*content.Page) {
	all := s.digest.Pages
	shown := min(navPages, len(all))
	return all[:shown], all[shown:]
}

// noSection is the section of pages that belong to no entry of the navigation.
const noSection = "-"

// folderDepth is the number of folders that a page lies in.
func folderDepth(path string) int { return strings.Count(path, "/") }

// chromeKey names one chrome: pages of one depth and section share it.
type chromeKey struct {
	depth   int
	section string
}

// chromeView is what the templates chrome-head, chrome-top and chrome-bottom see.
type chromeView struct {
	Lang, SiteName                         string
	Front                                  bool   // it is the home page's
	Tagline                                string // on the home page
	Home                                   template.URL
	Style, Script, Icon                    template.URL
	Feed, JSONFeed, Disagreements, Figures template.URL
	Changes                                template.URL // empty where there is no log
	Cards                                  bool         // pages have a card: the site has a URL
	Nav                                    []navLink
}

type navLink struct {
	URL     template.URL
	Text    string
	Current bool
}

// chromes are all that a page can need.
func (s *Site) chromes() map[chromeKey]chrome {
	all := map[chromeKey]chrome{}
	add := func(section string, depths ...int) {
		for _, depth := range depths {
			all[chromeKey{depth, section}] = context{Site: s, path: strings.Repeat("x/", depth)}.renderChrome(section)
		}
	}
	for _, section := range sections {
		add(section.path, section.depths...)
	}
	listed, _ := s.pagesOfNav()
	for _, p := range listed {
		add(digest.PagePath(p), folderDepth(digest.PagePath(p)))
	}
	add("", 0)
	add(noSection, 1, 2) // stories, their tables and summaries
	all[chromeKey{0, "404.html"}] = context{Site: s, base: s.root}.renderChrome(noSection)
	return all
}

func (h context) renderChrome(section string) chrome {
	url := func(to string) template.URL { return template.URL(h.target(to)) }
	v := chromeView{
		Lang: h.words.Language, SiteName: h.digest.Config.Title, Home: url(""),
		Front: section == "" && h.path == "" && h.base == "", Tagline: h.digest.Config.Description,
		Style: url(h.assets["style.css"].path), Script: url(h.assets["script.js"].path),
		Icon: url(h.assets["icon.svg"].path),
		Feed: url("feed.xml"), JSONFeed: url("feed.json"), Disagreements: url("disagreements/feed.xml"),
		Figures: url("figures.csv"), Cards: h.digest.Config.URL != "",
	}
	if hasChanges(h.digest) {
		v.Changes = url(changesPath)
	}
	for _, s := range sections {
		if s.path == "tags/" && len(h.digest.Outline.Tags) == 0 {
			continue
		}
		v.Nav = append(v.Nav, navLink{url(s.path), h.words.Text(s.key), s.path == section})
	}
	listed, others := h.pagesOfNav()
	for _, p := range listed {
		v.Nav = append(v.Nav, navLink{url(digest.PagePath(p)), p.Title, digest.PagePath(p) == section})
	}
	if len(others) > 0 {
		v.Nav = append(v.Nav, navLink{url("") + "#pages", h.words.Text("nav.pages"), false})
	}
	return chrome{h.part("chrome-head", v), h.part("chrome-top", v), h.part("chrome-bottom", v)}
}

// part renders a template that is a part of many pages, while the site is
// planned. What is wrong with it is among the site's faults, once.
func (s *Site) part(name string, view any) template.HTML {
	var b bytes.Buffer
	if err := s.set.ExecuteTemplate(&b, name, view); err != nil {
		if fault := s.loaded.templateFault(name, err); !slices.Contains(s.faults, fault) {
			s.faults = append(s.faults, fault)
		}
	}
	return template.HTML(b.String())
}

// frame is the frame of a page of a section. An empty heading is the site's own title.
func (h context) frame(section, heading, description string) frame {
	c := &h.digest.Config
	f := frame{
		Lang: h.words.Language, Dir: h.words.Direction, Title: c.Title, Heading: heading,
		Description: description, SiteName: c.Title, Type: "website",
	}
	if heading != "" {
		f.Title = h.words.Text("title", "page", heading, "site", c.Title)
	}
	if f.Description == "" {
		f.Description = c.Description
	}
	if c.URL != "" {
		f.Canonical = h.url(h.path)
		f.CanonicalHref = hrefAttr(f.Canonical)
		f.Image, f.ImageAlt = h.url("card.png"), c.Title
	}
	key := chromeKey{folderDepth(h.path), section}
	if h.base != "" {
		key = chromeKey{0, h.path}
	}
	if _, listed := h.chrome[key]; !listed {
		key.section = noSection // a page that the navigation does not list
	}
	f.Chrome = h.chrome[key]
	if section != noSection && section != "" {
		f.Data = h.pageData(&f)
	}
	return f
}

// showCard makes a story's card the picture of a page.
func (f *frame) showCard(h context, s *digest.Story) {
	if f.Image != "" {
		f.Image, f.ImageAlt = h.cardURL(s), s.Title
	}
}
