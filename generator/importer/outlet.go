package importer

import (
	"bytes"
	"cmp"
	"net/url"
	"strings"

	"github.com/mmcdole/gofeed"
	"github.com/mmcdole/gofeed/atom"
	ext "github.com/mmcdole/gofeed/extensions"
	"github.com/mmcdole/gofeed/json"
	"github.com/mmcdole/gofeed/rss"
)

// What is kept of an item that the common form of all feeds has no place for.
const (
	outletKey = "collate-outlet" // who published it, where the feed gathers from others
	dateKey   = "collate-date"   // its date, as an extension has it
)

// parseFeed reads a feed of any kind. Of each item it keeps the outlet as well.
func parseFeed(data []byte) (*gofeed.Feed, error) {
	parser := gofeed.NewParser()
	parser.RSSTranslator, parser.AtomTranslator, parser.JSONTranslator = rssFeed{}, atomFeed{}, jsonFeed{}
	return parser.Parse(bytes.NewReader(data))
}

type rssFeed struct{ gofeed.DefaultRSSTranslator }

func (t rssFeed) Translate(from any) (*gofeed.Feed, error) {
	feed, err := t.DefaultRSSTranslator.Translate(from)
	if err != nil {
		return nil, err
	}
	for i, item := range from.(*rss.Feed).Items {
		if item.Source != nil {
			keep(feed.Items[i], outletKey, cmp.Or(onOneLine(item.Source.Title), hostOfAddress(item.Source.URL)))
		}
		keep(feed.Items[i], dateKey, datesIn(item.Extensions))
	}
	return feed, nil
}

// datesIn is the date of an item in Dublin Core's terms.
func datesIn(extensions ext.Extensions) string {
	for _, space := range []string{"dcterms", "dc"} {
		for _, name := range []string{"issued", "available", "created", "date"} {
			if found := extensions[space][name]; len(found) > 0 && found[0].Value != "" {
				return found[0].Value
			}
		}
	}
	return ""
}

type atomFeed struct{ gofeed.DefaultAtomTranslator }

func (t atomFeed) Translate(from any) (*gofeed.Feed, error) {
	feed, err := t.DefaultAtomTranslator.Translate(from)
	if err != nil {
		return nil, err
	}
	for i, entry := range from.(*atom.Feed).Entries {
		if s := entry.Source; s != nil {
			host := ""
			if len(s.Links) > 0 {
				host = hostOfAddress(s.Links[0].Href)
			}
			keep(feed.Items[i], outletKey, cmp.Or(onOneLine(s.Title), host))
		}
		keep(feed.Items[i], dateKey, datesIn(entry.Extensions))
	}
	return feed, nil
}

type jsonFeed struct{ gofeed.DefaultJSONTranslator }

func (t jsonFeed) Translate(from any) (*gofeed.Feed, error) {
	feed, err := t.DefaultJSONTranslator.Translate(from)
	if err != nil {
		return nil, err
	}
	for i, item := range from.(*json.Feed).Items {
		if item.URL == "" && item.ExternalURL != "" {
			feed.Items[i].Link = item.ExternalURL
			keep(feed.Items[i], outletKey, hostOfAddress(item.ExternalURL))
		}
	}
	return feed, nil
}

func keep(item *gofeed.Item, key, value string) {
	if value == "" {
		return
	}
	if item.Custom == nil {
		item.Custom = map[string]string{}
	}
	item.Custom[key] = value
}

// hostOfAddress is the host of an address without www; empty where it has none.
func hostOfAddress(address string) string {
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil {
		return ""
	}
	return strings.TrimPrefix(u.Hostname(), "www.")
}
