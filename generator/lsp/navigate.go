package lsp

import (
	"slices"
	"strings"

	"collate/generator/content"
	"collate/generator/digest"
	"collate/generator/frontmatter"
	"collate/generator/slug"
)

// prepareRename is the stretch of the name at the cursor; nothing where there is
// none that can be changed.
func (s *session) prepareRename(p at) (any, error) {
	c, ok := s.cursor(p)
	if !ok {
		return nil, nil
	}
	if n, ok := s.subject(c); ok {
		return map[string]any{"range": n.where, "placeholder": n.name}, nil
	}
	return nil, nil
}

// rename writes another name wherever what stands at the cursor is named.
func (s *session) rename(p struct {
	at
	NewName string `json:"newName"`
}) (*workspaceEdit, error) {
	c, ok := s.cursor(p.at)
	if !ok {
		return nil, nil
	}
	name := strings.TrimSpace(p.NewName)
	n, ok := s.subject(c)
	if !ok {
		return nil, refuse("there is no name of a figure, source or claimant here")
	}
	if name == "" || strings.ContainsAny(name, "\r\n[]|@") {
		return nil, refuse("a name has no line end and none of [ ] | @")
	}
	if n.sort != sourceSubject && (strings.Contains(name, ": ") || strings.HasSuffix(name, ":")) {
		return nil, refuse("a colon stands between a group and its item, and so not in a name")
	}
	changes := map[string][]textEdit{}
	for _, m := range s.mentions(n) {
		text := name
		if m.key {
			text = key(name)
		}
		uri := s.uri(s.shown(m.file))
		changes[uri] = append(changes[uri], textEdit{m.where, text})
	}
	edit := &workspaceEdit{Changes: changes}
	if n.sort == sourceSubject {
		s.renamePage(edit, n.name, name)
	}
	return edit, nil
}

// renamePage renames the file about a source with it, where there is one and the
// client can.
func (s *session) renamePage(edit *workspaceEdit, from, to string) {
	source := s.made.Digest.Source(slug.Of(from))
	if source == nil || source.Document.File == "" || !s.renames || slug.Of(from) == slug.Of(to) {
		return
	}
	for uri, edits := range edit.Changes {
		d := documentEdit{Edits: edits}
		d.TextDocument.URI = uri
		edit.Documents = append(edit.Documents, d)
	}
	edit.Documents = append(edit.Documents, renameFile{"rename", s.uri(source.Document.File),
		uriOf(s.workspace.path(s.shown("sources/" + slug.Of(to) + ".md")))})
	edit.Changes = nil
}

// definition is where what stands at the cursor is said: a figure where its
// story says more of it, else where it is reported first; of a reference in a
// summary that summary's own report; a source's page, or its first summary.
func (s *session) definition(p at) ([]location, error) {
	c, ok := s.cursor(p)
	if !ok {
		return nil, nil
	}
	in := s.at(c.file)
	if written, _, _, ok := c.reference(); ok {
		if row, report := s.refers(in, written); report != nil {
			return []location{s.reported(report)}, nil
		} else if row != nil {
			return s.defined(row), nil
		}
		return nil, nil
	}
	n, ok := s.subject(c)
	if !ok {
		return nil, nil
	}
	switch n.sort {
	case sourceSubject:
		source := s.made.Digest.Source(slug.Of(n.name))
		if source != nil && source.Document.File != "" {
			return []location{{URI: s.uri(source.Document.File)}}, nil
		}
	case figureSubject:
		name := n.name
		if n.group != "" {
			name = n.group + ": " + name
		}
		if row := n.story.Row(name); row != nil {
			return s.defined(row), nil
		}
	}
	if all := s.mentions(n); len(all) > 0 {
		return []location{{s.uri(s.shown(all[0].file)), all[0].where}}, nil
	}
	return nil, nil
}

// defined is where a story says more of a figure, else its first report.
func (s *session) defined(row *digest.Row) []location {
	n := subject{sort: figureSubject, name: row.Name.Item, group: row.Name.Group, story: row.Story}
	if file, ok := strings.CutPrefix(row.Story.Document.File, s.shown("")); ok && row.Story.Document.File != "" {
		m := &mentioner{session: s, subject: n, file: file, text: s.text(file)}
		if _, root := frontmatter.Read(file, []byte(m.text), content.Keys()); root != nil {
			for _, e := range root.Entries() {
				if e.Key.Value == "figures" {
					m.figures(e.Value, place{story: row.Story})
				}
			}
		}
		if len(m.found) > 0 {
			return []location{{s.uri(row.Story.Document.File), m.found[0].where}}
		}
	}
	if len(row.Reports) == 0 {
		return nil
	}
	return []location{s.reported(row.Reports[0])}
}

// reported is where a report stands.
func (s *session) reported(r *digest.Report) location {
	at := r.Position()
	line := lineOf(s.text(strings.TrimPrefix(r.Summary.File, s.shown(""))), int(at.Line))
	from := int(at.Column)
	return location{s.uri(r.Summary.File),
		stretch(line, int(at.Line), from, from+lengthOf([]rune(line), min(from-1, len([]rune(line)))))}
}

// references are all the places where what stands at the cursor is named.
func (s *session) references(p at) ([]location, error) {
	c, ok := s.cursor(p)
	if !ok {
		return nil, nil
	}
	n, ok := s.subject(c)
	if !ok {
		return nil, nil
	}
	all := []location{}
	for _, m := range s.mentions(n) {
		all = append(all, location{s.uri(s.shown(m.file)), m.where})
	}
	return all, nil
}

// symbols are the keys of a file's front matter, with the figures below theirs,
// and the headings of its text.
func (s *session) symbols(p at) ([]symbol, error) {
	c, ok := s.cursor(p)
	if !ok {
		return nil, nil
	}
	all := []symbol{}
	if c.root != nil {
		all = c.entries(c.root, c.body-1, 2)
	}
	for i, line := range linesOf(c.text) {
		if title, ok := heading(line); ok && i+1 >= c.body {
			where := stretch(line, i+1, 1, len([]rune(line))+1)
			all = append(all, symbol{Name: title, Kind: symbolModule, Range: where, Selection: where})
		}
	}
	return all, nil
}

// heading is the title of a line that is a heading of Markdown.
func heading(line string) (string, bool) {
	rest := strings.TrimLeft(line, "#")
	if level := len(line) - len(rest); level == 0 || level > 6 || !strings.HasPrefix(rest, " ") {
		return "", false
	}
	title := strings.TrimSpace(rest)
	return title, title != ""
}

// entries are the entries of a mapping as symbols, some levels deep. End is the
// last line that can be theirs.
func (c *cursor) entries(n *frontmatter.Node, end, levels int) []symbol {
	var all []symbol
	entries := n.Entries()
	for i, e := range entries {
		if e.Key.Value == "" {
			continue
		}
		last := end - 1
		if i+1 < len(entries) {
			last = entries[i+1].Key.Line - 1
		}
		last = max(last, e.Key.Line)
		line := lineOf(c.text, last)
		one := symbol{Name: e.Key.Value, Kind: symbolField, Selection: c.span(e.Key)}
		one.Range = span{one.Selection.Start, position{last - 1, unitsTo(line, len([]rune(line))+1)}}
		if e.Value.Kind == frontmatter.Scalar {
			one.Detail = e.Value.Value
		} else if levels > 1 {
			one.Children = c.entries(e.Value, last+1, levels-1)
		}
		if one.Range.End.Line == one.Selection.End.Line {
			one.Range.End.Character = max(one.Range.End.Character, one.Selection.End.Character)
		}
		all = append(all, one)
	}
	return all
}

// mostSymbols is how many symbols of all files are given at once.
const mostSymbols = 200

// workspaceSymbols are the stories, summaries and figures whose names have the
// letters that are asked for.
func (s *session) workspaceSymbols(p struct {
	Query string `json:"query"`
}) ([]workspaceSymbol, error) {
	all := []workspaceSymbol{}
	query := strings.ToLower(p.Query)
	add := func(name, container string, kind int, where func() location) {
		if len(all) < mostSymbols && strings.Contains(strings.ToLower(name), query) {
			all = append(all, workspaceSymbol{name, kind, container, where()})
		}
	}
	for _, story := range s.made.Digest.Stories {
		if story.Document.File != "" {
			add(story.Title, "", symbolModule, func() location { return location{URI: s.uri(story.Document.File)} })
		}
		for _, row := range story.Rows {
			add(row.Name.String(), story.Title, symbolNumber, func() location {
				return slices.Concat(s.defined(row), []location{{}})[0]
			})
		}
		for _, sum := range story.Summaries {
			if !sum.Guest() {
				add(sum.Title, story.Title, symbolFile, func() location { return location{URI: s.uri(sum.File)} })
			}
		}
	}
	return all, nil
}

// folding are the front matter, the entries in it that have several lines, and
// the fences.
func (s *session) folding(p at) ([]foldingRange, error) {
	c, ok := s.cursor(p)
	if !ok {
		return nil, nil
	}
	all := []foldingRange{}
	if c.body > 2 {
		all = append(all, foldingRange{StartLine: 0, EndLine: c.body - 2, Kind: "region"})
	}
	if c.root != nil {
		for _, one := range c.entries(c.root, c.body-1, 2) {
			for _, s := range append([]symbol{one}, one.Children...) {
				if s.Range.End.Line > s.Range.Start.Line {
					all = append(all, foldingRange{StartLine: s.Range.Start.Line, EndLine: s.Range.End.Line})
				}
			}
		}
	}
	open := -1
	for i, line := range linesOf(c.text) {
		if i+1 < c.body || !strings.HasPrefix(strings.TrimSpace(line), "```") {
			continue
		}
		if open < 0 {
			open = i
		} else {
			all = append(all, foldingRange{StartLine: open, EndLine: i})
			open = -1
		}
	}
	return all, nil
}

// inlay marks the values of a summary that stand apart from those of most.
func (s *session) inlay(p struct {
	TextDocument textDocument `json:"textDocument"`
	Range        span         `json:"range"`
}) ([]inlayHint, error) {
	c, ok := s.cursor(at{TextDocument: p.TextDocument})
	if !ok {
		return nil, nil
	}
	hints := []inlayHint{}
	in := s.at(c.file)
	if in.summary == nil {
		return hints, nil
	}
	for _, r := range in.summary.Reports {
		where := s.reported(r).Range
		if !r.Outside || where.Start.Line < p.Range.Start.Line || where.Start.Line > p.Range.End.Line {
			continue
		}
		label := "≠"
		if len(r.Row.Camps) > 0 && !r.Row.Tied() {
			label += " " + r.Row.Camps[0].Shown.Value.Written
		}
		hints = append(hints, inlayHint{where.End, label, plain("others: " + claimants(others(r))), true})
	}
	return hints, nil
}

// others are the reports that say otherwise.
func others(r *digest.Report) []*digest.Report {
	var all []*digest.Report
	for _, camp := range r.Row.Camps {
		if !slices.Contains(camp.Reports, r) {
			all = append(all, camp.Reports...)
		}
	}
	return all
}
