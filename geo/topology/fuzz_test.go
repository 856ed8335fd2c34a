package topology

import (
	"encoding/binary"
	"math"
	"testing"

	"zhenjie/geo"
)

// shapeOf reads a shape from bytes: 0 begins a part, 1 a ring, 2 closes it, 3 a
// point of any two floats; any other byte is a point on a grid of 16 by 16.
func shapeOf(data []byte) geo.Shape {
	var parts [][][]geo.Point
	ring := func() *[]geo.Point {
		if len(parts) == 0 {
			parts = append(parts, nil)
		}
		part := &parts[len(parts)-1]
		if len(*part) == 0 {
			*part = append(*part, nil)
		}
		return &(*part)[len(*part)-1]
	}
	for i := 0; i < len(data); i++ {
		r := ring()
		switch b := data[i]; {
		case b == 0:
			parts = append(parts, nil)
		case b == 1:
			parts[len(parts)-1] = append(parts[len(parts)-1], nil)
		case b == 2 && len(*r) > 0:
			*r = append(*r, (*r)[0])
		case b == 3 && len(data)-i > 16:
			x, y := binary.LittleEndian.Uint64(data[i+1:]), binary.LittleEndian.Uint64(data[i+9:])
			*r = append(*r, geo.Point{math.Float64frombits(x), math.Float64frombits(y)})
			i += 16
		default:
			*r = append(*r, geo.Point{float64(b % 16), float64(b / 16)})
		}
	}
	var b geo.Builder
	for _, rings := range parts {
		b.Part()
		for _, pts := range rings {
			b.Ring(pts)
		}
	}
	return b.Shape()
}

func FuzzCheck(f *testing.F) {
	f.Add([]byte{0x11, 0x1f, 0xff, 0xf1, 2, 1, 0x33, 0x3c, 0xcc, 0xc3, 2})                // a hole
	f.Add([]byte{0x11, 0xff, 0x1f, 0xf1, 2, 0, 0x11, 0x1f, 0xff, 2})                      // a bow tie and a triangle
	f.Add([]byte{0x11, 0x88, 0x1f, 0xff, 0x88, 0xf1, 2, 1, 0x88, 0x88, 0x44, 0x44, 0x11}) // touches and spikes
	f.Add(append([]byte{0x44, 3}, make([]byte, 16)...))
	f.Add(append([]byte{0x44, 0x48, 3}, "\xff\xff\xff\xff\xff\xff\xef\x7f\x01\x00\x00\x00\x00\x00\x00\x00"...))
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 400 {
			return
		}
		s := shapeOf(data)
		problems := Check(s)
		if len(problems) > len(allKinds)*(maxPlaces+1) {
			t.Errorf("%d problems", len(problems))
		}
		for name, find := range engines {
			if got := checkBy(s, find); Valid(got) != Valid(problems) {
				t.Errorf("%s: %v, Check: %v in %v", name, kinds(got), kinds(problems), s.Orb())
			}
			if s.Vertices() < 40 {
				agree(t, name, s, find)
			}
		}
		if Valid(problems) && !s.IsEmpty() && s.Vertices() > 0 && !Contains(s, s) {
			t.Errorf("not within itself: %v", s.Orb())
		}
	})
}
