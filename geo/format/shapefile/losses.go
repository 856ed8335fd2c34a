package shapefile

import (
	"zhenjie/assets/words"
	"zhenjie/geo/feature"
	"zhenjie/geo/format/shapefile/internal/dbf"
)

// Losses says what a shapefile of these features will not hold as it is: names
// of fields that are cut, texts that are, a coordinate system without a .prj.
// What cannot be written at all is left to Write to refuse.
func Losses(features []feature.Feature) (all []words.Text) {
	layers, _ := byLayer(features)
	said := map[string]bool{} // by key and loss
	once := func(key string, t words.Text) {
		if id := key + "\x00" + string(t.ID); !said[id] {
			said[id] = true
			all = append(all, t)
		}
	}
	for _, layer := range layers {
		s, err := newSheet(layer, false)
		if err != nil {
			continue
		}
		for i, f := range s.table.Fields {
			c := &s.columns.list[i]
			if string(f.Name) != c.key {
				once(c.key, words.Say("shapefile.loss.renamed", "key", shorten(c.key), "name", string(f.Name)))
			}
			if c.bytes > dbf.MaxText {
				once(c.key, words.Say("shapefile.loss.cut", "key", shorten(c.key), "limit", dbf.MaxText))
			}
		}
		if s.wkt == "" {
			once("", words.Say("shapefile.loss.no_prj"))
		}
	}
	return all
}
