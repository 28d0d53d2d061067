package export

import (
	"bytes"
	"encoding/csv"
	"strconv"

	"collate/generator/digest"
)

var changeColumns = []string{"day", "kind", "story", "figure", "check", "summary", "source", "claimant", "date", "old",
	"new", "updated", "reason"}

// writeChanges writes the digest's own log, the newest first.
func writeChanges(b *bytes.Buffer, d *digest.Digest) error {
	w := csv.NewWriter(b)
	if err := w.Write(changeColumns); err != nil {
		return err
	}
	for _, c := range d.Changes {
		if err := w.Write([]string{c.Day, c.Kind, c.Story, c.Figure, c.Check, c.Summary, c.Source, c.Claimant, c.Date,
			c.Old, c.New, strconv.FormatBool(c.Updated), c.Reason}); err != nil {
			return err
		}
	}
	w.Flush()
	return w.Error()
}
