package draft

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"collate/generator/article"
	"collate/generator/slug"
	"collate/generator/value"

	tag "golang.org/x/text/language"
)

// dateOf is an article's date. Today stands in for a date that the text does not give.
func dateOf(a article.Article, today time.Time) string {
	if a.Date.IsZero() {
		return today.Format(time.DateOnly)
	}
	return a.Date.Format(time.DateOnly)
}

// unknownSource is written where the text does not say who published it.
const unknownSource = "Unknown source"

// File is the name of the file for an article's draft: 2026-02-27-mint.md.
func File(a article.Article, today time.Time) string {
	return dateOf(a, today) + "-" + slug.Of(cmp.Or(a.Source, unknownSource)) + ".md"
}

// MostFigures is how many figures a draft has; the rest are counted.
const MostFigures = 40

// Summary is the draft of a summary: front matter with what the article says of
// itself and the figures found, in the order of the text, each with the words
// that it stands in. Those with a sure name are live; the others are comments
// for the writer to name. It reads without a problem as it is. siteLanguage is
// the language that needs no mention.
func Summary(a article.Article, figures []Named, today time.Time, siteLanguage string) string {
	a = cleaned(a)
	var b strings.Builder
	line := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	line("---")
	if a.Title == "" {
		line("title: Untitled  # neither the page's data nor its first lines give one: write the headline")
	} else {
		line("title: %s", Scalar(a.Title))
	}
	switch {
	case a.Date.IsZero() && a.Undated != "":
		line("date: %s  # %s can't be read as a date, so this is today", dateOf(a, today),
			comment(quotedScalar(a.Undated)))
	case a.Date.IsZero():
		line("date: %s  # the text gives none, so this is today", dateOf(a, today))
	case a.Guessed:
		line("date: %s  # a guess: the first date in the text, and it may be of something else", dateOf(a, today))
	default:
		line("date: %s", dateOf(a, today))
	}
	if !a.Updated.IsZero() {
		line("updated: %s", a.Updated.Format(time.DateOnly))
	}
	writeSource(&b, a, today, siteLanguage)
	if a.Summary != "" {
		line("summary: %s", quotedScalar(oneLine(article.UpTo(a.Summary, mostSummary))))
	}
	for _, note := range a.Notes {
		line("# %s", comment(note))
	}
	if a.Cut {
		line("# the text is long: figures were looked for in its first %d KB", article.MostText>>10)
	}
	line("draft: true  # take this line away to publish")
	writeFigures(&b, figures, a.Language)
	line("---")
	return b.String()
}

// mostSummary is how long a summary is at most, in bytes.
const mostSummary = 600

func writeSource(b *strings.Builder, a article.Article, today time.Time, siteLanguage string) {
	line := func(format string, args ...any) { fmt.Fprintf(b, format+"\n", args...) }
	line("source:")
	if a.Source == "" {
		line("  name: %s  # the text gives none: write who published it", unknownSource)
	} else {
		line("  name: %s", Scalar(a.Source))
	}
	if a.URL != "" {
		line("  url: %s", Scalar(a.URL))
	}
	line("  read: %s", today.Format(time.DateOnly))
	if a.Author != "" {
		line("  author: %s", Scalar(a.Author))
	}
	if a.Via != "" {
		line("  via: %s", Scalar(a.Via))
	}
	if a.Language != "" && !readsAs(a.Language, siteLanguage) {
		line("  language: %s", Scalar(a.Language))
	}
}

// readsAs reports whether numbers and words of a language are read as those of
// another: en-US as en, but not de-CH as de.
func readsAs(language, other string) bool {
	broad := article.Base(language)
	if broad != article.Base(other) || broad != "en" && language != broad+"-"+likeliest(broad) {
		return language == other
	}
	a, err := value.Locale{Language: language}.Parse("12.500")
	b, err2 := value.Locale{Language: other}.Parse("12.500")
	return err == nil && err2 == nil && a.Same(b)
}

// likeliest is the region that a language is of where none is given.
func likeliest(language string) string {
	region, _ := tag.Make(language).Region()
	return region.String()
}

// cleaned leaves out what a reader of front matter would refuse: characters that
// YAML does not allow, and dates that are none.
func cleaned(a article.Article) article.Article {
	for _, text := range []*string{&a.Title, &a.Source, &a.URL, &a.Author} {
		*text = strings.TrimSpace(strings.Map(printable, *text))
	}
	if a.Date.Year() < 1 || a.Date.Year() > 9999 {
		a.Date = time.Time{}
	}
	return a
}

// writeFigures writes the figures in the order of the text, those of a group
// where the first of them is.
func writeFigures(b *strings.Builder, figures []Named, language string) {
	if len(figures) == 0 {
		b.WriteString("figures:  # none was found in the text\n")
		return
	}
	b.WriteString("figures:\n")
	if slices.ContainsFunc(figures, func(f Named) bool { return !f.Sure }) {
		b.WriteString("  # Name what matters of what is behind a #, take the # away, and delete the rest.\n")
	}
	var sure []Named
	for _, f := range figures {
		if f.Sure {
			sure = append(sure, f)
		}
	}
	groups := map[string]bool{}
	written, left := 0, 0
	for _, f := range figures {
		switch group := f.Name.Group; {
		case f.Sure && group != "":
			if !groups[group] {
				groups[group] = true
				written += writeGroup(b, sure, group, language)
			}
		case f.Sure:
			fmt.Fprintf(b, "  %s: %s\n", Scalar(f.Name.Item), f.inFull(language))
			written++
		case f.repeats(sure):
		case written >= MostFigures:
			left++
		default:
			writeGuess(b, f, language)
			written++
		}
	}
	if left > 0 {
		fmt.Fprintf(b, "  # %d more were found: collate draft --json prints them all\n", left)
	}
}

// writeGroup writes the sure figures of a group, and says how many they are.
func writeGroup(b *strings.Builder, sure []Named, group, language string) int {
	fmt.Fprintf(b, "  %s:\n", Scalar(group))
	n := 0
	for _, f := range sure {
		if f.Name.Group == group {
			fmt.Fprintf(b, "    %s: %s\n", Scalar(f.Name.Item), f.inFull(language))
			n++
		}
	}
	return n
}

// writeGuess writes a figure whose name is not sure as a comment, with the names
// that it may have.
func writeGuess(b *strings.Builder, f Named, language string) {
	switch {
	case f.Name.Item == "":
		fmt.Fprintf(b, "  # name: %s", f.inFull(language))
	case f.Name.Group == "":
		fmt.Fprintf(b, "  # %s: %s", Scalar(f.Name.Item), f.inFull(language))
	default:
		fmt.Fprintf(b, "  # %s: {%s: %s}", Scalar(f.Name.Group), Scalar(f.Name.Item), f.inFull(language))
	}
	for i, name := range f.Others {
		if i == 0 {
			b.WriteString("  # or")
		} else {
			b.WriteString(",")
		}
		b.WriteString(" " + comment(name.String()))
	}
	b.WriteString("\n")
}

// inFull is a figure with the words that it stands in. A value that is its whole
// sentence needs none.
func (f Named) inFull(language string) string {
	text := oneLine(f.Written)
	if v, err := (value.Locale{Language: language}).Parse(text); err == nil && !v.Same(f.Value) {
		text = strings.ReplaceAll(text, ".", "'") // 12.500 of a Swiss paper
	}
	quote := f.quote(language)
	if quote == "" || quote == text {
		return flowScalar(text)
	}
	return "{value: " + flowScalar(text) + ", quote: " + quotedScalar(quote) + "}"
}

// mostQuote is how long a quote is, in characters.
const mostQuote = 300

// quote is the sentence of a figure, or of a long one what is around it, in
// whole words; empty where the figure can't be read from that as it was from
// the text.
func (f Named) quote(language string) string {
	sentence := oneLine(strings.Map(printable, f.Sentence))
	text := oneLine(f.Text)
	at := strings.Index(sentence, text)
	if at < 0 {
		return ""
	}
	if utf8.RuneCountInString(sentence) > mostQuote {
		sentence = aroundWords(sentence, at, at+len(text))
	}
	for _, found := range FindAll(sentence, value.Locale{Language: language}) {
		if found.Value.Same(f.Value) {
			return sentence
		}
	}
	return ""
}

// aroundWords is a stretch of text and what is around it, cut between words.
func aroundWords(text string, start, end int) string {
	const before, behind = 150, 150 // bytes
	from := max(0, start-before)
	if from > 0 {
		if space := strings.IndexByte(text[from:start], ' '); space >= 0 {
			from += space + 1
		} else {
			from = len(article.UpTo(text, from))
		}
	}
	to := min(len(text), end+behind)
	if to < len(text) {
		if space := strings.LastIndexByte(text[end:to], ' '); space >= 0 {
			to = end + space
		} else {
			to = len(article.UpTo(text, to))
		}
	}
	return text[from:to]
}

// repeats reports whether one of the figures with a sure name says the same as f.
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

// barePattern is text that YAML takes as it stands.
var barePattern = compileOne(`^[\p{L}$€£¥₩₹~≈][\p{L}\p{N} $€£¥₩₹%.,'’/()+°²³–—~-]*$|` +
	`^[0-9][\p{L}\p{N} $€£¥₩₹%.,'’/()+°²³–—~-]*$|^https?://[^\s#]*[^\s#:]$`)

// Scalar is text as a YAML value or key: plain where that is safe.
func Scalar(text string) string {
	text = strings.Map(printable, text)
	lower := strings.ToLower(text)
	if barePattern().MatchString(text) && text == strings.TrimSpace(text) && !scalarWords.has(lower) &&
		!strings.HasPrefix(text, "~") {
		return text
	}
	return quotedScalar(text)
}

// flowScalar is Scalar within brackets, where a comma ends a value.
func flowScalar(text string) string {
	if scalar := Scalar(text); !strings.ContainsAny(scalar, ",[]{}") {
		return scalar
	}
	return quotedScalar(text)
}

// scalarWords are those that YAML takes for something else than text.
var scalarWords = set("true false yes no on off null y n")

func quotedScalar(text string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(strings.Map(printable, text)) + `"`
}
