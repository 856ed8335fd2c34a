package dxf

import (
	"zhenjie/assets/words"
	"zhenjie/geo/feature"
)

// Losses says what a drawing of these features will not hold as it is: those
// without a shape, names of layers that AutoCAD does not take, attributes
// beyond its limits, a coordinate system that not all share.
func Losses(features []feature.Feature) (all []words.Text) {
	empty, cut, declared := 0, 0, false
	renamed := map[string]bool{}
	for i := range features {
		f := &features[i]
		declared = declared || f.CRS != ""
		if f.Shape.IsEmpty() {
			empty++
			continue
		}
		if name := layerName(f.Layer); name != f.Layer && f.Layer != "" && !renamed[f.Layer] {
			renamed[f.Layer] = true
			all = append(all, words.Say("dxf.loss.layer", "layer", snippet([]byte(f.Layer)), "name", name))
		}
		if _, kept := contentOf(f); kept < len(f.Attributes) {
			cut++
		}
	}
	if empty > 0 {
		all = append(all, words.Say("dxf.loss.empty", "n", empty))
	}
	if cut > 0 {
		all = append(all, words.Say("dxf.loss.attributes", "n", cut))
	}
	if declared && commonCRS(features) == "" {
		all = append(all, words.Say("dxf.loss.crs"))
	}
	return all
}
