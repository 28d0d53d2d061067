// Package plan holds what a build is going to write: slash paths, each with
// something that renders its bytes. Whoever has a plan can make any one file
// without making the others.
//
// A plan takes only paths that work wherever the site may end up. [Plan.Add]
// refuses, as the writer's problem:
//
//   - a path that leads out or means something else elsewhere: absolute, with
//     an empty segment, ".", "..", a backslash, a control character, one of
//     <>:"|?* or bytes that are not UTF-8, a name that Windows reserves (con,
//     nul, com1.txt), that ends in a dot or a space, or has over 255 bytes;
//   - .git, and names that begin with .collate, which publishing uses;
//   - a path that somebody else asked for already: the same path, one that a
//     file system which ignores case or Unicode form takes for the same, or a
//     file where the other needs a folder. Both origins are named.
//
// Adding is for one goroutine; once complete, a plan never changes and may be
// read from any.
package plan

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"

	"collate/generator/problem"
)

// Mark stands in the head of every page that Collate writes. By it a page is
// known as Collate's where the list of files made is missing; see publish.
const Mark = `<meta name="generator" content="Collate">`

// File is one planned file of the site.
type File struct {
	// Origin is the content file that asked for this path, or what else did
	// ("the list of sources"); a clash of two paths names both origins.
	Origin string
	// Render appends the file's bytes. It may be called at any time, from any
	// goroutine, any number of times, and gives the same bytes each time.
	Render func(*bytes.Buffer) error
}

// Plan maps slash paths relative to the output folder (timeline/index.html)
// to planned files.
type Plan struct {
	files map[string]File
	taken map[string]claim // by folded path: every file, and every folder above one
}

// claim is the first planned file at a folded path, or below it.
type claim struct {
	spelling string // the claimed path itself, unfolded
	file     string // the planned file behind the claim
}

// New gives an empty plan.
func New() *Plan {
	return &Plan{files: map[string]File{}, taken: map[string]claim{}}
}

// Add plans one file. If the path is unsafe or clashes with one that was added
// before, nothing is added and the problem says why, placed at origin.
func (p *Plan) Add(path, origin string, render func(*bytes.Buffer) error) *problem.Problem {
	if fault := unsafe(path); fault != "" {
		return refuse(origin, fmt.Sprintf("cannot publish %q: %s", path, fault),
			"rename the file, or give the page another slug")
	}
	key := Fold(path)
	if c, ok := p.clash(path, key); ok {
		return p.refuseClash(path, origin, c)
	}
	p.files[path] = File{origin, render}
	p.taken[key] = claim{path, path}
	for folder, folded := range folders(path, key) {
		if _, ok := p.taken[folded]; !ok {
			p.taken[folded] = claim{folder, path}
		}
	}
	return nil
}

// File gives the planned file at a path.
func (p *Plan) File(path string) (File, bool) {
	f, ok := p.files[path]
	return f, ok
}

// Paths lists the planned paths, sorted.
func (p *Plan) Paths() []string {
	return slices.Sorted(maps.Keys(p.files))
}

// Len counts the planned files.
func (p *Plan) Len() int {
	return len(p.files)
}

// Like gives the planned path that a file system which ignores case or
// Unicode form takes for the same as path; it may be path itself.
func (p *Plan) Like(path string) (string, bool) {
	c, ok := p.taken[Fold(path)]
	if !ok || c.spelling != c.file {
		return "", false
	}
	return c.file, true
}

// clash finds the claim that stands in the way of path.
func (p *Plan) clash(path, key string) (claim, bool) {
	if c, ok := p.taken[key]; ok {
		return c, true
	}
	for folder, folded := range folders(path, key) {
		if c, ok := p.taken[folded]; ok && (c.spelling != folder || c.spelling == c.file) {
			return c, true
		}
	}
	return claim{}, false
}

func (p *Plan) refuseClash(path, origin string, c claim) *problem.Problem {
	other := p.files[c.file].Origin
	var message string
	switch {
	case c.file == path:
		message = fmt.Sprintf("%q is also published by %s", path, other)
	case strings.HasPrefix(path, c.file+"/"):
		message = fmt.Sprintf("%q needs a folder where %s publishes the file %q", path, other, c.file)
	case strings.HasPrefix(c.file, path+"/"):
		message = fmt.Sprintf("%q needs to be a folder, since %s publishes %q", path, other, c.file)
	default:
		message = fmt.Sprintf("%q and %q, published by %s, differ only in case or in how accents are encoded, which many systems ignore", path, c.file, other)
	}
	return refuse(origin, message, "rename one of the two, or give one page another slug")
}

func refuse(origin, message, hint string) *problem.Problem {
	return &problem.Problem{
		Place:    problem.Place{File: origin},
		Severity: problem.Error,
		Message:  message,
		Hint:     hint,
	}
}
