// Package datafile reads the YAML files that people write for the program:
// rulebooks and procedures. It refuses what no such file needs and what would
// cost the YAML reader dearly.
package datafile

import (
	"bytes"
	"errors"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/goccy/go-yaml"
	"golang.org/x/text/encoding/simplifiedchinese"

	"zhenjie/assets/words"
	"zhenjie/geo"
)

// Kind is one kind of file: its bound, and the sentences of what can be wrong
// with any file.
type Kind struct {
	MaxBytes   int
	TooLarge   words.ID     // given max, in MB
	Anchor     words.ID     // YAML anchors and aliases
	Unreadable words.ID     // given the reason
	TooMany    func() error // more in it than such a file holds
}

// Read reads a file into a struct; keys that the struct does not have are
// refused. The errors are InputErrors that do not name the file.
func (k Kind) Read(data []byte, into any) error {
	if len(data) > k.MaxBytes {
		return geo.BadInput(geo.At{}, k.TooLarge, "max", float64(k.MaxBytes)/(1<<20))
	}
	text := Text(data)
	if err := k.screen(text); err != nil {
		return err
	}
	if err := yaml.UnmarshalWithOptions([]byte(text), into, yaml.Strict()); err != nil {
		return k.unreadable(err)
	}
	return nil
}

// Text is a file's text in UTF-8: without the mark that some editors put in
// front, and out of GB 18030, in which others save.
func Text(data []byte) string {
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if !utf8.Valid(data) {
		if decoded, err := simplifiedchinese.GB18030.NewDecoder().Bytes(data); err == nil {
			data = decoded
		}
	}
	return string(data)
}

func (k Kind) unreadable(err error) error {
	var at geo.At
	what := strings.TrimSpace(err.Error())
	var bad yaml.Error
	if errors.As(err, &bad) {
		if t := bad.GetToken(); t != nil && t.Position != nil {
			at.Line = t.Position.Line
		}
		what = bad.GetMessage()
	}
	what, _, _ = strings.Cut(what, "\n")
	return geo.BadInput(at, k.Unreadable, "reason", what)
}

// GoodID is what the ids of files and of what stands in them look like.
var GoodID = regexp.MustCompile(`^[a-z0-9][a-z0-9_.-]{0,63}$`)
