// Package page plans every page of a site, each able to render itself.
//
// [Load] reads the templates once: the built-in ones and, file by file over
// them, those of --templates. [Plan] adds every page of a digest to a plan,
// with the style sheet, the script, the icon and the files that lie beside
// the content, and checks what the texts say of figures and links. A planned
// page renders from the digest when asked, from any goroutine, and always to
// the same bytes; nothing is kept between renderings.
//
// A page kind is a Go file and a template of one name: story.go makes the view
// that templates/story.html shows. A view is a struct whose fields are final:
// text, links and ready HTML. Templates place them; they do not compute, sort
// or look up. A field Href is a whole attribute, href="…", to be put into a tag
// as it is. Every page template begins with {{template "top" .Page}} and ends
// with {{template "bottom" .Page}}, from base.html. Parts that several pages
// show are templates in files of their own, with a Go file of that name: the
// comparison table, checks, entries of a timeline, story cards, stories side by
// side, charts; says.html shows what agreement.go says of sources together. What is the same on many pages (head,
// navigation, footer, the words for how values agree) is rendered once.
//
// A page shows so much of what there is that it stays readable and below half
// a megabyte; the constants beside the views say how much, and the page says
// where the rest is.
//
// The home page begins with the sharpest disagreement, see [Site.Lead]; a
// story's figures can be passed on: as a table for other sites' frames
// (table.go), and as words with a permanent link (share.go). Search is a page
// of its own with a script of its own; package search makes its index.
//
// # Words
//
// The interface words are in text/<language>.yaml, a flat mapping from key to
// text. A template asks for one by {{t "key"}}, replaced before the template
// is parsed, so that words cost nothing at rendering; Go code fills the
// {placeholders} of the others. A text with a count has a form for each
// plural: "sources.one", "sources.other". A language without a file of its
// own, or without a key, has English words.
//
// # Links
//
// Links inside the site are relative and name index.html, so that a site
// works under any path and from disk. The exception is 404.html, which a
// server shows at any depth: its links begin with the path of the site's URL.
//
// A link in a text is taken relative to its file, as an editor would follow it
// (other.md, ../other-story/), or else relative to its page, or, with a leading
// slash, to the site's root. One that leads to nothing Collate publishes is a
// warning, since public/ may hold files that Collate knows nothing of.
//
// # Security
//
// No page has an inline script, style or event handler, nor any request to
// another host: each says so itself, in a policy right behind its character
// set. The policy allows file: beside 'self', as not every browser takes a page
// on disk and its style sheet to be of one origin. What stands in
// <script type="application/ld+json"> is data from json.Marshal.
package page
