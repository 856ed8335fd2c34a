package form

import "github.com/xuri/excelize/v2"

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

// styles makes the styles of a workbook, by look.
func styles(f *excelize.File) (ids [looks]int, err error) {
	for l := range looks {
		if ids[l], err = f.NewStyle(styleOf(l)); err != nil {
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
