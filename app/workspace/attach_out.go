package workspace

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"zhenjie/app/workspace/job"
	"zhenjie/geo"
	"zhenjie/planning"
	"zhenjie/planning/edit"
)

// Extract writes an attached file to a path, whole or not at all. It may run
// beside the other methods, on a goroutine of its own.
func (w *Workspace) Extract(ctx context.Context, a planning.Attachment, to string, progress job.Progress) error {
	return geo.WriteWith(to, func(out io.Writer) error {
		in, err := w.source(a)
		if err != nil {
			return err
		}
		defer in.Close()
		hash, _, err := hashOf(ctx, io.TeeReader(in, out), func(done int64) { progress(done, a.Size) })
		if err == nil && hash != a.Hash {
			err = geo.BadInput(geo.At{}, "attachment.changed", "file", a.Name)
		}
		return err
	})
}

// source opens an attached file, wherever it lies.
func (w *Workspace) source(a planning.Attachment) (io.ReadCloser, error) {
	if a.Inside() {
		r, err := w.file.Content(a.Hash)
		return io.NopCloser(r), err
	}
	path, err := w.locate(a)
	if err != nil {
		return nil, err
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, geo.InFile(geo.FileFault(err), path)
	}
	return f, nil
}

// locate finds a file kept outside the project: where it lay, or beside the
// project, where it is put when both are handed over.
func (w *Workspace) locate(a planning.Attachment) (string, error) {
	base := a.Path[strings.LastIndexAny(a.Path, `/\`)+1:] // the path may be another system's
	for _, path := range []string{a.Path, filepath.Join(filepath.Dir(w.file.Path()), base)} {
		if info, err := os.Stat(path); err == nil && info.Mode().IsRegular() {
			return path, nil
		}
	}
	return "", geo.BadInput(geo.At{}, "attachment.gone", "file", a.Name, "path", a.Path)
}

// shown are the endings of files that hold something to look at and cannot be
// programs; a project from elsewhere must not run anything.
var shown = strings.Fields(`.pdf .ofd .doc .docx .wps .xls .xlsx .et .ppt .pptx .dps .odt .ods .odp .rtf .txt .csv .md
	.jpg .jpeg .png .gif .bmp .tif .tiff .webp .heic .mp4 .mov .avi .wmv .mkv .mp3 .wav .m4a
	.dwg .dxf .kml .kmz .geojson .json .gpkg .zip .rar .7z`)

// Preview makes an attached file ready to be looked at with another program, and
// returns its path: a copy for one that is kept inside, which nobody can mistake
// for the file itself because it cannot be written to.
func (w *Workspace) Preview(ctx context.Context, a planning.Attachment, progress job.Progress) (string, error) {
	for _, name := range []string{a.Name, a.Path} { // the name may be another than that of the file outside
		if name != "" && !slices.Contains(shown, strings.ToLower(filepath.Ext(name))) {
			return "", geo.BadInput(geo.At{}, "attachment.not_opened", "file", a.Name)
		}
	}
	if !a.Inside() {
		return w.locate(a)
	}
	folder, err := previews(a.Hash)
	if err != nil {
		return "", err
	}
	path := filepath.Join(folder, edit.NameFor(a.Name))
	if _, err := os.Stat(path); err == nil {
		if w.is(ctx, path, a.Hash) {
			return path, nil
		}
		_ = os.Chmod(path, 0o600) // Windows replaces no file that cannot be written to
	}
	if err := w.Extract(ctx, a, path, progress); err != nil {
		return "", err
	}
	_ = os.Chmod(path, 0o400) // a file system that knows no such thing does no harm
	return path, nil
}

// is reports whether a file has a content.
func (w *Workspace) is(ctx context.Context, path, hash string) bool {
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	found, _, err := hashOf(ctx, f, nil)
	return err == nil && found == hash
}

// previews makes the folder for the copies of a content, and drops those that
// were made days ago.
func previews(hash string) (string, error) {
	base, err := os.UserCacheDir()
	if err != nil {
		base = os.TempDir()
	}
	base = filepath.Join(base, "zhenjie", "opened")
	const days = 3
	entries, _ := os.ReadDir(base)
	for _, e := range entries {
		if info, err := e.Info(); err == nil && time.Since(info.ModTime()) > days*24*time.Hour {
			_ = os.RemoveAll(filepath.Join(base, e.Name())) // what is open still stays for the next time
		}
	}
	folder := filepath.Join(base, hash[:min(len(hash), 16)])
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return "", geo.InFile(geo.WriteFault(err), folder)
	}
	return folder, nil
}
