package cli

import (
	"os"
	"strings"

	"zhenjie/app/workspace"
	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/planning"
	"zhenjie/storage"
)

// formCmd writes the form of a project, or a blank one.
type formCmd struct {
	Project string `arg:"" name:"project"`
	Out     string `arg:"" name:"out.xlsx"`
	Rules   string `placeholder:"ID" help:"form.help.rules"`
	Force   bool   `help:"cli.help.force"`
}

// noProject stands for no project.
const noProject = "-"

// tableExt ends the names of workbooks.
const tableExt = ".xlsx"

func isTable(path string) bool { return strings.HasSuffix(strings.ToLower(path), tableExt) }

func (c *formCmd) run(s *session) (short bool, err error) {
	if !isTable(c.Out) {
		return false, geo.InFile(geo.BadInput(geo.At{}, "form.extension"), c.Out)
	}
	if _, err := os.Lstat(c.Out); err == nil && !c.Force {
		return false, geo.InFile(geo.BadInput(geo.At{}, "cli.exists"), c.Out)
	}
	books := s.books()
	p, err := c.plan()
	if err != nil {
		return false, err
	}
	if c.Rules != "" {
		more, book, err := books.Choose(c.Rules)
		if err != nil {
			return false, err
		}
		books, p.Settings.Rulebook = more, book.ID
	}
	if err := workspace.WriteForm(c.Out, p, workspace.FormChoices(p, books), s.lang); err != nil {
		return false, err
	}
	if s.json {
		return false, s.encode(formLine{c.Out, c.Project == noProject})
	}
	_, err = s.out.WriteString(s.say(words.Say("form.written", "file", c.Out)) + "\n")
	return false, err
}

// formLine is a form that was written, as --json prints it; docs/cli.md
// describes it.
type formLine struct {
	File  string `json:"file"`
	Blank bool   `json:"blank"`
}

func (c *formCmd) plan() (planning.Plan, error) {
	if c.Project == noProject {
		return planning.Plan{}, nil
	}
	p, err := storage.Read(c.Project)
	return p, geo.InFile(err, c.Project)
}
