package draft

// dig is a digit, full-width ones included.
const dig = `[0-9０-９]`

// anywhere are the patterns of what is no figure in any language.
var anywhere = compile(
	// addresses of the web and of mail
	`(?i)\b(?:https?://|www\.)[^\s<>"）)」]+`, `[\w.+-]+@[\w-]+\.[\w.]+`, `(?i)\b[\w-]+(?:\.[\w-]+)*\.(?:com|org|`+
		`net|io|ai|co|gov|edu|de|fr|es|jp|kr|uk|eu)(?:/[^\s)]*)?\b`,
	// footnote marks, list numbers, hashes
	`\[\^?\d+\]`, `\(\d{1,2}\)`, `(?i)\(\d+ (?:Kommentare?|comments?|commentaires?|comentarios?|commenti|`+
		`reacties)\)`, `(?m)^[ \t>]*(?:[-*]\s+)?(?:#{1,6}[ \t]+)?(?:\*\*)?(\d{1,3}[.)、）])(?:[ \t\x{3000}]|\*)`,
	`[#№]\s?\d+`, `(?m)^[ \t]*(>)`,
	// dates in digits
	`\b\d{4}-\d{1,2}-\d{1,2}(?:[T ]\d{1,2}:\d{2}\S*)?`, `\b\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d{2})\b`,
	`\b\d{4}[./]\d{1,2}[./]\d{1,2}\b`,
	`\b(?:19|20)\d{2}-(?:0[1-9]|1[0-2])\b`,
	// and in English, which other languages' texts have as well
	`\b`+englishMonths+` \d{1,2}`+nth+`(?:(?: ?[-–] ?| and | to )\d{1,2}`+nth+`)?(?:,? \d{4})?\b`,
	`\b\d{1,2}`+nth+`(?:(?: ?[-–] ?| and | to )\d{1,2}`+nth+`)? (?:of )?`+englishMonths+`(?:,? \d{4})?\b`,
	`\b(?:19|20)\d{2}\s?(?:[-–—/]|to|until|through|bis|a|à|et|and|y|und)\s?(?:19|20)\d{2}\b`,
	`\b(?:19|20)\d{2}[-–/]\d{2}\b`,
	`['’‘]\d{2}s?\b`, `\b\d{2,4}s\b`,
	// times of day, ratios, fractions that are names
	`\b\d{1,2}[:：]\d{2}(?::\d{2})?(?:\s?(?:[AaPp]\.?[Mm]\.?|Uhr|[Hh](?:oras|rs|eures)?)\b)?`,
	`(?i)\b\d{1,2}(?:\.\d{2})?\s?(?:a\.m|p\.m)\.?`, `\b\d{1,2}(?:\.\d{2})?\s?(?:am|pm|AM|PM)\b`,
	`\b\d{1,2}/\d{1,2}\b`, `\b\d+[:：]\d+\b`,
	// telephone numbers and postal codes
	`\+\d{1,3}[ .-]?\(?\d{1,4}\)?(?:[ .-]?\d{2,4}){2,4}\b`, `\(\d{2,4}\)\s?\d{3,4}[ -]?\d{3,4}`,
	`\b\d{2,4}[-–]\d{3,4}[-–]\d{3,4}\b`, `\b(?:555[-–]\d{4}|\d{3}[-–]0\d{3})\b`,
	`\b0\d(?:[ .]\d{2}){4}\b`, `\b0\d{1,4}(?: \d{2,4}){2,4}\b`, `\b0\d{2,4}[ /-]\d{4,8}\b`,
	`\b[A-Z]{2} \d{5}(?:-\d{4})?\b`, `\b(?:D|F|CH|A|E)-\d{4,5}\b`, `〒\s?\d{3}-\d{4}`,
	`\b(?:NW|SW|NE|SE|EC|WC|[EWN])\d{1,2}[A-Z]? \d[A-Z]{2}\b`,
	// names and versions
	`\b[vV]\.?\s?\d+(?:\.\d+)*\b`, `\b\d+-(?:Eleven|K|Q|F|S)\b`, `\b(?:401|403|501)\s?\(?[kKbBcC]\)?`,
	`\b[48][Kk]\b`, `\b3M\b`, `\b\d+[a-zA-Z]+\d\w*\b`,
	`\b\d{1,5} (?:\p{Lu}[\p{L}'’.-]* ){1,3}(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Drive|Lane|Parkway|`+
		`Pkwy|Way|Square|Plaza|Court)\b`,
	`\b\d{1,4},? (?:rue|avenue|boulevard|place|quai|calle|avenida) `, `\bS&P \d+`,
	`(?i)\b\d+[ -]min(?:ute)?s?\.? (?:read|de lectura|de lecture|lesezeit)\b`, `(?i)(?:lesezeit|lectura|`+
		`lecture)(?: de)?\s?:?\s?\d+\s?min\w*`, `\b24 hours a day\b`,
	`\b\d+[ -]years?[ -]olds?\b`, `\b\d+-jährig\w*`, `\b\d+-Jährig\w*`,
	// years of other languages, what a rate is counted by, and numbers of files
	`\b(?:19|20)\d{2}(?:\s?[-–—]\s?(?:19|20)?\d{2})? ?(?:год\p{L}*|гг?\.|р(?:ік|оку|оці|оком)\b|годин[аи]\b|roku\b)`,
	`(?i)(?:^|\P{L})(?:per|pro|por cada|pour|par|je|für je|ogni|每) (1(?:0{0,2}[., \x{a0}]?000|00|`+
		`0{2,5}))(?:[^0-9.,]|[.,](?:[^0-9]|$)|$)`, `\d{1,4} [A-Z][A-Za-z]{0,3} \d{1,5}/\d{2,4}(?:\.\w)?\b`,
)

// callNumbers are numbers that one calls in need.
const callNumbers = `(?:911|999|112|110|111|101|113|114|115|116117|117|118|119|988|122|061|062|080|085|091|016|` +
	`900|3114|3919|15|17|18)`

const (
	englishMonths = `(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|` +
		`Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?|` +
		`JAN|FEB|MAR|APR|MAY|JUNE?|JULY?|AUG|SEPT?|OCT|NOV|DEC|JANUARY|FEBRUARY|MARCH|APRIL|AUGUST|SEPTEMBER|` +
		`OCTOBER|NOVEMBER|DECEMBER)\.?`
	germanMonths = `(?:Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|` +
		`Dezember|Jan\.|Feb\.|Mrz\.|Apr\.|Jun\.|Jul\.|Aug\.|Sept?\.|Okt\.|Nov\.|Dez\.)`
	spanishMonth = `(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|sep?tiembre|octubre|noviembre|` +
		`diciembre|ene\.?|feb\.?|abr\.?|jun\.?|jul\.?|ago\.?|sept?\.?|oct\.?|nov\.?|dic\.?)`
	frenchMonths = `(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|` +
		`janv\.|févr\.|juil\.|sept\.|oct\.|nov\.|déc\.)`
	italianMonths = `(?:gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|` +
		`dicembre)`
	portugueseMonths = `(?:janeiro|fevereiro|março|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro)`
	dutchMonths      = `(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)`
	russianMonths    = `января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря`
	nth              = `(?:st|nd|rd|th)?`
)

// calendars are dates and times in words, and other numbers that name a day or
// a year, by language.
var calendars = map[string]func() []pattern{
	"en": compile(
		`(?i)\b(?:fiscal|fy|calendar)(?: year)?[ -]?(\d{2,4})\b`, `(?i)\bat (\d{1,2})(?: o['’]clock)\b`,
		`(?i)\b(\d{1,2}|\w+) o['’]clock\b`,
		`(?i)\b(?:the|in|mid-|early|late) (\d{2}s)\b`, `(?i)\b(?:aged?|ages)(?: of)? (\d{1,3}(?: (?:to|and|`+
			`or) \d{1,3})?)\b`, `(?i)\b(?:over|under)-\d{2}s?\b`, `(?i)\b(?:average|median|mean|retirement|`+
			`minimum) age\b[^.;]{0,30}? (\d{1,3}(?:\.\d)?(?:[ -]years?)?)\b`, `(?i)\b\d{1,2} (?:noon|`+
			`midnight)\b`, `\b(911|999|112)(?: emergency)? calls?\b`,
		`(?i)\b(?:one|two|three|four|five|six|seven|eight|nine|ten)[ -](?:in|out of|of)[ -](?:one|two|three|`+
			`four|five|six|seven|eight|nine|ten|every|[2-9]|10)\b`, `\b(?:\d|10)(?: out)? of (?:the |`+
			`every )?(?:\d|10)\b`, `\b\d{1,2} (?:out of|of) every \d{1,2}\b`, `\b\d{1,2} in (?:every )?\d{1,2}\b`,
		`(?i)\b(?:he|she|who|whom?|(?:wife|husband|mother|father|son|daughter|brother|sister|widow|`+
			`partner)) (?:is|was|turns|turned|would be|will be|is now) (?:just |only |now |almost |`+
			`nearly )?(\d{1,3})(?:[.,;:!?)]|$| and| when| at the time| on )`,
		`(?i)\bfrom ((?:[01]\d|2[0-3])[0-5]\d (?:to|until|till) (?:[01]\d|2[0-3])[0-5]\d)(?:[.,;)]|$| on\b|`+
			` daily| every| each| hours| hrs)`, `(?i)\b(?:[01]\d|2[0-3])[0-5]\d (?:hours|hrs|GMT|UTC|BST|EST|`+
			`EDT|CET)\b`,
		`(?i)\b(?:dial(?:l?ed|l?ing|s)?|call(?:ed|ing|s)?(?: to)?|phon(?:e|ed|ing)|rang|ring|the|`+
			`emergency number) `+`(`+callNumbers+`)(?:[.,;:)]|$| (?:call|emergency|operator|line|number|for|and|`+
			`if|from|as|when|to|after)\b)`,
		`(?i)\btop (?:ten|five|three|two|\d+)\b`, `\b(?i:number|no\.) (?i:one|two|three)\b`,
		`(?i)\bsecond(?:s)?[ -](?:quarter|half)\b`,
		`(?i)\b(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+)[ -]years?[ -]olds?\b`,
	),
	"de": compile(
		`\b\d{1,2}\.(?:\s?(?:/|und|bis|[-–])\s?\d{1,2}\.)?\s?`+germanMonths+`(?: \d{4})?`, `(?i)(\bim jahre? `+
			`)(?:\d{4})`, `\b\d{1,2}\.\d{1,2}\.(?:[ ,;)]|$)`,
		`\b\d{1,2}(?:[.:]\d{2})?(?: bis \d{1,2}(?:[.:]\d{2})?)? ?Uhr\b`, `\b\d{2,4}er\b`, `(?:^|[^0-9,.])(\d{1,3}`+
			`)\. \p{L}`, `(?:^|, )(\d{5}) \p{Lu}\p{Ll}`,
		`(?i)\bTop (?:Ten|\d+)\b`, `(?i)\b(\d{1,3} Jahre) alt`, `(?i)\bGeschäftsjahr(?:es)? \d{2,4}(?:/\d{2,4})?`,
		`[,(] ?(\d{1,3} (?:Jahre|Monate))[,)]`, `(?i)(?:^|\P{L})(?:älter|jünger) als (\d{1,3} Jahren?)`,
		`(?i)\b(?:Notruf|Nummer|Rufnummer|Telefonnummer|unter der|die) (`+callNumbers+`)(?:[.,;:)]|$| (?:oder|`+
			`und|an|wähl|gewähl|anruf|zu|erreich))`, `\b(?:Durchschnittsalter|`+
			`Alter)\b[^.;]{0,40}? (\d{1,3}(?:,\d)? Jahren?)`, `(?i)\bim Alter (?:von|zwischen|`+
			`ab) (\d{1,3}(?: (?:bis|und) \d{1,3})?(?: Jahren)?)`, `(?i)\b(?:unter|über|ab) (\d{1,2} Jahren)\b`,
		`(?i)\b(?:unter|über) \d{2}-Jährig\p{L}*`,
	),
	"es": compile(
		`(?i)\b\d{1,2}(?:º|°)?(?: (?:y|al|a|e) (?:el )?\d{1,2})? de `+spanishMonth+`(?: del? \d{4})?`,
		`(?i)\ba las? (\d{1,2}(?:[.:]\d{2})?(?: horas| h\b)?)`,
		`(?i)\baños (\d{2})\b`, `(?i)\bdías (\d{1,2}(?:(?:, \d{1,2})* (?:y|al|a|e) \d{1,2})?)\b`,
		`\b\d+(?:\.?[ºª]|er|ero|era|do|da|to|ta)\b`, `\d+\.?[ºª]`, `(?i)\b(\d{1,3}) años de edad\b`,
		`(?i)\b\d{1,2}(?:[.:]\d{2})? (?:h|horas) del? (?:la )?(?:mañana|tarde|noche|mediodía)`,
		`(?:^|, )(\d{5}) \p{Lu}\p{Ll}`, `(?i)\btop \d+\b`, `(?i)\buna? (?:de|a) cada (?:\w+)\b`,
		`[,(] ?(?:de )?(\d{1,3} (?:años|meses))[,.;:)]`, `(?i)\b(?:mayores|menores|hombres?|mujer(?:es)?|`+
			`niñ[oa]s?|jóvenes|joven|adult[oa]s|personas|chic[oa]s?|adolescentes?|pacientes?|jugador(?:es|`+
			`a)?) de (?:entre )?(\d{1,3}(?: (?:a|y|o) \d{1,3})? años)`,
		`(?i)\b(?:hombre|mujer|joven|niñ[oa]|paciente|jugador|delantero|extremo|defensa|portero|centrocampista|`+
			`empresari[oa]|jubilad[oa]|estudiante|trabajador|vecin[oa]) \p{L}+ de (\d{1,3} años)`,
		`(?i)\b(?:partir de|a|desde|hasta|con|cumplir|de) los (\d{1,3} años)(?:[,.;:)]| [^d])`,
		`(?i)\b(?:el|al|del|teléfono|número|emergencias|servicio(?: de)?) (`+callNumbers+`)(?:[.,;:)]|$|`+
			` (?:desde|para|y|que|si|o|por|con|de(?:l|sde)?|recib|inform|ha|señal)\b)`,
		`(?i)\b(?:tiene|tenía|tendría|cumple|cumplió|cumplía|cumplirá|cumplir) (\d{1,3} años)(?:[,.;:)]|$| y\b)`,
		`(?i)\b(\d{1,3}(?:ª|º|\.º)? (?:minutos?|min)) (?:de juego|de la (?:primera|segunda) parte)`,
		`(?i)\bedad\b[^.;]{0,40}? (\d{1,3}(?:,\d)? años)`, `(?i)\b(?:el|al|teléfono|`+
			`tel\.?) (\d{3} \d{2,3} \d{2,3}(?: \d{2,3})?)\b`,
	),
	"fr": compile(
		`(?i)\b(?:\d{1,2}|1er)(?: (?:et|au|ou) (?:le )?\d{1,2})? `+frenchMonths+`(?: \d{4})?`,
		`\b\d{1,2}\s?[hH]\s?\d{2}\b`,
		`(?i)(?:^|\P{L})(?:à|à partir de|vers|dès|avant|après|jusqu['’]à|entre|d['’]ici) ((?:[01]?\d|`+
			`2[0-3])\s?(?:h|heures))(?:[,.;]|$|\s(?:du |et |à |[^d]))`, `(?i)\bannées (\d{2,4})\b`,
		`(?i)\b\d+(?:er|ère|re|e|è|ème|eme|nd|nde)\b`, `(?i)(?:^|\P{L})âgée?s? de (\d{1,3} ans)`,
		`(?:^|, )(\d{5}) \p{Lu}\p{Ll}`, `(?i)\btop \d+\b`, `\bCAC 40\b`,
		`(?i)\b(?:avait|(?:qui|elle|il|lui) a|aurait|fêt\p{L}+) (\d{1,3} ans)(?:[,.;:)]|$| et\b)`,
		`(?i)(?:^|\P{L})(?:le|au|du|numéro|composer|samu) (`+callNumbers+`)(?:[.,;:)]|$| (?:ou|et|pour|en cas|`+
			`dès|par)\b)`,
		`[,(] ?(\d{1,3} (?:ans|mois))[,.;:)]`, `(?i)(?:^|\P{L})âges?\b[^.;]{0,40}? (\d{1,3}(?:,\d)? ans)`,
		`(?i)\bles (?:plus|moins) de \d{1,3} ans`, `(?i)(?:^|\P{L})(\d{1,3} ans) et (?:plus|moins)\b`,
		`(?i)\b(?:les|des|aux|chez les) (\d{1,3}(?:[-–]| à | et )\d{1,3} ans)`, `(?i)\b(?:homme|femme|enfants?|`+
			`adolescente?s?|personnes|hommes|femmes|jeunes) de (?:plus de |moins de )?(\d{1,3}(?: à \d{1,3})? ans)`,
	),
	"it": compile(
		`(?i)\b\d{1,2}[°º]? (?:(?:e|al|-) \d{1,2} )?`+italianMonths+`(?: (?:19|20)\d{2})?\b`,
		`(?i)\b(?:alle|dalle|ore|le) (\d{1,2}(?:[.:]\d{2})?)\b(?: (?:del|di)\b|[,.;)]|$| alle)`,
		`(?i)\b(?:di|ha|aveva) (\d{1,3} anni)(?:[,.;:)]|$| e\b)`, `[,(] ?(\d{1,3} (?:anni|mesi))[,.;:)]`,
		`(?i)\banni (\d{2})\b`, `(\d+[°º])(?:[^CFcf]|$)`,
		`(?i)\b(?:il|al|del|numero) (`+callNumbers+`)(?:[.,;:)]|$| (?:per|e|o|di)\b)`,
	),
	"pt": compile(
		`(?i)\b\d{1,2}º? (?:(?:e|a|-) \d{1,2} )?de `+portugueseMonths+`(?: de (?:19|20)\d{2})?\b`,
		`(?i)\b(?:às?|das) (\d{1,2}(?:h\d{0,2}|:\d{2})?(?: horas)?)\b`, `\b\d{1,2}h\d{0,2}\b`,
		`(?i)\b(?:crianças?|menin[oa]s?|homem|mulher|jovem|jovens|adolescentes?|idos[oa]s?|pessoas|pacientes?|`+
			`filh[oa]|garot[oa]) (?:\p{L}+ )?de (\d{1,3}(?: a \d{1,3})? anos)`, `(?i)\b(?:de|tinha|tem|`+
			`completou) (\d{1,3} anos)(?:[,.;:)]|$| e\b)`, `[,(] ?(\d{1,3} (?:anos|meses))[,.;:)]`,
		`(?i)\b(?:dia|dias) (\d{1,2}(?:(?:,| e| a) \d{1,2})*)\b`, `\(\d{1,2}\)`, `\d+[ºª]`,
	),
	"nl": compile(
		`(?i)\b\d{1,2} (?:(?:en|tot|-) \d{1,2} )?`+dutchMonths+`(?: (?:19|20)\d{2})?\b`, `\b\d{1,2}(?:[.:]\d{2})?`+
			` uur\b`, `\b\d{1,3}-jarige\w*`, `\((\d{1,3})\)`, `(?i)\b\d+(?:e|ste|de)\b`,
	),
	"zh": compile(
		`(?:19|20)\d{2} ?年(?:\d{1,2} ?月)?(?:\d{1,2} ?[日号號])?`, `\d{2} ?年\d{1,2} ?月`,
		`\d{1,2} ?月(?:\d{1,2} ?[日号號]|底|初|中|份)?`,
		`\d{1,2} ?[日号號](?:[至到-]\d{1,2} ?[日号號])?`, `[上下]?[午晚晨]?(?:上午|下午|凌晨|晚上|中午)?\d{1,2} ?[点點时時](?:\d{1,2} ?分|半|许|許)?`,
		`第 ?\d+ ?(?:次|届|屆|位|名|季度|季|号|號|条|條|章|代|期|批|轮|輪)?`, `\d{1,3} ?[岁歲]`, `\d{2} ?年代`, `\d+ ?[楼樓层層路]`,
		`\d+ ?(?:分之|比) ?\d+`,
	),
	"ru": compile(
		`(?i)\b\d{1,2}(?:[-–]\d{1,2})? (?:`+russianMonths+`)(?: (?:19|20)\d{2}(?: год\p{L}*)?)?`,
		`\d{1,2}-(?:го|е|й|я|ю|ти|летн\p{L}*)`, `\d{1,2}:\d{2}`,
	),
	"ko": compile(
		`(?:헌법|법|법률|령|조례|규칙|회칙|정관|협약|약관|당규|당헌|규약|규정|조약|형법|민법|세칙|`+
			`내규)\s?(?:제\s?)?(\d+\s?조(?:\s?(?:제\s?)?\d+\s?(?:항|호))*)`, `(\d+\s?조)(?:\s?\d+\s?항|\s?(?:위반|에 따(?:라|`+
			`르)|에 의거|에 근거))`, `(\d{1,3}\s?대)(?:\s?(?:총선|국회|대선|대통령|의회|지방선거|회장|총장|의장|총리|왕|시장|도지사))`,
		`(\d{1,2}일)(?:\s?(?:도|에도|에는|부터|까지|오전|오후|밤|새벽))`,
		`(?:\d{2,4}년\s*)?\d{1,2}월(?:\s*\d{1,2}일)?`, `\d{4}\s?년(?:대|도)?`, `\d{1,2}년대`, `\d{1,2}·\d{1,2}`,
		`(?:오전|오후|새벽|밤|낮)\s*\d{1,2}시(?:\s*[0-5]?\d분|\s*반)?`, `(\d{1,2}시(?:\s*[0-5]?\d분|\s*반)?)(?:[^간]|$)`,
		`\d+\s?분의\s?\d+`, `(?:^|[^0-9])((?:\d|10)\s?(?:명|곳|개|가구|건|집) 중 (?:\d|10)\s?(?:명|곳|개|가구|건|집))`,
		`\d+\s?대\s?1(?:[^0-9]|$)`, `\d{1,2}[~∼～-]\d{1,2}월`, `배(?:럴|터리|송|출|당|급|상|경|치|달|우|포)`, `\d\s?분기`,
		`(?:^|[^\p{Hangul}])(제\s?\d+)`, `\d+주(?:당|차)`, `(?:^|[^0-9])(\d{1,2}세대)`, `\d+(?:차|호|번째|번|세|살|층|학년|등|급|`+
			`강|회차|년차)`, `(\d+위)(?:[^안]|$)`, `(?:^|[^0-9])([1-9]0대)`, `(?:^|[^0-9])(\d대) \p{Hangul}`,
	),
	"ja": compile(
		`(?:\d{2,4}年)?\d{1,2}月(?:期|末|初|中旬|上旬|下旬|\d{1,2}日)?`, `(?:\d{1,2}[~〜～・-]\d{1,2}月)`, `\d{4}年(?:度|代|末|初)?`,
		`\d{2}年(?:度|代)`, `\d{4}年`,
		`(?:午前|午後|朝|夜)\s?\d{1,2}時(?:[0-5]?\d分|半)?`, `(\d{1,2}時(?:[0-5]?\d分|半)?)(?:[^間\d]|$)`,
		`第\s?\d+(?:四半期|世代|回|次|位|条|章|号|期|弾)?`, `\d四半期`, `\d+(?:位|番|号|代|歳|才|階|章|条|世代|期|級|等|\p{Han}?目|`+
			`\p{Katakana}{2,5}目|回目|度目|年目|人目|社目|つ目|日目|丁目|番地|ページ|年生)`,
		`\d+人に\d+人`, `\d+分の\d+`, `令和\s?\d+年(?:度)?`, `平成\s?\d+年(?:度)?`, `昭和\s?\d+年`,
	),
}
