// Package revision reads a folder as it stands in a revision of a git
// repository, through git's own commands and without touching the work tree.
package revision

import (
	"archive/zip"
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os/exec"
	"strconv"
	"strings"
)

// largestRevision is how large a file is read at most; of a larger one nothing is,
// since no text of a digest is as large.
const largestRevision = 8 << 20

// Open gives the folder dir as it stands in a revision, which git names:
// HEAD~1, a branch, a commit. An error says what git lacks, and what to do.
func Open(ctx context.Context, dir, revision string) (fs.FS, error) {
	r := repository{ctx, dir}
	if _, err := exec.LookPath("git"); err != nil {
		return nil, errors.New("comparing with a revision needs git, and there is none\n" +
			"hint: install git, or name two folders")
	}
	prefix, err := r.git("rev-parse", "--show-prefix")
	if err != nil {
		return nil, fmt.Errorf("%s is in no git repository\nhint: name two folders: collate diff OLD NEW", dir)
	}
	commit, err := r.git("rev-parse", "--verify", "--quiet", "--end-of-options", revision+"^{commit}")
	if err != nil {
		return nil, r.unknown(revision)
	}
	tree, err := r.git("ls-tree", "-r", "-z", "--full-tree", strings.TrimSpace(commit), "--",
		":(top,literal)"+strings.TrimSpace(prefix))
	if err != nil {
		return nil, err
	}
	return r.read(tree, strings.TrimSpace(prefix))
}

// repository is a folder within a git repository.
type repository struct {
	ctx context.Context
	dir string
}

// git runs a command of git and gives what it prints.
func (r repository) git(args ...string) (string, error) {
	cmd := exec.CommandContext(r.ctx, "git", append([]string{"-C", r.dir}, args...)...)
	var failure bytes.Buffer
	cmd.Stderr = &failure
	out, err := cmd.Output()
	if err != nil {
		return "", fmt.Errorf("git %s: %w: %s", args[0], err, strings.TrimSpace(failure.String()))
	}
	return string(out), nil
}

// unknown is the error of a revision that git doesn't know.
func (r repository) unknown(revision string) error {
	if shallow, err := r.git("rev-parse", "--is-shallow-repository"); err == nil &&
		strings.TrimSpace(shallow) == "true" {
		return fmt.Errorf("git has no revision %q here, and this clone is shallow\n"+
			"hint: fetch what it lacks with git fetch --unshallow, or give actions/checkout fetch-depth: 0", revision)
	}
	if _, err := r.git("rev-parse", "--verify", "--quiet", "HEAD"); err != nil {
		return fmt.Errorf("this repository has no commit yet, so there is no %q to compare with\n"+
			"hint: commit first, or name two folders", revision)
	}
	return fmt.Errorf("git has no revision %q, and there is no folder of that name\n"+
		"hint: git log --oneline lists revisions", revision)
}

// blob is a file of a revision.
type blob struct{ name, object string }

// blobs reads what ls-tree lists: the files below a prefix, without links and
// submodules.
func blobs(tree, prefix string) []blob {
	var all []blob
	for line := range strings.SplitSeq(tree, "\x00") {
		meta, name, ok := strings.Cut(line, "\t")
		fields := strings.Fields(meta)
		if ok && len(fields) == 3 && fields[1] == "blob" && fields[0] != "120000" && strings.HasPrefix(name, prefix) {
			all = append(all, blob{strings.TrimPrefix(name, prefix), fields[2]})
		}
	}
	return all
}

// read brings the files over with one batch of git's, into an archive in
// memory, which is a file system.
func (r repository) read(tree, prefix string) (fs.FS, error) {
	all := blobs(tree, prefix)
	cmd := exec.CommandContext(r.ctx, "git", "-C", r.dir, "cat-file", "--batch")
	var asked strings.Builder
	for _, b := range all {
		asked.WriteString(b.object + "\n")
	}
	cmd.Stdin = strings.NewReader(asked.String())
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	var archive bytes.Buffer
	w := zip.NewWriter(&archive)
	copied := copyBlobs(w, bufio.NewReaderSize(out, 1<<20), all)
	if copied != nil {
		_ = cmd.Process.Kill() // what it would still say is not needed
	}
	if err := errors.Join(copied, cmd.Wait(), w.Close()); err != nil {
		return nil, fmt.Errorf("git cat-file: %w", err)
	}
	return zip.NewReader(bytes.NewReader(archive.Bytes()), int64(archive.Len()))
}

// copyBlobs reads each object of a batch: a line with its size, its bytes and a
// line's end.
func copyBlobs(w *zip.Writer, from *bufio.Reader, all []blob) error {
	for _, b := range all {
		head, err := from.ReadString('\n')
		fields := strings.Fields(head)
		if err != nil || len(fields) != 3 {
			return fmt.Errorf("%s: git says %q", b.name, strings.TrimSpace(head))
		}
		size, err := strconv.ParseInt(fields[2], 10, 64)
		if err != nil {
			return fmt.Errorf("%s: git says %q", b.name, strings.TrimSpace(head))
		}
		to := io.Discard
		if size <= largestRevision {
			if to, err = w.CreateHeader(&zip.FileHeader{Name: b.name, Method: zip.Store}); err != nil {
				return err
			}
		}
		if _, err := io.CopyN(to, from, size); err != nil {
			return err
		}
		if _, err := from.Discard(1); err != nil {
			return err
		}
	}
	return nil
}
