// Package preview keeps a site up to date while somebody writes it: it watches
// folders, asks for the site again when something in them changed, serves it,
// and tells the browser. It knows neither content nor templates: it is handed
// a function that makes the site and one that writes it.
//
// # Watching
//
// Folders are watched, never files, with all below them and the folder above
// each. One goroutine only empties the channels of fsnotify into a set of
// names, so that nothing it does can make fsnotify wait. Another takes the set
// when no event has come for 2 ms (25 ms while a file stands empty or is gone
// that was not, since the second half of a save may be on its way, and never
// later than 200 ms after the first event), looks at what it names, watches
// new folders before listing them, and asks for the site. What happens
// meanwhile leads to another round. Where events were lost, everything counts
// as changed.
//
// New permissions count as a change too, since they may be what mends a file
// that could not be read.
//
// Once a second names, sizes and times of a part of the files (2000) are
// compared with what they were, which finds what no event told. The times are
// that of the last edit, which programs can set, and where the system tells it
// (Linux, macOS) that of the last change of any kind, which they can't. Where
// times and size may have stayed as they were in spite of an edit, since the
// file was edited a moment before, it counts as changed once more. Should
// events fail to come three times in a row, or the system refuse to watch, all
// files are compared twice a second instead.
//
// In the end all files are compared once more, so that what was saved just
// before is published.
//
// # Serving
//
// Pages are rendered from the newest plan when they are asked for, never read
// from disk. A request waits until what was saved before it has been taken in.
// On Linux even an event that is still on its way counts: see fence. The output
// folder follows in the background, newest plan only. Where
// the site will be published under a path, pages are served under it as well:
// 404.html, alone of all, links to them so.
//
// While the content has errors the last good site stays up; before there was
// one, every page is the list of errors. The terminal and a panel over the
// page say the same.
//
// A page gets one script element more than is published. It holds an event
// stream open, over which the server sends what the page lacks: that its bytes
// have changed (reload), that only its style sheets have (style), that it is
// no longer part of the site (gone), that the content has errors (problems) or
// none any more (healed). What a page is made of is known by a token that it
// was served with and sends along, so that a page learns what it missed
// when it, or the server, was away.
//
// # Privacy
//
// Only planned files are served, to this machine unless another address is
// named, under the Host names localhost, 127.0.0.1, [::1], the one that it was
// told to listen on and the numeric address that the request came to. There
// are no cross-origin permissions; other sites may link here and no more, and
// hear no events.
package preview
