package main

import (
	"os"
	"path/filepath"
	"runtime/debug"
)

// What a build may use before the collector works harder: some for any site, and some
// for each byte of the reports' texts. What is kept of a text is some twelve times it;
// with a bound near that a build of 1,000 reports took half as much time again.
const (
	anySite   = 256 << 20
	eachByte  = 18
	gathering = 200 // percent of what is kept that may gather as garbage while there is room
)

// boundMemory is called with the project when one is built; not for bundles, which stand
// in memory beside it. The program itself sets it to useOf; tests, which build many sites
// in one process, do not.
var boundMemory = func(root string) {}

// useOf lets garbage gather while there is room, which saves a tenth of the time, and
// has the collector keep to a bound that grows with the texts. Whoever has set
// GOGC or GOMEMLIMIT knows better.
func useOf(root string) {
	if os.Getenv("GOGC") != "" || os.Getenv("GOMEMLIMIT") != "" {
		return
	}
	var texts int64
	reports := filepath.Join(root, "content", "reports")
	folders, _ := os.ReadDir(reports)
	for _, folder := range folders {
		if info, err := os.Stat(filepath.Join(reports, folder.Name(), "report.txt")); err == nil {
			texts += info.Size()
		}
	}
	debug.SetGCPercent(gathering)
	debug.SetMemoryLimit(anySite + eachByte*texts)
}
