package digest

import (
	"strings"

	"collate/generator/content"
	"collate/generator/number"
	"collate/generator/value"
)

// rates are what one unit of a currency is worth in another.
type rates map[string]content.Rate

// newRates are the rates of a story, else those of its site.
func newRates(story, site []content.Rate) rates {
	if story == nil {
		story = site
	}
	if len(story) == 0 {
		return nil
	}
	all := rates{}
	for _, r := range story {
		all[r.Currency] = r
	}
	return all
}

// A worthOf is what one unit of a currency may be worth in another.
type worthOf struct {
	currency string
	interval number.Interval
}

// chain is what one unit of a currency is worth in each currency that its rate
// leads to, itself first.
func (r rates) chain(currency string) []worthOf {
	all := []worthOf{{currency, number.Point(number.Int(1))}}
	for rate, ok := r[currency]; ok && len(all) <= len(r); rate, ok = r[all[len(all)-1].currency] {
		last := all[len(all)-1]
		all = append(all, worthOf{string(rate.Worth.Unit), last.interval.Mul(rate.Worth.Interval)})
	}
	return all
}

// between is what one unit of a currency may be worth in another.
func (r rates) between(from, to string) (number.Interval, bool) {
	for _, a := range r.chain(from) {
		for _, b := range r.chain(to) {
			if a.currency == b.currency {
				return a.interval.Quo(b.interval)
			}
		}
	}
	return number.Interval{}, false
}

// exchange converts the reports of other currencies into the row's unit, where
// a rate leads there. Those of one currency stay as they are written where a rate
// that is a range would hide that they contradict each other.
func (r *Row) exchange(by rates) {
	to, per, _ := strings.Cut(string(r.Unit), "/")
	if len(by) == 0 || !value.KnownCurrency(to) {
		return
	}
	foreign := map[string][]*Report{}
	for _, report := range r.Reports {
		from, of, _ := strings.Cut(string(report.Compared.Unit), "/")
		if from != to && of == per && value.KnownCurrency(from) && !report.None {
			foreign[from] = append(foreign[from], report)
		}
	}
	for from, reports := range foreign {
		rate, ok := by.between(from, to)
		if !ok || rateHides(rate, reports) {
			continue
		}
		for _, report := range reports {
			report.Converted = true
			report.Compared = exchanged(report.Compared, rate, r.Unit)
		}
	}
}

// exchanged is a value in another unit, by what one of its own is worth in that.
func exchanged(v value.Value, rate number.Interval, unit value.Unit) value.Value {
	v.Interval, v.Unit = v.Interval.Mul(rate), unit
	v.Number = v.Number.Mul(rate.Low.At.Add(rate.High.At).Quo(number.Int(2)))
	if _, bounded := v.Interval.Width(); bounded {
		v.Kind, v.Qualifier = value.KindRange, 0
	}
	return v
}

// rateHides reports whether two reports of one moment contradict each other as they
// are written, and wouldn't when converted.
func rateHides(rate number.Interval, reports []*Report) bool {
	for i, a := range reports {
		for _, b := range reports[:i] {
			x, y := a.Compared.Interval, b.Compared.Interval
			if a.at() == b.at() && !x.Meets(y) && x.Mul(rate).Meets(y.Mul(rate)) {
				return true
			}
		}
	}
	return false
}
