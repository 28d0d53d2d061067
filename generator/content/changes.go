package content

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"
)

// ChangesFile is the digest's own log of what changed, in the content folder: a
// JSON object a line, the newest last.
const ChangesFile = "changes.jsonl"

// Change is a line of the log: what changed of a figure or check, and why.
type Change struct {
	Day      string `json:"day"`  // on which it was recorded
	Kind     string `json:"kind"` // added, withdrawn, changed, agreement or check
	Story    string `json:"story"`
	Figure   string `json:"figure,omitempty"`
	Check    string `json:"check,omitempty"`
	Summary  string `json:"summary,omitempty"` // its slug
	Source   string `json:"source,omitempty"`
	Claimant string `json:"claimant,omitempty"`
	Date     string `json:"date,omitempty"` // of the article
	Old      string `json:"old,omitempty"`
	New      string `json:"new,omitempty"`
	Updated  bool   `json:"updated,omitempty"` // the article changed, and so it is the source's change
	Reason   string `json:"reason,omitempty"`
}

// changeKinds are what a change may be.
var changeKinds = []string{"added", "withdrawn", "changed", "agreement", "check"}

// Correction reports whether the digest itself changed what it had said.
func (c Change) Correction() bool {
	return !c.Updated && (c.Kind == "changed" || c.Kind == "withdrawn")
}

// ParseChange reads a line of the log, and says what is wrong with it.
func ParseChange(line []byte) (c Change, fault string) {
	d := json.NewDecoder(bytes.NewReader(line))
	d.DisallowUnknownFields()
	if err := d.Decode(&c); err != nil {
		return c, "this line is no change: " + strings.TrimPrefix(err.Error(), "json: ")
	}
	if d.More() {
		return c, "this line goes on behind its object"
	}
	if _, err := time.Parse(time.DateOnly, c.Day); err != nil {
		return c, fmt.Sprintf("day: %q is not a day, write 2026-03-02", c.Day)
	}
	if !slices.Contains(changeKinds, c.Kind) {
		return c, fmt.Sprintf("kind: %q is none of %s", c.Kind, strings.Join(changeKinds, ", "))
	}
	if c.Story == "" || c.Figure == "" && c.Check == "" {
		return c, "a change names its story, and a figure or a check"
	}
	return c, ""
}
