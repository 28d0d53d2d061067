package page

import (
	"encoding/json"
	"html/template"

	"collate/generator/digest"
)

// schemaThing is a thing of schema.org as JSON-LD. Properties that are empty are
// left out.
type schemaThing struct {
	Type             string       `json:"@type"`
	Name             string       `json:"name,omitempty"`
	Headline         string       `json:"headline,omitempty"`
	Description      string       `json:"description,omitempty"`
	URL              string       `json:"url,omitempty"`
	Language         string       `json:"inLanguage,omitempty"`
	Published        string       `json:"datePublished,omitempty"`
	Modified         string       `json:"dateModified,omitempty"`
	Author           *schemaThing `json:"author,omitempty"`
	Publisher        *schemaThing `json:"publisher,omitempty"`
	BasedOn          *schemaThing `json:"isBasedOn,omitempty"`
	PartOf           *schemaThing `json:"isPartOf,omitempty"`
	Distribution     *schemaThing `json:"distribution,omitempty"`
	EncodingFormat   string       `json:"encodingFormat,omitempty"`
	ContentURL       string       `json:"contentUrl,omitempty"`
	TemporalCoverage string       `json:"temporalCoverage,omitempty"`
	VariableMeasured []string     `json:"variableMeasured,omitempty"`
	Image            string       `json:"image,omitempty"`
	Action           *schemaThing `json:"potentialAction,omitempty"`
	Target           string       `json:"target,omitempty"`
	QueryInput       string       `json:"query-input,omitempty"`
}

// jsonLD is things as JSON-LD; json.Marshal escapes what could end a script.
func jsonLD(graph ...schemaThing) template.JS {
	encoded, err := json.Marshal(struct {
		Context string        `json:"@context"`
		Graph   []schemaThing `json:"@graph"`
	}{"https://schema.org", graph})
	if err != nil {
		return "" // things are made of texts: they can be marshalled
	}
	return template.JS(encoded)
}

// url is the absolute URL of a path, percent-encoded; empty where the site has none.
func (h context) url(path string) string {
	if h.digest.Config.URL == "" {
		return ""
	}
	return digest.URL(h.digest.Config.URL, path)
}

// siteData is the whole site as a thing that others are part of: what more there
// is to say of it, its own page says.
func (h context) siteData() *schemaThing {
	return &schemaThing{Type: "WebSite", Name: h.digest.Config.Title, URL: h.digest.Config.URL}
}

// homeData is the whole site, and how to search it.
func (h context) homeData() template.JS {
	site, c := h.siteData(), &h.digest.Config
	site.Description, site.Language = c.Description, c.Language
	if site.URL != "" {
		site.Action = &schemaThing{Type: "SearchAction", Target: site.URL + "search/?q={search_term_string}",
			QueryInput: "required name=search_term_string"}
	}
	return jsonLD(*site)
}

// pageData is a page that is none of the others.
func (h context) pageData(f *frame) template.JS {
	return jsonLD(schemaThing{Type: "WebPage", Name: f.Heading, Description: f.Description, URL: f.Canonical,
		Language: f.Lang, PartOf: h.siteData()})
}

// cardURL is the absolute URL of a story's card; empty where the site has none.
func (h context) cardURL(s *digest.Story) string { return h.url(s.Path() + "card.png") }

// person is somebody by name; nil without one.
func person(name string) *schemaThing {
	if name == "" {
		return nil
	}
	return &schemaThing{Type: "Person", Name: name}
}

// storyData is a story's page and, where it has figures, its data.
func (h context) storyData(s *digest.Story) template.JS {
	page := schemaThing{
		Type: "CollectionPage", Name: s.Title, Description: s.Sentence, URL: h.url(s.Path()),
		Language: h.digest.Config.Language, Modified: s.Last.String(), PartOf: h.siteData(), Image: h.cardURL(s),
	}
	if len(s.Rows) == 0 {
		return jsonLD(page)
	}
	csv := h.url(s.Path() + "figures.csv")
	if csv == "" {
		csv = "figures.csv"
	}
	return jsonLD(page, schemaThing{
		Type: "Dataset", Name: h.words.Text("story.dataset", "story", s.Title), URL: h.url(s.Path()),
		Description:      h.words.Text("story.dataset.description", "story", s.Title),
		Distribution:     &schemaThing{Type: "DataDownload", EncodingFormat: "text/csv", ContentURL: csv},
		TemporalCoverage: coverage(s), VariableMeasured: distinct(rowNames(s)),
	})
}

// distinct drops names that are there already, as those of several as-of dates.
func distinct(names []string) []string {
	seen := map[string]bool{}
	var kept []string
	for _, name := range names {
		if !seen[name] {
			seen[name] = true
			kept = append(kept, name)
		}
	}
	return kept
}

// coverage is the time from a story's first report to its last, in ISO 8601.
func coverage(s *digest.Story) string {
	if s.First.String() == s.Last.String() {
		return s.First.String()
	}
	return s.First.String() + "/" + s.Last.String()
}

// summaryData is a summary as an article based on its source's.
func (h context) summaryData(s *digest.Summary) template.JS {
	from := &s.Summary.Source
	return jsonLD(schemaThing{
		Type: "Article", Headline: s.Title, URL: h.url(s.Path()),
		Language: h.digest.Config.Language, Published: s.Date.String(), Modified: s.Updated.String(),
		Author: person(h.digest.Config.Author),
		PartOf: &schemaThing{Type: "CollectionPage", Name: s.Story.Title, URL: h.url(s.Story.Path())},
		Image:  h.cardURL(s.Story),
		BasedOn: &schemaThing{
			Type: "NewsArticle", URL: from.URL, Language: h.languageOf(s), Published: s.Date.String(),
			Author: person(from.Author), Publisher: &schemaThing{Type: "Organization", Name: s.SourceLabel.Name},
		},
	})
}
