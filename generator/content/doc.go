// Package content reads one content file into typed values, and finds every
// problem that shows in it alone. What a folder of them says together is
// package folder's.
//
// # Files
//
// index.md is the site, sources/x.md a source, a folder with Markdown in it
// a story, its index.md the story's own page and every other x.md in it a
// summary. x.md beside index.md is a page, or, where it has a source, a
// summary of the story that it names: [RoleOf] and [Parse].
//
// # Problems
//
// What must be so for the site to be right is an error: required keys, types,
// dates, values, names. What is probably a slip is a warning: unknown keys,
// figures that stand in the text. One mistake is one problem. A draft of which
// no more can be read than the line draft: true is a draft.
//
// Parsing one file depends on its path, its bytes and the configuration only,
// so that a parse may be remembered by these three.
package content
