package typeface

import (
	"encoding/binary"
	"math/bits"
)

// tables are the parts of a TrueType file by name. The files are the program's
// own, which a test reads: what it needs is there.
type tables map[string][]byte

func tablesOf(file []byte) tables {
	t := tables{}
	for i := range int(binary.BigEndian.Uint16(file[4:])) {
		entry := file[12+16*i:]
		from, length := binary.BigEndian.Uint32(entry[8:]), binary.BigEndian.Uint32(entry[12:])
		t[string(entry[:4])] = file[from:][:length]
	}
	return t
}

// glyph is the description of a glyph; empty where nothing is drawn.
func (t tables) glyph(n uint16) []byte {
	i := int(n)
	if binary.BigEndian.Uint16(t["head"][50:]) == 0 { // offsets are halved
		from, to := binary.BigEndian.Uint16(t["loca"][2*i:]), binary.BigEndian.Uint16(t["loca"][2*i+2:])
		return t["glyf"][2*int(from) : 2*int(to)]
	}
	return t["glyf"][binary.BigEndian.Uint32(t["loca"][4*i:]):binary.BigEndian.Uint32(t["loca"][4*i+4:])]
}

// metrics is the advance and left bearing of a glyph, four bytes.
func (t tables) metrics(n uint16) []byte {
	long := int(binary.BigEndian.Uint16(t["hhea"][34:]))
	if i := int(n); i < long {
		return t["hmtx"][4*i:][:4]
	}
	last := t["hmtx"][4*(long-1):][:2] // the rest share the last advance
	bearing := t["hmtx"][4*long+2*(int(n)-long):][:2]
	return []byte{last[0], last[1], bearing[0], bearing[1]}
}

type table struct {
	name string
	data []byte
}

// assemble makes a TrueType file of tables in alphabetical order.
func assemble(parts []table) []byte {
	n := len(parts)
	power := 1 << (bits.Len(uint(n)) - 1)
	file := []byte{0, 1, 0, 0}
	for _, v := range []int{n, 16 * power, bits.Len(uint(n)) - 1, 16 * (n - power)} {
		file = binary.BigEndian.AppendUint16(file, uint16(v))
	}
	at := len(file) + 16*n
	for _, p := range parts {
		file = append(file, p.name...)
		file = binary.BigEndian.AppendUint32(file, checksum(p.data))
		file = binary.BigEndian.AppendUint32(file, uint32(at))
		file = binary.BigEndian.AppendUint32(file, uint32(len(p.data)))
		at += (len(p.data) + 3) &^ 3
	}
	for _, p := range parts {
		file = append(file, p.data...)
		for len(file)%4 != 0 {
			file = append(file, 0)
		}
	}
	return file
}

func checksum(data []byte) uint32 {
	var sum uint32
	for i := 0; i < len(data); i += 4 {
		var word [4]byte
		copy(word[:], data[i:])
		sum += binary.BigEndian.Uint32(word[:])
	}
	return sum
}
