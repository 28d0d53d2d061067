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
	"io"
	"io/fs"
	"iter"
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
	// Version, where it is set, gives a line of text that differs whenever the
	// bytes would, at far less cost; see [Plan.AddVersion].
	Version func() (string, error)
	// Parts, where it is set, gives the same bytes as Render part by part, for
	// a file that is too large to be held as a whole. Each part is called once.
	Parts iter.Seq[Part]
	// Open, where it is set, opens the file that holds the bytes.
	Open func() (fs.File, error)
}

// Part appends a part of a file's bytes, like [File].Render.
type Part = func(*bytes.Buffer) error

// Plan maps slash paths relative to the output folder (timeline/index.html)
// to planned files.
type Plan struct {
	files  []File // in the order in which they were added
	index  *index
	shared bool // index is an earlier plan's, whose paths are so far the same
}

// index is what is known of the paths of a plan.
type index struct {
	paths   []string
	at      map[string]int         // position by path
	folders map[string]int         // by the path of a folder: position of the first file below it
	odd     map[string]claimedPath // by folded path: files and folders that are spelt in another way
}

// claimedPath is the first planned file at a folded path, or below it.
type claimedPath struct {
	spelling string // the claimed path itself, unfolded
	file     string // the planned file behind the claim
}

// New gives an empty plan.
func New() *Plan {
	return &Plan{index: &index{at: map[string]int{}, folders: map[string]int{}, odd: map[string]claimedPath{}}}
}

// Again gives an empty plan that will probably be filled with the same paths
// in the same order as p. As long as it is, nothing about them has to be
// found out anew; where it is not, it is a plan like any other.
func (p *Plan) Again() *Plan {
	return &Plan{files: make([]File, 0, len(p.files)), index: p.index, shared: true}
}

// With gives a plan of the same paths, whose files are what change makes of
// those of p.
func (p *Plan) With(change func(File) File) *Plan {
	files := make([]File, len(p.files))
	for i, f := range p.files {
		files[i] = change(f)
	}
	return &Plan{files: files, index: p.index, shared: true}
}

// Add plans one file. If the path is unsafe or clashes with one that was added
// before, nothing is added and the problem says why, placed at origin.
func (p *Plan) Add(path, origin string, render func(*bytes.Buffer) error) *problem.Problem {
	return p.add(path, File{Origin: origin, Render: render})
}

// AddVersion is Add for a file that is dear to render, such as a picture: as
// long as its version is the same it need not be rendered again.
func (p *Plan) AddVersion(path, origin string, version func() (string, error),
	render func(*bytes.Buffer) error) *problem.Problem {
	return p.add(path, File{Origin: origin, Render: render, Version: version})
}

// AddParts is Add for a file that may be very large.
func (p *Plan) AddParts(path, origin string, parts iter.Seq[Part]) *problem.Problem {
	return p.add(path, File{Origin: origin, Render: whole(parts), Parts: parts})
}

// AddFile is Add for a file that is published as it is.
func (p *Plan) AddFile(path, origin string, open func() (fs.File, error)) *problem.Problem {
	parts := partsOf(open)
	return p.add(path, File{Origin: origin, Render: whole(parts), Parts: parts, Open: open})
}

// whole renders all parts.
func whole(parts iter.Seq[Part]) func(*bytes.Buffer) error {
	return func(b *bytes.Buffer) error {
		for part := range parts {
			if err := part(b); err != nil {
				return err
			}
		}
		return nil
	}
}

// partSize is how much of an opened file is one part.
const partSize = 1 << 20

// partsOf gives the bytes of a file part by part.
func partsOf(open func() (fs.File, error)) iter.Seq[Part] {
	return func(yield func(Part) bool) {
		file, err := open()
		if err != nil {
			yield(func(*bytes.Buffer) error { return err })
			return
		}
		defer file.Close()
		ended := false
		part := func(b *bytes.Buffer) error {
			_, err := io.CopyN(b, file, partSize)
			if ended = err != nil; err == io.EOF {
				err = nil
			}
			return err
		}
		for !ended && yield(part) {
		}
	}
}

func (p *Plan) add(path string, f File) *problem.Problem {
	if p.shared {
		if n := len(p.files); n < len(p.index.paths) && p.index.paths[n] == path {
			p.files = append(p.files, f)
			return nil
		}
		p.part()
	}
	if fault := unsafeReason(path); fault != "" {
		return refusal(f.Origin, fmt.Sprintf("cannot publish %q: %s", path, fault),
			"rename the file, or give the page another slug")
	}
	key := Fold(path)
	if c, ok := p.index.clash(path, key); ok {
		return p.refuseClash(path, f.Origin, c)
	}
	p.index.claim(path, key)
	p.files = append(p.files, f)
	return nil
}

// paths are the planned paths in the order of files.
func (p *Plan) paths() []string { return p.index.paths[:len(p.files)] }

// part gives the plan an index of its own, of what it has so far.
func (p *Plan) part() {
	paths := p.paths()
	p.index, p.shared = New().index, false
	for _, path := range paths {
		p.index.claim(path, Fold(path))
	}
}

// File gives the planned file at a path.
func (p *Plan) File(path string) (File, bool) {
	i, ok := p.index.at[path]
	if !ok || i >= len(p.files) {
		return File{}, false
	}
	return p.files[i], true
}

// Paths lists the planned paths, sorted.
func (p *Plan) Paths() []string {
	return slices.Sorted(slices.Values(p.paths()))
}

// Like gives the planned path that a file system which ignores case or
// Unicode form takes for the same as path; it may be path itself.
func (p *Plan) Like(path string) (string, bool) {
	c, ok := p.index.like(path, Fold(path))
	if !ok || c.spelling != c.file {
		return "", false
	}
	_, ok = p.File(c.file)
	return c.file, ok
}

// claim notes a path that clashes with none.
func (x *index) claim(path, key string) {
	n := len(x.paths)
	x.paths, x.at[path] = append(x.paths, path), n
	if key != path {
		x.odd[key] = claimedPath{path, path}
	}
	for folder, folded := range folders(path, key) {
		if _, ok := x.folders[folder]; ok {
			continue
		}
		x.folders[folder] = n
		if folded != folder {
			x.odd[folded] = claimedPath{folder, path}
		}
	}
}

// clash finds the claim that stands in the way of path.
func (x *index) clash(path, key string) (claimedPath, bool) {
	if c, ok := x.like(path, key); ok {
		return c, true
	}
	for folder, folded := range folders(path, key) {
		if c, ok := x.like(folder, folded); ok && (c.spelling != folder || c.spelling == c.file) {
			return c, true
		}
	}
	return claimedPath{}, false
}

// like finds the claim to a path, or to one that is like it.
func (x *index) like(path, key string) (claimedPath, bool) {
	for _, spelling := range []string{path, key} {
		if _, ok := x.at[spelling]; ok {
			return claimedPath{spelling, spelling}, true
		}
		if n, ok := x.folders[spelling]; ok {
			return claimedPath{spelling, x.paths[n]}, true
		}
	}
	c, ok := x.odd[key]
	return c, ok
}

func (p *Plan) refuseClash(path, origin string, c claimedPath) *problem.Problem {
	first, _ := p.File(c.file)
	had, other := c.file, first.Origin
	if isFile(other) && !isFile(origin) { // the file is what can give way
		path, origin, had, other = had, other, path, origin
	}
	var message string
	switch {
	case had == path:
		message = fmt.Sprintf("%q is also published by %s", path, other)
	case strings.HasPrefix(path, had+"/"):
		message = fmt.Sprintf("%q needs a folder where %s publishes the file %q", path, other, had)
	case strings.HasPrefix(had, path+"/"):
		message = fmt.Sprintf("%q needs to be a folder, since %s publishes %q", path, other, had)
	default:
		message = fmt.Sprintf("%q and %q, published by %s, differ only in case or in how accents are encoded, which "+
			"many systems ignore", path, had, other)
	}
	return refusal(origin, message, "rename one of the two, or give one page another slug")
}

// isFile reports whether an origin is a content file, and not what else asks
// for paths.
func isFile(origin string) bool {
	return strings.Contains(origin, "/") || strings.Contains(origin, ".")
}

func refusal(origin, message, hint string) *problem.Problem {
	return &problem.Problem{
		Place:    problem.Place{File: origin},
		Severity: problem.Error,
		Message:  message,
		Hint:     hint,
	}
}
