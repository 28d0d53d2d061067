package page

import (
	"html/template"
	"slices"
	"strings"
	"unicode/utf8"

	"collate/generator/agreement"
	"collate/generator/content"
	"collate/generator/digest"
	"collate/generator/i18n"
)

// agreementSigns stand before the words for how values agree; never alone.
var agreementSigns = map[agreement.Kind]string{
	agreement.Single:       "–",
	agreement.Same:         "=",
	agreement.Consistent:   "✓",
	agreement.Moved:        "→",
	agreement.Differ:       "≠",
	agreement.Incomparable: "∥",
}

// agreementView is what the sources say together about one row.
type agreementView struct {
	Kind    agreement.Kind // also a class
	Verdict template.HTML  // its sign and word: same, agree, differ, only one
	Camps   []campView
	Apart   string        // how many fit more than one camp
	Quoted  []string      // claimants of whom sources give different values
	At      template.HTML // of several moments, the one at which they differ
	Past    template.HTML // what the figure was before
}

// verdictView is what the template verdict sees.
type verdictView struct {
	Kind         agreement.Kind
	Symbol, Word string
}

// renderVerdicts renders the verdict of each kind once for all pages.
func (s *Site) renderVerdicts() map[agreement.Kind]template.HTML {
	all := map[agreement.Kind]template.HTML{}
	for kind, symbol := range agreementSigns {
		all[kind] = s.part("verdict", verdictView{kind, symbol, s.words.Text("kind." + string(kind))})
	}
	for kind, symbol := range map[agreement.Kind]string{rose: "↗", fell: "↘"} {
		all[kind] = s.part("verdict", verdictView{agreement.Moved, symbol, s.words.Text("kind." + string(kind))})
	}
	all[differed] = s.part("verdict", verdictView{agreement.Differ, agreementSigns[agreement.Differ],
		s.words.Text("kind." + string(differed))})
	all[misquoted] = s.part("verdict", verdictView{agreement.Incomparable, agreementSigns[agreement.Incomparable],
		s.words.Text("cell.quoted")})
	all[valueless] = s.part("verdict", verdictView{agreement.Single, agreementSigns[agreement.Single],
		s.words.Text("kind." + string(valueless))})
	return all
}

// How a figure moved, where that can be said, has words of its own.
const (
	rose agreement.Kind = "rose"
	fell agreement.Kind = "fell"
)

// differed is what sources say together that differ of an earlier moment than
// the last.
const differed agreement.Kind = "differed"

// misquoted is what sources say together that all give one claimant's value, and
// give it differently.
const misquoted agreement.Kind = "misquoted"

// valueless is what sources say together that all say that there is no value.
const valueless agreement.Kind = "valueless"

// verdict is the sign and word for what the sources say together of a row.
func (h context) verdict(row *digest.Row) template.HTML {
	switch {
	case len(row.Moments) == 0 && len(row.Misquoted()) > 0:
		return h.verdicts[misquoted]
	case row.Valueless():
		return h.verdicts[valueless]
	case row.Differed():
		return h.verdicts[differed]
	}
	if row.Kind == agreement.Moved {
		switch row.Trend() {
		case 1:
			return h.verdicts[rose]
		case -1:
			return h.verdicts[fell]
		}
	}
	return h.verdicts[row.Kind]
}

// campView is one camp. Bar has a dot for each voice, up to twenty, and then a
// sign that there are more.
type campView struct {
	Value  string // without its remark
	Remark string // where one source alone says it
	Long   bool   // the value is too long to be set large
	Count  string // 7
	Voices string // 7 sources; 9 sources, 6 independent
	Bar    string
	Who    template.HTML // where not all agree: the sources, linked to their summaries
	Other  bool          // not the largest of several; of a tie none is
}

// mostLinked is how many sources of a camp are linked. What more say the story's
// table tells one by one.
const mostLinked = 3

// disagreement is what the sources say, with those of each camp, at the moment
// at which they differ.
func (h context) disagreement(row *digest.Row) agreementView {
	v := h.says(row, row.Camps)
	v.Verdict = h.verdicts[row.Kind]
	if row.Kind == agreement.Single || row.Differed() || len(row.Camps) > 1 {
		for i, c := range row.Camps {
			name := h.linkedSource
			if len(c.Reports) > mostLinked {
				name = plainSource
			}
			v.Camps[i].Who = h.names(c.Reports, 40, h.withOwnWords(c, h.saysWhose(row, row.Camps, i), name))
		}
	}
	return v
}

// agreement is what the sources say of what stands in front.
func (h context) agreement(row *digest.Row) agreementView { return h.says(row, row.Front()) }

func (h context) says(row *digest.Row, camps []digest.Camp) agreementView {
	v := agreementView{Kind: row.Kind, Verdict: h.verdict(row), Camps: make([]campView, 0, len(camps))}
	for i, c := range camps {
		text, remark := h.words.CampValue(c)
		v.Camps = append(v.Camps, campView{
			Value:  text,
			Remark: remark,
			Long:   utf8.RuneCountInString(text) > 14,
			Count:  h.words.Number(c.Voices),
			Voices: h.voicesText(c),
			Bar:    voiceDots(c.Voices),
			Other:  len(camps) > 1 && !row.Named() && (i > 0 || row.Tied()),
		})
		if h.saysWhose(row, camps, i) {
			v.Camps[i].Voices = h.according(c)
		}
	}
	if n := len(row.Apart); n > 0 && len(camps) == len(row.Camps) {
		v.Apart = h.words.Count("differ.apart", n)
	}
	v.Quoted = h.quotedAs(row)
	if row.DiffersAt != nil {
		v.At = h.at(row.DiffersAt)
	}
	v.Past = h.past(row)
	return v
}

// quotedAs names the claimants whose value of one moment sources give differently:
// the ministry, quoted as 120 (Reuters) and 112 (AP).
func (h context) quotedAs(row *digest.Row) []string {
	var all []string
	for _, reports := range row.Misquoted() {
		var values []string
		for _, r := range reports {
			values = append(values, h.words.Text("camp.short", "value", h.words.Bare(r.Value), "n",
				r.Summary.SourceLabel.Name))
		}
		all = append(all, h.words.Text("quoted.as", "claimant", reports[0].Claimant.Name, "values",
			h.words.List(values)))
	}
	return all
}

// saysWhose reports whether a camp says whose word it is, and not how many say
// it: of several where all are of named claimants, of one where it is.
func (h context) saysWhose(row *digest.Row, camps []digest.Camp, n int) bool {
	if len(camps) > 1 {
		return row.Named()
	}
	return ofNamed(camps[n])
}

// ofNamed reports whether all reports of a camp are of named claimants.
func ofNamed(c digest.Camp) bool {
	return len(c.Reports) > 0 && !slices.ContainsFunc(c.Reports, func(r *digest.Report) bool { return !r.Named })
}

// according says whose word a camp is: according to the ministry and the
// police.
func (h context) according(c digest.Camp) string {
	return h.words.Text("note.by", "by", h.claimants(c))
}

// at is a moment of a row's path: on 9 Mar, projection.
func (h context) at(p *digest.Point) template.HTML {
	switch {
	case p.Moment.IsZero() && p.Stage == "":
		return ""
	case p.Moment.IsZero():
		return template.HTML(bdi(p.Stage))
	}
	at := ""
	if p.Moment.Period == content.Day {
		at = h.words.HTML("path.at", "date", string(h.time(p.Moment, "")))
	} else {
		at = h.words.HTML("path.at.period", "date", string(h.time(p.Moment, "")))
	}
	if p.Stage != "" {
		at += ", " + bdi(p.Stage)
	}
	return template.HTML(at)
}

// mostPast is how many other values of its path a row shows.
const mostPast = 4

// past is what a figure was before, the latest first: from 50 on 1 Mar.
func (h context) past(row *digest.Row) template.HTML {
	var parts []string
	if row.Named() && !row.Differed() {
		return h.pastByName(row)
	}
	for _, p := range row.Past() {
		parts = append(parts, h.point(p, p.Said()))
	}
	return template.HTML(strings.Join(parts[:min(len(parts), mostPast)], h.words.HTML("beside.join")))
}

// pastByName is what each of several claimants said before: the ministry: from
// 210 on 22 Feb; the union: from 400 on 22 Feb.
func (h context) pastByName(row *digest.Row) template.HTML {
	var parts []string
	for _, c := range row.Camps[:min(len(row.Camps), i18n.MostCamps)] {
		if old := c.Shown.Before(); old != nil {
			parts = append(parts, bdi(old.Claimant.Name)+h.words.HTML("colon")+
				h.point(pointOf(old), []*digest.Report{old}))
		}
	}
	return template.HTML(strings.Join(parts, h.words.HTML("differ.join")))
}

// pointOf is the point of the path that a report stands in.
func pointOf(r *digest.Report) *digest.Point {
	for _, p := range r.Row.Moments {
		if slices.Contains(p.Reports, r) {
			return p
		}
	}
	return &digest.Point{Shown: r}
}

// point is what is said at a point of a row's path: from 50 on 1 Mar, or from
// 36% / 34% (exit poll), where it differs.
func (h context) point(p *digest.Point, said []*digest.Report) string {
	values := make([]string, 0, len(said))
	for _, r := range said[:min(len(said), i18n.MostCamps)] {
		text, _ := h.words.CampValue(digest.Camp{Shown: r, Reports: []*digest.Report{r}})
		values = append(values, bdi(text))
	}
	value, date := strings.Join(values, " / "), ""
	switch {
	case !p.Moment.IsZero():
		date = string(h.time(p.Moment, ""))
	case p.Stage == "" && len(said) == 1:
		date = string(h.date(p.Shown.Summary))
	}
	switch {
	case date == "":
		value = h.words.HTML("path.earlier", "value", value)
	case p.Moment.Period != content.Day:
		value = h.words.HTML("path.from.period", "value", value, "date", date)
	default:
		value = h.words.HTML("path.from", "value", value, "date", date)
	}
	if p.Stage != "" {
		value += " (" + bdi(p.Stage) + ")"
	}
	return value
}

func voiceDots(voices int) string {
	const most = 20
	if voices > most {
		return strings.Repeat("●", most) + "…"
	}
	return strings.Repeat("●", voices)
}

// campHTML is what a camp says, in a sentence.
func (h context) campHTML(c digest.Camp) string {
	text, remark := h.words.CampValue(c)
	if remark != "" {
		remark = ` <small>(` + bdi(remark) + `)</small>`
	}
	return `<b class="val">` + bdi(text) + `</b>` + remark
}

// voicesText says how many voices a camp has: 7 sources, or 9 sources, 6
// independent, where some repeat others.
func (h context) voicesText(c digest.Camp) string {
	if c.Voices == len(c.Reports) || c.Voices == 0 {
		return h.words.Count("sources", c.Voices)
	}
	return h.words.Text("voices.of."+h.words.Plural("voices.of", c.Voices),
		"n", h.words.Number(c.Voices), "sources", h.words.Count("sources", len(c.Reports)))
}

// who lists the sources of reports, linked to their summaries; those beyond
// the limit are counted.
func (h context) who(reports []*digest.Report, limit int) template.HTML {
	return h.names(reports, limit, h.linkedSource)
}

// linkedSource names the source of a report, linked to its summary.
func (h context) linkedSource(r *digest.Report) string { return h.sourceOf(r.Summary) }

// sourceOf names the source of a summary, linked to the summary.
func (h context) sourceOf(s *digest.Summary) string {
	return `<a ` + string(h.link(s.Path())) + `>` + bdi(s.SourceLabel.Name) + `</a>`
}

// plainSource names the source of a report without a link.
func plainSource(r *digest.Report) string { return bdi(r.Summary.SourceLabel.Name) }

func (h context) names(reports []*digest.Report, limit int, name func(*digest.Report) string) template.HTML {
	var names []string
	for _, r := range reports[:min(limit, len(reports))] {
		names = append(names, name(r))
	}
	if more := len(reports) - limit; more > 0 {
		names = append(names, escape(h.words.Count("more", more)))
	}
	return template.HTML(h.words.List(names))
}

// withOwnWords names the source of a report, with whose word it is where the
// sentence doesn't say it, and with what it wrote where that is not what the
// camp shows.
func (h context) withOwnWords(c digest.Camp, told bool, name func(*digest.Report) string) func(*digest.Report) string {
	return func(r *digest.Report) string {
		source := name(r)
		if r.Named && !told {
			source += " <small>" + h.words.HTML("note.by", "by", bdi(h.whose(r.Claimant.Name, r))) + "</small>"
		}
		if r.Value.Same(c.Shown.Value) {
			return source
		}
		return h.words.HTML("who.own", "source", source, "value", bdi(h.words.Bare(r.Value)))
	}
}

// campSays says who says what a camp shows: 7 of 9 say $110B; or fit, where not
// all of them wrote that.
func (h context) campSays(c digest.Camp, some, value string, fill func(string, ...string) string) string {
	verb := "differ.say"
	for _, r := range c.Reports {
		if !r.Value.Same(c.Shown.Value) {
			verb = "differ.fit"
		}
	}
	return fill(verb+"."+h.words.Plural(verb, c.Voices), "some", some, "value", value)
}

// differs says in a sentence how the camps of a row stand: 7 of 9 say $110B
// (Mint, Verdict and 5 more); $120B: Eugenio Rodolfo Sanabria.
func (h context) differs(row *digest.Row, name func(*digest.Report) string) template.HTML {
	if row.Named() {
		return h.differsByName(row, name)
	}
	first, all := row.Camps[0], row.Voices()
	of := h.words.Text("differ.of", "n", h.words.Number(first.Voices), "all", h.words.Number(all))
	if all < len(row.Standing()) {
		of = h.independent(first, all)
	}
	parts := []string{h.words.HTML("differ.who",
		"says", h.campSays(first, escape(of), h.campHTML(first), h.words.HTML),
		"who", string(h.names(first.Reports, 3, h.withOwnWords(first, false, name))))}
	shown := min(len(row.Camps), i18n.MostCamps)
	for _, c := range row.Camps[1:shown] {
		parts = append(parts, h.words.HTML("differ.next", "value", h.campHTML(c), "who",
			string(h.names(c.Reports, 4, h.withOwnWords(c, false, name)))))
	}
	if more := len(row.Camps) - shown; more > 0 {
		parts = append(parts, escape(h.words.Count("values.more", more)))
	}
	return template.HTML(strings.Join(parts, h.words.HTML("differ.join")) + h.words.HTML("differ.end"))
}

// differsByNameText is differsByName as plain text, without sources.
func (h context) differsByNameText(row *digest.Row) string {
	var parts []string
	for _, c := range row.Camps[:min(len(row.Camps), i18n.MostCamps)] {
		text, _ := h.words.CampValue(c)
		parts = append(parts, h.words.Text("differ.named", "value", text, "who", h.claimants(c)))
	}
	return h.nameWhen(row) + h.words.Text("colon") + strings.Join(parts, h.words.Text("differ.join"))
}

// differsByName says in a sentence what each of several claimants says: 120
// according to the ministry (AP, Reuters); 95 according to the rebels (AP).
func (h context) differsByName(row *digest.Row, name func(*digest.Report) string) template.HTML {
	var parts []string
	for _, c := range row.Camps[:min(len(row.Camps), i18n.MostCamps)] {
		says := h.words.HTML("differ.named", "value", h.campHTML(c), "who", escape(h.claimants(c)))
		parts = append(parts, h.words.HTML("differ.who", "says", says, "who", string(h.names(c.Reports, 3, name))))
	}
	return template.HTML(strings.Join(parts, h.words.HTML("differ.join")) + h.words.HTML("differ.end"))
}

// claimants are the names of those whose word a camp is.
func (h context) claimants(c digest.Camp) string {
	var names []string
	for _, r := range c.Reports {
		if name := h.whose(r.Claimant.Name, r); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return h.words.List(names)
}

// whose is a claimant's name with what the story says about them: the rebels
// (party to the conflict).
func (h context) whose(name string, r *digest.Report) string {
	if note := r.ClaimantNote(); note != "" {
		return h.words.Text("claimant.noted", "claimant", name, "note", note)
	}
	return name
}

// independent is a camp's share of all independent voices: 2 of 3.
func (h context) independent(c digest.Camp, all int) string {
	return h.words.Text("differ.of.independent."+h.words.Plural("differ.of.independent", c.Voices),
		"n", h.words.Number(c.Voices), "all", h.words.Number(all))
}

// differsText is differs with the figure's name and without those of sources,
// as plain text: Round total: 7 of 9 sources say $110B, 1 says $120B.
func (h context) differsText(row *digest.Row) string {
	if row.Named() {
		return h.differsByNameText(row)
	}
	first, all := row.Camps[0], row.Voices()
	of := h.words.Text("differ.of.sources."+h.words.Plural("differ.of.sources", first.Voices),
		"n", h.words.Number(first.Voices), "all", h.words.Number(all))
	if all < len(row.Standing()) {
		of = h.independent(first, all)
	}
	text, _ := h.words.CampValue(first)
	parts := []string{h.campSays(first, of, text, h.words.Text)}
	shown := min(len(row.Camps), i18n.MostCamps)
	for _, c := range row.Camps[1:shown] {
		text, _ := h.words.CampValue(c)
		parts = append(parts, h.campSays(c, h.words.Text("differ.of.next", "n", h.words.Number(c.Voices)), text,
			h.words.Text))
	}
	if more := len(row.Camps) - shown; more > 0 {
		parts = append(parts, h.words.Count("values.more", more))
	}
	return h.words.Text("story.description", "figure", h.nameWhen(row), "differ",
		strings.Join(parts, h.words.Text("differ.join")))
}

// nameWhen is a figure's name with the moment at which its reports differ, else
// with what they are of, as plain text.
func (h context) nameWhen(row *digest.Row) string {
	at, date := "", row.AsOf
	if row.DiffersAt != nil {
		at, date = row.DiffersAt.Stage, row.DiffersAt.Moment
	}
	if at == "" && !date.IsZero() {
		at = h.words.Text("as.of", "date", h.words.Day(date))
	}
	if at == "" {
		return row.Name.String()
	}
	return row.Name.String() + " (" + at + ")"
}

func bdi(s string) string { return `<bdi>` + escape(s) + `</bdi>` }
