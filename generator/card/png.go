package card

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"
)

// encode appends the canvas as PNG. The standard
// library's encoder takes several times as long for so few colours.
func (set letters) encode(b *bytes.Buffer) error {
	set.packed.Reset()
	set.zip.Reset(set.packed)
	if _, err := set.zip.Write(set.canvas); err != nil {
		return fmt.Errorf("png: %w", err)
	}
	if err := set.zip.Close(); err != nil {
		return fmt.Errorf("png: %w", err)
	}
	b.WriteString("\x89PNG\r\n\x1a\n")
	header := binary.BigEndian.AppendUint32(nil, width)
	header = binary.BigEndian.AppendUint32(header, height)
	header = append(header, 4, 3, 0, 0, 0) // bits a pixel, by palette, not interlaced
	appendChunk(b, "IHDR", header)
	var colours []byte
	for _, c := range palette() {
		colours = append(colours, c.R, c.G, c.B)
	}
	appendChunk(b, "PLTE", colours)
	appendChunk(b, "IDAT", set.packed.Bytes())
	appendChunk(b, "IEND", nil)
	return nil
}

// appendChunk appends a part of a PNG: its length, name, data and checksum.
func appendChunk(b *bytes.Buffer, name string, data []byte) {
	b.Write(binary.BigEndian.AppendUint32(nil, uint32(len(data))))
	start := b.Len()
	b.WriteString(name)
	b.Write(data)
	b.Write(binary.BigEndian.AppendUint32(nil, crc32.ChecksumIEEE(b.Bytes()[start:])))
}
