package article

import (
	"strings"
	"time"
)

// published is when the article appeared; ok is false where the metadata don't
// say.
func (p *page) published() (timestamp, bool) {
	candidates := []string{p.data.text(p.article, "datePublished"),
		p.meta("article:published_time", "og:article:published_time", "og:published_time")}
	candidates = append(candidates, p.metas["datepublished"]...)
	candidates = append(candidates, p.micro["datePublished"]...)
	for _, name := range publishedNames {
		candidates = append(candidates, p.meta(name))
	}
	candidates = append(candidates, p.data.text(p.article, "dateCreated"))
	for _, written := range candidates {
		if s, ok := readStamp(written); ok && written != "" {
			return s, true
		}
	}
	return timestamp{}, false
}

// publishedNames are names of metadata for the date, the surer first.
var publishedNames = strings.Fields("article.published parsely-pub-date sailthru.date dcterms.issued dc.date.issued " +
	"dcterms.created dc.date.created dcterms.date dc.date " +
	"publishdate publish-date publish_date publication_date publicationdate publication-date pubdate pub_date " +
	"published published_time published-date date_published " +
	"article_date_original article.created article:published articlepublicationdate cxenseparse:recs:publishtime " +
	"cxenseparse:publishtime rnews:datepublished " +
	"og:pubdate og:publish_date originalpublicationdate citation_publication_date citation_date displaydate " +
	"release_date weibo:article:create_at bt:pubdate " +
	"ptime firstpublished first-published date creation_date dc.created date.created datecreated vr:published_time " +
	"shareaholic:article_published_time iso-8601-publish-date timestamp")

// modified is when the article changed last.
func (p *page) modified() (timestamp, bool) {
	candidates := []string{p.data.text(p.article, "dateModified"),
		p.meta("article:modified_time", "og:updated_time", "article:modified", "datemodified", "dcterms.modified",
			"dc.date.modified",
			"lastmod", "last-modified", "updated_time", "modified", "revised", "article.updated", "lastmodified",
			"cxenseparse:modifiedtime")}
	candidates = append(candidates, p.micro["dateModified"]...)
	for _, written := range candidates {
		if s, ok := readStamp(written); ok && written != "" {
			return s, true
		}
	}
	return timestamp{}, false
}

// dates gives an article its dates. Shown are the days in the lines around the
// headline, and text the article's own.
func (p *page) dates(a *Article, shown []time.Time, text string) {
	at, ok := p.published()
	switch {
	case ok:
		a.Date = at.day()
		if at.clock && isUTC(at.Time) && len(shown) > 0 && neighbours(shown[0], a.Date) {
			a.Date = shown[0]
		}
	default:
		a.Date = p.shownDate(a.URL, shown)
		at = timestamp{Time: a.Date}
	}
	if a.Date.IsZero() {
		a.Date = Day(UpTo(text, 1500))
		a.Guessed = !a.Date.IsZero()
		return
	}
	if changed, ok := p.modified(); ok && changed.After(at.Time) && !changed.day().Before(a.Date) &&
		(changed.day() != a.Date || changed.clock && at.clock) {
		a.Updated = changed.day()
	}
}

// shownDate is the date that a page has where its metadata have none: of the
// lines around the headline, a <time> element or the address.
func (p *page) shownDate(address string, shown []time.Time) time.Time {
	if len(shown) > 0 {
		return shown[0]
	}
	for _, written := range p.times {
		if s, ok := readStamp(written); ok {
			return s.day()
		}
	}
	if m := dayInAddress().FindStringSubmatch(address); m != nil {
		return parsedDay(m[1]+m[4], m[2]+m[5], m[3]+m[6])
	}
	return time.Time{}
}

var dayInAddress = compileOne(`[/_-](?:((?:19|20)\d{2})[/_-](\d{1,2})[/_-](\d{1,2})|((?:19|` +
	`20)\d{2})([01]\d)([0-3]\d))(?:[/_.-]|\d{0,6}\b|$)`)

func isUTC(t time.Time) bool {
	_, offset := t.Zone()
	return offset == 0
}

// neighbours reports whether a day is the day before or behind another.
func neighbours(a, b time.Time) bool {
	d := a.Sub(b)
	return d == 24*time.Hour || d == -24*time.Hour
}
