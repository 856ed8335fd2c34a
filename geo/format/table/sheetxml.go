package table

import (
	"bufio"
	"bytes"
	"errors"
	"html"
	"io"
	"strconv"
)

// scanner reads the XML of a sheet tag by tag: a sheet has millions, and nothing
// of XML but elements, attributes and texts.
type scanner struct {
	in     *bufio.Reader
	value  []byte // what stood within v and t since it was emptied
	inText bool   // within v or t
	passed bool   // within rPh, which says how a text is pronounced
	long   []byte
}

func newScanner(in io.Reader) *scanner { return &scanner{in: bufio.NewReaderSize(in, 1<<16)} }

var (
	errLong  = errors.New("a text is too long")
	errOrder = errors.New("rows or cells are out of order")
)

// until reads up to a byte, which is passed over.
func (x *scanner) until(b byte) ([]byte, error) {
	part, err := x.in.ReadSlice(b)
	if err == nil {
		return part[:len(part)-1], nil
	}
	const most = 4 << 20
	x.long = append(x.long[:0], part...)
	for err == bufio.ErrBufferFull {
		if len(x.long) > most {
			return nil, broken(errLong)
		}
		part, err = x.in.ReadSlice(b)
		x.long = append(x.long, part...)
	}
	if err != nil {
		return nil, err
	}
	return x.long[:len(x.long)-1], nil
}

// tag reads on to behind the next tag. Its name has a / before where it ends an
// element, behind where the element is empty, and no prefix.
func (x *scanner) tag() (name string, attributes []byte, err error) {
	text, err := x.until('<')
	if err != nil {
		return "", nil, err
	}
	if x.inText {
		x.take(text)
	}
	tag, err := x.until('>')
	if err == io.EOF {
		err = broken(io.ErrUnexpectedEOF)
	}
	if err != nil {
		return "", nil, err
	}
	word, attributes, _ := bytes.Cut(tag, []byte(" "))
	name = x.known(word)
	if n := len(attributes); n > 0 && attributes[n-1] == '/' {
		name += "/"
	}
	switch name {
	case "v", "t":
		x.inText = !x.passed
	case "/v", "/t":
		x.inText = false
	case "rPh", "/rPh":
		x.passed = name == "rPh"
	}
	return name, attributes, nil
}

// known is the name of a tag without its prefix; only the names that matter are
// told apart.
func (x *scanner) known(word []byte) string {
	if i := bytes.IndexByte(word, ':'); i >= 0 {
		if word[0] == '/' {
			word = append([]byte("/"), word[i+1:]...)
		} else {
			word = word[i+1:]
		}
	}
	switch string(word) {
	case "c":
		return "c"
	case "/c":
		return "/c"
	case "v":
		return "v"
	case "/v":
		return "/v"
	case "t":
		return "t"
	case "/t":
		return "/t"
	case "row":
		return "row"
	case "/row":
		return "/row"
	case "/si":
		return "/si"
	case "si/":
		return "si/"
	case "c/":
		return "c/"
	case "rPh":
		return "rPh"
	case "/rPh":
		return "/rPh"
	}
	return ""
}

func (x *scanner) take(text []byte) {
	if bytes.IndexByte(text, '&') >= 0 {
		x.value = append(x.value, html.UnescapeString(string(text))...)
		return
	}
	x.value = append(x.value, text...)
}

// attribute is the value of an attribute, nil when there is none.
func attribute(attributes []byte, name string) []byte {
	for len(attributes) > 0 {
		attributes = bytes.TrimLeft(attributes, " \t\r\n")
		key, rest, ok := bytes.Cut(attributes, []byte("="))
		if !ok || len(rest) == 0 {
			return nil
		}
		value, rest, ok := bytes.Cut(rest[1:], rest[:1])
		if !ok {
			return nil
		}
		if string(key) == name {
			return value
		}
		attributes = rest
	}
	return nil
}

// columnOf is the number of the column of a cell's name, such as AB12, from 1; 0
// for none.
func columnOf(ref []byte) (column int) {
	const most = 1 << 14
	for _, c := range ref {
		if c < 'A' || c > 'Z' {
			break
		}
		if column = column*26 + int(c-'A') + 1; column > most {
			return 0
		}
	}
	return column
}

// rowOf is the number of a row; 0 for what is none.
func rowOf(text []byte) int {
	n, err := strconv.Atoi(string(text))
	if err != nil || n < 1 || n > mostRows {
		return 0
	}
	return n
}
