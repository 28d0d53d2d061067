package lsp

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"collate/generator/content"
	"collate/generator/digest"
	"collate/generator/slug"
)

// figureKeys are the keys of a value in full.
var figureKeys = content.Mappings()["figure"].Keys

// complete offers what can stand at the cursor. It goes by the lines alone, since
// what is half written is seldom YAML.
func (s *session) complete(p at) (*completionList, error) {
	c, ok := s.cursor(p)
	if !ok {
		return nil, nil
	}
	o := &offer{session: s, cursor: c, in: s.at(c.file)}
	o.before = string([]rune(c.line)[:min(c.column-1, len([]rune(c.line)))])
	if o.in.story == nil { // a file that can't be read, or is new
		folder, _, nested := strings.Cut(c.file, "/")
		if nested && s.made.Digest != nil {
			o.in.story = s.made.Digest.Story(slug.Of(folder))
		}
	}
	if within, body := o.frontMatter(); within {
		o.matter()
	} else if body {
		o.prose()
	}
	return &completionList{Items: o.items}, nil
}

// An offer is what is offered at a cursor.
type offer struct {
	*session
	cursor *cursor
	in     place
	before string // the line up to the cursor
	items  []completionItem
}

// frontMatter reports whether the cursor stands in front matter, or in the body.
func (o *offer) frontMatter() (within, body bool) {
	fences := 0
	for i, line := range linesOf(o.cursor.text)[:min(o.cursor.number-1, len(linesOf(o.cursor.text)))] {
		if line == "---" && (i == 0 || fences > 0) {
			fences++
		}
	}
	return fences == 1, fences != 1
}

// add offers a text in the place of what is typed of it; sort puts it in order.
func (o *offer) add(label, insert, typed, detail string, kind int) {
	to := o.cursor.column
	from := max(1, to-len([]rune(typed)))
	edit := &textEdit{stretch(o.cursor.line, o.cursor.number, from, to), insert}
	o.items = append(o.items, completionItem{
		Label: label, Kind: kind, Detail: detail, Filter: label, TextEdit: edit,
		Sort: fmt.Sprintf("%04d", len(o.items)),
	})
}

var (
	keyBefore  = regexp.MustCompile(`^(\s*(?:- )?)("?)([^:{\[\]"#]*)$`)        // a key is being written
	valueAfter = regexp.MustCompile(`^\s*(?:- )?"?([^:{"]+)"?:\s+(.*)$`)       // a value of a key
	itemBefore = regexp.MustCompile(`^\s*- (.*)$`)                             // an item of a list
	lineKey    = regexp.MustCompile(`^(\s*(?:- )?)"?([^:"]+?)"?:(?:\s|$)`)     // a line with a key
	flowValue  = regexp.MustCompile(`^\s*"?([A-Za-z_ ]+)"?:\s+([^,{}\[\]]*)$`) // a value between commas
)

// matter offers what can stand in front matter.
func (o *offer) matter() {
	parents, open := o.parents(), strings.LastIndexAny(o.before, "{[")
	if open > strings.LastIndexAny(o.before, "}]") {
		o.flow(parents, open)
		return
	}
	if m := valueAfter.FindStringSubmatch(o.before); m != nil {
		o.values(append(parents, strings.TrimSpace(m[1])), m[2])
		return
	}
	if m := itemBefore.FindStringSubmatch(o.before); m != nil && !isMappingList(parents) {
		o.values(parents, m[1])
		return
	}
	if m := keyBefore.FindStringSubmatch(o.before); m != nil {
		o.keys(parents, m[3], len(m[1]))
	}
}

// isMappingList reports whether the items of a list under these keys are
// mappings.
func isMappingList(parents []string) bool {
	return len(parents) > 0 && parents[0] == "figures"
}

// flow offers what can stand in brackets or braces on one line.
func (o *offer) flow(parents []string, open int) {
	head, list := o.before[:open], o.before[open] == '['
	if m := lineKey.FindStringSubmatch(head); m != nil {
		parents = append(parents, strings.TrimSpace(m[2]))
	}
	rest := o.before[open+1:]
	if comma := strings.LastIndexByte(rest, ','); comma >= 0 {
		rest = rest[comma+1:]
	}
	rest = strings.TrimLeft(rest, " ")
	if m := flowValue.FindStringSubmatch(rest); m != nil {
		o.values(append(parents, m[1]), m[2])
	} else if list {
		o.values(parents, rest)
	} else {
		o.keys(parents, rest, -1)
	}
}

// parents are the keys that the line of the cursor stands below.
func (o *offer) parents() []string {
	lines := linesOf(o.cursor.text)
	indent := indentOf(o.before)
	var keys []string
	for i := o.cursor.number - 2; i > 0 && indent > 0; i-- {
		line := lines[min(i, len(lines)-1)]
		m := lineKey.FindStringSubmatch(line)
		if strings.TrimSpace(line) == "" || m == nil {
			continue
		}
		if own := len(m[1]); own < indent {
			if strings.Contains(m[1], "-") {
				indent = own - 2
				continue // a key beside this one, in an item of a list
			}
			keys = append(keys, strings.TrimSpace(m[2]))
			indent = own
		}
	}
	slices.Reverse(keys)
	return keys
}

func indentOf(line string) int { return len(line) - len(strings.TrimLeft(line, " ")) }

// role is what the file's front matter is called by content.Mappings.
func (o *offer) role() string {
	folder, rest, nested := strings.Cut(o.cursor.file, "/")
	switch {
	case o.cursor.file == "index.md":
		return "site"
	case nested && folder == "sources":
		return "outlet"
	case nested && rest == "index.md":
		return "story"
	case nested || strings.Contains(o.cursor.text, "\nsource:"):
		return "summary"
	}
	return "page"
}

// keys offers the keys that can stand below others. Indent is that of the key,
// below 0 on one line with them.
func (o *offer) keys(parents []string, typed string, indent int) {
	mappings, role := content.Mappings(), o.role()
	names := func(of string) {
		for _, key := range mappings[of].Keys {
			if indent < 0 || !o.has(key, indent) {
				o.add(key, key+": ", typed, "", kindField)
			}
		}
	}
	switch {
	case len(parents) == 0:
		names(role)
	case role == "summary" && parents[0] == "source":
		names("source")
	case role == "summary" && parents[len(parents)-1] == "by":
		names("by")
	case role == "summary" && parents[0] == "figures" && len(parents) == 1:
		o.figures(typed, indent)
	case role == "summary" && parents[0] == "figures":
		if group := o.group(parents[1]); group != nil && len(parents) == 2 {
			o.rows(group.Rows, true, typed)
			return
		}
		names("figure")
	case role == "story" && parents[0] == "figures" && len(parents) == 1:
		o.specs(typed)
	case role == "story" && parents[0] == "figures":
		names("spec")
	case role == "story" && parents[0] == "claimants" && len(parents) == 1:
		for _, name := range o.claimants() {
			o.add(name, key(name)+": ", typed, "", kindValue)
		}
	case role == "story" && parents[0] == "claimants":
		names("claimant")
	}
}

// has reports whether a key stands in the file at this indent already.
func (o *offer) has(key string, indent int) bool {
	for i, line := range linesOf(o.cursor.text) {
		m := lineKey.FindStringSubmatch(line)
		if i+1 != o.cursor.number && m != nil && indent == 0 && len(m[1]) == 0 && m[2] == key {
			return true
		}
		if i > 0 && strings.HasPrefix(line, "---") {
			return false
		}
	}
	return false
}

func (o *offer) group(name string) *digest.Group {
	if o.in.story == nil {
		return nil
	}
	return o.in.story.Group(name)
}

// figures offers the figures of the story that the summary has not yet, with
// what was said of each last, groups as one, and all of them at once.
func (o *offer) figures(typed string, indent int) {
	if o.in.story == nil {
		return
	}
	var all []string
	margin := strings.Repeat(" ", max(0, indent))
	for i := range o.in.story.Groups {
		group := &o.in.story.Groups[i]
		if group.Name == "" {
			for _, row := range group.Rows {
				if !strings.Contains(o.cursor.text, "\n"+margin+row.Name.Item+":") {
					all = append(all, key(row.Name.Item)+": ")
				}
			}
			o.rows(group.Rows, false, typed)
			continue
		}
		lines := []string{key(group.Name) + ":"}
		for _, row := range group.Rows {
			lines = append(lines, margin+"  "+key(row.Name.Item)+": ")
		}
		text := strings.Join(lines, "\n")
		all = append(all, text)
		o.add(group.Name, text, typed, fmt.Sprintf("a group of %d", len(group.Rows)), kindField)
	}
	if len(all) > 1 && indent >= 0 {
		o.add("all figures of the story", strings.Join(all, "\n"+margin), typed,
			fmt.Sprintf("%d lines to fill in; delete what the article doesn't report", len(all)), kindSnippet)
	}
}

// rows offers figures, with what was said of each last.
func (o *offer) rows(rows []*digest.Row, items bool, typed string) {
	for _, row := range rows {
		name := row.Name.String()
		if items {
			name = row.Name.Item
		}
		o.add(name, key(name)+": ", typed, lastSaid(row), kindField)
	}
}

// lastSaid is the last value of a row, and who said it.
func lastSaid(row *digest.Row) string {
	if len(row.Reports) == 0 {
		return ""
	}
	r := row.Reports[len(row.Reports)-1]
	return fmt.Sprintf("%s (%s, %s)", r.Value.Written, r.Claimant.Name, r.Summary.Date)
}

// specs offers the figures about which a story can say more.
func (o *offer) specs(typed string) {
	if o.in.story == nil {
		return
	}
	for _, row := range o.in.story.Rows {
		name := row.Name.String()
		o.add(name, key(name)+":", typed, lastSaid(row), kindField)
	}
}

// plainKey are names that need no quotes as keys.
var plainKey = regexp.MustCompile(`^[\p{L}\p{N}][\p{L}\p{M}\p{N} ._()/'’&-]*$`)

// key is a name as a key of YAML.
func key(name string) string {
	if plainKey.MatchString(name) {
		return name
	}
	return quoted(name)
}

// values offers the values of a key.
func (o *offer) values(path []string, typed string) {
	if len(path) == 0 {
		return
	}
	typed = strings.TrimLeft(typed, `"' `)
	words := func(names []string) {
		for _, name := range names {
			o.add(name, scalar(name), typed, "", kindValue)
		}
	}
	last := path[len(path)-1]
	switch {
	case last == "source" || last == "via" || last == "name" && path[0] == "source":
		words(o.sources())
	case last == "by" || last == "unnamed":
		words(o.claimants())
	case last == "stage" || last == "stages":
		words(o.stages())
	case last == "tags":
		words(o.tags())
	case path[0] == "story" || path[0] == "lead":
		words(o.stories())
	case last == "moves":
		words([]string{string(content.Up), string(content.Down), string(content.Freely)})
	case last == "differ":
		words([]string{"label", "scope", "time", "method", "rounding", "error"})
	case last == "editions":
		words([]string{"week", "none"})
	case last == "draft":
		words([]string{"true", "false"})
	case path[0] == "checks" && o.in.story != nil:
		from := strings.LastIndexAny(typed, "=+-*/(<>") + 1
		for _, row := range o.in.story.Rows {
			o.add(row.Name.String(), row.Name.String(), strings.TrimLeft(typed[from:], " "), lastSaid(row), kindRef)
		}
	}
}

func (o *offer) sources() []string {
	var names []string
	for _, source := range o.made.Digest.Outline.Sources {
		names = append(names, source.Name)
	}
	return names
}

// claimants are those whose word reports of the story are, then its sources.
func (o *offer) claimants() []string {
	if o.in.story == nil {
		return nil
	}
	var named, others []string
	for _, row := range o.in.story.Rows {
		for _, r := range row.Reports {
			names := &others
			if r.Named {
				names = &named
			}
			*names = append(*names, r.Claimant.Name)
		}
	}
	slices.Sort(named)
	slices.Sort(others)
	return slices.Concat(slices.Compact(named), slices.Compact(others))
}

func (o *offer) stages() []string {
	if o.in.story == nil {
		return nil
	}
	var stages []string
	for _, row := range o.in.story.Rows {
		for _, r := range row.Reports {
			if r.Stage != "" && !slices.Contains(stages, r.Stage) {
				stages = append(stages, r.Stage)
			}
		}
	}
	return stages
}

func (o *offer) tags() []string {
	var names []string
	for _, tag := range o.made.Digest.Outline.Tags {
		names = append(names, tag.Name)
	}
	return names
}

func (o *offer) stories() []string {
	var slugs []string
	for _, story := range o.made.Digest.Stories {
		slugs = append(slugs, story.Slug)
	}
	slices.Sort(slugs)
	return slugs
}
