package parcels

import (
	"slices"

	"zhenjie/assets/words"
	"zhenjie/geo/feature"
)

// Losses says what a text of boundary points will not keep of features.
func Losses(features []feature.Feature) []words.Text {
	all := []words.Text{words.Say("parcels.loss.rounded")}
	layers, attributes := false, false
	for _, f := range features {
		layers = layers || f.Layer != ""
		for _, a := range f.Attributes {
			attributes = attributes || !slices.Contains(keys, a.Key) && a.Text != f.Name && a.Text != f.ID
		}
	}
	if layers {
		all = append(all, words.Say("parcels.loss.layers"))
	}
	if attributes {
		all = append(all, words.Say("parcels.loss.attributes"))
	}
	return all
}
