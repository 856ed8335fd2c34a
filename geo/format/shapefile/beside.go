package shapefile

import (
	"errors"
	"os"
	"path/filepath"
	"strings"

	"zhenjie/geo"
)

// writeBeside writes the files of one shapefile, named by stem: into a folder
// of their own first, so that the old ones make room when all is on the disk.
// What goes wrong then is undone.
func writeBeside(stem string, parts []part) error {
	target := stem + ".shp"
	folder, err := os.MkdirTemp(filepath.Dir(stem), "."+filepath.Base(stem)+".*")
	if err != nil {
		return geo.InFile(geo.WriteFault(err), target)
	}
	defer os.RemoveAll(folder)
	var moves moves
	for _, old := range stale(stem) {
		moves.plan(old, filepath.Join(folder, "old"+filepath.Base(old)))
	}
	for _, p := range parts {
		fresh := filepath.Join(folder, "new"+p.ext)
		if err := geo.WriteWith(fresh, p.write); err != nil {
			return inTarget(err, target)
		}
		moves.plan(fresh, stem+p.ext)
	}
	if err := moves.run(); err != nil {
		return geo.InFile(geo.WriteFault(err), target)
	}
	return nil
}

// inTarget names the file that was meant, not the one it is prepared in.
func inTarget(err error, target string) error {
	var bad *geo.InputError
	if errors.As(err, &bad) && bad.File != "" {
		named := *bad
		named.File = target
		return &named
	}
	return err
}

// stale are the files of an older shapefile of that name, with the indexes that
// programs would search the new one by.
func stale(stem string) (paths []string) {
	entries, err := os.ReadDir(filepath.Dir(stem))
	if err != nil {
		return nil // writing will say what is wrong
	}
	for _, e := range entries {
		ext := filepath.Ext(e.Name())
		if strings.TrimSuffix(e.Name(), ext) != filepath.Base(stem) || !e.Type().IsRegular() {
			continue
		}
		switch lower := strings.ToLower(ext); lower {
		case ".sbn", ".sbx", ".qix", ".qpj":
		default:
			if !isPart(lower) {
				continue
			}
		}
		paths = append(paths, filepath.Join(filepath.Dir(stem), e.Name()))
	}
	return paths
}

// moves are files to be renamed, all or none.
type moves [][2]string

func (m *moves) plan(from, to string) { *m = append(*m, [2]string{from, to}) }

func (m moves) run() error {
	for i, one := range m {
		if err := os.Rename(one[0], one[1]); err != nil {
			for k := i - 1; k >= 0; k-- {
				os.Rename(m[k][1], m[k][0])
			}
			return err
		}
	}
	return nil
}
