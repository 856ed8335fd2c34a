package dxf

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"math"
	"strconv"

	"zhenjie/geo"
	"zhenjie/geo/feature"
)

// longestLine is a limit of this reader, in bytes; the format's own is 2049.
const longestLine = 1 << 18

// groups reads the pairs of a code and a value that a drawing consists of.
type groups struct {
	in     *bufio.Reader
	limits feature.Limits
	line   int // lines read so far
	code   int
	value  []byte // valid until the next group
	again  bool   // the group in hand is to be had once more
}

func newGroups(src feature.Source) *groups {
	return &groups{in: bufio.NewReaderSize(src.Text, longestLine), limits: src.Limits}
}

// beginning passes over a byte order mark and refuses other kinds of drawings.
func (g *groups) beginning() error {
	head, err := g.in.Peek(headSize)
	if err != nil && err != io.EOF {
		return geo.FileFault(err)
	}
	if len(head) == 0 {
		return geo.BadInput(geo.At{}, "file.empty")
	}
	if err := foreign(head); err != nil {
		return err
	}
	if bytes.HasPrefix(head, byteOrderMark) {
		g.in.Discard(len(byteOrderMark)) // it is in the buffer
	}
	return nil
}

// next goes to the next group; io.EOF says that there is none.
func (g *groups) next() error {
	if g.again {
		g.again = false
		return nil
	}
	text, err := g.readLine()
	if err != nil {
		return err
	}
	if g.code, err = g.codeOf(text); err != nil {
		return err
	}
	g.value, err = g.readLine()
	if err == io.EOF {
		return g.truncated()
	}
	return err
}

// back makes next return the group in hand once more.
func (g *groups) back() { g.again = true }

// more is next within something that has to end: an end of the file there is a
// fault.
func (g *groups) more() error {
	err := g.next()
	if err == io.EOF {
		return g.truncated()
	}
	return err
}

// readLine returns a line without its end.
func (g *groups) readLine() ([]byte, error) {
	line, err := g.in.ReadSlice('\n')
	g.line++
	switch {
	case errors.Is(err, bufio.ErrBufferFull) || len(line) > g.limits.StringBytes:
		return nil, geo.BadInput(g.at(), "dxf.long_line", "limit", min(longestLine, g.limits.StringBytes))
	case err == io.EOF && len(bytes.TrimSpace(line)) == 0:
		return nil, io.EOF
	case err != nil && err != io.EOF:
		return nil, geo.FileFault(err)
	}
	line = bytes.TrimSuffix(line, []byte("\n"))
	return bytes.TrimSuffix(line, []byte("\r")), nil
}

func (g *groups) at() geo.At { return geo.At{Line: g.line} }

func (g *groups) truncated() error { return geo.BadInput(g.at(), "dxf.truncated") }

// codeOf reads a group code, -5 to 1071 in the reference.
func (g *groups) codeOf(text []byte) (int, error) {
	digits := bytes.TrimSpace(text)
	n, sign := 0, 1
	if len(digits) > 1 && digits[0] == '-' {
		digits, sign = digits[1:], -1
	}
	for _, c := range digits {
		if !isDigit(c) || len(digits) > 5 {
			return 0, geo.BadInput(g.at(), "dxf.group_code", "got", snippet(text))
		}
		n = 10*n + int(c-'0')
	}
	if len(digits) == 0 {
		return 0, geo.BadInput(g.at(), "dxf.group_code", "got", "")
	}
	return sign * n, nil
}

// word is the value as a name of the format.
func (g *groups) word() string { return string(bytes.TrimSpace(g.value)) }

// is reports whether the group in hand is the one given.
func (g *groups) is(code int, word string) bool {
	return g.code == code && string(bytes.TrimSpace(g.value)) == word
}

// hugest bounds coordinates: beyond it a millimetre is lost.
const hugest = 1e12

// float is the value as a finite number.
func (g *groups) float() (float64, error) {
	text := bytes.TrimSpace(g.value)
	x, err := strconv.ParseFloat(string(text), 64)
	if err != nil || math.IsNaN(x) || math.Abs(x) > hugest {
		return 0, geo.BadInput(g.at(), "dxf.number", "got", snippet(g.value))
	}
	return x, nil
}

// int is the value as a whole number; some programs write 1.0 for 1.
func (g *groups) int() (int, error) {
	x, err := g.float()
	if err == nil && (x != math.Trunc(x) || math.Abs(x) > math.MaxInt32) {
		err = geo.BadInput(g.at(), "dxf.number", "got", snippet(g.value))
	}
	return int(x), err
}

// floatTo and intTo set what is read.
func (g *groups) floatTo(x *float64) (err error) { *x, err = g.float(); return err }
func (g *groups) intTo(n *int) (err error)       { *n, err = g.int(); return err }

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// snippet shows what stands in the file, short enough for a sentence.
func snippet(text []byte) string {
	const most = 24
	text = bytes.TrimSpace(text)
	if len(text) > most {
		text = text[:most]
	}
	return string(bytes.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f {
			return '?'
		}
		return r
	}, text))
}
