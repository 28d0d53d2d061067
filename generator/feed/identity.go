package feed

import (
	"crypto/sha1"
	"encoding/hex"
	"slices"
	"strings"

	"collate/generator/digest"
)

// identities are the lasting names of entries, which neither the site's url nor
// a file's name changes: a reader who has an entry doesn't get it again.
//
// A summary is known by the address of its article; where it has none, or where
// one that was added before is of the same article, by the first address that it had
// itself. The first of its aliases is that, else what the first of its story's
// makes of it.
type identities struct {
	first map[string]string // page of the first summary of an article, by its address
}

// identify reads the articles of a digest.
func identify(d *digest.Digest) identities {
	first := map[string]string{}
	for _, sum := range slices.Backward(latestOf(d.Summaries(), len(d.Summaries()))) {
		if article := article(sum); first[article] == "" {
			first[article] = sum.PageFile()
		}
	}
	return identities{first}
}

// article is the address of a summary's article, of which the scheme and what
// follows a # don't matter.
func article(sum *digest.Summary) string {
	address, _, _ := strings.Cut(sum.Source.URL, "#")
	_, rest, _ := strings.Cut(address, "://")
	return strings.TrimSuffix(rest, "/")
}

// of is the name of a summary's entry.
func (ids identities) of(sum *digest.Summary) string {
	if address := article(sum); address != "" && ids.first[address] == sum.PageFile() {
		return urn("article " + address)
	}
	return urn("page " + firstFile(sum))
}

// firstFile is the file at a summary's first address.
func firstFile(sum *digest.Summary) string {
	if len(sum.Aliases) > 0 {
		return sum.Aliases[0].Path
	}
	if rest, ok := strings.CutPrefix(sum.PageFile(), sum.Story.Path()); ok {
		return firstFolder(sum.Story) + rest
	}
	return sum.PageFile()
}

// firstFolder is the folder at a story's first address.
func firstFolder(story *digest.Story) string {
	if len(story.Aliases) > 0 {
		if folder, ok := strings.CutSuffix(story.Aliases[0].Path, "index.html"); ok {
			return folder
		}
	}
	return story.Path()
}

// disputed is the name of a dispute's entry.
func disputed(d digest.Dispute) string {
	if d.Check != nil {
		return urn("check " + firstFolder(d.Story) + " " + strings.Join(strings.Fields(d.Check.Text), " "))
	}
	return urn("figure " + firstFolder(d.Story) + " " + d.Row.ID)
}

// urn is a name as a UUID of version 5 (RFC 9562).
func urn(name string) string {
	namespace := [16]byte{0x6c, 0x1f, 0x0d, 0x5e, 0x93, 0x27, 0x4a, 0x41, 0x9b, 0x80, 0x2e, 0xd7, 0x54, 0xa9, 0x3c,
		0x16}
	sum := sha1.Sum(append(namespace[:], name...))
	id := sum[:16]
	id[6] = id[6]&0x0f | 0x50
	id[8] = id[8]&0x3f | 0x80
	text := hex.EncodeToString(id)
	return "urn:uuid:" + text[:8] + "-" + text[8:12] + "-" + text[12:16] + "-" + text[16:20] + "-" + text[20:]
}
