package lsp

import (
	"net/url"
	"path/filepath"
	"runtime"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// A document is a text that the editor has open.
type document struct {
	uri     string
	version int
	text    string
}

// change replaces a stretch of the text; a position beyond the text is its end.
func (d *document) change(r *span, text string) {
	if r == nil {
		d.text = text
		return
	}
	from, to := offset(d.text, r.Start), offset(d.text, r.End)
	if to < from {
		from, to = to, from
	}
	d.text = d.text[:from] + text + d.text[to:]
}

// offset is the byte at a position; that of the nearest one where the text
// doesn't have it.
func offset(text string, p position) int {
	from := 0
	for range max(0, p.Line) {
		line, end := cutLine(text[from:])
		if end == 0 {
			return len(text)
		}
		from += len(line) + end
	}
	line, _ := cutLine(text[from:])
	return from + byteAt(line, p.Character)
}

// cutLine is the first line of a text, and how many bytes its end has: \n, \r\n
// or \r, or none.
func cutLine(text string) (line string, end int) {
	i := strings.IndexAny(text, "\r\n")
	switch {
	case i < 0:
		return text, 0
	case strings.HasPrefix(text[i:], "\r\n"):
		return text[:i], 2
	}
	return text[:i], 1
}

// linesOf are the lines of a text without their ends.
func linesOf(text string) []string {
	var lines []string
	for {
		line, end := cutLine(text)
		lines = append(lines, line)
		if end == 0 {
			return lines
		}
		text = text[len(line)+end:]
	}
}

// byteAt is the byte of a line at a number of UTF-16 code units.
func byteAt(line string, units int) int {
	n := 0
	for i, c := range line {
		if n >= units {
			return i
		}
		n += max(1, utf16.RuneLen(c))
	}
	return len(line)
}

// unitsTo is how many UTF-16 code units the characters of a line before a column
// are; columns count characters from 1.
func unitsTo(line string, column int) int {
	units := 0
	for _, c := range line {
		if column--; column <= 0 {
			break
		}
		units += max(1, utf16.RuneLen(c))
	}
	return units
}

// columnAt is the column of a byte of a line, in characters from 1.
func columnAt(line string, byte int) int { return utf8.RuneCountInString(line[:byte]) + 1 }

// lineOf is a line of a text, from 1; empty where there is none.
func lineOf(text string, n int) string {
	for n > 0 {
		line, end := cutLine(text)
		if n--; n == 0 {
			return line
		}
		if end == 0 {
			break
		}
		text = text[len(line)+end:]
	}
	return ""
}

// stretch is the range of some characters of a line, given by columns from 1.
func stretch(line string, number, from, to int) span {
	return span{position{number - 1, unitsTo(line, from)}, position{number - 1, unitsTo(line, to)}}
}

// pathOf is the path of a file that a URI names; empty where it names none.
func pathOf(uri string) string {
	u, err := url.Parse(uri)
	if err != nil || u.Scheme != "file" || u.Path == "" {
		return ""
	}
	path := u.Path
	if runtime.GOOS == "windows" && len(path) > 2 && path[2] == ':' {
		path = path[1:] // /C:/digest
	}
	return filepath.Clean(filepath.FromSlash(path))
}

// uriOf is the URI of a file.
func uriOf(path string) string {
	path = filepath.ToSlash(path)
	if !strings.HasPrefix(path, "/") {
		path = "/" + path
	}
	return (&url.URL{Scheme: "file", Path: path}).String()
}
