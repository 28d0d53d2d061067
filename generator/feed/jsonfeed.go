package feed

import (
	"bytes"
	"encoding/json"
	"fmt"

	"collate/generator/digest"
	"collate/generator/value"
)

// JSON Feed 1.1, as far as it is used; _collate is our extension.
type (
	jsonTranslator struct {
		Version     string       `json:"version"`
		Title       string       `json:"title"`
		HomePageURL string       `json:"home_page_url"`
		FeedURL     string       `json:"feed_url"`
		Description string       `json:"description,omitempty"`
		Language    string       `json:"language"`
		Authors     []jsonAuthor `json:"authors"`
		Items       []jsonItem   `json:"items"`
	}
	jsonItem struct {
		ID            string    `json:"id"`
		URL           string    `json:"url"`
		ExternalURL   string    `json:"external_url,omitempty"`
		Title         string    `json:"title"`
		Summary       string    `json:"summary,omitempty"`
		ContentHTML   string    `json:"content_html"`
		DatePublished string    `json:"date_published"`
		DateModified  string    `json:"date_modified,omitempty"`
		Tags          []string  `json:"tags,omitempty"`
		Collate       jsonExtra `json:"_collate"`
	}
	jsonAuthor struct {
		Name string `json:"name"`
	}
	jsonExtra struct {
		Story   string       `json:"story"`
		Source  string       `json:"source"`
		Via     string       `json:"via,omitempty"`
		Figures []jsonFigure `json:"figures"`
	}
	jsonFigure struct {
		Figure    string     `json:"figure"`
		AsOf      string     `json:"as_of,omitempty"`
		Value     value.Line `json:"value"`
		Agreement string     `json:"agreement"`
	}
)

func (s siteFeeds) writeJSON(b *bytes.Buffer) error {
	f := jsonTranslator{
		Version:     "https://jsonfeed.org/version/1.1",
		Title:       s.Config.Title,
		HomePageURL: s.url(""),
		FeedURL:     s.url("feed.json"),
		Description: s.Config.Description,
		Language:    s.Config.Language,
		Authors:     []jsonAuthor{{s.author()}},
		Items:       []jsonItem{},
	}
	for _, sum := range s.latest() {
		item, err := s.jsonItem(sum)
		if err != nil {
			return err
		}
		f.Items = append(f.Items, item)
	}
	e := json.NewEncoder(b)
	e.SetEscapeHTML(false) // the file is no part of a page
	if err := e.Encode(f); err != nil {
		return fmt.Errorf("feed.json: %w", err)
	}
	return nil
}

func (s siteFeeds) jsonItem(sum *digest.Summary) (jsonItem, error) {
	var content bytes.Buffer
	if err := s.whole(&content, sum); err != nil {
		return jsonItem{}, fmt.Errorf("feed.json: %s: %w", sum.File, err)
	}
	item := jsonItem{
		ID:            s.identities().of(sum),
		URL:           s.url(sum.Path()),
		ExternalURL:   sum.Source.URL,
		Title:         s.title(sum),
		Summary:       s.texts.Sentence(sum),
		ContentHTML:   content.String(),
		DatePublished: rfc3339(added(sum)),
		Collate: jsonExtra{Story: sum.Story.Slug, Source: sum.SourceLabel.Name, Via: sum.Source.Via,
			Figures: []jsonFigure{}},
	}
	if !sum.Updated.Time.IsZero() {
		item.DateModified = rfc3339(sum.Updated.Time)
	}
	for _, l := range sum.Labels {
		item.Tags = append(item.Tags, l.Name)
	}
	for _, r := range sum.Reports {
		item.Collate.Figures = append(item.Collate.Figures, jsonFigure{
			Figure:    r.Name.String(),
			AsOf:      r.AsOf.String(),
			Value:     value.JSON(r.Value, nil, r.Value.Written),
			Agreement: string(r.Agreement),
		})
	}
	return item, nil
}
