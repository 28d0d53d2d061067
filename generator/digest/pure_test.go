package digest

import (
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"collate/generator/content"

	"github.com/rogpeppe/go-internal/txtar"
)

var everything = strings.Fields("stories rows checks related timeline months sources tags figures disputes")

// everyCase reads the content tree of every archive.
func everyCase(t *testing.T, do func(t *testing.T, site *content.Site)) {
	names, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatal("no cases were found", err)
	}
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			site, _ := read(a)
			do(t, site)
		})
	}
}

func show(d *Digest) string { return dump(d, everything) }

func whole(site *content.Site) string {
	d, _ := LineUp(site)
	return show(d)
}

// The order in which stories, summaries and outlets come decides nothing.
func TestOrder(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	everyCase(t, func(t *testing.T, site *content.Site) {
		want := whole(site)
		for range 5 {
			if got := whole(shuffled(site, random)); got != want {
				t.Fatalf("shuffled:\n%s\nin order:\n%s", got, want)
			}
		}
	})
}

func shuffled(site *content.Site, random *rand.Rand) *content.Site {
	other := *site
	other.Stories = shuffle(site.Stories, random)
	other.SourcePages = shuffle(site.SourcePages, random)
	for i, story := range other.Stories {
		copied := *story
		copied.Summaries = shuffle(story.Summaries, random)
		other.Stories[i] = &copied
	}
	return &other
}

func shuffle[T any](all []T, random *rand.Rand) []T {
	all = slices.Clone(all)
	random.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	return all
}

// From memory comes the same digest as without, stories that did not change
// are the same, and lining up again changes nothing of an earlier digest.
func TestCache(t *testing.T) {
	everyCase(t, func(t *testing.T, site *content.Site) {
		for at := range site.Stories {
			cache := new(Cache)
			first, problems := cache.LineUp(site)
			before := show(first)
			changed := without(site, at)
			second, fewer := cache.LineUp(changed)
			if got, want := show(second), whole(changed); got != want {
				t.Errorf("from memory:\n%s\nfresh:\n%s", got, want)
			}
			for i, story := range site.Stories {
				if kept := first.Story(story.Slug) == second.Story(story.Slug); kept != (i != at) {
					t.Errorf("story %s is the same: %v", story.Slug, kept)
				}
			}
			third, again := cache.LineUp(site)
			if show(first) != before || show(third) != before || len(again) != len(problems) {
				t.Errorf("lining up %d problems, then %d, then %d, changed the first digest", len(problems), len(fewer),
					len(again))
			}
		}
	})
}

// without is the site without the last summary of one story.
func without(site *content.Site, at int) *content.Site {
	other := *site
	other.Stories = slices.Clone(site.Stories)
	story := *site.Stories[at]
	story.Summaries = story.Summaries[:max(0, len(story.Summaries)-1)]
	other.Stories[at] = &story
	return &other
}

// Cache forgets what was read as another language would have it.
func TestMemoryLocale(t *testing.T) {
	a := txtar.Parse([]byte("-- s/index.md --\n---\nchecks: [\"Total = 1.500\"]\n---\n-- s/a.md --\n---\ntitle: " +
		"T\ndate: 2026-01-01\nsource: Ace\nfigures: {Total: 1500}\n---\n"))
	site, _ := read(a)
	cache := new(Cache)
	for _, language := range []string{"en", "de", "en"} {
		site.Config.Language = language
		d, _ := cache.LineUp(site)
		if fails := d.Stories[0].Broken; (fails == 1) != (language == "en") {
			t.Errorf("in %s the check fails for %d", language, fails)
		}
	}
}
