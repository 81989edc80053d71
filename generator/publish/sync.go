package publish

import (
	"io/fs"
	"os"
	"path/filepath"
	"runtime"

	"golang.org/x/sync/errgroup"
)

// syncTree has the disk hold the files of a folder, and then the folders, before
// a rename can: else a failing power leaves the new name with empty files. Those that
// it holds already are passed over, where it has to be asked for each.
func syncTree(dir string, held func(file string, info fs.FileInfo) bool) error {
	if syncDisk(dir) == nil {
		return nil
	}
	var folders []string
	var files errgroup.Group
	files.SetLimit(16) // the disk writes many at once
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			folders = append(folders, path)
			return nil
		}
		if info, err := d.Info(); err != nil || !held(path, info) {
			files.Go(func() error { return syncFile(path, os.O_RDWR) })
		}
		return nil
	})
	if waited := files.Wait(); err == nil {
		err = waited
	}
	for _, folder := range folders {
		if err == nil {
			err = syncFolder(folder)
		}
	}
	return err
}

// syncFolder has the disk hold which files a folder has.
func syncFolder(dir string) error {
	if runtime.GOOS == "windows" {
		return nil // which does so by itself, and opens no folder
	}
	return syncFile(dir, os.O_RDONLY)
}

func syncFile(path string, flag int) error {
	f, err := os.OpenFile(path, flag, 0)
	if err != nil {
		return err
	}
	err = f.Sync()
	if closed := f.Close(); err == nil {
		err = closed
	}
	return err
}
