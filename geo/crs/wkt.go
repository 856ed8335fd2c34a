package crs

import (
	"strings"

	"zhenjie/geo"
)

// Limits of a description of a system, far above those of real ones.
const (
	mostWKT      = 64 << 10 // bytes
	mostWKTDepth = 32
)

// node is one KEYWORD[…] of a WKT text: its values in order, and the nodes in it.
type node struct {
	key    string // in upper case
	values []string
	nodes  []*node
}

// value returns the i-th value, "" when there are fewer.
func (n *node) value(i int) string {
	if n == nil || i >= len(n.values) {
		return ""
	}
	return n.values[i]
}

// texts returns the values of a node that may be nil.
func (n *node) texts() []string {
	if n == nil {
		return nil
	}
	return n.values
}

// inner returns the nodes in a node that may be nil.
func (n *node) inner() []*node {
	if n == nil {
		return nil
	}
	return n.nodes
}

// find returns the first node in n of one of some keywords, nil when none is.
func (n *node) find(keys ...string) *node {
	for _, c := range n.inner() {
		for _, key := range keys {
			if c.key == key {
				return c
			}
		}
	}
	return nil
}

// isWKT reports whether a text is meant as WKT: a word and a bracket.
func isWKT(text string) bool {
	text = strings.TrimSpace(strings.TrimPrefix(text, "\ufeff"))
	i := strings.IndexFunc(text, func(r rune) bool { return !isWord(r) })
	return i > 0 && strings.IndexAny(strings.TrimLeft(text[i:], " \t\r\n"), "[(") == 0 && !isDigit(text[0])
}

func isWord(r rune) bool {
	return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r == '_' || r >= '0' && r <= '9'
}

func isDigit(b byte) bool { return b >= '0' && b <= '9' }

// parseWKT reads a text as a tree. What stands behind the first node is passed
// over: ESRI writes the vertical system there.
func parseWKT(text string) (*node, error) {
	if len(text) > mostWKT {
		return nil, geo.BadInput(geo.At{}, "crs.wkt_long", "limit", mostWKT>>10)
	}
	p := wktParser{text: strings.TrimPrefix(text, "\ufeff")}
	p.space()
	return p.node(0)
}

type wktParser struct {
	text string
	at   int
}

func (p *wktParser) broken() error {
	return geo.BadInput(geo.At{}, "crs.wkt_broken", "at", p.at+1)
}

func (p *wktParser) space() {
	for p.at < len(p.text) && strings.IndexByte(" \t\r\n", p.text[p.at]) >= 0 {
		p.at++
	}
}

// peek is the next byte behind white space, 0 at the end.
func (p *wktParser) peek() byte {
	p.space()
	if p.at == len(p.text) {
		return 0
	}
	return p.text[p.at]
}

// node reads KEYWORD[…]; p stands on the keyword.
func (p *wktParser) node(depth int) (*node, error) {
	if depth == mostWKTDepth {
		return nil, geo.BadInput(geo.At{}, "crs.wkt_deep", "limit", mostWKTDepth)
	}
	n := &node{key: strings.ToUpper(p.word())}
	open := p.peek()
	if n.key == "" || open != '[' && open != '(' {
		return nil, p.broken()
	}
	p.at++
	return n, p.inside(n, depth)
}

// inside reads what stands between the brackets of n.
func (p *wktParser) inside(n *node, depth int) error {
	for {
		if err := p.item(n, depth); err != nil {
			return err
		}
		switch p.peek() {
		case ',':
			p.at++
		case ']', ')':
			p.at++
			return nil
		default:
			return p.broken()
		}
	}
}

// item reads one value or node of n.
func (p *wktParser) item(n *node, depth int) error {
	if quote := p.peek(); quote == '"' || quote == '\'' {
		text, err := p.quoted(quote)
		n.values = append(n.values, text)
		return err
	}
	from := p.at
	word := p.word()
	if next := p.peek(); word != "" && (next == '[' || next == '(') {
		p.at = from
		c, err := p.node(depth + 1)
		n.nodes = append(n.nodes, c)
		return err
	}
	if word == "" {
		return p.broken()
	}
	n.values = append(n.values, word)
	return nil
}

// word reads a keyword or a number.
func (p *wktParser) word() string {
	from := p.at
	for p.at < len(p.text) && (isWord(rune(p.text[p.at])) || strings.IndexByte("+-.", p.text[p.at]) >= 0) {
		p.at++
	}
	return p.text[from:p.at]
}

// quoted reads a text between quotes; two of them stand for one.
func (p *wktParser) quoted(quote byte) (string, error) {
	var b strings.Builder
	p.at++
	for {
		i := strings.IndexByte(p.text[p.at:], quote)
		if i < 0 {
			p.at = len(p.text)
			return "", p.broken()
		}
		b.WriteString(p.text[p.at : p.at+i])
		p.at += i + 1
		if p.at == len(p.text) || p.text[p.at] != quote {
			return b.String(), nil
		}
		b.WriteByte(quote)
		p.at++
	}
}
