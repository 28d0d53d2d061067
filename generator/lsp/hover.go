package lsp

import (
	"fmt"
	"slices"
	"strings"

	"collate/generator/agreement"
	"collate/generator/check"
	"collate/generator/digest"
	"collate/generator/explain"
	"collate/generator/frontmatter"
	"collate/generator/slug"
	"collate/generator/value"
)

// hover says what is known of what stands at the cursor.
func (s *session) hover(p at) (*hover, error) {
	c, ok := s.cursor(p)
	if !ok {
		return nil, nil
	}
	text, where := s.known(c)
	if text == "" {
		return nil, nil
	}
	return &hover{markup{"markdown", text}, where}, nil
}

// known is what is known of what stands at the cursor, as Markdown, and where
// that stands.
func (s *session) known(c *cursor) (string, *span) {
	in := s.at(c.file)
	if written, from, to, ok := c.reference(); ok {
		where := stretch(c.line, c.number, from, to)
		return s.knownReference(in, written), &where
	}
	t := c.last()
	node := t.value
	if c.onKey(t) {
		node = t.key
	}
	if node == nil {
		return "", nil
	}
	where := c.span(node)
	keys := c.keys()
	switch {
	case in.story == nil:
		return "", nil
	case in.summary == nil && c.under("checks"):
		return knownCheck(in.story, node.Value), &where
	case in.summary == nil && len(keys) > 1 && keys[0] == "figures":
		return knownRow(in.story.Row(figureName(c))), &where
	case in.summary == nil && len(keys) > 1 && keys[0] == "claimants" && c.onKey(t):
		return s.knownName(in, keys[1]), &where
	case in.summary == nil || c.onKey(t) && len(keys) < 2:
		return "", nil
	case isName(keys):
		return s.knownName(in, node.Value), &where
	case keys[0] == "figures":
		if report := c.report(in.summary); report != nil && !c.onName() {
			return knownReport(report), &where
		}
		return knownRow(in.story.Row(figureName(c))), &where
	}
	return "", nil
}

// isName reports whether a value under these keys names a source or claimant.
func isName(keys []string) bool {
	switch keys[len(keys)-1] {
	case "source", "via", "by", "unnamed":
		return true
	case "name":
		return len(keys) > 1 && keys[len(keys)-2] == "source"
	}
	return false
}

// onName reports whether the cursor stands on the name of a figure, or of a group.
func (c *cursor) onName() bool {
	t := c.last()
	return c.onKey(t) && (len(c.path) == 2 || !slices.Contains(figureKeys, t.key.Value))
}

// report is the report whose value stands at the cursor, or beside the key
// there; nil where none does.
func (c *cursor) report(sum *digest.Summary) *digest.Report {
	if len(c.path) < 2 {
		return nil
	}
	var found *digest.Report
	entry := c.path[1]
	begins := entry.value.Line
	if entry.key != nil {
		begins = entry.key.Line
	}
	for _, r := range sum.Reports {
		at := r.Position()
		line, column := int(at.Line), int(at.Column)
		if line < begins || line > c.number || line == c.number && column > c.column && found != nil {
			continue
		}
		if found == nil || line > int(found.Position().Line) || line == int(found.Position().Line) &&
			column > int(found.Position().Column) && column <= c.column {
			found = r
		}
	}
	return found
}

// figureName is the name of the figure at the cursor as it is written: with its
// group where it is an item.
func figureName(c *cursor) string {
	if len(c.path) < 2 {
		return ""
	}
	if c.path[1].key == nil { // the list form
		var group, name string
		for _, e := range c.path[1].value.Entries() {
			switch e.Key.Value {
			case "group":
				group = e.Value.Value + ": "
			case "name":
				name = e.Value.Value
			}
		}
		return group + name
	}
	name := c.path[1].key.Value
	if len(c.path) > 2 && c.path[2].key != nil && !slices.Contains(figureKeys, c.path[2].key.Value) {
		name += ": " + c.path[2].key.Value
	}
	return name
}

// knownReport is how a value is read, what the others say and where it stands
// among them.
func knownReport(r *digest.Report) string {
	var b strings.Builder
	fmt.Fprintf(&b, "**%s** %s\n\n", plain(r.Name.String()), code(r.Value.Written))
	fmt.Fprintf(&b, "reads as %s  \nallows %s", plain(explain.ReadsAs(r.Value)), plain(explain.Allows(r.Value)))
	if because := explain.Because(r.Value); because != "" {
		fmt.Fprintf(&b, "  \n%s", plain(because))
	}
	b.WriteString("\n\n" + rowSays(r.Row))
	if says := reportSays(r); says != "" {
		b.WriteString("  \n" + says)
	}
	return b.String()
}

// reportSays is where a report stands among the others of its row.
func reportSays(r *digest.Report) string {
	switch {
	case r.Standing != digest.Current:
		return "this report is " + string(r.Standing)
	case len(r.Row.Camps) < 2:
		return ""
	case r.CampNumber() == 0:
		return "this one fits more than one of them"
	case r.CampNumber() == 1 && !r.Row.Tied():
		return "this one is with the most"
	}
	return "this one stands apart from " + code(r.Row.Camps[0].Shown.Value.Written)
}

// rowSays is what a row's reports say together.
func rowSays(row *digest.Row) string {
	var camps []string
	shown := row.Front()
	if row.Kind == agreement.Differ {
		shown = row.Camps
	}
	for _, camp := range shown {
		camps = append(camps, fmt.Sprintf("%s (%s)", code(camp.Shown.Value.Written), claimants(camp.Reports)))
	}
	text := fmt.Sprintf("together: %s", row.Kind)
	if len(camps) > 0 {
		text += ": " + strings.Join(camps, " · ")
	}
	for _, point := range row.Past()[:min(len(row.Past()), mostNames)] {
		text += fmt.Sprintf(" · earlier %s", code(point.Shown.Value.Written))
	}
	if len(row.Apart) > 0 {
		text += " · and " + claimants(row.Apart) + " that fits more than one"
	}
	return text
}

// mostNames is how many names are listed.
const mostNames = 6

// claimants are those whose word reports are, once each.
func claimants(reports []*digest.Report) string {
	var names []string
	for _, r := range reports {
		if !slices.Contains(names, r.Claimant.Name) {
			names = append(names, r.Claimant.Name)
		}
	}
	if more := len(names) - mostNames; more > 0 {
		names = append(names[:mostNames], fmt.Sprintf("%d more", more))
	}
	return plain(strings.Join(names, ", "))
}

// knownRow is a figure of a story, with who reports what.
func knownRow(row *digest.Row) string {
	if row == nil {
		return ""
	}
	var b strings.Builder
	fmt.Fprintf(&b, "**%s**", plain(row.Name.String()))
	if row.Note != "" {
		fmt.Fprintf(&b, " %s", plain(row.Note))
	}
	b.WriteString("\n\n" + rowSays(row) + "\n")
	standing := row.Standing()
	for _, r := range standing[max(0, len(standing)-12):] {
		said := plain(r.Claimant.Name)
		if r.Named && r.Claimant.Name != r.Summary.Source.Name {
			said += ", in " + plain(r.Summary.Source.Name)
		}
		fmt.Fprintf(&b, "\n- %s: %s, %s", r.Summary.Date, code(r.Value.Written), said)
	}
	if reason, why := row.Reason, row.Why; reason != "" || why != "" {
		fmt.Fprintf(&b, "\n\nwhy: %s %s", reason, plain(why))
	}
	return b.String()
}

// knownReference is the value that a [[reference]] in a text becomes.
func (s *session) knownReference(in place, written string) string {
	row, report := s.refers(in, written)
	switch {
	case row == nil:
		return ""
	case report != nil:
		return knownReport(report)
	}
	return knownRow(row)
}

// refers is the figure that a [[reference]] means, and the report where it is
// one of a summary.
func (s *session) refers(in place, written string) (*digest.Row, *digest.Report) {
	if in.summary != nil {
		if report := in.summary.Report(written); report != nil {
			return report.Row, report
		}
	}
	if in.story != nil {
		if row, _ := in.story.Named(written); row != nil {
			return row, nil
		}
	}
	if folder, name, ok := strings.Cut(written, "/"); ok && s.made.Digest != nil {
		if story := s.made.Digest.Story(slug.Of(folder)); story != nil {
			row, _ := story.Named(name)
			return row, nil
		}
	}
	return nil, nil
}

// knownName is who a source or claimant is, and how much comes from them.
func (s *session) knownName(in place, name string) string {
	name = strings.TrimSpace(name)
	var lines []string
	if source := s.made.Digest.Source(slug.Of(name)); source != nil {
		line := fmt.Sprintf("source of %d summaries in %d stories", len(source.Summaries), source.Stories)
		if source.Alone > 0 {
			line += fmt.Sprintf("; stands alone with %d values", source.Alone)
		}
		if len(source.Via) > 0 {
			line += "; repeats " + plain(strings.Join(source.Via, ", "))
		}
		lines = append(lines, line)
	}
	reports, note := 0, ""
	for _, row := range in.story.Rows {
		for _, r := range row.Reports {
			if value.FoldName(r.Claimant.Name) == value.FoldName(name) || value.FoldName(r.By) == value.FoldName(name) {
				reports++
				note = r.ClaimantNote()
			}
		}
	}
	if reports > 0 {
		lines = append(lines, fmt.Sprintf("whose word %d values of this story are", reports))
	}
	if note != "" {
		lines = append(lines, plain(note))
	}
	if len(lines) == 0 {
		return ""
	}
	return "**" + plain(name) + "**\n\n" + strings.Join(lines, "  \n")
}

// knownCheck is how a check stands for each source.
func knownCheck(story *digest.Story, text string) string {
	for _, c := range story.Checks {
		if strings.TrimSpace(c.Text) != strings.TrimSpace(text) {
			continue
		}
		lines := []string{"**" + plain(c.Text) + "**", ""}
		for _, o := range c.Outcomes {
			line := fmt.Sprintf("- %s: %s", plain(o.Claimant().Name), o.Status)
			if o.Status == check.Fails || o.Status == check.Holds || o.Status == check.Implies {
				line += ": " + plain(o.Equation())
			}
			if o.Off != "" {
				line += ", off by " + plain(o.Off)
			}
			lines = append(lines, line)
		}
		return strings.Join(lines, "\n")
	}
	return ""
}

// markdownSigns are characters that Markdown could take for its own.
var markdownSigns = strings.NewReplacer(`\`, `\\`, "*", `\*`, "_", `\_`, "`", "\\`", "[", `\[`, "]", `\]`, "<", "&lt;",
	"#", `\#`, "|", `\|`, "~", `\~`)

// plain is text as Markdown shows it.
func plain(text string) string { return markdownSigns.Replace(text) }

// code is text in Markdown's code marks.
func code(text string) string {
	if strings.Contains(text, "`") {
		return plain(text)
	}
	return "`" + text + "`"
}

// isMapping reports whether a node is a mapping.
func isMapping(n *frontmatter.Node) bool { return n != nil && n.Kind == frontmatter.Mapping }
