package problem

import (
	"bufio"
	"fmt"
	"io"
	"strings"
)

// WriteGitHub writes the list as workflow commands of GitHub Actions, a line
// for each problem, so that a pull request shows it beside its line. The error
// is the writer's.
func (l List) WriteGitHub(w io.Writer) error {
	out := bufio.NewWriter(w)
	for _, p := range l {
		fmt.Fprintf(out, "::%s file=%s", p.Severity, property.Replace(escape(p.File)))
		if p.Line > 0 {
			fmt.Fprintf(out, ",line=%d", p.Line)
			if p.Column > 0 {
				fmt.Fprintf(out, ",col=%d", p.Column)
			}
		}
		fmt.Fprintf(out, "::%s\n", data.Replace(p.said()))
	}
	return out.Flush()
}

// said is the message with its hint on a second line, control characters
// escaped.
func (p Problem) said() string {
	if p.Hint == "" {
		return escape(p.Message)
	}
	return escape(p.Message) + "\nhint: " + escape(p.Hint)
}

// What workflow commands want escaped, in what is said and in properties.
var (
	data     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	property = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)
