package links

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
)

// Load reads remembered answers; none where there is no such file, or none
// that can be read: they are asked for again.
func Load(file string) map[string]Answer {
	answers := map[string]Answer{}
	data, err := os.ReadFile(file)
	if err != nil || json.Unmarshal(data, &answers) != nil {
		return nil
	}
	return answers
}

// Save remembers answers in a file, whole or not at all. It leaves out those
// that may be different soon.
func Save(file string, answers map[string]Answer) error {
	lasting := map[string]Answer{}
	for address, a := range answers {
		if a.Status != 0 && a.Status < 500 {
			lasting[address] = a
		}
	}
	data, err := json.MarshalIndent(lasting, "", " ")
	if err != nil {
		return fmt.Errorf("links: %w", err)
	}
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		return fmt.Errorf("links: %w", err)
	}
	temporary := file + ".new"
	if err := os.WriteFile(temporary, append(data, '\n'), 0o644); err != nil {
		return fmt.Errorf("links: %w", err)
	}
	if err := os.Rename(temporary, file); err != nil {
		os.Remove(temporary) // the first error is the one to tell
		return fmt.Errorf("links: %w", err)
	}
	return nil
}
