package value

import "collate/generator/number"

const (
	minute = 60
	hour   = 60 * minute
	day    = 24 * hour
	week   = 7 * day
)

// durations are the names of spans of time. Years and longer are counted in
// months, weeks and shorter in seconds, since no number of days makes a month.
var durations = table(words[measure]{
	"": spans(map[Unit]map[int64]string{
		"second": {
			1:      "s|sec|secs|sec.|second|seconds|秒|秒間|초|초간|秒钟|секунда|секунды|секунд",
			minute: "min|mins|min.|minute|minutes|分|分間|分钟|分鐘|분|분간|минута|минуты|минут",
			hour:   "h|hr|hrs|hr.|hrs.|hour|hours|時間|시간|小时|小時|час|часа|часов",
			day:    "d|day|days|日|日間|일|일간|日間|день|дня|дней",
			week:   "wk|wks|week|weeks|週|週間|주|주일|週间|个星期|星期|주간|неделя|недели|недель",
		},
		"month": {
			1:  "mo|mos|mo.|mth|mths|month|months|か月|ヶ月|カ月|ヵ月|ケ月|箇月|か月間|ヶ月間|カ月間|个月|個月|개월|개월간|달|달간|месяц|месяца|месяцев",
			3:  "quarter|quarters|四半期|분기|个季度",
			12: "annum|yr|yrs|yr.|yrs.|year|years|年|年間|年间|년|년간|год|года|лет", 120: "decade|decades",
			1200: "century|centuries",
		},
	}),
	"de": spans(map[Unit]map[int64]string{
		"second": {1: "sekunde|sekunden|sek.", minute: "minute|minuten", hour: "std|std.|stunde|stunden",
			day: "tag|tage|tagen", week: "woche|wochen"},
		"month": {1: "monat|monate|monaten", 3: "quartal|quartale|quartalen", 12: "jahr|jahre|jahren",
			120: "jahrzehnt|jahrzehnte|jahrzehnten"},
	}),
	"es": spans(map[Unit]map[int64]string{
		"second": {1: "segundo|segundos", minute: "minuto|minutos", hour: "hora|horas", day: "día|días|dia|dias",
			week: "semana|semanas"},
		"month": {1: "mes|meses", 3: "trimestre|trimestres", 6: "semestre|semestres", 12: "año|años",
			120: "década|décadas"},
	}),
	"fr": spans(map[Unit]map[int64]string{
		"second": {1: "seconde|secondes", minute: "minute|minutes", hour: "heure|heures", day: "jour|jours|j",
			week: "semaine|semaines"},
		"month": {1: "mois", 3: "trimestre|trimestres", 6: "semestre|semestres", 12: "an|ans|année|années",
			120: "décennie|décennies"},
	}),
	"pt": spans(map[Unit]map[int64]string{
		"second": {1: "segundo|segundos", minute: "minuto|minutos", hour: "hora|horas", day: "dia|dias",
			week: "semana|semanas"},
		"month": {1: "mês|meses|mes", 3: "trimestre|trimestres", 12: "ano|anos", 120: "década|décadas"},
	}),
	"it": spans(map[Unit]map[int64]string{
		"second": {1: "secondo|secondi", minute: "minuto|minuti", hour: "ora|ore", day: "giorno|giorni",
			week: "settimana|settimane"},
		"month": {1: "mese|mesi", 3: "trimestre|trimestri", 12: "anno|anni", 120: "decennio|decenni"},
	}),
	"zh": spans(map[Unit]map[int64]string{"second": {day: "天", week: "周"}}),
	"sv": spans(map[Unit]map[int64]string{
		"second": {1: "sekund|sekunder", minute: "minut|minuter", hour: "timme|timmar", day: "dag|dagar",
			week: "vecka|veckor"},
		"month": {1: "månad|månader", 3: "kvartal", 12: "år"},
	}),
	"da": spans(map[Unit]map[int64]string{
		"second": {1: "sekund|sekunder", minute: "minut|minutter", hour: "time|timer", day: "dag|dage",
			week: "uge|uger"},
		"month": {1: "måned|måneder", 3: "kvartal|kvartaler", 12: "år"},
	}),
	"pl": spans(map[Unit]map[int64]string{
		"second": {1: "sekunda|sekundy|sekund", minute: "minuta|minuty|minut", hour: "godzina|godziny|godzin",
			day: "dzień|dni", week: "tydzień|tygodnie|tygodni"},
		"month": {1: "miesiąc|miesiące|miesięcy", 3: "kwartał|kwartały|kwartałów", 12: "rok|lata|lat|roku"},
	}),
	"tr": spans(map[Unit]map[int64]string{
		"second": {1: "saniye", minute: "dakika", hour: "saat", day: "gün", week: "hafta"},
		"month":  {1: "ay", 3: "çeyrek", 12: "yıl"},
	}),
	"nl": spans(map[Unit]map[int64]string{
		"second": {1: "seconde|seconden", minute: "minuut|minuten", hour: "uur|uren", day: "dag|dagen",
			week: "week|weken"},
		"month": {1: "maand|maanden", 3: "kwartaal|kwartalen", 12: "jaar|jaren", 120: "decennium|decennia"},
	}),
})

func spans(table map[Unit]map[int64]string) map[string]measure {
	named := map[string]measure{}
	for unit, names := range table {
		for n, list := range names {
			for _, name := range split(list) {
				named[name] = measure{unit: unit, factor: number.Int(n)}
			}
		}
	}
	if named["s"].unit != "" {
		for i, name := range []string{"ms", "µs", "ns"} {
			named[name] = measure{unit: "second", factor: number.Tenth(3 * (i + 1))}
		}
		for i, name := range []string{"millisecond", "microsecond", "nanosecond"} {
			named[name] = measure{unit: "second", factor: number.Tenth(3 * (i + 1))}
			named[name+"s"] = named[name]
		}
	}
	return named
}
