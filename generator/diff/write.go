package diff

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
)

// NoChange is what is said of states between which no figure differs.
const NoChange = "no figure changed"

// WriteJSON appends the changes as an object with a list of them.
func WriteJSON(b *bytes.Buffer, changes []Change) error {
	if changes == nil {
		changes = []Change{}
	}
	e := json.NewEncoder(b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(map[string]any{"changes": changes}); err != nil {
		return fmt.Errorf("diff: %w", err)
	}
	return nil
}

// WriteText appends the changes for people, by story and figure.
func WriteText(b *bytes.Buffer, changes []Change) error {
	if len(changes) == 0 {
		b.WriteString(NoChange + "\n")
		return nil
	}
	story, of := "", ""
	for _, c := range changes {
		if c.Story != story {
			story, of = c.Story, ""
			b.WriteString(story + "\n")
		}
		if name := c.Figure + c.Check; name != of {
			of = name
			b.WriteString("  " + name + "\n")
		}
		b.WriteString("    " + c.sentence() + "\n")
	}
	return nil
}

// sentence is what happened, in a line.
func (c Change) sentence() string {
	who := c.Source
	if c.Date != "" {
		who += ", " + c.Date
	}
	switch c.Kind {
	case Added:
		return "+ " + who + ": " + c.New + c.whose()
	case Withdrawn:
		return "- " + who + ": " + c.Old + c.whose()
	case Agreement:
		return "the reports: " + c.Old + " becomes " + c.New
	}
	return "~ " + who + ": " + c.Old + " becomes " + c.New + c.whose()
}

// whose says that a change came with one of the article.
func (c Change) whose() string {
	if c.Updated {
		return " (the article was updated)"
	}
	return ""
}

// WriteMarkdown appends the changes as tables, a story each, as a comment on a
// pull request shows them.
func WriteMarkdown(b *bytes.Buffer, changes []Change) error {
	if len(changes) == 0 {
		b.WriteString("**" + strings.ToUpper(NoChange[:1]) + NoChange[1:] + ".**\n")
		return nil
	}
	story := ""
	for _, c := range changes {
		if c.Story != story {
			if story != "" {
				b.WriteByte('\n')
			}
			story = c.Story
			b.WriteString("### " + escapeMarkdown(story) + "\n\n| figure or check | source | was | is " +
				"|\n|---|---|---|---|\n")
		}
		who := c.Source
		if c.Date != "" {
			who += ", " + c.Date
		}
		if c.Updated {
			who += " (article updated)"
		}
		if c.Kind == Agreement {
			who = "the reports"
		}
		fmt.Fprintf(b, "| %s | %s | %s | %s |\n", escapeMarkdown(c.Figure+c.Check), escapeMarkdown(who), side(c.Old),
			side(c.New))
	}
	return nil
}

func side(text string) string {
	if text == "" {
		return "–"
	}
	return escapeMarkdown(text)
}

// escapeMarkdown is a text of the content so that Markdown shows it as it stands, breaks
// no table, and links nobody.
func escapeMarkdown(text string) string { return markdownMarks.Replace(text) }

var markdownMarks = strings.NewReplacer("\n", " ", "\r", " ", "\\", "\\\\", "`", "\\`", "*", "\\*", "_", "\\_", "[",
	"\\[",
	"]", "\\]",
	"#", "\\#", "~", "\\~", "<", "&lt;", ">", "&gt;", "&", "&amp;", "@", "&#64;", "|", "&#124;", ":", "&#58;")
