package desktop

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"zhenjie/app/desktop/look"
	"zhenjie/assets/words"
)

// prefs are the remembered settings. Those given on the command line hold for
// one run and are not remembered.
type prefs struct {
	store fyne.Preferences
	lang  *words.Lang
	mode  *look.Mode
	first string // the page to begin with
}

// The keys of the settings; they are stable.
const (
	keyLang   = "lang"
	keyMode   = "mode"
	keyRecent = "recent"
	keyFolder = "folder"
	keyPage   = "page"
	keyGrid   = "grid"
	keyWidth  = "window.width"
	keyHeight = "window.height"
	keySplit  = "split." // + page id
	keyPanel  = "split.panel"
)

// mostRecent is how many projects the start page remembers.
const mostRecent = 10

func (p *prefs) setLang(l words.Lang)      { p.lang = &l }
func (p *prefs) setMode(m look.Mode)       { p.mode = &m }
func (p *prefs) rememberLang(l words.Lang) { p.lang = nil; p.store.SetString(keyLang, l.String()) }
func (p *prefs) rememberMode(m look.Mode)  { p.mode = nil; p.store.SetString(keyMode, string(m)) }

// defaultLang is the language while none has been chosen.
func (p *prefs) defaultLang(l words.Lang) {
	if p.store.String(keyLang) == "" {
		p.lang = &l
	}
}

func (p *prefs) language() words.Lang {
	if p.lang != nil {
		return *p.lang
	}
	return words.Parse(p.store.String(keyLang))
}

func (p *prefs) look() look.Mode {
	if p.mode != nil {
		return *p.mode
	}
	return look.Mode(p.store.StringWithFallback(keyMode, string(look.System)))
}

// page is the page to begin with.
func (p *prefs) page() string {
	if p.first != "" {
		return p.first
	}
	return p.store.String(keyPage)
}

// setPage remembers the page that was shown last.
func (p *prefs) setPage(id string) {
	p.first = ""
	p.store.SetString(keyPage, id)
}

// recent lists the projects opened last, the newest first. Some may be gone:
// to look would be to wait for every drive that is not there.
func (p *prefs) recent() []string { return p.store.StringList(keyRecent) }

// opened remembers that a project was opened.
func (p *prefs) opened(path string) {
	if abs, err := filepath.Abs(path); err == nil {
		path = abs
	}
	list := slices.DeleteFunc(p.store.StringList(keyRecent), func(o string) bool { return o == path })
	list = append([]string{path}, list...)
	p.store.SetStringList(keyRecent, list[:min(len(list), mostRecent)])
	if base, err := os.UserConfigDir(); err != nil || !strings.HasPrefix(path, base) { // the sample's place is nobody's
		p.store.SetString(keyFolder, filepath.Dir(path))
	}
}

// forget takes a project out of the list.
func (p *prefs) forget(path string) {
	p.store.SetStringList(keyRecent, slices.DeleteFunc(p.store.StringList(keyRecent), func(o string) bool { return o == path }))
}

// folder is where files were last opened: the user's own folder at first.
func (p *prefs) folder() string {
	if f := p.store.String(keyFolder); f != "" {
		if info, err := os.Stat(f); err == nil && info.IsDir() {
			return f
		}
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return "."
	}
	return home
}

// split is how the window is divided, as a share of its left part.
func (p *prefs) split(key string, otherwise float64) float64 {
	return min(max(p.store.FloatWithFallback(keySplit+key, otherwise), 0.1), 0.9)
}

func (p *prefs) setSplit(key string, share float64) { p.store.SetFloat(keySplit+key, share) }

func (p *prefs) size() fyne.Size {
	return fyne.NewSize(
		float32(min(max(p.store.FloatWithFallback(keyWidth, 1280), 640), 8000)),
		float32(min(max(p.store.FloatWithFallback(keyHeight, 800), 480), 8000)))
}

func (p *prefs) setSize(s fyne.Size) {
	p.store.SetFloat(keyWidth, float64(s.Width))
	p.store.SetFloat(keyHeight, float64(s.Height))
}
