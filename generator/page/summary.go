package page

import (
	"html/template"
	"slices"
	"strings"

	"collate/generator/agreement"
	"collate/generator/digest"
	"collate/generator/i18n"
)

// summaryView is what templates/summary.html sees.
type summaryView struct {
	Page         frame
	Source       link
	Via          string
	Author       string // by Jane Doe
	Date         template.HTML
	DateNote     string
	Updated      template.HTML
	Withdrawn    template.HTML     // when its source took it back; empty where it didn't
	Original     template.HTMLAttr // link to the article; may be empty
	Copies       template.HTML     // links to its archived copies
	Read         template.HTML     // the day on which it was read
	Language     string            // tag of the article's, where it is not the site's
	LanguageName string
	Story        link
	Status       i18n.Status
	Text         template.HTML
	Caption      string
	Column       string // head of the summary's own column
	Figures      []besideView
	Others       []otherView
	More         string          // how many summaries of the story those leave out; empty where none
	Tags         []template.HTML // links
	Older        *otherView
	Newer        *otherView
}

// besideView is a figure of a summary beside what the others say: ready HTML,
// since summaries are most of a site and such rows most of a summary.
type besideView struct {
	Figure template.HTML // its name, linked to its row, and as of when
	Said   template.HTML // what this source reports, and what is noted of that
	Others template.HTML // what the other sources say
}

// otherView is another summary of the story.
type otherView struct {
	Title template.HTML // linked
	By    template.HTML // source and date
}

func (h context) summary(s *digest.Summary) (any, error) {
	text, err := h.text(s.Document, s.Story, s, 2)
	v := summaryView{
		Page:      h.frame(noSection, s.Title, h.Sentence(s)),
		Source:    link{h.link(s.SourcePath()), s.SourceLabel.Name},
		Date:      h.moment(s.Date, s.DateNote),
		DateNote:  s.DateNote,
		Updated:   h.time(s.Updated, ""),
		Withdrawn: h.withdrawn(s),
		Copies:    h.copies(s),
		Read:      h.time(s.Summary.Source.Read, ""),
		Story:     link{h.link(s.Story.Path()), s.Story.Title},
		Status:    h.words.Status(s.Story),
		Text:      text,
		Caption:   h.words.Text("summary.caption", "source", s.SourceLabel.Name),
		Column:    s.SourceLabel.Name,
		Tags:      h.labels(s.Labels),
	}
	if author := s.Summary.Source.Author; author != "" && author != s.SourceLabel.Name {
		v.Author = h.words.Text("summary.by", "author", author)
	}
	v.Via = h.via(s)
	if address := s.Summary.Source.URL; address != "" {
		v.Original = original(s, address)
	}
	if l := s.Summary.Source.Language; l != "" && !strings.EqualFold(l, h.words.Language) {
		v.Language, v.LanguageName = l, h.words.LanguageName(l)
	}
	for _, r := range s.Reports {
		v.Figures = append(v.Figures, h.beside(r))
	}
	h.addOthers(&v, s)
	v.Page.Type, v.Page.Published = "article", s.Date.String()
	v.Page.Feed, v.Page.FeedTitle = h.link(s.Story.Path()+"feed.xml"), s.Story.Title
	v.Page.Data = h.summaryData(s)
	v.Page.showCard(h, s.Story)
	return v, err
}

// otherSummaries is how many other summaries a summary lists, newest first, but
// for those before and after it, which it leads to anyway; the story's page has
// all.
const otherSummaries = 5

// addOthers adds the other summaries of the story.
func (h context) addOthers(v *summaryView, s *digest.Summary) {
	all := s.Story.Summaries
	for i := len(all) - 1; i >= 0 && len(v.Others) < otherSummaries; i-- {
		if all[i] != s && all[i] != s.Older && all[i] != s.Newer {
			v.Others = append(v.Others, *h.other(all[i]))
		}
	}
	v.Older, v.Newer = h.other(s.Older), h.other(s.Newer)
	more := len(all) - 1 - len(v.Others)
	for _, neighbour := range []*otherView{v.Older, v.Newer} {
		if neighbour != nil {
			more--
		}
	}
	if more > 0 && len(v.Others) > 0 {
		v.More = h.words.Count("more", more)
	}
}

func (h context) other(s *digest.Summary) *otherView {
	if s == nil {
		return nil
	}
	return &otherView{Title: template.HTML(h.anchor(s.Path(), s.Title)),
		By: template.HTML(bdi(s.SourceLabel.Name)+", ") + h.date(s)}
}

func (h context) beside(r *digest.Report) besideView {
	v := besideView{Figure: template.HTML(h.anchor(r.Row.Path(), r.Row.Name.String())), Said: h.said(r) + h.noted(r)}
	if asOf := h.when(r); asOf != "" {
		v.Figure += " <small>" + asOf + "</small>"
	}
	verdict, camps := h.verdict(r.Row), r.Row.Camps
	if p := r.ElsewhereOnPath(); p != nil {
		verdict = h.verdicts[r.Agreement]
		camps = []digest.Camp{{Shown: p.Shown, Reports: p.Reports, Voices: len(p.Reports)}}
	}
	others := h.othersSay(r, camps)
	if others == "" {
		others = `<span class="nobody">` + template.HTML(h.words.HTML("summary.nobody")) + `</span>`
		if r.Row.Kind == agreement.Single && !r.Row.Valueless() {
			verdict = "" // which would say the same
		}
	} else {
		others = `<span>` + others + `</span>`
	}
	v.Others = verdict + " " + others
	return v
}

// said is a report's value, and the later one where there is one.
func (h context) said(r *digest.Report) template.HTML {
	value := bdi(h.words.Written(r.Value))
	switch {
	case r.Standing == digest.Withdrawn:
		value = `<s>` + value + `</s> <small>` + h.words.HTML("cell.withdrawn") + `</small>`
	case r.Corrected():
		value = `<s>` + value + `</s> <small>` + h.words.HTML("summary.revised", "value",
			escape(h.words.Written(r.Revised.Value))) + `</small>`
	}
	if kind := r.Against(); kind != "" {
		return template.HTML(`<span class="val out">` + h.against(kind) + value + `</span>`)
	}
	return template.HTML(`<span class="val">` + value + `</span>`)
}

// noted is by whom a value is, its note and its quote.
func (h context) noted(r *digest.Report) template.HTML {
	var b strings.Builder
	note := func(html string) { b.WriteString(` <small class="note">` + html + `</small>`) }
	if r.By != "" {
		note(h.words.HTML("note.by", "by", escape(h.whose(r.By, r))))
	}
	if about := h.noteText(r); about != "" {
		note(escape(about))
	}
	if r.Quote != "" {
		note(string(h.quoted(r)))
	}
	return template.HTML(b.String())
}

// othersSay is what the other sources of a row say: their camps without this
// summary's source.
func (h context) othersSay(own *digest.Report, camps []digest.Camp) template.HTML {
	var parts []string
	for _, c := range camps {
		n, shown := withoutOwn(c, own)
		if n > 0 && len(parts) == i18n.MostCamps {
			return template.HTML(strings.Join(append(parts, h.words.HTML("beside.more")), h.words.HTML("beside.join")))
		}
		if n > 0 {
			parts = append(parts, h.words.HTML("beside.camp", "value",
				`<b class="val">`+bdi(h.words.Said(shown))+`</b>`, "n", h.words.Number(n)))
		}
	}
	return template.HTML(strings.Join(parts, h.words.HTML("beside.join")))
}

// withoutOwn counts the voices of a camp but for those of a report's summary,
// and gives the report to show of the others: the camp's own, or else the
// first, but rather one without a qualifier. The reports of a camp are in the
// order of the story's summaries.
func withoutOwn(c digest.Camp, own *digest.Report) (n int, shown *digest.Report) {
	if own.Revised != nil {
		own = own.Revised
	}
	n, shown = c.Voices, c.Shown
	from, to := reportsOf(c, own.Summary)
	for i, r := range c.Reports[from:to] {
		if !slices.ContainsFunc(c.Reports[from:from+i], r.SameVoice) && (n == len(c.Reports) ||
			!slices.ContainsFunc(c.Reports[:from], r.SameVoice) && !slices.ContainsFunc(c.Reports[to:], r.SameVoice)) {
			n--
		}
	}
	if shown.Summary == own.Summary {
		switch {
		case from > 0:
			shown = c.Reports[0]
		case to < len(c.Reports):
			shown = c.Reports[to]
		}
	}
	if shown.Value.Qualifier != 0 {
		if i := slices.IndexFunc(c.Reports, func(r *digest.Report) bool {
			return r.Summary != own.Summary && r.Value.Qualifier == 0
		}); i >= 0 {
			shown = c.Reports[i]
		}
	}
	return n, shown
}

// reportsOf is where the reports of a summary begin and end in a camp.
func reportsOf(c digest.Camp, s *digest.Summary) (from, to int) {
	from, _ = slices.BinarySearchFunc(c.Reports, s.At,
		func(r *digest.Report, at int) int { return r.Summary.At - at })
	to = from
	for to < len(c.Reports) && c.Reports[to].Summary == s {
		to++
	}
	return from, to
}
