package importer

import (
	"io/fs"
	"net/url"
	"path"
	"regexp"
	"slices"
	"strings"
	"time"

	"collate/generator/content"
	"collate/generator/frontmatter"
)

// settings are what a site's configuration says.
type settings struct {
	title, description, url, language, timezone, author string

	permalink  string              // the form of addresses of posts
	permalinks map[string]string   // likewise by section
	exclude    []string            // files that the site leaves out: patterns
	include    []string            // files that it takes, though others of their kind are left out
	shown      map[string]bool     // collections of which pages are made
	patterns   []*regexp.Regexp    // files that the site leaves out: expressions
	fields     map[string][]string // all of it
}

// configurations are the files that settings may stand in.
var configurations = []string{"hugo.toml", "hugo.yaml", "hugo.yml", "hugo.json", "config.toml", "config.yaml",
	"config.yml", "config.json", "config/_default/hugo.toml", "config/_default/hugo.yaml",
	"config/_default/config.toml", "config/_default/config.yaml", "config/_default/config.yml", "_config.yml",
	"_config.yaml", "_config.toml"}

// readSettings reads a site's configuration; what can't be read is empty.
func readSettings(fsys fs.FS) settings {
	c := settings{permalinks: map[string]string{}, shown: map[string]bool{}, fields: map[string][]string{}}
	for _, name := range configurations {
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			continue
		}
		text := string(data)
		switch path.Ext(name) {
		case ".toml":
			text = "+++\n" + text + "\n+++\n"
		case ".yaml", ".yml":
			text = "---\n" + strings.TrimPrefix(strings.TrimSpace(text), "---\n") + "\n---\n"
		}
		if f, ok, _ := frontmatter.ReadForeign(name, []byte(text), content.Keys()); ok && len(f.Fields) > 0 {
			c.read(f)
			break
		}
	}
	return c
}

func (c *settings) read(f frontmatter.Foreign) {
	c.fields = f.Fields
	c.title = f.First("title", "languages.en.title")
	c.description = f.First("description", "params.description", "tagline")
	c.language = content.LanguageTag(strings.ReplaceAll(
		f.First("languagecode", "locale", "language", "lang", "default_language", "defaultcontentlanguage"), "_", "-"))
	c.author = f.First("author.name", "author", "params.author.name", "params.author")
	c.url = f.First("baseurl", "base_url", "url")
	if f.First("url") != "" && strings.HasPrefix(f.First("baseurl"), "/") { // Jekyll's are two halves
		c.url = strings.TrimSuffix(f.First("url"), "/") + f.First("baseurl")
	}
	if u, err := url.Parse(c.url); err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" ||
		strings.HasSuffix(u.Hostname(), "example.org") && u.Path == "/" {
		c.url = ""
	}
	if zone := f.First("timezone"); zone != "" {
		if _, err := time.LoadLocation(zone); err == nil {
			c.timezone = zone
		}
	}
	c.permalink = f.First("permalink")
	for key, words := range f.Fields {
		if section, ok := strings.CutPrefix(key, "permalinks."); ok && len(words) > 0 {
			c.permalinks[strings.TrimPrefix(section, "page.")] = words[0]
		}
		if name, ok := strings.CutPrefix(key, "collections."); ok && len(words) > 0 {
			if collection, isOutput := strings.CutSuffix(name, ".output"); isOutput {
				c.shown[collection] = words[0] == "true"
			}
		}
	}
	c.exclude, c.include = f.Fields["exclude"], f.Fields["include"]
	for _, key := range []string{"ignorefiles", "ignored_content"} {
		for _, pattern := range f.Fields[key] {
			if key == "ignored_content" {
				c.exclude = append(c.exclude, pattern)
			} else if compiled, err := regexp.Compile(pattern); err == nil {
				c.patterns = append(c.patterns, compiled)
			}
		}
	}
}

// excluded reports whether the site leaves a file or folder out by its settings.
func (c *settings) excluded(file string) bool {
	for _, pattern := range c.exclude {
		pattern = strings.Trim(strings.TrimPrefix(pattern, "./"), "/")
		whole, _ := path.Match(pattern, file)
		base, _ := path.Match(pattern, path.Base(file))
		if whole || base || pattern == file || strings.HasSuffix(pattern, "/**") &&
			strings.HasPrefix(file, strings.TrimSuffix(pattern, "**")) {
			return true
		}
	}
	return slices.ContainsFunc(c.patterns, func(r *regexp.Regexp) bool { return r.MatchString("/" + file) })
}
