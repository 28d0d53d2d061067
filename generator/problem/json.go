package problem

import (
	"encoding/json"
	"io"
)

// WriteJSON writes the list as JSON lines, an object for each problem with the
// members file, line, column, severity, message, hint and text; line and
// column are 0 and hint and text empty where there are none. The error is the
// writer's.
func (l List) WriteJSON(w io.Writer) error {
	out := json.NewEncoder(w)
	out.SetEscapeHTML(false)
	for _, p := range l {
		err := out.Encode(struct {
			File     string   `json:"file"`
			Line     int      `json:"line"`
			Column   int      `json:"column"`
			Severity Severity `json:"severity"`
			Message  string   `json:"message"`
			Hint     string   `json:"hint"`
			Text     string   `json:"text"`
		}{p.File, p.Line, p.Column, p.Severity, p.Message, p.Hint, p.Text})
		if err != nil {
			return err
		}
	}
	return nil
}
