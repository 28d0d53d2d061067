package page

import (
	"html/template"
	"strings"

	"collate/generator/agreement"
	"collate/generator/digest"
)

// summaryView is what templates/summary.html sees.
type summaryView struct {
	frame
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
	Tags     []link
	Older    *otherView
	Newer    *otherView
}

// besideView is a figure of a summary beside what the others say.
type besideView struct {
	URL     template.URL
	Name    string
	AsOf    template.HTML
	Value   string
	Outside bool
	Revised string        // later: and the value that the same source gave later
	Notes   []detailView  // by whom, note, quote
	Others  template.HTML // what the other sources say
	Kind    agreement.Kind
	Symbol  string
	Word    string
}

type detailView struct {
	Text  string
	Quote string
	Lang  string
}

// otherView is another summary of the story.
type otherView struct {
	URL    template.URL
	Title  string
	Source string
	Date   template.HTML
}

func (h here) summary(s *digest.Summary) (any, error) {
	text, err := h.text(s.Document, s.Story, s, 2)
	v := summaryView{
		frame:    h.frame(none, s.Title, h.Sentence(s)),
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
	v.Type, v.Published = "article", s.Date.String()
	v.Feed, v.FeedTitle = h.link(s.Story.Path()+"feed.xml"), s.Story.Title
	v.Data = h.summaryData(s, v.Description)
	return v, err
}

// addOthers adds the other summaries of the story, those around this one.
func (h here) addOthers(v *summaryView, s *digest.Summary) {
	all := s.Story.Summaries
	for i := len(all) - 1; i >= 0 && len(v.Others) < 12; i-- {
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
	return &otherView{URL: h.link(s.Path()), Title: s.Title, Source: s.Outlet.Name, Date: h.date(s)}
}

func (h here) beside(r *digest.Report) besideView {
	v := besideView{
		URL: h.link(r.Row.Path()), Name: r.Row.Name.String(), AsOf: h.asOf(r.Row.AsOf),
		Value: r.Value.Written, Outside: r.Outside,
		Kind: r.Row.Kind, Symbol: symbols[r.Row.Kind], Word: h.words.text("kind." + string(r.Row.Kind)),
		Others: h.othersSay(r),
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
		n, shown := 0, ""
		for _, r := range c.Reports {
			if r.Summary.Outlet.Slug == own.Summary.Outlet.Slug {
				continue
			}
			n++
			if shown == "" || r == c.Shown {
				shown = bare(r.Value)
			}
		}
		if n > 0 {
			parts = append(parts, h.words.html("beside.camp", "value", `<b class="val">`+bdi(shown)+`</b>`, "n", h.words.number(n)))
		}
	}
	return template.HTML(strings.Join(parts, h.words.html("beside.join")))
}

func (h here) summaryData(s *digest.Summary, description string) template.JS {
	from := &s.Summary.Source
	original := thing{"@type": "NewsArticle", "publisher": thing{"@type": "Organization", "name": s.Outlet.Name}}.
		with("url", from.URL).with("datePublished", s.Date.String()).with("inLanguage", h.languageOf(s))
	if from.Author != "" {
		original["author"] = thing{"@type": "Person", "name": from.Author}
	}
	article := thing{
		"@type": "Article", "headline": s.Title, "inLanguage": h.digest.Config.Language, "isBasedOn": original,
		"isPartOf": thing{"@type": "CollectionPage", "name": s.Story.Title}.with("url", h.url(s.Story.Path())),
	}.with("description", description).with("datePublished", s.Date.String()).with("dateModified", s.Updated.String()).
		with("url", h.url(s.Path())).with("mainEntityOfPage", h.url(s.Path()))
	if author := h.digest.Config.Author; author != "" {
		article["author"] = thing{"@type": "Person", "name": author}
	}
	return data(article)
}
