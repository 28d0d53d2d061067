package page

import (
	"html/template"
	"slices"
	"strings"

	"collate/generator/agreement"
	"collate/generator/content"
	"collate/generator/digest"
)

// comparisonView is a comparison table: figures as rows, sources as columns.
type comparisonView struct {
	Caption string
	Many    bool   // more columns than fit: they are folded away at first
	Fold    string // the words of the control that unfolds them
	Span    int    // columns of the table
	Columns []columnView
	Groups  []groupView
	Notes   []noteView
	Legend  legendView
}

// legendView says which of the table's signs need explaining.
type legendView struct{ Any, Outside, Apart, Implied, Revised bool }

// columnView is the head of a source's column. It links to the source's last
// summary, or to each where there are several.
type columnView struct {
	Href  template.HTMLAttr
	Name  string
	Via   string
	Dates []dateLink
}

// dateLink is a date, linked where a column has several.
type dateLink struct {
	Href template.HTMLAttr // empty: not linked
	Date template.HTML
}

type groupView struct {
	Name string // empty for rows outside groups
	ID   string
	Note string
	Rows []rowView
}

// rowView is one row. ID is empty where the row is not the page's own.
type rowView struct {
	ID     string
	Link   template.HTMLAttr // permanent link of the row
	Figure template.HTMLAttr // the figure over all stories
	Name   string            // the item's name, without its group
	Full   string
	AsOf   template.HTML
	Note   string
	Says   agreementView
	Cells  template.HTML // a <td> for each column: ready, since a table has most of them
}

// cellValue is one value in a cell; at most one of Against, Old and Implied is
// set.
type cellValue struct {
	Against   agreement.Kind // outside the largest camp: it differs, or can't be compared
	Old       bool           // a later report of the same source says another value
	Withdrawn bool           // the source took its article back
	Implied   bool
	Text      string
	Date      template.HTML     // of an earlier report of the same source
	When      template.HTML     // what it is of, as it says
	By        string            // whose word it is, where it names somebody
	Quoted    bool              // other sources quote the same claimant differently
	Check     template.HTMLAttr // Implied: where the check stands
	Why       string            // Implied: by which check, in full
	Number    string            // Implied: by which check, by number
	Note      string            // number of the note below the table; empty where there is none
	NoteURL   string            // its fragment
}

type noteView struct {
	ID     string
	Figure string
	Source template.HTML
	By     string
	Quote  template.HTML // the words, linked to where they stand
	Text   string
}

// foldOver is the number of sources from which the columns fold away.
const foldOver = 6

// tableMaker gathers what the rows of one table share.
type tableMaker struct {
	context
	view    *comparisonView
	columns map[string]int // by the source's slug
	own     bool           // the table's rows are the page's own: they get ids
	prefix  string         // before the ids of notes
}

// comparison is the table of a story's groups. own says that the rows get ids;
// prefix keeps the ids of several tables on one page apart.
func (h context) comparison(story *digest.Story, groups []digest.Group, own bool, prefix string) comparisonView {
	v := comparisonView{Caption: h.words.Text("table.caption", "story", story.Title)}
	m := tableMaker{context: h, view: &v, columns: map[string]int{}, own: own, prefix: prefix}
	m.addColumns(story, groups)
	v.Many = len(v.Columns) > foldOver
	v.Fold = h.words.Count("table.fold", len(v.Columns))
	v.Span = len(v.Columns) + 2
	for _, g := range groups {
		group := groupView{Name: g.Name, Note: g.Note}
		if own {
			group.ID = g.ID
		}
		for _, row := range g.Rows {
			group.Rows = append(group.Rows, m.row(row))
		}
		v.Groups = append(v.Groups, group)
	}
	l := &v.Legend
	l.Any = l.Outside || l.Apart || l.Implied || l.Revised
	return v
}

// addColumns gives every source that reports one of the rows a column, in the
// order of its last summary.
func (m *tableMaker) addColumns(story *digest.Story, groups []digest.Group) {
	reports := map[string]bool{}
	for _, g := range groups {
		for _, row := range g.Rows {
			for _, r := range row.Reports {
				reports[r.Summary.SourceLabel.Slug] = true
			}
		}
	}
	of := map[string][]*digest.Summary{}
	for _, s := range story.Summaries {
		of[s.SourceLabel.Slug] = append(of[s.SourceLabel.Slug], s)
	}
	for _, s := range story.Summaries {
		all := of[s.SourceLabel.Slug]
		if !reports[s.SourceLabel.Slug] || all[len(all)-1] != s {
			continue
		}
		m.columns[s.SourceLabel.Slug] = len(m.view.Columns)
		m.view.Columns = append(m.view.Columns, m.column(s, all))
	}
}

func (m *tableMaker) column(last *digest.Summary, all []*digest.Summary) columnView {
	c := columnView{Href: m.link(last.Path()), Name: last.SourceLabel.Name}
	always := !slices.ContainsFunc(all, func(s *digest.Summary) bool { return s.Source.Via != last.Source.Via })
	if always {
		c.Via = m.via(last)
	}
	for _, s := range all {
		d := dateLink{Date: m.date(s)}
		if len(all) > 1 {
			d.Href = m.link(s.Path())
		}
		if via := m.via(s); via != "" && !always {
			d.Date += template.HTML(" " + escape(via))
		}
		c.Dates = append(c.Dates, d)
	}
	return c
}

// via says whom a summary repeats; empty where that is nobody.
func (h context) via(s *digest.Summary) string {
	if s.Source.Via == "" {
		return ""
	}
	return h.words.Text("via", "name", s.Source.Via)
}

func (m *tableMaker) row(row *digest.Row) rowView {
	v := rowView{
		Link:   m.link(row.Path()),
		Figure: m.link(row.FigurePath()),
		Name:   row.Name.Item,
		Full:   row.Name.String(),
		AsOf:   m.asOf(row.AsOf),
		Note:   row.Note,
		Says:   m.agreementWithSources(row),
	}
	if m.own {
		v.ID = row.ID
	}
	cells := make([]string, len(m.view.Columns))
	put := func(s *digest.Summary, c cellValue) {
		if at, ok := m.columns[s.SourceLabel.Slug]; ok {
			if cells[at] != "" {
				cells[at] += "<br> "
			}
			cells[at] += m.cell(c)
		}
	}
	for _, r := range row.Reports {
		put(r.Summary, m.value(r))
	}
	for _, i := range row.Implied {
		m.view.Legend.Implied = true
		put(i.Summary, cellValue{Implied: true, Text: m.words.Amount(strings.TrimPrefix(i.Text, "≈")),
			Check:  m.link(i.Check.Path()),
			Why:    m.words.Text("implied.by", "check", i.Check.Text),
			Number: m.words.Text("implied.check", "n", checkNumber(i.Check))})
	}
	if len(cells) > 0 {
		v.Cells = template.HTML("\n<td>" + strings.Join(cells, "</td>\n<td>") + "</td>")
	}
	return v
}

func (h context) asOf(d content.Date) template.HTML {
	if d.Time.IsZero() {
		return ""
	}
	return template.HTML(h.words.HTML("as.of", "date", string(h.time(d, ""))))
}

// differsWhen is the moment at which a row differs, else what it is of.
func (h context) differsWhen(row *digest.Row) template.HTML {
	if row.DiffersAt != nil {
		return h.at(row.DiffersAt)
	}
	return h.asOf(row.AsOf)
}

// when is what a report is of, as it says: as of 9 Mar, projection.
func (h context) when(r *digest.Report) template.HTML {
	when := h.asOf(r.AsOf)
	if r.Stage == "" {
		return when
	}
	if when != "" {
		when += ", "
	}
	return when + template.HTML(bdi(r.Stage))
}

// dateOf is the date that a report is of, else that of its article.
func (h context) dateOf(r *digest.Report) template.HTML {
	if !r.AsOf.IsZero() {
		return h.time(r.AsOf, "")
	}
	return h.date(r.Summary)
}

// value is a report's place in its cell, and its note below the table.
func (m *tableMaker) value(r *digest.Report) cellValue {
	c := cellValue{Text: m.words.Written(r.Value), Against: r.Against(), When: m.when(r)}
	if r.Revised != nil {
		c.Old, c.Date = r.Corrected(), m.dateOf(r)
	}
	c.Quoted, c.Withdrawn = r.Standing == digest.Misquoted, r.Standing == digest.Withdrawn
	if r.By != "" {
		c.By = m.words.Text("note.by", "by", m.whose(r.By, r))
	}
	m.view.Legend.Revised = m.view.Legend.Revised || c.Old
	m.view.Legend.Outside = m.view.Legend.Outside || c.Against == agreement.Differ
	m.view.Legend.Apart = m.view.Legend.Apart || c.Against == agreement.Incomparable
	about := m.noteText(r)
	if about == "" && r.Quote == "" {
		return c
	}
	c.Note = m.words.Number(len(m.view.Notes) + 1)
	id := m.prefix + "note-" + c.Note
	c.NoteURL = "#" + id
	note := noteView{ID: id, Figure: r.Row.Name.String(), Text: about, By: c.By}
	if r.Quote != "" {
		note.Quote = m.quoted(r)
	}
	note.Source = template.HTML(m.sourceOf(r.Summary))
	m.view.Notes = append(m.view.Notes, note)
	return c
}

// noteText is what a writer says of a report: what it corrects, and the note.
func (h context) noteText(r *digest.Report) string {
	if r.Corrects == "" {
		return r.Note
	}
	return strings.TrimSpace(h.words.Text("note.corrects", "what", r.Corrects) + " " + r.Note)
}

// languageOf is the language of a summary's article.
func (h context) languageOf(s *digest.Summary) string {
	if s.Source.Language != "" {
		return s.Source.Language
	}
	return h.words.Language
}

// cell is a value as it stands in the table.
func (m *tableMaker) cell(c cellValue) string {
	text := bdi(c.Text)
	switch {
	case c.Against != "":
		text = `<span class="v out">` + m.against(c.Against) + text + `</span>`
	case c.Withdrawn:
		text = `<span class="v old"><s>` + text + `</s> <small>` + m.words.HTML("cell.withdrawn") + `</small></span>`
	case c.Old:
		text = `<span class="v old"><span class="vh">` + m.words.HTML("cell.revised") + `</span> <s>` + text +
			`</s> <small>` + string(c.Date) + `</small></span>`
	case c.Date != "":
		text = `<span class="v">` + text + ` <small>` + string(c.Date) + `</small></span>`
	case c.Implied:
		text = `<span class="v implied">` + signWithWord("≈",
			m.words.HTML("cell.implied")) + `<i>` + text + `</i> <small><a ` + string(c.Check) +
			` title="` + escape(c.Why) + `">` + escape(c.Number) + `</a></small></span>`
	}
	text += m.asides(c)
	if c.Note != "" {
		text += `<a class="noted" href="` + escape(c.NoteURL) + `" aria-label="` + m.words.HTML("note.mark") + ` ` +
			c.Note + `">` + c.Note + `</a>`
	}
	return text
}

// asides are the small words behind a value: whose it is, and what of.
func (m *tableMaker) asides(c cellValue) string {
	var asides string
	if c.By != "" {
		asides += ` <small class="by">` + bdi(c.By) + `</small>`
	}
	if c.When != "" && c.Date == "" {
		asides += ` <small>` + string(c.When) + `</small>`
	}
	if c.Quoted {
		asides += ` <small>` + m.words.HTML("cell.quoted") + `</small>`
	}
	return asides
}

// against is the sign before a value outside the largest camp.
func (h context) against(kind agreement.Kind) string {
	if kind == agreement.Incomparable {
		return signWithWord(agreementSigns[kind], h.words.HTML("cell.apart"))
	}
	return signWithWord(agreementSigns[kind], h.words.HTML("cell.outside"))
}

// signWithWord is a sign and, for those who don't see it, a word.
func signWithWord(symbol, word string) string {
	return `<span class="sym" aria-hidden="true">` + symbol + `</span><span class="vh">` + word + `</span> `
}

// groupsOf are a story's groups with only the rows named; all where none is.
func groupsOf(story *digest.Story, names []string) []digest.Group {
	if len(names) == 0 {
		return story.Groups
	}
	var wanted []*digest.Row
	for _, name := range names {
		if row := story.Row(name); row != nil {
			wanted = append(wanted, row)
		}
	}
	var groups []digest.Group
	for _, g := range story.Groups {
		g.Rows = slices.DeleteFunc(slices.Clone(g.Rows), func(row *digest.Row) bool {
			return !slices.ContainsFunc(wanted, func(w *digest.Row) bool { return w.Name == row.Name })
		})
		if len(g.Rows) > 0 {
			groups = append(groups, g)
		}
	}
	return groups
}
