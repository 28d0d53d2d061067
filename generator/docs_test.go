package generator_test

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"collate/generator"
	"collate/generator/value"
)

// TestDocs runs every example of docs/*.md and CONTRIBUTING.md, each document
// in a folder of its own, from top to bottom. What a fenced block is, is said
// on its first line:
//
//	console               lines "$ command", each with what it prints, where … stands for any;
//	                      one fails that prints "error", and no other
//	FORMAT PATH           a file, written for the examples that follow
//	FORMAT PATH quoted    lines that stand in that file of this repository
//	yaml summary          front matter of a summary; what of title, date and source is left out does not matter
//	yaml site             front matter of content/index.md
//	markdown text STORY   more text for the index.md of that story, which the document has written
//	text layout           a picture of folders
//	sh                    commands of this repository: each make target is one of the Makefile
//
// In a table whose first column is headed "written", each row is a value, or
// several, the values that it allows, written as a value, and its unit. In one
// headed "not written" each row is one that can't be read.
func TestDocs(t *testing.T) {
	program := buildProgram(t)
	files, err := filepath.Glob("../docs/*.md")
	if err != nil || len(files) == 0 {
		t.Fatal("no documents", err)
	}
	for _, file := range append(files, "../CONTRIBUTING.md") {
		t.Run(filepath.Base(file), func(t *testing.T) {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			d := &document{T: t, program: program, dir: t.TempDir(), text: string(data)}
			for _, b := range d.blocks() {
				d.run(b)
			}
			d.tables()
			d.follow(filepath.Dir(file))
		})
	}
}

var goFile = regexp.MustCompile("`([a-z_/]+\\.go)`")

// TestArchitecture holds docs/architecture.md to name files that there are, and
// to stay short.
func TestArchitecture(t *testing.T) {
	text, err := os.ReadFile("../docs/architecture.md")
	if err != nil {
		t.Fatal(err)
	}
	if lines := strings.Count(string(text), "\n"); lines > 150 {
		t.Errorf("it has %d lines", lines)
	}
	named := goFile.FindAllStringSubmatch(string(text), -1)
	if len(named) < 20 {
		t.Errorf("it names %d files", len(named))
	}
	for _, name := range named {
		if _, err := os.Stat(filepath.FromSlash(name[1])); err != nil {
			t.Errorf("it names %s: %v", name[1], err)
		}
	}
}

// buildProgram builds the command, and gives the folder that it is in.
func buildProgram(t *testing.T) string {
	dir := t.TempDir()
	build := exec.Command("go", "build", "-o", dir+string(filepath.Separator), "./cmd/collate")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return dir
}

// A document is one file of the documentation while its examples run.
type document struct {
	*testing.T
	program string // folder of the command
	dir     string // where its commands run
	text    string
}

// A block is a fenced block.
type block struct {
	line int
	info []string // the words of its first line
	text string
}

// blocks are the fenced blocks of the document. A longer fence may have a
// fence in it.
func (d *document) blocks() []block {
	var blocks []block
	var b *block
	fence := "" // with the spaces before it, where it belongs to a list item
	for i, line := range strings.SplitAfter(d.text, "\n") {
		rest := strings.TrimLeft(strings.TrimLeft(line, " "), "`")
		ticks := line[:len(line)-len(rest)]
		switch {
		case b == nil && strings.HasSuffix(ticks, "```"):
			fence = ticks
			b = &block{line: i + 1, info: strings.Fields(rest)}
		case b != nil && ticks == fence:
			blocks, b = append(blocks, *b), nil
		case b != nil:
			b.text += strings.TrimPrefix(line, strings.TrimRight(fence, "`"))
		}
	}
	if b != nil {
		d.Errorf("line %d: the fence is not closed", b.line)
	}
	return blocks
}

func (d *document) run(b block) {
	switch info := strings.Join(b.info, " "); {
	case info == "console":
		d.console(b)
	case info == "sh":
		d.targets(b)
	case info == "text layout":
	case info == "yaml summary" || info == "yaml site" || len(b.info) == 3 && b.info[1] == "text":
		d.fragment(b)
	case len(b.info) == 3 && b.info[2] == "quoted":
		d.quoted(b)
	case len(b.info) == 2 && strings.ContainsAny(b.info[1], "./"):
		d.write(filepath.Join(d.dir, filepath.FromSlash(b.info[1])), b.text)
		if b.info[0] == "json" && !json.Valid([]byte(b.text)) {
			d.Errorf("line %d: not JSON", b.line)
		}
	default:
		d.Errorf("line %d: no test knows what to do with a block %q", b.line, info)
	}
}

func (d *document) write(file, text string) {
	d.Helper()
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		d.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		d.Fatal(err)
	}
}

// console runs the commands of a block and compares what they print.
func (d *document) console(b block) {
	for _, part := range strings.Split("\n"+b.text, "\n$ ")[1:] {
		command, want, _ := strings.Cut(part, "\n")
		if dir, ok := strings.CutPrefix(command, "cd "); ok {
			d.dir = filepath.Join(d.dir, dir)
			continue
		}
		sh := exec.Command("sh", "-c", command)
		sh.Dir = d.dir
		sh.Env = append(os.Environ(), "PATH="+d.program+string(filepath.ListSeparator)+os.Getenv("PATH"),
			"SOURCE_DATE_EPOCH=1772700000")
		out, err := sh.CombinedOutput()
		if failed, shown := err != nil, strings.Contains(want, "error"); failed != shown {
			d.Errorf("line %d: %s: %v\n%s", b.line, command, err, out)
			continue
		}
		pattern := strings.ReplaceAll(regexp.QuoteMeta(strings.TrimSpace(want)), "…", "(?s:.*)")
		if want = strings.TrimSpace(want); want != "" &&
			!regexp.MustCompile(`^`+pattern+`$`).MatchString(strings.TrimSpace(string(out))) {
			d.Errorf("line %d: %s\ngot:\n%s\nwant:\n%s", b.line, command, out, want)
		}
	}
}

// fragment holds a piece of a content file to be read without a problem.
func (d *document) fragment(b block) {
	content := filepath.Join(d.TempDir(), "content")
	head := "title: Example\ndate: 2026-03-01\nsource: Example News\n"
	switch b.info[1] {
	case "site":
		d.write(filepath.Join(content, "index.md"), "---\n"+b.text+"---\n")
	case "summary":
		d.write(filepath.Join(content, "index.md"), "---\ntitle: Example\n---\n")
		for line := range strings.Lines(head) {
			if key, _, _ := strings.Cut(line, ":"); !strings.Contains("\n"+b.text, "\n"+key+":") {
				b.text = line + b.text
			}
		}
		d.write(filepath.Join(content, "example", "a.md"), "---\n"+b.text+"---\n")
	case "text":
		if err := os.CopyFS(content, os.DirFS(filepath.Join(d.dir, "content"))); err != nil {
			d.Fatal(err)
		}
		index := filepath.Join(content, b.info[2], "index.md")
		story, err := os.ReadFile(index)
		if err != nil {
			d.Fatalf("line %d: %v", b.line, err)
		}
		d.write(index, string(story)+"\n"+b.text)
	}
	_, problems, err := generator.Make(generator.Input{Content: content, Drafts: true})
	if err != nil || len(problems) > 0 {
		var text strings.Builder
		problems.WriteText(&text, false)
		d.Errorf("line %d: %v\n%s", b.line, err, text.String())
	}
}

// quoted holds lines to stand in a file of this repository; … stands for any
// lines between.
func (d *document) quoted(b block) {
	data, err := os.ReadFile(filepath.Join("..", filepath.FromSlash(b.info[1])))
	if err != nil {
		d.Fatalf("line %d: %v", b.line, err)
	}
	rest := string(data)
	for part := range strings.SplitSeq(b.text, "…") {
		var found bool
		if _, rest, found = strings.Cut(rest, strings.Trim(part, " \t\n")); !found {
			d.Errorf("line %d: %s has no lines\n%s", b.line, b.info[1], part)
		}
	}
}

// targets holds every make command to be a target of the Makefile.
func (d *document) targets(b block) {
	makefile, err := os.ReadFile("../Makefile")
	if err != nil {
		d.Fatal(err)
	}
	for line := range strings.Lines(b.text) {
		command, _, _ := strings.Cut(line, "#")
		words := strings.Fields(command)
		words = slices.DeleteFunc(words, func(w string) bool { return strings.Contains(w, "=") })
		if len(words) == 2 && words[0] == "make" && !strings.Contains(string(makefile), "\n"+words[1]+":") {
			d.Errorf("line %d: the Makefile has no target %s", b.line, words[1])
		} else if len(words) == 0 || words[0] != "make" && words[0] != "go" {
			d.Errorf("line %d: %q is no command of this repository", b.line, line)
		}
	}
}

var code = regexp.MustCompile("`([^`\n]+)`")

// tables reads the tables of values.
func (d *document) tables() {
	heading := ""
	for i, line := range strings.Split(d.text, "\n") {
		if !strings.HasPrefix(line, "|") {
			heading = ""
			continue
		}
		cells := strings.Split(strings.Trim(strings.ReplaceAll(line, `\|`, "¦"), "|"), "|")
		first := strings.TrimSpace(cells[0])
		switch {
		case heading == "":
			heading = first
		case strings.HasPrefix(first, "-"):
		case heading == "written" || heading == "not written":
			for _, m := range code.FindAllStringSubmatch(first, -1) {
				if wrong := readAs(m[1], cells[1:], heading == "written"); wrong != "" {
					d.Errorf("line %d: %s: %s", i+1, m[1], wrong)
				}
			}
		}
	}
}

// readAs says how a value is read otherwise than a row of a table has it:
// written, what it allows, its unit, and the language if it is not English.
func readAs(written string, cells []string, readable bool) string {
	locale := value.Locale{}
	if len(cells) == 3 {
		locale.Language = strings.Trim(cells[2], " `")
	}
	v, err := locale.Parse(written)
	if (err == nil) != readable {
		return fmt.Sprint("the error is ", err)
	}
	if !readable {
		return ""
	}
	allowed, unit := code.FindStringSubmatch(cells[0]), strings.Trim(cells[1], " `")
	if unit == "" || string(v.Unit) != unit && unit != "none" && unit != "text" {
		return "the unit is " + string(v.Unit)
	}
	if v.Kind == value.KindText {
		return map[bool]string{false: "it is read as text"}[unit == "text"]
	}
	if allowed == nil {
		return "the row says nothing that it allows"
	}
	want, err := value.Locale{}.Parse(allowed[1])
	if err != nil {
		return err.Error()
	}
	low, high := v.Bounds()
	if wantLow, wantHigh := want.Bounds(); low != wantLow || high != wantHigh || v.Unit != want.Unit {
		return fmt.Sprintf("it allows %s to %s %s", low, high, v.Unit)
	}
	return ""
}

var link = regexp.MustCompile(`\]\(([^)#:]+)(#[^)]*)?\)`)

// follow holds links inside the repository to lead somewhere.
func (d *document) follow(dir string) {
	for _, m := range link.FindAllStringSubmatch(code.ReplaceAllString(d.text, ""), -1) {
		if _, err := os.Stat(filepath.Join(dir, m[1])); err != nil {
			d.Errorf("the link to %s leads nowhere", m[1])
		}
	}
}
