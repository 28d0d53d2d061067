package importer

import (
	"path"
	"regexp"
	"strings"

	"collate/generator/content"
	"collate/generator/slug"
)

// place is where a post goes.
func (s *site) place(p *post) string {
	rest := strings.TrimSuffix(strings.TrimPrefix(p.from, p.root), path.Ext(p.from))
	parts := strings.Split(strings.Trim(rest, "/"), "/")
	section, name := "", ""
	if at := collectionAt(parts); s.kind == Jekyll && at >= 0 {
		section, name = s.collection(p, parts, at)
	} else {
		base := parts[len(parts)-1]
		if base == "_index" || base == "index" && len(parts) == 1 {
			if len(parts) == 1 {
				return "index.md"
			}
			if !p.held {
				return storyFor(parts[0]) + "/index.md"
			}
		}
		if base == "index" || base == "_index" {
			parts = parts[:len(parts)-1]
		}
		section, name = parts[0], strings.Join(parts[1:], "-")
		if len(parts) == 1 {
			section, name = "", parts[0]
			if p.dated && p.date != "" {
				section = "posts"
			}
		}
	}
	name = slug.Of(name)
	if section != "" {
		section = storyFor(section)
	}
	switch {
	case section == "":
		return name + ".md"
	case p.date == "" || name == "index":
		return section + "-" + name + ".md"
	}
	return section + "/" + name + ".md"
}

// collectionAt is the first part of a path that begins with an underscore, as
// those of Jekyll's collections do; -1 where none does.
func collectionAt(parts []string) int {
	for i, part := range parts[:len(parts)-1] {
		if strings.HasPrefix(part, "_") {
			return i
		}
	}
	return -1
}

// collection is the story and the name of a file of a collection.
func (s *site) collection(p *post, parts []string, at int) (section, name string) {
	if parts[at] != "_posts" && parts[at] != "_drafts" {
		return parts[at][1:], strings.Join(parts[at+1:], "-")
	}
	words := func(parts []string) string {
		var list []string
		for _, part := range parts {
			if !number().MatchString(part) {
				list = append(list, part)
			}
		}
		return strings.Join(list, "-")
	}
	category := strings.Fields(p.First("categories", "category"))
	if len(category) == 0 {
		category = []string{""}
	}
	return firstOf(category[0], words(parts[:at]), words(parts[at+1:len(parts)-1]), "posts"), parts[len(parts)-1]
}

var number = lazyPattern(`^\d+$`)

// storyFor is the story of a section's posts. Where every site has a page of
// that name, it is called otherwise.
func storyFor(section string) string {
	story := slug.Of(section)
	if slug.Taken(story) {
		story += "-posts"
	}
	return story
}

// firstOf is the first of some words that says something.
func firstOf(words ...string) string {
	for _, w := range words {
		if w != "" && w != "." {
			return w
		}
	}
	return ""
}

// dated finds a day at the beginning of a file's name, or in folders.
var (
	dated     = lazyPattern(`^(\d{4})[-_.](\d{1,2})[-_.](\d{1,2})[-_. ]?`)
	dateParts = lazyPattern(`(?:^|/)(\d{4})/(\d{1,2})/(\d{1,2})(?:/|$|-)`)
)

// dateKeys are the keys that give the day of a post, the surest first.
var dateKeys = []string{"date", "publishdate", "published", "pubdate", "published_at", "date_published", "created",
	"created_at", "datetime", "posted"}

// findDate finds the day of a post, from its front matter or else its name.
func (s *site) findDate(p *post) {
	written := ""
	for _, key := range dateKeys {
		value := p.First(key)
		if value == "" || p.date != "" || content.Held(key, value) || value == "true" {
			continue
		}
		p.date = dayIn(value)
		written = firstOf(written, value)
	}
	unread := p.date == "" && written != ""
	name := path.Base(p.from)
	if strings.HasPrefix(name, "index.") {
		name = path.Base(path.Dir(p.from))
	}
	places := []struct {
		form func() *regexp.Regexp
		in   string
	}{{dated, name}, {dateParts, path.Dir(p.from)}, {dateParts, p.First("path", "url", "permalink")}}
	for _, place := range places {
		if m := place.form().FindStringSubmatch(place.in); m != nil {
			p.date, p.dated = firstOf(p.date, dayOf(m[1], m[2], m[3])), true
		}
	}
	if unread {
		s.warn("dates that can't be read", p.from, 0, "the date "+quote(written)+" can't be read",
			"write it as 2026-02-27 in the new file")
	}
}
