package dxf

import (
	"strings"
	"unicode/utf8"

	"zhenjie/geo"
)

// text is a TEXT, an MTEXT or an ATTRIB.
type text struct {
	rich    bool // an MTEXT, with codes for its look
	raw     []byte
	at      geo.Point
	aligned geo.Point // where it is aligned to, when that is not its left end
	hasEnd  bool
	key     string // of an attribute
}

func (t *text) take(d *drawing) error {
	g := d.groups
	switch {
	case g.code == 1 || g.code == 3 && t.rich: // a long one comes in pieces
		if len(t.raw)+len(g.value) > d.limits.StringBytes {
			return geo.BadInput(g.at(), "dxf.long_text", "limit", d.limits.StringBytes)
		}
		t.raw = append(t.raw, d.text()...)
	case g.code == 2:
		t.key = string(d.text())
	case g.code == 10:
		return g.floatTo(&t.at[0])
	case g.code == 20:
		return g.floatTo(&t.at[1])
	case g.code == 11 && !t.rich:
		t.hasEnd = true
		return g.floatTo(&t.aligned[0])
	case g.code == 21 && !t.rich:
		return g.floatTo(&t.aligned[1])
	}
	return nil
}

// position is the point by which the text is placed.
func (t *text) position() geo.Point {
	if t.hasEnd && t.aligned != (geo.Point{}) {
		return t.aligned
	}
	return t.at
}

// plain is what the text says, on one line, without codes for its look.
func (t *text) plain(e encoding) string {
	s := e.decode(t.raw)
	if t.rich {
		s = plainRich(s)
	} else {
		s = plainSimple(s)
	}
	return strings.Join(strings.Fields(s), " ")
}

// plainSimple resolves the signs that begin with two percent signs.
func plainSimple(s string) string {
	if !strings.Contains(s, "%%") {
		return s
	}
	var out strings.Builder
	for {
		before, after, found := strings.Cut(s, "%%")
		out.WriteString(before)
		if !found || after == "" {
			return out.String()
		}
		sign, n := utf8.DecodeRuneInString(after)
		s = after[n:]
		switch sign {
		case 'c', 'C':
			out.WriteRune('Ø')
		case 'd', 'D':
			out.WriteRune('°')
		case 'p', 'P':
			out.WriteRune('±')
		case '%':
			out.WriteRune('%')
		case 'u', 'U', 'o', 'O', 'k', 'K': // a line under, over or through it
		default:
			out.WriteString("%%" + string(sign))
		}
	}
}

// plainRich takes the codes for the look out of an MTEXT.
func plainRich(s string) string {
	var out strings.Builder
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '{' || c == '}':
		case c != '\\' || i+1 == len(s):
			out.WriteByte(c)
		default:
			i++
			i += richCode(&out, s[i], s[i+1:])
		}
	}
	return out.String()
}

// richCode resolves the code c behind a backslash, and returns how much of what
// follows belongs to it.
func richCode(out *strings.Builder, c byte, rest string) int {
	switch c {
	case 'P', 'X', 'N', '~': // a new paragraph, line or column; a space
		out.WriteByte(' ')
	case '\\', '{', '}':
		out.WriteByte(c)
	case 'L', 'l', 'O', 'o', 'K', 'k': // a line under, over or through it
	case 'S': // one above the other
		stack, _, _ := strings.Cut(rest, ";")
		out.WriteString(strings.Map(func(r rune) rune {
			if r == '^' || r == '#' {
				return '/'
			}
			return r
		}, stack))
		return min(len(stack)+1, len(rest))
	case 'A', 'C', 'c', 'F', 'f', 'H', 'Q', 'T', 'W', 'p':
		argument, _, _ := strings.Cut(rest, ";")
		return min(len(argument)+1, len(rest))
	default:
		out.WriteByte(c)
	}
	return 0
}
