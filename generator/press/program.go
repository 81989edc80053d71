package press

import (
	"crypto/sha256"
	"io"
	"os"
	"runtime/debug"
	"strings"
	"sync"
)

// program tells this program from others, by which what is kept is known as its own:
// by what it was built from, or where that is not said, as with go run, by its file;
// "" where neither can be known.
var program = sync.OnceValue(func() string {
	info, ok := debug.ReadBuildInfo()
	if ok && strings.Contains(info.String(), "vcs.modified=false") {
		return info.String()
	}
	sum := sha256.New()
	file, err := os.Executable()
	if err != nil {
		return ""
	}
	f, err := os.Open(file)
	if err != nil {
		return ""
	}
	defer f.Close()
	if _, err := io.Copy(sum, f); err != nil {
		return ""
	}
	return string(sum.Sum(nil))
})
