// Package words holds every sentence a person reads, by id, in Chinese and
// English. The window, the command line and the dossier share it.
package words

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
)

// ID names a sentence. Ids are stable: findings, JSON output and the history
// of old projects refer to them.
type ID string

// Lang is a language the program speaks.
type Lang int

// The two languages; Chinese is the default.
const (
	Zh Lang = iota
	En
)

// String returns the language's code.
func (l Lang) String() string {
	if l == En {
		return "en"
	}
	return "zh"
}

// Parse returns the language named by a code or locale such as "en" or
// "zh_CN.UTF-8"; anything unknown is Chinese.
func Parse(locale string) Lang {
	if strings.HasPrefix(strings.ToLower(locale), "en") {
		return En
	}
	return Zh
}

// sentence is one text in every language, indexed by Lang. Named values stand
// in braces: "移动边界点 {n}".
type sentence [2]string

// table is a group of sentences by id.
type table map[ID]sentence

// tables lists the groups, one file each.
var tables = []table{
	areaWords, attachmentWords, boundaryWords, chartWords, checkWords, cliWords, crsWords, desktopWords, dxfWords, editWords, formWords, formatTableWords, gpkgWords, guideWords,
	inputWords, kmlWords, layerWords, mapWords, pageWords, parcelsWords, planWords, procedureWords, projectWords, quantityWords, rulebookWords,
	shapefileWords, shapingWords, sidesWords, siteWords, storageWords, toolWords, validityWords, wktWords, workspaceWords, widgetWords,
}

func find(id ID) (sentence, bool) {
	for _, t := range tables {
		if s, ok := t[id]; ok {
			return s, true
		}
	}
	return sentence{}, false
}

// Known reports whether there is a sentence of this id.
func Known(id ID) bool { _, ok := find(id); return ok }

// Text is a sentence still to be said, in whichever language is asked for.
// The zero Text is empty in every language.
type Text struct {
	ID   ID
	Args []Arg
}

// Arg is one named value of a sentence: a string, or a Text said in the same
// language as the sentence round it.
type Arg struct {
	Name  string
	Value any
}

// Say makes a Text of the sentence id; args are names and values in turn:
// Say("edit.move_vertex", "n", 17). A value is a Text or anything fmt prints.
func Say(id ID, args ...any) Text {
	t := Text{ID: id}
	for i := 0; i+1 < len(args); i += 2 {
		t.Args = append(t.Args, Arg{fmt.Sprint(args[i]), plain(args[i+1])})
	}
	return t
}

// Both makes a Text of words that a data file gives in both languages; where
// one is empty the other is said.
func Both(zh, en string) Text {
	if zh == "" {
		zh = en
	}
	if en == "" {
		en = zh
	}
	return Text{ID: both, Args: []Arg{{Zh.String(), zh}, {En.String(), en}}}
}

const both ID = "both"

// Raw makes a Text of words that need no translation, such as a name.
func Raw(s string) Text { return Text{ID: "raw", Args: []Arg{{"text", s}}} }

func plain(v any) any {
	switch v := v.(type) {
	case Text, string:
		return v
	default:
		return fmt.Sprint(v)
	}
}

// Explain finds the sentence an error carries; an error that carries none is
// one nobody thought of, and says so.
func Explain(err error) Text {
	var speaking interface{ Say() Text }
	if errors.As(err, &speaking) {
		return speaking.Say()
	}
	return Say("unexpected", "error", err.Error())
}

// IsZero reports whether t says nothing.
func (t Text) IsZero() bool { return t.ID == "" }

// In says the sentence in a language. An unknown id says itself, so that a
// missing sentence is seen and not silent.
func (t Text) In(l Lang) string {
	if t.ID == "" {
		return ""
	}
	s, ok := find(t.ID)
	if !ok {
		return string(t.ID)
	}
	if len(t.Args) == 0 {
		return s[l]
	}
	if t.ID == both {
		said, _ := t.Args[int(l)%len(t.Args)].Value.(string)
		return said
	}
	pairs := make([]string, 0, 2*len(t.Args))
	for _, a := range t.Args {
		v, _ := a.Value.(string)
		if inner, ok := a.Value.(Text); ok {
			v = inner.In(l)
		}
		pairs = append(pairs, "{"+a.Name+"}", v)
	}
	return strings.NewReplacer(pairs...).Replace(s[l])
}

// UnmarshalJSON restores a Text, the Texts inside it included.
func (a *Arg) UnmarshalJSON(data []byte) error {
	var raw struct {
		Name  string
		Value json.RawMessage
	}
	if err := json.Unmarshal(data, &raw); err != nil {
		return err
	}
	a.Name = raw.Name
	if len(raw.Value) > 0 && raw.Value[0] == '{' {
		var t Text
		if err := json.Unmarshal(raw.Value, &t); err != nil {
			return err
		}
		a.Value = t
		return nil
	}
	var s string
	if err := json.Unmarshal(raw.Value, &s); err != nil {
		return err
	}
	a.Value = s
	return nil
}
