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
	Copy    string // the words of the button, a script's, that copies the table
	Columns []columnView
	Parts   []partView
	Legend  legendView
}

// partView is rows that stand alike: those that differ are open, others folded
// behind their count.
type partView struct {
	Kind   string // differ, agree or single; also a class
	Fold   string // the words of the control; empty where the part is open
	Groups []groupView
}

// legendView says which of the table's signs need explaining.
type legendView struct{ Outside, Apart, Either, Implied, Revised bool }

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
	ID    string
	Name  template.HTML // the item's name, without its group: linked
	AsOf  template.HTML
	Note  string
	Says  agreementView
	Dots  string         // how each source stands: ● ○ ◐, and · where it reports nothing
	Count string         // 8 of 10 sources
	Words []evidenceView // what each report says, and in which words
	Cells template.HTML  // a <td> for each column: ready, since a table has most of them
}

// evidenceView is one report in a row: who says what, and in which words.
type evidenceView struct {
	Source string
	Value  template.HTML // with whose word it is, and what of
	Quote  template.HTML // the words, linked to where they stand
	Note   string

	more bool // it says more than the value that the row has anyway
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
	As        string            // under which name, where that gives the figure the other sign
	Converted string            // what it is in the unit of the figure
	Quoted    bool              // other sources quote the same claimant differently
	Check     template.HTMLAttr // Implied: where the check stands
	Number    string            // Implied: by which check, by number
}

// foldOver is the number of sources from which the columns fold away.
const foldOver = 6

// tableMaker gathers what the rows of one table share.
type tableMaker struct {
	context
	view    *comparisonView
	columns map[string]int  // by the source's slug
	own     bool            // the table's rows are the page's own: they get ids
	grouped map[string]bool // groups that have their id, by that
}

// comparison is the table of a story's groups. own says that the table is the
// page's own: then its rows get ids, and what agrees is folded.
func (h context) comparison(story *digest.Story, groups []digest.Group, own bool) comparisonView {
	v := comparisonView{Caption: h.words.Text("table.caption", "story", story.Title), Copy: h.words.Text("table.copy")}
	m := tableMaker{context: h, view: &v, columns: map[string]int{}, own: own,
		grouped: map[string]bool{}}
	m.addColumns(story, groups)
	v.Many = len(v.Columns) > foldOver
	v.Fold = h.words.Count("table.fold", len(v.Columns))
	v.Span = len(v.Columns) + 2
	kinds := []string{""}
	if own {
		kinds = rowKinds
	}
	for _, kind := range kinds {
		m.part(kind, groups)
	}
	return v
}

// rowKinds are how rows may stand, in the order of the table.
var rowKinds = []string{"differ", "agree", "single"}

// rowKind is how a row stands.
func rowKind(row *digest.Row) string {
	switch row.Kind {
	case agreement.Differ, agreement.Incomparable:
		return "differ"
	case agreement.Single:
		return "single"
	}
	return "agree"
}

// part adds the rows of a kind, or all where it is empty. The first part is
// open.
func (m *tableMaker) part(kind string, groups []digest.Group) {
	v, rows := partView{Kind: kind}, 0
	for _, g := range groups {
		group := groupView{Name: g.Name, Note: g.Note}
		for _, row := range g.Rows {
			if kind == "" || rowKind(row) == kind {
				group.Rows = append(group.Rows, m.row(row))
			}
		}
		if len(group.Rows) == 0 {
			continue
		}
		rows += len(group.Rows)
		if m.own && !m.grouped[g.ID] {
			group.ID = g.ID
			m.grouped[g.ID] = true
		}
		v.Groups = append(v.Groups, group)
	}
	if rows == 0 {
		return
	}
	if len(m.view.Parts) > 0 {
		v.Fold = m.words.Count("table."+kind, rows)
	}
	m.view.Parts = append(m.view.Parts, v)
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
		Name: m.rowName(row),
		AsOf: m.frontWhen(row),
		Note: row.Note,
		Says: m.agreement(row),
	}
	if row.Kind == agreement.Single {
		m.nameSingle(&v.Says, row)
	}
	m.evidence(&v, row)
	m.view.Legend.Either = m.view.Legend.Either || len(row.Apart) > 0
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
			Check: m.link(i.Check.Path()),
			Number: m.words.Text("implied.by", "check",
				m.words.Text("implied.check", "n", checkNumber(i.Check)))})
	}
	if len(cells) > 0 {
		v.Cells = template.HTML("\n<td>" + strings.Join(cells, "<td>"))
	}
	return v
}

// rowName is a row's name. It leads to the figure over all stories, with a link
// to the row itself behind it; where no other story has the figure, to the row.
func (m *tableMaker) rowName(row *digest.Row) template.HTML {
	name, self := escape(row.Name.Item), string(m.link(row.Path()))
	if f := m.digest.Figure(row.Slug); !m.own || f == nil || len(f.Rows) < 2 {
		return template.HTML(`<a class="row" ` + self + `>` + name + `</a>`)
	}
	return template.HTML(m.anchor(row.FigurePath(), row.Name.Item) + ` <a class="row permalink" ` + self +
		` aria-label="` + m.words.HTML("table.permalink") + m.words.HTML("colon") + escape(row.Name.String()) +
		`">#</a>`)
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
	return h.frontWhen(row)
}

// when is what a report is of, as it says: as of 9 Mar, projection.
func (h context) when(r *digest.Report) template.HTML { return h.asOfStage(r.AsOf, r.Stage) }

// frontWhen is the moment and stage of what stands in front of a row.
func (h context) frontWhen(row *digest.Row) template.HTML { return h.asOfStage(row.AsOf, row.Stage()) }

func (h context) asOfStage(date content.Date, stage string) template.HTML {
	when := h.asOf(date)
	if stage == "" {
		return when
	}
	if when != "" {
		when += ", "
	}
	return when + template.HTML(bdi(stage))
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
	if r.Turned {
		c.As = r.As()
	}
	c.Converted = m.words.Converted(r)
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
	return c
}

// nameSingle names who alone gives a value, in place of how many do.
func (m *tableMaker) nameSingle(v *agreementView, row *digest.Row) {
	for i, c := range row.Front() {
		if v.Camps[i].Bar = ""; !c.Shown.Named {
			v.Camps[i].Voices = ""
		}
		v.Camps[i].Who = m.names(c.Reports, 3, plainSource)
	}
}

// The dots of a row: with the largest camp, outside it, in more than one, said
// before, and not reported.
const (
	dotWith    = "●"
	dotOutside = "○"
	dotEither  = "◐"
	dotBefore  = "◌"
	dotNone    = "·"
)

// evidence adds to a row how each source stands, and what each report says in
// which words: all of them where they differ, else those that say more than the
// value.
func (m *tableMaker) evidence(v *rowView, row *digest.Row) {
	dots := make([]string, len(m.view.Columns))
	for i := range dots {
		dots[i] = dotNone
	}
	sources, differs := map[string]bool{}, rowKind(row) == "differ"
	for _, r := range row.Reports {
		slug := r.Summary.SourceLabel.Slug
		sources[slug] = true
		if at, ok := m.columns[slug]; ok {
			dots[at] = dotOf(r, dots[at])
		}
		if words := m.reportWords(r); differs || words.more {
			v.Words = append(v.Words, words)
		}
	}
	v.Dots = strings.Join(dots, "")
	v.Count = m.words.Text("table.count", "n", m.words.Number(len(sources)), "all",
		m.words.Count("sources", len(m.view.Columns)))
}

// dotOf is the dot of a report's source, given that of its reports before.
func dotOf(r *digest.Report, before string) string {
	switch {
	case r.Standing != digest.Current && before == dotNone:
		return dotBefore
	case r.Standing != digest.Current:
		return before
	case r.Against() == agreement.Differ:
		return dotOutside
	case r.Against() == agreement.Incomparable:
		return dotOutside
	case slices.Contains(r.Row.Apart, r):
		return dotEither
	}
	return dotWith
}

// reportWords are what a report says, and in which words.
func (m *tableMaker) reportWords(r *digest.Report) evidenceView {
	e := evidenceView{Source: r.Summary.SourceLabel.Name, Note: m.noteText(r)}
	value := bdi(m.words.Written(r.Value))
	front := r.Row.Front()
	switch {
	case len(front) == 1 && r.Standing == digest.Current && value == bdi(m.words.Written(front[0].Shown.Value)):
		value = "" // it stands there
	case r.Against() != "":
		value = m.against(r.Against()) + value
	case r.Standing == digest.Withdrawn || r.Revised != nil && r.Corrected():
		value = `<s>` + value + `</s>`
	}
	if r.Turned {
		value += ` <small>(` + bdi(r.As()) + `)</small>`
	}
	if converted := m.words.Converted(r); converted != "" {
		value += ` <small>` + m.words.HTML("cell.converted", "value", converted) + `</small>`
	}
	if r.By != "" {
		value += ` <small>` + escape(m.words.Text("note.by", "by", m.whose(r.By, r))) + `</small>`
	}
	if when := m.when(r); when != "" {
		value += ` <small>` + string(when) + `</small>`
	}
	e.Value = template.HTML(value)
	if r.Quote != "" {
		e.Quote = m.quoted(r)
	}
	e.more = e.Quote != "" || e.Note != "" || r.By != "" || r.Stage != "" || r.Standing != digest.Current
	return e
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

// cell is a value as it stands in the table. On its own it needs no isolation
// from what stands beside it.
func (m *tableMaker) cell(c cellValue) string {
	asides := m.asides(c)
	if c.plain() && asides == "" {
		return escape(c.Text)
	}
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
		text = `<i class="implied">` + escape(c.Text) + `</i> <small><a ` + string(c.Check) + `>` +
			escape(c.Number) + `</a></small>`
	}
	return text + asides
}

// plain reports whether a value stands without sign, date or line through it.
func (c *cellValue) plain() bool {
	return c.Against == "" && !c.Old && !c.Withdrawn && !c.Implied && c.Date == ""
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
	if c.As != "" {
		asides += ` <small>(` + bdi(c.As) + `)</small>`
	}
	if c.Converted != "" {
		asides += ` <small>` + m.words.HTML("cell.converted", "value", c.Converted) + `</small>`
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
