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
	Out    string `arg:"" name:"out.gpkg"`
	Extent string `placeholder:"FILE" help:"cli.help.extent"`
	Core   string `placeholder:"FILE" help:"cli.help.core"`
	From   string `placeholder:"CRS" help:"cli.help.from"`
	Name   string `placeholder:"TEXT" help:"cli.help.name"`
	Rules  string `placeholder:"ID" help:"cli.help.rules"`
}

func (c *newCmd) run(s *session) (short bool, err error) {
	if !strings.HasSuffix(strings.ToLower(c.Out), ".gpkg") {
		return false, geo.InFile(geo.BadInput(geo.At{}, "cli.new.extension"), c.Out)
	}
	books, _ := workspace.LoadBooks(workspace.BookFolder())
	p, notes, err := c.plan(s, books)
	if err != nil {
		return false, err
	}
	w, err := workspace.Create(c.Out, words.Say("workspace.created"), p, books)
	if err != nil {
		return false, err
	}
	if err := w.Close(); err != nil {
		return false, err
	}
	if s.json {
		return false, s.encode(map[string]string{"file": c.Out})
	}
	for _, n := range notes {
		s.out.WriteString("  " + s.say(n) + "\n") // an error is kept and reported by Flush
	}
	_, err = s.out.WriteString(s.say(words.Say("cli.new.done", "file", c.Out)) + "\n")
	return false, err
}

func (c *newCmd) plan(s *session, books workspace.Books) (p planning.Plan, notes []words.Text, err error) {
	switch {
	case c.Extent != "":
		p, notes, err = boundaryPlan(s, c.Extent, c.Core, c.From)
	case c.Core != "":
		err = geo.BadInput(geo.At{}, "cli.new.core_alone")
	}
	if err == nil && c.Rules != "" {
		_, book, bookErr := books.Choose(c.Rules)
		if bookErr != nil {
			return p, nil, bookErr
		}
		p.Settings.Rulebook = book.ID
	}
	if err == nil {
		p, err = apply(edit.SetText{Field: edit.TownName, To: c.Name}, p)
	}
	return p, notes, err
}
