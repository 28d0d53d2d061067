package content

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

// The most that a file and its front matter may have, in bytes.
const (
	fileCap  = 4 << 20
	blockCap = 64 << 10
)

// cut makes a sheet of a file: it splits the text into front matter and body.
// It reports whether what is there can be read further; where it can't, the
// sheet says why.
func cut(file string, data []byte) (*sheet, bool) {
	s := &sheet{file: file}
	if len(data) > fileCap {
		s.add(problem.Error, 0, 0, tooLarge(int64(len(data))), "split it, or publish long material as a file of its own")
		return s, false
	}
	text, ok := s.decode(data)
	if !ok {
		return s, false
	}
	s.text, s.lines = text, strings.Split(text, "\n")
	if s.merging() {
		return s, false
	}
	start := 0
	for start < len(s.lines) && strings.TrimSpace(s.lines[start]) == "" {
		start++
	}
	s.body, s.bodyLine = text, 1
	if start == len(s.lines) {
		return s, true
	}
	s.open = start + 1
	switch first := strings.TrimRight(s.lines[start], " \t"); {
	case first == "---":
		s.format = "yaml"
		return s, s.cutAt("---")
	case first == "+++":
		s.format = "toml"
		return s, s.cutAt("+++")
	case strings.HasPrefix(first, "{") && !strings.HasPrefix(first, "{{"):
		s.format = "json"
		return s, s.cutJSON()
	default:
		s.open = 0
		return s, s.notOpened(start)
	}
}

func tooLarge(size int64) string {
	return fmt.Sprintf("the file has %d bytes, more than the %d MB that a content file may have", size, fileCap>>20)
}

// decode returns data as text: UTF-8, without byte order mark and control
// characters, with \n at line ends.
func (s *sheet) decode(data []byte) (string, bool) {
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	if bytes.IndexByte(data, '\r') >= 0 {
		data = bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n"))
		data = bytes.ReplaceAll(data, []byte("\r"), []byte("\n"))
	}
	if bytes.HasPrefix(data, []byte("\xff\xfe")) || bytes.HasPrefix(data, []byte("\xfe\xff")) {
		s.add(problem.Error, 1, 0, "the file is UTF-16, not UTF-8", "save it as UTF-8")
		return "", false
	}
	if i := slices.IndexFunc(data, control); i >= 0 {
		s.foreign(data, i, fmt.Sprintf("the file has a control character here (U+%04X)", data[i]), "delete the character")
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
		s.foreign(data, i, fmt.Sprintf("the file is not UTF-8: byte %#02x stands here", data[i]), "save it as UTF-8")
		return "", false
	}
	return string(data), true
}

// control reports whether a byte is a control character other than tab and
// line end.
func control(c byte) bool { return c < ' ' && c != '\n' && c != '\t' || c == 0x7f }

// foreign reports a byte that no text file has.
func (s *sheet) foreign(data []byte, i int, message, hint string) {
	from := bytes.LastIndexByte(data[:i], '\n') + 1
	to := len(data)
	if n := bytes.IndexByte(data[i:], '\n'); n >= 0 {
		to = i + n
	}
	s.problems = append(s.problems, problem.Problem{
		Place: problem.Place{
			File:   s.file,
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
func (s *sheet) cutAt(end string) bool {
	size := 0
	for i := s.open; i < len(s.lines); i++ {
		if strings.HasPrefix(s.lines[i], end) && strings.TrimRight(s.lines[i], " \t") == end {
			return s.split(s.open, i, i+1)
		}
		size += len(s.lines[i]) + 1
	}
	hint := "write " + end + " on a line of its own after the last key"
	for i := s.open; i < len(s.lines); i++ {
		if t := strings.TrimSpace(s.lines[i]); t != "" && strings.Trim(t, "-+.—–") == "" && t != "-" {
			hint = fmt.Sprintf("line %d has %s, the closing line has to be exactly %s, at the margin", i+1, show(s.lines[i]), end)
			break
		}
		if strings.TrimSpace(s.lines[i]) == "" && i > s.open {
			hint = fmt.Sprintf("write %s on a line of its own, probably before line %d", end, i+1)
			break
		}
	}
	s.problems = append(s.problems, problem.Problem{
		Place:    problem.Place{File: s.file, Line: s.open, Column: 1},
		Severity: problem.Error,
		Message:  "the front matter that begins here is never closed",
		Hint:     hint,
		Text:     s.line(s.open),
	})
	return false
}

// split makes lines [from, to) the front matter and those from rest on the
// body.
func (s *sheet) split(from, to, rest int) bool {
	s.block, s.first = s.lines[from:to], from+1
	s.body, s.bodyLine = s.body[min(sizeOf(s.lines[:rest]), len(s.body)):], rest+1
	size := sizeOf(s.block)
	if size > blockCap {
		s.add(problem.Error, s.open, 0, fmt.Sprintf("the front matter has %d bytes, more than the %d KB that it may have", size, blockCap>>10),
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
func (s *sheet) cutJSON() bool {
	text := strings.Join(s.lines[s.open-1:], "\n")
	in := json.NewDecoder(strings.NewReader(text))
	var object json.RawMessage
	if err := in.Decode(&object); err != nil {
		s.brokenJSON(text, err)
		return false
	}
	end := int(in.InputOffset())
	last := s.open + strings.Count(text[:end], "\n")
	if rest, _, _ := strings.Cut(text[end:], "\n"); strings.TrimSpace(rest) != "" {
		s.add(problem.Error, last, 0, "text follows the } that closes the front matter", "begin the text on a new line")
		return false
	}
	return s.split(s.open-1, last, last)
}

var keyLine = regexp.MustCompile(`^["']?[\pL_][\pL\pN _-]*["']?\s*:(\s|$)`)

// notOpened looks at a file that has no front matter, and reports the first
// line where front matter seems to have been meant.
func (s *sheet) notOpened(start int) bool {
	first, second := s.lines[start], ""
	if start+1 < len(s.lines) {
		second = s.lines[start+1]
	}
	bare := strings.TrimSpace(first)
	switch {
	case strings.Trim(bare, "-—–+") == "" && keyLine.MatchString(second),
		strings.HasPrefix(bare, "---") && keyLine.MatchString(second):
		s.add(problem.Error, start+1, 1, fmt.Sprintf("front matter begins with a line ---, not %s", show(first)),
			"write exactly three hyphens, at the margin")
		return false
	case keyLine.MatchString(first) && s.closedLater(start):
		s.add(problem.Error, start+1, 1, "the front matter has no line --- before it", "write --- on a line of its own above this one")
		return false
	}
	return true
}

// closedLater reports whether nothing but keys stands between start and a
// line ---.
func (s *sheet) closedLater(start int) bool {
	for _, l := range s.lines[start:] {
		if strings.TrimSpace(l) == "---" {
			return true
		}
		if strings.TrimSpace(l) == "" || l[0] != ' ' && !keyLine.MatchString(l) {
			return false
		}
	}
	return false
}
