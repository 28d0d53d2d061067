package frontmatter

import (
	"bytes"
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"collate/generator/problem"
)

// MaxSize is the most bytes that a content file may have.
const MaxSize = 4 << 20

// blockCap is the most bytes that front matter may have.
const blockCap = 64 << 10

// Read reads the front matter of a file: root is a mapping with what stands in
// it, empty where there is none. It is nil where the file or its front matter
// can't be read; the file's problems say why. Keys are those that are known
// anywhere in the front matter, and help to tell what a line that is no YAML
// was meant to be.
func Read(path string, data []byte, keys []string) (f *File, root *Node) {
	f, ok := splitBlock(path, data)
	f.keys = keys
	if ok {
		root = f.root()
	}
	return f, root
}

// splitBlock divides the text of a file into front matter and body. It reports
// whether what is there can be read further; where it can't, the problems of
// the file say why.
func splitBlock(path string, data []byte) (*File, bool) {
	f := &File{Path: path}
	if len(data) > MaxSize {
		f.Add(problem.Error, 0, 0, TooLarge(int64(len(data))),
			"split it, or publish long material as a file of its own")
		return f, false
	}
	text, ok := f.decode(data)
	if !ok {
		return f, false
	}
	f.text, f.lines = text, strings.Split(text, "\n")
	if f.merging() {
		return f, false
	}
	start := 0
	for start < len(f.lines) && strings.TrimSpace(f.lines[start]) == "" {
		start++
	}
	f.Body, f.BodyLine = text, 1
	if start == len(f.lines) {
		return f, true
	}
	f.Open = start + 1
	switch first := strings.TrimRight(f.lines[start], " \t"); {
	case first == "---":
		f.Format = "yaml"
		return f, f.cutAt("---")
	case first == "+++":
		f.Format = "toml"
		return f, f.cutAt("+++")
	case strings.HasPrefix(first, "{") && !strings.HasPrefix(first, "{{"):
		f.Format = "json"
		return f, f.cutJSON()
	default:
		f.Open = 0
		return f, f.notOpened(start)
	}
}

// TooLarge says in words that a file of a size is more than a content file may
// have.
func TooLarge(size int64) string {
	return fmt.Sprintf("the file has %d bytes, more than the %d MB that a content file may have", size, MaxSize>>20)
}

// decode returns data as text: UTF-8, without byte order mark and control
// characters, with \n at line ends.
func (f *File) decode(data []byte) (string, bool) {
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	if bytes.IndexByte(data, '\r') >= 0 {
		data = bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n"))
		data = bytes.ReplaceAll(data, []byte("\r"), []byte("\n"))
	}
	if bytes.HasPrefix(data, []byte("\xff\xfe")) || bytes.HasPrefix(data, []byte("\xfe\xff")) {
		f.Add(problem.Error, 1, 0, "the file is UTF-16, not UTF-8", "save it as UTF-8")
		return "", false
	}
	if i := slices.IndexFunc(data, control); i >= 0 {
		f.badByte(data, i, fmt.Sprintf("the file has a control character here (U+%04X)", data[i]),
			"delete the character")
		return "", false
	}
	if !utf8.Valid(data) {
		i := 0
		for i < len(data) {
			r, size := utf8.DecodeRune(data[i:])
			if r == utf8.RuneError && size == 1 {
				break
			}
			i += size
		}
		f.badByte(data, i, fmt.Sprintf("the file is not UTF-8: byte %#02x stands here", data[i]), "save it as UTF-8")
		return "", false
	}
	return string(data), true
}

// control reports whether a byte is a control character other than tab and
// line end.
func control(c byte) bool { return c < ' ' && c != '\n' && c != '\t' || c == 0x7f }

// badByte reports a byte that no text file has.
func (f *File) badByte(data []byte, i int, message, hint string) {
	from := bytes.LastIndexByte(data[:i], '\n') + 1
	to := len(data)
	if n := bytes.IndexByte(data[i:], '\n'); n >= 0 {
		to = i + n
	}
	f.Problems = append(f.Problems, problem.Problem{
		Place: problem.Place{
			File:   f.Path,
			Line:   bytes.Count(data[:i], []byte("\n")) + 1,
			Column: utf8.RuneCount(data[from:i]) + 1,
		},
		Severity: problem.Error,
		Message:  message,
		Hint:     hint,
		Text:     strings.ToValidUTF8(string(data[from:to]), "\ufffd"),
	})
}

// cutAt takes the lines up to the closing line, which stands at the margin.
func (f *File) cutAt(end string) bool {
	size := 0
	for i := f.Open; i < len(f.lines); i++ {
		if strings.HasPrefix(f.lines[i], end) && strings.TrimRight(f.lines[i], " \t") == end {
			return f.divide(f.Open, i, i+1)
		}
		size += len(f.lines[i]) + 1
	}
	hint := "write " + end + " on a line of its own after the last key"
	for i := f.Open; i < len(f.lines); i++ {
		if t := strings.TrimSpace(f.lines[i]); t != "" && strings.Trim(t, "-+.—–") == "" && t != "-" {
			hint = fmt.Sprintf("line %d has %s, the closing line has to be exactly %s, at the margin", i+1,
				problem.Quote(f.lines[i]), end)
			break
		}
		if strings.TrimSpace(f.lines[i]) == "" && i > f.Open {
			hint = fmt.Sprintf("write %s on a line of its own, probably before line %d", end, i+1)
			break
		}
	}
	f.Problems = append(f.Problems, problem.Problem{
		Place:    problem.Place{File: f.Path, Line: f.Open, Column: 1},
		Severity: problem.Error,
		Message:  "the front matter that begins here is never closed",
		Hint:     hint,
		Text:     f.Line(f.Open),
	})
	return false
}

// divide makes lines [from, to) the front matter and those from rest on the
// body.
func (f *File) divide(from, to, rest int) bool {
	f.block, f.first = f.lines[from:to], from+1
	f.Body, f.BodyLine = f.Body[min(sizeOf(f.lines[:rest]), len(f.Body)):], rest+1
	size := sizeOf(f.block)
	if size > blockCap {
		f.Add(problem.Error, f.Open, 0,
			fmt.Sprintf("the front matter has %d bytes, more than the %d KB that it may have", size, blockCap>>10),
			"move text into the body")
		return false
	}
	return true
}

// sizeOf is how many bytes lines have with their ends.
func sizeOf(lines []string) int {
	size := len(lines)
	for _, l := range lines {
		size += len(l)
	}
	return size
}

// cutJSON finds the end of the object with which the file begins.
func (f *File) cutJSON() bool {
	text := strings.Join(f.lines[f.Open-1:], "\n")
	in := json.NewDecoder(strings.NewReader(text))
	var object json.RawMessage
	if err := in.Decode(&object); err != nil {
		f.brokenJSON(text, err)
		return false
	}
	end := int(in.InputOffset())
	last := f.Open + strings.Count(text[:end], "\n")
	if rest, _, _ := strings.Cut(text[end:], "\n"); strings.TrimSpace(rest) != "" {
		f.Add(problem.Error, last, 0, "text follows the } that closes the front matter", "begin the text on a new line")
		return false
	}
	return f.divide(f.Open-1, last, last)
}

var keyLine = regexp.MustCompile(`^["']?[\pL_][\pL\pN _-]*["']?\s*:(\s|$)`)

// notOpened looks at a file that has no front matter, and reports the first
// line where front matter seems to have been meant.
func (f *File) notOpened(start int) bool {
	first, second := f.lines[start], ""
	if start+1 < len(f.lines) {
		second = f.lines[start+1]
	}
	bare := strings.TrimSpace(first)
	switch {
	case strings.Trim(bare, "-—–+") == "" && keyLine.MatchString(second),
		strings.HasPrefix(bare, "---") && keyLine.MatchString(second):
		f.Add(problem.Error, start+1, 1,
			fmt.Sprintf("front matter begins with a line ---, not %s", problem.Quote(first)),
			"write exactly three hyphens, at the margin")
		return false
	case keyLine.MatchString(first) && f.closedLater(start):
		f.Add(problem.Error, start+1, 1, "the front matter has no line --- before it",
			"write --- on a line of its own above this one")
		return false
	}
	return true
}

// closedLater reports whether nothing but keys stands between start and a
// line ---.
func (f *File) closedLater(start int) bool {
	for _, l := range f.lines[start:] {
		if strings.TrimSpace(l) == "---" {
			return true
		}
		if strings.TrimSpace(l) == "" || l[0] != ' ' && !keyLine.MatchString(l) {
			return false
		}
	}
	return false
}
