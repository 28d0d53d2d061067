package importer

import (
	"bytes"
	"cmp"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"collate/generator/article"
	"collate/generator/draft"
	"collate/generator/problem"
	"collate/generator/slug"
	"collate/generator/value"
)

// SheetOptions say how a sheet is read.
type SheetOptions struct {
	Name   string       // of the sheet, in problems
	Story  string       // the story of rows that name none; may be empty
	Locale value.Locale // of the site
}

// A SheetFile is a summary made of the rows of one article.
type SheetFile struct {
	File
	Story, URL string
	Reports    [][2]string // name and value of each row
}

// A Sheet is what was made of a table.
type Sheet struct {
	Files   []SheetFile
	Implied int // rows that hold what checks imply, and no report
}

// columnNames are the columns of a sheet, with other spellings of each.
var columnNames = map[string][]string{
	"story":     {"topic", "event", "folder"},
	"title":     {"headline", "articletitle"},
	"date":      {"day", "published", "publicationdate", "articledate", "datepublished", "pubdate"},
	"source":    {"outlet", "publisher", "newspaper", "publication", "medium", "sourcename"},
	"url":       {"link", "sourceurl", "address", "href", "articleurl", "articlelink", "sourcelink"},
	"figure":    {"name", "quantity", "metric", "measure", "indicator", "figurename", "what"},
	"group":     {"figuregroup"},
	"value":     {"amount", "number", "figurevalue", "reported"},
	"written":   {"aswritten"},
	"by":        {"claimant", "saidby", "accordingto", "whosays", "attributedto"},
	"as_of":     {"asofdate", "moment", "valueof"},
	"stage":     {"status", "phase"},
	"quote":     {"quotation", "words", "sentence"},
	"note":      {"comment", "remark", "notes"},
	"via":       {"agency", "wire", "repeats"},
	"author":    {"byline", "writer"},
	"language":  {"lang"},
	"archived":  {"archive", "archiveurl", "copy"},
	"read":      {"readon", "accessed", "dateread"},
	"differ":    nil,
	"why":       {"reason"},
	"standing":  nil,
	"low":       nil,
	"high":      nil,
	"unit":      nil,
	"page":      nil,
	"camp":      nil,
	"agreement": nil,
	"qualifier": nil,
}

// columnOf is the column that a heading means; empty where it means none.
func columnOf(heading string) string {
	folded := strings.ToLower(strings.Map(func(r rune) rune {
		if strings.ContainsRune(" _-.:?\u00a0", r) {
			return -1
		}
		return r
	}, heading))
	for _, name := range slices.Sorted(maps.Keys(columnNames)) {
		if folded == strings.ReplaceAll(name, "_", "") || slices.Contains(columnNames[name], folded) {
			return name
		}
	}
	return ""
}

// A row is one line of a sheet, by column.
type row struct {
	number int // in the sheet, from 1
	cells  map[string]string
}

// A sheetTable is a sheet that is being read.
type sheetTable struct {
	SheetOptions
	letters  map[string]string // of the columns: A, B, …
	exported bool              // it is a figures.csv
	rows     []row
	problems []string
}

// ReadSheet reads a table of values, CSV or TSV, a row a value, and makes a
// summary of each article. It also reads figures.csv. Every mistake is in the
// error, with sheet, row and column.
func ReadSheet(data []byte, o SheetOptions) (Sheet, error) {
	t := &sheetTable{SheetOptions: o, letters: map[string]string{}}
	if err := t.read(data); err != nil {
		return Sheet{}, err
	}
	var sheet Sheet
	articles := map[string][]row{}
	var order []string
	for _, r := range t.rows {
		if r.cells["standing"] == "implied" {
			sheet.Implied++
			continue
		}
		if key, ok := t.check(r); ok {
			if articles[key] == nil {
				order = append(order, key)
			}
			articles[key] = append(articles[key], r)
		}
	}
	if len(t.problems) > 0 {
		return Sheet{}, errors.New(strings.Join(t.problems, "\n"))
	}
	taken := map[string]bool{}
	for _, key := range order {
		sheet.Files = append(sheet.Files, t.summary(articles[key], taken))
	}
	return sheet, nil
}

// fail reports a mistake in a cell.
func (t *sheetTable) fail(r row, column, message string) {
	place := fmt.Sprintf("%s: row %d", t.Name, r.number)
	if letter := t.letters[column]; letter != "" {
		place += fmt.Sprintf(", column %s (%s)", letter, column)
	}
	t.problems = append(t.problems, place+": "+message)
}

// read cuts a sheet into rows.
func (t *sheetTable) read(data []byte) error {
	data = bytes.TrimPrefix(article.Decode(data), []byte("\ufeff"))
	line, _, _ := bytes.Cut(data, []byte("\n"))
	comma := ','
	for _, other := range []rune{'\t', ';'} {
		if strings.Count(string(line), string(other)) > strings.Count(string(line), string(comma)) {
			comma = other
		}
	}
	in := csv.NewReader(bytes.NewReader(data))
	in.Comma, in.FieldsPerRecord, in.LazyQuotes = comma, -1, comma == '\t'
	headings, err := in.Read()
	if errors.Is(err, io.EOF) {
		return fmt.Errorf("%s is empty: its first row has to name the columns", t.Name)
	}
	if err != nil {
		return fmt.Errorf("%s is no table that can be read (CSV or TSV): %w", t.Name, err)
	}
	columns, unknown := t.columns(headings)
	if t.letters["figure"] == "" || t.letters["value"] == "" && t.letters["written"] == "" {
		return fmt.Errorf("%s: row 1: there is no column figure, or none for its value: found are %s\n"+
			"hint: the first row names the columns: story, date, source, url, figure, value, and if you like by, "+
			"as_of, stage, quote, note", t.Name, strings.Join(unknown, ", "))
	}
	for {
		record, err := in.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("%s is no table that can be read (CSV or TSV): %w", t.Name, err)
		}
		number, _ := in.FieldPos(0)
		t.row(number, columns, record)
	}
}

// columns are the columns of a sheet in their order. It returns all headings
// too.
func (t *sheetTable) columns(headings []string) (columns, all []string) {
	for i, heading := range headings {
		column := columnOf(heading)
		if column != "" && t.letters[column] == "" {
			t.letters[column] = letter(i)
		} else {
			column = ""
		}
		columns, all = append(columns, column), append(all, problem.Quote(onOneLine(heading)))
	}
	t.exported = t.letters["written"] != "" && t.letters["value"] != ""
	return columns, all
}

// letter is the letter of a column, as spreadsheets have it.
func letter(i int) string {
	if i < 26 {
		return string(rune('A' + i))
	}
	return letter(i/26-1) + string(rune('A'+i%26))
}

func (t *sheetTable) row(line int, columns, record []string) {
	r := row{number: line, cells: map[string]string{}}
	empty := true
	for i, cell := range record {
		cell = strings.TrimSpace(cell)
		empty = empty && cell == ""
		if i < len(columns) && columns[i] != "" {
			if len(cell) > 1 && cell[0] == '\'' { // what keeps spreadsheets from taking it for a formula
				cell = cell[1:]
			}
			r.cells[columns[i]] = cell
		}
	}
	if !empty {
		t.rows = append(t.rows, r)
	}
}

// check finds mistakes in a row. It returns what rows of one article have in
// common.
func (t *sheetTable) check(r row) (article string, ok bool) {
	before := len(t.problems)
	c := r.cells
	c["story"] = firstOf(c["story"], t.Story)
	for _, column := range []string{"story", "date", "source", "figure"} {
		if c[column] == "" {
			hint := ""
			if column == "story" {
				hint = ": fill it in, or name one for all rows with --story"
			}
			t.fail(r, column, "there is no "+column+hint)
		}
	}
	for _, column := range []string{"date", "read"} {
		if c[column] == "" || column == "date" && t.exported && isTime(c[column]) {
			continue
		}
		day := dayIn(c[column])
		if day == "" {
			t.fail(r, column, problem.Quote(c[column])+" can't be read as a day: write it as 2026-02-27")
		}
		c[column] = day
	}
	if c["url"] != "" && address(c["url"]) == "" {
		t.fail(r, "url", problem.Quote(c["url"])+" is no address: it has to begin with https://")
	}
	t.checkValue(r)
	key := strings.Join([]string{slug.Of(c["story"]), c["date"], value.FoldName(c["source"]), c["url"], c["title"]},
		"\n")
	return key, len(t.problems) == before
}

func isTime(cell string) bool { return len(cell) > 10 && cell[10] == 'T' }

// checkValue expects a value that can be read.
func (t *sheetTable) checkValue(r row) {
	c := r.cells
	if !t.exported {
		c["written"] = firstOf(c["written"], c["value"])
	} else if t.isText(r) {
		return
	}
	written := c["written"]
	if written == "" {
		t.fail(r, "value", "there is no value")
		return
	}
	locale := t.Locale
	if c["language"] != "" {
		locale.Language = c["language"]
	}
	if t.exported && c["language"] == "" && t.understood(r) {
		return
	}
	if _, err := locale.Parse(written); err != nil {
		column := "value"
		if t.exported {
			column = "written"
		}
		t.fail(r, column, err.Error())
	}
}

// languages are those in which an export may have values, the likely ones first.
var languages = []string{"en", "de", "es", "fr", "pt", "it", "nl", "es-MX", "en-IN", "de-CH", "pl", "ru", "uk", "zh",
	"ja", "ko", "sv", "da", "nb", "fi", "cs", "ro", "tr", "el", "hu", "ar", "hi", "id", "vi"}

// understood finds the language of a row of an export, which does not name it:
// one in which the value as it is written allows what the row says.
func (t *sheetTable) understood(r row) bool {
	for _, language := range append([]string{t.Locale.Language}, languages...) {
		if t.reads(r, language) {
			return true
		}
	}
	return false
}

// reads reports whether a value means in a language what its row says.
func (t *sheetTable) reads(r row, language string) bool {
	if r.cells["standing"] == "implied" || t.isText(r) {
		return true
	}
	locale := t.Locale
	locale.Language = language
	v, err := locale.Parse(r.cells["written"])
	low, high := v.Bounds()
	return err == nil && low == r.cells["low"] && high == r.cells["high"] && string(v.Unit) == r.cells["unit"]
}

// languageOf is the language of an article of an export: the first in which all
// its values mean what they should; empty where that is the site's.
func (t *sheetTable) languageOf(rows []row) string {
	if !t.exported {
		return ""
	}
	for _, language := range append([]string{t.Locale.Language}, languages...) {
		if !slices.ContainsFunc(rows, func(r row) bool { return !t.reads(r, language) }) {
			if language == t.Locale.Language {
				return ""
			}
			return language
		}
	}
	return ""
}

// isText reports whether a value of an export is words, whatever digits are in
// them, or that there is none.
func (t *sheetTable) isText(r row) bool {
	c := r.cells
	return c["standing"] == "none" || t.letters["low"] != "" && c["low"] == "" && c["high"] == "" && c["unit"] == ""
}

// summary makes a summary of the rows of an article.
func (t *sheetTable) summary(rows []row, taken map[string]bool) SheetFile {
	c := rows[0].cells
	story := storyFor(c["story"])
	name := story + "/" + c["date"][:10] + "-" + slug.Of(c["source"])
	file := name
	for n := 2; taken[file]; n++ {
		file = fmt.Sprintf("%s-%d", name, n)
	}
	taken[file] = true
	var b strings.Builder
	line := func(indent, key, text string) {
		if text != "" {
			fmt.Fprintf(&b, "%s%s: %s\n", indent, key, draft.Scalar(text))
		}
	}
	b.WriteString("---\n")
	line("", "title", cmp.Or(c["title"], c["source"]+" on "+strings.ReplaceAll(c["story"], "-", " ")))
	fmt.Fprintf(&b, "date: %s\nsource:\n", c["date"])
	line("  ", "name", c["source"])
	c["language"] = cmp.Or(c["language"], t.languageOf(rows))
	for _, key := range []string{"url", "author", "via", "language"} {
		line("  ", key, c[key])
	}
	archived(&b, strings.Fields(c["archived"]))
	if c["read"] != "" {
		fmt.Fprintf(&b, "  read: %s\n", c["read"])
	}
	b.WriteString("figures:\n")
	made := SheetFile{Story: story, URL: c["url"]}
	for _, r := range rows {
		t.writeFigure(&b, r)
		made.Reports = append(made.Reports, [2]string{r.cells["figure"], r.cells["written"]})
	}
	b.WriteString("---\n")
	made.File = File{file + ".md", []byte(b.String())}
	return made
}

func archived(b *strings.Builder, copies []string) {
	switch len(copies) {
	case 0:
	case 1:
		fmt.Fprintf(b, "  archived: %s\n", draft.Scalar(copies[0]))
	default:
		b.WriteString("  archived:\n")
		for _, each := range copies {
			fmt.Fprintf(b, "    - %s\n", draft.Scalar(each))
		}
	}
}

// writeFigure writes a row as an item of the list of figures.
func (t *sheetTable) writeFigure(b *strings.Builder, r row) {
	c := r.cells
	name, group := c["figure"], c["group"]
	if group != "" {
		name = strings.TrimPrefix(strings.TrimPrefix(name, group+": "), group+" : ")
	}
	fmt.Fprintf(b, "  - name: %s\n", draft.Scalar(name))
	line := func(key, text string) {
		if text != "" {
			fmt.Fprintf(b, "    %s: %s\n", key, draft.Scalar(text))
		}
	}
	line("group", group)
	switch {
	case t.exported && c["standing"] == "none":
		line("none", c["written"])
	case t.exported && t.isText(r):
		line("text", c["written"])
	default:
		line("value", c["written"])
	}
	by := c["by"]
	if t.exported && sameName(by, cmp.Or(c["via"], c["source"])) {
		by = "" // the claimant is whom the source repeats, or the source itself
	}
	line("by", by)
	for _, key := range []string{"as_of", "stage", "differ", "why", "quote", "note"} {
		line(key, c[key])
	}
}

// sameName reports whether two names of claimants are one.
func sameName(a, b string) bool { return value.FoldName(a) == value.FoldName(b) }
