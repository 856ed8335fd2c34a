package cli

import (
	"strings"

	"zhenjie/app/workspace"
	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/planning"
	"zhenjie/planning/edit"
)

// newCmd makes a project file without the window.
type newCmd struct {
	Out    string   `arg:"" name:"out.gpkg"`
	Extent string   `placeholder:"FILE" help:"cli.help.extent"`
	Core   string   `placeholder:"FILE" help:"cli.help.core"`
	From   []string `sep:"none" placeholder:"CRS|TABLE.xlsx" help:"form.help.from"`
	Read   reading  `embed:""`
	Name   string   `placeholder:"TEXT" help:"cli.help.name"`
	Rules  string   `placeholder:"ID" help:"cli.help.rules_id"`
}

func (c *newCmd) run(s *session) (short bool, err error) {
	if !strings.HasSuffix(strings.ToLower(c.Out), ".gpkg") {
		return false, geo.InFile(geo.BadInput(geo.At{}, "cli.new.extension"), c.Out)
	}
	books := s.books()
	p, notes, err := c.plan(s, books)
	if err != nil {
		return false, err
	}
	complete := true
	if _, table, _ := c.sources(); table != "" {
		var more []words.Text
		if p, more, err = c.fill(s, p, table, books); err != nil {
			return false, err
		}
		notes, complete = append(notes, more...), len(more) == 0
	}
	w, err := workspace.Create(c.Out, words.Say("workspace.created"), p, books)
	if err != nil {
		return false, err
	}
	facts := w.State().Facts
	if err := w.Close(); err != nil {
		return false, err
	}
	return !facts.Valid() || !complete, c.tell(s, append(notes, problems(facts)...), facts.Valid())
}

// madeLine is a new project as --json prints it; docs/cli.md describes it.
type madeLine struct {
	File     string   `json:"file"`
	Valid    bool     `json:"valid"`
	Warnings []string `json:"warnings"`
}

func (c *newCmd) tell(s *session, notes []words.Text, valid bool) error {
	if s.json {
		l := madeLine{File: c.Out, Valid: valid, Warnings: []string{}}
		for _, n := range notes {
			l.Warnings = append(l.Warnings, s.say(n))
		}
		return s.encode(l)
	}
	for _, n := range notes {
		s.out.WriteString("  " + s.say(n) + "\n") // an error is kept and reported by Flush
	}
	_, err := s.out.WriteString(s.say(words.Say("cli.new.done", "file", c.Out)) + "\n")
	return err
}

// sources tells the values of --from apart: a coordinate system, and a form.
func (c *newCmd) sources() (system, table string, err error) {
	for _, v := range c.From {
		to := &system
		if isTable(v) {
			to = &table
		}
		if *to != "" {
			return "", "", geo.BadInput(geo.At{}, "form.from_twice", "what", v)
		}
		*to = v
	}
	return system, table, nil
}

// fill takes a form into the new plan; notes are what could not be taken. What
// --name says stands above the form.
func (c *newCmd) fill(s *session, p planning.Plan, table string, books workspace.Books) (planning.Plan, []words.Text, error) {
	f, err := s.filling(p, table, books)
	if err != nil {
		return p, nil, err
	}
	var notes []words.Text
	for _, problem := range f.problems {
		notes = append(notes, problem.Say())
	}
	for _, r := range f.refused {
		notes = append(notes, r.Say())
	}
	if len(f.take.Take) > 0 {
		p = f.take.Apply(p)
	}
	if c.Name != "" {
		p, err = apply(edit.SetText{Field: edit.TownName, To: c.Name}, p)
	}
	return p, notes, err
}

func (c *newCmd) plan(s *session, books workspace.Books) (p planning.Plan, notes []words.Text, err error) {
	from, _, err := c.sources()
	if err != nil {
		return p, nil, err
	}
	o, err := c.Read.options(from)
	switch {
	case err != nil:
	case c.Extent != "":
		p, notes, err = boundaryPlan(s, c.Extent, c.Core, o)
	case c.Core != "":
		err = geo.BadInput(geo.At{}, "cli.new.core_alone")
	case from != "":
		err = geo.BadInput(geo.At{}, "cli.new.from_alone")
	case c.Read.given():
		err = geo.BadInput(geo.At{}, "cli.new.reading_alone")
	}
	if err != nil {
		return p, nil, err
	}
	if c.Rules != "" {
		if p.Settings.Rulebook, err = c.rulebook(books); err != nil {
			return p, nil, err
		}
	}
	p, err = apply(edit.SetText{Field: edit.TownName, To: c.Name}, p)
	return p, notes, err
}

// rulebook is the id of the rulebook asked for. A project keeps the id alone, so
// that a file which lies anywhere would be forgotten.
func (c *newCmd) rulebook(books workspace.Books) (id string, err error) {
	if book, ok := books.Find(c.Rules); ok {
		return book.ID, nil
	}
	_, book, err := books.Choose(c.Rules)
	if err != nil {
		return "", err
	}
	return "", geo.InFile(geo.BadInput(geo.At{}, "cli.new.rules_file", "folder", workspace.BookFolder(), "id", book.ID), c.Rules)
}
