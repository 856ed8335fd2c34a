package workspace

import (
	"bytes"
	"context"
	"os"

	"zhenjie/app/workspace/job"
	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/planning"
	"zhenjie/planning/form"
	"zhenjie/planning/procedure"
)

// FormChoices are what a form offers for a plan: those of its rulebook, and of
// the procedure it follows.
func FormChoices(p planning.Plan, books Books) form.Choices {
	book, ok := books.Find(p.Settings.Rulebook)
	if !ok {
		book, _ = books.Find("")
	}
	d, _ := procedure.Of(p.Procedure) // of a damaged copy, the program's
	return form.ChoicesOf(book, d)
}

// WriteForm writes a plan's form, or nothing.
func WriteForm(path string, p planning.Plan, c form.Choices, lang words.Lang) error {
	var b bytes.Buffer
	if err := form.Write(&b, p, c, lang); err != nil {
		return err
	}
	return geo.WriteFile(path, b.Bytes())
}

// ReadForm reads a form that was filled in.
func ReadForm(ctx context.Context, path string, c form.Choices, progress job.Progress) (form.Form, error) {
	file, err := os.Open(path)
	if err != nil {
		return form.Form{}, geo.InFile(geo.FileFault(err), path)
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		return form.Form{}, geo.InFile(geo.FileFault(err), path)
	}
	f, err := form.Read(ctx, file, info.Size(), c, progress)
	return f, geo.InFile(err, path)
}
