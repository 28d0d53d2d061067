package frontmatter

import (
	"os"
	"strings"
	"testing"
)

// TestInsert adds source: archived beside source: url to each file of
// testdata/insert.txt, as it stands and with the line ends of Windows.
func TestInsert(t *testing.T) {
	text, err := os.ReadFile("testdata/insert.txt")
	if err != nil {
		t.Fatal(err)
	}
	keys := []string{"title", "source", "url", "name", "archived"}
	parts := strings.Split(string(text), "\n==== ")
	var out strings.Builder
	out.WriteString(parts[0])
	for _, part := range parts[1:] {
		name, rest, _ := strings.Cut(part, "\n")
		before, want, _ := strings.Cut(rest, "\n---- becomes\n")
		for _, windows := range []bool{false, true} {
			file, prefix := before, ""
			if windows {
				file, prefix = strings.ReplaceAll(file, "\n", "\r\n"), "\xef\xbb\xbf"
			}
			data, err := Insert([]byte(prefix+file), keys, "source", "url", "archived",
				"https://web.archive.org/web/2026/https://a.example/x")
			got := strings.TrimPrefix(string(data), prefix)
			if windows {
				if strings.Count(got, "\n") != strings.Count(got, "\r\n") {
					t.Errorf("%s: mixed line ends: %q", name, got)
				}
				got = strings.ReplaceAll(got, "\r\n", "\n")
			}
			if err != nil {
				got = "error: " + err.Error()
			}
			if !windows {
				out.WriteString("\n==== " + name + "\n" + before + "\n---- becomes\n" + got)
			}
			if got != want && os.Getenv("UPDATE_GOLDEN") == "" {
				t.Errorf("%s:\n got\n%s\nwant\n%s", name, got, want)
			}
		}
	}
	if os.Getenv("UPDATE_GOLDEN") != "" {
		if err := os.WriteFile("testdata/insert.txt", []byte(out.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
