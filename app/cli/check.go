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
	File  string  `arg:""`
	Core  string  `placeholder:"FILE" help:"cli.help.core"`
	From  string  `placeholder:"CRS" help:"cli.help.from"`
	Rules string  `placeholder:"ID" help:"cli.help.rules"`
	Sigma float64 `placeholder:"M" help:"cli.help.sigma"`
}

func (c *checkCmd) run(s *session) (short bool, err error) {
	books, faults := workspace.LoadBooks(workspace.BookFolder())
	for _, f := range faults {
		s.complain(f)
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
		err = s.findingLines(c.File, v)
	} else {
		_, err = s.out.WriteString(s.report(v, notes))
	}
	return !check.Holds(v.Findings), err
}

// withSigma gives a plan the accuracy asked for on the command line; 0 asks
// for none.
func withSigma(p planning.Plan, metres float64) (planning.Plan, error) {
	if metres == 0 {
		return p, nil
	}
	set := edit.SetSigma{Metres: metres}
	if why := set.Blocked(p); !why.IsZero() {
		return p, &geo.InputError{Kind: why.ID, Text: why}
	}
	return set.Apply(p), nil
}

// plan reads the plan of a project, or makes one of boundary files, and
// returns what is to be told of them.
func (c *checkCmd) plan(s *session) (planning.Plan, []words.Text, error) {
	if !storage.IsProject(c.File) {
		return boundaryPlan(s, c.File, c.Core, c.From)
	}
	if c.Core != "" {
		return planning.Plan{}, nil, geo.InFile(geo.BadInput(geo.At{}, "cli.core_of_project"), c.File)
	}
	p, err := storage.Read(c.File)
	return p, nil, geo.InFile(err, c.File)
}

// boundaryPlan makes a plan of an extent's file and, unless "", a core's.
func boundaryPlan(s *session, extent, core, from string) (p planning.Plan, notes []words.Text, err error) {
	all, notes, err := s.candidates(extent, from)
	if err != nil {
		return p, nil, err
	}
	if core != "" {
		for i := range all { // the file is the extent's, whatever it calls its polygons
			all[i].Role = workspace.ExtentRole
		}
	}
	e, c := workspace.Roles(all)
	if core != "" {
		cores, more, err := s.candidates(core, from)
		if err != nil {
			return p, nil, err
		}
		notes = append(notes, more...)
		for i := range cores {
			cores[i].Role = workspace.CoreRole
		}
		_, c = workspace.Roles(cores)
	}
	set := edit.SetBoundary{Extent: e, Core: c, Source: filepath.Base(extent)}
	return set.Apply(p), notes, nil
}

// candidates reads the polygons of a file whose roles are beyond doubt.
func (s *session) candidates(file, from string) ([]workspace.Candidate, []words.Text, error) {
	features, sum, err := boundary.Load(s, file, boundary.Options{From: from})
	if err != nil {
		return nil, nil, err
	}
	all, sure := workspace.Candidates(features)
	switch {
	case len(all) == 0:
		return nil, nil, geo.InFile(geo.BadInput(geo.At{}, "cli.no_polygon"), file)
	case !sure:
		return nil, nil, geo.InFile(geo.BadInput(geo.At{}, "cli.which_polygon", "n", len(all), "names", someNames(all)), file)
	}
	return all, sum.Warnings, nil
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
	Limit    string   `json:"limit"`
	Unit     string   `json:"unit"`
	Source   string   `json:"source"`
	Advice   string   `json:"advice"`
}

func (s *session) findingLines(file string, v workspace.View) error {
	for _, f := range v.Findings {
		l := findingLine{
			File: file, Rulebook: v.Book.ID, Rule: f.Rule, Title: s.say(f.Title), Verdict: string(f.Verdict),
			Limit: f.Bounds, Unit: f.Number.Unit, Source: f.Source, Advice: s.say(f.Advice),
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
