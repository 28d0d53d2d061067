package export

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"iter"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"collate/generator/digest"
	"collate/generator/plan"
)

// byteOrderMark tells spreadsheet programs that a file is UTF-8.
const byteOrderMark = "\ufeff"

// csvParts is the CSV of all stories, a part for each: a large site has more
// records than should be held at once.
func csvParts(d *digest.Digest) iter.Seq[plan.Part] {
	return func(yield func(plan.Part) bool) {
		if !yield(beginCSV) {
			return
		}
		for _, s := range d.Stories {
			if !yield(func(b *bytes.Buffer) error { return writeRecords(b, recordsOf(s, d.Config.URL)) }) {
				return
			}
		}
	}
}

// WriteCSV writes the records with a line of column names before them, and
// without a byte order mark: other programs read what is printed.
func WriteCSV(b *bytes.Buffer, records []Record) error {
	if err := writeNames(b); err != nil {
		return err
	}
	return writeRecords(b, slices.Values(records))
}

// beginCSV begins a file.
func beginCSV(b *bytes.Buffer) error {
	b.WriteString(byteOrderMark)
	return writeNames(b)
}

func writeNames(b *bytes.Buffer) error {
	return writeLines(b, func(w *csv.Writer) { w.Write(columns) })
}

func writeRecords(b *bytes.Buffer, records iter.Seq[Record]) error {
	return writeLines(b, func(w *csv.Writer) {
		for r := range records {
			fields := r.fields()
			for i, field := range fields {
				fields[i] = inert(field)
			}
			w.Write(fields)
		}
	})
}

func writeLines(b *bytes.Buffer, write func(*csv.Writer)) error {
	w := csv.NewWriter(b)
	write(w) // a buffer takes everything; Flush keeps any error
	w.Flush()
	if err := w.Error(); err != nil {
		return fmt.Errorf("export: %w", err)
	}
	return nil
}

// plainNumber is what a spreadsheet reads as a number, and never as a formula.
var plainNumber = regexp.MustCompile(`^-?[0-9][0-9,]*(\.[0-9]+)?%?$`)

// formulaSigns begin what a spreadsheet program may run: those of ASCII, and
// the wide forms that some take for them.
const formulaSigns = "=+-@\t\r\n＝＋－＠"

// inert is a field that no spreadsheet program runs as a formula. The
// apostrophe that makes it one is before those that have it already too, so
// that it can be taken off again.
func inert(field string) string {
	if field == "" || plainNumber.MatchString(field) {
		return field
	}
	first, _ := utf8.DecodeRuneInString(field)
	if first == '\'' || strings.ContainsRune(formulaSigns, first) {
		return "'" + field
	}
	return field
}
