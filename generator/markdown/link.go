package markdown

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"

	"collate/generator/problem"
)

// maxURL is the length of a link in bytes. Browsers and servers give up not
// far beyond it, and a definition may be used again and again.
const maxURL = 8 << 10

// decodeLink resolves the backslashes and entities of a link as it is written.
func decodeLink(written []byte) []byte {
	if len(written) > maxURL { // it is refused in any case
		return written
	}
	return util.ResolveEntityNames(util.ResolveNumericReferences(util.UnescapePunctuations(written)))
}

// judge looks at a link that has been decoded, as a browser would. It returns
// the destination without control characters; its scheme, which is empty where
// it leads into the site; and what is wrong with it, or nothing.
func judge(decoded []byte) (destination, scheme, wrong string) {
	if len(decoded) > maxURL {
		return "", "", fmt.Sprintf("has %d bytes, expected at most %d", len(decoded), maxURL)
	}
	destination = strings.TrimSpace(strings.Map(withoutControl, string(decoded)))
	if strings.HasPrefix(destination, "//") {
		return "", "", "names no scheme, expected https:// in front of the host"
	}
	switch scheme = schemeOf(destination); scheme {
	case "", "http", "https", "mailto":
		return destination, scheme, ""
	}
	return "", "", fmt.Sprintf("has the scheme %q, expected http, https, mailto or a path in the site", scheme)
}

// schemeOf gives what stands before the colon of a URL in lower case; empty
// where that cannot be a scheme.
func schemeOf(url string) string {
	for i, r := range url {
		switch {
		case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z':
		case i > 0 && (r >= '0' && r <= '9' || r == '+' || r == '-' || r == '.'):
		case i > 0 && r == ':':
			return strings.ToLower(url[:i])
		default:
			return ""
		}
	}
	return ""
}

// withoutControl takes out the characters that browsers ignore in a URL.
func withoutControl(r rune) rune {
	if unicode.IsControl(r) {
		return -1
	}
	return r
}

func (w *writer) link(n *ast.Link) {
	if w.bare {
		w.children(n)
		return
	}
	destination, scheme, wrong := judge(decodeLink(n.Destination))
	if wrong != "" {
		w.problem(n.Pos(), problem.Warning, "link: the destination "+wrong, "")
		w.children(n)
		return
	}
	w.anchor(n.Pos(), destination, scheme)
	w.title(n.Title)
	w.links++
	w.wrap(">", n, "</a>")
	w.links--
}

// anchor begins an <a> and leaves it open for more attributes.
func (w *writer) anchor(offset int, destination, scheme string) {
	w.tag(`<a href="`)
	if scheme != "" {
		w.markNear(offset, destination)
		w.out = append(w.out, util.EscapeHTML(util.URLEscape([]byte(destination), false))...)
	} else {
		w.inward(offset, Link{Destination: destination})
	}
	w.tag(`"`)
}

func (w *writer) title(title []byte) {
	if title != nil {
		w.tag(` title="`)
		w.decoded(title)
		w.tag(`"`)
	}
}

// inward notes a link into the site, and its place in an attribute.
func (w *writer) inward(offset int, l Link) {
	l.Destination = w.t.within(offset, l.Destination)
	l.Place, l.Line = w.t.place(offset)
	w.d.links = append(w.d.links, l)
	w.part(partLink, len(w.d.links)-1)
	w.later += len(l.Destination)
}

func (w *writer) autoLink(n *ast.AutoLink) {
	label := n.Label(w.source)
	url := n.URL(w.source)
	if n.AutoLinkType == ast.AutoLinkEmail && !strings.HasPrefix(strings.ToLower(string(url)), "mailto:") {
		url = append([]byte("mailto:"), url...)
	}
	destination, scheme, wrong := judge(url)
	if wrong != "" || w.bare || w.links > 0 {
		if wrong != "" && !w.bare {
			w.problem(n.Pos(), problem.Warning, "link: the destination "+wrong, "")
		}
		w.literal(label)
		return
	}
	w.anchor(n.Pos(), destination, scheme)
	w.tag(">")
	w.markNear(n.Pos(), string(label))
	w.literal(label)
	w.tag("</a>")
	w.quote.before = 'x'
}

// image writes an image of the site, and a link to any other.
func (w *writer) image(n *ast.Image) {
	if w.bare {
		w.children(n)
		return
	}
	destination, scheme, wrong := judge(decodeLink(n.Destination))
	alt := w.alternative(n)
	if len(alt.out) == 0 && len(alt.parts) == 0 {
		w.problem(n.Pos(), problem.Warning, "image: no alternative text, expected what it shows in words",
			"write ![what it shows](file.png)")
	}
	switch {
	case wrong != "" || scheme == "mailto":
		if wrong == "" {
			wrong = "is an address, expected a file of the site"
		}
		w.problem(n.Pos(), problem.Warning, "image: the destination "+wrong, "")
		w.insert(alt)
	case scheme != "":
		w.problem(n.Pos(), problem.Warning, "image: shown as a link, since pages make no requests to other sites",
			"put the file beside the text, or write a link")
		w.linkTo(n, destination, scheme, alt)
	default:
		w.tag(`<img src="`)
		w.inward(n.Pos(), Link{Destination: destination, Image: true})
		w.tag(`" alt="`)
		w.insert(alt)
		w.tag(`"`)
		w.title(n.Title)
		w.tag(">")
	}
	w.quote.before = 'x'
}

// linkTo writes a link in place of an image.
func (w *writer) linkTo(n *ast.Image, destination, scheme string, alt *writer) {
	if w.links > 0 {
		w.insert(alt)
		return
	}
	w.anchor(n.Pos(), destination, scheme)
	w.title(n.Title)
	w.tag(">")
	if len(alt.out) == 0 && len(alt.parts) == 0 {
		w.literal([]byte(destination))
	}
	w.insert(alt)
	w.tag("</a>")
}

// alternative translates what is in an image without tags.
func (w *writer) alternative(n *ast.Image) *writer {
	alt := &writer{gather: w.gather, bare: true}
	alt.children(n)
	return alt
}

// insert adds what another writer made.
func (w *writer) insert(other *writer) {
	for _, p := range other.parts {
		w.parts = append(w.parts, outputPart{len(w.out) + p.at, p.kind, p.n})
	}
	w.out = append(w.out, other.out...)
}
