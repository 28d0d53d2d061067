package search

import (
	"encoding/binary"
	"hash/crc32"
	"strings"

	"collate/generator/parallel"
)

// searchIndex is what the files of terms say.
type searchIndex struct {
	starts  []string // of each file: what its terms begin with, see first
	files   []string // the lines of each
	version uint32   // changes with anything in the index
}

// newIndex makes the index of a digest, cut into a number of files.
func newIndex(all []entry, files int, words wording) *searchIndex {
	terms := gatherTerms(all, words)
	terms = sortTerms(append(terms, sharedStarts(terms, len(all), files)...))
	x := &searchIndex{starts: make([]string, files), files: make([]string, files), version: checksum(terms)}
	ends := cutFiles(terms, len(all), files)
	parallel.Do(files, func(n int) {
		start := 0
		if n > 0 {
			start = ends[n-1]
		}
		x.starts[n] = shortestStart(terms, start, ends[n])
		x.files[n] = writePostings(terms[start:ends[n]], len(all))
	})
	return x
}

// sharedStarts gives a term for each beginning of two or three letters whose terms
// fill more than two files.
func sharedStarts(terms []*term, entries, files int) []*term {
	total := 0
	for _, t := range terms {
		total += t.size(entries)
	}
	var all []*term
	best := make([]uint8, entries)
	for letters := 2; letters <= 3; letters++ {
		for start := 0; start < len(terms); {
			b := beginning(terms[start].text, letters)
			end, size := start, 0
			for end < len(terms) && beginning(terms[end].text, letters) == b {
				size += terms[end].size(entries)
				end++
			}
			if b != "" && size > 2*total/files {
				all = append(all, unionTerms(b+"*", terms[start:end], best))
			}
			start = end
		}
	}
	return all
}

// beginning is a term's first letters, if it has more; empty where it has not
// or is no word.
func beginning(text string, letters int) string {
	if text[0] < '0' || text[0] == '=' {
		return ""
	}
	for i := range text {
		if letters == 0 {
			return text[:i]
		}
		letters--
	}
	return ""
}

// unionTerms joins terms to one, which has an entry in the best part that any of
// them has it in. Best has room for all entries; it is zero before and after.
func unionTerms(text string, terms []*term, best []uint8) *term {
	for _, t := range terms {
		for place := range t.all() {
			if rank := uint8(partCount - place%partCount); rank > best[place/partCount] {
				best[place/partCount] = rank
			}
		}
	}
	joined := &term{text: text}
	for i, rank := range best {
		if rank > 0 {
			joined.add(uint32(i)*partCount + uint32(partCount-rank))
			best[i] = 0
		}
	}
	return joined
}

// checksum is one of all terms and their places.
func checksum(terms []*term) uint32 {
	hash := crc32.NewIEEE()
	var block []byte
	for _, t := range terms {
		block = append(block[:0], t.text...)
		for place := range t.all() {
			block = binary.LittleEndian.AppendUint32(block, place)
		}
		hash.Write(block)
	}
	return hash.Sum32()
}

// cutFiles cuts the terms into files of about one size: of each, how many
// terms are in it and those before.
func cutFiles(terms []*term, entries, files int) []int {
	total := 0
	for _, t := range terms {
		total += t.size(entries)
	}
	ends := make([]int, 0, files)
	done := 0
	for i, t := range terms {
		done += t.size(entries)
		for len(ends) < files-1 && done*files >= total*(len(ends)+1) {
			ends = append(ends, i+1)
		}
	}
	for len(ends) < files {
		ends = append(ends, len(terms))
	}
	return ends
}

// shortestStart is the first term of a file as far as it takes to tell it from the
// last of the file before.
func shortestStart(terms []*term, start, end int) string {
	if start == 0 || start == end {
		return ""
	}
	text, before := terms[start].text, terms[start-1].text
	for i := range text {
		if !strings.HasPrefix(before, text[:i]) {
			return text[:i]
		}
	}
	return text
}
