package folder

import (
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"collate/generator/asset"
	"collate/generator/content"
	"collate/generator/frontmatter"
	"collate/generator/problem"
	"collate/generator/slug"
)

// Ignored reports whether a file or folder of this name (without its path) is
// none of ours: dotfiles, backups, and what editors, merges, downloads and
// desktops leave behind.
func Ignored(name string) bool {
	lower := strings.ToLower(name)
	switch {
	case strings.HasPrefix(name, "."), strings.HasSuffix(name, "~"), strings.HasPrefix(name, "~$"),
		strings.HasPrefix(name, "#") && strings.HasSuffix(name, "#"),
		strings.HasPrefix(name, "%") && strings.HasSuffix(name, "%"),
		mergeCopy.MatchString(name), strings.HasSuffix(lower, "___"), // JetBrains' ___jb_tmp___, ___jb_old___
		behindText.MatchString(lower) && !almostText(name) && ofUnknownKind(name),
		lower == "4913", lower == "thumbs.db", lower == "desktop.ini", lower == "ehthumbs.db", lower == "__macosx":
		return true
	}
	parts := strings.Split(lower, ".")
	last := parts[len(parts)-1]
	if len(parts) == 1 {
		return false
	}
	if !swapFile.MatchString(last) && numbered.MatchString(last) && len(parts) > 2 { // a.md.tmp.4821, a.md.~1~
		last = parts[len(parts)-2]
	}
	return leftovers[last] || swapFile.MatchString(last)
}

var (
	// leftovers are the ends of names that say that a file is a copy, one that is
	// being written, or one side of a merge.
	leftovers = setOf(`
		bak bkp bck backup old orig rej save sav tmp temp swp
		part partial crdownload download filepart unfinished
		lock lck pid autosave asv bup base local remote mine theirs new kate-swp un~`)

	// mergeCopy is what git mergetool leaves: a_LOCAL_4821.md.
	mergeCopy = regexp.MustCompile(`_(BACKUP|BASE|LOCAL|REMOTE)_\d+\.[^.]+$`)

	// behindText is the name of a page with something after it, as many programs
	// call a copy of it: a.md.dpkg-old, a.md.sed4821, a.md,v.
	behindText = regexp.MustCompile(`\.md[.,][^.]+$`)

	swapFile = regexp.MustCompile(`^(sw[g-px]|bak\d+|orig\d+|tmp[\w-]*|sb-[\w-]+|save\d+)$`)
	numbered = regexp.MustCompile(`^[\w-]*\d[\w-]*$`)
)

// ofUnknownKind reports whether a file's name says nothing of its kind.
func ofUnknownKind(name string) bool {
	end := strings.ToLower(path.Ext(name))
	return asset.Needed(name, 0) > 0 && end != ".svg" && end != ".gz"
}

// setOf are the words of a list.
func setOf(list string) map[string]bool {
	set := map[string]bool{}
	for _, word := range strings.Fields(list) {
		set[word] = true
	}
	return set
}

// A foundFile file is one that the walk met.
type foundFile struct {
	name string // slash path in the content folder
	size int64
}

// A walk is what stands in a content folder.
type walk struct {
	prefix   string
	home     *foundFile  // index.md; nil where there is none
	changes  *foundFile  // the log of changes; likewise
	texts    []foundFile // other Markdown that is read
	folders  []folder
	names    map[string]bool   // of the stories' folders
	slugs    map[string]string // of the stories' folders, with the name of the first that has it
	assets   []foundFile
	problems problem.List
}

// A folder is texts that stand side by side in a walk: those of a story, or
// such as belong to none by where they stand.
type folder struct {
	name     string // empty for those that belong to none
	slug     string // of the story
	file     string // the story's index.md, whether there is one or not, as shown in problems
	from, to int    // the texts
}

// look walks the content folder.
func look(fsys fs.FS, prefix string) *walk {
	w := &walk{prefix: prefix}
	if _, err := fs.ReadDir(fsys, "."); err != nil {
		w.add("", fmt.Sprintf("the content folder can't be read: %v", withoutPath(err)),
			"run collate in the folder that holds content/, name it with --content, or begin a site with collate "+
				"init DIR")
		return w
	}
	fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			w.add(name, fmt.Sprintf("it can't be read: %v", withoutPath(err)), "")
		case name == ".":
			return nil
		case Ignored(d.Name()):
		case d.IsDir():
			if speakable(d.Name()) {
				return nil
			}
			w.add(name, fmt.Sprintf("the name %q has characters that can't be published", d.Name()),
				"rename the folder")
		default:
			w.file(name, d)
			return nil
		}
		if d != nil && d.IsDir() {
			return fs.SkipDir
		}
		return nil
	})
	w.claim()
	if w.home == nil && len(w.texts)+len(w.assets)+len(w.problems) == 0 {
		w.add("", "the content folder is empty", "begin with index.md for the site, or make one with collate init DIR")
	}
	return w
}

// withoutPath is an error without the path that its problem names anyway.
func withoutPath(err error) error {
	if e, ok := err.(*fs.PathError); ok {
		return e.Err
	}
	return err
}

// add reports an error about a file as a whole.
func (w *walk) add(name, message, hint string) {
	w.problems = append(w.problems, problem.Problem{
		Place: problem.Place{File: shownPath(w.prefix, name)}, Severity: problem.Error, Message: message, Hint: hint,
	})
}

// shownPath is a path as problems show it.
func shownPath(prefix, name string) string { return path.Join(prefix, name) }

// speakable reports whether a name can be part of a URL and of a path on every
// system.
func speakable(name string) bool {
	return utf8.ValidString(name) && !strings.ContainsFunc(name, func(r rune) bool {
		return unicode.IsControl(r) || strings.ContainsRune(`\:*?"<>|`, r)
	})
}

// file sorts a file in.
func (w *walk) file(name string, d fs.DirEntry) {
	info, err := d.Info()
	switch kind := d.Type(); {
	case kind&fs.ModeSymlink != 0:
		w.add(name, "this is a symbolic link, and links are not followed", "put the file itself here")
		return
	case !kind.IsRegular():
		w.add(name, "this is neither a file nor a folder", "remove it")
		return
	case err != nil:
		w.add(name, fmt.Sprintf("it can't be read: %v", withoutPath(err)), "")
		return
	case !speakable(d.Name()):
		w.add(name, fmt.Sprintf("the name %q has characters that can't be published", d.Name()), "rename the file")
		return
	}
	f := foundFile{name, info.Size()}
	folder, rest, nested := strings.Cut(name, "/")
	base, isText := strings.CutSuffix(d.Name(), ".md")
	switch {
	case name == content.ChangesFile:
		w.changes = &f
	case !isText && almostText(d.Name()):
		w.add(name, "the file is not read, for its name does not end in .md", "rename it to end in .md")
	case !isText:
		w.assets = append(w.assets, f)
	case strings.Count(name, "/") > 1:
		w.add(name, "Markdown stands two folders deep, and content has stories only, not folders within them",
			"move the file to "+shownPath(w.prefix, folder)+"/")
	case base != "index" && (strings.EqualFold(base, "index") || base == "_index"):
		w.add(name, "the page of a folder is index.md, spelt so", "rename it to index.md")
	case nested && folder == "sources" && rest == "index.md":
		w.add(name, "the list of sources is made by itself",
			"write about one outlet in a file such as sources/reuters.md")
	case f.size > frontmatter.MaxSize:
		w.add(name, frontmatter.TooLarge(f.size), "split it, or publish long material as a file of its own")
	case name == "index.md":
		w.home = &f
	default:
		if !nested || folder == "sources" {
			folder = ""
		}
		w.text(f, folder)
	}
}

// text takes in a text of a folder.
func (w *walk) text(f foundFile, name string) {
	if last := len(w.folders) - 1; last < 0 || w.folders[last].name != name {
		w.folders = append(w.folders, folder{name: name, from: len(w.texts)})
	}
	w.texts = append(w.texts, f)
	w.folders[len(w.folders)-1].to = len(w.texts)
}

// claim gives the folders of stories their slugs.
func (w *walk) claim() {
	w.names, w.slugs = map[string]bool{}, map[string]string{}
	for i := range w.folders {
		f := &w.folders[i]
		if f.name == "" {
			continue
		}
		w.names[f.name] = true
		f.slug, f.file = slug.Of(f.name), shownPath(w.prefix, f.name+"/index.md")
		if other, twice := w.slugs[f.slug]; twice {
			w.add(f.name, fmt.Sprintf("/%s/ is the page of the folder %s already", f.slug, shownPath(w.prefix, other)),
				"rename one of the two")
		} else {
			w.slugs[f.slug] = f.name
		}
		if slug.Taken(f.slug) {
			w.add(f.name, fmt.Sprintf("/%s/ is a page that every site has", f.slug), "rename the folder")
		}
	}
}

// almostText reports whether a name was probably meant to be Markdown's.
func almostText(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".md", ".markdown", ".mdown", ".mkd", ".mdx":
		return true
	}
	return strings.HasSuffix(name, ".md.txt")
}
