package chart

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"collate/generator/content"
	"collate/generator/digest"
	"collate/generator/number"
	"collate/generator/value"

	"github.com/rogpeppe/go-internal/txtar"
)

// A case is a file: its first line names the chart (spread, path, stories or
// composition, and a figure or group), the member reports has a
// report a line, and the member want.svg is what is drawn (empty: nothing).
func TestCases(t *testing.T) {
	files, _ := filepath.Glob("testdata/*.txt")
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			head, _, _ := strings.Cut(string(archive.Comment), "\n")
			d := lineUp(t, string(archive.Files[0].Data))
			var got bytes.Buffer
			drawn := drawCase(&got, d, head)
			if again := new(bytes.Buffer); drawCase(again, d, head) != drawn || again.String() != got.String() {
				t.Error("drawn twice, it differs")
			}
			if drawn != (got.Len() > 0) {
				t.Errorf("says %v and appends %d bytes", drawn, got.Len())
			}
			if drawn {
				examine(t, got.Bytes())
			}
			compare(t, file, archive, got.Bytes())
		})
	}
	if len(files) < 5 {
		t.Error("found hardly any case")
	}
}

func compare(t *testing.T, file string, archive *txtar.Archive, got []byte) {
	if os.Getenv("UPDATE_GOLDEN") == "1" {
		archive.Files = append(archive.Files[:1], txtar.File{Name: "want.svg", Data: got})
		if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if len(archive.Files) < 2 || !bytes.Equal(archive.Files[1].Data, got) {
		t.Errorf("%s: drawn differently; see make golden; got:\n%s", file, got)
	}
}

// drawCase draws what the first line of a case names: "figure Round total", or
// "composition Commitment".
func drawCase(b *bytes.Buffer, d *digest.Digest, head string) bool {
	kind, name, _ := strings.Cut(head, " ")
	if kind == "composition" {
		for _, g := range d.Stories[0].Groups {
			if g.Name == name {
				total, _ := Total(d.Stories[0], g)
				return Composition(b, testTexts, g, total)
			}
		}
		return false
	}
	var rows []*digest.Row
	for _, s := range d.Stories {
		rows = append(rows, s.Row(name))
	}
	texts := testTexts
	texts.Unit = value.Locale{}.Written(rows[0].Reports[0].Value)
	switch kind {
	case "stories":
		return Stories(b, texts, func(r *digest.Row) string { return "../" + r.Path() }, rows)
	case "path":
		return Path(b, texts, rows[0])
	}
	return Spread(b, texts, rows[0])
}

var testTexts = Texts{
	ID: "c", Title: "Title", Description: "What <it> shows.", Log: "logarithmic",
	Report: func(r *digest.Report) string {
		return r.Summary.SourceLabel.Name + ", " + r.Summary.Date.String() + ": " + r.Value.Written
	},
	Voice: func(r *digest.Report) string { return r.Claimant.Name },
	Value: func(r *digest.Report) string { return r.Value.Bare() },
	Names: func(names []string, more int) string {
		text := strings.Join(names, ", ")
		if more > 0 {
			text += fmt.Sprintf(" and %d more", more)
		}
		return text
	},
	Sources: func(n int) string { return fmt.Sprintf("%d sources", n) },
	Left:    func(n int) string { return fmt.Sprintf("%d more", n) },
	Apart:   func(low, high number.Number) string { return high.Sub(low).String() + " apart" },
	Number:  func(n number.Number, unit value.Display) string { return unit.Format(n) },
	Link:    func(r *digest.Report) string { return "../" + r.Summary.Path() + "?a&b" },
	Day:     func(t time.Time) string { return t.Format("2 Jan") },
	Month:   func(t time.Time) string { return t.Format("Jan") },
	Year:    func(t time.Time) string { return t.Format("2006") },
}

// lineUp makes a digest of lines "story | date | source | figure | value", and
// "story | check | equation" and "story | moves | figure | up". Lines of one story, date and source are one
// summary.
func lineUp(t *testing.T, lines string) *digest.Digest {
	t.Helper()
	site := &content.Site{}
	for line := range strings.Lines(lines) {
		fields := strings.Split(strings.TrimSpace(line), " | ")
		if len(fields) == 3 && fields[1] == "check" {
			story := storyOf(site, fields[0])
			story.Checks = append(story.Checks, content.Equation{Text: fields[2]})
			continue
		}
		if len(fields) == 4 && fields[1] == "moves" {
			story := storyOf(site, fields[0])
			story.Figures = append(story.Figures, content.FigureSpec{Name: content.Name{Item: fields[2]},
				Moves: content.Movement(fields[3])})
			continue
		}
		if len(fields) != 5 {
			t.Fatalf("not five fields: %q", line)
		}
		date, err := time.Parse(time.DateOnly, fields[1])
		if err != nil {
			t.Fatal(err)
		}
		written, err := value.Locale{}.Parse(fields[4])
		if err != nil {
			t.Fatal(err)
		}
		name := content.Name{Item: fields[3]}
		if group, item, ok := strings.Cut(fields[3], ": "); ok {
			name = content.Name{Group: group, Item: item}
		}
		sum := summaryOf(site, fields[0], date, fields[2])
		sum.Figures = append(sum.Figures, content.Report{Name: name, Value: written, Detail: new(content.Detail)})
	}
	d, problems := digest.LineUp(site)
	if problems.HasErrors() {
		t.Fatal(problems)
	}
	return d
}

// storyOf is the story of a slug, made where it is new.
func storyOf(site *content.Site, slug string) *content.Story {
	for _, s := range site.Stories {
		if s.Slug == slug {
			return s
		}
	}
	story := &content.Story{Slug: slug, Title: slug}
	site.Stories = append(site.Stories, story)
	return story
}

// summaryOf is the summary of a story, date and source, made where it is new.
func summaryOf(site *content.Site, slug string, date time.Time, source string) *content.Summary {
	story := storyOf(site, slug)
	for _, s := range story.Summaries {
		if s.Date.Time.Equal(date) && s.Source.Name == source {
			return s
		}
	}
	sum := &content.Summary{Slug: fmt.Sprint("s", len(story.Summaries)), Story: slug, Date: content.Date{Time: date},
		Source: content.Source{Name: source}}
	story.Summaries = append(story.Summaries, sum)
	return sum
}
