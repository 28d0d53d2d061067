package content

import (
	"fmt"
	"strings"

	"collate/generator/frontmatter"
	"collate/generator/problem"
	"collate/generator/value"
)

// A Rate is what one unit of a currency is worth in another.
type Rate struct {
	Currency string      // ISO 4217
	Worth    value.Value // a number or range above zero, in another currency
}

// rates reads what currencies are worth in others. Those of before stand where
// the file gives no other.
func (s *fileReader) rates(n *frontmatter.Node, locale value.Locale, before []Rate) []Rate {
	if n == nil {
		return before
	}
	if n.Kind != frontmatter.Mapping {
		s.Fail(n, "rates is "+n.Describe()+", and currencies were expected",
			"write a line such as EUR: 1.08–1.10 USD, indented below rates:")
		return before
	}
	all := append([]Rate(nil), before...)
	for _, e := range n.Entries() {
		r, ok := s.rate(e, locale)
		if !ok {
			continue
		}
		all = withRate(all, r)
		if circle := circleOf(all, r.Currency); circle != "" {
			s.Fail(e.Value, fmt.Sprintf("rates: %s goes round in a circle: %s", r.Currency, circle),
				"give each currency in one that has no rate itself")
			all = before
		}
	}
	return all
}

// rate reads one rate: EUR: 1.08–1.10 USD.
func (s *fileReader) rate(e frontmatter.Entry, locale value.Locale) (Rate, bool) {
	code := strings.ToUpper(strings.TrimSpace(e.Key.Value))
	if !value.KnownCurrency(code) {
		s.Fail(e.Key, fmt.Sprintf("rates: %s is not a currency code", problem.Quote(e.Key.Value)),
			"write three letters such as EUR, GBP or JPY (ISO 4217)")
		return Rate{}, false
	}
	written := s.Words(e.Value, "rates: "+code)
	v, err := locale.Parse(written)
	low, high := v.Interval.Low, v.Interval.High
	switch {
	case written == "":
		return Rate{}, false
	case err != nil || v.Kind != value.KindNumber && v.Kind != value.KindRange || low.Infinite || high.Infinite ||
		low.At.Sign() <= 0 || !value.KnownCurrency(string(v.Unit)):
		s.Fail(e.Value, fmt.Sprintf("rates: %s: %s is not what one %s is worth in another currency", code,
			problem.Quote(written), code), "write it as 1.08–1.10 USD")
		return Rate{}, false
	case string(v.Unit) == code:
		s.Fail(e.Value, fmt.Sprintf("rates: %s is given in %s", code, code), "give it in another currency")
		return Rate{}, false
	}
	return Rate{code, v}, true
}

// withRate adds a rate to others, one of a currency.
func withRate(all []Rate, r Rate) []Rate {
	for i := range all {
		if all[i].Currency == r.Currency {
			all[i] = r
			return all
		}
	}
	return append(all, r)
}

// circleOf says how the rates lead from a currency back to it; empty where they
// don't.
func circleOf(all []Rate, currency string) string {
	says, at := currency, currency
	for range all {
		next := ""
		for _, r := range all {
			if r.Currency == at {
				next = string(r.Worth.Unit)
			}
		}
		if next == "" {
			return ""
		}
		says, at = says+" in "+next, next
		if at == currency {
			return says
		}
	}
	return ""
}
