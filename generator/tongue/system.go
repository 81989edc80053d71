//go:build !windows

package tongue

func ofSystem() string { return "" }
