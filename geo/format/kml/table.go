package kml

import (
	"encoding/json"
	"html"
	"strings"

	"zhenjie/geo/feature"
)

// typed is a value of a field whose schema gives its type.
func typed(key, text, kind string) feature.Attribute {
	a := feature.Attribute{Key: key, Text: text}
	switch strings.ToLower(kind) {
	case "int", "uint", "short", "ushort", "float", "double":
		switch {
		case text == "":
			a.Kind = feature.Null
		case json.Valid([]byte(text)):
			a.Kind = feature.Number
		}
	case "bool":
		switch strings.ToLower(text) {
		case "1", "true":
			a.Kind, a.Text = feature.Bool, "true"
		case "0", "false":
			a.Kind, a.Text = feature.Bool, "false"
		case "":
			a.Kind = feature.Null
		}
	}
	return a
}

// tableOf reads the table of two columns that ArcGIS writes into a description:
// its rows of just two cells, innermost tables first of all.
func tableOf(description string) (all []feature.Attribute) {
	const mostCells = 20_000
	var cells []string
	in, seen := false, 0
	for rest := description; rest != "" && seen < mostCells; {
		text, tag, behind := nextTag(rest)
		if in && len(cells) > 0 {
			cells[len(cells)-1] += text
		}
		rest = behind
		switch tag {
		case "tr":
			cells, in = nil, false
		case "td", "th":
			cells, in = append(cells, ""), true
			seen++
		case "/td", "/th":
			in = false
		case "/tr":
			if len(cells) == 2 {
				if a, ok := pair(cells); ok {
					all = append(all, a)
				}
			}
			cells, in = nil, false
		}
	}
	return all
}

// nextTag cuts a text at its next tag, whose name is given in small letters.
func nextTag(s string) (text, tag, rest string) {
	text, after, ok := strings.Cut(s, "<")
	if !ok {
		return s, "", ""
	}
	inner, rest, _ := strings.Cut(after, ">")
	name := strings.ToLower(inner)
	if i := strings.IndexAny(name, " \t\r\n"); i >= 0 {
		name = name[:i]
	}
	if name == "null" { // ArcGIS writes <Null>
		text, name = text+"<"+inner+">", ""
	}
	return text, name, rest
}

func pair(cells []string) (a feature.Attribute, ok bool) {
	a.Key = strings.TrimSpace(html.UnescapeString(cells[0]))
	a.Text = strings.TrimSpace(html.UnescapeString(cells[1]))
	if strings.EqualFold(a.Text, "<null>") {
		a.Kind, a.Text = feature.Null, ""
	}
	return a, a.Key != ""
}
