package starter

import (
	"embed"
	"io/fs"
	"regexp"
	"strings"

	"collate/generator/draft"
)

//go:embed all:cms
var cms embed.FS

// CMS are the files by which people without git take part: an issue form, and
// the workflow that turns an issue of it into a pull request.
func CMS() fs.FS {
	sub, err := fs.Sub(cms, "cms")
	if err != nil {
		return cms // not reached: the folder is embedded
	}
	return sub
}

var sourceEntry = regexp.MustCompile(`(?m)^source: (.+)$`)

var figureEntry = regexp.MustCompile(`^( {2}| {4})([^\s#{-][^:]*):(?: (.*))?$`)

// ListForm is a summary with its source in full and its figures as a list, as
// forms edit them: of the shapes that the summaries of Files have.
func ListForm(summary string) string {
	summary = sourceEntry.ReplaceAllString(summary, "source:\n  name: $1")
	head, rest, found := strings.Cut(summary, "\nfigures:\n")
	figures, body, closed := strings.Cut(rest, "\n---\n")
	if !found || !closed {
		return summary
	}
	var b strings.Builder
	group := ""
	item := func(name, group, value string) {
		b.WriteString("  - name: " + draft.Scalar(name) + "\n")
		if group != "" {
			b.WriteString("    group: " + draft.Scalar(group) + "\n")
		}
		b.WriteString("    value: " + value + "\n")
	}
	for line := range strings.SplitSeq(figures, "\n") {
		m := figureEntry.FindStringSubmatch(line)
		name, full := "", ""
		switch {
		case m != nil && m[3] == "":
			group = m[2]
			continue
		case m != nil && len(m[1]) == 2:
			group = ""
			name, full = m[2], strings.TrimPrefix(m[3], "{")
		case m != nil:
			name, full = m[2], strings.TrimPrefix(m[3], "{")
		case strings.HasPrefix(line, "    - {"):
			b.WriteString("  - {name: " + draft.Scalar(group) + ", " + strings.TrimPrefix(line, "    - {") + "\n")
			continue
		default:
			b.WriteString(line + "\n")
			continue
		}
		switch {
		case full == m[3]:
			item(name, group, full)
		case group == "":
			b.WriteString("  - {name: " + draft.Scalar(name) + ", " + full + "\n")
		default:
			b.WriteString("  - {name: " + draft.Scalar(name) + ", group: " + draft.Scalar(group) + ", " + full + "\n")
		}
	}
	return head + "\nfigures:\n" + strings.TrimSuffix(b.String(), "\n") + "\n---\n" + body
}
