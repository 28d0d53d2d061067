package lsp

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"path/filepath"
	"runtime/debug"
	"strings"
	"sync"
	"time"

	"collate/generator/digest"
	"collate/generator/problem"

	"github.com/creachadair/jrpc2"
	"github.com/creachadair/jrpc2/channel"
)

// Options are what the server is handed by the command.
type Options struct {
	Version string
	// Open opens the digest in a folder, where the client names one; empty is
	// the working directory.
	Open func(folder string) (*Workspace, error)
}

// A Workspace is a digest that is being edited.
type Workspace struct {
	Root    string // folder that the paths of problems are relative to, as the system names it
	Content string // the content folder, as problems name it: content
	// Make makes the site. Changed are the files that may have changed since the
	// last call, as Watch names them; nil is all. Open are texts by slash path
	// in the content folder.
	Make func(changed []string, open map[string][]byte) (Made, error)
	// Watch tells which files have changed on disk, until the context is done;
	// nil is any.
	Watch func(ctx context.Context, changed func(names []string))
}

// Made is a site as it stands.
type Made struct {
	Digest   *digest.Digest
	Problems problem.List // sorted
	More     bool         // there may be more of them, which making it once more tells
}

// quiet is how long a text has to stay as it is before its problems are told.
const quiet = 10 * time.Millisecond

// Codes of errors that the protocol names.
const (
	notInitialized jrpc2.Code = -32002
	invalidRequest jrpc2.Code = -32600
)

// A session is one client.
type session struct {
	options Options
	client  *jrpc2.Server
	ctx     context.Context // done when the session ends
	exited  chan struct{}   // closed when the client says exit
	related bool            // the client shows related information
	renames bool            // the client can rename files

	mu        sync.Mutex // all below
	begun     bool
	early     bool // the client said initialized, and nobody has listened yet
	ended     bool // the client asked to shut down
	left      bool // and said exit
	workspace *Workspace
	open      map[string]*document // by slash path in the content folder
	changed   []string             // since the site was made, as Workspace.Watch names files
	all       bool                 // anything may have changed
	more      bool                 // there may be more problems
	made      Made
	files     map[string]place    // by path as problems name it; nil until it is asked for
	told      map[string]toldFile // by URI: what the client shows
	timer     *time.Timer         // runs when the texts have been quiet
}

// Serve answers a client over a stream until it says that it is done, or the
// stream ends. An error is a client that left without saying so.
func Serve(ctx context.Context, in io.Reader, out io.WriteCloser, o Options) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	s := &session{options: o, ctx: ctx, exited: make(chan struct{}), open: map[string]*document{},
		told: map[string]toldFile{}, all: true}
	s.client = jrpc2.NewServer(methods{s}, &jrpc2.ServerOptions{
		AllowPush: true, DisableBuiltin: true, Concurrency: 1,
	})
	s.client.Start(channel.LSP(in, out))
	ended := make(chan error, 1)
	go func() { ended <- s.client.Wait() }() // for as long as the client holds the stream open
	var err error
	select {
	case err = <-ended:
	case <-s.exited:
	case <-ctx.Done():
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.timer != nil {
		s.timer.Stop()
	}
	if s.ended || ctx.Err() != nil {
		return nil
	}
	if err == nil {
		return fmt.Errorf("lsp: the client left without asking to shut down")
	}
	return fmt.Errorf("lsp: %w", err)
}

// methods finds the function for a method of the protocol.
type methods struct{ s *session }

// Assign implements jrpc2.Assigner.
func (m methods) Assign(_ context.Context, method string) jrpc2.Handler {
	handle, known := handlers[method]
	if !known {
		return nil
	}
	return func(ctx context.Context, req *jrpc2.Request) (result any, err error) {
		defer func() {
			if fault := recover(); fault != nil {
				err = jrpc2.Errorf(jrpc2.InternalError, "%s: %v\n%s", method, fault, debug.Stack())
			}
		}()
		m.s.mu.Lock()
		defer m.s.mu.Unlock()
		switch {
		case method == "exit" && !m.s.left:
			m.s.left = true
			close(m.s.exited)
			return nil, nil
		case !m.s.begun && method == "initialized":
			m.s.early = true // it may overtake the request that it follows
			return nil, nil
		case !m.s.begun && method != "initialize":
			return nil, jrpc2.Errorf(notInitialized, "the first request is initialize")
		case m.s.ended:
			return nil, jrpc2.Errorf(invalidRequest, "the session has been shut down")
		}
		return handle(m.s, req)
	}
}

// A handler answers one method; the session is locked.
type handler func(s *session, req *jrpc2.Request) (any, error)

var handlers = map[string]handler{
	"initialize":                       on((*session).initialize),
	"initialized":                      on((*session).initialized),
	"shutdown":                         on((*session).shutdown),
	"exit":                             nothing,
	"$/cancelRequest":                  nothing,
	"$/setTrace":                       nothing,
	"workspace/didChangeConfiguration": nothing,
	"workspace/didChangeWatchedFiles":  on((*session).watched),
	"textDocument/didOpen":             on((*session).didOpen),
	"textDocument/didChange":           on((*session).didChange),
	"textDocument/didSave":             on((*session).didSave),
	"textDocument/didClose":            on((*session).didClose),
	"textDocument/hover":               ask((*session).hover),
	"textDocument/completion":          ask((*session).complete),
	"textDocument/codeAction":          ask((*session).actions),
	"textDocument/prepareRename":       ask((*session).prepareRename),
	"textDocument/rename":              ask((*session).rename),
	"textDocument/definition":          ask((*session).definition),
	"textDocument/references":          ask((*session).references),
	"textDocument/documentSymbol":      ask((*session).symbols),
	"workspace/symbol":                 ask((*session).workspaceSymbols),
	"textDocument/foldingRange":        ask((*session).folding),
	"textDocument/inlayHint":           ask((*session).inlay),
}

// on is a handler whose parameters are of a type.
func on[P, R any](f func(*session, P) (R, error)) handler {
	return func(s *session, req *jrpc2.Request) (any, error) {
		var params P
		if err := req.UnmarshalParams(&params); err != nil {
			return nil, err
		}
		return f(s, params)
	}
}

// ask is likewise, for questions: what was edited before them is in the site.
func ask[P, R any](f func(*session, P) (R, error)) handler {
	answer := on(f)
	return func(s *session, req *jrpc2.Request) (any, error) {
		if s.workspace == nil {
			return nil, nil
		}
		s.refresh()
		return answer(s, req)
	}
}

func nothing(*session, *jrpc2.Request) (any, error) { return nil, nil }

type initializeParams struct {
	RootURI      string                 `json:"rootUri"`
	RootPath     string                 `json:"rootPath"`
	Folders      []struct{ URI string } `json:"workspaceFolders"`
	Capabilities struct {
		Workspace struct {
			Edit struct {
				Operations []string `json:"resourceOperations"`
				Documents  bool     `json:"documentChanges"`
			} `json:"workspaceEdit"`
		} `json:"workspace"`
		TextDocument struct {
			Diagnostics struct {
				Related bool `json:"relatedInformation"`
			} `json:"publishDiagnostics"`
		} `json:"textDocument"`
	} `json:"capabilities"`
}

// root is the folder that the client works in; empty where it names none.
func (p initializeParams) root() string {
	if len(p.Folders) > 0 {
		return pathOf(p.Folders[0].URI)
	}
	if root := pathOf(p.RootURI); root != "" {
		return root
	}
	return p.RootPath
}

func (s *session) initialize(p initializeParams) (any, error) {
	if s.begun {
		return nil, jrpc2.Errorf(invalidRequest, "initialize comes once")
	}
	s.begun = true
	s.related = p.Capabilities.TextDocument.Diagnostics.Related
	edit := p.Capabilities.Workspace.Edit
	s.renames = edit.Documents && strings.Contains(strings.Join(edit.Operations, " "), "rename")
	workspace, err := s.options.Open(p.root())
	if err != nil {
		s.client.Notify(s.ctx, "window/showMessage", map[string]any{"type": 2, "message": "collate: " + err.Error()})
	}
	s.workspace = workspace
	if s.early {
		s.initialized(struct{}{})
	}
	return map[string]any{
		"serverInfo": map[string]string{"name": "collate", "version": s.options.Version},
		"capabilities": map[string]any{
			"positionEncoding":        "utf-16",
			"textDocumentSync":        map[string]any{"openClose": true, "change": 2, "save": map[string]any{}},
			"hoverProvider":           true,
			"completionProvider":      map[string]any{"triggerCharacters": []string{"[", "@", "/", ":", " ", "`"}},
			"codeActionProvider":      map[string]any{"codeActionKinds": []string{"quickfix"}},
			"renameProvider":          map[string]any{"prepareProvider": true},
			"definitionProvider":      true,
			"referencesProvider":      true,
			"documentSymbolProvider":  true,
			"workspaceSymbolProvider": true,
			"foldingRangeProvider":    true,
			"inlayHintProvider":       true,
		},
	}, nil
}

func (s *session) initialized(struct{}) (any, error) {
	if s.workspace == nil {
		return nil, nil
	}
	if s.workspace.Watch != nil {
		go s.workspace.Watch(s.ctx, func(names []string) {
			s.mu.Lock()
			defer s.mu.Unlock()
			s.edited(names)
		})
	}
	s.later()
	return nil, nil
}

func (s *session) shutdown(json.RawMessage) (any, error) {
	s.ended = true
	return nil, nil
}

func (s *session) watched(p struct {
	Changes []struct{ URI string } `json:"changes"`
}) (any, error) {
	for _, c := range p.Changes {
		if file := s.inContent(c.URI); file != "" {
			s.edited([]string{s.name(file)})
		}
	}
	return nil, nil
}

func (s *session) didOpen(p struct {
	TextDocument textDocument `json:"textDocument"`
}) (any, error) {
	d := p.TextDocument
	if file := s.inContent(d.URI); file != "" {
		s.open[file] = &document{d.URI, d.Version, d.Text}
		s.edited([]string{s.name(file)})
	}
	return nil, nil
}

func (s *session) didChange(p struct {
	TextDocument textDocument `json:"textDocument"`
	Changes      []struct {
		Range *span  `json:"range"`
		Text  string `json:"text"`
	} `json:"contentChanges"`
}) (any, error) {
	file := s.inContent(p.TextDocument.URI)
	d := s.open[file]
	if d == nil {
		return nil, nil
	}
	for _, c := range p.Changes {
		d.change(c.Range, c.Text)
	}
	d.version = p.TextDocument.Version
	s.edited([]string{s.name(file)})
	return nil, nil
}

func (s *session) didSave(p at) (any, error) {
	if file := s.inContent(p.TextDocument.URI); file != "" {
		s.edited([]string{s.name(file)})
	}
	return nil, nil
}

func (s *session) didClose(p at) (any, error) {
	if file := s.inContent(p.TextDocument.URI); file != "" {
		delete(s.open, file)
		s.edited([]string{s.name(file)})
	}
	return nil, nil
}

// inContent is the slash path in the content folder of a file; empty where it is
// not in it, or there is no digest.
func (s *session) inContent(uri string) string {
	path := pathOf(uri)
	if path == "" || s.workspace == nil {
		return ""
	}
	rel, err := filepath.Rel(s.workspace.path(s.workspace.Content), path)
	if err != nil || rel == "." || strings.HasPrefix(rel, "..") {
		return ""
	}
	return filepath.ToSlash(rel)
}

// name is a file of the content folder as Workspace.Make is told of it.
func (s *session) name(file string) string {
	return filepath.Join(s.workspace.Content, filepath.FromSlash(file))
}

// shown is a file of the content folder as problems name it.
func (s *session) shown(file string) string {
	return strings.TrimSuffix(filepath.ToSlash(s.workspace.Content), "/") + "/" + file
}

// uri is the URI of a file that a problem names.
func (s *session) uri(shown string) string {
	for file, d := range s.open {
		if s.shown(file) == shown {
			return d.uri
		}
	}
	return uriOf(s.workspace.path(shown))
}

// path is where a file or folder is that problems name.
func (w *Workspace) path(shown string) string {
	path := filepath.FromSlash(shown)
	if filepath.IsAbs(path) {
		return path
	}
	return filepath.Join(w.Root, path)
}

// refuse is the answer to a request that can't be carried out.
func refuse(why string) error { return jrpc2.Errorf(jrpc2.InvalidParams, "%s", why) }
