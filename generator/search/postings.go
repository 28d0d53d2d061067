package search

import "bytes"

// digits64 are the digits of lists, as in URL-safe base64.
const digits64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"

// writePostings writes terms, each with its lists behind tabs; empty ones at the end
// are left out.
func writePostings(terms []*term, entries int) string {
	size := 0
	for _, t := range terms {
		size += t.size(entries)
	}
	b := make([]byte, 0, size)
	for _, t := range terms {
		b = append(b, t.text...)
		for part := range uint32(partCount) {
			b = appendList(append(b, '\t'), t, part, entries)
		}
		b = append(bytes.TrimRight(b, "\t"), '\n')
	}
	return string(b)
}

// appendList appends the entries that have a term in one part, in whichever way
// is shorter.
func appendList(b []byte, t *term, part uint32, entries int) []byte {
	start, next := len(b), uint32(0)
	for place := range t.all() {
		if place%partCount != part {
			continue
		}
		gap := place/partCount - next
		for ; gap >= 32; gap >>= 5 {
			b = append(b, digits64[gap&31|32])
		}
		b = append(b, digits64[gap])
		next = place/partCount + 1
	}
	if len(b)-start <= entries/6+2 {
		return b
	}
	b = append(append(b[:start], '!'), make([]byte, entries/6+1)...)
	bits := b[start+1:]
	for place := range t.all() {
		if e := place / partCount; place%partCount == part {
			bits[e/6] |= 1 << (e % 6)
		}
	}
	for i, six := range bits {
		bits[i] = digits64[six]
	}
	return b
}
