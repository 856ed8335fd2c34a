package desktop

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	fynestorage "fyne.io/fyne/v2/storage"

	"zhenjie/app/cli"
	"zhenjie/app/workspace"
	"zhenjie/assets/words"
	"zhenjie/planning"
)

var baseTable = planning.OfMaterial("base_table")

func (h *hall) files() []planning.Attachment { return h.ws.State().Plan.Files(baseTable).Files }

func (h *hall) settleFiles(n int) {
	h.t.Helper()
	h.settle("attached files", func() bool { return len(h.files()) == n && !h.attaching.busy })
}

func TestAttachOpenSaveAndUndo(t *testing.T) {
	h := opened(t, cli.Opening{Sample: true})
	h.settleProject()
	h.project.showPageOf("papers")
	content := bytes.Repeat([]byte("表"), 500_000)
	h.dialogs = &asked{open: write(t, "表.pdf", content), save: filepath.Join(t.TempDir(), "out.pdf")}
	h.project.desk.Attach(baseTable, nil)
	h.settleFiles(1)

	h.project.desk.SaveFile(h.files()[0])
	h.settle("saved", func() bool { return h.said() != "" })
	if got, err := os.ReadFile(h.dialogs.(*asked).save); err != nil || !bytes.Equal(got, content) {
		t.Errorf("saved %d bytes, %v", len(got), err)
	}
	h.project.desk.SaveFile(h.files()[0]) // the file is there now
	h.answer("window.cancel")

	h.undo()
	if len(h.files()) != 0 {
		t.Errorf("undone, there are %v", h.files())
	}
	h.redo()
	if len(h.files()) != 1 {
		t.Errorf("done again, there are %v", h.files())
	}
}

func TestLotsAreAttachedOneAfterTheOther(t *testing.T) {
	h := opened(t, cli.Opening{Sample: true})
	h.settleProject()
	for _, name := range []string{"a.pdf", "b.pdf", "c.pdf"} {
		h.attachTo(baseTable, []string{write(t, name, []byte(name))})
	}
	h.settleFiles(3)
	h.attachTo(baseTable, []string{t.TempDir()}) // refused, and those after it are not
	h.attachTo(baseTable, []string{write(t, "d.pdf", []byte("d"))})
	h.settleFiles(4)
}

func TestStoppingDropsWhatWasToBeAttached(t *testing.T) {
	h := opened(t, cli.Opening{Sample: true})
	h.settleProject()
	steps := h.ws.State().Current
	h.attachTo(baseTable, []string{write(t, "a.bin", make([]byte, 8<<20))})
	h.attachTo(baseTable, []string{write(t, "b.bin", []byte("b"))})
	h.stopWork()
	h.attachTo(baseTable, []string{write(t, "c.bin", []byte("c"))})
	h.settleFiles(1)
	if h.files()[0].Name != "c.bin" || h.ws.State().Current != steps+1 {
		t.Errorf("attached %v", h.files())
	}
}

func TestAProgramIsNotOpened(t *testing.T) {
	h := opened(t, cli.Opening{Sample: true})
	h.settleProject()
	h.attachTo(baseTable, []string{write(t, "setup.exe", []byte("MZ"))})
	h.settleFiles(1)
	h.openAttached(h.files()[0])
	h.settle("a refusal", func() bool { return h.said() != "" })
	if want := words.Say("attachment.not_opened", "file", "setup.exe").In(words.Zh); h.said() != want {
		t.Errorf("said %q, want %q", h.said(), want)
	}
}

func TestFilesAreCheckedWhenThePageIsShown(t *testing.T) {
	h := opened(t, cli.Opening{Sample: true})
	h.settleProject()
	h.attachTo(baseTable, []string{write(t, "a.pdf", []byte("a"))})
	h.settleFiles(1)
	var all []workspace.Trouble
	asked := false
	h.checkFiles(func(found []workspace.Trouble, err error) {
		if all, asked = found, true; err != nil {
			t.Error(err)
		}
	})
	h.settle("the check", func() bool { return asked })
	if len(all) > 0 {
		t.Errorf("troubles %v", all)
	}
}

// TestDroppedFilesGoToThePageThatTakesThem: on another page they are opened.
func TestDroppedFilesGoToThePageThatTakesThem(t *testing.T) {
	h := opened(t, cli.Opening{Sample: true})
	h.settleProject()
	h.project.showPageOf("papers")
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(h.project.left).AddXY(30, 30)
	uris := []fyne.URI{fynestorage.NewFileURI(write(t, "a.pdf", []byte("a"))), fynestorage.NewFileURI(write(t, "b.pdf", []byte("b")))}
	h.dropped(at, uris)
	if want := words.Say("attachment.dropped_here").In(words.Zh); h.said() != want {
		t.Errorf("dropped between the rows: said %q", h.said())
	}
	h.project.showPageOf("history")
	h.notices.begin()
	h.dropped(at, uris)
	if h.said() == "" || len(h.files()) > 0 {
		t.Errorf("dropped onto another page: said %q, files %v", h.said(), h.files())
	}
}
