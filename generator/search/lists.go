package search

import "bytes"

// digits64 are the digits of lists, as in URL-safe base64.
const digits64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"

// write appends a term's lists, each after a tab; empty ones at the end are
// left out.
func (p *posting) write(b *bytes.Buffer, entries int) {
	var lists [parts][]uint32
	for _, e := range p.entries {
		lists[e%parts] = append(lists[e%parts], e/parts)
	}
	last := parts - 1
	for len(lists[last]) == 0 {
		last--
	}
	for _, list := range lists[:last+1] {
		b.WriteByte('\t')
		writeList(b, list, entries)
	}
}

// writeList appends entry numbers in whichever way is shorter.
func writeList(b *bytes.Buffer, list []uint32, entries int) {
	start, next := b.Len(), uint32(0)
	for _, e := range list {
		gap := e - next
		for ; gap >= 32; gap >>= 5 {
			b.WriteByte(digits64[gap&31|32])
		}
		b.WriteByte(digits64[gap])
		next = e + 1
	}
	if b.Len()-start <= entries/6+2 {
		return
	}
	b.Truncate(start)
	b.WriteByte('!')
	bits := make([]byte, entries/6+1)
	for _, e := range list {
		bits[e/6] |= 1 << (e % 6)
	}
	for _, six := range bits {
		b.WriteByte(digits64[six])
	}
}
