package shapefile

import (
	"archive/zip"
	"bytes"
	"errors"
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
	if f.NonUTF8 {
		name = string(charset.GB([]byte(name)))
	}
	return strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f {
			return '?'
		}
		return r
	}, strings.ToValidUTF8(strings.ReplaceAll(name, `\`, "/"), "\uFFFD"))
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
		if errors.Is(err, zip.ErrFormat) {
			err = geo.BadInput(geo.At{}, "shapefile.zip_broken")
		}
		return in, err
	}
	return m, nil
}
