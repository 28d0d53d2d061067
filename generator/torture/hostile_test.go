package torture

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

const (
	home    = "---\ntitle: Digest\nurl: https://digest.example/\n---\nWelcome.\n"
	open    = "---\ntitle: B says 120\ndate: 2026-02-28\nsource: Beta\n"
	summary = "---\ntitle: A says 110\ndate: 2026-02-27\nsource: Alpha\nfigures:\n  Round total: $110B\n  Users: " +
		"5\n---\nText.\n"
)

// TestHostile runs testdata/hostile.txt.
func TestHostile(t *testing.T) {
	prepare(t)
	table, err := os.ReadFile("testdata/hostile.txt")
	if err != nil {
		t.Fatal(err)
	}
	cases := 0
	for line := range strings.Lines(string(table)) {
		columns := strings.Split(strings.TrimSpace(line), " | ")
		if len(columns) < 4 {
			if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
				t.Errorf("cannot read %q", line)
			}
			continue
		}
		cases++
		t.Run(strings.TrimSpace(columns[0]), func(t *testing.T) {
			t.Parallel()
			files := map[string]string{"content/index.md": home, "content/round/a.md": summary}
			for i := 2; i+1 < len(columns); i += 2 {
				files["content/"+unquote(t, columns[i])] = bytesOf(t, columns[i+1])
			}
			dir := t.TempDir()
			if err := tryPut(dir, files); err != nil {
				t.Skip("the system does not allow such a name:", err)
			}
			attempt(t, dir, strings.TrimSpace(columns[1]))
		})
	}
	if cases < 60 {
		t.Errorf("%d cases", cases)
	}
}

func tryPut(dir string, files map[string]string) error {
	for name, text := range files {
		full := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(full), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(full, []byte(text), 0o644); err != nil {
			return err
		}
	}
	return nil
}

func unquote(t *testing.T, s string) string {
	s, err := strconv.Unquote(`"` + strings.TrimSpace(s) + `"`)
	if err != nil {
		t.Fatal(s, err)
	}
	return s
}

// bytesOf gives what a column of strings and counts stands for.
func bytesOf(t *testing.T, column string) string {
	var b strings.Builder
	for rest := strings.TrimSpace(column); rest != ""; rest = strings.TrimSpace(rest) {
		if after, ok := strings.CutPrefix(rest, "HEAD"); ok {
			b.WriteString(open + "---\n")
			rest = after
			continue
		}
		if after, ok := strings.CutPrefix(rest, "OPEN"); ok {
			b.WriteString(open)
			rest = after
			continue
		}
		times := 1
		if count, after, ok := strings.Cut(rest, "*"); ok {
			if n, err := strconv.Atoi(count); err == nil {
				times, rest = n, after
			}
		}
		literal, err := strconv.QuotedPrefix(rest)
		if err != nil {
			t.Fatalf("cannot read %.100s", rest)
		}
		text, _ := strconv.Unquote(literal)
		b.WriteString(strings.Repeat(many(text), times))
		rest = rest[len(literal):]
	}
	return b.String()
}

// many puts a lot of different names into a text that asks for them.
func many(text string) string {
	for word, format := range map[string]string{"NUMBERS": "t%d, ", "FIGURES": "  F%d: 5\n", "ITEMS": "I%d: 5, "} {
		if strings.Contains(text, word) {
			var b strings.Builder
			for i := range 4000 {
				fmt.Fprintf(&b, format, i)
			}
			text = strings.Replace(text, word, b.String(), 1)
		}
	}
	return text
}
