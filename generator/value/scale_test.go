package value

import (
	"strings"
	"testing"
)

// Each line: the language, a value, another value of its base unit as it is
// then shown, and the name of what is counted.
const displays = `
en | 45,000 per day | 41,000 per day | 41,000/day | /day
en | 45,000 passengers per day | 41,000 a day | 41,000/day | /day
en | about 120 a week | 1,000 a week | 1,000/week | /week
en | 3 million barrels a day | 250,000 per day | 250,000/day | /day
en | 1 to 2 million barrels a day | 1 million a day | 1M/day | /day
en | 100 mph | 50 mph | 50 mph | mph
en | 100 mph | 160.9344 km/h | 100 mph | mph
en | 100 km/h | 50 km per hour | 50 km/h | km/h
en | 100 kph | 50 km/h | 50 km/h | km/h
en | 20 acres | 1 acre | 1 acre | acres
en | 20 acres | 20 hectares | ≈49.42 acres | acres
en | 2 weeks | 10 weeks | 10 weeks | weeks
en | 2 weeks | 1 week | 1 week | weeks
en | 90 days | 2 weeks | 14 days | days
en | 8 years | 6 months | 0.5 years | years
en | 18 months | 2 years | 24 months | months
en | 2 quarters | 1 year | 4 quarters | quarters
de | 2 Wochen | 3 Wochen | 3 weeks | weeks
de | 8 Jahre | 16 Jahre | 16 years | years
ja | 8年 | 16年 | 16 years | years
en | $20/month | $1.5 billion per month | $1.5B/month | USD/month
en | $5 billion a year | $1 billion a year | $1B/year | USD/year
en | CHF 5 a day | CHF 6 a day | CHF 6/day | CHF/day
en | $20 per user per month | $25 per user per month | $25/month/user | USD/month/user
en | $20 per user per year | $25 per user per year | $25/year/user | USD/year/user
en | $0.10/kWh | $0.20 per kWh | $0.2/kWh | USD/kWh
en | $50 a tonne | $60/tonne | $60/tonne | USD/tonne
en | $3 per user | $4 per user | $4/user | USD/user
en | 5 GB/s | 500 MB/s | 500 MB/s | B/s
en | 100 Mbps | 2 Gbps | 2 Gbit/s | bit/second
en | 2 GW | 500 MW | 500 MW | W
en | 2 GW a year | 500 MW a year | 500 MW/year | W/year
en | 5% a year | 2% a year | 2%/year | %/year
en | 50 miles | 1 mile | 1 mile | miles
en | 100 miles an hour | 50 miles per hour | 50 miles/h | miles/h
en | $50 per metre | $60 a metre | $60/metre | USD/metre
en | 300 metres | 2 km | 2,000 metres | metres
en | 50 km | 1,500 metres | 1.5 km | m
en | 25 bps | 0.5 pp | 50 bp | bp
en | 100 °F | 32 °F | 32 °F | °F
en | 100 °F | 10 °C | 50 °F | °F
en | 20 °C | 10 °C | 10 °C | °C
en | 5 million tonnes | 3,000 tonnes | 3,000 tonnes | tonnes
en | $110B | $5B | $5B | USD
en | 1.6M users | 5 | 5 | 
en | 40% | 5% | 5% | %
en | 2026-02-27 | 2026-02-28 | 2026-02-28 | date
en | between 5 and 6 weeks | 7 weeks | 7 weeks | weeks
en | 2-3 weeks (expected) | -7 weeks | -7 weeks | weeks
`

func TestWritten(t *testing.T) {
	for line := range strings.Lines(strings.TrimSpace(displays)) {
		f := strings.Split(strings.TrimSuffix(line, "\n"), " | ")
		l := Locale{Language: f[0]}
		v, err := l.Parse(f[1])
		if err != nil {
			t.Fatal(f[1], err)
		}
		other, err := l.Parse(f[2])
		if err != nil {
			t.Fatal(f[2], err)
		}
		d := l.Written(v)
		if got := d.Format(other.Number); got != f[3] || d.Unit != v.Unit || v.Unit != other.Unit {
			t.Errorf("%s as %s: got %s, want %s", f[2], f[1], got, f[3])
		}
		if strings.TrimSpace(d.Name()) != strings.TrimSpace(f[4]) {
			t.Errorf("%s counts %q, want %q", f[1], d.Name(), f[4])
		}
		if back := d.Number(d.Count(other.Number)); !back.Equal(other.Number) {
			t.Errorf("%s as %s there and back is %s", f[2], f[1], back)
		}
	}
}

func TestUsual(t *testing.T) {
	for written, want := range map[string]string{
		"2 weeks | 10 days | 14 days": "days",
		"2 weeks | 14 days":           "weeks",
		"14 days | 2 weeks":           "days",
		"2 GW | 2000 MW":              "W",
		"100 mph | 160 km/h | 99 mph": "mph",
		"":                            "",
	} {
		var all []Display
		for _, w := range strings.Split(written, " | ") {
			if v, err := (Locale{}).Parse(w); err == nil {
				all = append(all, Locale{}.Written(v))
			}
		}
		if got := Usual(all).Name(); got != want {
			t.Errorf("%s: got %s, want %s", written, got, want)
		}
	}
}
