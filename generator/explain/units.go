package explain

import (
	"strings"

	"collate/generator/value"
)

// unitWordForms are base units in the plural, and for each of what they count by.
var unitWordForms = map[string][2]string{
	"USD": {"US dollars", "US dollar"}, "EUR": {"euros", "euro"}, "GBP": {"pounds sterling", "pound sterling"},
	"JPY": {"yen", "yen"},
	"KRW": {"South Korean won", "won"}, "CNY": {"yuan", "yuan"}, "INR": {"Indian rupees", "rupee"},
	"CAD": {"Canadian dollars", "Canadian dollar"},
	"AUD": {"Australian dollars", "Australian dollar"}, "CHF": {"Swiss francs", "franc"},
	"BRL": {"Brazilian reais", "real"}, "RUB": {"roubles", "rouble"},
	"W": {"watts", "watt"}, "Wh": {"watt-hours", "watt-hour"}, "Hz": {"hertz", "hertz"}, "V": {"volts", "volt"},
	"B": {"bytes", "byte"}, "bit": {"bits", "bit"},
	"m": {"metres", "metre"}, "g": {"grams", "gram"}, "L": {"litres", "litre"}, "m²": {"square metres", "square metre"},
	"°C":    {"degrees Celsius", "degree Celsius"},
	"month": {"months", "month"}, "second": {"seconds", "second"}, "%": {"per cent", "per cent"},
	"pp": {"percentage points", "percentage point"}, "×": {"times", "time"},
}

// WithUnit puts the words of a unit behind what it is the unit of: 5 US dollars
// a month.
func WithUnit(text string, unit value.Unit) string {
	base, rates, rated := strings.Cut(string(unit), "/")
	if words, ok := unitWordForms[base]; ok {
		base = words[0]
	}
	if base != "" {
		text += " " + base
	}
	if !rated {
		return text
	}
	for by := range strings.SplitSeq(rates, "/") {
		if words, ok := unitWordForms[by]; ok {
			by = words[1]
		}
		text += " per " + by
	}
	return text
}
