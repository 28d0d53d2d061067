// Package markdown turns Markdown with [[figures]] and fences into safe HTML.
//
// # Syntax
//
// CommonMark with tables, footnotes, ~~strikethrough~~, linked URLs,
// typographic quotes in the language of the text, and an id on every heading.
//
// [[Round total]] refers to a figure, [[Round total|words]] chooses the words
// that are shown, [[other-story/Round total]] reaches another story. A
// reference has no square brackets inside, and one line break at most; a
// backslash before punctuation is taken off, so that [[Round total\|words]]
// works in a table cell. The part before the first slash is a story where it could be a
// folder's name (no space, no capital letter). In code, after a backslash, and
// where a "(" follows directly, as in [[1]](url), brackets are what CommonMark
// says; brackets that do not close are text. Within the text of a link, and in
// an image's alternative text, a reference is shown without a link of its own.
//
// A fenced block whose first word is compare, chart or timeline is a [Fence].
// Its lines are "key: value", "key: [a, b]", or "key:" with "- a" lines below
// it, and "# comments". The keys are
//
//	compare    stories, tag, story, figures
//	chart      figure, stories, tag, story
//	timeline   story, tag, source, limit
//
// where stories, tag, story and source each choose what is shown, so one of
// them at most, and a chart must have its figure.
//
// # What is refused
//
// Raw HTML is a warning, and shown as text. A link must be relative, http,
// https or mailto, looked at after entities are decoded and control characters
// are taken out; anything else is a warning, and its text is shown without a
// link. So are links that begin with //. An image must lie in the site: an
// image from elsewhere becomes a link to it, with a warning. An image without
// alternative text is a warning.
//
// A document may have 4 MB of source and 8 MB of HTML, blocks nested 200 deep,
// and tables of 60 columns. Beyond that, and where a text would keep the parser
// busy for more than a second or so (tens of thousands of brackets in one
// paragraph), there is an error, and the document is its source as plain text.
//
// # The HTML
//
// A reference is <a class="ref" href="…" title="…">$110B</a>, and where
// [Inline] has a mark <a class="ref differs" …>$110B<span
// class="mark">≠</span></a>; without a URL it is a span of the same classes.
// A table stands in <div class="scroll" tabindex="0"> and aligns its cells by
// the classes left, center and right; <pre> is focusable too, as both may have
// to scroll. Footnotes are <section class="footnotes">, their marks
// <sup class="footnote">, the way back <a class="back">. There are no inline
// styles, scripts or event handlers.
//
// Every id is made with an underscore, which no slug has, so that none meets
// one of the page's own: h_amazon-s-part for a heading, fn_1 and fnref_1 for a
// footnote. A link to #amazon-s-part finds the heading of that slug.
package markdown
