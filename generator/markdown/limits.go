package markdown

import (
	"fmt"
	"html"
	"strings"

	"collate/generator/problem"
)

// The limits of a document. The last three bound work that grows with the
// square of the source, and are far beyond what is written by hand.
const (
	maxSource      = 4 << 20 // bytes
	maxHTML        = 8 << 20 // bytes
	maxLines       = 200_000
	deepestNesting = 200     // quotes and lists within each other
	maxColumns     = 60      // of a table
	maxCells       = 100_000 // of all tables, missing ones counted
	maxNested      = 500_000 // containers open on each line, added up over the lines
	maxNotes       = 20 << 20
	maxShown       = 64 << 10 // bytes of a refused source that are shown
	maxWarnings    = 100      // problems that a document has room for
)

// trouble is a reason not to parse or translate a document.
type trouble struct {
	offset        int
	message, hint string
}

// refuseText makes a document of the source as plain text, if there is trouble.
func refuseText(t *text, d *Document, trouble *trouble) bool {
	if trouble == nil {
		return false
	}
	problems := append(d.problems, t.complaint(trouble.offset, problem.Error, trouble.message, trouble.hint))
	source := t.source
	if len(source) > maxShown {
		source = strings.ToValidUTF8(source[:maxShown], "") + "…"
	}
	w := writer{gather: &gather{}, out: []byte("<pre tabindex=\"0\">" + html.EscapeString(source) + "</pre>\n")}
	*d = Document{file: d.file, html: w.packed(), problems: problems}
	return true
}

// findTrouble looks through the lines of a source for what would keep goldmark busy
// in making out blocks. It knows no more of Markdown than it must, and so may
// refuse a block of code that looks like two hundred nested lists.
func findTrouble(source string) *trouble {
	if len(source) > maxSource {
		return &trouble{0, fmt.Sprintf("the text has %d bytes, expected at most %d", len(source), maxSource),
			"divide it into several files"}
	}
	var c lineChecker
	for offset := 0; offset < len(source); {
		end := strings.IndexByte(source[offset:], '\n')
		if end < 0 {
			end = len(source) - offset
		}
		if trouble := c.line(source[offset : offset+end]); trouble != nil {
			trouble.offset += offset
			return trouble
		}
		offset += end + 1
	}
	if lines := strings.Count(source, "\n"); lines > maxLines {
		return &trouble{0, fmt.Sprintf("the text has %d lines, expected at most %d", lines, maxLines),
			"divide it into several files"}
	}
	return c.footnotes(source)
}

// lineChecker is what the lines so far add up to.
type lineChecker struct {
	blank       bool // the line before was blank
	open        int  // containers that may be open, never fewer than there are
	nested      int  // open, added up over lines
	columns     int  // of the table that may be open
	cells       int
	definitions int // of links, in this run of lines that are not blank
	run         int // bytes of this run
	defined     int // definitions times bytes, added up over runs
	escaped     int // \| in lines that have code
}

func (c *lineChecker) line(line string) *trouble {
	prefix := readPrefix(line)
	c.nest(prefix, len(line))
	c.blank = prefix.length == len(line)
	if c.open > deepestNesting {
		return &trouble{prefix.length,
			fmt.Sprintf("quotes and lists are nested %d deep, expected at most %d", c.open, deepestNesting),
			"put what is no text into a fenced code block"}
	}
	if c.nested > maxNested {
		return &trouble{0, fmt.Sprintf("more than %d lines of quotes and lists, each counted as often as it is nested",
			maxNested), "nest less, or divide the text"}
	}
	if c.blank {
		c.columns, c.definitions, c.run = 0, 0, 0
		return nil
	}
	if trouble := c.table(line, line[prefix.rule:]); trouble != nil {
		return trouble
	}
	return c.links(line)
}

// nest follows how many containers are open. A line has one for each > sign
// and for each marker, and goes on with a list item for each two columns of
// indentation; where it only goes on with a paragraph, all stay open.
func (c *lineChecker) nest(p prefix, length int) {
	if p.length == length && p.markers == 0 && p.quotes == 0 { // blank: all stay open
		c.nested += c.open
		return
	}
	depth := p.quotes + min(c.open, p.columns/2) + p.markers
	if c.blank {
		c.open = depth
	} else {
		c.open = max(c.open, depth)
	}
	c.nested += c.open * (1 + p.columns/16)
}

// table counts the cells that goldmark would make: it fills each row up to the
// columns that the line of dashes has.
func (c *lineChecker) table(line, rule string) *trouble {
	c.cells += c.columns
	if isRule(rule) {
		c.columns = max(c.columns, strings.Count(rule, "|")+1)
		if columns := strings.Count(strings.Trim(rule, " \t|"), "|") + 1; columns > maxColumns {
			return &trouble{0, fmt.Sprintf("a table of %d columns, expected at most %d", columns, maxColumns),
				"divide the table"}
		}
	}
	if c.cells > maxCells {
		return &trouble{0, fmt.Sprintf("tables of more than %d cells", maxCells),
			"publish the data as a file of its own, and link to it"}
	}
	if strings.IndexByte(line, '`') >= 0 {
		c.escaped += strings.Count(line, `\|`)
	}
	if c.escaped > 3000 {
		return &trouble{0, `more than 3000 \| in lines with code`, "divide the text"}
	}
	return nil
}

// links bounds the definitions of links that stand in one run of lines, since
// goldmark moves the rest of the run up for each.
func (c *lineChecker) links(line string) *trouble {
	c.definitions += strings.Count(line, "]:")
	c.run += len(line) + 1
	c.defined += strings.Count(line, "]:") * c.run
	if c.defined > maxEffort {
		return &trouble{0, "too many definitions of links without a blank line between",
			"put a blank line after every hundredth"}
	}
	return nil
}

// footnotes bounds notes times definitions, since goldmark looks through the
// definitions for each note.
func (c *lineChecker) footnotes(source string) *trouble {
	notes := strings.Count(source, "[^")
	if notes < 1000 {
		return nil
	}
	definitions := strings.Count(source, "]:")
	if notes*min(definitions, notes) > maxNotes {
		return &trouble{strings.Index(source, "[^"), fmt.Sprintf("%d footnotes, too many to be matched", notes),
			"divide the text"}
	}
	return nil
}

// prefix is what stands at the start of a line before its text.
type prefix struct {
	quotes  int // > signs
	markers int // signs of list items and footnotes
	columns int // width of the white space before the markers
	length  int // bytes of all of these
	rule    int // bytes that may come before the dashes of a table
}

func readPrefix(line string) prefix {
	var p prefix
	i := 0
	for i < len(line) {
		switch c := line[i]; {
		case c == ' ':
			i++
			if p.markers == 0 {
				p.columns++
			}
		case c == '\t':
			i++
			if p.markers == 0 {
				p.columns += 4
			}
		case c == '>':
			i++
			p.quotes++
			if i < len(line) && line[i] == ' ' { // belongs to the sign
				i++
			}
		default:
			n := markerLength(line[i:])
			if n == 0 {
				p.length = i
				return p
			}
			p.markers++
			i += n
		}
		p.rule = i
	}
	p.length = i
	return p
}

// markerLength gives the length of the list item's or footnote's sign that a line
// begins with, or 0.
func markerLength(line string) int {
	n := 0
	switch c := line[0]; {
	case c == '-' || c == '+' || c == '*':
		n = 1
	case c >= '0' && c <= '9':
		for n < len(line) && n < 10 && line[n] >= '0' && line[n] <= '9' {
			n++
		}
		if n == len(line) || line[n] != '.' && line[n] != ')' {
			return 0
		}
		n++
	case strings.HasPrefix(line, "[^"):
		end := strings.Index(line[:min(len(line), 1010)], "]:")
		if end < 0 {
			return 0
		}
		return end + 2
	default:
		return 0
	}
	if n == len(line) || line[n] == ' ' || line[n] == '\t' {
		return n
	}
	return 0
}

// isRule reports whether a line may be the dashes below a table's header.
func isRule(line string) bool {
	dash := false
	for i := range len(line) {
		switch line[i] {
		case '-':
			dash = true
		case ' ', '\t', '|', ':':
		default:
			return false
		}
	}
	return dash
}
