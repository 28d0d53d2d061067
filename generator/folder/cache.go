package folder

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io"
	"io/fs"
	"slices"

	"collate/generator/asset"
	"collate/generator/content"
	"collate/generator/frontmatter"
	"collate/generator/parallel"
	"collate/generator/problem"
)

// Cache remembers what is pure: what a file says, by its bytes, and a story,
// by the files that it is put together from. What is remembered is used only
// where the same would come out again, so it can't be stale. The zero value
// remembers nothing yet; it serves one Read at a time.
type Cache struct {
	walk        *walk                   // what stood in the folder
	dialect     dialect                 // with which files were parsed
	at          map[string]int          // where a file stands in parsed, by name
	folders     map[string]*folderFiles // by folder
	stories     map[string]*storyBuild  // likewise
	sourceNames comparedSources         // what their sources are called
	judged      map[string]examined     // assets whose bytes had to be looked at, by name

	parsed   []*parsed     // all files of the last Read, in order
	site     *content.Site // what it gave
	problems problem.List
}

// A parsed file is what it says by itself. It is never changed.
type parsed struct {
	content.Parsed
	sum [sha256.Size]byte // of the bytes that were parsed
	err error             // where the file could not be read from disk
}

// A dialect is all of the site's configuration that parsing a file depends on.
type dialect struct{ language, currency, tolerance, timezone, rates string }

// A storyBuild is a story that was put together, with what that found, and from what.
type storyBuild struct {
	from     inputs
	story    *content.Story
	problems problem.List
}

// inputs is all that a story is put together from.
type inputs struct {
	index      *parsed   // its index.md; nil where there is none
	files      []*parsed // its summaries
	incomplete bool
	oneNames   string // those of the site, in a text
}

func (f inputs) equal(g inputs) bool {
	return f.index == g.index && f.incomplete == g.incomplete && f.oneNames == g.oneNames &&
		slices.Equal(f.files, g.files)
}

// look walks the content folder, unless all that may have changed are files
// that it knows from an earlier walk. It returns what stands there and what of
// it may have changed; nil where that is everything.
func (m *Cache) look(fsys fs.FS, prefix string, changed []string) (*walk, []string) {
	if changed == nil || m.walk == nil ||
		slices.ContainsFunc(changed, func(name string) bool { return !m.knows(fsys, name) }) {
		m.walk = look(fsys, prefix)
		return m.walk, nil
	}
	return m.walk, changed
}

// knows reports whether a name is still that of a file which an earlier walk
// found fit to be read or published.
func (m *Cache) knows(fsys fs.FS, name string) bool {
	info, err := fs.Lstat(fsys, name)
	if err != nil || !info.Mode().IsRegular() || info.Size() > frontmatter.MaxSize {
		return false
	}
	_, text := m.at[name]
	named := func(f foundFile) bool { return f.name == name }
	return text || name == "index.md" && m.walk.home != nil || slices.ContainsFunc(m.walk.assets, named)
}

// same reports whether all that may have changed are texts, index.md aside,
// and none of them has, nor what is left out for its date.
func (m *Cache) same(texts []foundFile, files []*parsed, changed []string, o Options) bool {
	if changed == nil || m.site == nil || !slices.Equal(files, m.parsed) {
		return false
	}
	for _, t := range m.folders {
		if !t.dated(o) {
			return false
		}
	}
	return !slices.ContainsFunc(changed, func(name string) bool {
		return !slices.ContainsFunc(texts, func(f foundFile) bool { return f.name == name })
	})
}

// parse parses files, several at a time, and returns the results in their
// order. Where changed is not nil the files are those of the last time; only
// those in changed are read then, and of those only the ones whose bytes differ
// are parsed.
func (m *Cache) parse(fsys fs.FS, prefix string, files []foundFile, c content.Config, changed []string) []*parsed {
	in := dialect{c.Language, c.Currency, c.Tolerance.String(), c.Timezone.String(), rateNames(c)}
	if m.dialect != in {
		m.dialect, m.at, changed = in, nil, nil
	}
	results, todo := m.known(files, changed)
	parallel.Do(len(todo), func(n int) {
		i := todo[n]
		results[i] = results[i].again(fsys, prefix, files[i], c)
	})
	return results
}

// known gives what is known of files, nil where nothing is, and the positions
// of those that have to be read.
func (m *Cache) known(files []foundFile, changed []string) (results []*parsed, todo []int) {
	if changed != nil {
		for _, name := range changed {
			if i, ok := m.at[name]; ok && !slices.Contains(todo, i) {
				todo = append(todo, i)
			}
		}
		return slices.Clone(m.parsed), todo
	}
	at := make(map[string]int, len(files))
	for i, f := range files {
		var p *parsed
		if j, ok := m.at[f.name]; ok {
			p = m.parsed[j]
		}
		results, todo = append(results, p), append(todo, i)
		at[f.name] = i
	}
	m.at = at
	return results, todo
}

// again reads a file and parses it, if it does not hold the bytes that p was
// parsed from.
func (p *parsed) again(fsys fs.FS, prefix string, f foundFile, c content.Config) *parsed {
	data, err := load(fsys, f)
	if err != nil {
		return &parsed{err: err}
	}
	sum := sha256.Sum256(data)
	if p != nil && p.err == nil && p.sum == sum {
		return p
	}
	return &parsed{Parsed: content.Parse(shownPath(prefix, f.name), content.RoleOf(f.name), data, c), sum: sum}
}

// An examined asset is one whose bytes were looked at, with what was found.
type examined struct {
	sum   [sha256.Size]byte
	fault asset.Fault
}

// judge says what is wrong with publishing an asset, or gives nil. Its bytes
// are not judged again where they are those that were judged before.
func (m *Cache) judge(fsys fs.FS, prefix string, f foundFile) *problem.Problem {
	p := problem.Problem{Place: problem.Place{File: shownPath(prefix, f.name)}, Severity: problem.Error}
	var data []byte
	needed := asset.Needed(f.name, f.size)
	if needed > 0 {
		var err error
		if data, err = loadUpTo(fsys, f, needed); err != nil {
			p.Message = fmt.Sprintf("it can't be read: %v", withoutPath(err))
			return &p
		}
	}
	sum := sha256.Sum256(data)
	j, known := m.judged[f.name]
	if !known || j.sum != sum || needed == 0 {
		j = examined{sum, asset.Check(f.name, f.size, data)}
	}
	if m.judged == nil {
		m.judged = map[string]examined{}
	}
	m.judged[f.name] = j
	p.Line, p.Message, p.Hint = j.fault.Line, j.fault.Message, j.fault.Hint
	if p.Message == "" {
		return nil
	}
	return &p
}

// load reads a file, and no more of it than a content file may have and a
// byte.
func load(fsys fs.FS, f foundFile) ([]byte, error) { return loadUpTo(fsys, f, frontmatter.MaxSize+1) }

// loadUpTo reads the first bytes of a file.
func loadUpTo(fsys fs.FS, f foundFile, limit int64) ([]byte, error) {
	file, err := fsys.Open(f.name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	data := bytes.NewBuffer(make([]byte, 0, min(f.size, limit)+bytes.MinRead))
	_, err = data.ReadFrom(io.LimitReader(file, limit))
	return data.Bytes(), err
}
