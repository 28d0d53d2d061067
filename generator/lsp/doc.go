// Package lsp is a language server for the content of a digest: an editor that
// speaks the Language Server Protocol (3.17) shows each problem where it is
// made, and what is known of a value where the cursor stands.
//
// # What is shown
//
// Diagnostics are the problems that collate lint finds, in all files, with what
// to write instead as related text. They follow a keystroke once nothing has
// come for 10 ms, and every save and outside change. Only what rendering every page shows,
// such as a page of over 8 MB, is left to lint and build.
//
// Hover, completion, quick fixes, rename, definition, references, symbols,
// folding and inlay hints are a file each.
//
// # How
//
// Texts that are open stand in the place of their files, saved or not; the site
// is made from them by a function that the server is handed, which remembers
// what did not change. Requests are answered one at a time, in their order, from
// a site that has all edits before them. Files that change outside the editor are
// told by another function.
//
// Positions are UTF-16, as every client can; columns of problems are characters.
// A position that a text doesn't have is the nearest that it has. A request that
// can't be answered gets null or an error, and no request ends the server.
package lsp
