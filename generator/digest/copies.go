package digest

import (
	"regexp"
	"strings"
)

// Copy is an archived copy of a summary's article.
type Copy struct {
	URL string
	Day string // of the copy, YYYY-MM-DD
}

// waybackTime finds the time in the address of a copy, as web archives write it.
var waybackTime = regexp.MustCompile(`/(\d{4})(\d{2})(\d{2})\d{0,6}[a-z_]*/https?:`)

// Copies are the archived copies of the summary's article. Their day is the one
// that the address says, else that on which the article was read, else that on
// which it appeared.
func (s *Summary) Copies() []Copy {
	var all []Copy
	for _, address := range strings.Fields(s.Source.Archived) {
		c := Copy{URL: address, Day: s.Date.Time.Format("2006-01-02")}
		if m := waybackTime.FindStringSubmatch(address); m != nil {
			c.Day = m[1] + "-" + m[2] + "-" + m[3]
		} else if !s.Source.Read.IsZero() {
			c.Day = s.Source.Read.Time.Format("2006-01-02")
		}
		all = append(all, c)
	}
	return all
}
