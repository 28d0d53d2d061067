package lsp_test

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"collate/generator"
	"collate/generator/lsp"

	"github.com/creachadair/jrpc2"
	"github.com/creachadair/jrpc2/channel"
	"github.com/rogpeppe/go-internal/txtar"
)

// A client is an editor at a digest in a folder of its own.
type client struct {
	stream channel.Channel
	id     int
	t      *testing.T
	root   string
	texts  map[string]string // of open files, by path below root
	shown  map[string][]diagnostic
	done   chan error
}

type position struct{ Line, Character int }

type span struct{ Start, End position }

type diagnostic struct {
	Range    span
	Severity int
	Message  string
}

type edit struct {
	Range   span
	NewText string
}

// start starts a server on a folder with these files, and a client.
func start(t *testing.T, files map[string]string) *client {
	t.Helper()
	c := &client{t: t, root: t.TempDir(), texts: map[string]string{}, shown: map[string][]diagnostic{},
		done: make(chan error, 1)}
	for name, text := range files {
		c.write(name, text)
	}
	toServer, fromClient := io.Pipe()
	toClient, fromServer := io.Pipe()
	go func() {
		c.done <- lsp.Serve(context.Background(), toServer, fromServer, lsp.Options{Version: "test", Open: open})
	}()
	c.stream = channel.LSP(toClient, fromClient)
	c.ask("initialize", map[string]any{"rootUri": "file://" + c.root, "capabilities": map[string]any{}}, nil)
	c.tell("initialized", map[string]any{})
	t.Cleanup(c.stop)
	return c
}

// open opens the digest in a folder, as the command does but for watching.
func open(folder string) (*lsp.Workspace, error) {
	memory := new(generator.Cache)
	return &lsp.Workspace{Root: folder, Content: folder + "/content",
		Make: func(changed []string, open map[string][]byte) (lsp.Made, error) {
			in := generator.Input{Content: folder + "/content", Open: open}
			site, problems, err := memory.Make(in, changed)
			if err != nil {
				return lsp.Made{}, err
			}
			asked, _ := site.Lint(generator.ReadLastBuild("none"), problems, 0)
			problems = append(slices.Clip(problems), asked...)
			problems.Sort()
			return lsp.Made{Digest: site.Digest, Problems: problems}, nil
		}}, nil
}

func (c *client) stop() {
	c.ask("shutdown", nil, nil)
	c.tell("exit", nil)
	if err := <-c.done; err != nil {
		c.t.Error(err)
	}
}

func (c *client) write(name, text string) {
	path := filepath.Join(c.root, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		c.t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		c.t.Fatal(err)
	}
}

func (c *client) uri(file string) string { return "file://" + c.root + "/" + file }

// ask asks and fails where the answer is an error.
func (c *client) ask(method string, params, result any) {
	c.t.Helper()
	if err := c.try(method, params, result); err != nil {
		c.t.Fatalf("%s: %v", method, err)
	}
}

// tell notifies the server.
func (c *client) tell(method string, params any) {
	c.send(map[string]any{"jsonrpc": "2.0", "method": method, "params": params})
}

func (c *client) send(message map[string]any) {
	data, err := json.Marshal(message)
	if err == nil {
		err = c.stream.Send(data)
	}
	if err != nil {
		c.t.Error(err)
	}
}

// try asks, and takes what the server tells until it answers.
func (c *client) try(method string, params, result any) error {
	c.id++
	c.send(map[string]any{"jsonrpc": "2.0", "id": c.id, "method": method, "params": params})
	for {
		data, err := c.stream.Recv()
		if err != nil {
			return err
		}
		var m struct {
			ID     int
			Method string
			Result json.RawMessage
			Error  *jrpc2.Error
			Params struct {
				URI         string
				Diagnostics []diagnostic
			}
		}
		if err := json.Unmarshal(data, &m); err != nil {
			return err
		}
		switch {
		case m.Method == "textDocument/publishDiagnostics":
			c.shown[strings.TrimPrefix(m.Params.URI, c.uri(""))] = m.Params.Diagnostics
		case m.ID == c.id && m.Error != nil:
			return m.Error
		case m.ID == c.id && result == nil:
			return nil
		case m.ID == c.id:
			return json.Unmarshal(m.Result, result)
		}
	}
}

// text is a file as it is open; it is opened where it isn't.
func (c *client) text(file string) string {
	if text, ok := c.texts[file]; ok {
		return text
	}
	data, err := os.ReadFile(filepath.Join(c.root, file))
	if err != nil {
		c.t.Fatal(err)
	}
	c.texts[file] = string(data)
	c.tell("textDocument/didOpen", map[string]any{
		"textDocument": map[string]any{"uri": c.uri(file), "languageId": "markdown", "version": 1,
			"text": string(data)},
	})
	return string(data)
}

// change puts a text into the place of a file's.
func (c *client) change(file, text string) {
	c.text(file)
	c.texts[file] = text
	c.tell("textDocument/didChange", map[string]any{
		"textDocument":   map[string]any{"uri": c.uri(file), "version": 2},
		"contentChanges": []any{map[string]any{"text": text}},
	})
}

// problems waits until all edits are taken in, and gives what the client shows.
func (c *client) problems() string {
	c.ask("workspace/symbol", map[string]any{"query": "no such name"}, nil)
	var lines []string
	for file, list := range c.shown {
		for _, d := range list {
			message, _, _ := strings.Cut(d.Message, "\n")
			lines = append(lines, fmt.Sprintf("%s:%d: %s", file, d.Range.Start.Line+1, message))
		}
	}
	slices.Sort(lines)
	return strings.Join(lines, "\n")
}

// linted is what lint says of the files as they are open.
func (c *client) linted() string {
	made, err := must(open(c.root)).Make(nil, c.overlay())
	if err != nil {
		c.t.Fatal(err)
	}
	var lines []string
	for _, p := range made.Problems {
		file := strings.TrimPrefix(strings.TrimPrefix(p.File, c.root), "/")
		if filepath.Ext(file) == "" {
			file = "content/index.md"
		}
		lines = append(lines, fmt.Sprintf("%s:%d: %s", file, max(1, p.Line), p.Message))
	}
	slices.Sort(lines)
	return strings.Join(lines, "\n")
}

func (c *client) overlay() map[string][]byte {
	open := map[string][]byte{}
	for file, text := range c.texts {
		open[strings.TrimPrefix(file, "content/")] = []byte(text)
	}
	return open
}

func must[T any](value T, err error) T {
	if err != nil {
		panic(err)
	}
	return value
}

// at is where a text stands in a file, some characters into it: the middle.
func (c *client) at(file, words string) map[string]any {
	text := c.text(file)
	from := strings.Index(text, words)
	if from < 0 {
		c.t.Fatalf("%s has no %q", file, words)
	}
	from += len(words) / 2
	line := strings.Count(text[:from], "\n")
	return map[string]any{
		"textDocument": map[string]any{"uri": c.uri(file)},
		"position":     position{line, len([]rune(text[strings.LastIndex(text[:from], "\n")+1 : from]))},
	}
}

// TestCases runs testdata/*.txtar: files, what is asked of them in a member ask,
// a question a line, and the answers in want.
func TestCases(t *testing.T) {
	cases, _ := filepath.Glob("testdata/*.txtar")
	if len(cases) < 4 {
		t.Fatalf("only %d cases", len(cases))
	}
	for _, file := range cases {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			members := map[string]string{}
			for _, f := range archive.Files {
				members[f.Name] = string(f.Data)
			}
			questions, want := members["ask"], members["want"]
			delete(members, "ask")
			delete(members, "want")
			c := start(t, members)
			var got strings.Builder
			for line := range strings.Lines(questions) {
				fmt.Fprintf(&got, "> %s%s", line, c.answer(strings.TrimSpace(line)))
			}
			if os.Getenv("UPDATE_GOLDEN") != "" {
				archive.Files[len(archive.Files)-1].Data = []byte(got.String())
				os.WriteFile(file, txtar.Format(archive), 0o644)
			} else if got.String() != want {
				t.Errorf("got\n%swant\n%s", got.String(), want)
			}
		})
	}
}

// answer asks one question of testdata: a verb, a file and words in it.
func (c *client) answer(line string) string {
	verb, rest, _ := strings.Cut(line, " ")
	file, words, _ := strings.Cut(rest, " ")
	switch verb {
	case "problems":
		return c.problems() + "\n"
	case "type": // type FILE OLD => NEW
		old, text, _ := strings.Cut(words, " => ")
		c.change(file, strings.Replace(c.text(file), unescape(old), unescape(text), 1))
		return ""
	case "hover":
		var answer *struct{ Contents struct{ Value string } }
		c.ask("textDocument/hover", c.at(file, words), &answer)
		if answer == nil {
			return "nothing\n"
		}
		return answer.Contents.Value + "\n"
	case "complete":
		return c.completions(c.end(file, unescape(words)))
	case "fix":
		return c.fixes(file)
	case "rename":
		words, name, _ := strings.Cut(words, " => ")
		return c.rename(c.at(file, words), name)
	case "definition", "references":
		var list []struct {
			URI   string
			Range span
		}
		c.ask("textDocument/"+verb, c.at(file, words), &list)
		var lines strings.Builder
		for _, l := range list {
			fmt.Fprintf(&lines, "%s:%d:%d\n", strings.TrimPrefix(l.URI, c.uri("")), l.Range.Start.Line+1,
				l.Range.Start.Character+1)
		}
		return lines.String()
	}
	c.t.Fatalf("%s is no question", verb)
	return ""
}

func unescape(text string) string { return strings.ReplaceAll(text, `\n`, "\n") }

// end is the place behind words of a file.
func (c *client) end(file, words string) map[string]any {
	text := c.text(file)
	to := strings.Index(text, words)
	if to < 0 {
		c.t.Fatalf("%s has no %q", file, words)
	}
	to += len(words)
	return map[string]any{
		"textDocument": map[string]any{"uri": c.uri(file)},
		"position": position{strings.Count(text[:to], "\n"),
			len([]rune(text[strings.LastIndex(text[:to], "\n")+1 : to]))},
	}
}

func (c *client) completions(at map[string]any) string {
	var list struct {
		Items []struct {
			Label, Detail string
			TextEdit      edit
		}
	}
	c.ask("textDocument/completion", at, &list)
	var lines strings.Builder
	for _, item := range list.Items {
		fmt.Fprintf(&lines, "%s | %s | %q\n", item.Label, item.Detail, item.TextEdit.NewText)
	}
	return lines.String()
}

// fixes applies the quick fixes of a file, and gives the lines that changed.
func (c *client) fixes(file string) string {
	var actions []struct {
		Title       string
		IsPreferred bool
		Edit        struct{ Changes map[string][]edit }
	}
	c.ask("textDocument/codeAction", map[string]any{
		"textDocument": map[string]any{"uri": c.uri(file)},
		"range":        span{position{0, 0}, position{1000, 0}}, "context": map[string]any{},
	}, &actions)
	var lines strings.Builder
	for _, a := range actions {
		fmt.Fprintf(&lines, "%s\n", a.Title)
	}
	for _, a := range slices.Backward(actions) {
		if !a.IsPreferred {
			continue // one of two, and it is the writer's to choose
		}
		for uri, edits := range a.Edit.Changes {
			c.apply(strings.TrimPrefix(uri, c.uri("")), edits)
		}
	}
	return lines.String() + c.problems() + "\n"
}

// apply makes edits, the last first.
func (c *client) apply(file string, edits []edit) {
	slices.SortFunc(edits, func(a, b edit) int {
		return (b.Range.Start.Line-a.Range.Start.Line)*1000 + b.Range.Start.Character - a.Range.Start.Character
	})
	text := c.text(file)
	for _, e := range edits {
		text = text[:byteOf(text, e.Range.Start)] + e.NewText + text[byteOf(text, e.Range.End):]
	}
	c.change(file, text)
}

// byteOf is the byte of a position of a text without characters beyond the
// first plane.
func byteOf(text string, p position) int {
	lines := strings.SplitAfter(text, "\n")
	at := len(strings.Join(lines[:min(p.Line, len(lines))], ""))
	if p.Line < len(lines) {
		runes := []rune(lines[p.Line])
		at += len(string(runes[:min(p.Character, len(runes))]))
	}
	return at
}

// rename renames, applies that, and gives the lines that changed and whether
// what lint says stays the same.
func (c *client) rename(at map[string]any, name string) string {
	at["newName"] = name
	before := c.problems()
	var answer struct{ Changes map[string][]edit }
	if err := c.try("textDocument/rename", at, &answer); err != nil {
		return err.Error() + "\n"
	}
	var lines []string
	for uri, edits := range answer.Changes {
		file := strings.TrimPrefix(uri, c.uri(""))
		old := strings.Split(c.text(file), "\n")
		c.apply(file, edits)
		for i, line := range strings.Split(c.texts[file], "\n") {
			if i >= len(old) || line != old[i] {
				lines = append(lines, fmt.Sprintf("%s:%d: %s", file, i+1, line))
			}
		}
	}
	slices.Sort(lines)
	if after := c.problems(); after != before {
		lines = append(lines, "NEW PROBLEMS", after)
	}
	return strings.Join(lines, "\n") + "\n"
}

// pieces are what a writer may type, whole or half.
var pieces = []string{"\n", " ", "  ", "-", ":", "\"", "'", "{", "}", "[", "]", "[[", "]]", "#", "1", "0", ",", ".",
	"$", "B", "%", "a", "é", "🙂", "---\n", "figures:", "Killed: 5\n", "by: ", "value: ", "2026-03-01", "~", "|", "\t",
	"draft: true\n",
	"```compare\n", "<!-- ", "\r\n", "[[Killed]]", "source: Ace\n"}

// TestReplay types at random, undoes, saves and lets other programs write, and
// holds what the client shows to what lint says of the same bytes.
func TestReplay(t *testing.T) {
	seed, _ := strconv.ParseUint(os.Getenv("COLLATE_SEED"), 10, 64)
	random := rand.New(rand.NewPCG(7, seed))
	c := start(t, map[string]string{
		"content/index.md":   "---\ntitle: D\nurl: https://d.example/\n---\n",
		"content/s/index.md": "---\ntitle: S\nchecks: [Killed = Hurt]\n---\n[[Killed]]\n",
		"content/s/a.md": "---\ntitle: T\ndate: 2026-03-01\nsource: Ace\nfigures:\n  Killed: 5\n  Hurt: " +
			"7\n---\nThe [[Killed]].\n",
		"content/s/b.md": "---\ntitle: T\ndate: 2026-03-02\nsource: Bee\nfigures:\n  Killed: {value: 6, by: the " +
			"army}\n---\nText 🙂 [[Killed]].\n",
		"content/r/c.md": "---\ntitle: T\ndate: 2026-03-02\nsource: Bee\nfigures:\n  Cost: $5B\n---\n[[s/Killed]]\n",
	})
	files := []string{"content/s/a.md", "content/s/b.md", "content/s/index.md", "content/r/c.md", "content/index.md"}
	whole := map[string]string{}
	for _, file := range files {
		whole[file] = c.text(file)
	}
	states := 120
	if os.Getenv("COLLATE_TORTURE") != "" {
		states = 2000
	}
	for i := range states {
		file := files[random.IntN(len(files))]
		text := c.texts[file]
		switch at := random.IntN(len(text) + 1); random.IntN(8) {
		case 0:
			c.change(file, whole[file]) // undone
		case 1:
			for at > 0 && !utf8.RuneStart(append([]byte(text), 'x')[at]) {
				at--
			}
			c.change(file, text[:at])
		case 2: // another program
			c.write(file, whole[file])
			c.tell("textDocument/didClose", map[string]any{"textDocument": map[string]any{"uri": c.uri(file)}})
			delete(c.texts, file)
			c.text(file)
		default:
			c.insert(file, at, pieces[random.IntN(len(pieces))])
		}
		if got, want := c.problems(), c.linted(); got != want {
			t.Fatalf("state %d, %s is %q\ngot\n%s\nwant\n%s", i, file, c.texts[file], got, want)
		}
		if random.IntN(4) == 0 {
			c.pester(file, random.IntN(20), random.IntN(60))
		}
	}
}

// insert types at a byte, as an editor tells it: by UTF-16 positions.
func (c *client) insert(file string, at int, piece string) {
	text := c.texts[file]
	for at > 0 && at < len(text) && !utf8.RuneStart(text[at]) {
		at--
	}
	if at > 0 && strings.HasPrefix(text[at:], "\n") && text[at-1] == '\r' {
		at-- // an editor's cursor is never within the end of a line
	}
	lines := regexp.MustCompile("\r\n|\r|\n").Split(text[:at], -1)
	place := position{len(lines) - 1, len(utf16.Encode([]rune(lines[len(lines)-1])))}
	c.texts[file] = text[:at] + piece + text[at:]
	c.tell("textDocument/didChange", map[string]any{
		"textDocument":   map[string]any{"uri": c.uri(file), "version": 3},
		"contentChanges": []any{map[string]any{"range": span{place, place}, "text": piece}},
	})
}

// pester asks everything at a place that may not be there. What it is answered is
// not looked at, but that it is.
func (c *client) pester(file string, line, character int) {
	at := func() map[string]any {
		return map[string]any{"textDocument": map[string]any{"uri": c.uri(file)}, "position": position{line, character},
			"range": span{position{line, 0}, position{line + 3, character}}, "context": map[string]any{},
			"newName": "New name"}
	}
	for _, method := range []string{"hover", "completion", "codeAction", "prepareRename", "rename", "definition",
		"references",
		"documentSymbol", "foldingRange", "inlayHint", "nonsense"} {
		err := c.try("textDocument/"+method, at(), nil)
		if e, ok := err.(*jrpc2.Error); err != nil && (!ok || e.Code == jrpc2.InternalError) {
			c.t.Fatalf("%s of %q: %v", method, c.texts[file], err)
		}
	}
}
