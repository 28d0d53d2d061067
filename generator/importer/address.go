package importer

import (
	"net/url"
	"path"
	"strings"
)

// foldURL is an address as it is compared: without a host, in lower case, and
// without what servers add.
func foldURL(address string) string {
	if written, err := url.PathUnescape(address); err == nil {
		address = written
	}
	address = strings.ToLower(path.Clean("/" + address))
	address = strings.TrimSuffix(strings.TrimSuffix(address, ".html"), ".htm")
	return strings.TrimSuffix(strings.TrimSuffix(address, "/index"), "/")
}

// addresses are where a post may stand on its old site: as it says itself, as
// the settings say, and as its generator has it by default.
func (s *site) addresses(p *post) []string {
	var list []string
	for _, key := range []string{"url", "permalink", "path"} {
		if own := p.First(key); own != "" && !strings.Contains(own, "://") {
			list = append(list, s.expanded(own, p))
		}
	}
	list = append(list, p.Fields["aliases"]...)
	list = append(list, p.Fields["redirect_from"]...)
	rest := strings.TrimSuffix(strings.TrimPrefix(p.from, p.root), path.Ext(p.from))
	dir, name := path.Split(rest)
	if name == "index" || name == "_index" {
		return append(list, dir)
	}
	if s.kind == Jekyll && strings.Contains("/"+rest, "/_") {
		for _, form := range []string{s.settings.permalink, "date", "pretty", "none"} {
			if form != "" {
				list = append(list, s.expanded(form, p))
			}
		}
		return list
	}
	section, _, _ := strings.Cut(rest, "/")
	for _, form := range []string{s.settings.permalinks[section], s.settings.permalinks["page"]} {
		if form != "" {
			list = append(list, s.expanded(form, p))
		}
	}
	own := firstOf(p.First("slug"), withoutDay(name))
	return append(list, dir+own, dir+name, dir+firstOf(p.First("slug"), strings.ReplaceAll(titleOfPost(p), " ", "-")))
}

// withoutDay is a file's name without the day that it begins with.
func withoutDay(name string) string { return strings.TrimPrefix(name, dated().FindString(name)) }

// styles are Jekyll's names for forms of addresses.
var styles = map[string]string{
	"date":    "/:categories/:year/:month/:day/:title",
	"pretty":  "/:categories/:year/:month/:day/:title/",
	"ordinal": "/:categories/:year/:y_day/:title",
	"none":    "/:categories/:title",
}

// expanded is a form of addresses, filled in for a post.
func (s *site) expanded(form string, p *post) string {
	form = firstOf(styles[form], form)
	if !strings.Contains(form, ":") {
		return form
	}
	year, month, day := "", "", ""
	if p.date != "" {
		year, month, day = p.date[:4], p.date[5:7], p.date[8:]
	}
	rest := strings.TrimSuffix(strings.TrimPrefix(p.from, p.root), path.Ext(p.from))
	name := withoutDay(path.Base(rest))
	if name == "index" {
		name = path.Base(path.Dir(rest))
	}
	own := firstOf(p.First("slug"), name)
	dir := strings.Trim(path.Dir(rest), "./")
	section, _, _ := strings.Cut(dir, "/")
	categories := strings.Join(append([]string{folderBefore(rest)}, p.Fields["categories"]...), "/")
	if len(p.Fields["categories"]) == 0 {
		categories = path.Join(folderBefore(rest), p.First("category"))
	}
	return strings.NewReplacer(
		":categories", categories, ":year", year, ":short_year", year[min(2, len(year)):], ":month", month,
		":i_month", strings.TrimPrefix(month, "0"), ":day", day, ":i_day", strings.TrimPrefix(day, "0"),
		":slugorfilename", own, ":slugorcontentbasename", own, ":filename", name, ":contentbasename", name,
		":slug", own, ":title", own, ":name", name, ":basename", name, ":path", dir+"/"+name,
		":sections", dir, ":section", section, ":collection", strings.TrimPrefix(section, "_"),
	).Replace(form)
}

// folderBefore are the folders before _posts, which Jekyll takes for categories.
func folderBefore(rest string) string {
	before, _, _ := strings.Cut("/"+rest, "/_")
	return strings.Trim(before, "/")
}
