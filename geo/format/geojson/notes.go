package geojson

import (
	"strings"

	"zhenjie/assets/words"
)

// observations are what is worth a note once a feature is read.
type observations struct {
	noGeometry bool
	others     []string // types of geometry that have no area
	extra      bool     // positions of more than two numbers
	emptyRing  bool
	damaged    bool // a name held bytes that belong to no character
	gb         bool
}

func (o *observations) notes(kind string) (notes []words.Text) {
	if o.gb {
		notes = append(notes, words.Say("geojson.note.gb18030"))
	}
	if o.damaged {
		notes = append(notes, words.Say("geojson.note.damaged_text"))
	}
	if o.noGeometry {
		notes = append(notes, words.Say("geojson.note.no_geometry"))
	}
	if len(o.others) > 0 && kind == "GeometryCollection" {
		notes = append(notes, words.Say("geojson.note.collection_others", "types", strings.Join(o.others, ", ")))
	} else if len(o.others) > 0 {
		notes = append(notes, words.Say("geojson.note.not_polygonal", "type", kind))
	}
	if o.extra {
		notes = append(notes, words.Say("geojson.note.extra_numbers"))
	}
	if o.emptyRing {
		notes = append(notes, words.Say("geojson.note.empty_ring"))
	}
	return notes
}
