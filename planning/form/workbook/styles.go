package workbook

import (
	"strconv"
	"strings"
)

// format is what the number format of a cell says of its number.
type format struct{ percent, date bool }

// readStyles reads the number formats of the styles of cells.
func (b *Book) readStyles(part string) error {
	var file struct {
		Own []struct {
			ID   int    `xml:"numFmtId,attr"`
			Code string `xml:"formatCode,attr"`
		} `xml:"numFmts>numFmt"`
		Styles []struct {
			Format int `xml:"numFmtId,attr"`
		} `xml:"cellXfs>xf"`
	}
	if err := b.decode(part, &file); err != nil {
		return err
	}
	own := map[int]format{}
	for _, f := range file.Own {
		own[f.ID] = formatOf(f.Code)
	}
	for _, s := range file.Styles {
		f, ok := own[s.Format]
		if !ok {
			f = builtin(s.Format)
		}
		b.formats = append(b.formats, f)
	}
	return nil
}

// builtin are the formats that files name by number alone (ECMA-376 part 1,
// 18.8.30, with those of the Chinese and Japanese editions).
func builtin(id int) format {
	switch {
	case id == 9 || id == 10:
		return format{percent: true}
	case id >= 14 && id <= 22, id >= 27 && id <= 36, id >= 45 && id <= 47, id >= 50 && id <= 58:
		return format{date: true}
	}
	return format{}
}

// formatOf reads the code of a format, without the texts in it.
func formatOf(code string) format {
	var bare strings.Builder
	quoted, bracket := false, false
	for i := 0; i < len(code); i++ {
		switch c := code[i]; {
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '\\' || c == '_' || c == '*':
			i++ // the next character is shown, or its width left free
		case c == '[':
			bracket = true
		case c == ']':
			bracket = false
		case !bracket:
			bare.WriteByte(c)
		}
	}
	s := strings.ToLower(bare.String())
	if strings.Contains(s, "general") {
		return format{}
	}
	return format{percent: strings.Contains(s, "%"), date: strings.ContainsAny(s, "ymdhs")}
}

func (b *Book) formatOf(style string) format {
	if style == "" {
		return format{}
	}
	i, err := strconv.Atoi(style)
	if err != nil || i < 0 || i >= len(b.formats) {
		return format{}
	}
	return b.formats[i]
}
