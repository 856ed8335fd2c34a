package geojson

import (
	"bytes"
	"unicode/utf8"

	"zhenjie/assets/words"
	"zhenjie/geo"
)

// unexpected is the fault of finding something else than what is wanted.
func (c *cursor) unexpected(want words.ID) error {
	if c.i >= len(c.b) {
		return c.truncated()
	}
	return geo.BadInput(c.at(c.i), "geojson.unexpected", "want", words.Say(want), "got", c.snippet())
}

func (c *cursor) truncated() error {
	return geo.BadInput(c.at(len(c.b)), "geojson.truncated")
}

// notNumber tells the tokens that other languages have for what is no number
// from everything else that is none.
func (c *cursor) notNumber(want words.ID) error {
	rest := bytes.TrimLeft(c.b[c.i:], "+-")
	for _, token := range []string{"nan", "inf", "1.#"} {
		if len(rest) >= len(token) && bytes.EqualFold(rest[:len(token)], []byte(token)) {
			return geo.BadInput(c.at(c.i), "geojson.not_a_number", "got", c.snippet())
		}
	}
	return c.unexpected(want)
}

// snippet is what stands at the cursor, short enough for a sentence.
func (c *cursor) snippet() string {
	const most = 16
	rest := c.b[c.i:]
	end := bytes.IndexAny(rest, ",:]} \t\r\n")
	if end <= 0 {
		end = min(1, len(rest))
	}
	if end > most {
		end = most
		for end > most-utf8.UTFMax && !utf8.RuneStart(rest[end]) {
			end--
		}
		return printable(rest[:end]) + "…"
	}
	return printable(rest[:end])
}

// printable shows text of any encoding without control characters.
func printable(b []byte) string {
	return string(bytes.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f {
			return '?'
		}
		return r
	}, b))
}
