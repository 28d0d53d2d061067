package search

import (
	"hash/crc32"
	"slices"
	"strings"
)

// The parts of an entry, by how much it counts that a term is in them.
const (
	inTitle = iota
	inFigures
	inText
	parts
)

// index is every term with the entries that have it, as it is made and when
// it is done.
type index struct {
	cutter
	words     Words
	entry, in uint32 // the entry and the part of it that is being added
	terms     map[string]*posting

	sorted  []string // the terms
	ends    []int    // of each file: how many terms are in it and those before
	version uint32   // changes with anything in the index
}

// posting is the entries of a term, each as its number times parts plus the
// part; ascending.
type posting struct {
	last    uint32
	entries []uint32
}

// newIndex makes the index of a digest, to be cut into a number of files.
func newIndex(all []entry, files int, words Words) *index {
	x := &index{words: words, terms: map[string]*posting{}}
	x.emit = x.add
	for i, e := range all {
		x.entry, x.in = uint32(i), inTitle
		x.describe(e)
	}
	x.addBeginnings(len(all), files)
	x.cutFiles(len(all), files)
	return x
}

// part says which part of the entry follows.
func (x *index) part(in uint32) { x.in = in }

// add adds the entry to a term, unless it has it already.
func (x *index) add(term []byte) {
	p := x.terms[string(term)]
	if p == nil {
		p = &posting{}
		x.terms[string(term)] = p
	} else if p.last == x.entry {
		return
	}
	p.last = x.entry
	p.entries = append(p.entries, x.entry*parts+x.in)
}

// size is about how many bytes a term takes.
func (p *posting) size(term string, entries int) int {
	return len(term) + 5 + min(len(p.entries)*3/2, parts*entries/6)
}

// addBeginnings adds a term for each beginning of two or three letters whose
// terms fill more than two files.
func (x *index) addBeginnings(entries, files int) {
	total := 0
	sizes := map[string]int{}
	for term, p := range x.terms {
		size := p.size(term, entries)
		total += size
		for _, b := range beginnings(term) {
			sizes[b] += size
		}
	}
	shared := map[string][]*posting{}
	for term, p := range x.terms {
		for _, b := range beginnings(term) {
			if sizes[b] > 2*total/files {
				shared[b] = append(shared[b], p)
			}
		}
	}
	best := make([]uint8, entries)
	for b, postings := range shared {
		x.terms[b+"*"] = union(postings, best)
	}
}

// beginnings are a term's first two and three letters, if it has more.
func beginnings(term string) []string {
	if term[0] < '0' || term[0] == '=' {
		return nil
	}
	var all []string
	letters := 0
	for i := range term {
		if letters >= 2 {
			all = append(all, term[:i])
		}
		if letters++; letters > 3 {
			break
		}
	}
	return all
}

// union joins postings, an entry with the best part that it has in any. Best
// has room for all entries; it is zero before and after.
func union(postings []*posting, best []uint8) *posting {
	for _, p := range postings {
		for _, e := range p.entries {
			if rank := uint8(parts - e%parts); rank > best[e/parts] {
				best[e/parts] = rank
			}
		}
	}
	all := &posting{}
	for i, rank := range best {
		if rank > 0 {
			all.entries = append(all.entries, uint32(i)*parts+uint32(parts-rank))
			best[i] = 0
		}
	}
	return all
}

// cutFiles sorts the terms and cuts them into files of about one size.
func (x *index) cutFiles(entries, files int) {
	total := 0
	hash := crc32.NewIEEE()
	for term, p := range x.terms {
		x.sorted = append(x.sorted, term)
		total += p.size(term, entries)
	}
	slices.Sort(x.sorted)
	done := 0
	number := make([]byte, 0, 4)
	for i, term := range x.sorted {
		p := x.terms[term]
		done += p.size(term, entries)
		for len(x.ends) < files-1 && done*files >= total*(len(x.ends)+1) {
			x.ends = append(x.ends, i+1)
		}
		hash.Write([]byte(term))
		for _, e := range p.entries {
			number = append(number[:0], byte(e), byte(e>>8), byte(e>>16), byte(e>>24))
			hash.Write(number)
		}
	}
	for len(x.ends) < files {
		x.ends = append(x.ends, len(x.sorted))
	}
	x.version = hash.Sum32()
}

// file is the terms of a file.
func (x *index) file(n int) []string {
	start := 0
	if n > 0 {
		start = x.ends[n-1]
	}
	return x.sorted[start:x.ends[n]]
}

// first is the first term of a file as far as it takes to tell it from the
// last of the file before.
func (x *index) first(n int) string {
	terms := x.file(n)
	if n == 0 || len(terms) == 0 {
		return ""
	}
	before := x.sorted[x.ends[n-1]-1]
	for i := range terms[0] {
		if !strings.HasPrefix(before, terms[0][:i]) {
			return terms[0][:i]
		}
	}
	return terms[0]
}
