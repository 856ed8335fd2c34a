package looktest

import (
	"reflect"

	"fyne.io/fyne/v2"
)

// Separate is App with settings of its own: nothing that another test has
// remembered is in them. Only the preferences that the window uses are there.
func Separate() fyne.App { return separate{App(), preferences{values: map[string]any{}}} }

type separate struct {
	fyne.App
	prefs preferences
}

func (a separate) Preferences() fyne.Preferences { return a.prefs }
func (a separate) Settings() fyne.Settings       { return settings{a.App.Settings()} }
func (separate) Quit()                           {}

// settings set a theme only where it is another: Fyne reads all fonts anew.
type settings struct{ fyne.Settings }

func (s settings) SetTheme(t fyne.Theme) {
	if !reflect.DeepEqual(s.Theme(), t) {
		s.Settings.SetTheme(t)
	}
}

type preferences struct {
	fyne.Preferences // for those that the window does not use
	values           map[string]any
}

func value[T any](p preferences, key string, otherwise T) T {
	if v, ok := p.values[key].(T); ok {
		return v
	}
	return otherwise
}

func (p preferences) Bool(key string) bool                            { return value(p, key, false) }
func (p preferences) SetBool(key string, v bool)                      { p.values[key] = v }
func (p preferences) FloatWithFallback(key string, f float64) float64 { return value(p, key, f) }
func (p preferences) SetFloat(key string, v float64)                  { p.values[key] = v }
func (p preferences) String(key string) string                        { return value(p, key, "") }
func (p preferences) StringWithFallback(key, s string) string         { return value(p, key, s) }
func (p preferences) SetString(key, v string)                         { p.values[key] = v }
func (p preferences) StringList(key string) []string                  { return value[[]string](p, key, nil) }
func (p preferences) SetStringList(key string, v []string)            { p.values[key] = v }
