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

	"github.com/spf13/cobra"
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
	tuneGC()
	os.Exit(run(context.Background(), os.Args[1:]))
}

// graceful are the commands that finish their work when they are told to end.
// The others stop where they are, which leaves every file whole; while build
// publishes it clears away first what is unfinished.
var graceful = map[string]bool{"serve": true, "watch": true, "lint": true}

// run runs the command line and gives the exit status. What is printed on
// standard error is lower case and has no full stop: "collate: error: ...".
func run(ctx context.Context, args []string) int {
	root := newRoot()
	root.SetArgs(args)
	ctx = settle(ctx, root, args)
	cmd, err := root.ExecuteContextC(ctx)
	var usage usageError
	switch {
	case err == nil:
		return exitDone
	case errors.Is(err, errProblems):
		return exitContent
	case errors.As(err, &usage):
		fmt.Fprintf(os.Stderr, "collate: %v\nsee %s --help\n", usage, cmd.CommandPath())
		return exitUsage
	}
	fmt.Fprintf(os.Stderr, "collate: %v\n", err)
	return exitContent
}

// settle says how the command that is meant ends when it is told to.
func settle(ctx context.Context, root *cobra.Command, args []string) context.Context {
	target, _, err := root.Find(args)
	if err == nil && graceful[target.Name()] {
		ctx, _ = untilTold(ctx)
	}
	return ctx
}

// untilTold gives a context that is done when the program is told to end: by
// Ctrl+C, by the system, or as its terminal is closed. Told twice, the program
// stops where it is.
func untilTold(ctx context.Context) (context.Context, context.CancelFunc) {
	signals := []os.Signal{os.Interrupt, syscall.SIGTERM}
	if !signal.Ignored(syscall.SIGHUP) { // as nohup has it
		signals = append(signals, syscall.SIGHUP)
	}
	ctx, stop := signal.NotifyContext(ctx, signals...)
	context.AfterFunc(ctx, stop)
	return ctx, stop
}
