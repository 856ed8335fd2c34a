package cli

import (
	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/geo/convert"
	"zhenjie/storage"
)

// convertCmd takes a boundary file to another format and coordinate system.
type convertCmd struct {
	In    string  `arg:"" name:"in"`
	Out   string  `arg:"" name:"out"`
	From  string  `placeholder:"CRS" help:"cli.help.from"`
	To    string  `placeholder:"CRS" help:"cli.help.to"`
	Read  reading `embed:""`
	Force bool    `help:"cli.help.force"`
}

func (c *convertCmd) run(s *session) (short bool, err error) {
	o, err := c.Read.options(c.From)
	if err != nil {
		return false, err
	}
	if storage.IsProject(c.Out) {
		return false, geo.InFile(geo.BadInput(geo.At{}, "convert.project"), c.Out)
	}
	bar := s.meter()
	o.Progress = bar.show
	sum, err := convert.File(s, c.In, c.Out, convert.Options{Options: o, To: c.To, Replace: c.Force})
	bar.clear()
	if err != nil {
		return false, geo.InFile(err, c.In)
	}
	for _, r := range sum.Repaired {
		short = short || leftAlone(r.Changes)
	}
	return short, c.tell(s, sum)
}

// convertedLine is a converted file as --json prints it; docs/cli.md describes it.
type convertedLine struct {
	File     string       `json:"file"`
	Out      string       `json:"out"`
	Format   string       `json:"format"`
	Features int          `json:"features"`
	Points   int          `json:"points"`
	From     string       `json:"from"`
	To       string       `json:"to"`
	Warnings []string     `json:"warnings"`
	Lost     []string     `json:"lost"`
	Repairs  []repairLine `json:"repairs"`
}

// repairLine is a change of a repair, in the coordinates of the file read.
type repairLine struct {
	Feature int      `json:"feature"`
	Name    string   `json:"name"`
	Kind    string   `json:"kind"`
	X       float64  `json:"x"`
	Y       float64  `json:"y"`
	Part    int      `json:"part"`
	Ring    int      `json:"ring"`
	AreaM2  *float64 `json:"area_m2"`
	Message string   `json:"message"`
}

func (s *session) repairLines(all []convert.Repaired) []repairLine {
	lines := []repairLine{}
	for _, r := range all {
		for _, c := range r.Changes {
			l := repairLine{
				Feature: r.Index, Name: r.Name, Kind: string(c.Kind), X: c.At.X(), Y: c.At.Y(), Part: c.Part, Ring: c.Ring, Message: s.say(c.Text),
			}
			if m2 := c.Area.M2(); c.Area.Known() {
				l.AreaM2 = &m2
			}
			lines = append(lines, l)
		}
	}
	return lines
}

func (c *convertCmd) tell(s *session, sum convert.Summary) error {
	if s.json {
		return s.encode(convertedLine{
			File: c.In, Out: c.Out, Format: sum.Format, Features: sum.Read.Features, Points: sum.Points, From: sum.From.String(), To: sum.To.String(),
			Warnings: s.sayAll(sum.Read.Warnings), Lost: s.sayAll(sum.Lost), Repairs: s.repairLines(sum.Repaired),
		})
	}
	for _, t := range sum.Read.Warnings {
		s.out.WriteString("  " + s.say(t) + "\n") // an error is kept and reported by Flush
	}
	for _, r := range sum.Repaired {
		for _, t := range changesOf(r.Index, r.Changes) {
			s.out.WriteString("  " + s.say(t) + "\n")
		}
	}
	for _, t := range sum.Lost {
		s.out.WriteString("  " + s.say(words.Say("cli.convert.lost", "what", t)) + "\n")
	}
	systems := words.Say("cli.convert.none")
	switch {
	case sum.From != sum.To:
		systems = words.Say("cli.convert.moved", "from", sum.From.String(), "to", sum.To.String())
	case !sum.To.IsZero():
		systems = words.Raw(sum.To.String())
	}
	if sum.Points > 0 {
		_, err := s.out.WriteString(s.say(words.Say("cli.convert.points", "file", c.Out, "format", sum.Format, "n", sum.Points, "crs", systems)) + "\n")
		return err
	}
	done := words.Say("cli.convert.done", "file", c.Out, "format", sum.Format, "n", sum.Read.Features, "crs", systems)
	_, err := s.out.WriteString(s.say(done) + "\n")
	return err
}

// sayAll speaks texts for JSON, which has lists even of none.
func (s *session) sayAll(all []words.Text) []string {
	said := make([]string, len(all))
	for i, t := range all {
		said[i] = s.say(t)
	}
	return said
}
