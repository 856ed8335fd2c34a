package geo

import (
	"errors"

	"zhenjie/assets/words"
)

// At says where in a file a fault stands. Feature and Line count from 1, Byte
// is an offset from the file's first byte; zero means not known or not meant
// (a fault at the very first byte needs no place).
type At struct {
	Feature int
	Byte    int64
	Line    int
}

// InputError is a fault in what a user handed in. Kind is the id of the
// sentence that explains it and says what to do; machines compare it.
type InputError struct {
	File string // empty until the place that knows the file's name adds it
	At   At
	Kind words.ID
	Text words.Text
}

// BadInput makes an InputError; args are the named values of the sentence, as
// for words.Say.
func BadInput(at At, kind words.ID, args ...any) error {
	return &InputError{At: at, Kind: kind, Text: words.Say(kind, args...)}
}

// InFile adds the name of the file to an InputError that has none yet; any
// other error is returned as it is.
func InFile(err error, file string) error {
	var bad *InputError
	if errors.As(err, &bad) && bad.File == "" {
		named := *bad
		named.File = file
		return &named
	}
	return err
}

// Error is the sentence in English, for logs; people are shown Say.
func (e *InputError) Error() string { return e.Say().In(words.En) }

// Say is the whole sentence: the file, the place in it, the fault, the advice.
func (e *InputError) Say() words.Text {
	place := e.place()
	if e.File == "" {
		return words.Say("input.at", "place", place, "what", e.Text)
	}
	return words.Say("input.file_at", "file", e.File, "place", place, "what", e.Text)
}

func (e *InputError) place() words.Text {
	switch a := e.At; {
	case a.Feature > 0 && a.Byte > 0:
		return words.Say("input.place.feature_byte", "feature", a.Feature, "byte", a.Byte)
	case a.Feature > 0:
		return words.Say("input.place.feature", "feature", a.Feature)
	case a.Line > 0:
		return words.Say("input.place.line", "line", a.Line)
	case a.Byte > 0:
		return words.Say("input.place.byte", "byte", a.Byte)
	default:
		return words.Text{}
	}
}
