package markdown

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"

	"collate/generator/problem"
)

// Fence is a block that places a table, a chart or a timeline.
type Fence struct {
	Kind      string     // compare, chart or timeline
	Arguments []Argument // in the order in which they are written; no key twice
	Place     problem.Place
	Line      string // the line at Place as it stands in the file
}

// Argument is one key of a fence with at least one value.
type Argument struct {
	Key    string
	Values []Value // one, unless the key takes a list
	Place  problem.Place
}

// Value is one value of an argument.
type Value struct {
	Text  string // without quotes
	Place problem.Place
	Line  string // the line at Place as it stands in the file
}

// Values gives the values of a key; none where the fence does not have it.
func (f Fence) Values(key string) []Value {
	for _, a := range f.Arguments {
		if a.Key == key {
			return a.Values
		}
	}
	return nil
}

// Value gives the only value of a key, or an empty text.
func (f Fence) Value(key string) string {
	if v := f.Values(key); len(v) > 0 {
		return v[0].Text
	}
	return ""
}

// Limit gives the number of entries that a timeline may have; 0: any.
func (f Fence) Limit() int {
	n, _ := strconv.Atoi(f.Value("limit"))
	return n
}

// maxLimit is the largest limit that makes sense to write.
const maxLimit = 1000

// The keys of each kind of fence, in the order in which they are explained.
var fenceKeys = map[string][]string{
	"compare":  {"stories", "tag", "story", "figures"},
	"chart":    {"figure", "stories", "tag", "story"},
	"timeline": {"story", "tag", "source", "limit"},
}

// Keys that choose what is shown, of which a fence has one at most.
var choiceKeys = []string{"stories", "tag", "story", "source"}

// Keys that take a list.
var listKeys = []string{"stories", "figures"}

// fence reads a fenced block, if its kind is one of ours. A fence with errors
// is nil.
func (w *writer) fence(n *ast.FencedCodeBlock) (f *Fence, is bool) {
	start := n.Info.Segment.Start
	kind, rest, _ := strings.Cut(string(n.Info.Segment.Value(w.source)), " ")
	kind = strings.ToLower(kind)
	keys, is := fenceKeys[kind]
	if !is {
		return nil, false
	}
	r := &fenceReader{writer: w, keys: keys, fence: Fence{Kind: kind}}
	r.fence.Place, r.fence.Line = w.t.place(start)
	if rest = strings.TrimSpace(rest); rest != "" {
		r.fail(start, fmt.Sprintf("found %q after the name, expected nothing", rest), "write keys on the lines below")
	}
	lines := n.Lines()
	for i := range lines.Len() {
		s := lines.At(i)
		r.line(strings.TrimRight(string(w.source[s.Start:s.Stop]), "\n"), s.Start)
	}
	r.endList()
	r.judge(start)
	if r.failed {
		return nil, true
	}
	return &r.fence, true
}

// fenceReader reads the lines of a fence.
type fenceReader struct {
	*writer
	keys   []string
	fence  Fence
	failed bool
	open   bool // the last argument is a list that goes on with "- a" lines
	offset int  // of the last key
}

func (r *fenceReader) fail(offset int, message, hint string) {
	r.failed = true
	r.problem(offset, problem.Error, r.fence.Kind+": "+message, hint)
}

func (r *fenceReader) line(line string, offset int) {
	text := strings.TrimLeft(line, " \t")
	offset += len(line) - len(text)
	text = withoutComment(text)
	if text == "" {
		return
	}
	if item, ok := strings.CutPrefix(text, "- "); ok && r.open {
		r.add(item, offset+2)
		return
	}
	r.endList()
	key, value, ok := strings.Cut(text, ":")
	if !ok || value != "" && value[0] != ' ' && value[0] != '\t' {
		r.fail(offset, fmt.Sprintf("found %q, expected key: value", text), "the keys are "+strings.Join(r.keys, ", "))
		return
	}
	if r.key(strings.TrimSpace(key), offset) {
		r.value(strings.TrimLeft(value, " \t"), offset+len(text)-len(strings.TrimLeft(value, " \t")))
	}
}

// key begins an argument, if it may.
func (r *fenceReader) key(key string, offset int) bool {
	if !slices.Contains(r.keys, key) {
		hint := "the keys are " + strings.Join(r.keys, ", ")
		if near, ok := problem.Nearest(key, r.keys); ok {
			hint = "did you mean " + near + "?"
		}
		r.fail(offset, fmt.Sprintf("unknown key %q", key), hint)
		return false
	}
	if r.fence.Values(key) != nil {
		r.fail(offset, key+": given twice", "write it once")
		return false
	}
	place, _ := r.t.place(offset)
	r.fence.Arguments = append(r.fence.Arguments, Argument{Key: key, Place: place})
	r.offset = offset
	return true
}

// last is the argument that is being read.
func (r *fenceReader) last() *Argument { return &r.fence.Arguments[len(r.fence.Arguments)-1] }

// value reads what stands behind a key: a value, a list, or nothing, where a
// list follows.
func (r *fenceReader) value(value string, offset int) {
	r.open = value == ""
	if r.open {
		return
	}
	inside, isList := strings.CutPrefix(value, "[")
	if !isList {
		r.add(value, offset)
		return
	}
	inside, closed := strings.CutSuffix(strings.TrimRight(inside, " \t"), "]")
	if !closed {
		r.last().Values = []Value{}
		r.fail(offset, "the list does not end on its line, expected ]",
			"put each item on a line of its own, after \"- \"")
		return
	}
	offset++
	for inside != "" {
		item := cutItem(inside)
		r.add(item, offset)
		inside = strings.TrimPrefix(inside[len(item):], ",")
		offset += len(item) + 1
	}
	r.endList()
}

// add adds a value to the last argument.
func (r *fenceReader) add(written string, offset int) {
	text := strings.TrimLeft(written, " \t")
	offset += len(written) - len(text)
	text, err := unquote(strings.TrimRight(text, " \t"))
	a := r.last()
	switch {
	case err != "":
		r.fail(offset, a.Key+": "+err, "")
	case text == "":
		r.fail(offset, a.Key+": an empty value", "take it out, or write what it should be")
	case len(a.Values) == 1 && !slices.Contains(listKeys, a.Key):
		r.fail(offset, a.Key+": more than one value, expected one", "")
	case a.Key == "limit" && !isLimit(text):
		r.fail(offset, fmt.Sprintf("limit: found %q, expected a number from 1 to %d", text, maxLimit), "")
	}
	v := Value{Text: text}
	v.Place, v.Line = r.t.place(offset)
	a.Values = append(a.Values, v)
}

func isLimit(s string) bool {
	n, err := strconv.Atoi(s)
	return err == nil && n >= 1 && n <= maxLimit
}

// endList ends the argument that was being read.
func (r *fenceReader) endList() {
	r.open = false
	if n := len(r.fence.Arguments); n > 0 && r.last().Values == nil {
		key := r.last().Key
		r.last().Values = []Value{}
		r.fail(r.offset, key+": has no value", "write "+key+": and what it should be, or take it out")
	}
}

// judge looks at the arguments together.
func (r *fenceReader) judge(start int) {
	var chosen []string
	for _, a := range r.fence.Arguments {
		if slices.Contains(choiceKeys, a.Key) {
			chosen = append(chosen, a.Key)
		}
	}
	if len(chosen) > 1 {
		r.fail(start, "has "+strings.Join(chosen, " and ")+", expected one of them", "")
	}
	if r.fence.Kind == "chart" && r.fence.Values("figure") == nil && !r.failed {
		r.fail(start, "has no figure", "write figure: and the name of the figure to draw")
	}
}

// withoutComment takes off a # comment and the white space before it. A # in
// quotes, or with no space before it, is no comment.
func withoutComment(s string) string {
	var quote byte
	for i := range len(s) {
		switch c := s[i]; {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case (c == '"' || c == '\'') && (i == 0 || s[i-1] == ' ' || s[i-1] == '[' || s[i-1] == ','):
			quote = c
		case c == '#' && (i == 0 || s[i-1] == ' ' || s[i-1] == '\t'):
			return strings.TrimRight(s[:i], " \t")
		}
	}
	return strings.TrimRight(s, " \t")
}

// cutItem gives the first item of a list, up to a comma that is not in quotes.
func cutItem(s string) string {
	var quote byte
	for i := range len(s) {
		switch c := s[i]; {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case (c == '"' || c == '\'') && strings.TrimSpace(s[:i]) == "":
			quote = c
		case c == ',':
			return s[:i]
		}
	}
	return s
}

// unquote takes the quotes off a value, and tells what is wrong with it.
func unquote(s string) (text, wrong string) {
	if s == "" || s[0] != '"' && s[0] != '\'' {
		return s, ""
	}
	if len(s) < 2 || s[len(s)-1] != s[0] {
		return s, fmt.Sprintf("found %s, expected a %c at its end", s, s[0])
	}
	return s[1 : len(s)-1], ""
}
