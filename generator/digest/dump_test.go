package digest

import (
	"fmt"
	"slices"
	"strings"

	"collate/generator/check"
)

// dump prints the named parts of a digest, a thing a line: stories, rows,
// checks, timeline, months, sources, tags, figures, disputes, related.
func dump(d *Digest, parts []string) string {
	var p printer
	for _, part := range parts {
		switch part {
		case "stories", "rows", "checks", "related":
			continue // story by story below
		}
		p.site(d, part)
	}
	for _, s := range d.Stories {
		p.story(d, s, parts)
	}
	return p.String()
}

type printer struct{ strings.Builder }

// line prints words, those that are empty left out.
func (p *printer) line(indent int, words ...string) {
	words = slices.DeleteFunc(words, func(w string) bool { return w == "" })
	if len(words) == 0 {
		return
	}
	fmt.Fprintln(p, strings.Repeat("  ", indent)+strings.Join(words, " "))
}

// pair is name=text, or nothing.
func pair(name, text string) string {
	if text == "" || text == "0" {
		return ""
	}
	return name + "=" + text
}

func mark(word string, set bool) string {
	if set {
		return word
	}
	return ""
}

func list[T any](all []T, name func(T) string) string {
	names := make([]string, len(all))
	for i, one := range all {
		names[i] = name(one)
	}
	return strings.Join(names, " ")
}

func summaryPath(s *Summary) string   { return s.Story.Slug + "/" + s.Slug }
func reportName(r *Report) string     { return r.Summary.Slug }
func storyName(s *Story) string       { return s.Slug }
func labelName(l Label) string        { return l.Name + "(" + l.Slug + ")" }
func rowPath(r *Row) string           { return strings.TrimSuffix(r.Path(), "/") }
func count(name string, n int) string { return pair(name, fmt.Sprint(n)) }

func (p *printer) story(d *Digest, s *Story, parts []string) {
	wants := func(part string) bool { return slices.Contains(parts, part) }
	if !wants("stories") && !wants("rows") && !wants("checks") && !wants("related") {
		return
	}
	p.line(0, "story", s.Slug, count("differ", s.Differ), count("broken", s.Broken), mark("incomplete", s.Incomplete))
	if wants("stories") {
		p.line(1, fmt.Sprintf("%q", s.Title), fmt.Sprint(s.Sources), "sources", pair("from", s.First.String()),
			pair("to", s.Last.String()), pair("tags", list(s.Tags, labelName)))
		for _, sum := range s.Summaries {
			p.line(1, "summary", sum.Slug, sum.Date.String(), labelName(sum.SourceLabel),
				pair("tags", list(sum.Labels, labelName)))
		}
	}
	if wants("rows") {
		for _, g := range s.Groups {
			if g.Name != "" {
				p.line(1, "group", "#"+g.ID, g.Name, pair("note", g.Note))
			}
			for _, r := range g.Rows {
				p.row(r)
			}
		}
	}
	for _, c := range s.Checks {
		if wants("checks") {
			p.check(c)
		}
	}
	if wants("related") {
		p.line(1, "related", list(d.Related(s), storyName))
	}
}

func (p *printer) row(r *Row) {
	p.line(1, "row", "#"+r.ID, r.Name.String(), pair("as_of", r.AsOf.String()), pair("moves", string(r.Moves)),
		pair("unit", string(r.Unit)), string(r.Kind),
		mark("named", r.Named()), pair("note", r.Note))
	if len(r.Moments) > 1 {
		for _, m := range r.Moments {
			p.line(2, "moment", m.Moment.String(), m.Stage, list(m.Reports, reportName),
				mark("differs", r.DiffersAt == m))
		}
	}
	for _, c := range r.Camps {
		p.line(2, "camp", c.Shown.Value.Written, fmt.Sprintf("×%d:", c.Voices), list(c.Reports, reportName),
			mark("foreign", c.Foreign))
	}
	if len(r.Apart) > 0 {
		p.line(2, "apart", list(r.Apart, reportName))
	}
	for _, v := range r.Reports {
		revised, by := "", ""
		if v.Revised != nil {
			revised = "by=" + v.Revised.Summary.Slug
		}
		if v.Claimant.Slug != v.Summary.SourceLabel.Slug {
			by = "voice=" + v.Claimant.Slug
		}
		standing := string(v.Standing)
		if v.Standing == Current {
			standing = ""
		}
		p.line(2, v.Summary.Slug, labelName(v.Summary.SourceLabel), v.Value.Written, by, standing, revised,
			mark("outside", v.Outside), mark("opens", v.Opens))
	}
	for _, i := range r.Implied {
		p.line(2, "implied", i.Summary.Slug, i.Text, "by", i.Check.ID, mark("against", i.Against))
	}
}

func (p *printer) check(c *Check) {
	p.line(1, "check", "#"+c.ID, c.Text, count("fails", c.Fails))
	for _, o := range c.Outcomes {
		implied := ""
		if o.Status == check.Implies {
			implied = "=> " + o.Implied.Name + " " + o.Implied.Text
		}
		p.line(2, o.Summary.Slug, pair("by", list(o.Claimants, func(l Label) string { return l.Slug })),
			string(o.Status)+":", o.Equation(), implied, pair("off", o.Off),
			pair("parts", o.Total), pair("as", list(o.Agrees, reportName)))
	}
}

func (p *printer) site(d *Digest, part string) {
	switch part {
	case "timeline":
		p.line(0, "timeline", list(d.Summaries(), summaryPath))
	case "months":
		for _, m := range d.Months() {
			p.line(0, "month", m.Path(), list(m.Summaries, summaryPath))
		}
	case "sources":
		for _, s := range d.Sources() {
			p.line(0, "source", labelName(s.Label), count("stories", s.Stories), list(s.Summaries, summaryPath),
				pair("url", s.URL), pair("via", strings.Join(s.Via, ",")))
			p.line(1, count("compared", s.Compared), count("alone", s.Alone))
		}
	case "tags":
		for _, t := range d.Tags() {
			p.line(0, "tag", labelName(t.Label))
			p.line(1, "stories:", list(t.Stories, storyName))
			p.line(1, "summaries:", list(t.Summaries, summaryPath))
		}
	case "figures":
		for _, f := range d.Figures() {
			p.line(0, "figure", f.Name.String(), f.Path(), pair("unit", string(f.Unit)), count("differ", f.Differ),
				"in", list(f.Rows, rowPath))
		}
	case "disputes":
		for _, x := range d.Disputes() {
			p.line(0, "dispute", x.Path(), x.Since.Date.String(), summaryPath(x.Since))
		}
	default:
		p.line(0, "no part of a digest is called", part)
	}
}
