package i18n

import (
	"html"
	"slices"
	"strings"
)

// message is a text cut at its {placeholders}: text, name, text, name, text.
type message []string

func parseMessage(text string) message {
	var m message
	for {
		before, rest, ok := strings.Cut(text, "{")
		name, after, closed := strings.Cut(rest, "}")
		if !ok || !closed {
			return append(m, text)
		}
		m = append(m, before, name)
		text = after
	}
}

// escaped is the message with its texts as HTML.
func (m message) escaped() message {
	m = slices.Clone(m)
	for i := 0; i < len(m); i += 2 {
		m[i] = html.EscapeString(m[i])
	}
	return m
}

// fill puts in texts by the names of their places; pairs are names and texts.
func (m message) fill(pairs []string) string {
	if len(m) == 1 {
		return m[0]
	}
	size := 0
	for _, part := range m {
		size += len(part)
	}
	for _, part := range pairs {
		size += len(part)
	}
	var b strings.Builder
	b.Grow(size)
	for i, part := range m {
		if i%2 == 0 {
			b.WriteString(part)
			continue
		}
		for j := 0; j < len(pairs); j += 2 {
			if pairs[j] == part {
				b.WriteString(pairs[j+1])
				break
			}
		}
	}
	return b.String()
}
