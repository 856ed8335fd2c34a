package typeface

import (
	"strings"

	"github.com/go-text/typesetting/segmenter"
)

// Lines breaks a text by the rules of Unicode's annex 14 into lines no wider
// than width, in em. What may not be broken but is too wide is broken anywhere.
func (f *Face) Lines(text string, width float64) []string {
	var lines []string
	var seg segmenter.Segmenter
	seg.Init([]rune(text))
	line := ""
	add := func(piece string) {
		if line != "" && f.Width(trimmed(line+piece)) > width {
			lines = append(lines, trimmed(line))
			line = ""
		}
		line += piece
	}
	for it := seg.LineIterator(); it.Next(); {
		l := it.Line()
		piece := string(l.Text)
		if f.Width(trimmed(piece)) <= width {
			add(piece)
		} else {
			for _, r := range piece {
				add(string(r))
			}
		}
		if strings.HasSuffix(piece, "\n") {
			lines = append(lines, trimmed(line))
			line = ""
		}
	}
	if trimmed(line) != "" {
		lines = append(lines, trimmed(line))
	}
	return lines
}

func trimmed(line string) string { return strings.TrimRight(line, " \t\r\n") }

// Cut shortens a text to a width in em, with … in place of what is left out.
func (f *Face) Cut(text string, width float64) string {
	if f.Width(text) <= width {
		return text
	}
	room := width - f.Glyph('…').Advance
	if room < 0 {
		return ""
	}
	used := 0.0
	for i, r := range text {
		used += f.Glyph(r).Advance
		if used > room {
			return strings.TrimRight(text[:i], " ") + "…"
		}
	}
	return text
}
