package main

import (
	"crypto/sha256"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"strings"
	"sync"
)

// version is that of a release, set when it is linked; else the module's own tells.
var version = ""

// versionLine says which program this is.
func versionLine() string {
	v, revision := version, ""
	if info, ok := debug.ReadBuildInfo(); ok {
		if v == "" {
			v = info.Main.Version
		}
		for _, s := range info.Settings {
			if s.Key == "vcs.revision" && len(s.Value) >= 12 {
				revision = " " + s.Value[:12]
			}
		}
	}
	if v == "" {
		v = "(devel)"
	}
	return fmt.Sprintf("jianzhu %s%s", v, revision)
}

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
