package frontmatter

import (
	"regexp"
	"slices"
	"strings"
)

// special are the characters with which no plain value or key begins.
const special = ">|*&!%@`,]}[{"

// knownKeys are those that front matter may have anywhere.
type knownKeys []string

// A trap is a value that YAML takes for something else.
type trap struct {
	at      int // characters of the value before the place
	message string
	fixed   string // the value as it should be; empty: the same in quotes
}

// isPlain reports whether a value is one without quotes, brackets or signs.
func isPlain(value string) bool {
	return value != "" && !strings.ContainsRune(special+`"'`, rune(value[0]))
}

// trapOf finds out what is wrong with the value of a line; nil for nothing
// that is known.
func (k knownKeys) trapOf(l lineAt) *trap {
	v := l.value
	switch c := v[0]; c {
	case '>', '|':
		return &trap{message: v[:1] + " at the start of a value begins a block of text in YAML"}
	case '*':
		return &trap{message: "* at the start of a value is an alias in YAML, and aliases are not taken"}
	case '&':
		return &trap{message: "& at the start of a value is an anchor in YAML, and anchors are not taken"}
	case '!':
		return &trap{message: "! at the start of a value is a tag in YAML, and tags are not taken"}
	case '%', '@', '`', ',', ']', '}':
		return &trap{message: "a value can't begin with " + v[:1] + " unless it is quoted"}
	case '"', '\'':
		return trapQuote(v)
	case '[', '{':
		return k.trapBracket(l.key, v)
	}
	if len(v) == 1 || v[1] == ' ' {
		switch v[0] {
		case '-':
			return &trap{message: "- at the start of a value begins a list item in YAML, which can't stand on the " +
				"line of its key"}
		case '?', ':':
			return &trap{message: v[:1] + " at the start of a value has a meaning of its own in YAML"}
		}
	}
	if at := inner(v); at >= 0 {
		return &trap{at: columnsOf(v[:at]), message: "a colon with a space after it begins a new key in YAML"}
	}
	return nil
}

// unquotedTitle finds an item and its value: Amazon: $50B.
var unquotedTitle = regexp.MustCompile(`^(\pL[^:"'{}\[\]]*): ([\pN\p{Sc}~<>≈][^:]*)$`)

// grouping mends the name of a group and an item without quotes, as in
// Commitment: Amazon: $50B.
func (k knownKeys) grouping(l lineAt) (lineAt, bool) {
	found := unquotedTitle.FindStringSubmatch(l.value)
	if found == nil || !isPlain(l.key) || slices.Contains(k, l.key) {
		return l, false
	}
	l.key, l.value = Quote(l.key+": "+found[1]), found[2]
	if strings.ContainsRune(special, rune(l.value[0])) {
		l.value = Quote(l.value)
	}
	return l, true
}

// inner is the place of a colon that would end a key, or -1.
func inner(v string) int {
	if strings.HasSuffix(v, ":") && !strings.Contains(v, ": ") {
		return len(v) - 1
	}
	return strings.Index(v, ": ")
}

// trapQuote looks at a value that begins with a quote.
func trapQuote(v string) *trap {
	end := closingAt(v)
	if end < 0 {
		return &trap{message: "the quote that begins here is never closed"}
	}
	if at := badEscape(v[:end+1]); at >= 0 {
		return &trap{at: columnsOf(v[:at]),
			message: `\ in double quotes begins an escape, and this is none that YAML knows`,
			fixed:   "'" + strings.ReplaceAll(v[1:end], "'", "''") + "'"}
	}
	if strings.TrimSpace(v[end+1:]) != "" {
		return &trap{at: columnsOf(v[:end]), message: "the quote ends here, but the value goes on"}
	}
	return nil
}

// badEscape is the place of a backslash in a double-quoted value that begins
// no escape of YAML's, or -1.
func badEscape(v string) int {
	if v[0] != '"' {
		return -1
	}
	for i := 1; i+1 < len(v); i++ {
		if v[i] == '\\' {
			if !strings.ContainsRune("0abt\tnvfre \"/\\N_LPxuU\n", rune(v[i+1])) {
				return i
			}
			i++
		}
	}
	return -1
}

// trapBracket looks at a value that begins with [ or {.
func (k knownKeys) trapBracket(key, v string) *trap {
	what, close := "list", "]"
	if v[0] == '{' {
		what, close = "group", "}"
	}
	end := balanced(v)
	open := openQuote(v)
	switch {
	case end < 0 && open > 0:
		rest := v[open+1:]
		stop := strings.IndexAny(rest, v[open:open+1]+",]}")
		if stop < 0 {
			stop = len(rest)
		}
		return &trap{at: columnsOf(v[:open]), message: "the quote that begins here is never closed",
			fixed: v[:open+1] + rest[:stop] + v[open:open+1] + rest[stop:]}
	case end < 0 && strings.HasSuffix(v, close):
		return &trap{message: "the brackets in this value do not match"}
	case end < 0 && (key == "title" || key == "summary"):
		return &trap{message: v[:1] + " at the start of a value begins a " + what + " in YAML"}
	case end < 0:
		return &trap{message: "the " + v[:1] + " that begins here is never closed", fixed: v + close}
	case strings.TrimSpace(v[end+1:]) != "":
		return &trap{message: v[:1] + " at the start of a value begins a " + what + " in YAML"}
	}
	return k.trapIn(v)
}

// balanced is the place of the bracket that closes the one with which s
// begins, or -1.
func balanced(s string) int {
	depth := 0
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '[', '{':
			depth++
		case ']', '}':
			if depth--; depth == 0 {
				return i
			}
		case '"', '\'':
			if !opensQuote(s, i) {
				continue
			}
			end := closingAt(s[i:])
			if end < 0 {
				return -1
			}
			i += end
		}
	}
	return -1
}

// openQuote is the place of a quote inside brackets that is never closed; 0
// for none.
func openQuote(v string) int {
	for i := 1; i < len(v); i++ {
		if v[i] != '"' && v[i] != '\'' || !opensQuote(v, i) {
			continue
		}
		end := closingAt(v[i:])
		if end < 0 {
			return i
		}
		i += end
	}
	return 0
}

// opensQuote reports whether the quote at i stands where a value begins, and
// is not an apostrophe.
func opensQuote(s string, i int) bool {
	before := strings.TrimRight(s[:i], " \n")
	return before != "" && strings.ContainsRune("[{,:", rune(before[len(before)-1]))
}

// trapIn looks at the values inside brackets.
func (k knownKeys) trapIn(v string) *trap {
	start := 1
	for i := 1; i < len(v); i++ {
		switch {
		case (v[i] == '"' || v[i] == '\'') && opensQuote(v, i):
			i += max(0, closingAt(v[i:]))
		case v[i] == '[' || v[i] == '{':
			i += max(0, balanced(v[i:]))
		case v[i] == ',' || i == len(v)-1:
			if t := k.trapPiece(v, start, i); t != nil {
				return t
			}
			start = i + 1
		}
	}
	return nil
}

var nextKey = regexp.MustCompile(`^(.*\S) ([a-z_]+): `)

// missingComma looks for a key of ours in a value: {value: $5 as_of: 2026}.
func (k knownKeys) missingComma(v string, from int, piece string) *trap {
	found := nextKey.FindStringSubmatch(piece)
	if found == nil || !slices.Contains(k, found[2]) {
		return nil
	}
	end := from + len(found[1])
	return &trap{at: columnsOf(v[:end]), message: "there is no comma before " + found[2], fixed: v[:end] + "," +
		v[end:]}
}

// trapPiece looks at one item, v[from:to].
func (k knownKeys) trapPiece(v string, from, to int) *trap {
	if v[0] == '{' {
		if at := strings.Index(v[from:to], ": "); at >= 0 {
			from += at + 2
		}
	}
	for from < to && (v[from] == ' ' || v[from] == '\n') {
		from++
	}
	piece := strings.TrimRight(v[from:to], " \n")
	if piece == "" || strings.ContainsRune(`"'[{`, rune(piece[0])) {
		return nil
	}
	if t := k.missingComma(v, from, piece); t != nil {
		return t
	}
	t := &trap{at: columnsOf(v[:from]), fixed: v[:from] + Quote(piece) + v[from+len(piece):]}
	if at := strings.Index(piece, ": "); at >= 0 {
		t.at += columnsOf(piece[:at])
		t.message = "a colon with a space after it begins a new key in YAML"
		return t
	}
	if strings.ContainsRune(special, rune(piece[0])) {
		t.message = "a value can't begin with " + piece[:1] + " unless it is quoted"
		return t
	}
	return nil
}
