package folder

import (
	"collate/generator/content"
	"net/url"
	"path"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// withheldAssets are the files that only texts name which are left out. They
// are no more for readers than those texts are.
func (b *builder) withheldAssets() map[string]bool {
	withheld := map[string]bool{}
	for _, t := range b.folders {
		for _, text := range t.kept {
			named := namesIn(text)
			for _, f := range b.walk.assets {
				base := path.Base(f.name)
				if !named[base] && !strings.ContainsFunc(base, isAround) {
					continue
				}
				if file := shownPath(b.options.Prefix, f.name); mentions(text, file) && !b.shows(file) {
					withheld[f.name] = true
				}
			}
		}
	}
	return withheld
}

// namesIn are the words of a text that may be names of files, without folders.
func namesIn(d *content.Document) map[string]bool {
	names := map[string]bool{}
	for word := range strings.FieldsFuncSeq(d.Body, isAround) {
		if !strings.Contains(word, ".") {
			continue
		}
		word = strings.TrimRight(word, ".:!_")
		names[path.Base(word)] = true
		if plain, err := url.PathUnescape(word); err == nil {
			names[path.Base(plain)] = true
		}
	}
	return names
}

// isAround reports whether a character stands around the name of a file in
// Markdown.
func isAround(r rune) bool {
	return unicode.IsSpace(r) || strings.ContainsRune("()[]<>\"'`,;|*={}?#", r)
}

// shows reports whether a text that is published names a file.
func (b *builder) shows(file string) bool {
	if mentions(&b.site.Home, file) {
		return true
	}
	for _, p := range b.site.Pages {
		if mentions(&p.Document, file) {
			return true
		}
	}
	for _, p := range b.site.SourcePages {
		if mentions(&p.Document, file) {
			return true
		}
	}
	return slices.ContainsFunc(b.site.Stories, func(t *content.Story) bool {
		return mentions(&t.Document, file) ||
			slices.ContainsFunc(t.Summaries, func(m *content.Summary) bool { return mentions(&m.Document, file) })
	})
}

// mentions reports whether a text names a file: with its folder, or by its name
// alone where both stand in one folder.
func mentions(d *content.Document, file string) bool {
	dir, name := path.Dir(file), path.Base(file)
	if !strings.Contains(d.Body, name) && !strings.Contains(d.Body, escaped(name)) {
		return false
	}
	inFolder := path.Base(dir) + "/" + name
	return holdsWord(d.Body, inFolder, "/") || holdsWord(d.Body, escaped(inFolder), "/") ||
		path.Dir(d.File) == dir && (holdsWord(d.Body, name, "") || holdsWord(d.Body, escaped(name), ""))
}

func escaped(name string) string { return (&url.URL{Path: name}).EscapedPath() }

// holdsWord reports whether a text has a name that is not the end of a longer
// one. Before it there may also be ./, and a character of before.
func holdsWord(text, name, before string) bool {
	for rest := text; ; {
		i := strings.Index(rest, name)
		if i < 0 {
			return false
		}
		head := strings.TrimSuffix(rest[:i], "./")
		last, _ := utf8.DecodeLastRuneInString(head)
		if head == "" || strings.ContainsRune(before, last) ||
			!unicode.IsLetter(last) && !unicode.IsDigit(last) && !strings.ContainsRune("-_./%", last) {
			return true
		}
		rest = rest[i+len(name):]
	}
}
