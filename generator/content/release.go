package content

import (
	"slices"
	"strings"
	"time"

	"collate/generator/frontmatter"
)

// Release is what front matter says about whether and when a file is for
// readers. Keys that other generators have for it count as well: a file that is
// private there must not become public here.
type Release struct {
	Held  bool      // it isn't, until a writer says so: a draft
	From  time.Time // it isn't before; may be zero
	Until time.Time // it isn't from then on; may be zero
}

// The keys that keep a file from readers, folded as [foldKey] does.
var (
	heldIfTrue  = []string{"draft", "headless", "private", "hidden", "unlisted", "unpublished"}
	heldIfFalse = []string{"published", "publish", "public", "render"}
	heldIfNamed = []string{"status", "state", "visibility", "poststatus"}
	heldFrom    = []string{"publishdate", "publishon", "embargo", "embargountil", "scheduled"}
	heldUntil   = []string{"expirydate", "expires", "expiredate", "expirationdate", "unpublishdate", "unpublishon"}

	heldStates = []string{"draft", "private", "hidden", "unlisted", "unpublished", "pending", "future", "scheduled"}
)

// foldKey is a key without regard to case, hyphens and underscores.
func foldKey(key string) string {
	return strings.NewReplacer("-", "", "_", "").Replace(strings.ToLower(key))
}

// isNo reports whether a word stands for false.
func isNo(word string) bool {
	return slices.Contains([]string{"false", "no", "off", "n", "0", "never", "none"}, strings.ToLower(word))
}

// isYes reports whether a word stands for true.
func isYes(word string) bool {
	return slices.Contains([]string{"true", "yes", "on", "y", "1", "always"}, strings.ToLower(word))
}

// readRelease reads what the front matter says about whether a file is for
// readers. The keys that say it are remembered as known.
func (s *fileReader) readRelease(root *frontmatter.Node, zone *time.Location) {
	for _, e := range root.Entries() {
		key := foldKey(e.Key.Value)
		switch {
		case key == "build" && e.Value.Kind == frontmatter.Mapping:
			s.readBuild(e)
		case e.Value.Kind != frontmatter.Scalar || e.Value.Blank():
		case slices.Contains(heldFrom, key):
			s.release.From = s.releaseDate(e, zone)
		case slices.Contains(heldUntil, key):
			s.release.Until = s.releaseDate(e, zone)
		default:
			s.readHeld(e, key)
		}
	}
}

// readHeld reads a key that may say that a file is for nobody yet. What is
// neither yes nor no keeps a draft a draft.
func (s *fileReader) readHeld(e frontmatter.Entry, key string) {
	word := strings.TrimSpace(e.Value.Value)
	held, known := false, false
	switch {
	case key == "draft":
		held, known = !isNo(word), true
	case slices.Contains(heldIfTrue, key):
		held, known = isYes(word), isYes(word) || isNo(word)
	case slices.Contains(heldIfFalse, key):
		held, known = isNo(word), isYes(word) || isNo(word)
	case slices.Contains(heldIfNamed, key):
		held = slices.Contains(heldStates, strings.ToLower(word))
		known = held || strings.EqualFold(word, "published") || strings.EqualFold(word, "public")
	}
	s.release.Held = s.release.Held || held
	if known {
		s.releaseKeys = append(s.releaseKeys, e.Key)
	}
}

// readBuild reads Hugo's build options: what isn't rendered or listed there is
// a draft here.
func (s *fileReader) readBuild(e frontmatter.Entry) {
	for _, option := range e.Value.Entries() {
		switch strings.ToLower(option.Key.Value) {
		case "render", "list":
			s.release.Held = s.release.Held || isNo(option.Value.Value) ||
				strings.EqualFold(option.Value.Value, "link")
		}
	}
	s.releaseKeys = append(s.releaseKeys, e.Key)
}

func (s *fileReader) releaseDate(e frontmatter.Entry, zone *time.Location) time.Time {
	s.releaseKeys = append(s.releaseKeys, e.Key)
	return s.date(e.Value, e.Key.Value, zone, false).Time
}

// tellsRelease reports whether a key says whether the file is for readers.
func (s *fileReader) tellsRelease(key *frontmatter.Node) bool {
	return slices.Contains(s.releaseKeys, key)
}

// Held reports whether a key of front matter, with this value, keeps a file
// from readers. Nested keys are joined by points.
func Held(key, value string) bool {
	switch strings.ToLower(strings.TrimPrefix(key, "_")) {
	case "build.render", "build.list":
		return isNo(value) || strings.EqualFold(value, "link")
	case "permalink", "url":
		return strings.EqualFold(value, "false")
	}
	s := fileReader{}
	word := &frontmatter.Node{Kind: frontmatter.Scalar, Value: value}
	s.readHeld(frontmatter.Entry{Key: word, Value: word}, foldKey(key))
	return s.release.Held
}

// HeldFrom reports whether a key of front matter has the day before which a
// file is not for readers.
func HeldFrom(key string) bool { return slices.Contains(heldFrom, foldKey(key)) }

// HeldUntil reports whether a key of front matter has the day from which on a
// file is no longer for readers.
func HeldUntil(key string) bool { return slices.Contains(heldUntil, foldKey(key)) }
