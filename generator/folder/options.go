package folder

import (
	"collate/generator/content"
	"time"
)

// Options say what is read of a content folder, and how it is called.
type Options struct {
	Prefix string    // put before every path in problems and Documents: content
	Drafts bool      // take drafts in
	Future bool      // take summaries in that are dated after Now
	Now    time.Time // decides what is future and nothing else; zero: nothing is
	URL    string    // stands in for the site's own url; may be empty
}

// late reports whether what has a date is left out for it.
func (o Options) late(date time.Time) bool {
	return !o.Now.IsZero() && !o.Future && date.After(o.Now)
}

// over reports whether a time has come.
func (o Options) over(t time.Time) bool { return !o.Now.IsZero() && !t.After(o.Now) }

// leavesOut reports whether a file of this release is left out as a draft or as
// expired, or late as not due yet.
func (o Options) leavesOut(r content.Release) (draft, late bool) {
	return !o.Drafts && (r.Held || !r.Until.IsZero() && o.over(r.Until)), o.late(r.From)
}
