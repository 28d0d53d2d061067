// Command collate turns a folder of Markdown into a static news digest that
// lines up who reported which number. Run it without arguments for help.
package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"syscall"
)

// Exit statuses.
const (
	exitDone    = 0
	exitContent = 1 // the content has errors, or the work could not be done
	exitUsage   = 2 // the command line was wrong
)

// errProblems says that problems were found and have been printed.
var errProblems = errors.New("the content has errors")

// usageError is a command line that can't be obeyed.
type usageError struct{ error }

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	os.Exit(run(ctx, os.Args[1:]))
}

// run runs the command line and gives the exit status. What is printed on
// standard error is lower case and has no full stop: "collate: error: ...".
func run(ctx context.Context, args []string) int {
	root := newRoot()
	root.SetArgs(args)
	err := root.ExecuteContext(ctx)
	var usage usageError
	switch {
	case err == nil:
		return exitDone
	case errors.Is(err, errProblems):
		return exitContent
	case errors.As(err, &usage):
		fmt.Fprintf(os.Stderr, "collate: %v\nsee collate --help\n", usage)
		return exitUsage
	}
	fmt.Fprintf(os.Stderr, "collate: %v\n", err)
	return exitContent
}
