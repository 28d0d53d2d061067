package publish

import (
	"os"
	"path/filepath"
	"strings"

	"collate/generator/plan"
)

// Listed gives the files that the last build made in a folder, in order; none
// where there is no list of them, or none that can be read.
func Listed(dir string) []string {
	abs, err := filepath.Abs(dir)
	if err != nil {
		return nil
	}
	real, err := follow(abs)
	if err != nil {
		return nil
	}
	list := filepath.Join(filepath.Dir(real), stateDir, filepath.Base(real)+".files")
	if info, err := os.Lstat(list); err != nil || !info.Mode().IsRegular() {
		return nil // a pipe would keep whoever reads it waiting
	}
	text, err := os.ReadFile(list)
	if err != nil {
		return nil
	}
	var files []string
	for line := range strings.Lines(string(text)) {
		path, _, _ := strings.Cut(strings.TrimRight(line, "\r\n"), "\t")
		if plan.Safe(path) && !strings.HasPrefix(path, "#") {
			files = append(files, path)
		}
	}
	return files
}
