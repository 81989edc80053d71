package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	"jianzhu/generator/publish"
	"jianzhu/generator/tongue"
)

// advised adds to what the system refuses what is to be done, unless that is said.
func advised(root string, err error) error {
	if err == nil || tongue.IsAdvised(err) {
		return err
	}
	switch {
	case errors.Is(err, fs.ErrPermission):
		return tongue.Advised(err, "make the project's folder, and what the program makes in it, writable, or run it as their owner")
	case errors.Is(err, syscall.ENOSPC):
		begun := publish.Next(filepath.Join(root, "public"))
		if _, not := os.Stat(begun); not != nil {
			return tongue.Advised(err, "make room on the disk")
		}
		return tongue.Advised(err, "make room on the disk and run it again; what was begun stands in %s, which you may remove", begun)
	}
	return err
}
