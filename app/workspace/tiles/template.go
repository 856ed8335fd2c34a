// Package tiles fetches base map tiles from a server, by a template of the
// address and the user's own key, and keeps them in a folder of a bounded size.
//
// Nothing is asked for unless a map calls for a tile. At most four requests
// are under way to all servers together; a request waits a moment first, so
// that those of a view just passed through are never sent, and ends with its
// context; after a failure a server is left alone for a while, longer each time.
package tiles

import (
	"crypto/sha256"
	"encoding/hex"
	"net/url"
	"strconv"
	"strings"

	"zhenjie/geo"
	"zhenjie/geo/basemap"
)

// Template says where tiles are and how they are counted.
type Template struct {
	Name        string // as shown; it names the server in errors
	URL         string // with {z}, {x} and {y} ({-y}: rows from the south); {s}: a server of Servers; {key}
	Key         string // the user's own
	Servers     string // one letter or digit a server: "01234567"; "" for abc
	Attribution string
	Least, Most int  // levels; Most 0 for the usual 18
	Shift       bool // tiles are on GCJ-02
}

const usualDepth = 18

// check puts missing values in and refuses what no tile can be fetched with.
func (t *Template) check() error {
	has := func(mark string) bool { return strings.Contains(t.URL, mark) }
	if !has("{z}") || !has("{x}") || !has("{y}") && !has("{-y}") {
		return geo.BadInput(geo.At{}, "layers.template_marks", "marks", "{z} {x} {y}")
	}
	if t.Servers == "" {
		t.Servers = "abc"
	}
	if t.Most == 0 {
		t.Most = usualDepth
	}
	t.Least, t.Most = max(t.Least, 0), min(t.Most, basemap.MaxZoom)
	if t.Least > t.Most {
		t.Least = t.Most
	}
	u, err := url.Parse(t.address(1, 0, 0))
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || u.User != nil {
		return geo.BadInput(geo.At{}, "layers.template_address")
	}
	if has("{key}") && strings.TrimSpace(t.Key) == "" {
		return geo.BadInput(geo.At{}, "layers.template_key")
	}
	return nil
}

// address is where a tile is. Neighbouring tiles are asked of different
// servers, and the same tile always of the same.
func (t *Template) address(z, x, y int) string {
	server := t.Servers[(x+y)%len(t.Servers)]
	return strings.NewReplacer(
		"{z}", strconv.Itoa(z), "{x}", strconv.Itoa(x), "{y}", strconv.Itoa(y), "{-y}", strconv.Itoa(1<<z-1-y),
		"{s}", string(server), "{key}", url.QueryEscape(strings.TrimSpace(t.Key)),
	).Replace(t.URL)
}

// folder is the name of the folder for the template's tiles. The key has no
// part in it: whoever looks into the folder cannot guess it.
func (t *Template) folder() string {
	sum := sha256.Sum256([]byte(t.URL))
	return hex.EncodeToString(sum[:8])
}

// Preset is a template to which only the key is missing.
type Preset struct {
	ID       string // stable
	Template Template
}

// tianditu is a layer of 国家地理信息公共服务平台 in Web Mercator.
func tianditu(layer string) Template {
	return Template{
		URL: "https://t{s}.tianditu.gov.cn/" + layer + "_w/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=" + layer +
			"&STYLE=default&TILEMATRIXSET=w&FORMAT=tiles&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}&tk={key}",
		Servers: "01234567", Attribution: "天地图", Least: 1, Most: 18,
	}
}

// Presets are the layers of 天地图: map, imagery, and the labels of either.
// They are on CGCS2000, which Web Mercator does not tell from WGS 84.
var Presets = []Preset{
	{"tdt.vec", tianditu("vec")}, {"tdt.cva", tianditu("cva")},
	{"tdt.img", tianditu("img")}, {"tdt.cia", tianditu("cia")},
}
