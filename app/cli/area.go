package cli

import (
	"strings"

	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/geo/area"
	"zhenjie/geo/boundary"
	"zhenjie/geo/topology"
	"zhenjie/planning"
)

// areaCmd prints the areas of every polygon feature of boundary files.
type areaCmd struct {
	Files  []string `arg:"" name:"file"`
	From   string   `placeholder:"CRS" help:"cli.help.from"`
	Read   reading  `embed:""`
	Method string   `enum:"all,survey,geodesic,plane" default:"all" placeholder:"all|survey|geodesic|plane" help:"cli.help.method"`
	Sigma  float64  `default:"0.5" placeholder:"M" help:"cli.help.sigma"`
}

// measured is one feature with everything area prints of it.
type measured struct {
	boundary.Located
	file     string
	repair   bool // was asked for
	areas    area.Measures
	problems []topology.Problem
}

// line is what is left of a feature once it has been measured and written out,
// so that the order of the file can be kept without keeping its points.
type line struct {
	text    []byte
	survey  geo.Area
	polygon bool
	invalid bool
}

func (c *areaCmd) run(s *session) (short bool, err error) {
	if _, err := withSigma(planning.Plan{}, &c.Sigma); err != nil {
		return false, err
	}
	o, err := c.Read.options(c.From)
	if err != nil {
		return false, err
	}
	var failed error
	for _, file := range c.Files {
		fell, err := c.file(s, file, o)
		short = short || fell
		switch {
		case err == nil:
		case s.Err() != nil || readerGone(err):
			if failed != nil {
				s.complain(failed)
			}
			return short, err
		default:
			// One bad file must not hide the others' areas.
			if failed != nil {
				s.complain(failed)
			}
			failed = geo.InFile(err, file)
		}
	}
	return short, failed
}

func (c *areaCmd) file(s *session, file string, o boundary.Options) (short bool, err error) {
	methods := areaMethods[c.Method]
	measure := func(l boundary.Located) line {
		m := measured{Located: l, file: file, repair: c.Read.Repair, areas: noAreas}
		if shape := l.Feature.Shape; !shape.IsEmpty() {
			m.areas, m.problems = area.Of(shape, methods, c.Sigma), topology.Check(shape)
		}
		return m.line(s)
	}
	var total geo.Area
	summary, err := boundary.Each(s, file, o, measure, func(l line) error {
		short = short || l.invalid
		if l.polygon {
			total += l.survey // unknown as soon as one of them is
		}
		_, err := s.out.Write(l.text)
		return err
	})
	if err != nil {
		return short, err
	}
	return short, s.areaSummary(file, methods, summary, total)
}

// noAreas are those of a point or a line.
var noAreas = area.Measures{Survey: geo.Unknown, Geodesic: geo.Unknown, Plane: geo.Unknown, Sigma: geo.Unknown}

var areaMethods = map[string]area.Methods{
	"all": area.All, "survey": area.Survey, "geodesic": area.Geodesic, "plane": area.Plane,
}

func (m measured) line(s *session) line {
	l := line{
		survey:  m.areas.Survey,
		polygon: !m.Feature.Shape.IsEmpty(),
		invalid: !topology.Valid(m.problems),
	}
	switch {
	case s.json:
		l.text = m.appendJSON(nil, s.lang)
	case l.polygon:
		l.text = []byte(m.text(s))
	}
	return l
}

// text is a feature as a person reads it: a row for each area, then what is
// wrong with the outline.
func (m measured) text(s *session) string {
	var b strings.Builder
	f := m.Feature
	b.WriteString(s.say(words.Say("cli.area.feature", "n", f.Index+1, "name", f.Name,
		"vertices", f.Shape.Vertices(), "parts", f.Shape.Parts(), "holes", f.Shape.Holes(),
		"crs", m.System.String(), "source", words.Say(words.ID("cli.crs."+string(m.Source))))))
	b.WriteByte('\n')
	b.WriteString(grid(m.rows(s)))
	for _, c := range m.Changes {
		b.WriteString("  ~ " + s.say(c.Text) + "\n")
	}
	for _, p := range m.problems {
		b.WriteString("  ! " + s.say(p.Text) + "\n")
	}
	if !topology.Valid(m.problems) {
		b.WriteString("  ! " + s.say(words.Say("cli.area.unreliable")) + "\n")
	}
	b.WriteByte('\n')
	return b.String()
}

func (m measured) rows(s *session) [][]string {
	var rows [][]string
	add := func(id words.ID, a, against geo.Area, crs string) {
		if !a.Known() {
			return
		}
		row := []string{"  " + s.say(words.Say(id, "crs", crs))}
		for _, u := range []geo.Unit{geo.UnitM2, geo.UnitKm2, geo.UnitHa, geo.UnitMu} {
			row = append(row, s.say(a.Text(u)))
		}
		rows = append(rows, append(row, m.uncertainty(s, a, against)))
	}
	a := m.areas
	add("cli.area.survey", a.Survey, a.Survey, "")
	add("cli.area.geodesic", a.Geodesic, a.Survey, "")
	add("cli.area.plane", a.Plane, a.Survey, a.PlaneCRS.String())
	return rows
}

// uncertainty is what follows an area: its standard error, and for the areas
// beside the number of record their difference from it.
func (m measured) uncertainty(s *session, a, against geo.Area) string {
	var parts []string
	if m.areas.Sigma.Known() {
		parts = append(parts, "± "+s.say(m.areas.Sigma.Text(geo.UnitM2)))
	}
	if a != against && against.Known() && against != 0 {
		parts = append(parts, geo.Signed(float64((a-against)/against)*1e6, 2)+" ppm")
	}
	return strings.Join(parts, "  ")
}

func (s *session) areaSummary(file string, methods area.Methods, sum boundary.Summary, total geo.Area) error {
	if methods&area.Survey == 0 {
		total = geo.Unknown
	}
	if s.json {
		_, err := s.out.Write(appendSummary(nil, file, sum, total, s.lang))
		return err
	}
	text := words.Say("cli.area.total", "file", file, "n", sum.Features, "area", total.Text(geo.UnitKm2), "mu", total.Text(geo.UnitMu))
	if _, err := s.out.WriteString(s.say(text) + "\n"); err != nil {
		return err
	}
	for _, w := range sum.Warnings {
		if _, err := s.out.WriteString("  " + s.say(w) + "\n"); err != nil {
			return err
		}
	}
	return nil
}
