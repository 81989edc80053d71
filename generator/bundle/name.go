package bundle

import (
	"errors"
	"path"
	"regexp"
	"strings"

	"jianzhu/generator/tongue"
)

var (
	nameForm = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

	// reserved are the names of devices on Windows, with any extension: "Naming
	// Files, Paths, and Namespaces" in Microsoft's documentation of Win32.
	reserved = regexp.MustCompile(`(?i)^(con|prn|aux|nul|conin\$|conout\$|com[0-9]|lpt[0-9])(\.|$)`)
)

// longestPath is how many characters a path in the archive may have. Windows
// takes 260 for all of it, with the folder into which the archive is unpacked.
const longestPath = 180

// CheckName says what is wrong with the name of a bundle, which becomes part of
// a file name and an address.
func CheckName(name string) error {
	if len(name) > 60 || !nameForm.MatchString(name) {
		return tongue.Errorf("%q does not name a file everywhere; use a–z, 0–9 and -, at most 60", name)
	}
	return nil
}

// checkPaths says which paths, sorted, would be lost or mistaken when an archive
// is unpacked on Windows, macOS or Linux.
func checkPaths(paths []string) error {
	var faults []error
	spelt := map[string]string{} // a path or folder in lower case: as first written
	for _, p := range paths {
		if what := pathFault(p); what != "" {
			faults = append(faults, tongue.Errorf("%s: %s; rename it, and the offline copy can hold it", p, what))
			continue
		}
		for at := p; at != "."; at = path.Dir(at) {
			lower := strings.ToLower(at)
			if first, ok := spelt[lower]; ok && first != at {
				faults = append(faults, tongue.Errorf("%s and %s differ in case only; rename one", first, at))
			} else {
				spelt[lower] = at
			}
		}
	}
	return errors.Join(faults...)
}

func pathFault(p string) string {
	if len(p) > longestPath {
		return tongue.Sprintf("the path is longer than %d characters", longestPath)
	}
	for part := range strings.SplitSeq(p, "/") {
		switch {
		case part == "" || part == "." || part == "..":
			return tongue.Text("the path is not plain")
		case reserved.MatchString(part):
			return tongue.Text("Windows keeps the name for a device")
		case strings.HasSuffix(part, ".") || strings.HasSuffix(part, " "):
			return tongue.Text("Windows drops the last character of the name")
		case strings.ContainsAny(part, `<>:"\|?*`):
			return tongue.Text("Windows does not allow a character of the name")
		case strings.ContainsFunc(part, func(r rune) bool { return r < ' ' || r > '~' }):
			return tongue.Text("the name is not plain ASCII")
		}
	}
	return ""
}
