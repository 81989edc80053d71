package publish

import (
	"errors"
	"os"

	"golang.org/x/sys/unix"
)

// syncDisk has the disk on which a folder is hold all that was written to it: one
// question in place of one for each file.
func syncDisk(dir string) error {
	f, err := os.Open(dir)
	if err != nil {
		return err
	}
	return errors.Join(unix.Syncfs(int(f.Fd())), f.Close())
}
