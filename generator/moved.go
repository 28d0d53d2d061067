package generator

import (
	"cmp"
	"fmt"
	"html"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"collate/generator/digest"
	"collate/generator/problem"
	"collate/generator/publish"
)

// LastBuild is what the last build left in an output folder: the pages of
// stories and summaries, with their titles. From it a page is known that has
// moved without saying so.
type LastBuild struct {
	dir    string
	pages  []string          // story/index.html, story/summary/index.html
	listed map[string]bool   // the same
	titles map[string]string // of those that were looked at
}

// ReadLastBuild reads what the last build left in a folder.
func ReadLastBuild(dir string) *LastBuild {
	b := &LastBuild{dir: dir, listed: map[string]bool{}, titles: map[string]string{}}
	for _, path := range publish.Listed(dir) {
		if folder, ok := strings.CutSuffix(path, "/index.html"); ok && strings.Count(folder, "/") < 2 {
			b.pages = append(b.pages, path)
			b.listed[path] = true
		}
	}
	return b
}

// Moved warns of summaries and stories that stand at another address than in
// the last build, and whose old one leads nowhere: a file was renamed, and has
// no alias. A page that only went is none, nor one that only came.
func (b *LastBuild) Moved(site *Site) problem.List {
	var gone []string
	for _, path := range b.pages {
		if _, there := site.Plan.File(path); !there {
			gone = append(gone, path)
		}
	}
	if len(gone) == 0 {
		return nil
	}
	var problems problem.List
	for _, story := range site.Digest.Stories {
		problems = append(problems, b.moved(site, story, gone)...)
	}
	return problems
}

// moved warns of what has moved of one story: all of it, or summaries.
func (b *LastBuild) moved(site *Site, story *digest.Story, gone []string) problem.List {
	var problems problem.List
	for _, sum := range story.Summaries {
		if b.listed[sum.PageFile()] || sum.Guest() {
			continue
		}
		old := b.former(site, sum, gone)
		if old == "" {
			continue
		}
		folder, rest, _ := strings.Cut(old, "/")
		if folder+"/" != story.Path() && !b.listed[story.Path()+"index.html"] &&
			slices.Contains(gone, folder+"/index.html") && story.Path()+rest == sum.PageFile() {
			return problem.List{storyMoved(story, folder)}
		}
		address := "/" + strings.TrimSuffix(old, "index.html")
		problems = append(problems, problem.Problem{
			Place: problem.Place{File: sum.File}, Severity: problem.Warning,
			Message: fmt.Sprintf("when the site was last built the page was at %s, which now leads nowhere", address),
			Hint:    "write aliases: [" + address + "], so that links and feed readers find it",
		})
	}
	return problems
}

// storyMoved warns of a story whose folder has another name.
func storyMoved(story *digest.Story, folder string) problem.Problem {
	return problem.Problem{
		Place: problem.Place{File: cmp.Or(story.Document.File, story.Summaries[0].File)}, Severity: problem.Warning,
		Message: fmt.Sprintf("when the site was last built the story was at /%s/, which now leads nowhere", folder),
		Hint:    "write aliases: [/" + folder + "/] into the story's index.md, so that links find it and its summaries",
	}
}

// former is the page that a summary had in the last build, by its title: the
// only one of those that are gone, or the only one of its story or of its name.
func (b *LastBuild) former(site *Site, sum *digest.Summary, gone []string) string {
	title := site.Words.Text("title", "page", sum.Title, "site", site.Digest.Config.Title)
	var same, near []string
	for _, path := range gone {
		if strings.Count(path, "/") != 2 || b.title(path) != title {
			continue
		}
		same = append(same, path)
		if strings.HasPrefix(path, sum.Story.Path()) ||
			strings.HasSuffix(path, strings.TrimPrefix(sum.PageFile(), strings.TrimSuffix(sum.Story.Path(), "/"))) {
			near = append(near, path)
		}
	}
	switch {
	case len(same) == 1:
		return same[0]
	case len(near) == 1:
		return near[0]
	}
	return ""
}

var titleOf = regexp.MustCompile(`<title>([^<]*)</title>`)

// title is the title of a page as it was built; empty where it can't be read.
func (b *LastBuild) title(path string) string {
	title, known := b.titles[path]
	if !known {
		data, _ := os.ReadFile(filepath.Join(b.dir, filepath.FromSlash(path)))
		if m := titleOf.FindSubmatch(data); m != nil {
			title = html.UnescapeString(string(m[1]))
		}
		b.titles[path] = title
	}
	return title
}
