package dxf

import (
	"strings"

	"zhenjie/geo"
	"zhenjie/geo/feature"
)

// tag is what this package's writer adds to an entity, as the extended data of
// an application, which drawing programs keep: the feature and the ring it is,
// or the feature that a text names, and the feature's id and attributes.
//
//	1001 ZHENJIE
//	1071 feature, from 0
//	1071 part
//	1071 ring
//	1000 I<id>
//	1000 A<kind><key>, then its value in
//	1000 =<piece>
type tag struct {
	ours    bool
	numbers []int // feature, part, ring; the feature alone for a text
	texts   []string
}

// application is the name under which the extended data stand.
const application = "ZHENJIE"

// mostTexts bounds the strings of one tag; the writer stays within 16 kB.
const mostTexts = 4096

// ring are the numbers of a tag that says which ring of which feature a line is.
func (t *tag) ring() (numbers [3]int, ok bool) {
	if t == nil || !t.ours || len(t.numbers) != 3 {
		return numbers, false
	}
	return [3]int(t.numbers), true
}

// named is the number of the feature that a text with the tag names.
func (t *tag) named() (number int, ok bool) {
	if t == nil || !t.ours || len(t.numbers) != 1 {
		return 0, false
	}
	return t.numbers[0], true
}

func (t *tag) take(d *drawing) error {
	g := d.groups
	switch {
	case g.code == 1001:
		t.ours = g.word() == application
	case !t.ours:
	case g.code == 1071:
		n, err := g.int()
		if len(t.numbers) < 3 {
			t.numbers = append(t.numbers, n)
		}
		return err
	case len(t.texts) >= mostTexts:
		return geo.BadInput(g.at(), "dxf.long_text", "limit", mostTexts)
	default:
		t.texts = append(t.texts, string(d.text()))
	}
	return nil
}

// kinds are the letters for the kinds of attributes, by feature.Kind.
const kinds = "tnbzj"

// content is the id and the attributes that the tag carries.
func (t *tag) content(e encoding) (id string, all []feature.Attribute) {
	for _, raw := range t.texts {
		s := e.decode([]byte(raw))
		switch {
		case strings.HasPrefix(s, "I"):
			id = s[1:]
		case strings.HasPrefix(s, "A") && len(s) > 1:
			if kind := strings.IndexByte(kinds, s[1]); kind >= 0 {
				all = append(all, feature.Attribute{Kind: feature.Kind(kind), Key: s[2:]})
			}
		case strings.HasPrefix(s, "=") && len(all) > 0:
			all[len(all)-1].Text += s[1:]
		}
	}
	return id, all
}
