package table

import (
	"strings"

	"zhenjie/assets/words"
	"zhenjie/geo/feature"
)

// Losses says what CSV will not keep of features.
func Losses(features []feature.Feature) []words.Text {
	all := LossesXLSX(features)
	for _, f := range features {
		if f.Layer != "" {
			return append(all, words.Say("table.loss.layers"))
		}
	}
	return all
}

// LossesXLSX says what a workbook will not keep of features.
func LossesXLSX(features []feature.Feature) (all []words.Text) {
	ids := idsOf(features)
	crs, numbered := false, false
	for i, f := range features {
		crs = crs || f.CRS != ""
		numbered = numbered || f.ID != "" && ids[i] != strings.TrimSpace(f.ID)
	}
	if crs {
		all = append(all, words.Say("table.loss.crs"))
	}
	if numbered {
		all = append(all, words.Say("table.loss.ids"))
	}
	return all
}
