package page

import (
	"html/template"
	"strconv"
	"strings"
	"time"

	"collate/generator/agreement"
	"collate/generator/digest"
	"collate/generator/i18n"
)

// entriesView is a timeline: months of days of entries, newest first.
type entriesView struct {
	Own    bool   // the story's own: its table has the figures
	InText bool   // within a text, where headings would be out of order
	Filter bool   // entries say by what they can be filtered
	Tags   string // Filter: a line for each tag, its slug and its name
	Months []entriesMonth
}

type entriesMonth struct {
	Name string            // March 2026
	Href template.HTMLAttr // of the month's page
	Days []entriesDay
}

type entriesDay struct {
	Date    template.HTML
	Entries []entryView
}

// entryView is one summary in a timeline.
type entryView struct {
	Href     template.HTMLAttr
	Title    string
	Source   template.HTML // linked
	Via      string
	Story    *link // nil where the timeline is the story's own
	Sentence string
	Figures  []entryFigure
	Marks    []markView // what it changed or contradicted
	Tags     string     // slugs, spaces between them; to filter by
	Differs  bool       // one of its figures differs; to filter by
}

// markView says that a summary changed or contradicted a figure.
type markView struct {
	Symbol string // ▸ first to say, → brings up to date, ↺ corrects
	Text   template.HTML
}

type entryFigure struct {
	Name, Value string
	AsOf        template.HTML // with whose word it is, where the article names them
	Against     template.HTML // a sign, where it is outside the largest camp
}

// entryFigures is how many figures an entry shows.
const entryFigures = 3

// entries is a timeline of summaries, which come newest first. own is the
// story whose page it is on, nil elsewhere.
func (h context) entries(summaries []*digest.Summary, own *digest.Story) entriesView {
	return h.timelineOf(summaries, own, false)
}

func (h context) timelineOf(summaries []*digest.Summary, own *digest.Story, filter bool) entriesView {
	v := entriesView{Filter: filter, Own: own != nil}
	year, month, day := 0, time.Month(0), 0
	for _, s := range summaries {
		y, m, d := s.Date.Time.Date()
		if y != year || m != month || len(v.Months) == 0 {
			v.Months = append(v.Months, entriesMonth{
				Name: i18n.Heading(h.words.Month(y, m)), Href: h.link(digest.Month{Year: y, Month: m}.Path())})
			day = 0
		}
		last := &v.Months[len(v.Months)-1]
		if d != day || s.DateNote != "" {
			last.Days = append(last.Days, entriesDay{Date: h.date(s)})
		}
		year, month, day = y, m, d
		if s.DateNote != "" {
			day = 0 // an inexact date is shared with nobody
		}
		days := &last.Days[len(last.Days)-1]
		days.Entries = append(days.Entries, h.entry(s, own, filter))
	}
	return v
}

// filtered is a timeline whose entries can be filtered.
func (h context) filtered(summaries []*digest.Summary) entriesView {
	v := h.timelineOf(summaries, nil, true)
	seen, tags := map[string]bool{}, []string(nil)
	for _, s := range summaries {
		for _, tag := range s.Labels {
			if !seen[tag.Slug] {
				seen[tag.Slug] = true
				tags = append(tags, tag.Slug+" "+tag.Name)
			}
		}
	}
	v.Tags = strings.Join(tags, "\n")
	return v
}

func (h context) entry(s *digest.Summary, own *digest.Story, filter bool) entryView {
	e := entryView{
		Href:     h.link(s.Path()),
		Title:    s.Title,
		Source:   template.HTML(h.anchor(s.SourcePath(), s.SourceLabel.Name)),
		Sentence: h.Sentence(s),
		Marks:    h.marks(s),
	}
	if filter {
		e.filterBy(s)
	}
	e.Via = h.via(s)
	if own != s.Story {
		e.Story = &link{h.link(s.Story.Path()), s.Story.Title}
	}
	for _, r := range s.Reports[:min(entryFigures, len(s.Reports))] {
		f := entryFigure{Name: r.Row.Name.String(), Value: h.words.Written(r.Value), AsOf: h.when(r)}
		if r.Named {
			f.AsOf = template.HTML(h.words.HTML("note.by", "by", bdi(r.Claimant.Name))) + " " + f.AsOf
		}
		if kind := r.Against(); kind != "" {
			f.Against = template.HTML(h.against(kind))
		}
		e.Figures = append(e.Figures, f)
	}
	return e
}

// filterBy adds what an entry is filtered by.
func (e *entryView) filterBy(s *digest.Summary) {
	for i, tag := range s.Labels {
		if i > 0 {
			e.Tags += " "
		}
		e.Tags += tag.Slug
	}
	for _, r := range s.Reports {
		e.Differs = e.Differs || r.Row.Kind == agreement.Differ
	}
}

// marks says what a summary was the first to say otherwise, and what of its
// source's own it brings up to date, replaces or says that it corrects.
func (h context) marks(s *digest.Summary) []markView {
	var marks []markView
	if on := h.withdrawn(s); on != "" {
		marks = append(marks, markView{"↺", on})
	}
	for _, r := range s.Reports {
		old, opens := replacedBy(r), r.Opens && r.Row.Kind == agreement.Differ
		if old == nil && !opens {
			continue
		}
		figure := h.anchor(r.Row.Path(), r.Row.Name.String())
		if r.Named {
			figure += " <small>" + h.words.HTML("note.by", "by", bdi(r.Claimant.Name)) + "</small>"
		}
		value := `<b class="val">` + bdi(h.words.Written(r.Value)) + `</b>`
		switch {
		case old != nil && old.Standing == digest.Corrected:
			marks = append(marks, markView{"↺", template.HTML(h.words.HTML("entry.revises",
				"figure", figure, "old", `<s>`+bdi(h.words.Written(old.Value))+`</s>`, "value", value) +
				joined(h.words.HTML("colon"), escape(r.Corrects)))})
		case old != nil:
			marks = append(marks, markView{"→", template.HTML(h.words.HTML("entry.now",
				"figure", figure, "old", bdi(h.words.Written(old.Value)), "value", value, "date",
				string(h.dateOf(old))))})
		}
		if opens {
			marks = append(marks, markView{"▸",
				template.HTML(h.words.HTML("entry.opens", "figure", figure, "value", value))})
		}
	}
	return marks
}

// withdrawn says when a source took its article back; empty where it didn't.
func (h context) withdrawn(s *digest.Summary) template.HTML {
	if s.Withdrawn.IsZero() {
		return ""
	}
	return template.HTML(h.words.HTML("entry.withdrawn", "date", string(h.time(s.Withdrawn, ""))))
}

// replacedBy is what the same source and claimant said before, where that was
// something else.
func replacedBy(r *digest.Report) *digest.Report {
	if old := r.Replaces; old != nil && !old.Value.Same(r.Value) {
		return old
	}
	return nil
}

// stripView is a bar per month, oldest first.
type stripView struct {
	Label  string
	Months []barView
}

type barView struct {
	Href     template.HTMLAttr
	Name     string // March 2026: 12 summaries
	Short    string // Mar
	Year     string // where it is the first of its year
	Count    string
	Height   int // the highest has 40
	Selected bool
}

// strip is the strip of months; selected is the index of the month it is
// shown on, or -1.
func (h context) strip(selected int) stripView {
	months := h.digest.Months()
	v := stripView{Label: h.words.Text("strip.label")}
	most := 1
	for _, m := range months {
		most = max(most, len(m.Summaries))
	}
	for i := len(months) - 1; i >= 0; i-- {
		m := months[i]
		height := max(3, 40*len(m.Summaries)/most)
		b := barView{
			Href: h.link(m.Path()), Short: h.words.ShortMonth(m.Month), Count: h.words.Number(len(m.Summaries)),
			Name: h.words.Text("strip.bar", "month", i18n.Heading(h.words.Month(m.Year, m.Month)), "count",
				h.words.Count("summaries", len(m.Summaries))),
			Height: height, Selected: i == selected,
		}
		if i == len(months)-1 || months[i+1].Year != m.Year {
			b.Year = strconv.Itoa(m.Year)
		}
		v.Months = append(v.Months, b)
	}
	return v
}
