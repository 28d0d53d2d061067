package markdown

import (
	"bytes"
	"fmt"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	gtext "github.com/yuin/goldmark/text"
)

// maxEffort bounds what reading one document may cost, in characters that are
// looked at again. A bracket, an asterisk or a backtick may make goldmark look
// through all of its paragraph, so each costs the paragraph's length.
const maxEffort = 300_000_000

// effort counts down while a document is parsed.
type effort struct {
	left   int
	parent ast.Node // the block that is being parsed
	size   int      // its length in bytes
	urls   bool     // it may have a bare URL or an address
}

var effortKey = parser.NewContextKey()

// spend charges for a look through a block, and reports whether there is effort
// left for it.
func (e *effort) spend(parent ast.Node, source []byte) bool {
	if !e.enter(parent, source) {
		return false
	}
	e.left -= e.size
	return e.left >= 0
}

// enter looks at a block that is being parsed, unless there is no effort left.
func (e *effort) enter(parent ast.Node, source []byte) bool {
	if e.left < 0 {
		return false
	}
	if parent != e.parent {
		text := extent(parent, source)
		e.parent, e.size, e.urls = parent, len(text), mayHaveURL(text)
	}
	return true
}

// extent is the source of a block, from its first line to its last.
func extent(block ast.Node, source []byte) []byte {
	lines := block.Lines()
	if lines == nil || lines.Len() == 0 {
		return nil
	}
	start, stop := lines.At(0).Start, lines.At(lines.Len()-1).Stop
	return source[start:max(start, stop)]
}

// trouble says where the effort ran out.
func (e *effort) trouble() *trouble {
	return &trouble{
		offset: e.parent.Lines().At(0).Start,
		message: fmt.Sprintf("a paragraph of %d bytes with too many of [ ] * _ ~ ` < ! to be read, expected fewer "+
			"of them, or shorter paragraphs",
			e.size),
		hint: "end paragraphs with a blank line, and put what is no text into a fenced code block",
	}
}

// effortGuard makes an inline parser spend effort.
type effortGuard struct{ parser.InlineParser }

func (g effortGuard) Parse(parent ast.Node, block gtext.Reader, pc parser.Context) ast.Node {
	if !pc.Get(effortKey).(*effort).spend(parent, block.Source()) {
		return nil
	}
	return g.InlineParser.Parse(parent, block, pc)
}

// linkGuard passes on the end of a block too, which only the link parser wants.
type linkGuard struct{ effortGuard }

func (g linkGuard) CloseBlock(parent ast.Node, block gtext.Reader, pc parser.Context) {
	g.InlineParser.(parser.CloseBlocker).CloseBlock(parent, block, pc)
}

// noteGuard spends effort only on what begins like the mark of a footnote.
type noteGuard struct{ effortGuard }

func (g noteGuard) Parse(parent ast.Node, block gtext.Reader, pc parser.Context) ast.Node {
	line, _ := block.PeekLine()
	if !bytes.HasPrefix(line, []byte("[^")) && !bytes.HasPrefix(line, []byte("![^")) {
		return nil
	}
	return g.effortGuard.Parse(parent, block, pc)
}
