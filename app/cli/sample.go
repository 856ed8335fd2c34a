package cli

import (
	"os"
	"path/filepath"

	"zhenjie/app/workspace"
	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/planning/check"
)

// sampleCmd does with the made-up town what the window would: project file,
// checks, summary.
type sampleCmd struct {
	Dir   string `arg:"" name:"dir"`
	Force bool   `help:"cli.help.force"`
}

// The files it writes.
const (
	sampleProject = "sample.gpkg"
	sampleSummary = "summary.txt"
)

func (c *sampleCmd) run(s *session) (short bool, err error) {
	project, summary := filepath.Join(c.Dir, sampleProject), filepath.Join(c.Dir, sampleSummary)
	if err := c.ready(project, summary); err != nil {
		return false, err
	}
	v, err := c.make(project)
	if err != nil {
		return false, err
	}
	text := s.report(v, nil)
	if err := geo.WriteFile(summary, []byte(text)); err != nil {
		return false, err
	}
	short = !check.Holds(v.Findings)
	if s.json {
		return short, s.findingLines(project, v)
	}
	text += s.say(words.Say("cli.sample.done", "project", project, "summary", summary)) + "\n"
	_, err = s.out.WriteString(text)
	return short, err
}

// ready makes the folder, and refuses to go on over files that are there unless
// the user says otherwise.
func (c *sampleCmd) ready(paths ...string) error {
	if err := os.MkdirAll(c.Dir, 0o777); err != nil {
		return geo.InFile(geo.WriteFault(err), c.Dir)
	}
	for _, path := range paths {
		if _, err := os.Lstat(path); err == nil && !c.Force {
			return geo.InFile(geo.BadInput(geo.At{}, "cli.exists"), path)
		}
	}
	return nil
}

// make writes the project and returns what there is to say of it.
func (c *sampleCmd) make(project string) (v workspace.View, err error) {
	p, err := workspace.SamplePlan()
	if err != nil {
		return v, err
	}
	create := workspace.Create
	if c.Force {
		create = workspace.Replace
	}
	w, err := create(project, words.Say("workspace.sample"), p, workspace.Books{})
	if err != nil {
		return v, err
	}
	return w.State().View, w.Close()
}
