package cli

import (
	"bytes"
	"encoding/json"
	"strconv"
	"strings"
	"unicode/utf8"

	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/geo/boundary"
	"zhenjie/geo/topology"
)

// The lines of area are appended by hand: ten thousand towns a second leave no
// room for reflection. Their keys are described in docs/cli.md.

func (m measured) appendJSON(b []byte, lang words.Lang) []byte {
	f := m.Feature
	b = append(b, `{"file":`...)
	b = appendString(b, m.file)
	b = append(b, `,"feature":`...)
	b = strconv.AppendInt(b, int64(f.Index), 10)
	b = append(b, `,"id":`...)
	b = appendString(b, f.ID)
	b = append(b, `,"name":`...)
	b = appendString(b, f.Name)
	b = append(b, `,"geometry":`...)
	b = appendString(b, f.Kind)
	b = append(b, `,"crs":`...)
	b = appendString(b, m.System.String())
	b = append(b, `,"crs_source":`...)
	b = appendString(b, string(m.Source))
	b = append(b, `,"vertices":`...)
	b = strconv.AppendInt(b, int64(f.Shape.Vertices()), 10)
	b = append(b, `,"parts":`...)
	b = strconv.AppendInt(b, int64(f.Shape.Parts()), 10)
	b = append(b, `,"holes":`...)
	b = strconv.AppendInt(b, int64(f.Shape.Holes()), 10)
	b = append(b, `,"valid":`...)
	b = strconv.AppendBool(b, topology.Valid(m.problems))
	b = append(b, `,"problems":[`...)
	for i, p := range m.problems {
		if i > 0 {
			b = append(b, ',')
		}
		b = appendProblem(b, p, lang)
	}
	b = append(b, ']')
	if m.repair {
		b = appendChanges(b, m.Changes, lang)
	}
	b = append(b, `,"area_m2":{"survey":`...)
	b = appendArea(b, m.areas.Survey, 2)
	b = append(b, `,"geodesic":`...)
	b = appendArea(b, m.areas.Geodesic, 6)
	b = append(b, `,"plane":`...)
	b = appendArea(b, m.areas.Plane, 6)
	b = append(b, `},"plane_crs":`...)
	if m.areas.Plane.Known() {
		b = appendString(b, m.areas.PlaneCRS.String())
	} else {
		b = append(b, "null"...)
	}
	b = append(b, `,"sigma_m2":`...)
	b = appendArea(b, m.areas.Sigma, 2)
	b = append(b, `,"bbox":`...)
	b = m.appendBox(b)
	return append(b, "}\n"...)
}

func appendProblem(b []byte, p topology.Problem, lang words.Lang) []byte {
	b = append(b, `{"kind":`...)
	b = appendString(b, string(p.Kind))
	b = append(b, `,"lon":`...)
	b = appendFloat(b, p.At.X(), 9)
	b = append(b, `,"lat":`...)
	b = appendFloat(b, p.At.Y(), 9)
	b = append(b, `,"part":`...)
	b = strconv.AppendInt(b, int64(p.Part), 10)
	b = append(b, `,"ring":`...)
	b = strconv.AppendInt(b, int64(p.Ring), 10)
	b = append(b, `,"message":`...)
	b = appendString(b, p.Text.In(lang))
	return append(b, '}')
}

func appendChanges(b []byte, all []topology.Change, lang words.Lang) []byte {
	b = append(b, `,"repairs":[`...)
	for i, c := range all {
		if i > 0 {
			b = append(b, ',')
		}
		b = appendChange(b, c, lang)
	}
	return append(b, ']')
}

func appendChange(b []byte, c topology.Change, lang words.Lang) []byte {
	b = append(b, `{"kind":`...)
	b = appendString(b, string(c.Kind))
	b = append(b, `,"lon":`...)
	b = appendFloat(b, c.At.X(), 9)
	b = append(b, `,"lat":`...)
	b = appendFloat(b, c.At.Y(), 9)
	b = append(b, `,"part":`...)
	b = strconv.AppendInt(b, int64(c.Part), 10)
	b = append(b, `,"ring":`...)
	b = strconv.AppendInt(b, int64(c.Ring), 10)
	b = append(b, `,"area_m2":`...)
	b = appendArea(b, c.Area, 2)
	b = append(b, `,"message":`...)
	b = appendString(b, c.Text.In(lang))
	return append(b, '}')
}

func appendSummary(b []byte, file string, sum boundary.Summary, total geo.Area, lang words.Lang) []byte {
	b = append(b, `{"file":`...)
	b = appendString(b, file)
	b = append(b, `,"summary":true,"features":`...)
	b = strconv.AppendInt(b, int64(sum.Features), 10)
	b = append(b, `,"survey_m2":`...)
	b = appendArea(b, total, 2)
	b = append(b, `,"warnings":[`...)
	for i, w := range sum.Warnings {
		if i > 0 {
			b = append(b, ',')
		}
		b = appendString(b, w.In(lang))
	}
	return append(b, "]}\n"...)
}

func (m measured) appendBox(b []byte) []byte {
	if m.Feature.Shape.Vertices() == 0 {
		return append(b, "null"...)
	}
	for i, x := range []float64{m.Box.Min.X(), m.Box.Min.Y(), m.Box.Max.X(), m.Box.Max.Y()} {
		b = append(b, "[,,,"[i])
		b = appendFloat(b, x, 9)
	}
	return append(b, ']')
}

func appendArea(b []byte, a geo.Area, places int) []byte { return appendFloat(b, a.M2(), places) }

// appendFloat writes x with places > 0 decimals at the most; JSON has no word for
// what is not a number.
func appendFloat(b []byte, x float64, places int) []byte {
	if x-x != 0 {
		return append(b, "null"...)
	}
	b = strconv.AppendFloat(b, x, 'f', places, 64)
	return bytes.TrimSuffix(bytes.TrimRight(b, "0"), []byte("."))
}

// appendString quotes s. Most strings need no escape and are copied; the rest
// go through encoding/json, which also mends what is not UTF-8.
func appendString(b []byte, s string) []byte {
	if strings.ContainsFunc(s, func(r rune) bool { return r < ' ' || r == '"' || r == '\\' || r == utf8.RuneError }) {
		quoted, err := json.Marshal(s)
		if err != nil { // a string always has a JSON form
			return append(b, `""`...)
		}
		return append(b, quoted...)
	}
	b = append(b, '"')
	b = append(b, s...)
	return append(b, '"')
}
