package value

import (
	"strings"
	"unicode/utf8"
)

// mostDigits is how many digits a number has at most, and how many zeros may
// come after them.
const mostDigits = 30

// digits reads the digits of a number with their grouping and decimal mark at
// the position of p, and moves on behind them: 1,234.5 gives 12345 with one
// place. There are none where it gives "".
func (p *parser) digits() (digits string, places int, err error) {
	start := p.pos
	end := p.digitRun(start)
	digits = p.text[start:end]
	mark := p.mark()
	if sep, size := p.separator(end); sep != 0 && digits != "" && isDigitAt(p.text, end+size) {
		digits, end, err = p.groups(start, end, sep, size)
		if err != nil {
			return "", 0, err
		}
		if sep == '\'' {
			mark = "."
		}
	}
	size := 0
	for _, m := range []string{mark, "٫"} {
		if strings.HasPrefix(p.text[end:], m) && isDigitAt(p.text, end+len(m)) {
			size = len(m)
		}
	}
	if size > 0 {
		from := end + size
		end = p.digitRun(from)
		places = end - from
		digits += p.text[from:end]
		if c := at(p.text, end); (c == '.' || c == ',' || c == '\'') && isDigitAt(p.text, end+1) {
			return "", 0, p.groupingFault(start, end)
		}
	}
	if len(digits) > mostDigits {
		return "", 0, p.fail(p.nthDigit(start, mostDigits), "a number has at most 30 digits")
	}
	p.pos = end
	return digits, places, nil
}

func (p *parser) mark() string {
	if p.style.comma {
		return ","
	}
	return "."
}

func (p *parser) digitRun(i int) int {
	for i < len(p.text) && isDigit(p.text[i]) {
		i++
	}
	return i
}

// separator is the character at i if it can group digits in this language.
func (p *parser) separator(i int) (rune, int) {
	c, size := utf8.DecodeRuneInString(p.text[i:])
	switch c {
	case '\'', '٬':
		return c, size
	case ',':
		if !p.style.comma {
			return c, size
		}
	case '.', ' ':
		if p.style.comma {
			return c, size
		}
	}
	return 0, 0
}

// groups reads the digits that sep groups, of which the first run is
// text[start:end].
func (p *parser) groups(start, end int, sep rune, size int) (string, int, error) {
	ends := []int{end} // where each group ends
	for i := end; ; {
		c, _ := utf8.DecodeRuneInString(p.text[i:])
		next := p.digitRun(i + size)
		if c != sep || next <= i+size || sep == ' ' && next-i-size != 3 {
			break
		}
		ends = append(ends, next)
		i = next
	}
	n := len(ends)
	for n > 1 && !grouped(p.text, start, ends[:n], size, sep == ',') {
		n--
	}
	if n < len(ends) && sep != ' ' {
		return "", 0, p.groupingFault(start, ends[n-1])
	}
	var digits strings.Builder
	for from, i := start, 0; i < n; i++ {
		digits.WriteString(p.text[from:ends[i]])
		from = ends[i] + size
	}
	return digits.String(), ends[n-1], nil
}

// grouped says whether the groups that end there make a number: three digits
// each after one to three; or, as in India, two each and three at the end.
func grouped(text string, start int, ends []int, size int, indian bool) bool {
	first := ends[0] - start
	if text[start] == '0' || first > 3 {
		return false
	}
	threes, twos := true, indian && first <= 2
	for i := 1; i < len(ends); i++ {
		n := ends[i] - ends[i-1] - size
		threes = threes && n == 3
		if i == len(ends)-1 {
			twos = twos && n == 3
		} else {
			twos = twos && n == 2
		}
	}
	return threes || twos
}

// groupingFault is the error for the separator at i of the number at start.
func (p *parser) groupingFault(start, i int) error {
	err := p.fail(i, "%q groups digits in no known way", p.original(start, p.fieldEnd(i)))
	end := start
	for c := at(p.text, end); isDigit(c) || c == '.' || c == ','; c = at(p.text, end) {
		end++
	}
	written := p.text[start:end]
	mark, marks := "point", "point and thousands are grouped by commas: 1,234.5"
	if p.style.comma {
		mark, marks = "comma", "comma and thousands are grouped by points or spaces: 1.234,5"
	}
	if end > i && strings.Count(written, ".")+strings.Count(written, ",") == 1 {
		marks = mark + ": " + strings.NewReplacer(".", ",", ",", ".").Replace(written)
	}
	err.Hint = "in this language the decimal mark is a " + marks
	return err
}

// fieldEnd is where the space or bracket behind pos stands, or the text ends.
func (p *parser) fieldEnd(pos int) int {
	if n := strings.IndexAny(p.text[pos:], " ([{"); n >= 0 {
		return pos + n
	}
	return len(p.text)
}

// nthDigit is the position of the digit that comes after n others.
func (p *parser) nthDigit(i, n int) int {
	for ; i < len(p.text); i++ {
		if isDigit(p.text[i]) {
			if n == 0 {
				break
			}
			n--
		}
	}
	return i
}

func at(s string, i int) byte {
	if i < len(s) {
		return s[i]
	}
	return 0
}

func isDigitAt(s string, i int) bool { return isDigit(at(s, i)) }
