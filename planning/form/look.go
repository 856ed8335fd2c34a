package form

import (
	"strings"

	"github.com/xuri/excelize/v2"
)

// look is the style of a cell.
type look int

const (
	lookPlain look = iota
	lookTitle
	lookNote
	lookHead
	lookFixed // given text beside the fields
	lookSmall // a note beside them
	lookSum   // computed
	lookText  // untinted, that keeps what is typed
	// The fields.
	lookShort
	lookProse
	lookMoney
	lookWhole // money without a fraction of 万元
	lookFen   // money to the 分
	lookNumber
	lookInteger
	lookDay
	looks
)

// The colours: ink on calm paper, the cells to be filled in tinted.
const (
	inkColour   = "1F2A33"
	faintColour = "6B7780"
	headColour  = "1F5F6B"
	tintColour  = "FFF9E6"
	greyColour  = "F1F4F5"
	sumColour   = "E4EFF0"
	lineColour  = "D5DADD"
)

// numberFormats show numbers as far as they go. Text cells keep what is typed:
// 00123 stays 00123.
var numberFormats = map[look]string{
	lookShort: "@", lookText: "@", lookMoney: "#,##0.00", lookWhole: "#,##0", lookFen: "#,##0.000000", lookDay: "yyyy-mm-dd",
	lookSum: `#,##0.00;-#,##0.00;;@`, lookInteger: "0",
}

// styles makes the styles of a workbook, by look; where side says something, all
// stand there.
func styles(f *excelize.File, side string) (ids [looks]int, err error) {
	for l := range looks {
		s := styleOf(l)
		if side != "" {
			s.Alignment.Horizontal = side
		}
		if ids[l], err = f.NewStyle(s); err != nil {
			return ids, err
		}
	}
	return ids, nil
}

func styleOf(l look) *excelize.Style {
	s := &excelize.Style{
		Font:      &excelize.Font{Family: "Microsoft YaHei", Size: 10, Color: inkColour},
		Alignment: &excelize.Alignment{Vertical: "center", WrapText: true},
	}
	if code, ok := numberFormats[l]; ok {
		s.CustomNumFmt = &code
	}
	switch l {
	case lookPlain, lookText:
	case lookTitle:
		s.Font.Size, s.Font.Bold, s.Font.Color, s.Alignment.WrapText = 16, true, headColour, false
	case lookNote:
		s.Font.Color, s.Alignment.Vertical = faintColour, "top"
	case lookHead:
		s.Font.Bold, s.Font.Color, s.Alignment.Horizontal = true, "FFFFFF", "center"
		boxed(s, headColour)
	case lookFixed:
		boxed(s, greyColour)
	case lookSmall:
		s.Font.Color, s.Font.Size = faintColour, 9
		boxed(s, greyColour)
	case lookSum:
		s.Font.Bold, s.Alignment.WrapText = true, false
		boxed(s, sumColour)
	case lookProse:
		s.Alignment.Vertical = "top"
		boxed(s, tintColour)
	case lookDay, lookInteger:
		s.Alignment.Horizontal = "center"
		boxed(s, tintColour)
	case lookMoney, lookWhole, lookFen, lookNumber:
		s.Alignment.WrapText = false
		boxed(s, tintColour)
	default:
		boxed(s, tintColour)
	}
	return s
}

func boxed(s *excelize.Style, colour string) {
	s.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}}
	for _, side := range []string{"left", "right", "top", "bottom"} {
		s.Border = append(s.Border, excelize.Border{Type: side, Color: lineColour, Style: 1})
	}
}

// height is that of a row which shows a text in a column so wide, 0 for the usual
// one: not every program makes room by itself for lines that are broken.
func height(v any, width float64) float64 {
	const line, most = 15, 400
	s, ok := v.(string)
	if !ok || len(s) <= int(width)/2 && !strings.Contains(s, "\n") {
		return 0
	}
	lines := 0
	for paragraph := range strings.SplitSeq(s, "\n") {
		lines += 1 + max(columns(paragraph)-1, 0)/max(int(width)-2, 1)
	}
	if lines < 2 {
		return 0
	}
	return min(float64(lines*line+4), most)
}

// columns is how wide a text is, in digits.
func columns(s string) (n int) {
	for _, r := range s {
		n++
		if r > 0x2E7F {
			n++
		}
	}
	return n
}
