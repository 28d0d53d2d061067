package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"

	"collate/generator/schema"
	"collate/generator/starter"

	"github.com/spf13/cobra"
)

// releaseRepository is the GitHub repository of a released program, as owner/name. A
// release sets it when it links; where it is not set, the Pages workflow of a
// new site asks for it.
var releaseRepository string

func newInit() *cobra.Command {
	var cms string
	cmd := &cobra.Command{
		Use:   "init [DIR]",
		Short: "start a site of your own",
		Long: `Init puts into DIR (default: this folder) what a site of your own needs: content
to learn from, a README, a workflow that publishes it on GitHub Pages, and for
editors the schemas of front matter with settings and tasks for VS Code. It
builds at once. Files that are there already are kept as they are, and where
there is a content/index.md no example content is added.

With --cms pages it also writes what people need who take part without git:
.pages.yml, with which Pages CMS (pagescms.org) edits stories, summaries,
figures and their evidence in forms, and an issue form "Report a number" with
the workflow that turns it into a pull request.`,
		Example: "  collate init my-digest\n  collate init my-digest --cms pages\n  cd my-digest && collate serve",
		Args: func(_ *cobra.Command, args []string) error {
			switch {
			case len(args) > 1:
				return usageError{fmt.Errorf("unexpected argument %q\nhint: put a name of several words in quotes",
					args[1])}
			case len(args) == 1 && args[0] == "":
				return usageError{errors.New("init: the name of the folder is empty")}
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			dir := "."
			if len(args) == 1 {
				dir = args[0]
			}
			if cms != "" && cms != "pages" {
				return usageError{fmt.Errorf("--cms: %q is not known: write --cms pages", cms)}
			}
			return initialise(cmd.OutOrStdout(), dir, cms != "")
		},
	}
	cmd.Flags().StringVar(&cms, "cms", "", "also write the configuration of the editor `NAME`: pages, for Pages CMS")
	return cmd
}

// initialise writes the starter files that are not there yet. It goes through
// a root, so that no link leads out of the folder.
func initialise(w io.Writer, dir string, cms bool) error {
	if info, err := os.Stat(dir); err == nil && !info.IsDir() {
		return fmt.Errorf("init: %s is a file, and the name of a folder was expected", dir)
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return fmt.Errorf("init: %w", err)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return fmt.Errorf("init: %w", err)
	}
	defer root.Close()
	b := initializer{out: w, root: root, dir: dir, cms: cms}
	_, err = root.Lstat("content/index.md")
	b.own = err == nil
	if err := b.files(starter.Files()); err != nil {
		return err
	}
	if cms {
		if err := b.files(starter.CMS()); err != nil {
			return err
		}
		if err := b.put(".pages.yml", schema.PagesCMS()); err != nil {
			return err
		}
	}
	for _, kind := range schema.Kinds() {
		if err := b.put("schema/"+kind+".json", schema.JSON(kind)); err != nil {
			return err
		}
	}
	_, err = fmt.Fprintf(w, "next: %s\n", b.next())
	return err
}

// An initializer writes the files of a new site.
type initializer struct {
	out  io.Writer
	root *os.Root
	dir  string // as it was named
	own  bool   // there is a digest already
	cms  bool   // it is to be edited in forms
}

// files puts starter files there.
func (b *initializer) files(files fs.FS) error {
	return fs.WalkDir(files, ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil || d.IsDir():
			return err
		case b.own && name == "content/index.md":
			_, err := fmt.Fprintf(b.out, "kept  %s\n", b.shown("content"))
			return err
		case b.own && strings.HasPrefix(name, "content/"):
			return nil
		}
		data, err := fs.ReadFile(files, name)
		if err != nil {
			return err
		}
		switch {
		case path.Ext(name) == ".yml" && path.Base(path.Dir(name)) == "workflows":
			data = atHome(data, releaseRepository, programVersion())
		case b.cms && strings.HasPrefix(name, "content/") && path.Base(name) != "index.md":
			data = []byte(starter.ListForm(string(data)))
		}
		return b.put(name, data)
	})
}

func (b *initializer) shown(name string) string {
	return filepath.Join(b.dir, filepath.FromSlash(name))
}

// put writes one file, unless it is there.
func (b *initializer) put(name string, data []byte) error {
	if err := b.root.MkdirAll(path.Dir(name), 0o755); err != nil {
		return fmt.Errorf("init: %s: %w", b.shown(path.Dir(name)), err)
	}
	f, err := b.root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if errors.Is(err, fs.ErrExist) {
		_, err := fmt.Fprintf(b.out, "kept  %s\n", b.shown(name))
		return err
	}
	if err != nil {
		return fmt.Errorf("init: %w", err)
	}
	_, err = f.Write(data)
	if err = errors.Join(err, f.Close()); err != nil {
		return fmt.Errorf("init: %w", err)
	}
	_, err = fmt.Fprintf(b.out, "made  %s\n", b.shown(name))
	return err
}

// next is what to do with the new site.
func (b *initializer) next() string {
	serve := "collate serve"
	if filepath.Clean(b.dir) != "." {
		dir := b.dir
		if strings.ContainsAny(dir, " '\"$&();") {
			dir = "'" + strings.ReplaceAll(dir, "'", `'\''`) + "'"
		}
		serve = "cd " + dir + " && " + serve
	}
	return serve
}

var (
	ownerAndName = regexp.MustCompile(`^[\w-]+/[\w.-]+$`)
	released     = regexp.MustCompile(`^v\d+\.\d+\.\d+$`)
)

// atHome writes into the Pages workflow where this program comes from, and its
// version, so far as both are known.
func atHome(workflow []byte, repository, version string) []byte {
	text := string(workflow)
	if !ownerAndName.MatchString(repository) {
		return workflow
	}
	text = strings.Replace(text, "vars.COLLATE_REPOSITORY }}", "vars.COLLATE_REPOSITORY || '"+repository+"' }}", 1)
	if released.MatchString(version) {
		text = strings.Replace(text, "vars.COLLATE_REF }}", "vars.COLLATE_REF || '"+version+"' }}", 1)
	}
	return []byte(text)
}
