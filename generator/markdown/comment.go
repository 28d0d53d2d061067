package markdown

import (
	"bytes"

	gtext "github.com/yuin/goldmark/text"
)

// isComment reports whether raw HTML is a comment, which is for writers alone.
func isComment(raw *gtext.Segments, source []byte) bool {
	first := raw.At(0)
	return bytes.HasPrefix(first.Value(source), []byte("<!--"))
}

// withoutComments is raw HTML without its comments. One that never ends hides
// the rest, which open says.
func withoutComments(raw []byte) (shown []byte, open bool) {
	for {
		before, rest, found := bytes.Cut(raw, []byte("<!--"))
		shown = append(shown, before...)
		if !found {
			return shown, false
		}
		if bytes.HasPrefix(rest, []byte(">")) || bytes.HasPrefix(rest, []byte("->")) { // a whole comment: <!-->
			raw = rest[bytes.IndexByte(rest, '>')+1:]
			continue
		}
		_, after, closed := bytes.Cut(rest, []byte("-->"))
		if !closed {
			return shown, true
		}
		raw = after
	}
}
