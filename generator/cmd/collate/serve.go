package main

import (
	"errors"
	"fmt"
	"os/exec"
	"runtime"

	"collate/generator/preview"

	"github.com/spf13/cobra"
)

func newServe() *cobra.Command {
	o := liveOptions{addr: "127.0.0.1:8080"}
	cmd := &cobra.Command{
		Use:   "serve",
		Short: "make the site, serve it and keep it up to date",
		Long: `Serve makes the site and serves it to browsers on this machine. When a file
in content/ or among the templates is saved, every page is up to date at once,
and those that are open in a browser load themselves again. public/ follows.
While the content has errors, the last good site stays up and the errors are
shown here and over the pages.`,
		Example: "  collate serve --open\n  collate serve --addr 127.0.0.1:9000 --drafts",
		Args:    noArguments,
		RunE:    func(cmd *cobra.Command, _ []string) error { return o.serve(cmd) },
	}
	o.addInput(cmd)
	o.addOutput(cmd)
	f := cmd.Flags()
	f.StringVar(&o.addr, "addr", o.addr, "serve at `HOST:PORT`; unless it is given, the next free port will do")
	f.BoolVar(&o.open, "open", false, "open the site in a browser")
	o.addWatching(cmd)
	return cmd
}

func (o *liveOptions) serve(cmd *cobra.Command) error {
	watched, err := o.watched(cmd)
	if err != nil {
		return err
	}
	err = preview.Serve(cmd.Context(), watched, preview.ServerOptions{
		Addr: o.addr,
		Near: !cmd.Flags().Changed("addr"),
		Ready: func(url string, exposed bool) {
			watched.Say(fmt.Sprintf("serving %s at %s, to end press Ctrl+C", o.Content, url))
			if exposed {
				fmt.Fprintln(cmd.ErrOrStderr(), o.exposure())
			}
			if o.open {
				openBrowser(url)
			}
		},
	})
	if errors.Is(err, preview.ErrAddr) {
		return usageError{err}
	}
	return err
}

// exposure says who else can read the site.
func (o *liveOptions) exposure() string {
	what := "the site"
	if o.Drafts {
		what = "the site, drafts included"
	}
	return fmt.Sprintf("collate: everybody on this machine's network can read %s\n"+
		"hint: to keep it to this machine, write --addr 127.0.0.1:PORT", what)
}

// openBrowser opens an address in the browser. Where there is none, the
// address has been printed.
func openBrowser(url string) {
	opener := []string{"xdg-open"}
	switch runtime.GOOS {
	case "darwin":
		opener = []string{"open"}
	case "windows":
		opener = []string{"rundll32", "url.dll,FileProtocolHandler"}
	}
	opened := exec.Command(opener[0], append(opener[1:], url)...)
	if opened.Start() == nil {
		go opened.Wait()
	}
}
