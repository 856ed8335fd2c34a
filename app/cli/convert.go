package cli

import (
	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/geo/boundary"
	"zhenjie/geo/convert"
	"zhenjie/storage"
)

// convertCmd takes a boundary file to another format and coordinate system.
type convertCmd struct {
	In    string `arg:"" name:"in"`
	Out   string `arg:"" name:"out"`
	From  string `placeholder:"CRS" help:"cli.help.from"`
	To    string `placeholder:"CRS" help:"cli.help.to"`
	Layer string `placeholder:"NAME" help:"cli.help.layer"`
	Shift string `placeholder:"DX,DY,DZ[,RX,RY,RZ,S]" help:"cli.help.shift"`
	Force bool   `help:"cli.help.force"`
}

func (c *convertCmd) run(s *session) (short bool, err error) {
	shift, err := shiftOf(c.Shift)
	if err != nil {
		return false, err
	}
	if storage.IsProject(c.Out) {
		return false, geo.InFile(geo.BadInput(geo.At{}, "convert.project"), c.Out)
	}
	bar := s.meter()
	sum, err := convert.File(s, c.In, c.Out, convert.Options{
		Options: boundary.Options{From: c.From, Shift: shift, Layer: c.Layer, Progress: bar.show}, To: c.To, Replace: c.Force,
	})
	bar.clear()
	if err != nil {
		return false, geo.InFile(err, c.In)
	}
	return false, c.tell(s, sum)
}

// convertedLine is a converted file as --json prints it; docs/cli.md describes it.
type convertedLine struct {
	File     string   `json:"file"`
	Out      string   `json:"out"`
	Format   string   `json:"format"`
	Features int      `json:"features"`
	From     string   `json:"from"`
	To       string   `json:"to"`
	Warnings []string `json:"warnings"`
	Lost     []string `json:"lost"`
}

func (c *convertCmd) tell(s *session, sum convert.Summary) error {
	if s.json {
		return s.encode(convertedLine{
			File: c.In, Out: c.Out, Format: sum.Format, Features: sum.Read.Features, From: sum.From.String(), To: sum.To.String(),
			Warnings: s.sayAll(sum.Read.Warnings), Lost: s.sayAll(sum.Lost),
		})
	}
	for _, t := range sum.Read.Warnings {
		s.out.WriteString("  " + s.say(t) + "\n") // an error is kept and reported by Flush
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
