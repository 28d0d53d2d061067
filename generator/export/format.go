package export

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"iter"
)

// A format writes one file: begin, then records as often as there are some,
// then end.
type format interface {
	begin(*bytes.Buffer) error
	write(*bytes.Buffer, iter.Seq[Record]) error
	end(*bytes.Buffer) error
}

// writeWhole writes a file at once.
func writeWhole(b *bytes.Buffer, f format, records iter.Seq[Record]) error {
	if err := f.begin(b); err != nil {
		return err
	}
	if err := f.write(b, records); err != nil {
		return err
	}
	return f.end(b)
}

// csvFormat is a line of column names, and a line for each record.
type csvFormat struct{}

func newCSV() format { return csvFormat{} }

func (csvFormat) begin(b *bytes.Buffer) error {
	return writeLines(b, func(w *csv.Writer) { w.Write(columns) })
}

func (csvFormat) write(b *bytes.Buffer, records iter.Seq[Record]) error {
	return writeLines(b, func(w *csv.Writer) {
		for r := range records {
			w.Write(r.fields())
		}
	})
}

func (csvFormat) end(*bytes.Buffer) error { return nil }

func writeLines(b *bytes.Buffer, write func(*csv.Writer)) error {
	w := csv.NewWriter(b)
	write(w) // a buffer takes everything; Flush keeps any error
	w.Flush()
	if err := w.Error(); err != nil {
		return fmt.Errorf("export: %w", err)
	}
	return nil
}

// jsonFormat is an array of objects, a record a line.
type jsonFormat struct{ some bool } // there has been a record

func newJSON() format { return &jsonFormat{} }

func (f *jsonFormat) begin(b *bytes.Buffer) error {
	b.WriteString("[\n")
	return nil
}

func (f *jsonFormat) write(b *bytes.Buffer, records iter.Seq[Record]) error {
	e := json.NewEncoder(b)
	e.SetEscapeHTML(false)
	for r := range records {
		if f.some {
			b.WriteString(",\n")
		}
		f.some = true
		if err := e.Encode(r); err != nil {
			return fmt.Errorf("export: %w", err)
		}
		b.Truncate(b.Len() - 1) // Encode ends the line, and a comma may follow
	}
	return nil
}

func (f *jsonFormat) end(b *bytes.Buffer) error {
	if f.some {
		b.WriteByte('\n')
	}
	b.WriteString("]\n")
	return nil
}
