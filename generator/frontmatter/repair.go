package frontmatter

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"collate/generator/problem"
)

// A repairer goes through the lines of front matter that YAML has refused, and
// puts right what it knows to be wrong.
type repairer struct {
	file   *File
	lines  []string
	levels []int // the margins of the groups that are open, the innermost last
	opens  bool  // the line before is a key without a value: a group may follow
	words  bool  // the line before has a plain value, which may go on
	blank  bool  // the line before is blank
	tabs   int   // how many lines are indented with tabs
	end    bool  // the body seems to begin here

	hyphens int // how many list items have no space after the hyphen
}

// repair returns the block with its slips put right, each reported. It reports
// false where there is no sense in reading on.
func (f *File) repair() ([]string, bool) {
	r := &repairer{file: f, lines: slices.Clone(f.block), levels: []int{0}, opens: true}
	for i := 0; i < len(r.lines) && !r.end; i++ {
		i = r.line(i)
	}
	return r.lines, !r.end
}

// report says what is wrong with a line, and notes how it should be.
func (r *repairer) report(i, column int, message string, fixed lineAt) {
	r.file.Add(problem.Error, r.file.first+i, column, message, "write "+strings.TrimSpace(fixed.String()))
	r.file.MarkReported(r.file.first + i)
	r.lines[i] = fixed.String()
}

// line looks at line i, and returns the last line that belongs to it.
func (r *repairer) line(i int) int {
	text := strings.TrimSpace(r.lines[i])
	if text == "" {
		r.blank = true
		return i
	}
	if text[0] == '#' {
		return i
	}
	r.spaces(i)
	l := dissect(r.lines[i])
	if l.key == "" && !l.item() {
		if r.words && l.indent() > r.margin() || r.bracket(text) {
			return i // the value before goes on
		}
		if r.blank && l.indent() == 0 && !strings.ContainsAny(text, ":=：") {
			r.end = true
			r.file.Add(problem.Error, r.file.first+i, 1,
				"this is no front matter: a line --- seems to be missing before it",
				"write --- on a line of its own where the text begins")
			return i
		}
		if stuck := len(text) > 1 && text[0] == '-' && text[1] != '-'; stuck {
			l = r.hyphen(i, l)
		} else {
			l = r.colon(i, l)
		}
	}
	r.blank = false
	l = r.level(i, l)
	l = r.key(i, l)
	r.opens, r.words = l.value == "", isPlain(l.value)
	return r.value(i, l)
}

// bracket reports whether a line closes a list or group, and nothing else.
func (r *repairer) bracket(text string) bool { return strings.Trim(text, "]}, ") == "" }

// margin is that of the innermost open group.
func (r *repairer) margin() int { return r.levels[len(r.levels)-1] }

// spaces turns tabs and exotic spaces of the indent into spaces.
func (r *repairer) spaces(i int) {
	text := r.lines[i]
	rest := strings.TrimLeftFunc(text, unicode.IsSpace)
	lead := text[:len(text)-len(rest)]
	fixed := strings.ReplaceAll(lead, "\t", "  ")
	fixed = strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return ' '
		}
		return r
	}, fixed)
	if fixed == lead {
		return
	}
	r.tabs++
	before := strings.IndexFunc(lead, func(r rune) bool { return r != ' ' })
	at := columnsOf(lead[:before]) + 1
	if r.tabs == 1 {
		first, _ := utf8.DecodeRuneInString(lead[before:])
		r.file.Add(problem.Error, r.file.first+i, at, "the line "+indentedWith(first, before)+", and YAML wants spaces",
			"indent with spaces, here and in the lines below: two for each level")
	}
	r.file.MarkReported(r.file.first + i)
	r.lines[i] = fixed + rest
}

// indentedWith says with what a line is indented, after some spaces.
func indentedWith(r rune, after int) string {
	names := map[rune]string{'\t': "a tab", '\u00a0': "a no-break space, U+00A0",
		'\u3000': "an ideographic space, U+3000"}
	name, ok := names[r]
	if !ok {
		name = fmt.Sprintf("an unusual space, U+%04X", r)
	}
	if r == '\t' || after > 0 {
		return "is indented with " + name
	}
	return "begins with " + name
}

// hyphen gives a list item the space after its hyphen. Who leaves it out does
// so in the whole list, which is told once.
func (r *repairer) hyphen(i int, l lineAt) lineAt {
	l.lead, l.value = l.lead+"- ", strings.TrimSpace(l.value[1:])
	if r.hyphens++; r.hyphens == 1 {
		r.file.Add(problem.Error, r.file.first+i, columnsOf(l.lead)-1, "there is no space after the hyphen",
			"write - "+l.value+", and so in the lines below")
	}
	r.file.MarkReported(r.file.first + i)
	r.lines[i] = l.String()
	return l
}

// assigned finds a name that something other than colon and space follows.
var assigned = regexp.MustCompile(`^([\pL_][\pL\pN _-]*?)\s*(:|=|：|:\x{a0}|:\x{3000})\s*(.*)$`)

// Unspaced takes a line apart whose colon has no space after it.
func Unspaced(line string) (key, value string, ok bool) {
	found := assigned.FindStringSubmatch(strings.TrimSpace(line))
	if found == nil || found[2] != ":" {
		return "", "", false
	}
	return found[1], found[3], true
}

// unassigned finds a name and where its value probably begins.
var unassigned = regexp.MustCompile(`^(\pL[\pL _-]*?)\s+([^\pL\s].*)$`)

// colon gives a line without a colon one.
func (r *repairer) colon(i int, l lineAt) lineAt {
	column := l.margin() + 1
	found := assigned.FindStringSubmatch(l.value)
	message := "there is no colon and space between key and value"
	switch {
	case found != nil && found[2] == "=":
		message = "a key ends in a colon in YAML, not in ="
		l.key, l.value = found[1], found[3]
	case found != nil && found[2] == ":":
		message = "there is no space after the colon"
		column += columnsOf(found[1])
		l.key, l.value = found[1], strings.TrimLeftFunc(found[3], unicode.IsSpace)
	case found != nil:
		message = "the colon is not the one that YAML knows"
		column += columnsOf(found[1])
		l.key, l.value = found[1], found[3]
	default:
		first, rest, _ := strings.Cut(l.value, " ")
		if split := unassigned.FindStringSubmatch(l.value); slices.Contains(r.file.keys, first) {
			l.key, l.value = first, strings.TrimSpace(rest)
		} else if split != nil {
			l.key, l.value = split[1], split[2]
		} else {
			l.key, l.value = l.value, ""
		}
	}
	l.gap = ": "
	r.report(i, column, message, l)
	if l.value == "" {
		r.file.Problems[len(r.file.Problems)-1].Hint = "write each key with a colon and a space after it, and quote " +
			"words that go on over several lines"
	}
	return l
}

// level keeps account of indents, and puts right a line that stands at none
// of the open groups' margins.
func (r *repairer) level(i int, l lineAt) lineAt {
	indent := l.indent()
	if r.opens && indent > r.margin() {
		r.levels = append(r.levels, indent)
	}
	popped := indent
	for len(r.levels) > 1 && r.margin() > indent {
		popped = r.margin()
		r.levels = r.levels[:len(r.levels)-1]
	}
	if !l.item() && r.margin() != indent {
		to, message := popped, "the line is indented less than its neighbours above, and more than their group"
		if popped == indent {
			to, message = r.margin(), "the line is indented deeper than the one above, which has its value already"
		} else {
			r.levels = append(r.levels, popped)
		}
		l.lead = strings.Repeat(" ", to)
		hint := fmt.Sprintf("indent it by %d spaces, like the key above", to)
		if to == 0 {
			hint = "begin the line at the margin"
		}
		r.file.Add(problem.Error, r.file.first+i, indent+1, message, hint)
		r.file.MarkReported(r.file.first + i)
		r.lines[i] = l.String()
	}
	if l.item() && l.key != "" {
		r.levels = append(r.levels, l.margin())
	}
	return l
}

// key quotes a key that begins with a sign of YAML's.
func (r *repairer) key(i int, l lineAt) lineAt {
	if l.key != "" && strings.ContainsRune(special, rune(l.key[0])) {
		fixed := l
		fixed.key = Quote(l.key)
		r.report(i, l.margin()+1, fmt.Sprintf("a key can't begin with %c", l.key[0]), fixed)
		return fixed
	}
	return l
}

// value puts the value of line i right, and returns the last line that
// belongs to it.
func (r *repairer) value(i int, l lineAt) int {
	if l.value == "" {
		return i
	}
	if last, ok := r.extent(i, l); ok {
		return last
	}
	if at := inner(l.value); at >= 0 && l.equation() {
		fixed := l
		fixed.key, fixed.gap, fixed.value = "", "", Quote(l.key+l.gap+l.value)
		r.report(i, l.valueColumn()+columnsOf(l.value[:at]), "a colon with a space after it begins a new key in YAML",
			fixed)
		return i
	}
	if fixed, ok := r.file.keys.grouping(l); ok {
		r.report(i, l.valueColumn()+columnsOf(l.value[:inner(l.value)]),
			"a colon with a space after it begins a new key in YAML", fixed)
		return i
	}
	first := r.file.keys.trapOf(l)
	fixed := l
	for found, n := first, 0; found != nil && n < 50; n++ {
		if found.fixed != "" {
			fixed.value = found.fixed
		} else {
			fixed = fixed.quoted()
		}
		found = r.file.keys.trapOf(fixed)
	}
	if first != nil {
		r.report(i, l.valueColumn()+first.at, first.message, fixed)
	}
	return i
}

var blockHeader = regexp.MustCompile(`^[>|][1-9]?[+-]?[1-9]?$`)

// extent finds the last line of a value that rightly takes several.
func (r *repairer) extent(i int, l lineAt) (int, bool) {
	within := func(j int) bool {
		next := dissect(r.lines[j])
		return strings.TrimSpace(r.lines[j]) == "" || next.indent() > l.margin()
	}
	switch c := l.value[0]; {
	case blockHeader.MatchString(l.value):
		for i+1 < len(r.lines) && within(i+1) {
			i++
		}
		return i, true
	case c == '"' || c == '\'':
		text := l.value
		for j := i; ; {
			if end := closingAt(text); end >= 0 {
				return j, strings.TrimSpace(text[end+1:]) == "" && badEscape(text[:end+1]) < 0
			}
			if j++; j >= len(r.lines) || !within(j) {
				return i, false
			}
			text += "\n" + r.lines[j]
		}
	case c == '[' || c == '{':
		text := l.value
		for j := i; ; {
			if end := balanced(text); end >= 0 {
				return j, strings.TrimSpace(text[end+1:]) == "" && r.file.keys.trapIn(text[:end+1]) == nil
			}
			if j++; j >= len(r.lines) || !within(j) && !r.bracket(r.lines[j]) {
				return i, false
			}
			text += "\n" + r.lines[j]
		}
	}
	return i, false
}
