package main

import (
	"fmt"
	"runtime/debug"
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
