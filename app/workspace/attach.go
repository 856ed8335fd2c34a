package workspace

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"zhenjie/app/workspace/job"
	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/planning"
	"zhenjie/planning/edit"
)

// insideLimit is the size in bytes up to which an attached file is kept in the
// project: a dossier of forty scans can still be mailed on a disk of today.
const insideLimit = 20 << 20

// Gather reads files that are to be attached to an owner, and keeps those that
// are not too large in the project; of the others it notes where they lie. The
// plan does not change yet: Attach makes it refer to what was found. Gather may
// run beside the other methods, on a goroutine of its own; when ctx is done, or
// after an error, nothing is to be attached.
func (w *Workspace) Gather(ctx context.Context, owner planning.Owner, paths []string, progress job.Progress) ([]planning.Attachment, error) {
	g := gathering{w: w, owner: owner, progress: progress}
	sizes := make([]int64, len(paths))
	for i, path := range paths {
		size, err := g.measure(path)
		if err != nil {
			return nil, err
		}
		sizes[i] = size
		g.total += size
	}
	var found []planning.Attachment
	for i, path := range paths {
		a, err := g.read(ctx, path, sizes[i])
		if err != nil {
			return nil, err
		}
		found = append(found, a)
		g.done += a.Size
	}
	return found, nil
}

// gathering is a reading of several files.
type gathering struct {
	w           *Workspace
	owner       planning.Owner
	progress    job.Progress
	done, total int64
}

func (g *gathering) measure(path string) (int64, error) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return 0, geo.InFile(geo.FileFault(err), path)
	case !info.Mode().IsRegular(): // a pipe would be read for ever
		return 0, geo.BadInput(geo.At{}, "attachment.folder", "file", filepath.Base(path))
	}
	return info.Size(), nil
}

// read takes one file in.
func (g *gathering) read(ctx context.Context, path string, size int64) (planning.Attachment, error) {
	a := planning.Attachment{
		Owner: g.owner, Name: edit.NameFor(filepath.Base(path)), Size: size, Added: time.Now().Format(time.DateOnly),
	}
	f, err := os.Open(path)
	if err != nil {
		return a, geo.InFile(geo.FileFault(err), path)
	}
	defer f.Close()
	source := &reading{from: f}
	report := func(done int64) { g.progress(g.done+done, g.total) }
	if size > g.w.inside {
		if a.Path, err = filepath.Abs(path); err == nil {
			a.Hash, a.Size, err = hashOf(ctx, source, report)
		}
	} else {
		a.Hash, a.Size, err = g.w.file.Keep(ctx, source, report)
	}
	switch {
	case source.err != nil:
		return a, geo.InFile(geo.FileFault(source.err), path)
	case err == nil && a.Size != size:
		return a, geo.BadInput(geo.At{}, "attachment.changing", "file", a.Name)
	}
	return a, err
}

// reading remembers the fault of what it reads, so that it is not taken for one
// of the project file.
type reading struct {
	from io.Reader
	err  error
}

// Read is for io.Reader.
func (r *reading) Read(b []byte) (int, error) {
	n, err := r.from.Read(b)
	if err != nil && !errors.Is(err, io.EOF) {
		r.err = err
	}
	return n, err
}

// hashOf reads a content to its end and returns its SHA-256 and size.
func hashOf(ctx context.Context, r io.Reader, progress func(int64)) (hash string, size int64, err error) {
	sum := sha256.New()
	size, err = copyBy(ctx, sum, r, progress)
	return hex.EncodeToString(sum.Sum(nil)), size, err
}

// copyBy is io.Copy that can be stopped and tells how far it is.
func copyBy(ctx context.Context, w io.Writer, r io.Reader, progress func(int64)) (done int64, err error) {
	const piece = 1 << 20
	for {
		n, err := io.CopyN(w, r, piece)
		done += n
		if err == nil {
			err = ctx.Err()
		}
		if progress != nil {
			progress(done)
		}
		if errors.Is(err, io.EOF) {
			return done, nil
		}
		if err != nil {
			return done, err
		}
	}
}

// Attach makes the plan refer to files that Gather found, in one step. What an
// owner has already is left out; a name that is taken gets a number. said tells
// of both what was left out and what is kept outside the project.
func (w *Workspace) Attach(found []planning.Attachment) (said []words.Text, err error) {
	var c edit.Attach
	with := w.state.Plan
	for _, a := range found {
		there := with.Files(a.Owner).Files
		if slices.ContainsFunc(there, func(o planning.Attachment) bool { return o.Hash == a.Hash && o.Path == a.Path }) {
			said = append(said, words.Say("attachment.same", "file", a.Name))
			continue
		}
		a.Name = freeName(there, a.Name)
		if !a.Inside() {
			said = append(said, words.Say("attachment.huge", "file", a.Name, "limit", planning.SizeText(w.inside)))
		}
		c.Files = append(c.Files, a)
		with.Attachments = with.Attachments.Append(a)
	}
	if len(c.Files) > 0 {
		err = w.Do(c)
	}
	return said, err
}

// freeName is a name that none of the files has: 表.xlsx, 表 2.xlsx …
func freeName(files []planning.Attachment, name string) string {
	free := name
	taken := func(a planning.Attachment) bool { return strings.EqualFold(a.Name, free) }
	for n := 2; slices.ContainsFunc(files, taken); n++ {
		free = edit.Numbered(name, n)
	}
	return free
}
