package article

import (
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/araddon/dateparse"
)

// timestamp is a moment as a page gives it, in the page's own zone.
type timestamp struct {
	time.Time
	clock bool // it has a time of day
}

// day is midnight UTC of the day that it is where the page was published.
func (s timestamp) day() time.Time {
	return time.Date(s.Year(), s.Month(), s.Day(), 0, 0, 0, 0, time.UTC)
}

// mostStamp is how long a moment in a page's metadata is, in bytes.
const mostStamp = 80

var isoStamp = compileOne(`^(\d{4})-?(\d{2})-?(\d{2})(?:[T\s_]*(\d{1,2}):?(\d{2})(?::?(\d{2})(?:[.,]\d+)?)?\s*(Z|` +
	`[+-]\d{1,2}:?\d{0,2})?)?`)

// readStamp reads a moment in a page's metadata: ISO 8601 with or without
// separators, or any form that is written with a month's name or read by
// everybody in one way.
func readStamp(written string) (timestamp, bool) {
	written = strings.TrimSpace(written)
	if len(written) > mostStamp {
		return timestamp{}, false
	}
	if m := isoStamp().FindStringSubmatch(written); m != nil {
		return isoMoment(m)
	}
	if t, err := dateparse.ParseStrict(written); err == nil && credible(t) {
		return timestamp{t, t.Hour()+t.Minute()+t.Second() > 0}, true
	}
	if day := Day(written); !day.IsZero() {
		return timestamp{Time: day}, true
	}
	return timestamp{}, false
}

// isoMoment is what the groups of isoStamp say.
func isoMoment(m []string) (timestamp, bool) {
	n := make([]int, 7)
	for i := 1; i < 7; i++ {
		n[i], _ = strconv.Atoi(m[i])
	}
	zone := time.UTC
	if sign := m[7]; len(sign) > 1 {
		digits := strings.ReplaceAll(sign[1:], ":", "")
		hours, minutes := digits, "0"
		if len(digits) > 2 {
			hours, minutes = digits[:len(digits)-2], digits[len(digits)-2:]
		}
		h, _ := strconv.Atoi(hours)
		half, _ := strconv.Atoi(minutes)
		offset := h*3600 + half*60
		if sign[0] == '-' {
			offset = -offset
		}
		zone = time.FixedZone("", offset)
	}
	t := time.Date(n[1], time.Month(n[2]), n[3], n[4], n[5], n[6], 0, zone)
	return timestamp{t, m[4] != ""}, credible(t) && t.Day() == n[3] && int(t.Month()) == n[2]
}

// credible reports whether an article can be of a moment.
func credible(t time.Time) bool { return t.Year() >= 1900 && t.Year() < 2200 }

// Day is the first whole date, with its year, in a line; zero where there is
// none.
func Day(line string) time.Time {
	best, at := time.Time{}, len(line)
	for _, form := range dateForms {
		for _, m := range form.pattern().FindAllStringSubmatchIndex(line, 4) {
			if m[0] >= at {
				break
			}
			part := func(i int) string { return line[m[2*i]:m[2*i+1]] }
			if t := parsedDay(part(form.year), part(form.month), part(form.day)); !t.IsZero() {
				best, at = t, m[0]
				break
			}
		}
	}
	return best
}

// parsedDay is the day that a year, a month by number or name, and a day make; zero
// where there is no such day. Of a month and a day that are both numbers the
// one beyond twelve is the day.
func parsedDay(year, month, day string) time.Time {
	y, _ := strconv.Atoi(year)
	d, _ := strconv.Atoi(day)
	n, err := strconv.Atoi(month)
	if err != nil {
		n = monthNumber(month)
	} else if n > 12 && d <= 12 {
		n, d = d, n
	}
	t := time.Date(y, time.Month(n), d, 0, 0, 0, 0, time.UTC)
	if n < 1 || n > 12 || t.Day() != d || !credible(t) {
		return time.Time{}
	}
	return t
}

// dateForms are the orders in which dates are written, with the groups that
// year, month and day are.
var dateForms = []struct {
	pattern          func() *regexp.Regexp
	year, month, day int
}{
	{compileOne(`((?:19|20)[0-9]{2})[-./年년] ?([0-9]{1,2})[-./月월] ?([0-9]{1,2})`), 1, 2, 3},
	{compileOne(`([0-9]{4})\s?[年년]\s?([0-9]{1,2})\s?[月월]\s?([0-9]{1,2})\s?[日일]`), 1, 2, 3},
	{compileOne(`(?:^|[^0-9./-])([0-9]{1,2})[./-] ?([0-9]{1,2})[./-] ?((?:19|20)[0-9]{2})`), 3, 2, 1},
	{compileOne(`(\p{L}{3,12})\.? ([0-9]{1,2})(?:st|nd|rd|th)?,? ((?:19|20)[0-9]{2})(?:[^0-9]|$)`), 3, 1, 2},
	{compileOne(`(?:^|[^0-9])([0-9]{1,2})(?:\.|st|nd|rd|th|er|º|-)?[ -](?:de |` +
		`of )?(\p{L}{3,12})[.,]{0,2}(?: del?|[ -]| año)? ?((?:19|20)[0-9]{2})`), 3, 2, 1},
	{compileOne(`((?:19|20)[0-9]{2})\.? (?:m\. )?(\p{L}{3,12}) ([0-9]{1,2})(?:\.|\s|$)`), 1, 2, 3},
	{compileOne(`(?:^|[^0-9])([0-9]{1,2}) tháng ([0-9]{1,2}),? (?:năm )?((?:19|20)[0-9]{2})`), 3, 2, 1},
}

// monthNumber is the month that a name stands for; 0 where it is none. A name
// may be cut to three letters, or four.
func monthNumber(name string) int {
	name = strings.ToLower(name)
	for i, names := range monthNames {
		for known := range strings.FieldsSeq(names) {
			if name == known || shortened(name, known) {
				return i + 1
			}
		}
	}
	return 0
}

// shortened reports whether a name is the first three or four letters of
// another.
func shortened(name, of string) bool {
	n := utf8.RuneCountInString(name)
	return (n == 3 || n == 4) && strings.HasPrefix(of, name) && utf8.RuneCountInString(of) > n
}

// monthNames are the months' names as dates have them, in many languages.
var monthNames = []string{
	"january januar jänner enero janvier janv gennaio janeiro januari styczeń stycznia leden ledna január januára " +
		"ianuarie январь января січня януари јануар ocak tammikuuta tammikuu siječnja januarja gener janar " +
		"ιανουαρίου sausio janvāris jaanuar",
	"february februar feber febrero février févr fevr fevereiro febbraio februari luty lutego únor února február " +
		"februára februarie февраль февраля лютого февруари фебруар şubat helmikuuta helmikuu veljače februarja " +
		"febrer shkurt φεβρουαρίου vasario februāris veebruar",
	"march märz mrz marzo mars março maart marzec marca březen března március martie март марта березня mart " +
		"maaliskuuta maaliskuu ožujka març maret μαρτίου kovo marts märts",
	"april abril avril avr aprile kwiecień kwietnia duben dubna április aprilie апрель апреля квітня април nisan " +
		"huhtikuuta huhtikuu travnja aprila prill απριλίου balandžio aprīlis aprill",
	"may mai mayo maggio maio mei maj maja květen května május mája мая май травня мај mayıs toukokuuta toukokuu " +
		"svibnja maig mei μαΐου gegužės maijs",
	"june juni junio juin giugno junho czerwiec czerwca červen června június júna iunie июнь июня червня юни јун " +
		"haziran kesäkuuta kesäkuu lipnja junija juny qershor ιουνίου birželio jūnijs juuni",
	"july juli julio juillet juil luglio julho lipiec lipca červenec července július júla iulie июль июля липня юли " +
		"јул temmuz heinäkuuta heinäkuu srpnja julija juliol korrik ιουλίου liepos jūlijs juuli",
	"august agosto août aout augustus sierpień sierpnia srpen srpna augusztus augusta август августа серпня ağustos " +
		"elokuuta elokuu kolovoza avgusta agost gusht augusti agustus αυγούστου rugpjūčio augusts",
	"september septiembre setiembre septembre sept settembre setembro wrzesień września září szeptember septembra " +
		"septembrie сентябрь сентября вересня септември септембар eylül syyskuuta syyskuu rujna setembre shtator " +
		"σεπτεμβρίου rugsėjo septembris",
	"october oktober octubre octobre ottobre outubro październik października říjen října október októbra octombrie " +
		"октябрь октября жовтня октомври октобар ekim lokakuuta lokakuu listopada oktobra tetor οκτωβρίου spalio " +
		"oktobris oktoober",
	"november noviembre novembre novembro listopad november novembra noiembrie ноябрь ноября листопада ноември " +
		"новембар kasım marraskuuta marraskuu studenoga nëntor νοεμβρίου lapkričio novembris",
	"december dezember diciembre décembre déc decembre dicembre dezembro grudzień grudnia prosinec prosince " +
		"decembra decembrie декабрь декабря грудня декември децембар aralık joulukuuta joulukuu prosinca desember " +
		"desembre dhjetor δεκεμβρίου gruodžio decembris detsember",
}
