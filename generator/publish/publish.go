// Package publish puts finished files in place: unchanged ones keep their
// times, and a site is swapped in whole or not at all.
//
// [Write] keeps a folder of intermediate files equal to a map. [Making.Swap] replaces
// a site by the finished one in [Work], and [Repair] mends what a killed run
// left; [Lock] lets one run through at a time. [Look] sees what stands in a folder, so
// that the disk is asked once. Nothing outside the folders named is written or removed:
// symbolic links are not followed, and a folder that is one is refused.
package publish

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"jianzhu/generator/tongue"
)

// folder reports whether there is a folder at path. Anything else there (a
// file, a symbolic link even to a folder) is an error, for it is not ours.
func folder(path string) (bool, error) {
	info, err := os.Lstat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return false, nil
	case err != nil:
		return false, err
	case !info.IsDir():
		return false, tongue.Errorf("%s is not a folder (%s); move it away, and a folder is made there", path, kindOf(info.Mode()))
	}
	return true, nil
}

// named returns dir cleaned. It must be a folder with a name of its own, so
// that there can be others beside it: not ".", "..", a root or "".
func named(dir string) (string, error) {
	clean := filepath.Clean(dir)
	switch filepath.Base(clean) {
	case ".", "..", string(filepath.Separator):
		return "", tongue.Errorf("%q does not name a folder to publish to", dir)
	}
	return clean, nil
}

func kindOf(mode fs.FileMode) string {
	switch {
	case mode.IsRegular():
		return tongue.Text("a file")
	case mode.IsDir():
		return tongue.Text("a folder")
	case mode&fs.ModeSymlink != 0:
		return tongue.Text("a symbolic link")
	default:
		return tongue.Text("a special file")
	}
}
