package page

import (
	"html/template"
	"strings"

	"collate/generator/digest"
)

// summaryView is what templates/summary.html sees.
type summaryView struct {
	Page     frame
	Source   link
	Via      string
	Author   string // by Jane Doe
	Date     template.HTML
	DateNote string
	Updated  template.HTML
	Original string // URL of the article; may be empty
	Language string // of the article, where it is not the site's
	Story    link
	Status   statusView
	Text     template.HTML
	Caption  string
	Column   string // head of the summary's own column
	Figures  []besideView
	Others   []otherView
	Tags     []template.HTML // links
	Older    *otherView
	Newer    *otherView
}

// besideView is a figure of a summary beside what the others say.
type besideView struct {
	Figure  template.HTML // its name, linked to its row
	AsOf    template.HTML
	Value   string
	Outside bool
	Revised string        // later: and the value that the same source gave later
	Notes   []detailView  // by whom, note, quote
	Others  template.HTML // what the other sources say
	Verdict template.HTML
}

type detailView struct {
	Text  string
	Quote string
	Lang  string
}

// otherView is another summary of the story.
type otherView struct {
	Title template.HTML // linked
	By    template.HTML // source and date
}

func (h here) summary(s *digest.Summary) (any, error) {
	text, err := h.text(s.Document, s.Story, s, 2)
	v := summaryView{
		Page:     h.frame(none, s.Title, h.Sentence(s)),
		Source:   link{h.link(s.SourcePath()), s.Outlet.Name},
		Date:     h.date(s),
		DateNote: s.DateNote,
		Updated:  h.time(s.Updated, ""),
		Original: s.Summary.Source.URL,
		Story:    link{h.link(s.Story.Path()), s.Story.Title},
		Status:   h.status(s.Story),
		Text:     text,
		Caption:  h.words.text("summary.caption", "source", s.Outlet.Name),
		Column:   s.Outlet.Name,
		Tags:     h.labels(s.Labels),
	}
	if author := s.Summary.Source.Author; author != "" && author != s.Outlet.Name {
		v.Author = h.words.text("summary.by", "author", author)
	}
	if s.Summary.Source.Via != "" {
		v.Via = h.words.text("via", "name", s.Summary.Source.Via)
	}
	if l := s.Summary.Source.Language; l != "" && !strings.EqualFold(l, h.words.language) {
		v.Language = l
	}
	for _, r := range s.Reports {
		v.Figures = append(v.Figures, h.beside(r))
	}
	h.addOthers(&v, s)
	v.Page.Type, v.Page.Published = "article", s.Date.String()
	v.Page.Feed, v.Page.FeedTitle = h.link(s.Story.Path()+"feed.xml"), s.Story.Title
	v.Page.Data = h.summaryData(s, v.Page.Description)
	v.Page.showCard(h, s.Story)
	return v, err
}

// otherSummaries is how many other summaries a summary lists, newest first;
// the story's page has all.
const otherSummaries = 10

// addOthers adds the other summaries of the story.
func (h here) addOthers(v *summaryView, s *digest.Summary) {
	all := s.Story.Summaries
	for i := len(all) - 1; i >= 0 && len(v.Others) < otherSummaries; i-- {
		if all[i] != s {
			v.Others = append(v.Others, *h.other(all[i]))
		}
	}
	v.Older, v.Newer = h.other(s.Older), h.other(s.Newer)
}

func (h here) other(s *digest.Summary) *otherView {
	if s == nil {
		return nil
	}
	return &otherView{Title: template.HTML(h.anchor(s.Path(), s.Title)), By: template.HTML(bdi(s.Outlet.Name)+", ") + h.date(s)}
}

func (h here) beside(r *digest.Report) besideView {
	v := besideView{
		Figure: template.HTML(h.anchor(r.Row.Path(), r.Row.Name.String())), AsOf: h.asOf(r.Row.AsOf),
		Value: r.Value.Written, Outside: r.Outside,
		Others: h.othersSay(r), Verdict: h.verdicts[r.Row.Kind],
	}
	if r.Revised != nil {
		v.Revised = h.words.text("summary.revised", "value", r.Revised.Value.Written)
	}
	if r.By != "" {
		v.Notes = append(v.Notes, detailView{Text: h.words.text("note.by", "by", r.By)})
	}
	if r.Note != "" {
		v.Notes = append(v.Notes, detailView{Text: r.Note})
	}
	if r.Quote != "" {
		v.Notes = append(v.Notes, detailView{Quote: r.Quote, Lang: h.languageOf(r.Summary)})
	}
	return v
}

// othersSay is what the other sources of a row say: their camps without this
// summary's source.
func (h here) othersSay(own *digest.Report) template.HTML {
	var parts []string
	for _, c := range own.Row.Camps {
		n, shown := 0, (*digest.Report)(nil)
		for _, r := range c.Reports {
			if r.Summary.Outlet.Slug == own.Summary.Outlet.Slug {
				continue
			}
			n++
			if shown == nil || r == c.Shown || shown.Value.Qualifier != "" && r.Value.Qualifier == "" {
				shown = r
			}
		}
		if n > 0 && len(parts) == boardCamps {
			return template.HTML(strings.Join(append(parts, h.words.html("beside.more")), h.words.html("beside.join")))
		}
		if n > 0 {
			parts = append(parts, h.words.html("beside.camp", "value", `<b class="val">`+bdi(bare(shown.Value))+`</b>`, "n", h.words.number(n)))
		}
	}
	return template.HTML(strings.Join(parts, h.words.html("beside.join")))
}
