package torture

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// words by which licences are known.
var licences = map[string]string{
	"MIT":    "Permission is hereby granted, free of charge",
	"BSD":    "Redistribution and use in source and binary forms",
	"Apache": "Apache License",
}

// TestLicences holds the table of SECURITY.md to the modules that the program
// and its tests are built from, and to the licences that these carry.
func TestLicences(t *testing.T) {
	text, err := os.ReadFile("../../SECURITY.md")
	if err != nil {
		t.Fatal(err)
	}
	_, table, _ := strings.Cut(string(text), "| module | licence |")
	table, _, _ = strings.Cut(table, "\n\n")
	var listed []string
	for line := range strings.Lines(table) {
		if cells := strings.Split(line, "|"); len(cells) == 4 && !strings.Contains(line, "---") {
			listed = append(listed, strings.TrimSpace(cells[1])+": "+strings.TrimSpace(cells[2]))
		}
	}
	slices.Sort(listed)
	built, tested := modules(t, "collate/generator/cmd/collate"), modules(t, "-test", "collate/...")
	var used []string
	for module, dir := range tested {
		name := module
		if _, also := built[module]; !also {
			name += " (tests)"
		}
		used = append(used, name+": "+licenceOf(t, dir))
	}
	slices.Sort(used)
	if got, want := strings.Join(listed, "\n"), strings.Join(used, "\n"); got != want {
		t.Errorf("SECURITY.md lists\n%s\nand these are used:\n%s", got, want)
	}
}

// modules gives the folders of the modules that packages are built from.
func modules(t *testing.T, args ...string) map[string]string {
	t.Helper()
	list := exec.Command("go", append([]string{"list", "-deps", "-f",
		"{{with .Module}}{{if not .Main}}{{.Path}} {{.Dir}}{{end}}{{end}}"}, args...)...)
	list.Stderr = os.Stderr
	out, err := list.Output()
	if err != nil {
		t.Fatal(err)
	}
	dirs := map[string]string{}
	for line := range strings.Lines(string(out)) {
		if module, dir, ok := strings.Cut(strings.TrimSpace(line), " "); ok {
			dirs[module] = dir
		}
	}
	return dirs
}

// licenceOf names the licences that a module's own file has.
func licenceOf(t *testing.T, dir string) string {
	files, _ := filepath.Glob(filepath.Join(dir, "LICEN*"))
	copying, _ := filepath.Glob(filepath.Join(dir, "COPYING*"))
	var text string
	for _, file := range append(files, copying...) {
		if filepath.Ext(file) == ".libyaml" {
			continue // of the C library that it was once translated from, MIT
		}
		one, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		text += strings.Join(strings.Fields(string(one)), " ")
	}
	var found []string
	for _, name := range []string{"MIT", "BSD", "Apache"} {
		if strings.Contains(text, licences[name]) {
			found = append(found, name)
		}
	}
	return strings.Join(found, " and ")
}
