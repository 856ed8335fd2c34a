package desktop

import (
	"encoding/json"
	"path/filepath"

	"fyne.io/fyne/v2"

	"zhenjie/app/desktop/widgets"
	"zhenjie/app/workspace/tiles"
	"zhenjie/assets/words"
)

// The settings of the layers, as the program remembers them.
const (
	keyLayers   = "layers"
	keyTianditu = "layers.tianditu_key"
)

// keptLayers are the layers of all projects. Maps stand in their order, the
// lowest first; Areas go by the ids of areaRows.
type keptLayers struct {
	Maps  []keptMap           `json:"maps,omitempty"`
	Areas map[string]keptArea `json:"areas,omitempty"`
}

// keptMap is a base map: a file, or a server by its preset or by its address.
type keptMap struct {
	Path   string `json:"path,omitempty"`
	System string `json:"system,omitempty"` // of a picture's world file
	Preset string `json:"preset,omitempty"`
	URL    string `json:"url,omitempty"`
	Key    string `json:"key,omitempty"`
	Shift  bool   `json:"gcj02,omitempty"`

	Hidden bool    `json:"hidden,omitempty"`
	Faint  float64 `json:"faint,omitempty"` // 1 − opacity
}

// keptArea is how an outline is shown.
type keptArea struct {
	Hidden bool    `json:"hidden,omitempty"`
	Colour int     `json:"colour,omitempty"` // of areaColours, counted from 1; 0 for the usual one
	Faint  float64 `json:"faint,omitempty"`
	Low    bool    `json:"low,omitempty"` // of the sites: below the outlines
}

// mostMaps bounds the base maps: each costs time for every cell.
const mostMaps = 16

// loadLayers reads the settings; what cannot be read is as if nobody had set
// anything.
func loadLayers(store fyne.Preferences) keptLayers {
	var k keptLayers
	if json.Unmarshal([]byte(store.String(keyLayers)), &k) != nil {
		k = keptLayers{}
	}
	k.Maps = k.Maps[:min(len(k.Maps), mostMaps)]
	if k.Areas == nil {
		k.Areas = map[string]keptArea{}
	}
	return k
}

func (k keptLayers) save(store fyne.Preferences) {
	if text, err := json.Marshal(k); err == nil {
		store.SetString(keyLayers, string(text))
	}
}

// same reports whether two settings mean the same base map.
func (k keptMap) same(o keptMap) bool {
	if k.Path != "" {
		return k.Path == o.Path
	}
	return o.Path == "" && k.Preset == o.Preset && k.URL == o.URL
}

// name is what the base map is called.
func (k keptMap) name(l words.Lang) string {
	switch {
	case k.Path != "":
		return filepath.Base(k.Path)
	case k.Preset != "":
		return words.Say(words.ID("layers.preset." + k.Preset)).In(l)
	}
	return k.URL
}

// template is where the tiles of a server are.
func (k keptMap) template(l words.Lang, store fyne.Preferences) tiles.Template {
	for _, p := range tiles.Presets {
		if p.ID == k.Preset {
			t := p.Template
			t.Name, t.Key = k.name(l), store.String(keyTianditu)
			return t
		}
	}
	return tiles.Template{Name: k.name(l), URL: k.URL, Key: k.Key, Shift: k.Shift}
}

// presetOptions are the servers to choose from; "" is any other.
func presetOptions(l words.Lang) []widgets.Option {
	var out []widgets.Option
	for _, p := range tiles.Presets {
		out = append(out, widgets.Option{ID: p.ID, Text: keptMap{Preset: p.ID}.name(l)})
	}
	return append(out, widgets.Option{ID: otherServer, Text: words.Say("layers.preset.other").In(l)})
}

const otherServer = "other"
