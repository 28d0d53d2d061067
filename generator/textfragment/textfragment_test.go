package textfragment

import (
	"net/url"
	"os"
	"strings"
	"testing"
)

// TestLink reads testdata/links.txt: an address, a quote and the link, with
// \n for a line end.
func TestLink(t *testing.T) {
	text, err := os.ReadFile("testdata/links.txt")
	if err != nil {
		t.Fatal(err)
	}
	count := 0
	for line := range strings.Lines(string(text)) {
		if strings.HasPrefix(line, "#") || strings.TrimSpace(line) == "" {
			continue
		}
		count++
		fields := strings.Split(strings.TrimSuffix(line, "\n"), " | ")
		address, quote, want := fields[0], strings.ReplaceAll(fields[1], `\n`, "\n"), fields[2]
		got := Link(address, quote)
		if got != want {
			t.Errorf("%s | %s\n got %s\nwant %s", address, quote, got, want)
		}
		if _, err := url.Parse(got); err != nil {
			t.Errorf("%s: %v", got, err)
		}
	}
	if count == 0 {
		t.Error("no cases")
	}
}
