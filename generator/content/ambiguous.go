package content

import (
	"fmt"
	"regexp"
	"strings"
	"sync"

	"collate/generator/frontmatter"
	"collate/generator/number"
	"collate/generator/value"
)

// thousand finds three zeros behind a mark: thousands in one language, and
// needless decimal places in another.
var thousand = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^\D*?([1-9]\d{0,2})([.,])000\D*$`) })

// doubt warns of a value that is read, and probably not as it is meant: 3.000
// as three, and n/a as something to compare. Who measures writes places to the
// gram, and who counts money or people does not.
func (r *figureReader) doubt(v value.Value, n *frontmatter.Node, field string) {
	if v.Unsaid() {
		r.Warn(n, fmt.Sprintf("%s: %s is compared as words, like any other value", field, v.Written),
			"leave the line out where the article does not say")
		return
	}
	whole, mark, ok := Thousandfold(v)
	if !ok {
		return
	}
	other := ","
	if mark == "," {
		other = "."
	}
	r.Warn(n, fmt.Sprintf("%s: %s%s000 is read as %s, for the decimal mark is %q in this language", field, whole, mark,
		whole, mark),
		fmt.Sprintf("write %s%s000 if thousands are meant and %s if not, or set the source's language", whole, other,
			whole))
}

// Thousandfold reports whether a value may be a thousand times what it is read
// as, with the digits before its decimal mark and the mark.
func Thousandfold(v value.Value) (whole, mark string, ok bool) {
	if v.Kind != value.KindNumber || v.Unit != "" && !value.KnownCurrency(string(v.Unit)) ||
		!strings.Contains(v.Written, "000") {
		return "", "", false
	}
	found := thousand().FindStringSubmatch(v.Written)
	if found == nil {
		return "", "", false
	}
	plain, _ := number.Parse(found[1])
	return found[1], found[2], plain.Equal(v.Number.Abs()) // else it is grouped, or has a magnitude
}
