package lsp

import (
	"cmp"
	"path"
	"slices"
	"strings"
	"time"
	"unicode"

	"collate/generator/digest"
	"collate/generator/problem"
)

// edited notes that files may have changed, nil for all, and has the site made
// again once nothing more has come for a while.
func (s *session) edited(names []string) {
	if s.workspace == nil {
		return
	}
	s.all = s.all || names == nil
	s.changed = append(s.changed, names...)
	s.later()
}

// later has the site made once nothing more has come for a while.
func (s *session) later() {
	if s.timer == nil {
		s.timer = time.AfterFunc(quiet, func() {
			s.mu.Lock()
			defer s.mu.Unlock()
			if s.ctx.Err() == nil && !s.ended {
				s.more = s.more || s.made.More
				s.refresh()
			}
		})
		return
	}
	s.timer.Reset(quiet)
}

// refresh makes the site, if anything may have changed, and tells the client
// what is new about its problems.
func (s *session) refresh() {
	if s.workspace == nil || !s.all && !s.more && len(s.changed) == 0 {
		return
	}
	open := make(map[string][]byte, len(s.open))
	for file, d := range s.open {
		open[file] = []byte(d.text)
	}
	changed := append([]string{}, s.changed...)
	if s.all {
		changed = nil
	}
	made, err := s.workspace.Make(changed, open)
	if err != nil {
		s.all = true // the next time counts everything as changed
		s.client.Notify(s.ctx, "window/showMessage", map[string]any{"type": 1, "message": "collate: " + err.Error()})
		s.changed = nil
		return
	}
	s.all, s.more, s.changed, s.files = false, false, nil, nil
	s.made = made
	s.tell()
	if made.More {
		s.later()
	}
}

// A toldFile is what the client shows of a file's problems.
type toldFile struct {
	problems problem.List
	version  int // of the text that they are of; -1 where it isn't open
}

// tell tells the client the problems of each file that are not what it shows.
func (s *session) tell() {
	files := map[string]problem.List{} // stretches of the sorted list
	all := s.made.Problems
	for len(all) > 0 {
		n := slices.IndexFunc(all, func(p problem.Problem) bool { return p.File != all[0].File })
		if n < 0 {
			n = len(all)
		}
		file := s.anchor(all[0].File)
		if earlier := files[file]; len(earlier) > 0 {
			files[file] = slices.Concat(earlier, all[:n])
		} else {
			files[file] = all[:n:n]
		}
		all = all[n:]
	}
	versions := s.versions()
	for file, list := range files {
		now := toldFile{list, -1}
		if version := versions[file]; version != nil {
			now.version = *version
		}
		if told, known := s.told[file]; known && told.version == now.version && slices.Equal(told.problems, list) {
			continue
		}
		s.told[file] = now
		s.publish(file, list, versions[file])
	}
	for file := range s.told {
		if _, still := files[file]; !still {
			delete(s.told, file)
			s.publish(file, nil, versions[file])
		}
	}
}

// anchor is the file at which a problem is shown: one that is of the whole
// folder or of a flag, at the site's own page.
func (s *session) anchor(shown string) string {
	if path.Ext(shown) == "" {
		return s.shown("index.md")
	}
	return shown
}

// versions are those of the open texts, by path as problems name it.
func (s *session) versions() map[string]*int {
	versions := make(map[string]*int, len(s.open))
	for file, d := range s.open {
		versions[s.shown(file)] = &d.version
	}
	return versions
}

// publish tells the client the problems of a file; version is that of its text,
// nil where it isn't open.
func (s *session) publish(file string, list problem.List, version *int) {
	message := diagnostics{URI: s.uri(file), Version: version, Diagnostics: make([]diagnostic, 0, len(list))}
	for _, p := range list {
		message.Diagnostics = append(message.Diagnostics, s.diagnostic(message.URI, p))
	}
	s.client.Notify(s.ctx, "textDocument/publishDiagnostics", message)
}

// diagnostic is a problem as the client shows it.
func (s *session) diagnostic(uri string, p problem.Problem) diagnostic {
	d := diagnostic{Range: extent(p), Severity: 2, Source: "collate", Message: p.Message}
	if p.Severity == problem.Error {
		d.Severity = 1
	}
	if p.Hint == "" {
		return d
	}
	if s.related {
		d.Related = []related{{location{uri, d.Range}, p.Hint}}
	} else {
		d.Message += "\n" + p.Hint
	}
	return d
}

// extent is the stretch of text that a problem is about: from its column to the
// end of what begins there.
func extent(p problem.Problem) span {
	if p.Line == 0 {
		return span{}
	}
	runes := []rune(p.Text)
	if p.Column == 0 {
		return stretch(p.Text, p.Line, len(runes)-len([]rune(strings.TrimLeft(p.Text, " \t")))+1, len(runes)+1)
	}
	from := min(p.Column-1, len(runes))
	return stretch(p.Text, p.Line, from+1, max(from+1, from+lengthOf(runes, from))+1)
}

// lengthOf is how many characters what begins at a place of a line of front
// matter has: a key, a value in quotes, an item between commas, or the rest.
func lengthOf(line []rune, from int) int {
	from = min(max(0, from), len(line)) // a guess where a line was mended
	rest := line[from:]
	if len(rest) == 0 {
		return 0
	}
	if c := rest[0]; c == '"' || c == '\'' {
		if end := slices.Index(rest[1:], c); end >= 0 {
			return end + 2
		}
	}
	flow := inFlow(line[:from])
	end := len(rest)
	for i, c := range rest {
		next := cmp.Or(slices.Concat(rest[i+1:], []rune{0})[0], ' ')
		if flow && strings.ContainsRune(",]}", c) || c == ':' && unicode.IsSpace(next) && i > 0 ||
			c == '#' && i > 0 && unicode.IsSpace(rest[i-1]) {
			end = i
			break
		}
	}
	return len([]rune(strings.TrimRight(string(rest[:end]), " \t")))
}

// inFlow reports whether brackets or braces are open behind the start of a line.
func inFlow(line []rune) bool {
	open := 0
	for _, c := range line {
		switch c {
		case '{', '[':
			open++
		case '}', ']':
			open--
		}
	}
	return open > 0
}

// A place is what a content file is in the digest: the page of a story, or a
// summary in it.
type place struct {
	story   *digest.Story
	summary *digest.Summary
}

// at is what a content file is in the digest.
func (s *session) at(file string) place {
	if s.files == nil && s.made.Digest != nil {
		s.files = map[string]place{}
		for _, story := range s.made.Digest.Stories {
			if story.Document.File != "" {
				s.files[story.Document.File] = place{story: story}
			}
			for _, sum := range story.Summaries {
				if !sum.Guest() {
					s.files[sum.File] = place{story, sum}
				}
			}
		}
	}
	return s.files[s.shown(file)]
}

// text is a content file as it is open, else as it stands on disk; empty where
// it can't be read.
func (s *session) text(file string) string {
	if d := s.open[file]; d != nil {
		return d.text
	}
	return readFile(s.workspace.path(s.shown(file)))
}
