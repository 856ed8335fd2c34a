package basemap

import (
	"os"

	"zhenjie/geo"
)

// Size returns the size of a file in bytes; an InputError says that there is
// none, or why it cannot be read.
func Size(path string) (int64, error) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return 0, geo.FileFault(err)
	case info.IsDir():
		return 0, geo.BadInput(geo.At{}, "file.directory")
	}
	return info.Size(), nil
}
