package importer

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"collate/generator/asset"
	"collate/generator/content"
	"collate/generator/draft"
	"collate/generator/frontmatter"
	"collate/generator/problem"
)

// Kind is the generator that a site was written for.
type Kind string

// The kinds.
const (
	Hugo   Kind = "hugo" // and others that keep their texts in content/, as Zola and Eleventy do
	Jekyll Kind = "jekyll"
)

// largestFile is how large a file may be that is brought over, in bytes.
const largestFile = 32 << 20

// Site reads the folder of a site, and gives its files as those of a content
// folder, an account of all files, and as warnings what could not be brought
// over, in the order of the old files. The error is one of reading, or that
// there is nothing to bring.
func Site(fsys fs.FS, kind Kind) ([]File, Account, problem.List, error) {
	s := &site{fsys: fsys, kind: kind, settings: readSettings(fsys), moved: map[string]string{},
		taken: map[string]bool{}, at: map[string]string{},
		Account: Account{Left: map[string]int{}, Dropped: map[string]int{}, Warnings: map[string]int{}}}
	if err := s.walk(); err != nil {
		return nil, Account{}, nil, fmt.Errorf("import: %w", err)
	}
	if len(s.posts) == 0 || kind == Jekyll && !s.isJekyll() {
		return nil, Account{}, nil, fmt.Errorf(
			"import: there is no Markdown of a %s site here: name the folder that has %s in it",
			kind, map[Kind]string{Hugo: "content/", Jekyll: "_posts/"}[kind])
	}
	s.placeAll()
	for _, p := range s.posts {
		s.files = append(s.files, File{p.to, s.write(p)})
	}
	if !s.taken["index.md"] && s.settings.title != "" {
		s.files = append(s.files, File{"index.md", []byte("---\n" + s.siteKeys("", "") + "---\n")})
	}
	s.verify()
	s.count()
	slices.SortFunc(s.files, func(a, b File) int { return strings.Compare(a.Path, b.Path) })
	s.problems.Sort()
	return s.files, s.Account, s.problems, nil
}

// isJekyll reports whether there are settings of Jekyll, or posts in its folders.
func (s *site) isJekyll() bool {
	_, err := fs.Stat(s.fsys, "_config.yml")
	return err == nil || len(s.settings.fields) > 0 || slices.ContainsFunc(s.posts,
		func(p *post) bool { return collectionAt(strings.Split(p.from, "/")) >= 0 })
}

type site struct {
	Account
	fsys     fs.FS
	kind     Kind
	settings settings
	posts    []*post
	others   []other
	files    []File
	moved    map[string]string // new paths of files by the old
	at       map[string]string // new paths by the old addresses, folded
	ends     map[string]string // new paths of posts by what the old end in; nil until it is asked for
	taken    map[string]bool   // new paths, in lower case
	spelt    map[string]string // new addresses and folders as they are spelt, by lower case; nil until one is asked for
	problems problem.List

	heldBelow []string // folders of which nothing is for readers, with a slash
}

// A post is one Markdown file.
type post struct {
	frontmatter.Foreign
	root     string // the folder that its path counts from, with a slash; empty for the site's own
	from, to string
	date     string
	dated    bool     // its name or its address has a day
	held     bool     // it is not for readers
	slug     string   // that it keeps
	linkKey  string   // the key that has the address of what it is about
	beside   []string // names of files that belong to it alone, as they are now
}

// An other is a file that goes along.
type other struct {
	from, to, url string
	data          []byte
}

// summary reports whether the post becomes a summary, and not a page.
func (p *post) summary() bool { return strings.Contains(p.to, "/") && path.Base(p.to) != "index.md" }

// warn warns of something of a kind, which the account counts.
func (s *site) warn(kind, file string, line int, message, hint string) {
	s.Warnings[kind]++
	s.problems = append(s.problems, problem.Problem{
		Place: problem.Place{File: file, Line: line}, Severity: problem.Warning, Message: message, Hint: hint,
	})
}

// leave leaves a file out for a reason, which the account counts.
func (s *site) leave(reason, file, message, hint string) {
	s.Left[reason]++
	s.problems = append(s.problems, problem.Problem{
		Place: problem.Place{File: file}, Severity: problem.Warning, Message: message, Hint: hint,
	})
}

func quote(text string) string { return problem.Quote(text) }

// add adds a file that goes along.
func (s *site) add(o other) {
	if s.taken[strings.ToLower(o.to)] {
		o.to = s.freeName(o.to)
	}
	s.taken[strings.ToLower(o.to)], s.moved[o.from] = true, o.to
	if o.url != "" {
		s.at[foldURL(o.url)] = o.to
	}
	s.files = append(s.files, File{o.to, o.data})
	s.Files++
}

// freeName is a name beside one that is taken.
func (s *site) freeName(name string) string {
	ext := path.Ext(name)
	stem := strings.TrimSuffix(name, ext)
	for n := 2; ; n++ {
		if name = fmt.Sprintf("%s-%d%s", stem, n, ext); !s.taken[strings.ToLower(name)] {
			return name
		}
	}
}

// post reads a Markdown file.
func (s *site) post(root, file string, data []byte) {
	f, ok, problems := frontmatter.ReadForeign(file, data, content.Keys())
	if !ok {
		if len(problems) == 0 {
			problems = problem.List{{Place: problem.Place{File: file}, Message: "the front matter can't be read"}}
		}
		for i := range problems {
			problems[i].Severity = problem.Warning
			problems[i].Message += ": the file is left out"
		}
		s.Left["front matter that can't be read"]++
		s.problems = append(s.problems, problems...)
		return
	}
	p := &post{Foreign: f, root: root, from: file}
	p.held = strings.Contains("/"+file, "/_drafts/") || s.unrendered(file)
	for key, words := range f.Fields {
		for _, word := range words {
			p.held = p.held || content.Held(withoutParams(key), word)
		}
	}
	s.findDate(p)
	s.posts = append(s.posts, p)
	if stemOfFile(file) == "_index" && s.holdsBelow(p) {
		s.heldBelow = append(s.heldBelow, path.Dir(file)+"/")
	}
}

// holdsBelow reports whether the page of a section keeps all that is below it
// from readers: by a cascade of Hugo's, or as a draft of Zola's.
func (s *site) holdsBelow(p *post) bool {
	for key, words := range p.Fields {
		below, cascades := strings.CutPrefix(key, "cascade.")
		for _, word := range words {
			if cascades && content.Held(withoutParams(below), word) {
				return true
			}
		}
	}
	_, zola := s.settings.fields["base_url"]
	return zola && p.held && p.First("draft") == "true"
}

// withoutParams is a key without the mapping that some generators keep own keys
// in.
func withoutParams(key string) string {
	return strings.TrimPrefix(strings.TrimPrefix(strings.TrimPrefix(key, "params."), "extra."), "taxonomies.")
}

// unrendered reports whether a file is of a collection that the site makes no
// pages of.
func (s *site) unrendered(file string) bool {
	parts := strings.Split(file, "/")
	at := collectionAt(parts)
	if s.kind != Jekyll || at < 0 || parts[at] == "_posts" || parts[at] == "_drafts" {
		return false
	}
	return !s.settings.shown[parts[at][1:]] && !slices.Contains(s.settings.include, parts[at])
}

// placeAll finds the places of all posts, then of the files that belong to
// them.
func (s *site) placeAll() {
	stories := map[string]bool{}
	for _, p := range s.posts {
		p.held = p.held || slices.ContainsFunc(s.heldBelow,
			func(dir string) bool { return strings.HasPrefix(p.from, dir) && stemOfFile(p.from) != "_index" })
		p.to = s.place(p)
		if story, _, nested := strings.Cut(p.to, "/"); nested {
			stories[story] = true
		}
	}
	for _, p := range s.posts {
		if stem := strings.TrimSuffix(p.to, ".md"); !strings.Contains(p.to, "/") && p.to != "index.md" &&
			(stories[stem] || isTaken(stem)) {
			p.to = stem + "-page.md"
		}
		if s.taken[strings.ToLower(p.to)] {
			if path.Base(p.to) == "index.md" { // of another language
				p.to = strings.TrimSuffix(strings.ReplaceAll(p.to, "/", "-"), ".md") + "-page.md"
			}
			if s.taken[strings.ToLower(p.to)] {
				p.to = s.freeName(p.to)
			}
		}
		s.taken[strings.ToLower(p.to)], s.moved[p.from] = true, p.to
	}
	s.placeSlugs()
	bundles := s.bundles()
	for _, o := range s.others {
		s.add(s.besidePost(o, bundles))
	}
	for _, p := range s.posts {
		for _, address := range s.addresses(p) {
			if key := foldURL(address); s.at[key] == "" {
				s.at[key] = p.to
			}
		}
	}
}

// placeSlugs lets posts keep the slugs that no other page has.
func (s *site) placeSlugs() {
	used := map[string]bool{}
	for _, p := range s.posts {
		used[strings.TrimSuffix(p.to, ".md")] = true
		used[path.Dir(p.to)] = true
	}
	for _, p := range s.posts {
		own := ownSlug(p.First("slug"))
		full := path.Join(path.Dir(p.to), own)
		switch {
		case own == "" || path.Base(p.to) == "index.md" || full+".md" == p.to:
		case used[full] || isTaken(own) && !p.summary() || own == "table":
			s.warn("slugs that another page has", p.from, 0,
				"the slug "+quote(own)+" is another page's, and is left out: the page is "+p.to, "")
		default:
			used[full], p.slug = true, own
		}
	}
}

// bundles are the posts that have a folder of their own, by that folder.
func (s *site) bundles() map[string]*post {
	bundles := map[string]*post{}
	for _, p := range s.posts {
		if strings.HasPrefix(path.Base(p.from), "index.") && bundles[path.Dir(p.from)] == nil {
			bundles[path.Dir(p.from)] = p
		}
	}
	return bundles
}

// besidePost is a file with its place: one in the folder of a post is the
// post's own.
func (s *site) besidePost(o other, bundles map[string]*post) other {
	dir := path.Dir(o.from)
	for dir != "." && bundles[dir] == nil {
		dir = path.Dir(dir)
	}
	p := bundles[dir]
	if p == nil {
		return o
	}
	o.to = path.Join(path.Dir(p.to), path.Base(o.to))
	if s.taken[strings.ToLower(o.to)] {
		o.to = strings.TrimSuffix(p.to, ".md") + "-" + path.Base(o.to)
	}
	if s.taken[strings.ToLower(o.to)] {
		o.to = s.freeName(o.to)
	}
	p.beside = append(p.beside, path.Base(o.to))
	return o
}

// refused reports whether a file can't be published, and leaves it out.
func (s *site) refused(file, to string, data []byte) bool {
	fault := asset.Refused(to, data)
	if fault.Message != "" {
		s.leave("kinds that could run script, or are not published", file,
			fault.Message+": it is left out", fault.Hint)
	}
	return fault.Message != ""
}

// count counts what was brought over.
func (s *site) count() {
	there := map[string]bool{}
	for _, f := range s.files {
		there[f.Path] = true
	}
	for _, p := range s.posts {
		switch {
		case !there[p.to]:
			continue
		case p.summary():
			s.Summaries++
		default:
			s.Pages++
		}
		if p.held {
			s.Drafts++
		}
	}
}

// siteKeys are the keys of the site's own page.
func (s *site) siteKeys(title, description string) string {
	var b strings.Builder
	c := s.settings
	for _, line := range [][2]string{{"title", firstOf(c.title, title)},
		{"description", firstOf(description, c.description)},
		{"url", c.url}, {"language", c.language}, {"timezone", c.timezone}, {"author", c.author}} {
		if line[1] != "" {
			fmt.Fprintf(&b, "%s: %s\n", line[0], draft.Scalar(onOneLine(line[1])))
		}
	}
	return b.String()
}
