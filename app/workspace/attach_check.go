package workspace

import (
	"context"
	"errors"

	"zhenjie/app/workspace/job"
	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/planning"
)

// Trouble is what is wrong with an attached file.
type Trouble struct {
	File planning.Attachment
	Text words.Text
}

// CheckFiles reads all attached files of a plan and says which are gone, damaged
// or no longer what they were. It may run beside the other methods, on a
// goroutine of its own.
func (w *Workspace) CheckFiles(ctx context.Context, p planning.Plan, progress job.Progress) ([]Trouble, error) {
	var total, done int64
	for _, a := range p.Attachments.All() {
		total += a.Size
	}
	var all []Trouble
	for _, a := range p.Attachments.All() {
		err := w.whole(ctx, a, func(n int64) { progress(done+n, total) })
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		if err != nil {
			all = append(all, Trouble{a, trouble(a, err)})
		}
		done += a.Size
	}
	return all, nil
}

// whole reads a file to its end and compares it with its hash.
func (w *Workspace) whole(ctx context.Context, a planning.Attachment, progress func(int64)) error {
	in, err := w.source(a)
	if err != nil {
		return err
	}
	defer in.Close()
	hash, _, err := hashOf(ctx, in, progress)
	if err == nil && hash != a.Hash {
		err = geo.BadInput(geo.At{}, "attachment.changed", "file", a.Name)
	}
	return err
}

// trouble says of a file what an error says of its content.
func trouble(a planning.Attachment, err error) words.Text {
	var bad *geo.InputError
	if !errors.As(err, &bad) {
		return words.Say("attachment.unreadable", "file", a.Name, "why", words.Explain(geo.FileFault(err)))
	}
	switch bad.Kind {
	case "attachment.no_content":
		return words.Say("attachment.missing", "file", a.Name)
	case "attachment.damaged":
		return words.Say("attachment.spoilt", "file", a.Name)
	case "attachment.gone", "attachment.changed":
		return bad.Text
	default:
		return words.Say("attachment.unreadable", "file", a.Name, "why", bad.Text)
	}
}
