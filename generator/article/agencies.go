package article

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"collate/generator/value"
)

// agency is a service whose reports others publish.
type agency struct {
	name  string
	forms []string // as datelines, credits and bylines have it, in our languages
}

// agencies are the services that outlets repeat. A name that is also a word is
// only here in the writing that makes it a name.
var agencies = []agency{
	{"Reuters", []string{"Reuters", "REUTERS", "Thomson Reuters", "Agencia Reuters", "ロイター", "로이터", "로이터통신", "路透社",
		"路透", "Рейтер", "Рейтерс"}},
	{"Associated Press", []string{"Associated Press", "AP", "The Associated Press", "AP News", "AP통신", "AP通信", "美聯社",
		"美联社"}},
	{"AFP", []string{"AFP", "Agence France-Presse", "Agence France Presse", "afp", "AFP時事", "AFP通信", "AFP통신", "法新社"}},
	{"dpa", []string{"dpa", "DPA", "dpa-AFX", "dpa-infocom", "Deutsche Presse-Agentur", "Deutsche Presse Agentur"}},
	{"EFE", []string{"EFE", "Agencia EFE", "Efe", "EFE Verde", "Agencia Efe"}},
	{"Europa Press", []string{"Europa Press", "EUROPA PRESS", "EuropaPress"}},
	{"ANSA", []string{"ANSA", "Ansa"}},
	{"Adnkronos", []string{"Adnkronos", "ADNKRONOS"}},
	{"APA", []string{"APA", "Austria Presse Agentur", "APA-OTS"}},
	{"Keystone-SDA", []string{"Keystone-SDA", "SDA", "sda", "Keystone-ATS", "ATS"}},
	{"AWP", []string{"AWP", "awp"}},
	{"epd", []string{"epd", "Evangelischer Pressedienst"}},
	{"KNA", []string{"KNA", "Katholische Nachrichten-Agentur"}},
	{"SID", []string{"SID", "Sport-Informations-Dienst"}},
	{"Belga", []string{"Belga", "BELGA"}},
	{"ANP", []string{"ANP"}},
	{"Lusa", []string{"Lusa", "LUSA", "Agência Lusa"}},
	{"Agência Brasil", []string{"Agência Brasil", "Agencia Brasil"}},
	{"Estadão Conteúdo", []string{"Estadão Conteúdo"}},
	{"Folhapress", []string{"Folhapress", "FOLHAPRESS"}},
	{"Télam", []string{"Télam", "TELAM", "Telam"}},
	{"Notimex", []string{"Notimex", "NOTIMEX"}},
	{"Prensa Latina", []string{"Prensa Latina"}},
	{"Colpisa", []string{"Colpisa", "COLPISA"}},
	{"PAP", []string{"PAP", "Polska Agencja Prasowa"}},
	{"ČTK", []string{"ČTK", "CTK", "Česká tisková kancelář"}},
	{"TASR", []string{"TASR"}},
	{"MTI", []string{"MTI"}},
	{"Agerpres", []string{"Agerpres", "AGERPRES"}},
	{"BTA", []string{"БТА", "BTA"}},
	{"Hina", []string{"Hina", "HINA"}},
	{"Tanjug", []string{"Tanjug", "Танјуг"}},
	{"TT", []string{"TT-Reuters", "TT Nyhetsbyrån", "TT"}},
	{"NTB", []string{"NTB", "©NTB"}},
	{"Ritzau", []string{"Ritzau", "ritzau", "/ritzau/"}},
	{"STT", []string{"STT", "STT-Lehtikuva"}},
	{"TASS", []string{"TASS", "ТАСС"}},
	{"Interfax", []string{"Interfax", "Интерфакс"}},
	{"RIA Novosti", []string{"РИА Новости", "RIA Novosti"}},
	{"Ukrinform", []string{"Укрінформ", "Ukrinform", "Укринформ"}},
	{"UNIAN", []string{"УНІАН", "УНИАН"}},
	{"Interfax-Ukraine", []string{"Інтерфакс-Україна", "Interfax-Ukraine"}},
	{"Anadolu Agency", []string{"Anadolu Agency", "Anadolu Ajansı", "Anadolu", "AA"}},
	{"DHA", []string{"DHA", "Demirören Haber Ajansı"}},
	{"İHA", []string{"İHA", "İhlas Haber Ajansı"}},
	{"PTI", []string{"PTI", "Press Trust of India"}},
	{"ANI", []string{"ANI"}},
	{"IANS", []string{"IANS"}},
	{"UNI", []string{"United News of India"}},
	{"Bernama", []string{"Bernama", "BERNAMA"}},
	{"Antara", []string{"Antara", "ANTARA"}},
	{"PNA", []string{"PNA", "Philippine News Agency"}},
	{"VNA", []string{"TTXVN", "VNA", "Vietnam News Agency"}},
	{"AAP", []string{"AAP", "Australian Associated Press"}},
	{"PA Media", []string{"PA Media", "PA", "Press Association", "PA news agency", "PA News Agency"}},
	{"The Canadian Press", []string{"The Canadian Press", "Canadian Press", "La Presse Canadienne",
		"La Presse canadienne"}},
	{"UPI", []string{"UPI", "United Press International"}},
	{"Bloomberg", []string{"Bloomberg", "Bloomberg News", "블룸버그", "彭博", "彭博社", "ブルームバーグ"}},
	{"Dow Jones Newswires", []string{"Dow Jones", "Dow Jones Newswires", "DOW JONES"}},
	{"Kyodo", []string{"Kyodo", "Kyodo News", "共同", "共同通信", "共同通信社", "共同社", "교도통신"}},
	{"Jiji Press", []string{"Jiji Press", "Jiji", "JIJI", "時事", "時事通信", "時事通信社", "지지통신"}},
	{"United Daily News", []string{"聯合報", "聯合新聞網", "聯合晚報"}},
	{"Yonhap", []string{"Yonhap", "Yonhap News", "연합뉴스", "연합", "聯合ニュース", "韓聯社", "韩联社", "聯合"}},
	{"Newsis", []string{"뉴시스", "Newsis"}},
	{"News1", []string{"뉴스1", "News1"}},
	{"Xinhua", []string{"Xinhua", "XINHUA", "新华社", "新華社", "新华网", "新華網", "신화통신", "新華社通信"}},
	{"China News Service", []string{"中新社", "中新网", "中新網", "中国新闻网"}},
	{"CNA", []string{"中央社", "中央通訊社", "Central News Agency"}},
	{"SPA", []string{"واس", "Saudi Press Agency"}},
	{"WAM", []string{"WAM", "وام"}},
	{"MENA", []string{"أ ش أ"}},
	{"MAP", []string{"و م ع"}},
	{"APS", []string{"APS"}},
	{"IRNA", []string{"IRNA", "ایرنا", "إرنا"}},
	{"Fars", []string{"Fars News Agency"}},
	{"NAN", []string{"NAN", "News Agency of Nigeria"}},
	{"Athens News Agency", []string{"ΑΠΕ-ΜΠΕ", "ΑΠΕ"}},
}

// agencyIndex finds agencies by their forms, and has the pattern of them all.
var agencyIndex = sync.OnceValue(func() (index struct {
	named map[string]string // by folded form
	forms string            // as alternatives, longest first by their order
}) {
	index.named = map[string]string{}
	var forms []string
	for _, a := range agencies {
		for _, form := range a.forms {
			forms = append(forms, form)
			index.named[form] = a.name
		}
	}
	slices.SortStableFunc(forms, func(a, b string) int { return cmp.Compare(len(b), len(a)) })
	for i, form := range forms {
		forms[i] = regexp.QuoteMeta(form)
	}
	index.forms = "(" + strings.Join(forms, "|") + ")"
	return index
})

// credits are the places at which a text says whose report it repeats. In a
// pattern, % stands for the forms of agencies.
var (
	// MADRID, May 25 (Reuters) - …; Berlin (dpa/lno) - …; (ANSA) - ROMA
	datelineBrackets = withAgencies(`^(.{0,70}?)[(\[（【]\s*%(?:[ /,=-][^)\]）】]{0,40})?\s*[)\]）】]\s*(.?)`)
	// (서울=연합뉴스), [서울=뉴시스], 【ニューヨーク共同】, （中央社台北25日電）, （台北25日聯合電）
	datelineEastern = withAgencies(`^.{0,12}?[(\[（【〔][^)\]）】〕]{0,24}?%[^)\]）】〕]{0,24}[)\]）】〕]`)
	// 新华社北京5月25日电, 中新网5月25日电
	datelineChinese = withAgencies(`^[\s　]*%[\p{Han}0-9\s]{0,16}[电電]`)
	// AFP - …, EFE/Madrid, Reuters: …
	datelineStart = withAgencies(`^(?:[\p{Lu}][\p{L}.' ]{1,30}[,:] )?(?:\p{Lu}[\p{L}]+/)?%\s*(?:[-–—|:/]|\.[-–—])`)
	// Quelle: dpa; © AFP 2026; (dpa); Source: Reuters
	creditLine = withAgencies(`^[\s(\[]*(?:(?i:source|sources|quelle|quellen|fuente|fuentes|fonte|fonti|bron|` +
		`kilde|källa|lähde|źródło|zdroj|forrás|sursa|kaynak|sumber|nguồn|출처|자료|出典|出所|提供|来源|來源|источник|джерело|` +
		`credit|originally published by|copyright|con información de|con informaci[oó]n de agencias|` +
		`mit material von|mit|avec|with)\s*[:：]?\s*|(?:©|\(c\))\s*(?:\d{4}\s+)?)?(?:the )?%(?:\s*(?:[/,&+-]|and|` +
		`und|y|et|und)\s*[\p{L}\d ./-]{1,30})?(?: (?:Staff|News|\d{4}))?[\s)\]]*\.?$`)
	// … said on Monday. (dpa); … – Reuters; 연합뉴스
	creditEnd = withAgencies(`(?:[.!?…"”»。]\s*[(\[（]\s*%[^)\]）]{0,24}[)\]）]|[.!?"”»]\s*(?:[-–—/]|©)\s*%)\s*\.?$`)
	// By Reuters; Le Monde avec AFP; Von dpa; EFE; dpa/lno
	creditByline = withAgencies(`^(?:(?i:by|von|por|par|di|de|av|af|door|od|przez|autor|author|text|redaktion|` +
		`redacción|la rédaction|[\p{L} .']{2,30}? (?:avec|with|mit|con|and|und|et|y|com|` +
		`met))[:\s]+)?(?:the )?%(?:\s*[/,&+-]\s*[\p{L}\d ./-]{1,30})?(?: (?:Staff|News|Reporters?|Redaktion|` +
		`\d{4}))?\.?$`)
)

// withAgencies compiles a pattern in which % stands for the forms of agencies.
func withAgencies(pattern string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(strings.ReplaceAll(pattern, "%", agencyIndex().forms))
	})
}

// agencyOf is the agency whose name a byline or a publisher is, alone or with
// what such lines add; empty where it is none.
func agencyOf(name string) string {
	name = strings.TrimSpace(name)
	if m := creditByline().FindStringSubmatch(name); m != nil {
		return agencyIndex().named[m[1]]
	}
	for _, form := range []string{name, strings.ToUpper(name)} {
		if known := agencyIndex().named[form]; known != "" && len(name) > 4 {
			return known
		}
	}
	return ""
}

// creditParagraphs is how many paragraphs at either end of a text can have a
// credit.
const creditParagraphs = 4

// agencyAt is the agency that has a domain, or else the domain.
func agencyAt(domain string) string {
	for form, name := range agencyIndex().named {
		if len(form) > 2 && hostLike(lettersOf(form), domain) {
			return name
		}
	}
	return domain
}

// agencyIn is the agency that a text repeats, by its dateline or the credit
// below it; empty where it names none.
func agencyIn(paragraphs []string) string {
	for _, p := range paragraphs[:min(len(paragraphs), creditParagraphs)] {
		if name := datelineAgency(p); name != "" {
			return name
		}
	}
	for _, p := range paragraphs[max(0, len(paragraphs)-creditParagraphs):] {
		if m := creditEnd().FindStringSubmatch(p); m != nil && !pictureWord().MatchString(m[0]) {
			return agencyIndex().named[m[1]+m[2]]
		}
		if m := creditLine().FindStringSubmatch(p); m != nil && len(p) < 120 {
			return agencyIndex().named[m[1]]
		}
	}
	return ""
}

// datelineAgency is the agency in the dateline that a paragraph begins with.
func datelineAgency(p string) string {
	named := agencyIndex().named
	if m := datelineBrackets().FindStringSubmatch(p); m != nil && isDateline(m[1], m[3]) {
		return named[m[2]]
	}
	for _, pattern := range []*regexp.Regexp{datelineChinese(), datelineStart()} {
		if m := pattern.FindStringSubmatch(p); m != nil {
			return named[m[1]]
		}
	}
	if m := datelineEastern().FindStringSubmatch(p); m != nil && strings.IndexFunc(m[0], Eastern) >= 0 {
		return named[m[1]]
	}
	return ""
}

// isDateline reports whether what stands before an agency in brackets is a place
// and a day, or a dash follows and no sentence came before. A sentence that goes
// on in small letters is about the agency.
func isDateline(before, after string) bool {
	if first, _ := utf8.DecodeRuneInString(after); unicode.IsLower(first) {
		return false
	}
	if strings.ContainsAny(before, "!?\"“”") ||
		strings.Contains(before, ". ") && !strings.Contains(before, ". -") && after != "-" {
		return false
	}
	lower := 0
	for _, word := range strings.FieldsFunc(before, func(c rune) bool { return !unicode.IsLetter(c) }) {
		if c := []rune(word)[0]; unicode.IsLower(c) && monthNumber(word) == 0 && len(word) > 2 {
			lower++
		}
	}
	return lower == 0 || lower <= 2 && strings.ContainsAny(after, "-–—.:")
}

// repeats is whom an article of a source repeats; empty for its own.
func repeats(source, via string) string {
	if value.FoldName(source) == value.FoldName(via) || agencyOf(source) == via {
		return ""
	}
	return via
}
