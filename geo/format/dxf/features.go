package dxf

import (
	"strconv"

	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/geo/feature"
)

// finish gives a drawing without any area one figure without any either, so
// that what was passed over is heard of.
func (s *sheet) finish() {
	if len(s.figures) == 0 && len(s.notes()) > 0 {
		s.figures = append(s.figures, figure{from: &entity{}, layer: -1})
	}
}

// batch makes features of figures.
func (s *sheet) batch(from, to int, attributes bool) feature.Batch {
	return func(yield func(feature.Feature, error) bool) {
		for i := from; i < to; i++ {
			f := s.feature(&s.figures[i], attributes)
			f.Index = i
			if i == 0 {
				f.Notes = append(s.notes(), f.Notes...)
			}
			if !yield(f, nil) {
				return
			}
		}
	}
}

func (s *sheet) feature(f *figure, attributes bool) feature.Feature {
	out := feature.Feature{Name: f.name, CRS: s.header.crs, Kind: "Polygon", ID: f.from.handle}
	switch {
	case len(f.parts) == 0 && len(s.seen.left) > 0:
		out.Kind = "LineString"
	case len(f.parts) == 0:
		out.Kind = ""
	case len(f.parts) > 1:
		out.Kind = "MultiPolygon"
	}
	if f.layer >= 0 {
		out.Layer = s.decode([]byte(s.layers[f.layer].name))
	}
	var b geo.Builder
	for _, rings := range f.parts {
		b.Part()
		for _, r := range rings {
			b.Ring(r)
		}
	}
	out.Shape, out.Notes = b.Shape(), s.figureNotes(f, out.Layer)
	all := []feature.Attribute{{Key: "Layer", Text: out.Layer}}
	if _, ours := f.from.tag.ring(); ours {
		out.ID, all = f.from.tag.content(s.encoding)
	}
	if attributes && f.layer >= 0 {
		out.Attributes = all
	}
	return out
}

// figureNotes are what was assumed for one figure.
func (s *sheet) figureNotes(f *figure, layer string) (notes []words.Text) {
	if f.arcs {
		notes = append(notes, words.Say("dxf.note.arcs", "tolerance", strconv.FormatFloat(metreTolerance.chord, 'g', -1, 64)))
	}
	if f.joined > 1 {
		notes = append(notes, words.Say("dxf.note.joined"))
	}
	if f.gap > 0 {
		notes = append(notes, words.Say("dxf.note.closed", "gap", metres(f.gap)))
	}
	if f.layer < 0 {
		return notes
	}
	switch l := s.layers[f.layer]; {
	case l.frozen:
		notes = append(notes, words.Say("dxf.note.frozen", "layer", layer))
	case l.off:
		notes = append(notes, words.Say("dxf.note.off", "layer", layer))
	}
	return notes
}
