package geojson

import (
	"zhenjie/assets/words"
	"zhenjie/geo"
)

// outer is what is known of an outermost object while it is walked.
type outer struct {
	kind     string // its type, "" until met
	crs      string
	hasCRS   bool
	features bool   // it has a list of features: it is a collection
	used     string // coordinate system its features were handed out with
}

// value cuts one outermost object: a collection into its features, anything
// else is one feature. Until the list of features begins nobody knows which,
// and the text is kept.
func (c *cutter) value() error {
	var o outer
	c.pos++ // the brace
	for first := true; ; first = false {
		b, err := c.ahead("")
		if err != nil {
			return err
		}
		if first && b == '}' {
			break
		}
		if b == '}' {
			return geo.BadInput(c.here(), "geojson.trailing_comma")
		}
		if err := c.member(&o); err != nil {
			return err
		}
		if b, err = c.ahead(""); err != nil {
			return err
		}
		if b == '}' {
			break
		}
		if b != ',' {
			return c.broken("geojson.want.object_goes_on")
		}
		c.pos++
	}
	c.pos++ // the closing brace
	return c.closed(&o)
}

// member passes over one member of an outermost object.
func (c *cutter) member(o *outer) error {
	if o.features {
		c.keep = c.pos
	}
	key, err := c.key()
	if err != nil {
		return err
	}
	b, err := c.ahead("")
	if err != nil {
		return err
	}
	if key == "features" && b == '[' && (o.kind == "" || o.kind == "FeatureCollection") {
		return c.features(o)
	}
	from := c.pos - c.keep // a place that holds when the text moves
	if err := c.pass(); err != nil {
		return err
	}
	cur := c.cursor()
	cur.b, cur.i = c.buf[:c.pos], c.keep+from
	switch {
	case key == "type":
		err = cur.typeMember(o)
	case key == "crs":
		err = cur.outerCRS(o)
	case o.features:
		err = cur.skip()
	default:
		return nil // the decoder looks at it
	}
	if err == nil && cur.i < len(cur.b) {
		err = cur.unexpected("geojson.want.object_goes_on")
	}
	return err
}

func (c *cursor) typeMember(o *outer) error {
	if o.kind != "" {
		return geo.BadInput(c.at(c.i), "geojson.duplicate", "member", "type")
	}
	if c.peek() != '"' {
		return c.unexpected("geojson.want.string")
	}
	raw, _, err := c.str()
	o.kind = c.text(raw)
	return err
}

func (c *cursor) outerCRS(o *outer) error {
	if o.hasCRS {
		return geo.BadInput(c.at(c.i), "geojson.duplicate", "member", "crs")
	}
	o.hasCRS = true
	return c.crsMember(&o.crs)
}

// key reads the name of a member and passes over the colon.
func (c *cutter) key() (string, error) {
	if b, err := c.ahead(""); err != nil {
		return "", err
	} else if b != '"' {
		return "", c.broken("geojson.want.key")
	}
	from := c.pos - c.keep
	if err := c.passString(); err != nil {
		return "", err
	}
	cur := c.cursor()
	cur.b, cur.i = c.buf[:c.pos], c.keep+from
	raw, _, err := cur.str()
	if err != nil {
		return "", err
	}
	name := cur.text(raw)
	if b, err := c.ahead(""); err != nil {
		return "", err
	} else if b != ':' {
		return "", c.broken("geojson.want.colon")
	}
	c.pos++
	return name, nil
}

// features cuts the list of a collection's features.
func (c *cutter) features(o *outer) error {
	if o.features {
		return geo.BadInput(c.here(), "geojson.duplicate", "member", "features")
	}
	before := c.cursor()
	before.b, before.i = c.buf[:c.pos], c.keep
	if err := before.prefix(); err != nil {
		return err
	}
	o.features, o.used = true, o.crs
	if !o.hasCRS {
		o.used = c.tailCRS
	}
	c.keep = c.pos
	if err := c.declare(o.used); err != nil {
		return err
	}
	c.pos++
	defer func() { c.number = 0 }()
	for first := true; ; first = false {
		c.keep, c.number = c.pos, c.count+1
		b, err := c.ahead("")
		switch {
		case err != nil:
			return err
		case b == ']' && first:
			c.pos++
			return nil
		case b == ']':
			return geo.BadInput(c.here(), "geojson.trailing_comma")
		case b != '{':
			return c.broken("geojson.want.feature")
		}
		c.keep = c.pos
		if err := c.passNest(nest{open: '{', end: '}'}); err != nil {
			return err
		}
		c.cut()
		if b, err = c.ahead(""); err != nil {
			return err
		}
		if b != ',' && b != ']' {
			return c.broken("geojson.want.list_goes_on")
		}
		if c.pos++; b == ']' {
			return nil
		}
	}
}

// prefix checks the members in front of the list of features, where the text
// ends.
func (c *cursor) prefix() error {
	if err := c.open('{', "geojson.want.object"); err != nil {
		return err
	}
	for {
		if _, err := c.key(); err != nil || c.i == len(c.b) {
			return err
		}
		if err := c.skip(); err != nil {
			return err
		}
		if _, err := c.next('}', "geojson.want.object_goes_on"); err != nil {
			return err
		}
	}
}

// cut adds the text from c.keep to c.pos as a feature.
func (c *cutter) cut() {
	c.spans = append(c.spans, span{c.keep, c.pos})
	c.count++
	c.keep = c.pos
}

// declare sets the coordinate system of the features that follow.
func (c *cutter) declare(crs string) error {
	if crs != c.batchCRS && len(c.spans) > 0 {
		if err := c.room(); err != nil {
			return err
		}
	}
	c.batchCRS = crs
	return nil
}

// closed judges an outermost object that has come to its end.
func (c *cutter) closed(o *outer) error {
	switch {
	case !o.features && o.kind == "FeatureCollection":
		return geo.BadInput(c.here(), "geojson.no_features")
	case !o.features:
		if err := c.declare(""); err != nil {
			return err
		}
		c.cut()
		return nil
	case o.kind == "":
		return geo.BadInput(c.here(), "geojson.type_missing")
	case o.kind != "FeatureCollection":
		return geo.BadInput(c.here(), "geojson.type_unknown", "type", shorten(o.kind))
	case o.crs != o.used && !c.given:
		return geo.BadInput(c.here(), "geojson.crs_late", "crs", shorten(o.crs))
	}
	return nil
}

// broken is the fault of finding something else than what is wanted.
func (c *cutter) broken(want words.ID) error { return c.cursor().unexpected(want) }
