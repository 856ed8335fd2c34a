// Package lines cuts texts that hold a point a line into features, for formats
// whose client says at which line the next feature begins.
package lines

import (
	"bytes"
	"errors"
	"io"

	"zhenjie/geo"
	"zhenjie/geo/charset"
)

// blockSize is the text read at a time and so about the size of a batch.
const blockSize = 256 << 10

// ErrStopped says that the reader's client wants no more.
var ErrStopped = errors.New("the reader's client wants no more")

// Run is the text of one feature.
type Run[T any] struct {
	Text   []byte
	Number int   // of the feature, from 0
	Line   int   // number of its first line, from 1
	Byte   int64 // offset of its first byte
	Head   T     // what the client gave with it
}

// Batch is a run of features. GB says that texts which are not UTF-8 are GB 18030.
type Batch[T any] struct {
	Runs []Run[T]
	GB   bool
}

// Cutter reads lines one after the other and keeps those of the features.
type Cutter[T any] struct {
	In    io.Reader
	Quote byte                // fields within these may go over several lines; 0 for none
	Split byte                // stands between fields
	Most  int                 // bytes of one line
	Whole int64               // bytes of one feature
	Hand  func(Batch[T]) bool // takes a batch over; false ends the reading
	GB    bool                // set once text was met that is better taken as GB 18030
	Count int                 // features handed out so far

	buf  []byte
	base int64 // offset of buf in the file
	pos  int   // next byte
	next int   // number of the line at pos, from 0
	eof  bool

	open bool // a feature is begun and not ended
	last place
	runs []run[T]
}

type place struct{ from, to, line int }

type run[T any] struct {
	place
	head T
}

// Next returns the next line with its number, without its end; nil behind the
// last. The line is valid until the next call.
func (c *Cutter[T]) Next() (line []byte, number int, err error) {
	from := 0 // of what is not looked through yet, behind pos
	for {
		end, more := c.end(c.pos + from)
		if !more || c.eof {
			if end == c.pos && c.eof && more {
				return nil, 0, nil
			}
			return c.take(end), c.last.line, nil
		}
		if from = 0; c.Quote == 0 {
			from = len(c.buf) - c.pos
		}
		if len(c.buf)-c.pos > c.Most {
			return nil, 0, geo.BadInput(geo.At{Line: c.next + 1}, "lines.line_long", "limit", c.Most>>10)
		}
		if err := c.fill(); err != nil {
			return nil, 0, err
		}
	}
}

// take passes over the line that ends at end.
func (c *Cutter[T]) take(end int) []byte {
	line := c.buf[c.pos:end]
	if line == nil {
		line = []byte{}
	}
	behind := min(end+1, len(c.buf))
	if bytes.HasSuffix(line, []byte("\r")) {
		line = line[:len(line)-1]
	}
	c.last = place{c.pos, behind, c.next + 1}
	c.next += 1 + bytes.Count(line, []byte("\n"))
	c.pos = behind
	return line
}

// end is where the line ends; more says that the text in memory ends before.
func (c *Cutter[T]) end(from int) (end int, more bool) {
	i := bytes.IndexByte(c.buf[from:], '\n')
	if i >= 0 && (c.Quote == 0 || bytes.IndexByte(c.buf[c.pos:from+i], c.Quote) < 0) {
		return from + i, false
	}
	if i < 0 && (c.Quote == 0 || bytes.IndexByte(c.buf[c.pos:], c.Quote) < 0) {
		return len(c.buf), true
	}
	return c.quotedEnd()
}

// quotedEnd is end for a line with quotes. They hide the end of a line only where
// they begin a field: 30°15'20" has one too.
func (c *Cutter[T]) quotedEnd() (end int, more bool) {
	begins := true
	for i := c.pos; i < len(c.buf); i++ {
		switch b := c.buf[i]; {
		case b == '\n':
			return i, false
		case b == c.Quote && begins:
			n := Quoted(c.buf[i:], c.Quote)
			if n < 0 {
				return len(c.buf), true
			}
			i += n - 1
			begins = false
		default:
			begins = b == c.Split
		}
	}
	return len(c.buf), true
}

// Quoted is the length of the quoted text that begins b, its quotes included; two
// in a row stand for one. It is negative when b ends before the text does.
func Quoted(b []byte, quote byte) int {
	for i := 1; ; i++ {
		j := bytes.IndexByte(b[i:], quote)
		if j < 0 {
			return -1
		}
		if i += j; i+1 == len(b) || b[i+1] != quote {
			return i + 1
		}
		i++
	}
}

// Begin makes the line returned last the first of a new feature. Lines behind it
// belong to it until End or the next Begin.
func (c *Cutter[T]) Begin(head T) {
	c.End()
	c.open = true
	c.runs = append(c.runs, run[T]{c.last, head})
}

// Keep takes the line returned last into the feature begun.
func (c *Cutter[T]) Keep() { c.runs[len(c.runs)-1].to = c.last.to }

// End ends the feature begun last, before the line returned last.
func (c *Cutter[T]) End() { c.open = false }

// Open reports whether a feature is begun and not ended.
func (c *Cutter[T]) Open() bool { return c.open }

// fill reads on behind the text in memory. Text of features that are complete is
// handed out when there is no room left.
func (c *Cutter[T]) fill() error {
	if len(c.buf) == cap(c.buf) {
		if err := c.room(); err != nil {
			return err
		}
	}
	n, err := io.ReadFull(c.In, c.buf[len(c.buf):cap(c.buf)])
	c.buf = c.buf[:len(c.buf)+n]
	switch {
	case err == io.EOF || err == io.ErrUnexpectedEOF:
		c.eof = true
	case errors.As(err, new(*geo.InputError)):
		return err
	case err != nil:
		return geo.BadInput(geo.At{}, "file.unreadable", "error", err.Error())
	}
	c.GB = c.GB || charset.LooksGB(c.buf[len(c.buf)-n:])
	return nil
}

// room makes a new block, with the text that is still needed at its beginning.
func (c *Cutter[T]) room() error {
	keep, ready := c.pos, len(c.runs)
	if c.open {
		ready--
		keep = c.runs[ready].from
	}
	kept := c.buf[keep:]
	if c.open && int64(len(kept)) > c.Whole {
		return geo.BadInput(geo.At{Line: c.runs[ready].line}, "lines.feature_bytes", "limit", c.Whole>>20)
	}
	block := make([]byte, 0, max(blockSize, 2*len(kept)))
	block = append(block, kept...)
	if ready > 0 && !c.hand(ready) {
		return ErrStopped
	}
	for i := range c.runs {
		c.runs[i].from -= keep
		c.runs[i].to -= keep
	}
	c.last.from, c.last.to = c.last.from-keep, c.last.to-keep
	c.base += int64(keep)
	c.pos -= keep
	c.buf = block
	return nil
}

// hand gives the first n features away.
func (c *Cutter[T]) hand(n int) bool {
	b := Batch[T]{Runs: make([]Run[T], n), GB: c.GB}
	for i, r := range c.runs[:n] {
		b.Runs[i] = Run[T]{Text: c.buf[r.from:r.to:r.to], Number: c.Count + i, Line: r.line, Byte: c.base + int64(r.from), Head: r.head}
	}
	c.Count += n
	c.runs = append([]run[T](nil), c.runs[n:]...)
	return c.Hand(b)
}

// Flush hands the rest out.
func (c *Cutter[T]) Flush() error {
	c.End()
	if len(c.runs) > 0 && !c.hand(len(c.runs)) {
		return ErrStopped
	}
	return nil
}

// Head is the beginning of the text, at most n bytes of it and a block. It may be
// called before the first line was read.
func (c *Cutter[T]) Head(n int) ([]byte, error) {
	for !c.eof && len(c.buf)-c.pos < n {
		if err := c.fill(); err != nil {
			return nil, err
		}
	}
	return c.buf[c.pos:min(len(c.buf), c.pos+n)], nil
}
