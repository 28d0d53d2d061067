// Package publish makes a directory equal to a plan. It is the only writer of
// files in the site's output folder.
//
// # All or nothing
//
// [Write] first prepares: it renders every planned file, compares it with what
// is there, and puts whatever is new or different into a folder of its own
// beside the output folder, .collate/public.unfinished. Only when all of that
// went well does it move that folder into the output folder, where it is
// called .collate-unfinished, and from there the files to their places, each by
// a rename: new ones first, then changed ones, and last of all it removes what
// is no longer planned, so that no page links to a file that is not there yet.
// A folder that is new arrives whole, in one rename. Where no rename leads into
// the output folder, since it is a mount, files are prepared inside it.
//
// So an error while preparing (a file in the way, a page that cannot be
// rendered, a full disk, a folder or file that may not be changed) changes nothing,
// nor does a build whose context is done by then. A build that is killed leaves
// every file whole, old or new. The next build clears unfinished files away and
// mends the rest. Files whose bytes are right already are not touched.
//
// # What is ours
//
// Beside the output folder, and so never published, a folder .collate keeps
// the list of the files made: for public/ it is .collate/public.files, a path
// a line. A file on the list may be written over, and is removed when it is no
// longer planned; folders that this empties go too. Nothing else is ever
// removed. While files move the list holds old and new names.
//
// A repository that commits public/ does well to commit the list too, for then
// clones, merges and other branches bring along what is ours; a .gitignore in
// the folder leaves out what only matters while a build runs. A file that has
// a version stands there with it and with a hash of its bytes, so that the same
// version over the same bytes need not be rendered again. Where the list
// is missing or incomplete, a planned file that is there already is taken for
// ours, and put on the list, in two cases only:
//
//   - it has the very bytes that would be written;
//   - it belongs to a page that is not on the list either and carries
//     [plan.Mark]: the folder came with a clone. An index.html belongs to
//     itself, any other file to the index.html of its folder or, where there
//     is none, of the nearest folder above.
//
// Anything else at a planned path (somebody's own page, a symbolic link, a
// folder) is an error that names it. All of them are reported at once.
//
// # Where it writes
//
// The output folder may be a symbolic link, which is followed before anything
// else; all said here then holds for the folder behind it. From there on no
// link is followed. The folder must not be, contain or lie in an input, and
// must not be the root of the file system or the home folder.
//
// Two builds never write at the same time: a lock, .collate/public.lock, makes
// the second one fail. The system releases it when a process ends, however it
// ends. Files get mode 0644 and folders 0755, whatever the umask.
package publish

import (
	"context"
	"errors"
	"io/fs"
	"os"

	"collate/generator/plan"
)

// Options says what Write needs to know besides folder and plan. The zero
// value works.
type Options struct {
	// Inputs are the folders that the site is made from. Those that do not
	// exist are ignored.
	Inputs []string
	// Progress, if set, hears how many of all files have been prepared. It is
	// called by one goroutine at a time.
	Progress func(done, total int)
}

// Result says what Write did.
type Result struct {
	Written   int      // files made or replaced
	Unchanged int      // files that were right already
	Removed   int      // files removed, since they are no longer planned
	Changed   []string // slash paths of the files written or removed, sorted
}

// Write makes dir, with all folders above it, hold the planned files. Errors
// name the file and what could not be done to it; unless the error came while
// files were being moved, nothing in dir has changed then.
//
// When the context is done before files are moved, none is.
func Write(ctx context.Context, dir string, p *plan.Plan, o Options) (Result, error) {
	out, err := open(dir, o.Inputs)
	if err != nil {
		return Result{}, err
	}
	b, err := prepare(ctx, out, p, o.Progress)
	var result Result
	if err == nil {
		result, err = b.commit()
	}
	return result, errors.Join(err, out.close())
}

// output is the folder to publish to, locked and ready.
type output struct {
	dir     string           // as the caller wrote it, for messages
	root    *os.Root         // the folder itself
	state   *state           // what is kept beside it
	listed  map[string]bool  // the files that earlier builds made
	stamps  map[string]stamp // of those of them that have a version
	made    string           // the folder's full name, if this build made it
	staging *os.Root         // the folder for unfinished files, while they are made
	aside   bool             // staging is not in the folder itself
}

func open(dir string, inputs []string) (*output, error) {
	real, err := resolve(dir, inputs)
	if err != nil {
		return nil, err
	}
	s, err := openState(dir, real)
	if err != nil {
		return nil, err
	}
	out := &output{dir: dir, state: s}
	if err := out.open(real); err != nil {
		return nil, errors.Join(err, out.close())
	}
	return out, nil
}

// open makes the folder and clears away what a killed build left in it.
func (out *output) open(real string) (err error) {
	if out.listed, out.stamps, err = out.state.readList(); err != nil {
		return err
	}
	switch err := os.Mkdir(real, 0o755); {
	case err == nil:
		out.made = real
	case !errors.Is(err, fs.ErrExist):
		return failed("make", out.dir, err)
	}
	if out.root, err = os.OpenRoot(real); err != nil {
		return failed("open", out.dir, err)
	}
	if out.made != "" {
		if err := out.root.Chmod(".", 0o755); err != nil {
			return failed("open up", out.dir, err)
		}
	}
	return out.clear()
}

// clear removes unfinished files.
func (out *output) clear() error {
	if err := out.root.RemoveAll(unfinished); err != nil {
		return failed("clear away", out.name(unfinished), err)
	}
	if err := out.state.root.RemoveAll(out.state.waiting()); err != nil {
		return failed("clear away", out.state.name(out.state.waiting()), err)
	}
	return nil
}

// close clears unfinished files away and lets the next build in.
func (out *output) close() error {
	var err error
	if out.staging != nil {
		err = out.staging.Close()
	}
	if out.root != nil {
		err = errors.Join(err, out.clear(), out.root.Close())
	}
	if out.made != "" {
		os.Remove(out.made) // only if nothing came to be in it
	}
	return errors.Join(err, out.state.close())
}
