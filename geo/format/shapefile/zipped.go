package shapefile

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"io"
	"path"
	"slices"
	"strings"

	"zhenjie/geo"
	"zhenjie/geo/charset"
)

// What a .zip may ask of the machine. Tables are read no further than there are
// shapes, and nothing is held in memory but the records being decoded, so that
// only the .shp need bounds: deflate can blow up bytes a thousand times, while
// coordinates shrink to a half and seldom to a tenth.
const (
	mostMembers  = 1 << 16
	mostUnpacked = 4 << 30   // all .shp together
	mostRatio    = 100       // of one .shp, unpacked against packed
	ratioFrom    = 16 << 20  // unpacked; below it no ratio hurts
	mostHeld     = 256 << 20 // a .zip that can only be read in turn
)

// zipped reads every shapefile of a .zip, in the order of their .shp.
func (r *reader) zipped(text io.Reader) error {
	at, size := r.src.At, r.src.Size
	if at == nil || size == 0 {
		held, err := io.ReadAll(io.LimitReader(text, mostHeld))
		if err != nil {
			return geo.BadInput(geo.At{}, "file.unreadable", "error", err.Error())
		}
		at, size = bytes.NewReader(held), int64(len(held))
	}
	archive, err := zip.NewReader(at, size)
	if err != nil {
		return geo.BadInput(geo.At{}, "shapefile.zip_broken")
	}
	sets, names, err := r.setsOf(archive)
	if err != nil {
		return err
	}
	for i, set := range sets {
		if err := r.layer(names[i], set); err != nil {
			return err
		}
	}
	return nil
}

// setsOf puts the members together that belong to one shapefile: those of one
// folder and name.
func (r *reader) setsOf(archive *zip.Reader) (sets []set, names []string, err error) {
	if len(archive.File) > mostMembers {
		return nil, nil, geo.BadInput(geo.At{}, "shapefile.zip_members", "limit", mostMembers)
	}
	by := map[string]set{}
	var stems []string // of the shapefiles
	left := uint64(mostUnpacked)
	for _, f := range archive.File {
		name := memberName(f)
		ext := extension(name)
		base := path.Base(name)
		if !isPart(ext) || strings.HasPrefix(base, "._") || f.FileInfo().IsDir() {
			continue // "._" is what macOS adds beside each file
		}
		m, err := r.packed(f, name)
		if err != nil {
			return nil, nil, err
		}
		stem := strings.ToLower(strings.TrimSuffix(name, path.Ext(name)))
		if by[stem] == nil {
			by[stem] = set{}
		}
		if by[stem][ext] != nil {
			continue // the same name twice: the first counts
		}
		by[stem][ext] = m
		if ext == ".shp" {
			if f.UncompressedSize64 > left || f.UncompressedSize64 > ratioFrom && f.UncompressedSize64/mostRatio > f.CompressedSize64 {
				return nil, nil, m.fault(geo.BadInput(geo.At{}, "shapefile.zip_bomb", "limit", mostUnpacked>>30, "ratio", mostRatio))
			}
			left -= f.UncompressedSize64
			stems = append(stems, stem)
			names = append(names, strings.TrimSuffix(base, path.Ext(base)))
		}
	}
	if len(stems) == 0 {
		return nil, nil, geo.BadInput(geo.At{}, "shapefile.zip_without_shp")
	}
	for _, stem := range stems {
		sets = append(sets, by[stem])
	}
	return sets, names, nil
}

// memberName is a member's name in UTF-8, with slashes. It is shown and never
// used as a path.
func memberName(f *zip.File) string {
	name := f.Name
	if utf, ok := unicodePath(f); ok {
		name = utf
	} else if f.NonUTF8 {
		name = string(charset.GB([]byte(name)))
	}
	return strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f {
			return '?'
		}
		return r
	}, strings.ToValidUTF8(strings.ReplaceAll(name, `\`, "/"), "\uFFFD"))
}

// unicodePath is the name in the extra field that Info-ZIP has for it (APPNOTE
// 4.6.9), if that belongs to the name in the directory.
func unicodePath(f *zip.File) (string, bool) {
	const id, before = 0x7075, 5 // a version and a checksum
	for extra := f.Extra; len(extra) >= 4; {
		kind, size := binary.LittleEndian.Uint16(extra), int(binary.LittleEndian.Uint16(extra[2:]))
		extra = extra[4:]
		if size > len(extra) {
			break
		}
		if kind == id && size > before && binary.LittleEndian.Uint32(extra[1:]) == crc32.ChecksumIEEE([]byte(f.Name)) {
			return string(extra[before:size]), true
		}
		extra = extra[size:]
	}
	return "", false
}

func (r *reader) packed(f *zip.File, name string) (*member, error) {
	const encrypted = 1
	m := &member{name: r.src.Path + "/" + name, size: int64(f.UncompressedSize64)}
	if f.Flags&encrypted != 0 {
		return nil, m.fault(geo.BadInput(geo.At{}, "shapefile.zip_encrypted"))
	}
	if !slices.Contains([]uint16{zip.Store, zip.Deflate}, f.Method) {
		return nil, m.fault(geo.BadInput(geo.At{}, "shapefile.zip_method", "method", f.Method))
	}
	m.open = func() (io.ReadCloser, error) {
		in, err := f.Open()
		if err != nil {
			return nil, brokenZip(err)
		}
		return &unpacking{in}, nil
	}
	return m, nil
}

// unpacking is a member being unpacked.
type unpacking struct{ io.ReadCloser }

func (u *unpacking) Read(b []byte) (int, error) {
	n, err := u.ReadCloser.Read(b)
	return n, brokenZip(err)
}

// finish unpacks the rest, at most so many bytes, so that the checksum is
// compared.
func (u *unpacking) finish(most int64) error {
	_, err := io.CopyN(io.Discard, u, most)
	if err == io.EOF {
		return nil
	}
	return err
}

// brokenZip is the fault that any error of unpacking stands for.
func brokenZip(err error) error {
	if err == nil || err == io.EOF {
		return err
	}
	return geo.BadInput(geo.At{}, "shapefile.zip_broken")
}
