package search

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strconv"
	"sync"

	"collate/generator/digest"
	"collate/generator/i18n"
	"collate/generator/plan"
	"collate/generator/problem"
)

// wording is what the pages say of what is found, in the site's language, and
// how that reads numbers.
type wording struct {
	*i18n.Words
	lexicon *lexicon
}

// How many entries there are to a file of terms, how many such files there are
// at most, and how many entries stand in a file.
const (
	entriesPerFile = 20
	mostFiles      = 640
	shownPerFile   = 6
)

// Plan adds the files of the index.
func Plan(p *plan.Plan, d *digest.Digest, from *i18n.Words) problem.List {
	words := wording{from, lexiconOf(d.Config)}
	var problems problem.List
	add := func(path string, render func(*bytes.Buffer) error) {
		if clash := p.Add(path, "the site's search", render); clash != nil {
			problems = append(problems, *clash)
		}
	}
	counts := countKinds(d)
	count := 0
	for _, n := range counts {
		count += n
	}
	files := min(1+count/entriesPerFile, mostFiles)
	all := sync.OnceValue(func() []entry { return entries(d) })
	made := sync.OnceValue(func() *searchIndex { return newIndex(all(), files, words) })
	add("search/terms.js", func(b *bytes.Buffer) error { return made().writeStarts(b, counts, words) })
	add("search/units.js", words.writeUnits)
	add("search/names.js", func(b *bytes.Buffer) error { return words.writeNames(b, all()) })
	for n := range files {
		add("search/t"+strconv.Itoa(n)+".js",
			func(b *bytes.Buffer) error { return writeCall(b, "t"+strconv.Itoa(n), made().files[n], false) })
	}
	for n := range (count + shownPerFile - 1) / shownPerFile {
		add("search/d"+strconv.Itoa(n)+".js", func(b *bytes.Buffer) error {
			return words.writeShown(b, n, all()[n*shownPerFile:min((n+1)*shownPerFile, count)])
		})
	}
	return problems
}

// writeCall appends a script that hands data to the page; in what is to be shown, <,
// > and & are escaped.
func writeCall(b *bytes.Buffer, name string, data any, escape bool) error {
	encoder := json.NewEncoder(b)
	encoder.SetEscapeHTML(escape)
	fmt.Fprintf(b, "collateSearch(%q,", name)
	if err := encoder.Encode(data); err != nil {
		return fmt.Errorf("search: %w", err)
	}
	b.Truncate(b.Len() - 1)
	b.WriteString(")\n")
	return nil
}

// writeStarts says where each file of terms begins, what entries there are, and
// what words mean in a query.
func (x *searchIndex) writeStarts(b *bytes.Buffer, kinds [summaryPage + 1]int, words wording) error {
	return writeCall(b, "terms", map[string]any{
		"kinds": kinds, "shown": shownPerFile, "starts": x.starts, "version": strconv.FormatUint(uint64(x.version), 36),
		"powers": words.lexicon.wordsByPower(), "common": words.common(),
	}, false)
}

// writeShown writes a file of entries.
func (w wording) writeShown(b *bytes.Buffer, n int, entries []entry) error {
	all := make([][]any, len(entries))
	for i, e := range entries {
		all[i] = w.show(e).list()
	}
	return writeCall(b, "d"+strconv.Itoa(n), all, true)
}
