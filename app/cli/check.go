package cli

import (
	"path/filepath"
	"strings"

	"zhenjie/app/workspace"
	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/geo/boundary"
	"zhenjie/planning"
	"zhenjie/planning/check"
	"zhenjie/planning/edit"
	"zhenjie/planning/rulebook"
	"zhenjie/storage"
)

// checkCmd holds a project or a bare boundary against a rulebook.
type checkCmd struct {
	File  string   `arg:""`
	Core  string   `placeholder:"FILE" help:"cli.help.core"`
	From  string   `placeholder:"CRS" help:"cli.help.from"`
	Read  reading  `embed:""`
	Rules string   `placeholder:"ID" help:"cli.help.rules_all"`
	Sigma *float64 `placeholder:"M" help:"cli.help.sigma"`
}

func (c *checkCmd) run(s *session) (short bool, err error) {
	books := s.books()
	if c.Rules == allRules {
		return c.runAll(s, books)
	}
	var book *rulebook.Rulebook
	if c.Rules != "" {
		if books, book, err = books.Choose(c.Rules); err != nil {
			return false, err
		}
	}
	p, notes, err := c.plan(s)
	if err != nil {
		return false, err
	}
	if book != nil {
		p.Settings.Rulebook = book.ID
	}
	if p, err = withSigma(p, c.Sigma); err != nil {
		return false, err
	}
	v := workspace.Look(p, books, workspace.View{})
	if s.json {
		s.warn(c.File, notes)
		err = s.findingLines(c.File, v)
	} else {
		_, err = s.out.WriteString(s.report(v, notes))
	}
	return !check.Holds(v.Findings), err
}

// books are the rulebooks to choose from; those that cannot be read are told of.
func (s *session) books() workspace.Books {
	books, faults := workspace.LoadBooks(workspace.BookFolder())
	for _, f := range faults {
		s.complain(f)
	}
	return books
}

// warn tells what JSON lines have no place for.
func (s *session) warn(file string, notes []words.Text) {
	for _, n := range notes {
		s.complain(&geo.InputError{File: file, Kind: n.ID, Text: n})
	}
}

// withSigma gives a plan the accuracy asked for on the command line, if one is.
func withSigma(p planning.Plan, metres *float64) (planning.Plan, error) {
	if metres == nil {
		return p, nil
	}
	return apply(edit.SetSigma{Metres: *metres}, p)
}

// apply does an edit, or says why it is blocked.
func apply(c edit.Command, p planning.Plan) (planning.Plan, error) {
	if why := c.Blocked(p); !why.IsZero() {
		return p, &geo.InputError{Kind: why.ID, Text: why}
	}
	return c.Apply(p), nil
}

// plan reads the plan of a project, or makes one of boundary files, and
// returns what is to be told of them.
func (c *checkCmd) plan(s *session) (planning.Plan, []words.Text, error) {
	if !workspace.IsProject(c.File) {
		o, err := c.Read.options(c.From)
		if err != nil {
			return planning.Plan{}, nil, err
		}
		return boundaryPlan(s, c.File, c.Core, o)
	}
	switch {
	case c.Core != "":
		return planning.Plan{}, nil, geo.InFile(geo.BadInput(geo.At{}, "cli.core_of_project"), c.File)
	case c.From != "":
		return planning.Plan{}, nil, geo.InFile(geo.BadInput(geo.At{}, "cli.from_of_project"), c.File)
	case c.Read.given():
		return planning.Plan{}, nil, geo.InFile(geo.BadInput(geo.At{}, "cli.reading_of_project"), c.File)
	}
	p, err := storage.Read(c.File)
	return p, nil, geo.InFile(err, c.File)
}

// boundaryPlan makes a plan of an extent's file and, unless "", a core's.
func boundaryPlan(s *session, extent, core string, o boundary.Options) (p planning.Plan, notes []words.Text, err error) {
	set := edit.SetBoundary{Source: filepath.Base(extent)}
	all, sure, notes, err := s.candidates(extent, o)
	if err != nil {
		return p, nil, err
	}
	if core == "" && len(all) > 1 {
		set.Extent, set.Core = workspace.Roles(all)
	} else { // whatever a single polygon calls itself
		set.Extent, sure = workspace.As(workspace.ExtentRole, all)
	}
	if !sure {
		return p, nil, geo.InFile(geo.BadInput(geo.At{}, "cli.which_polygon", "n", len(all), "names", someNames(all)), extent)
	}
	if core != "" {
		all, _, more, err := s.candidates(core, o)
		if err != nil {
			return p, nil, err
		}
		set.Core, _ = workspace.As(workspace.CoreRole, all) // of any number of parts
		notes = append(notes, more...)
	}
	p, err = apply(set, p)
	return p, notes, err
}

// candidates reads the polygons of a file, of which there must be one, and
// reports whether their roles are beyond doubt.
func (s *session) candidates(file string, o boundary.Options) (all []workspace.Candidate, sure bool, notes []words.Text, err error) {
	features, sum, err := boundary.Load(s, file, o)
	if err != nil {
		return nil, false, nil, err
	}
	all, sure = workspace.Candidates(features)
	if len(all) == 0 {
		return nil, false, nil, geo.InFile(geo.BadInput(geo.At{}, "cli.no_polygon"), file)
	}
	notes = sum.Warnings
	for _, l := range features {
		notes = append(notes, changesOf(l.Feature.Index, l.Changes)...)
	}
	return all, sure, notes, nil
}

// someNames lists the first names of the candidates.
func someNames(all []workspace.Candidate) string {
	const most = 5
	var names []string
	for _, c := range all[:min(len(all), most)] {
		names = append(names, c.Name)
	}
	if len(all) > most {
		names = append(names, "…")
	}
	return strings.Join(names, ", ")
}

// findingLine is a finding as --json prints it; docs/cli.md describes it.
type findingLine struct {
	File     string   `json:"file"`
	Rulebook string   `json:"rulebook"`
	Rule     string   `json:"rule"`
	Title    string   `json:"title"`
	Verdict  string   `json:"verdict"`
	Measured *float64 `json:"measured"`
	Sigma    *float64 `json:"sigma"`
	Valid    bool     `json:"valid"`
	Limit    string   `json:"limit"`
	Unit     string   `json:"unit"`
	Source   string   `json:"source"`
	Advice   string   `json:"advice"`
}

func (s *session) findingLines(file string, v workspace.View) error {
	if v.BookMissing != "" {
		s.warn(file, []words.Text{words.Say("rulebook.missing", "id", v.BookMissing)})
	}
	return s.columnLines(file, check.Column{Book: v.Book, Findings: v.Findings})
}

// columnLines are the findings of one rulebook.
func (s *session) columnLines(file string, c check.Column) error {
	for _, f := range c.Findings {
		l := findingLine{
			File: file, Rulebook: c.Book.ID, Rule: f.Rule, Title: s.say(f.Title), Verdict: string(f.Verdict),
			Valid: !f.Number.Invalid, Limit: f.Bounds, Unit: f.Number.Unit, Source: s.say(f.Source), Advice: s.say(f.Advice),
		}
		if f.Number.Known {
			l.Measured, l.Sigma = &f.Number.Value, &f.Number.Sigma
		}
		if err := s.encode(l); err != nil {
			return err
		}
	}
	return nil
}
