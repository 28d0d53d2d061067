package lsp

import (
	"regexp"
	"strings"

	"collate/generator/digest"
	"collate/generator/frontmatter"
	"collate/generator/slug"
)

// The keys of fences, by their kinds.
var fenceKeys = map[string][]string{
	"compare":  {"stories", "tag", "story", "figures"},
	"chart":    {"figure", "stories", "tag", "story"},
	"timeline": {"story", "tag", "source", "limit"},
}

var (
	opening   = regexp.MustCompile(`\[\[([^\[\]|]*)$`)
	fenceLine = regexp.MustCompile("^\\s*(```+)\\s*([a-z]*)\\s*$")
)

// prose offers what can stand in a text: figures behind [[, claimants behind @,
// and what fences take.
func (o *offer) prose() {
	if m := opening.FindStringSubmatch(o.before); m != nil {
		o.reference(m[1])
		return
	}
	kind, inside := o.fence()
	switch {
	case !inside && strings.HasPrefix(strings.TrimSpace(o.before), "```"):
		typed := strings.TrimLeft(strings.TrimSpace(o.before), "`")
		for _, kind := range []string{"compare", "chart", "timeline"} {
			o.add(kind, kind, typed, "", kindKeyword)
		}
	case inside:
		o.inFence(kind)
	}
}

// reference offers what a [[reference]] can name.
func (o *offer) reference(typed string) {
	story := o.in.story
	if folder, name, ok := strings.Cut(typed, "/"); ok && o.made.Digest.Story(slug.Of(folder)) != nil {
		story, typed = o.made.Digest.Story(slug.Of(folder)), name
	}
	if story == nil {
		return
	}
	if figure, claimant, ok := strings.Cut(typed, "@"); ok {
		if row, _ := story.Named(figure); row != nil {
			for _, name := range row.Claimants() {
				o.add(name, name, claimant, "", kindValue)
			}
		}
		return
	}
	for _, row := range o.referable(story) {
		name := row.Name.String()
		detail := lastSaid(row)
		if o.in.summary != nil && story == o.in.story {
			if own := o.in.summary.Report(name); own != nil {
				detail = own.Value.Written
			}
		}
		o.add(name, name, typed, detail, kindRef)
	}
	if story == o.in.story {
		for _, slug := range o.stories() {
			if slug != story.Slug {
				o.add(slug+"/", slug+"/", typed, "another story", kindRef)
			}
		}
	}
}

// referable are the rows that a text may name: those that the summary reports
// first.
func (o *offer) referable(story *digest.Story) []*digest.Row {
	var own, others []*digest.Row
	for _, row := range story.Rows {
		if o.in.summary != nil && o.in.summary.Report(row.Name.String()) != nil {
			own = append(own, row)
		} else {
			others = append(others, row)
		}
	}
	return append(own, others...)
}

// fence is the kind of the fence that the cursor stands in.
func (o *offer) fence() (kind string, inside bool) {
	lines := linesOf(o.cursor.text)
	for _, line := range lines[:min(o.cursor.number-1, len(lines))] {
		m := fenceLine.FindStringSubmatch(line)
		if m == nil {
			continue
		}
		kind, inside = m[2], !inside
	}
	return kind, inside && fenceKeys[kind] != nil
}

// inFence offers the keys of a fence, and their values.
func (o *offer) inFence(kind string) {
	m := valueAfter.FindStringSubmatch(o.before)
	if m == nil {
		typed := strings.TrimSpace(o.before)
		for _, key := range fenceKeys[kind] {
			o.add(key, key+": ", typed, "", kindField)
		}
		return
	}
	typed := m[2][strings.LastIndexAny(m[2], "[,")+1:]
	typed = strings.TrimLeft(typed, ` "`)
	switch key := strings.TrimSpace(m[1]); key {
	case "story", "stories":
		for _, slug := range o.stories() {
			o.add(slug, slug, typed, "", kindValue)
		}
	case "tag":
		for _, tag := range o.tags() {
			o.add(tag, scalar(tag), typed, "", kindValue)
		}
	case "source":
		for _, source := range o.sources() {
			o.add(source, scalar(source), typed, "", kindValue)
		}
	case "figure", "figures":
		for _, figure := range o.made.Digest.Outline.Figures {
			o.add(figure.Name, scalar(figure.Name), typed, "", kindRef)
		}
	}
}

// plainScalar are words that need no quotes as a value, also between brackets.
var plainScalar = regexp.MustCompile(`^[\p{L}$€£¥][\p{L}\p{M}\p{N} ._()/'’&+%$€£¥-]*$`)

// scalar is a text as a value of YAML.
func scalar(text string) string {
	if plainScalar.MatchString(text) && text == strings.TrimSpace(text) {
		return text
	}
	return quoted(text)
}

func quoted(text string) string { return frontmatter.Quote(text) }
