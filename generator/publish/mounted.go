package publish

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"syscall"

	"jianzhu/generator/tongue"
)

// Movable is an error where the site at dir cannot be moved aside, which is how
// the next takes its place: it is a mount point, or the system will not. It moves
// nothing: no system renames a folder to one that has files.
func Movable(dir string) error {
	p, err := at(dir)
	if err != nil {
		return err
	}
	if there, _ := folder(p.site); !there {
		return nil
	}
	probe := filepath.Join(filepath.Dir(p.next), "probe")
	if err := os.MkdirAll(filepath.Join(probe, "full"), 0o755); err != nil {
		return err
	}
	err = syscall.Rename(p.site, probe) // os.Rename would not ask the system
	if errors.Is(err, syscall.EBUSY) || errors.Is(err, syscall.EXDEV) {
		err = tongue.Advised(tongue.Errorf("%s cannot be replaced whole: it is a mount point", p.site), "mount the folder above it, so that a finished site can be moved to its place")
		return errors.Join(err, os.RemoveAll(probe))
	}
	if errors.Is(err, fs.ErrPermission) && runtime.GOOS != "windows" { // which says so of any folder that is there
		return errors.Join(&fs.PathError{Op: "move", Path: p.site, Err: err}, os.RemoveAll(probe))
	}
	return os.RemoveAll(probe)
}
