package geojson

import (
	"zhenjie/assets/words"
	"zhenjie/geo/crs"
	"zhenjie/geo/feature"
)

// Losses says what GeoJSON will not keep of features: the standard has no layers,
// and one coordinate system, WGS 84, beside which CGCS2000 is the same.
func Losses(features []feature.Feature) (all []words.Text) {
	layers, system := false, ""
	for i := range features {
		f := &features[i]
		layers = layers || f.Layer != ""
		if system == "" && f.CRS != "" && !asWGS84(f.CRS) {
			system = f.CRS
		}
	}
	if layers {
		all = append(all, words.Say("geojson.loss.layers"))
	}
	if system != "" {
		all = append(all, words.Say("geojson.loss.crs", "system", shorten(system)))
	}
	return all
}

func asWGS84(name string) bool {
	s, err := crs.Lookup(name)
	return err == nil && s.Kind == crs.Geographic && s.Usable() == nil
}
