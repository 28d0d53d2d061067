package page

import (
	"bytes"
	"html/template"
	"strings"

	"collate/generator/agreement"
	"collate/generator/content"
	"collate/generator/digest"
	"collate/generator/edition"
)

// editionView is what templates/edition.html and letter.html see: a week.
type editionView struct {
	Page         frame
	Title        string // The week of 23 Feb 2026
	Status       string // 12 reports · 3 stories
	Sections     []editionSection
	Newer, Older *link // editions beside it
	All          template.HTMLAttr
	Href         template.HTMLAttr // of the edition's page
	Lang, Dir    string
}

// editionSection is one kind of what happened.
type editionSection struct {
	Title string
	Items []editionItem
	More  string // how many are not listed; empty where all are
}

// editionItem is one thing that happened.
type editionItem struct {
	Head template.HTML // the story or figure, linked
	Text template.HTML
	List []template.HTML
	More string // how many of the list are left out
}

// How much of a week is listed at most, so that a letter stays one.
const (
	editionItems   = 40
	editionReports = 6
)

// weeks are the editions of the site, the newest first; none where it wants
// none.
func (s *Site) weeks() []*edition.Week {
	if s.digest.Config.NoEditions {
		return nil
	}
	return s.editions().Weeks
}

func (h context) edition(i int) (any, error) {
	weeks := h.weeks()
	v := h.editionOf(weeks[i])
	v.Page = h.frame("editions/", v.Title, v.Status)
	v.Page.Feed, v.Page.FeedTitle = h.link("editions/feed.xml"), h.words.Text("editions.title")
	v.All = h.link("editions/")
	if i > 0 {
		v.Newer = &link{h.link(weeks[i-1].Path()), h.weekTitle(weeks[i-1])}
	}
	if i+1 < len(weeks) {
		v.Older = &link{h.link(weeks[i+1].Path()), h.weekTitle(weeks[i+1])}
	}
	return v, nil
}

// Letter appends a week's edition as HTML that a mail client shows: with its
// styles in it, and absolute links. It is at most 90 KB, since what is listed is
// bounded.
func (s *Site) Letter(b *bytes.Buffer, w *edition.Week) error {
	h := context{Site: s, path: w.Path(), base: s.address()}
	return s.set.ExecuteTemplate(b, "letter", h.editionOf(w))
}

// Weeks are the editions of the site, the newest first.
func (s *Site) Weeks() []*edition.Week { return s.weeks() }

// WeekTitle is what a week's edition is called.
func (s *Site) WeekTitle(w *edition.Week) string { return context{Site: s}.weekTitle(w) }

func (h context) weekTitle(w *edition.Week) string {
	return h.words.Text("edition.title", "date", h.words.Day(content.Date{Time: w.From}))
}

func (h context) editionOf(w *edition.Week) editionView {
	e := h.Site.editions().Of(w)
	v := editionView{Title: h.weekTitle(w), Status: h.weekStatus(w), Href: h.link(w.Path()),
		Lang: h.words.Language, Dir: h.words.Direction}
	list := func(key string, items []editionItem) {
		if len(items) == 0 {
			return
		}
		section := editionSection{Title: h.words.Text("edition." + key), Items: items}
		if more := len(items) - editionItems; more > 0 {
			section.Items, section.More = items[:editionItems], h.words.Count("more", more)
		}
		v.Sections = append(v.Sections, section)
	}
	list("new", h.newStories(e))
	list("moved", h.movedItems(e))
	list("differ", h.differItems(e))
	list("settled", h.settledItems(e))
	list("checks", h.checkItems(e))
	list("corrected", h.correctedItems(e))
	list("others", h.reportedItems(e))
	list("corrections", h.correctionItems(e))
	return v
}

// weekStatus is how much was reported in a week: 12 reports · 3 stories.
func (h context) weekStatus(w *edition.Week) string {
	stories := map[*digest.Story]bool{}
	for _, s := range w.Summaries {
		stories[s.Story] = true
	}
	return h.words.Count("summaries", len(w.Summaries)) + " · " + h.words.Count("stories", len(stories))
}

// rowHead is a figure with its story, linked.
func (h context) rowHead(row *digest.Row) template.HTML {
	return template.HTML(h.anchor(row.Path(), row.Name.String()) + " <small>" + h.anchor(row.Story.Path(),
		row.Story.Title) +
		"</small>")
}

func (h context) newStories(e *edition.Edition) []editionItem {
	var items []editionItem
	for _, part := range e.New {
		item := editionItem{Head: template.HTML(h.anchor(part.Story.Path(), part.Story.Title))}
		if part.Story.Sentence != "" {
			item.Text = template.HTML(escape(part.Story.Sentence))
		}
		if row := part.After.Sharpest(); row != nil {
			item.List = append(item.List, template.HTML(escape(row.Name.String()+h.words.Text("colon")))+
				h.differs(row, plainSource))
		}
		for _, row := range headlines(part.After) {
			if row.Kind == agreement.Same || row.Kind == agreement.Consistent {
				value, _ := h.words.CampValue(row.Camps[0])
				item.List = append(item.List, template.HTML(escape(row.Name.String()+h.words.Text("colon"))+
					`<b class="val">`+bdi(value)+"</b> ("+escape(h.voicesText(row.Camps[0]))+")"))
			}
		}
		items = append(items, h.withReports(item, part))
	}
	return items
}

// withReports adds what was reported on a story in the week.
func (h context) withReports(item editionItem, part *edition.Part) editionItem {
	for i, s := range part.Summaries {
		if i == editionReports {
			item.More = h.words.Count("more", len(part.Summaries)-i)
			break
		}
		item.List = append(item.List, template.HTML(bdi(s.SourceLabel.Name)+escape(h.words.Text("colon"))+
			h.anchor(s.Path(), s.Title)))
	}
	return item
}

func (h context) reportedItems(e *edition.Edition) []editionItem {
	var items []editionItem
	for _, part := range e.Others {
		item := editionItem{Head: template.HTML(h.anchor(part.Story.Path(), part.Story.Title))}
		items = append(items, h.withReports(item, part))
	}
	return items
}

func (h context) movedItems(e *edition.Edition) []editionItem {
	var items []editionItem
	for _, m := range e.Moved {
		items = append(items, editionItem{Head: h.rowHead(m.Row), Text: template.HTML(h.words.HTML("edition.from",
			"from", h.valueHTML(m.From), "to", h.valueHTML(m.To)))})
	}
	return items
}

// valueHTML is what a report says, with its moment.
func (h context) valueHTML(r *digest.Report) string {
	text := `<b class="val">` + bdi(h.words.Said(r)) + `</b>`
	if !r.AsOf.IsZero() {
		text += " (" + string(h.time(r.AsOf, "")) + ")"
	}
	return text
}

func (h context) differItems(e *edition.Edition) []editionItem {
	var items []editionItem
	for _, turn := range e.Differ {
		items = append(items, editionItem{Head: h.rowHead(turn.Row), Text: h.differs(turn.Row, plainSource),
			List: []template.HTML{h.why(turn.Row)}})
	}
	return items
}

func (h context) settledItems(e *edition.Edition) []editionItem {
	var items []editionItem
	for _, turn := range e.Settled {
		items = append(items, editionItem{Head: h.rowHead(turn.Row),
			Text: template.HTML(h.valueHTML(turn.Row.Camps[0].Shown))})
	}
	return items
}

func (h context) checkItems(e *edition.Edition) []editionItem {
	var items []editionItem
	for _, c := range e.Checks {
		old, _, _ := strings.Cut(c.Old, ",")
		now, off, _ := strings.Cut(c.New, ", off by ")
		text := escape(c.Source+h.words.Text("colon")) + escape(h.words.Text("check."+old)) + " → " +
			escape(h.words.Text("check."+now))
		if off != "" {
			text += escape(", " + h.words.Text("check.off", "off", h.words.Amount(off)))
		}
		story := h.digest.Story(c.Story)
		items = append(items, editionItem{Head: template.HTML(`<bdi dir="ltr">` + escape(c.Check) + `</bdi> <small>` +
			h.anchor(story.Path(), story.Title) + `</small>`), Text: template.HTML(text)})
	}
	return items
}

func (h context) correctedItems(e *edition.Edition) []editionItem {
	var items []editionItem
	for _, r := range e.Corrected {
		items = append(items, editionItem{Head: h.rowHead(r.Row), Text: template.HTML(bdi(r.Summary.SourceLabel.Name) +
			escape(h.words.Text("colon")) + h.valueHTML(r) + escape(" – "+r.Corrects))})
	}
	return items
}

func (h context) correctionItems(e *edition.Edition) []editionItem {
	var items []editionItem
	for _, c := range e.Corrections {
		v := h.change(c)
		text := escape(v.Source.Text+h.words.Text("colon")) + "<s>" + bdi(v.Old) + "</s>"
		if v.New != "" {
			text += ` → <b class="val">` + bdi(v.New) + `</b>`
		}
		if v.Reason != "" {
			text += escape(" – " + v.Reason)
		}
		items = append(items, editionItem{Head: template.HTML(escape(v.Figure.Text) + " <small>" +
			escape(v.Story.Text) +
			"</small>"), Text: template.HTML(text)})
	}
	return items
}

// editionsView is what templates/editions.html sees: all weeks, by year.
type editionsView struct {
	Page  frame
	Years []editionsYear
}

type editionsYear struct {
	Year  int
	Weeks []editionLine
}

type editionLine struct {
	Href   template.HTMLAttr
	Title  string
	Status string
}

func (h context) editionList() (any, error) {
	v := editionsView{Page: h.frame("editions/", h.words.Text("editions.title"), h.words.Text("editions.description"))}
	v.Page.Feed, v.Page.FeedTitle = h.link("editions/feed.xml"), h.words.Text("editions.title")
	for _, w := range h.weeks() {
		if n := len(v.Years); n == 0 || v.Years[n-1].Year != w.Year {
			v.Years = append(v.Years, editionsYear{Year: w.Year})
		}
		year := &v.Years[len(v.Years)-1]
		year.Weeks = append(year.Weeks, editionLine{h.link(w.Path()), h.weekTitle(w), h.weekStatus(w)})
	}
	return v, nil
}

// editionsOf are the editions that tell of a story, the newest first.
func (h context) editionsOf(s *digest.Story) []link {
	var links []link
	for _, w := range h.weeks() {
		for _, sum := range w.Summaries {
			if sum.Story == s {
				links = append(links, link{h.link(w.Path()), w.Name()})
				break
			}
		}
	}
	return links
}
