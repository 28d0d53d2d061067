package search

import (
	"encoding/binary"
	"iter"
	"maps"
	"runtime"
	"slices"
	"strings"

	"collate/generator/parallel"
)

// The parts of an entry, by how much it counts that a term is in them.
const (
	inTitle = iota
	inFigures
	inText
	partCount
)

// term is a term with its places, each an entry's number times parts plus the
// part that has it. They ascend and there are many of them, so they are kept
// as varints of how far each is from the one before, less one.
type term struct {
	text   string
	count  int    // how many places
	next   uint32 // the least that the next place can be
	places []byte
}

// add adds a place behind all others.
func (t *term) add(place uint32) {
	t.places = binary.AppendUvarint(t.places, uint64(place-t.next))
	t.next = place + 1
	t.count++
}

// all yields the places of a term.
func (t *term) all() iter.Seq[uint32] {
	return func(yield func(uint32) bool) {
		next := uint32(0)
		for rest := t.places; len(rest) > 0; {
			gap, size := uint64(rest[0]), 1
			if gap >= 0x80 {
				gap, size = binary.Uvarint(rest)
			}
			place := next + uint32(gap)
			if !yield(place) {
				return
			}
			next, rest = place+1, rest[size:]
		}
	}
}

// size is about how many bytes a term takes.
func (t *term) size(entries int) int {
	return len(t.text) + 5 + min(t.count*3/2, partCount*entries/6)
}

// join adds the places of the same term in later entries.
func (t *term) join(later *term) {
	first, size := binary.Uvarint(later.places)
	t.places = binary.AppendUvarint(t.places, first-uint64(t.next))
	t.places = append(t.places, later.places[size:]...)
	t.next = later.next
	t.count += later.count
}

// gatherer gathers the terms of entries.
type gatherer struct {
	tokenizer
	words     wording
	entry, in uint32 // the entry and the part of it that is being added
	terms     map[string]*term
}

// entriesApart is how many entries there are at least to each of the ranges
// that are gathered apart, since each range has its own of the common terms.
const entriesApart = 4000

// gatherTerms gives the terms of all entries, sorted. It gathers ranges of entries
// at once and joins what they have; how many ranges there are makes no
// difference to the terms.
func gatherTerms(all []entry, words wording) []*term {
	ranges := make([]map[string]*term, max(1, min(runtime.GOMAXPROCS(0), len(all)/entriesApart)))
	parallel.Do(len(ranges), func(n int) {
		g := &gatherer{words: words, terms: map[string]*term{}}
		g.emit, g.lexicon = g.add, words.lexicon
		for i := len(all) * n / len(ranges); i < len(all)*(n+1)/len(ranges); i++ {
			g.entry, g.in = uint32(i), inTitle
			g.describe(all[i])
		}
		ranges[n] = g.terms
	})
	known := ranges[0]
	for _, later := range ranges[1:] {
		for text, t := range later {
			if first := known[text]; first != nil {
				first.join(t)
			} else {
				known[text] = t
			}
		}
	}
	return sortTerms(slices.AppendSeq(make([]*term, 0, len(known)), maps.Values(known)))
}

func sortTerms(terms []*term) []*term {
	slices.SortFunc(terms, func(a, b *term) int { return strings.Compare(a.text, b.text) })
	return terms
}

// part says which part of the entry follows.
func (g *gatherer) part(in uint32) { g.in = in }

// add adds the entry to a term, unless it has it already.
func (g *gatherer) add(text []byte) {
	t := g.terms[string(text)]
	if t == nil {
		t = &term{text: string(text)}
		g.terms[t.text] = t
	}
	if first := g.entry * partCount; t.next <= first {
		t.add(first + g.in)
	}
}
