package publish

import (
	"io/fs"
	"path"
	"strings"
	"unicode"

	"jianzhu/generator/tongue"
)

// foldersOf returns the folders that files stand in, given their sorted paths.
// It refuses paths that some file system or web server would take for others:
// those that lead elsewhere, that differ in case only, or that are a file and
// a folder at once.
func foldersOf(paths []string) (map[string]bool, error) {
	folders := map[string]bool{}
	spelt := map[string]string{} // path in lower case: as first written
	for _, p := range paths {
		if !plain(p) {
			return nil, tongue.Errorf("%q is not a plain relative path with slashes", p)
		}
		for at := p; at != "."; at = path.Dir(at) {
			lower := strings.ToLower(at)
			if first, ok := spelt[lower]; ok && first != at {
				return nil, tongue.Errorf("%q and %q differ in case only", first, at)
			}
			spelt[lower] = at
			if at != p {
				folders[at] = true
			}
		}
	}
	for _, p := range paths {
		if folders[p] {
			return nil, tongue.Errorf("%q is both a file and a folder", p)
		}
	}
	return folders, nil
}

func plain(p string) bool {
	top, _, _ := strings.Cut(p, "/")
	return fs.ValidPath(p) && p != "." && !strings.HasPrefix(strings.ToLower(top), pending) &&
		!strings.ContainsFunc(p, func(r rune) bool { return r == '\\' || r == ':' || unicode.IsControl(r) })
}
