package dxf

import (
	"io"
	"strings"

	"zhenjie/geo"
	"zhenjie/geo/feature"
)

// drawing is a whole file as it was read, in the file's units.
type drawing struct {
	groups   *groups
	limits   feature.Limits
	header   header
	layers   []layer
	layerOf  map[string]int // by the name as it stands in the file
	blocks   map[string]*block
	model    []entity
	entities bool           // their section was read
	others   map[string]int // kinds of entities that are not read, with their numbers
	texts    []byte         // a sample of what is not ASCII, for the encoding
}

// header is what the file says of itself.
type header struct {
	version  string // $ACADVER
	codePage string // $DWGCODEPAGE
	units    int    // $INSUNITS
	ours     bool   // from a comment of this package's writer, as is crs
	crs      string
}

type layer struct {
	name        string // as it stands in the file
	off, frozen bool
}

type block struct {
	base     geo.Point
	external bool // its content is in another file
	entities []entity
}

func read(src feature.Source) (*drawing, error) {
	d := &drawing{
		groups: newGroups(src), limits: src.Limits,
		layerOf: map[string]int{}, blocks: map[string]*block{}, others: map[string]int{},
	}
	if err := d.groups.beginning(); err != nil {
		return nil, err
	}
	return d, d.sections()
}

// sections reads all of the file. What stands between sections is passed over.
func (d *drawing) sections() error {
	g := d.groups
	for found := false; ; {
		switch err := g.next(); {
		case err == io.EOF && !found:
			return geo.BadInput(g.at(), "dxf.no_section")
		case err == io.EOF && !d.entities:
			return g.truncated()
		case err == io.EOF: // some programs leave out the mark of the end
			return nil
		case err != nil:
			return err
		case g.is(0, "EOF"):
			return nil
		case g.code == 999:
			d.comment(g.word())
		case g.is(0, "SECTION"):
			found = true
			if err := d.section(); err != nil {
				return err
			}
		case !found:
			return geo.BadInput(g.at(), "dxf.no_section")
		}
	}
}

// The writer's comments: that it made the drawing, and the coordinate system.
const (
	madeHere   = "Zhenjie"
	crsComment = "CRS "
)

func (d *drawing) comment(text string) {
	d.header.ours = d.header.ours || text == madeHere
	if crs, ok := strings.CutPrefix(text, crsComment); ok {
		d.header.crs = crs
	}
}

func (d *drawing) section() error {
	g := d.groups
	if err := g.more(); err != nil {
		return err
	}
	if g.code != 2 {
		g.back()
	}
	switch g.word() {
	case "HEADER":
		return d.readHeader()
	case "TABLES":
		return d.eachObject(d.table)
	case "BLOCKS":
		return d.eachObject(d.block)
	case "ENTITIES":
		d.entities = true
		return d.eachObject(func() error { return d.entityInto(&d.model) })
	}
	return d.eachObject(func() error { return nil })
}

// eachObject calls read at each group of code 0 up to the section's end; read
// may take the groups that follow it.
func (d *drawing) eachObject(read func() error) error {
	g := d.groups
	for {
		if err := g.more(); err != nil {
			return err
		}
		switch {
		case g.is(0, "ENDSEC"):
			return nil
		case g.is(0, "EOF"):
			return g.truncated()
		case g.code == 0:
			if err := read(); err != nil {
				return err
			}
		}
	}
}

// rest calls take for the groups up to the next of code 0.
func (d *drawing) rest(take func() error) error {
	g := d.groups
	for {
		if err := g.more(); err != nil {
			return err
		}
		if g.code == 0 {
			g.back()
			return nil
		}
		if err := take(); err != nil {
			return err
		}
	}
}

func (d *drawing) readHeader() error {
	g, variable := d.groups, ""
	err := d.rest(func() error {
		switch {
		case g.code == 9:
			variable = g.word()
		case variable == "$ACADVER" && g.code == 1:
			d.header.version = g.word()
		case variable == "$DWGCODEPAGE" && g.code == 3:
			d.header.codePage = g.word()
		case variable == "$INSUNITS" && g.code == 70:
			return g.intTo(&d.header.units)
		}
		return nil
	})
	if err != nil {
		return err
	}
	return d.eachObject(func() error { return nil })
}

// table reads a layer; other entries of tables are passed over.
func (d *drawing) table() error {
	g := d.groups
	if !g.is(0, "LAYER") {
		return nil
	}
	var one layer
	err := d.rest(func() error {
		switch g.code {
		case 2:
			one.name = string(d.text())
		case 62: // the colour, negative when off
			n, err := g.int()
			one.off = n < 0
			return err
		case 70:
			n, err := g.int()
			one.frozen = n&1 != 0
			return err
		}
		return nil
	})
	if err == nil {
		d.layers[d.layer([]byte(one.name))] = one
	}
	return err
}

// layer is the number of a layer, which need not stand in the table.
func (d *drawing) layer(name []byte) int {
	if i, ok := d.layerOf[string(name)]; ok {
		return i
	}
	one := layer{name: string(name)}
	d.layerOf[one.name] = len(d.layers)
	d.layers = append(d.layers, one)
	return len(d.layers) - 1
}

// block reads the definition of a block.
func (d *drawing) block() error {
	g := d.groups
	if !g.is(0, "BLOCK") {
		return nil
	}
	name, b := "", &block{}
	err := d.rest(func() error {
		switch g.code {
		case 2:
			name = blockKey(d.text())
		case 10:
			return g.floatTo(&b.base[0])
		case 20:
			return g.floatTo(&b.base[1])
		case 70:
			n, err := g.int()
			b.external = n&(4|8) != 0
			return err
		}
		return nil
	})
	if err != nil {
		return err
	}
	if _, twice := d.blocks[name]; !twice {
		d.blocks[name] = b
	}
	for {
		if err := g.more(); err != nil {
			return err
		}
		switch {
		case g.is(0, "ENDBLK"):
			return nil
		case g.is(0, "ENDSEC") || g.is(0, "EOF"):
			return g.truncated()
		case g.code == 0:
			if err := d.entityInto(&b.entities); err != nil {
				return err
			}
		}
	}
}

// blockKey is what blocks are found by: the case of letters does not matter.
func blockKey(name []byte) string { return strings.ToUpper(string(name)) }

// text is the value in hand as a text of the file, in the file's encoding.
func (d *drawing) text() []byte {
	const sample = 1 << 20
	for _, c := range d.groups.value {
		if c >= 0x80 && len(d.texts) < sample {
			d.texts = append(append(d.texts, d.groups.value...), '\n')
			break
		}
	}
	return d.groups.value
}
