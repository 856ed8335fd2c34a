package cli

import (
	"strings"

	"zhenjie/app/workspace"
	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/planning"
	"zhenjie/planning/edit"
	"zhenjie/planning/form"
	"zhenjie/storage"
)

// fillCmd takes what a form says into a project.
type fillCmd struct {
	Project string `arg:"" name:"project"`
	Form    string `arg:"" name:"form.xlsx"`
	DryRun  bool   `help:"form.help.dry_run"`
}

func (c *fillCmd) run(s *session) (short bool, err error) {
	books := s.books()
	p, err := storage.Read(c.Project)
	if err != nil {
		return false, geo.InFile(err, c.Project)
	}
	f, err := s.filling(p, c.Form, books)
	if err != nil {
		return false, err
	}
	if !c.DryRun && len(f.take.Take) > 0 {
		if err := c.do(f.take, books); err != nil {
			return false, err
		}
	}
	return f.short(), s.tellFilling(c.Form, f, c.DryRun)
}

// do takes it into the project.
func (c *fillCmd) do(take edit.TakeForm, books workspace.Books) error {
	w, err := workspace.Open(c.Project, books)
	if err != nil {
		return err
	}
	if err := w.Do(take); err != nil {
		_ = w.Close() // the first fault is the one to tell
		return geo.InFile(err, c.Project)
	}
	return w.Close()
}

// filling is a form that was read and compared with a plan.
type filling struct {
	problems []form.Problem
	all      []form.Difference
	take     edit.TakeForm // what can be taken
	refused  []edit.Refusal
}

// short reports that some of the form is not taken.
func (f filling) short() bool { return len(f.problems)+len(f.refused) > 0 }

// filling reads a form for a plan.
func (s *session) filling(p planning.Plan, path string, books workspace.Books) (filling, error) {
	read, err := workspace.ReadForm(s, path, workspace.FormChoices(p, books), nil)
	if err != nil {
		return filling{}, err
	}
	f := filling{problems: read.Problems, all: form.Compare(p, read)}
	f.take, f.refused = edit.TakeForm{From: p, Take: f.all}.Possible()
	return f, nil
}

// fillLine is a line of fill as --json prints it; docs/cli.md describes it.
type fillLine struct {
	File    string `json:"file"`
	Kind    string `json:"kind"`
	Sheet   string `json:"sheet"`
	Cell    string `json:"cell"`
	Row     string `json:"row"`
	Field   string `json:"field"`
	Title   string `json:"title"`
	Old     string `json:"old"`
	New     string `json:"new"`
	Message string `json:"message"`
}

// fillSummary is the last line of fill.
type fillSummary struct {
	File     string `json:"file"`
	Summary  bool   `json:"summary"`
	Changes  int    `json:"changes"`
	Refused  int    `json:"refused"`
	Problems int    `json:"problems"`
	Taken    bool   `json:"taken"`
}

// kinds are the names of differences.
var kinds = map[form.Kind]string{form.Changed: "changed", form.Added: "added", form.Removed: "removed"}

func (s *session) tellFilling(file string, f filling, dry bool) error {
	if s.json {
		return s.fillLines(file, f, dry)
	}
	var b strings.Builder
	for _, p := range f.problems {
		b.WriteString("! " + s.say(p.Say()) + "\n")
	}
	for _, r := range f.refused {
		b.WriteString("✗ " + s.say(r.Say()) + "\n")
	}
	rows := make([][]string, len(f.take.Take))
	for i, d := range f.take.Take {
		rows[i] = []string{s.say(d.Sheet.Title()), s.brief(d.Where, 24), s.say(d.What()), s.brief(d.Change(), 80)}
	}
	b.WriteString(grid(rows))
	said := words.Say("form.taken", "n", len(f.take.Take))
	switch {
	case dry:
		said = words.Say("form.would_take", "n", len(f.take.Take))
	case len(f.take.Take) == 0:
		said = words.Say("form.no_difference")
	}
	b.WriteString(s.say(said) + "\n")
	_, err := s.out.WriteString(b.String())
	return err
}

// brief is a text on one line, of so many characters at the most.
func (s *session) brief(t words.Text, most int) string {
	text := strings.Join(strings.Fields(s.say(t)), " ")
	if r := []rune(text); len(r) > most {
		return string(r[:most]) + "…"
	}
	return text
}

func (s *session) fillLines(file string, f filling, dry bool) error {
	for _, p := range f.problems {
		if err := s.encode(fillLine{File: file, Kind: "problem", Sheet: p.Sheet, Cell: p.Cell, Message: s.say(p.What)}); err != nil {
			return err
		}
	}
	for _, r := range f.refused {
		l := s.fillLine(file, r.Difference)
		l.Kind, l.Message = "refused", s.say(r.Why)
		if err := s.encode(l); err != nil {
			return err
		}
	}
	for _, d := range f.take.Take {
		if err := s.encode(s.fillLine(file, d)); err != nil {
			return err
		}
	}
	return s.encode(fillSummary{
		File: file, Summary: true, Changes: len(f.take.Take), Refused: len(f.refused), Problems: len(f.problems),
		Taken: !dry && len(f.take.Take) > 0,
	})
}

func (s *session) fillLine(file string, d form.Difference) fillLine {
	return fillLine{
		File: file, Kind: kinds[d.Kind], Sheet: string(d.Sheet), Cell: d.Cell, Row: s.say(d.Where), Field: d.Key(),
		Title: s.say(d.What()), Old: s.say(d.Old), New: s.say(d.New),
	}
}
