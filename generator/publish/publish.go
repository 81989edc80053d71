// Package publish puts finished files in place: unchanged ones keep their
// times, and a site is swapped in whole or not at all.
package publish

// Write makes the folder dir hold exactly files (by slash-separated path):
// unchanged files are not touched, others are written, strays removed.
func Write(dir string, files map[string][]byte) error { panic("not written") }

// Swap replaces the site at dir by the finished one at dir+".new". Files that
// did not change keep their times. An interruption leaves what Repair mends.
func Swap(dir string) error { panic("not written") }

// Repair brings a site at dir, interrupted in Swap, to one whole state.
func Repair(dir string) error { panic("not written") }
