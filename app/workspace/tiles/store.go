package tiles

import (
	"image"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"sync"
	"time"

	"zhenjie/geo/basemap"
)

// mostKept is the size of all kept tiles together, in bytes; when they grow
// beyond it, the oldest go until a tenth is free.
const mostKept = 300 << 20

// keep is a folder of kept tiles, of all templates.
type keep struct {
	root string
	most int64
	mu   sync.Mutex
	size int64 // -1: not known yet
}

// store is a template's part of it: root/template/z/x/y.
type store struct {
	keep   *keep
	folder string
}

var (
	keepsMu sync.Mutex
	keeps   = map[string]*keep{}
)

// storeAt returns the store of a template below a root; stores of one root
// share its limit.
func storeAt(root, folder string) *store {
	keepsMu.Lock()
	defer keepsMu.Unlock()
	if keeps[root] == nil {
		keeps[root] = &keep{root: root, most: mostKept, size: -1}
	}
	return &store{keeps[root], filepath.Join(root, folder)}
}

// Folder is where tiles are kept: in the user's cache.
func Folder() string {
	base, err := os.UserCacheDir()
	if err != nil {
		base = os.TempDir()
	}
	return filepath.Join(base, "zhenjie", "tiles")
}

func (s *store) path(z, x, y int) string {
	return filepath.Join(s.folder, strconv.Itoa(z), strconv.Itoa(x), strconv.Itoa(y)+".tile")
}

// read returns a kept tile and when it was fetched; nil if there is none. One
// that cannot be decoded is thrown away.
func (s *store) read(z, x, y int) (*image.RGBA, time.Time) {
	path := s.path(z, x, y)
	f, err := os.Open(path)
	if err != nil {
		return nil, time.Time{}
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, time.Time{}
	}
	data, err := io.ReadAll(io.LimitReader(f, basemap.MaxTileBytes+1))
	if err != nil {
		return nil, time.Time{}
	}
	img, err := basemap.DecodeTile(data)
	if err != nil {
		f.Close() // Windows removes no open file
		os.Remove(path)
		return nil, time.Time{}
	}
	return img, info.ModTime()
}

// write keeps a tile, whole or not at all. A disk that is full is no reason to
// show no map: errors are dropped.
func (s *store) write(z, x, y int, data []byte) {
	path := s.path(z, x, y)
	if os.MkdirAll(filepath.Dir(path), 0o777) != nil {
		return
	}
	// No sync: after a power cut a tile that is not whole is fetched again.
	f, err := os.CreateTemp(filepath.Dir(path), "*.part")
	if err != nil {
		return
	}
	_, err = f.Write(data)
	if closed := f.Close(); err != nil || closed != nil || os.Rename(f.Name(), path) != nil {
		os.Remove(f.Name())
		return
	}
	s.keep.added(int64(len(data)))
}

// added counts a tile, and makes room if there is none left.
func (k *keep) added(n int64) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.size < 0 {
		k.size = 0
		for _, f := range k.files() {
			k.size += f.size
		}
	} else {
		k.size += n
	}
	if k.size > k.most {
		k.shrink()
	}
}

type keptFile struct {
	path string
	size int64
	at   time.Time
}

func (k *keep) files() []keptFile {
	var out []keptFile
	_ = filepath.WalkDir(k.root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return nil // what cannot be read is not counted
		}
		if info, err := d.Info(); err == nil {
			out = append(out, keptFile{path, info.Size(), info.ModTime()})
		}
		return nil
	})
	return out
}

// shrink removes the oldest tiles until a tenth of the room is free.
func (k *keep) shrink() {
	files := k.files()
	slices.SortFunc(files, func(a, b keptFile) int { return a.at.Compare(b.at) })
	k.size = 0
	for _, f := range files {
		k.size += f.size
	}
	for _, f := range files {
		if k.size <= k.most-k.most/10 {
			return
		}
		if os.Remove(f.path) == nil {
			k.size -= f.size
		}
	}
}
