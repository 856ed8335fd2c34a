package wkt

import (
	"zhenjie/assets/words"
	"zhenjie/geo/feature"
)

// Losses says what well-known text will not keep of features: all but the shape
// and the code of the coordinate system.
func Losses(features []feature.Feature) (all []words.Text) {
	said, layers, system := false, false, false
	var known codes
	for i := range features {
		f := &features[i]
		said = said || f.Name != "" || f.ID != "" || len(f.Attributes) > 0
		layers = layers || f.Layer != ""
		system = system || f.CRS != "" && known.of(f.CRS) == 0
	}
	if said {
		all = append(all, words.Say("wkt.loss.attributes"))
	}
	if layers {
		all = append(all, words.Say("wkt.loss.layers"))
	}
	if system {
		all = append(all, words.Say("wkt.loss.crs"))
	}
	return all
}
