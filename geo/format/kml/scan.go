package kml

import (
	"bytes"
	"strconv"
	"strings"
)

// sort is what a token is.
type sort int

const (
	textToken sort = iota
	startToken
	endToken
	otherToken // comments, instructions, a document type
	doctypeToken
)

// token is one piece of XML.
type token struct {
	sort
	name  string // of a tag, without its prefix
	attrs []byte
	empty bool // a start that is its own end
	text  []byte
	plain bool // text as it stands: from a CDATA section
}

// scan reads the token at b[i:]; end is -1 when b ends before the token does,
// which for text is when nothing follows and last is not set.
func scan(b []byte, i int, last bool) (t token, end int) {
	rest := b[i:]
	if rest[0] != '<' {
		if j := bytes.IndexByte(rest, '<'); j >= 0 {
			return token{text: rest[:j]}, i + j
		}
		if !last {
			return t, -1
		}
		return token{text: rest}, len(b)
	}
	const longest = len("<![CDATA[")
	if len(rest) < longest && !last {
		return t, -1
	}
	switch {
	case bytes.HasPrefix(rest, []byte("<!--")):
		return until(token{sort: otherToken}, b, i, "-->")
	case bytes.HasPrefix(rest, []byte("<![CDATA[")):
		t, end = until(token{plain: true}, b, i, "]]>")
		if end >= 0 {
			t.text = b[i+longest : end-len("]]>")]
		}
		return t, end
	case bytes.HasPrefix(rest, []byte("<?")):
		return until(token{sort: otherToken}, b, i, "?>")
	case bytes.HasPrefix(rest, []byte("<!")):
		t, end = until(token{sort: otherToken}, b, i, ">")
		if end >= 0 && bytes.IndexByte(b[i:end], '[') >= 0 {
			t.sort = doctypeToken
		}
		return t, end
	}
	return scanTag(b, i)
}

func until(t token, b []byte, i int, mark string) (token, int) {
	j := bytes.Index(b[i+1:], []byte(mark))
	if j < 0 {
		return t, -1
	}
	return t, i + 1 + j + len(mark)
}

// scanTag reads a start or an end.
func scanTag(b []byte, i int) (t token, end int) {
	j := i + 1
	for quote := byte(0); ; j++ {
		if j == len(b) {
			return t, -1
		}
		c := b[j]
		if quote != 0 {
			if c == quote {
				quote = 0
			}
			continue
		}
		if c == '>' {
			break
		}
		if c == '"' || c == '\'' {
			quote = c
		}
	}
	inner := b[i+1 : j]
	t.sort = startToken
	if len(inner) > 0 && inner[0] == '/' {
		t.sort, inner = endToken, inner[1:]
	} else if len(inner) > 0 && inner[len(inner)-1] == '/' {
		t.empty, inner = true, inner[:len(inner)-1]
	}
	n := bytes.IndexAny(inner, " \t\r\n")
	if n < 0 {
		n = len(inner)
	}
	name := inner[:n]
	if k := bytes.IndexByte(name, ':'); k >= 0 {
		name = name[k+1:]
	}
	t.name, t.attrs = nameOf(name), inner[n:]
	return t, j + 1
}

// common are the names met all the time, which cost no memory.
var common = map[string]string{}

func init() {
	for _, s := range strings.Fields("kml Document Folder Placemark name description styleUrl Style Polygon MultiGeometry outerBoundaryIs innerBoundaryIs " +
		"LinearRing LineString Point coordinates ExtendedData SchemaData SimpleData Data value Schema SimpleField altitudeMode extrude tessellate " +
		"visibility open LookAt StyleMap Pair key LineStyle PolyStyle IconStyle LabelStyle color width fill outline") {
		common[s] = s
	}
}

func nameOf(b []byte) string {
	if s, ok := common[string(b)]; ok {
		return s
	}
	return string(b)
}

// attribute is the value of an attribute among attrs, "" when there is none.
func attribute(attrs []byte, name string) string {
	for i := 0; ; {
		j := bytes.Index(attrs[i:], []byte(name))
		if j < 0 {
			return ""
		}
		i += j + len(name)
		before := i - len(name) - 1
		if before >= 0 && !isSpace(attrs[before]) && attrs[before] != ':' {
			continue
		}
		rest := bytes.TrimLeft(attrs[i:], " \t\r\n")
		if len(rest) == 0 || rest[0] != '=' {
			continue
		}
		rest = bytes.TrimLeft(rest[1:], " \t\r\n")
		if len(rest) == 0 || rest[0] != '"' && rest[0] != '\'' {
			continue
		}
		if end := bytes.IndexByte(rest[1:], rest[0]); end >= 0 {
			return strings.ToValidUTF8(unescape(rest[1:1+end]), "\uFFFD")
		}
		return ""
	}
}

func isSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' }

// unescape replaces references to characters and XML's own five entities. Others
// stay as they stand: none is ever declared.
func unescape(b []byte) string {
	if bytes.IndexByte(b, '&') < 0 {
		return string(b)
	}
	var s strings.Builder
	for len(b) > 0 {
		i := bytes.IndexByte(b, '&')
		if i < 0 {
			i = len(b)
		}
		s.Write(b[:i])
		if b = b[i:]; len(b) == 0 {
			break
		}
		const most = 12 // characters of a reference
		end := bytes.IndexByte(b[:min(len(b), most)], ';')
		r, ok := rune(0), false
		if end > 0 {
			r, ok = reference(string(b[1:end]))
		}
		if !ok {
			s.WriteByte('&')
			b = b[1:]
			continue
		}
		s.WriteRune(r)
		b = b[end+1:]
	}
	return s.String()
}

func reference(name string) (rune, bool) {
	switch name {
	case "amp":
		return '&', true
	case "lt":
		return '<', true
	case "gt":
		return '>', true
	case "quot":
		return '"', true
	case "apos":
		return '\'', true
	}
	digits, ok := strings.CutPrefix(name, "#")
	base := 10
	if hex, isHex := strings.CutPrefix(strings.ToLower(digits), "x"); isHex {
		digits, base = hex, 16
	}
	n, err := strconv.ParseUint(digits, base, 21)
	return rune(n), ok && err == nil
}
