package plan

import (
	"fmt"
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// Fold gives the form that is equal for all paths which a file system that
// ignores case and Unicode form (as on macOS and Windows) takes for one.
func Fold(path string) string {
	for i := range len(path) {
		if path[i] >= utf8.RuneSelf {
			// Folding can undo composition, hence once more after it.
			return norm.NFC.String(cases.Fold().String(norm.NFC.String(path)))
		}
	}
	return strings.ToLower(path)
}

// Safe reports whether a path is one that a plan would take.
func Safe(path string) bool {
	return unsafeReason(path) == ""
}

// unsafeReason says what is wrong with a path, or nothing.
func unsafeReason(path string) string {
	if !utf8.ValidString(path) {
		return "the name is not valid UTF-8"
	}
	if i := strings.IndexFunc(path, forbiddenInPaths); i >= 0 {
		r, _ := utf8.DecodeRuneInString(path[i:])
		return fmt.Sprintf("the character %q does not work in file names everywhere", r)
	}
	for segment := range strings.SplitSeq(path, "/") {
		if fault := unsafeSegment(segment); fault != "" {
			return fault
		}
	}
	return ""
}

func forbiddenInPaths(r rune) bool {
	return unicode.IsControl(r) || strings.ContainsRune(`\<>:"|?*`, r)
}

func unsafeSegment(s string) string {
	switch lower := Fold(s); {
	case s == "":
		return "it has an empty folder or file name"
	case s == "." || s == "..":
		return fmt.Sprintf("%q is no name", s)
	case strings.HasSuffix(s, ".") || strings.HasSuffix(s, " "):
		return fmt.Sprintf("%q ends in a dot or a space, which Windows drops", s)
	case len(s) > 255:
		return fmt.Sprintf("a name of %d bytes is too long, at most 255 fit", len(s))
	case reserved(lower):
		return fmt.Sprintf("%q is a device on Windows", s)
	case lower == ".git" || strings.HasPrefix(lower, ".collate"):
		return fmt.Sprintf("%q is kept for other uses", s)
	}
	return ""
}

// reserved reports whether Windows takes a folded name for a device; it does
// so with any extension.
func reserved(name string) bool {
	name, _, _ = strings.Cut(name, ".")
	name = strings.TrimRight(name, " ")
	switch name {
	case "con", "prn", "aux", "nul", "conin$", "conout$":
		return true
	}
	port, ok := strings.CutPrefix(name, "com")
	if !ok {
		port, ok = strings.CutPrefix(name, "lpt")
	}
	return ok && utf8.RuneCountInString(port) == 1 && strings.Contains("0123456789¹²³", port)
}

// folders yields the folders above a path, as spelt and folded. Folding keeps
// slashes, so both have as many.
func folders(path, folded string) iter.Seq2[string, string] {
	return func(yield func(string, string) bool) {
		i, j := 0, 0
		for {
			n, m := strings.IndexByte(path[i:], '/'), strings.IndexByte(folded[j:], '/')
			if n < 0 || m < 0 || !yield(path[:i+n], folded[:j+m]) {
				return
			}
			i, j = i+n+1, j+m+1
		}
	}
}
