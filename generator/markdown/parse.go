package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	gtext "github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// grammar is goldmark's parser with our syntax. It keeps nothing between
// documents and serves any number of goroutines.
var grammar = parser.NewParser(
	parser.WithBlockParsers(append(parser.DefaultBlockParsers(),
		util.Prioritized(extension.NewFootnoteBlockParser(), 999))...),
	parser.WithInlineParsers(
		util.Prioritized(effortGuard{parser.NewCodeSpanParser()}, 100),
		util.Prioritized(referenceParser{}, 150),
		util.Prioritized(noteGuard{effortGuard{extension.NewFootnoteParser()}}, 160),
		util.Prioritized(linkGuard{effortGuard{parser.NewLinkParser()}}, 200),
		util.Prioritized(parser.NewAutoLinkParser(), 300),
		util.Prioritized(effortGuard{parser.NewRawHTMLParser()}, 400),
		util.Prioritized(effortGuard{flanking{parser.NewEmphasisParser()}}, 500),
		util.Prioritized(effortGuard{flanking{doubled{extension.NewStrikethroughParser()}}}, 500),
		util.Prioritized(newURLParser(), 999),
	),
	parser.WithParagraphTransformers(append(parser.DefaultParagraphTransformers(),
		util.Prioritized(extension.NewTableParagraphTransformer(), 200))...),
	parser.WithASTTransformers(
		util.Prioritized(extension.NewTableASTTransformer(), 0),
		util.Prioritized(extension.NewFootnoteASTTransformer(), 999)),
)

// parse gives the tree of a text, or what keeps it from being parsed.
func parse(t *text) (*tree, *trouble) {
	e := &effort{left: maxEffort}
	pc := parser.NewContext()
	pc.Set(effortKey, e)
	source := []byte(t.source)
	root := grammar.Parse(gtext.NewReader(source), parser.WithContext(pc))
	if e.left < 0 {
		return nil, e.trouble()
	}
	return &tree{source, root}, nil
}

// tree is what goldmark makes of a source.
type tree struct {
	source []byte
	root   ast.Node
}

// urlParser links bare URLs and addresses. It looks at every word of a text,
// so what cannot be one is turned away first, for a whole block if possible.
type urlParser struct{ parser.InlineParser }

func newURLParser() urlParser {
	return urlParser{extension.NewLinkifyParser(
		extension.WithLinkifyAllowedProtocols([]string{"http:", "https:"}))}
}

func (p urlParser) Parse(parent ast.Node, block gtext.Reader, pc parser.Context) ast.Node {
	if e := pc.Get(effortKey).(*effort); !e.enter(parent, block.Source()) || !e.urls {
		return nil
	}
	if line, _ := block.PeekLine(); !mayBeURL(line) {
		return nil
	}
	return p.InlineParser.Parse(parent, block, pc)
}

// mayHaveURL reports whether there may be a bare URL or an address in a block.
func mayHaveURL(block []byte) bool {
	return bytes.IndexByte(block, '@') >= 0 ||
		bytes.Contains(block, []byte("://")) || bytes.Contains(block, []byte("www."))
}

// mayBeURL reports whether a line, with or without the character that set the
// parser off, may begin with a URL or an address: both have one of : @ . in the
// first word, and early in it.
func mayBeURL(line []byte) bool {
	for i, c := range line[:min(len(line), 70)] {
		switch {
		case c == ':' || c == '@' || c == '.':
			return true
		case i > 0 && (c <= ' ' || c == '*' || c == '('):
			return false
		}
	}
	return false
}
