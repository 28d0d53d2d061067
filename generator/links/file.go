package links

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
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
	if err := ignore(filepath.Dir(file)); err != nil {
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

// ignore tells git, where nothing does yet, to leave out what stands in a
// folder beside the list of published files: answers, and what only matters to
// a running program.
func ignore(dir string) error {
	f, err := os.OpenFile(filepath.Join(dir, ".gitignore"), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if errors.Is(err, fs.ErrExist) {
		return nil
	}
	if err != nil {
		return err
	}
	_, err = f.WriteString("*.lock\n*.new\n*.unfinished/\nlinks.json\n")
	return errors.Join(err, f.Close())
}
