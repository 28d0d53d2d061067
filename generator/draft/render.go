package draft

import (
	"cmp"
	"fmt"
	"strings"
	"time"

	"collate/generator/slug"
)

// day is the article's date. Today stands in for a date that the text does not give.
func (a Article) day(today time.Time) string {
	if a.Date.IsZero() {
		return today.Format(time.DateOnly)
	}
	return a.Date.Format(time.DateOnly)
}

// unknownSource is written where the text does not say who published it.
const unknownSource = "Unknown source"

// File is the name of the draft's file: 2026-02-27-mint.md.
func (a Article) File(today time.Time) string {
	return a.day(today) + "-" + slug.Of(cmp.Or(a.Source, unknownSource)) + ".md"
}

// Summary is the draft of a summary: front matter with what the article says of
// itself and the figures found. Those with a sure name are live; the others are
// comments, each under its sentence, for the writer to name. It reads without a
// problem as it is. siteLanguage is the language that needs no mention.
func Summary(a Article, figures []Named, today time.Time, siteLanguage string) string {
	var b strings.Builder
	line := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	line("---")
	line("title: %s", Scalar(cmp.Or(a.Title, "Untitled")))
	if a.Date.IsZero() {
		line("date: %s  # the text gives none, so this is today", a.day(today))
	} else {
		line("date: %s", a.day(today))
	}
	line("source:")
	if a.Source == "" {
		line("  name: %s  # the text gives none: write who published it", unknownSource)
	} else {
		line("  name: %s", Scalar(a.Source))
	}
	if a.URL != "" {
		line("  url: %s", Scalar(a.URL))
	}
	if a.Author != "" {
		line("  author: %s", Scalar(a.Author))
	}
	if a.Language != "" && a.Language != siteLanguage {
		line("  language: %s", Scalar(a.Language))
	}
	if a.Cut {
		line("# the text is long: figures were looked for in its first %d KB", MostText>>10)
	}
	line("draft: true  # take this line away to publish")
	line("figures:")
	writeNamed(&b, figures)
	writeUnnamed(&b, figures)
	line("---")
	return b.String()
}

// writeNamed writes the figures with sure names, those of a group together.
func writeNamed(b *strings.Builder, figures []Named) {
	written := map[string]bool{}
	for i, f := range figures {
		group := f.Name.Group
		if !f.Sure || group != "" && written[group] {
			continue
		}
		if group == "" {
			writeFigure(b, "  ", f)
			continue
		}
		written[group] = true
		fmt.Fprintf(b, "  %s:\n", Scalar(group))
		for _, g := range figures[i:] {
			if g.Sure && g.Name.Group == group {
				writeFigure(b, "    ", g)
			}
		}
	}
}

func writeFigure(b *strings.Builder, indent string, f Named) {
	fmt.Fprintf(b, "%s# %s\n%s%s: %s\n", indent, comment(f.Sentence), indent, Scalar(f.Name.Item), Scalar(oneLine(f.Text)))
}

// writeUnnamed writes the other figures as comments, a sentence at a time.
func writeUnnamed(b *strings.Builder, figures []Named) {
	var sure []Named
	for _, f := range figures {
		if f.Sure {
			sure = append(sure, f)
		}
	}
	sentence, begun := "", false
	for _, f := range figures {
		if f.Sure || f.repeats(sure) {
			continue
		}
		if !begun {
			b.WriteString("  # Name what matters of the following, take its # away, and delete the rest.\n")
			begun = true
		}
		if f.Sentence != sentence {
			fmt.Fprintf(b, "  #\n  # %s\n", comment(f.Sentence))
			sentence = f.Sentence
		}
		name := "name"
		if f.Name.Item != "" && f.Name.Group == "" {
			name = Scalar(f.Name.Item)
		} else if f.Name.Group != "" {
			name = Scalar(f.Name.Group) + ": {" + Scalar(f.Name.Item)
			fmt.Fprintf(b, "  # %s: %s}\n", name, quoted(oneLine(f.Text)))
			continue
		}
		fmt.Fprintf(b, "  # %s: %s\n", name, Scalar(oneLine(f.Text)))
	}
}

// repeats says whether one of the figures with a sure name says the same as f.
func (f Named) repeats(sure []Named) bool {
	for _, other := range sure {
		if other.Name == f.Name && other.Value.Same(f.Value) {
			return true
		}
	}
	return false
}

func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

// comment is a sentence as it can stand in a comment: one line without control
// characters, not too long.
func comment(sentence string) string {
	const most = 300
	clean := []rune(strings.Map(printable, oneLine(sentence)))
	if len(clean) > most {
		return string(clean[:most]) + "…"
	}
	return string(clean)
}

// printable drops what YAML does not allow.
func printable(c rune) rune {
	if c < ' ' || c >= 0x7f && c < 0xa0 || c == 0xFEFF || c == 0x2028 || c == 0x2029 {
		return -1
	}
	return c
}

// plain is text that YAML takes as it stands.
var plain = compileOne(`^[\p{L}$€£¥₩₹~≈][\p{L}\p{N} $€£¥₩₹%.,'’/()+°²³–—~-]*$|^[0-9][\p{L}\p{N} $€£¥₩₹%.,'’/()+°²³–—~-]*$|^https?://[^\s#]+$`)

// Scalar is text as a YAML value or key: plain where that is safe.
func Scalar(text string) string {
	text = strings.Map(printable, text)
	lower := strings.ToLower(text)
	if plain().MatchString(text) && text == strings.TrimSpace(text) && !words.has(lower) && !strings.HasPrefix(text, "~") {
		return text
	}
	return quoted(text)
}

// words are those that YAML takes for something else than text.
var words = set("true false yes no on off null y n")

func quoted(text string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(strings.Map(printable, text)) + `"`
}
