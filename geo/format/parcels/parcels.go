// Package parcels reads and writes 界址点坐标 texts, in which land departments
// hand parcels to each other: a section [属性描述] that says what the coordinates
// are, then [地块坐标] with a line for each parcel and one for each of its points.
//
//	J1,1,3350123.456,40512345.678
//
// is a point's name, its ring (1 the outer one, holes from 2 on), X to the north
// and Y to the east.
package parcels

import (
	"bytes"
	"errors"
	"regexp"
	"strings"

	"zhenjie/geo"
	"zhenjie/geo/charset"
	"zhenjie/geo/feature"
	"zhenjie/geo/format/internal/lines"
)

// The most that is believed of a file.
const (
	mostLine    = 64 << 10 // bytes of a line
	mostSection = 1000     // lines of [属性描述]
)

// Sniff reports whether a file that begins with head looks like such a text.
func Sniff(head []byte, _ string) bool {
	text := string(head)
	if charset.LooksGB(head) {
		text = string(charset.GB(head))
	}
	return strings.Contains(text, attributesTitle) || strings.Contains(text, pointsTitle) || parcelThenPoint.MatchString(text)
}

// parcelThenPoint is the line of a parcel with that of a point behind it.
var parcelThenPoint = regexp.MustCompile(`(?m)^[^\n]*[,，]@\s*\n\s*[^,，\s]{1,20}\s*[,，]\s*\d{1,6}\s*[,，]\s*\d+(\.\d*)?\s*[,，]\s*\d`)

// The titles of the sections.
const (
	attributesTitle = "[属性描述]"
	pointsTitle     = "[地块坐标]"
)

// Read cuts a file into batches of parcels.
func Read(src feature.Source) feature.Batches {
	return func(yield func(feature.Batch, error) bool) {
		r := reader{src: src}
		text, changed := lines.UTF8(src.Text)
		r.Cutter = lines.Cutter[*section]{
			In: text, Most: mostLine, Whole: src.Limits.FeatureBytes,
			Hand: func(b lines.Batch[*section]) bool { return yield(r.batch(b, changed), nil) },
		}
		err := r.cut()
		if errors.Is(err, lines.ErrStopped) {
			return
		}
		// What was cut before the fault comes first: it may hold an earlier one.
		if flushed := r.Flush(); flushed == nil && err != nil {
			yield(nil, err)
		}
	}
}

type reader struct {
	lines.Cutter[*section]
	src     feature.Source
	section *section
	parcels int
}

// cut tells the lines of sections, parcels and points apart. Points without the
// line of a parcel are one for themselves, up to the next empty line.
func (r *reader) cut() error {
	r.section = &section{}
	headed, inAttributes := false, false
	for {
		line, number, err := r.Next()
		if line == nil || err != nil {
			return r.finish(err)
		}
		line = bytes.TrimSpace(line)
		switch {
		case len(line) == 0:
			if !headed {
				r.End()
			} else if r.Open() {
				r.Keep()
			}
		case isTitle(line):
			r.End()
			headed = false
			if inAttributes = r.text(line) == attributesTitle; inAttributes {
				r.section = &section{declared: true}
			}
		case isParcel(line):
			headed, inAttributes = true, false
			r.begin()
		case r.Open():
			r.Keep()
		case inAttributes && r.section.set(r.text(line)), !mayBePoint(line):
			if r.section.lines++; r.section.lines > mostSection {
				return geo.BadInput(geo.At{Line: number}, "parcels.section_long", "limit", mostSection)
			}
		default:
			headed, inAttributes = false, false
			r.begin()
		}
	}
}

func (r *reader) begin() {
	r.parcels++
	r.Begin(r.section)
}

func (r *reader) finish(err error) error {
	if err == nil && r.parcels == 0 {
		return geo.BadInput(geo.At{}, "parcels.none")
	}
	return err
}

// text is a line in UTF-8.
func (r *reader) text(line []byte) string {
	if r.GB {
		line = charset.GB(line)
	}
	return strings.NewReplacer("［", "[", "］", "]", "【", "[", "】", "]", "＝", "=", "：", "=", ":", "=").Replace(string(line))
}

// mayBePoint tells a point, perhaps a faulty one, from a heading.
func mayBePoint(line []byte) bool {
	numbers := 0
	for len(line) > 0 {
		var f []byte
		if f, line = field(line); len(f) > 4 && bytes.ContainsAny(f, "0123456789") {
			numbers++
		}
	}
	return numbers >= 2
}

// isTitle reports whether a line is that of a section.
func isTitle(line []byte) bool {
	return line[0] == '[' && bytes.IndexByte(line, ']') > 0 || bytes.HasPrefix(line, []byte("【")) || bytes.HasPrefix(line, []byte("［"))
}

// isParcel reports whether a line begins a parcel.
func isParcel(line []byte) bool {
	return line[len(line)-1] == '@' || bytes.HasSuffix(line, []byte("＠"))
}
