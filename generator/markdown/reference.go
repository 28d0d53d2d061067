package markdown

import (
	"bytes"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	gtext "github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// maxReference is the length of a reference in bytes, on each of its lines.
const maxReference = 500

// referenceParser finds [[figures]].
type referenceParser struct{}

// An exclamation mark sets it off too, or goldmark would take "Up![[Total]]"
// for the start of an image.
func (referenceParser) Trigger() []byte { return []byte{'[', '!'} }

func (referenceParser) Parse(parent ast.Node, block gtext.Reader, pc parser.Context) ast.Node {
	line, segment := block.PeekLine()
	skip := 0
	if line[0] == '!' {
		skip = 1
	}
	if !bytes.HasPrefix(line[skip:], []byte("[[")) {
		return nil
	}
	block.Advance(skip + 2)
	written, words, ok := readReference(block)
	if !ok {
		return nil
	}
	if skip > 0 {
		ast.MergeOrAppendTextSegment(parent, segment.WithStop(segment.Start+1))
	}
	n := &referenceNode{written: written, words: words, index: -1}
	n.SetPos(segment.Start + skip)
	return n
}

// readReference reads the name and words of a reference, and its closing
// brackets. It may go on on the next line, as where an editor breaks lines.
func readReference(block gtext.Reader) (written, words string, ok bool) {
	var inside []byte
	for range 2 {
		line, _ := block.PeekLine()
		line = line[:min(len(line), maxReference)]
		end := bytes.IndexAny(line, "[]\n")
		if end < 0 {
			return "", "", false
		}
		inside = append(inside, line[:end]...)
		if line[end] == ']' {
			closed := bytes.HasPrefix(line[end:], []byte("]]")) && !bytes.HasPrefix(line[end:], []byte("]]("))
			written, words = cutWords(inside)
			block.Advance(end + 2)
			return written, words, closed && written != ""
		}
		if line[end] == '[' {
			return "", "", false
		}
		inside = append(inside, ' ')
		block.AdvanceLine()
	}
	return "", "", false
}

// cutWords splits a reference into name and words, and takes backslashes off.
func cutWords(inside []byte) (written, words string) {
	name, rest, found := bytes.Cut(inside, []byte("|"))
	if found {
		name = bytes.TrimSuffix(name, []byte(`\`))
	}
	return unescaped(name), unescaped(rest)
}

func unescaped(b []byte) string {
	if len(b) == 0 {
		return ""
	}
	return strings.Join(strings.Fields(string(util.UnescapePunctuations(b))), " ")
}

// cutStory splits a written name into story and figure.
func cutStory(written string) (story, name string) {
	story, name, found := strings.Cut(written, "/")
	if !found || strings.TrimSpace(name) == "" || !mayBeFolder(story) {
		return "", written
	}
	return story, strings.TrimSpace(name)
}

// mayBeFolder reports whether a story's folder could be called so.
func mayBeFolder(name string) bool {
	for _, r := range name {
		if unicode.IsSpace(r) || unicode.IsUpper(r) {
			return false
		}
	}
	return name != ""
}

// referenceNode is a reference in goldmark's tree.
type referenceNode struct {
	ast.BaseInline
	written, words string
	index          int // in the document's list; -1 until it is reached
}

var referenceKind = ast.NewNodeKind("Reference")

func (*referenceNode) Kind() ast.NodeKind { return referenceKind }

func (n *referenceNode) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }
