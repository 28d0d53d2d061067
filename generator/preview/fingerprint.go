package preview

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"regexp"
	"strings"
	"sync"

	"collate/generator/plan"
)

// render appends the bytes of a planned file, or a part of it. A panic becomes
// an error, since the preview has to outlive it.
func render(part plan.Part, page *bytes.Buffer) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("rendering failed: %v", r)
		}
	}()
	return part(page)
}

// versionOf gives the version of a planned file that has one, and like render
// outlives a panic.
func versionOf(f plan.File) (version string, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("its version could not be had: %v", r)
		}
	}()
	return f.Version()
}

// fingerprint is what a page was made of, as far as its reader can tell: its bytes
// without the addresses of its style sheets, and these.
type fingerprint struct {
	token  string // of the two, for comparing: the first half, a dot, the other
	styles []string
}

// fingerprints remembers for the pages of one plan what they are made of. A plan never
// changes, so neither do they.
type fingerprints struct {
	plan *plan.Plan
	mu   sync.Mutex // held while rendering, so that many who ask leave a processor free
	made map[string]fingerprint
}

func newFingerprints(p *plan.Plan) *fingerprints {
	return &fingerprints{plan: p, made: map[string]fingerprint{}}
}

// of gives what a planned file is made of; an error is its rendering's.
func (m *fingerprints) of(path string) (fingerprint, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if made, ok := m.made[path]; ok {
		return made, nil
	}
	f, _ := m.plan.File(path)
	var page bytes.Buffer
	if err := render(f.Render, &page); err != nil {
		return fingerprint{}, err
	}
	made := fingerprintOf(page.Bytes())
	m.made[path] = made
	return made, nil
}

var (
	linkTag     = regexp.MustCompile(`<link\b[^>]*>`)
	styleRel    = regexp.MustCompile(`\brel="?stylesheet\b`)
	hrefPattern = regexp.MustCompile(`\bhref="([^"]*)"`)
)

// fingerprintOf tells what a page is made of.
func fingerprintOf(page []byte) fingerprint {
	head := page
	if end := bytes.Index(page, []byte("</head>")); end >= 0 {
		head = page[:end]
	}
	var styles []string
	sum, from := sha256.New(), 0
	for _, at := range linkTag.FindAllIndex(head, -1) {
		tag := head[at[0]:at[1]]
		href := hrefPattern.FindSubmatchIndex(tag)
		if href == nil || !styleRel.Match(tag) {
			continue
		}
		styles = append(styles, string(tag[href[2]:href[3]]))
		sum.Write(page[from : at[0]+href[2]])
		from = at[0] + href[3]
	}
	sum.Write(page[from:])
	return fingerprint{shortHash(sum.Sum(nil)) + "." + digest([]byte(strings.Join(styles, "\n"))), styles}
}

// digest tells one text from all others.
func digest(text []byte) string {
	sum := sha256.Sum256(text)
	return shortHash(sum[:])
}

func shortHash(sum []byte) string { return base64.RawURLEncoding.EncodeToString(sum[:15]) }
