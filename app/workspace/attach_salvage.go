package workspace

import (
	"context"

	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/storage"
)

// Salvage makes a new project of what can be read of a damaged one, its attached
// files included, and says what could not. Nothing is written to the damaged
// file.
func Salvage(ctx context.Context, path, to string, books Books) (w *Workspace, lost []words.Text, err error) {
	p, parts, err := storage.Salvage(path)
	if err != nil {
		return nil, nil, geo.InFile(err, path)
	}
	for _, part := range parts {
		lost = append(lost, words.Say("window.lost", "part", storage.PartName(part)))
	}
	if w, err = Create(to, words.Say("workspace.salvaged"), p, books); err != nil {
		return nil, nil, err
	}
	if err := w.file.Rescue(ctx, path); err != nil {
		lost = append(lost, words.Explain(err))
	}
	missing, err := w.missing()
	if err != nil {
		_ = w.Close()
		return nil, nil, err
	}
	return w, append(lost, missing...), nil
}

// missing says of which files kept inside the project the content is not there.
func (w *Workspace) missing() (all []words.Text, err error) {
	kept, err := w.file.Kept()
	for _, a := range w.state.Plan.Attachments.All() {
		if _, there := kept[a.Hash]; a.Inside() && !there {
			all = append(all, words.Say("attachment.lost", "file", a.Name))
		}
	}
	return all, err
}
